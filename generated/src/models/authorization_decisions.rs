// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::super::enums::AuthorizationDecisionEnum;

/// Every decision of the authorization layer, and the policy it rests on.
///
/// A row of `public.authorization_decisions`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct AuthorizationDecision {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `uuid`
    pub user_id: Option<Uuid>,
    /// `uuid`
    pub campaign_id: Option<Uuid>,
    /// `character varying(128) NOT NULL`
    pub resource_type: String,
    /// `character varying(255)`
    pub resource_id: Option<String>,
    /// `character varying(128) NOT NULL`
    pub action: String,
    /// `public.authorization_decision_enum NOT NULL`
    pub decision: AuthorizationDecisionEnum,
    /// `character varying(255) NOT NULL`
    pub policy_name: String,
    /// `integer NOT NULL DEFAULT 1`
    pub policy_version: i32,
    /// What must hold for a conditional decision to count; empty for the others.
    ///
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub conditions: serde_json::Value,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub granted_permissions: Vec<String>,
    /// `text`
    pub reason: Option<String>,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: Decimal,
    /// Time the decision took, in milliseconds.
    ///
    /// `numeric(10,3) NOT NULL`
    pub duration_ms: Decimal,
    /// `uuid`
    pub request_id: Option<Uuid>,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}
