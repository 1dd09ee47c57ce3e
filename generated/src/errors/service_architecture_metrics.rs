// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.service_architecture_metrics` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServiceArchitectureMetricError {
    /// `service_architecture_metrics_pkey`: another row has this `recorded_at, id`.
    RecordedAtIdTaken,
    /// `service_architecture_metrics_lines_of_code_check`: `CHECK (lines_of_code >= 0)`.
    LinesOfCodeInvalid,
    /// `service_architecture_metrics_technical_debt_check`: `CHECK (technical_debt_hours >= 0 AND technical_debt_hours < 'NaN')`.
    TechnicalDebtViolated,
    /// `score_range_check` of the domain `public.score`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    ScoreInvalid,
    /// `percentage_range_check` of the domain `public.percentage`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    PercentageInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for ServiceArchitectureMetricError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("service_architecture_metrics", "service_architecture_metrics_pkey") => {
                Self::RecordedAtIdTaken
            }
            (
                "service_architecture_metrics",
                "service_architecture_metrics_lines_of_code_check",
            ) => Self::LinesOfCodeInvalid,
            (
                "service_architecture_metrics",
                "service_architecture_metrics_technical_debt_check",
            ) => Self::TechnicalDebtViolated,
            ("", "score_range_check") => Self::ScoreInvalid,
            ("", "percentage_range_check") => Self::PercentageInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for ServiceArchitectureMetricError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::RecordedAtIdTaken => {
                "another row has this recorded_at, id (service_architecture_metrics_pkey)"
            }
            Self::LinesOfCodeInvalid => {
                "a value is against service_architecture_metrics_lines_of_code_check"
            }
            Self::TechnicalDebtViolated => {
                "a value is against service_architecture_metrics_technical_debt_check"
            }
            Self::ScoreInvalid => "a value is no public.score (score_range_check)",
            Self::PercentageInvalid => {
                "a value is no public.percentage (percentage_range_check)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for ServiceArchitectureMetricError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
