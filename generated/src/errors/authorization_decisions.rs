// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.authorization_decisions` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum AuthorizationDecisionError {
    /// `authorization_decisions_pkey`: another row has this `id`.
    IdTaken,
    /// `authorization_decisions_conditions_check`: `CHECK (jsonb_typeof(conditions) = 'object')`.
    ConditionsInvalid,
    /// `authorization_decisions_conditional_check`: `CHECK ((decision = 'conditional') = (conditions <> '{}'::jsonb))`.
    ConditionalViolated,
    /// `authorization_decisions_deny_check`: `CHECK (decision <> 'deny' OR cardinality(granted_permissions) = 0)`.
    DenyViolated,
    /// `authorization_decisions_policy_version_check`: `CHECK (policy_version > 0)`.
    PolicyVersionInvalid,
    /// `authorization_decisions_duration_check`: `CHECK (duration_ms >= 0 AND duration_ms < 'NaN')`.
    DurationViolated,
    /// `authorization_decisions_user_id_fkey`: `public.users` has no row for `user_id`.
    UserNotFound,
    /// `authorization_decisions_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// `score_range_check` of the domain `public.score`: `CHECK (VALUE BETWEEN 0 AND 100)`.
    ScoreInvalid,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for AuthorizationDecisionError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("authorization_decisions", "authorization_decisions_pkey") => Self::IdTaken,
            ("authorization_decisions", "authorization_decisions_conditions_check") => {
                Self::ConditionsInvalid
            }
            ("authorization_decisions", "authorization_decisions_conditional_check") => {
                Self::ConditionalViolated
            }
            ("authorization_decisions", "authorization_decisions_deny_check") => {
                Self::DenyViolated
            }
            (
                "authorization_decisions",
                "authorization_decisions_policy_version_check",
            ) => Self::PolicyVersionInvalid,
            ("authorization_decisions", "authorization_decisions_duration_check") => {
                Self::DurationViolated
            }
            ("authorization_decisions", "authorization_decisions_user_id_fkey") => {
                Self::UserNotFound
            }
            ("authorization_decisions", "authorization_decisions_campaign_id_fkey") => {
                Self::CampaignNotFound
            }
            ("", "score_range_check") => Self::ScoreInvalid,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for AuthorizationDecisionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (authorization_decisions_pkey)",
            Self::ConditionsInvalid => {
                "a value is against authorization_decisions_conditions_check"
            }
            Self::ConditionalViolated => {
                "a value is against authorization_decisions_conditional_check"
            }
            Self::DenyViolated => "a value is against authorization_decisions_deny_check",
            Self::PolicyVersionInvalid => {
                "a value is against authorization_decisions_policy_version_check"
            }
            Self::DurationViolated => {
                "a value is against authorization_decisions_duration_check"
            }
            Self::UserNotFound => {
                "public.users has no row for user_id (authorization_decisions_user_id_fkey)"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (authorization_decisions_campaign_id_fkey)"
            }
            Self::ScoreInvalid => "a value is no public.score (score_range_check)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for AuthorizationDecisionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
