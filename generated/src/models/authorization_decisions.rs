// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::Score;
use super::super::enums::AuthorizationDecisionEnum;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// Every decision of the authorization layer, and the policy it rests on.
///
/// A row of `public.authorization_decisions`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorizationDecision {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `uuid`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `uuid`; refers to `public.lead_generation_campaigns`
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
    /// `integer NOT NULL DEFAULT 1`; `CHECK (policy_version > 0)`
    pub policy_version: i32,
    /// What must hold for a conditional decision to count; empty for the others.
    ///
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(conditions) = 'object')`
    pub conditions: serde_json::Value,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub granted_permissions: Vec<String>,
    /// `text`
    pub reason: Option<String>,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: Score,
    /// Time the decision took, in milliseconds.
    ///
    /// `numeric(10,3) NOT NULL`; `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`
    pub duration_ms: Decimal,
    /// `uuid`
    pub request_id: Option<Uuid>,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
}

impl Record for AuthorizationDecision {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            user_id: row.column("user_id")?,
            campaign_id: row.column("campaign_id")?,
            resource_type: row.column("resource_type")?,
            resource_id: row.column("resource_id")?,
            action: row.column("action")?,
            decision: row.column("decision")?,
            policy_name: row.column("policy_name")?,
            policy_version: row.column("policy_version")?,
            conditions: row.column("conditions")?,
            granted_permissions: row.column("granted_permissions")?,
            reason: row.column("reason")?,
            risk_score: row.column("risk_score")?,
            duration_ms: row.column("duration_ms")?,
            request_id: row.column("request_id")?,
            client_address: row.column("client_address")?,
            created_at: row.finite("created_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for AuthorizationDecision {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.authorization_decisions`; it comes back as [`AuthorizationDecision`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewAuthorizationDecision {
    /// `uuid`; refers to `public.users`
    pub user_id: Option<Uuid>,
    /// `uuid`; refers to `public.lead_generation_campaigns`
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
    /// `integer NOT NULL DEFAULT 1`; `CHECK (policy_version > 0)`
    pub policy_version: OrDefault<i32>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(conditions) = 'object')`
    pub conditions: OrDefault<serde_json::Value>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub granted_permissions: OrDefault<Vec<String>>,
    /// `text`
    pub reason: Option<String>,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: OrDefault<Score>,
    /// `numeric(10,3) NOT NULL`; `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`
    pub duration_ms: Decimal,
    /// `uuid`
    pub request_id: Option<Uuid>,
    /// `inet`
    pub client_address: Option<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
}

impl NewAuthorizationDecision {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        resource_type: impl Into<String>,
        action: impl Into<String>,
        decision: AuthorizationDecisionEnum,
        policy_name: impl Into<String>,
        duration_ms: Decimal,
    ) -> Self {
        Self {
            user_id: None,
            campaign_id: None,
            resource_type: resource_type.into(),
            resource_id: None,
            action: action.into(),
            decision,
            policy_name: policy_name.into(),
            policy_version: OrDefault::Default,
            conditions: OrDefault::Default,
            granted_permissions: OrDefault::Default,
            reason: None,
            risk_score: OrDefault::Default,
            duration_ms,
            request_id: None,
            client_address: None,
            created_at: OrDefault::Default,
        }
    }

    /// Sets `user_id`.
    #[must_use]
    pub fn with_user_id(mut self, user_id: Uuid) -> Self {
        self.user_id = Some(user_id);
        self
    }

    /// Sets `campaign_id`.
    #[must_use]
    pub fn with_campaign_id(mut self, campaign_id: Uuid) -> Self {
        self.campaign_id = Some(campaign_id);
        self
    }

    /// Sets `resource_id`.
    #[must_use]
    pub fn with_resource_id(mut self, resource_id: impl Into<String>) -> Self {
        self.resource_id = Some(resource_id.into());
        self
    }

    /// Sets `policy_version`.
    #[must_use]
    pub fn with_policy_version(mut self, policy_version: i32) -> Self {
        self.policy_version = OrDefault::Value(policy_version);
        self
    }

    /// Sets `conditions`.
    #[must_use]
    pub fn with_conditions(mut self, conditions: serde_json::Value) -> Self {
        self.conditions = OrDefault::Value(conditions);
        self
    }

    /// Sets `granted_permissions`.
    #[must_use]
    pub fn with_granted_permissions(mut self, granted_permissions: Vec<String>) -> Self {
        self.granted_permissions = OrDefault::Value(granted_permissions);
        self
    }

    /// Sets `reason`.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Sets `risk_score`.
    #[must_use]
    pub fn with_risk_score(mut self, risk_score: Score) -> Self {
        self.risk_score = OrDefault::Value(risk_score);
        self
    }

    /// Sets `request_id`.
    #[must_use]
    pub fn with_request_id(mut self, request_id: Uuid) -> Self {
        self.request_id = Some(request_id);
        self
    }

    /// Sets `client_address`.
    #[must_use]
    pub fn with_client_address(mut self, client_address: IpNetwork) -> Self {
        self.client_address = Some(client_address);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }
}

/// A partial update of [`AuthorizationDecision`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AuthorizationDecisionPatch {
    /// `uuid`; refers to `public.users`
    pub user_id: Change<Uuid>,
    /// `uuid`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Change<Uuid>,
    /// `character varying(128) NOT NULL`
    pub resource_type: Option<String>,
    /// `character varying(255)`
    pub resource_id: Change<String>,
    /// `character varying(128) NOT NULL`
    pub action: Option<String>,
    /// `public.authorization_decision_enum NOT NULL`
    pub decision: Option<AuthorizationDecisionEnum>,
    /// `character varying(255) NOT NULL`
    pub policy_name: Option<String>,
    /// `integer NOT NULL DEFAULT 1`; `CHECK (policy_version > 0)`
    pub policy_version: Option<i32>,
    /// `jsonb NOT NULL DEFAULT '{}'`; `CHECK (jsonb_typeof(conditions) = 'object')`
    pub conditions: Option<serde_json::Value>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub granted_permissions: Option<Vec<String>>,
    /// `text`
    pub reason: Change<String>,
    /// `public.score NOT NULL DEFAULT 0`
    pub risk_score: Option<Score>,
    /// `numeric(10,3) NOT NULL`; `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`
    pub duration_ms: Option<Decimal>,
    /// `uuid`
    pub request_id: Change<Uuid>,
    /// `inet`
    pub client_address: Change<IpNetwork>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
}
