// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::postgres::types::PgInterval;

use super::super::enums::DataClassificationEnum;

/// How long audit rows of each classification are kept at least; drop_expired_audit_partitions() obeys it.
///
/// A row of `public.audit_retention_policies`; primary key: `data_classification`.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct AuditRetentionPolicy {
    /// `public.data_classification_enum NOT NULL`
    pub data_classification: DataClassificationEnum,
    /// `interval NOT NULL`
    pub retention: PgInterval,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
