// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.users` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum UserError {
    /// `users_pkey`: another row has this `id`.
    IdTaken,
    /// `users_email_lower_key`: another row has this `lower(email)`.
    EmailLowerTaken,
    /// `users_email_verification_token_hash_key`: another row has this `email_verification_token_hash`. Among the rows where `email_verification_token_hash IS NOT NULL`.
    EmailVerificationTokenHashTaken,
    /// `users_email_format_check`: `CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$')`.
    EmailFormatViolated,
    /// `users_email_verification_check`: `CHECK ((email_verification_token_hash IS NULL) = (email_verification_expires_at IS NULL))`.
    EmailVerificationViolated,
    /// `users_password_pepper_version_check`: `CHECK (password_pepper_version > 0)`.
    PasswordPepperVersionInvalid,
    /// `users_failed_login_attempts_check`: `CHECK (failed_login_attempts >= 0)`.
    FailedLoginAttemptsInvalid,
    /// `users_mfa_secret_check`: `CHECK (NOT mfa_enabled OR mfa_secret_encrypted IS NOT NULL)`.
    MfaSecretViolated,
    /// `sha256_digest_length_check` of the domain `public.sha256_digest`: `CHECK (octet_length(VALUE) = 32)`.
    Sha256DigestInvalid,
    /// `lead_generation_campaigns_owner_id_fkey`: `public.lead_generation_campaigns` still refers to the row.
    ReferencedByLeadGenerationCampaign,
    /// `security_events_resolved_by_fkey`: `public.security_events` still refers to the row.
    ReferencedBySecurityEventResolvedBy,
    /// `campaign_access_grants_granted_by_fkey`: `public.campaign_access_grants` still refers to the row.
    ReferencedByCampaignAccessGrantGrantedBy,
    /// `campaign_access_grants_revoked_by_fkey`: `public.campaign_access_grants` still refers to the row.
    ReferencedByCampaignAccessGrantRevokedBy,
    /// `config_versions_proposed_by_fkey`: `public.config_versions` still refers to the row.
    ReferencedByConfigVersionProposedBy,
    /// `config_versions_approved_by_fkey`: `public.config_versions` still refers to the row.
    ReferencedByConfigVersionApprovedBy,
    /// `config_versions_deployed_by_fkey`: `public.config_versions` still refers to the row.
    ReferencedByConfigVersionDeployedBy,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for UserError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("users", "users_pkey") => Self::IdTaken,
            ("users", "users_email_lower_key") => Self::EmailLowerTaken,
            ("users", "users_email_verification_token_hash_key") => {
                Self::EmailVerificationTokenHashTaken
            }
            ("users", "users_email_format_check") => Self::EmailFormatViolated,
            ("users", "users_email_verification_check") => {
                Self::EmailVerificationViolated
            }
            ("users", "users_password_pepper_version_check") => {
                Self::PasswordPepperVersionInvalid
            }
            ("users", "users_failed_login_attempts_check") => {
                Self::FailedLoginAttemptsInvalid
            }
            ("users", "users_mfa_secret_check") => Self::MfaSecretViolated,
            ("", "sha256_digest_length_check") => Self::Sha256DigestInvalid,
            ("lead_generation_campaigns", "lead_generation_campaigns_owner_id_fkey") => {
                Self::ReferencedByLeadGenerationCampaign
            }
            ("security_events", "security_events_resolved_by_fkey") => {
                Self::ReferencedBySecurityEventResolvedBy
            }
            ("campaign_access_grants", "campaign_access_grants_granted_by_fkey") => {
                Self::ReferencedByCampaignAccessGrantGrantedBy
            }
            ("campaign_access_grants", "campaign_access_grants_revoked_by_fkey") => {
                Self::ReferencedByCampaignAccessGrantRevokedBy
            }
            ("config_versions", "config_versions_proposed_by_fkey") => {
                Self::ReferencedByConfigVersionProposedBy
            }
            ("config_versions", "config_versions_approved_by_fkey") => {
                Self::ReferencedByConfigVersionApprovedBy
            }
            ("config_versions", "config_versions_deployed_by_fkey") => {
                Self::ReferencedByConfigVersionDeployedBy
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for UserError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (users_pkey)",
            Self::EmailLowerTaken => {
                "another row has this lower(email) (users_email_lower_key)"
            }
            Self::EmailVerificationTokenHashTaken => {
                "another row has this email_verification_token_hash (users_email_verification_token_hash_key)"
            }
            Self::EmailFormatViolated => "a value is against users_email_format_check",
            Self::EmailVerificationViolated => {
                "a value is against users_email_verification_check"
            }
            Self::PasswordPepperVersionInvalid => {
                "a value is against users_password_pepper_version_check"
            }
            Self::FailedLoginAttemptsInvalid => {
                "a value is against users_failed_login_attempts_check"
            }
            Self::MfaSecretViolated => "a value is against users_mfa_secret_check",
            Self::Sha256DigestInvalid => {
                "a value is no public.sha256_digest (sha256_digest_length_check)"
            }
            Self::ReferencedByLeadGenerationCampaign => {
                "public.lead_generation_campaigns still refers to the row (lead_generation_campaigns_owner_id_fkey)"
            }
            Self::ReferencedBySecurityEventResolvedBy => {
                "public.security_events still refers to the row (security_events_resolved_by_fkey)"
            }
            Self::ReferencedByCampaignAccessGrantGrantedBy => {
                "public.campaign_access_grants still refers to the row (campaign_access_grants_granted_by_fkey)"
            }
            Self::ReferencedByCampaignAccessGrantRevokedBy => {
                "public.campaign_access_grants still refers to the row (campaign_access_grants_revoked_by_fkey)"
            }
            Self::ReferencedByConfigVersionProposedBy => {
                "public.config_versions still refers to the row (config_versions_proposed_by_fkey)"
            }
            Self::ReferencedByConfigVersionApprovedBy => {
                "public.config_versions still refers to the row (config_versions_approved_by_fkey)"
            }
            Self::ReferencedByConfigVersionDeployedBy => {
                "public.config_versions still refers to the row (config_versions_deployed_by_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for UserError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
