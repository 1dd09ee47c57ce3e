// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.authorization_decisions`.
//!
//! Left out:
//!
//! - pages by `authorization_decisions_user_idx`: it holds only some of the rows.
//! - pages by `authorization_decisions_campaign_idx`: it holds only some of the rows.
//! - pages by `authorization_decisions_denied_idx`: it holds only some of the rows.
//! - pages by `authorization_decisions_request_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};

use super::super::models::AuthorizationDecision;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, user_id, campaign_id, resource_type, resource_id, action, decision, ",
    "policy_name, policy_version, conditions, granted_permissions, reason, ",
    "risk_score, duration_ms, request_id, client_address, created_at",
    " FROM public.authorization_decisions",
);

/// A position in the order of `authorization_decisions_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i64,
}

impl Order for ById {
    type Row = AuthorizationDecision;

    const NAME: &'static str = "public.authorization_decisions by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &AuthorizationDecision) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `authorization_decisions_created_idx`: `created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCreatedAtAndId {
    pub created_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByCreatedAtAndId {
    type Row = AuthorizationDecision;

    const NAME: &'static str = "public.authorization_decisions by_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &AuthorizationDecision) -> Self {
        Self {
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `created_at DESC, id DESC`.
pub fn by_created_at_and_id() -> Pages<ByCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `created_at`: `id DESC`.
pub fn of_created_at_by_id(created_at: DateTime<Utc>) -> Pages<ByCreatedAtAndId> {
    Pages::new().fix(Some(created_at))
}

/// A position in the order of `authorization_decisions_resource_idx`: `resource_type, resource_id, created_at DESC, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByResourceTypeAndResourceIdAndCreatedAtAndId {
    pub resource_type: String,
    pub resource_id: Option<String>,
    pub created_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByResourceTypeAndResourceIdAndCreatedAtAndId {
    type Row = AuthorizationDecision;

    const NAME: &'static str = "public.authorization_decisions by_resource_type_and_resource_id_and_created_at_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("resource_type", "character varying"),
        Key::ascending("resource_id", "character varying").nullable(),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &AuthorizationDecision) -> Self {
        Self {
            resource_type: row.resource_type.clone(),
            resource_id: row.resource_id.clone(),
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.resource_type));
        to.key(self.resource_id.as_ref());
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            resource_type: from.key()?,
            resource_id: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `resource_type, resource_id, created_at DESC, id DESC`.
pub fn by_resource_type_and_resource_id_and_created_at_and_id() -> Pages<ByResourceTypeAndResourceIdAndCreatedAtAndId> {
    Pages::new()
}

/// Pages over the rows with this `resource_type`: `resource_id, created_at DESC, id DESC`.
pub fn of_resource_type_by_resource_id_and_created_at_and_id(
    resource_type: String,
) -> Pages<ByResourceTypeAndResourceIdAndCreatedAtAndId> {
    Pages::new().fix(Some(resource_type))
}

/// Pages over the rows with this `resource_type`, `resource_id`: `created_at DESC, id DESC`.
pub fn of_resource_type_and_resource_id_by_created_at_and_id(
    resource_type: String,
    resource_id: Option<String>,
) -> Pages<ByResourceTypeAndResourceIdAndCreatedAtAndId> {
    Pages::new().fix(Some(resource_type)).fix(resource_id)
}

/// Pages over the rows with this `resource_type`, `resource_id`, `created_at`: `id DESC`.
pub fn of_resource_type_and_resource_id_and_created_at_by_id(
    resource_type: String,
    resource_id: Option<String>,
    created_at: DateTime<Utc>,
) -> Pages<ByResourceTypeAndResourceIdAndCreatedAtAndId> {
    Pages::new().fix(Some(resource_type)).fix(resource_id).fix(Some(created_at))
}

/// A position in the order of `authorization_decisions_policy_idx`: `policy_name, created_at DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPolicyNameAndCreatedAt {
    pub policy_name: String,
    pub created_at: DateTime<Utc>,
    pub id: i64,
}

impl Order for ByPolicyNameAndCreatedAt {
    type Row = AuthorizationDecision;

    const NAME: &'static str = "public.authorization_decisions by_policy_name_and_created_at";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("policy_name", "character varying"),
        Key::descending("created_at", "timestamp with time zone"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &AuthorizationDecision) -> Self {
        Self {
            policy_name: row.policy_name.clone(),
            created_at: row.created_at,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.policy_name));
        to.key(Some(self.created_at));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            policy_name: from.key()?,
            created_at: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `policy_name, created_at DESC, id DESC`.
pub fn by_policy_name_and_created_at() -> Pages<ByPolicyNameAndCreatedAt> {
    Pages::new()
}

/// Pages over the rows with this `policy_name`: `created_at DESC, id DESC`.
pub fn of_policy_name_by_created_at(
    policy_name: String,
) -> Pages<ByPolicyNameAndCreatedAt> {
    Pages::new().fix(Some(policy_name))
}
