// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.audit_logs` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum AuditLogError {
    /// `audit_logs_pkey`: another row has this `created_at, id, data_classification`. A partition made after the migrations names its own index: that arrives as [`Self::Sqlx`].
    CreatedAtIdDataClassificationTaken,
    /// `audit_logs_old_values_check`: `CHECK (jsonb_typeof(old_values) = 'object')`.
    OldValuesInvalid,
    /// `audit_logs_new_values_check`: `CHECK (jsonb_typeof(new_values) = 'object')`.
    NewValuesInvalid,
    /// `audit_logs_changed_fields_check`: `CHECK (jsonb_typeof(changed_fields) = 'array')`.
    ChangedFieldsInvalid,
    /// `audit_logs_response_code_check`: `CHECK (response_code BETWEEN 100 AND 599)`.
    ResponseCodeInvalid,
    /// `audit_logs_duration_check`: `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`.
    DurationViolated,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for AuditLogError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("audit_logs", "audit_logs_pkey")
            | ("audit_logs_default", "audit_logs_default_pkey") => {
                Self::CreatedAtIdDataClassificationTaken
            }
            (_, "audit_logs_old_values_check") => Self::OldValuesInvalid,
            (_, "audit_logs_new_values_check") => Self::NewValuesInvalid,
            (_, "audit_logs_changed_fields_check") => Self::ChangedFieldsInvalid,
            (_, "audit_logs_response_code_check") => Self::ResponseCodeInvalid,
            (_, "audit_logs_duration_check") => Self::DurationViolated,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for AuditLogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CreatedAtIdDataClassificationTaken => {
                "another row has this created_at, id, data_classification (audit_logs_pkey)"
            }
            Self::OldValuesInvalid => "a value is against audit_logs_old_values_check",
            Self::NewValuesInvalid => "a value is against audit_logs_new_values_check",
            Self::ChangedFieldsInvalid => {
                "a value is against audit_logs_changed_fields_check"
            }
            Self::ResponseCodeInvalid => {
                "a value is against audit_logs_response_code_check"
            }
            Self::DurationViolated => "a value is against audit_logs_duration_check",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for AuditLogError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
