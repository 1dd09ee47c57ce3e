// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.job_workers` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum JobWorkerError {
    /// `job_workers_pkey`: another row has this `id`.
    IdTaken,
    /// `job_workers_job_types_check`: `CHECK (cardinality(job_types) > 0 AND array_position(job_types, NULL) IS NULL)`.
    JobTypesInvalid,
    /// `job_workers_capacity_check`: `CHECK (capacity > 0)`.
    CapacityInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for JobWorkerError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("job_workers", "job_workers_pkey") => Self::IdTaken,
            ("job_workers", "job_workers_job_types_check") => Self::JobTypesInvalid,
            ("job_workers", "job_workers_capacity_check") => Self::CapacityInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for JobWorkerError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (job_workers_pkey)",
            Self::JobTypesInvalid => "a value is against job_workers_job_types_check",
            Self::CapacityInvalid => "a value is against job_workers_capacity_check",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for JobWorkerError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
