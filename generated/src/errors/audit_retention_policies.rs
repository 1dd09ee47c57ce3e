// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.audit_retention_policies` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum AuditRetentionPolicyError {
    /// `audit_retention_policies_pkey`: another row has this `data_classification`.
    DataClassificationTaken,
    /// `audit_retention_policies_positive_check`: `CHECK (retention > interval '0')`.
    PositiveViolated,
    /// `audit_retention_policies_floor_check`: `CHECK (data_classification NOT IN ('confidential', 'restricted') OR retention >= interval '7 years')`.
    FloorViolated,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for AuditRetentionPolicyError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("audit_retention_policies", "audit_retention_policies_pkey") => {
                Self::DataClassificationTaken
            }
            ("audit_retention_policies", "audit_retention_policies_positive_check") => {
                Self::PositiveViolated
            }
            ("audit_retention_policies", "audit_retention_policies_floor_check") => {
                Self::FloorViolated
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for AuditRetentionPolicyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::DataClassificationTaken => {
                "another row has this data_classification (audit_retention_policies_pkey)"
            }
            Self::PositiveViolated => {
                "a value is against audit_retention_policies_positive_check"
            }
            Self::FloorViolated => {
                "a value is against audit_retention_policies_floor_check"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for AuditRetentionPolicyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
