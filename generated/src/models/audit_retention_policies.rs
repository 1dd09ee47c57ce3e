// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::postgres::types::PgInterval;

use super::super::enums::DataClassificationEnum;
use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// How long audit rows of each classification are kept at least; drop_expired_audit_partitions() obeys it.
///
/// A row of `public.audit_retention_policies`; primary key: `data_classification`.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditRetentionPolicy {
    /// `public.data_classification_enum NOT NULL`
    pub data_classification: DataClassificationEnum,
    /// `interval NOT NULL`; `CHECK (retention > interval '0')`
    pub retention: PgInterval,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for AuditRetentionPolicy {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            data_classification: row.column("data_classification")?,
            retention: row.column("retention")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for AuditRetentionPolicy {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.audit_retention_policies`; it comes back as [`AuditRetentionPolicy`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewAuditRetentionPolicy {
    /// `public.data_classification_enum NOT NULL`
    pub data_classification: DataClassificationEnum,
    /// `interval NOT NULL`; `CHECK (retention > interval '0')`
    pub retention: PgInterval,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewAuditRetentionPolicy {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        data_classification: DataClassificationEnum,
        retention: PgInterval,
    ) -> Self {
        Self {
            data_classification,
            retention,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`AuditRetentionPolicy`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AuditRetentionPolicyPatch {
    /// `interval NOT NULL`; `CHECK (retention > interval '0')`
    pub retention: Option<PgInterval>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
