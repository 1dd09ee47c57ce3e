// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// What can go wrong when `public.users` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum UserError {
    /// `users_pkey`: another row has this `id`.
    IdTaken,
    /// `users_email_lower_key`: another row has the same.
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
    /// `user_sessions_user_id_fkey`: `public.user_sessions` still refers to the row.
    ReferencedByUserSession,
    /// `auth_audit_logs_user_id_fkey`: `public.auth_audit_logs` still refers to the row.
    ReferencedByAuthAuditLog,
    /// `password_reset_tokens_user_id_fkey`: `public.password_reset_tokens` still refers to the row.
    ReferencedByPasswordResetToken,
    /// `lead_generation_campaigns_owner_id_fkey`: `public.lead_generation_campaigns` still refers to the row.
    ReferencedByLeadGenerationCampaign,
    /// `campaign_state_events_triggered_by_fkey`: `public.campaign_state_events` still refers to the row.
    ReferencedByCampaignStateEvent,
    /// `personas_created_by_fkey`: `public.personas` still refers to the row.
    ReferencedByPersona,
    /// `proxies_created_by_fkey`: `public.proxies` still refers to the row.
    ReferencedByProxy,
    /// `proxy_pools_created_by_fkey`: `public.proxy_pools` still refers to the row.
    ReferencedByProxyPool,
    /// `keyword_sets_created_by_fkey`: `public.keyword_sets` still refers to the row.
    ReferencedByKeywordSet,
    /// `security_events_user_id_fkey`: `public.security_events` still refers to the row.
    ReferencedBySecurityEventUserId,
    /// `security_events_resolved_by_fkey`: `public.security_events` still refers to the row.
    ReferencedBySecurityEventResolvedBy,
    /// `authorization_decisions_user_id_fkey`: `public.authorization_decisions` still refers to the row.
    ReferencedByAuthorizationDecision,
    /// `campaign_access_grants_grantee_id_fkey`: `public.campaign_access_grants` still refers to the row.
    ReferencedByCampaignAccessGrantGranteeId,
    /// `campaign_access_grants_granted_by_fkey`: `public.campaign_access_grants` still refers to the row.
    ReferencedByCampaignAccessGrantGrantedBy,
    /// `campaign_access_grants_revoked_by_fkey`: `public.campaign_access_grants` still refers to the row.
    ReferencedByCampaignAccessGrantRevokedBy,
    /// `cache_invalidations_requested_by_fkey`: `public.cache_invalidations` still refers to the row.
    ReferencedByCacheInvalidation,
    /// `architecture_refactor_log_performed_by_fkey`: `public.architecture_refactor_log` still refers to the row.
    ReferencedByArchitectureRefactorLog,
    /// `config_versions_proposed_by_fkey`: `public.config_versions` still refers to the row.
    ReferencedByConfigVersionProposedBy,
    /// `config_versions_approved_by_fkey`: `public.config_versions` still refers to the row.
    ReferencedByConfigVersionApprovedBy,
    /// `config_versions_deployed_by_fkey`: `public.config_versions` still refers to the row.
    ReferencedByConfigVersionDeployedBy,
    /// `config_locks_owner_user_id_fkey`: `public.config_locks` still refers to the row.
    ReferencedByConfigLock,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for UserError {
    fn from(error: sqlx::Error) -> Self {
        let violated = error
            .as_database_error()
            .and_then(|error| Some((error.table(), error.constraint()?)));
        match violated {
            Some((Some("users"), "users_pkey")) => Self::IdTaken,
            Some((Some("users"), "users_email_lower_key")) => Self::EmailLowerTaken,
            Some((Some("users"), "users_email_verification_token_hash_key")) => {
                Self::EmailVerificationTokenHashTaken
            }
            Some((Some("users"), "users_email_format_check")) => {
                Self::EmailFormatViolated
            }
            Some((Some("users"), "users_email_verification_check")) => {
                Self::EmailVerificationViolated
            }
            Some((Some("users"), "users_password_pepper_version_check")) => {
                Self::PasswordPepperVersionInvalid
            }
            Some((Some("users"), "users_failed_login_attempts_check")) => {
                Self::FailedLoginAttemptsInvalid
            }
            Some((Some("users"), "users_mfa_secret_check")) => Self::MfaSecretViolated,
            Some((None, "sha256_digest_length_check")) => Self::Sha256DigestInvalid,
            Some((Some("user_sessions"), "user_sessions_user_id_fkey")) => {
                Self::ReferencedByUserSession
            }
            Some((Some("auth_audit_logs"), "auth_audit_logs_user_id_fkey")) => {
                Self::ReferencedByAuthAuditLog
            }
            Some(
                (Some("password_reset_tokens"), "password_reset_tokens_user_id_fkey"),
            ) => Self::ReferencedByPasswordResetToken,
            Some(
                (
                    Some("lead_generation_campaigns"),
                    "lead_generation_campaigns_owner_id_fkey",
                ),
            ) => Self::ReferencedByLeadGenerationCampaign,
            Some(
                (
                    Some("campaign_state_events"),
                    "campaign_state_events_triggered_by_fkey",
                ),
            ) => Self::ReferencedByCampaignStateEvent,
            Some((Some("personas"), "personas_created_by_fkey")) => {
                Self::ReferencedByPersona
            }
            Some((Some("proxies"), "proxies_created_by_fkey")) => Self::ReferencedByProxy,
            Some((Some("proxy_pools"), "proxy_pools_created_by_fkey")) => {
                Self::ReferencedByProxyPool
            }
            Some((Some("keyword_sets"), "keyword_sets_created_by_fkey")) => {
                Self::ReferencedByKeywordSet
            }
            Some((Some("security_events"), "security_events_user_id_fkey")) => {
                Self::ReferencedBySecurityEventUserId
            }
            Some((Some("security_events"), "security_events_resolved_by_fkey")) => {
                Self::ReferencedBySecurityEventResolvedBy
            }
            Some(
                (Some("authorization_decisions"), "authorization_decisions_user_id_fkey"),
            ) => Self::ReferencedByAuthorizationDecision,
            Some(
                (
                    Some("campaign_access_grants"),
                    "campaign_access_grants_grantee_id_fkey",
                ),
            ) => Self::ReferencedByCampaignAccessGrantGranteeId,
            Some(
                (
                    Some("campaign_access_grants"),
                    "campaign_access_grants_granted_by_fkey",
                ),
            ) => Self::ReferencedByCampaignAccessGrantGrantedBy,
            Some(
                (
                    Some("campaign_access_grants"),
                    "campaign_access_grants_revoked_by_fkey",
                ),
            ) => Self::ReferencedByCampaignAccessGrantRevokedBy,
            Some(
                (Some("cache_invalidations"), "cache_invalidations_requested_by_fkey"),
            ) => Self::ReferencedByCacheInvalidation,
            Some(
                (
                    Some("architecture_refactor_log"),
                    "architecture_refactor_log_performed_by_fkey",
                ),
            ) => Self::ReferencedByArchitectureRefactorLog,
            Some((Some("config_versions"), "config_versions_proposed_by_fkey")) => {
                Self::ReferencedByConfigVersionProposedBy
            }
            Some((Some("config_versions"), "config_versions_approved_by_fkey")) => {
                Self::ReferencedByConfigVersionApprovedBy
            }
            Some((Some("config_versions"), "config_versions_deployed_by_fkey")) => {
                Self::ReferencedByConfigVersionDeployedBy
            }
            Some((Some("config_locks"), "config_locks_owner_user_id_fkey")) => {
                Self::ReferencedByConfigLock
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for UserError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::IdTaken => f.write_str("another row has this id (users_pkey)"),
            Self::EmailLowerTaken => {
                f.write_str("another row has the same (users_email_lower_key)")
            }
            Self::EmailVerificationTokenHashTaken => {
                f.write_str(
                    "another row has this email_verification_token_hash (users_email_verification_token_hash_key)",
                )
            }
            Self::EmailFormatViolated => {
                f.write_str("a value is against users_email_format_check")
            }
            Self::EmailVerificationViolated => {
                f.write_str("a value is against users_email_verification_check")
            }
            Self::PasswordPepperVersionInvalid => {
                f.write_str("a value is against users_password_pepper_version_check")
            }
            Self::FailedLoginAttemptsInvalid => {
                f.write_str("a value is against users_failed_login_attempts_check")
            }
            Self::MfaSecretViolated => {
                f.write_str("a value is against users_mfa_secret_check")
            }
            Self::Sha256DigestInvalid => {
                f.write_str(
                    "a value is no public.sha256_digest (sha256_digest_length_check)",
                )
            }
            Self::ReferencedByUserSession => {
                f.write_str(
                    "public.user_sessions still refers to the row (user_sessions_user_id_fkey)",
                )
            }
            Self::ReferencedByAuthAuditLog => {
                f.write_str(
                    "public.auth_audit_logs still refers to the row (auth_audit_logs_user_id_fkey)",
                )
            }
            Self::ReferencedByPasswordResetToken => {
                f.write_str(
                    "public.password_reset_tokens still refers to the row (password_reset_tokens_user_id_fkey)",
                )
            }
            Self::ReferencedByLeadGenerationCampaign => {
                f.write_str(
                    "public.lead_generation_campaigns still refers to the row (lead_generation_campaigns_owner_id_fkey)",
                )
            }
            Self::ReferencedByCampaignStateEvent => {
                f.write_str(
                    "public.campaign_state_events still refers to the row (campaign_state_events_triggered_by_fkey)",
                )
            }
            Self::ReferencedByPersona => {
                f.write_str(
                    "public.personas still refers to the row (personas_created_by_fkey)",
                )
            }
            Self::ReferencedByProxy => {
                f.write_str(
                    "public.proxies still refers to the row (proxies_created_by_fkey)",
                )
            }
            Self::ReferencedByProxyPool => {
                f.write_str(
                    "public.proxy_pools still refers to the row (proxy_pools_created_by_fkey)",
                )
            }
            Self::ReferencedByKeywordSet => {
                f.write_str(
                    "public.keyword_sets still refers to the row (keyword_sets_created_by_fkey)",
                )
            }
            Self::ReferencedBySecurityEventUserId => {
                f.write_str(
                    "public.security_events still refers to the row (security_events_user_id_fkey)",
                )
            }
            Self::ReferencedBySecurityEventResolvedBy => {
                f.write_str(
                    "public.security_events still refers to the row (security_events_resolved_by_fkey)",
                )
            }
            Self::ReferencedByAuthorizationDecision => {
                f.write_str(
                    "public.authorization_decisions still refers to the row (authorization_decisions_user_id_fkey)",
                )
            }
            Self::ReferencedByCampaignAccessGrantGranteeId => {
                f.write_str(
                    "public.campaign_access_grants still refers to the row (campaign_access_grants_grantee_id_fkey)",
                )
            }
            Self::ReferencedByCampaignAccessGrantGrantedBy => {
                f.write_str(
                    "public.campaign_access_grants still refers to the row (campaign_access_grants_granted_by_fkey)",
                )
            }
            Self::ReferencedByCampaignAccessGrantRevokedBy => {
                f.write_str(
                    "public.campaign_access_grants still refers to the row (campaign_access_grants_revoked_by_fkey)",
                )
            }
            Self::ReferencedByCacheInvalidation => {
                f.write_str(
                    "public.cache_invalidations still refers to the row (cache_invalidations_requested_by_fkey)",
                )
            }
            Self::ReferencedByArchitectureRefactorLog => {
                f.write_str(
                    "public.architecture_refactor_log still refers to the row (architecture_refactor_log_performed_by_fkey)",
                )
            }
            Self::ReferencedByConfigVersionProposedBy => {
                f.write_str(
                    "public.config_versions still refers to the row (config_versions_proposed_by_fkey)",
                )
            }
            Self::ReferencedByConfigVersionApprovedBy => {
                f.write_str(
                    "public.config_versions still refers to the row (config_versions_approved_by_fkey)",
                )
            }
            Self::ReferencedByConfigVersionDeployedBy => {
                f.write_str(
                    "public.config_versions still refers to the row (config_versions_deployed_by_fkey)",
                )
            }
            Self::ReferencedByConfigLock => {
                f.write_str(
                    "public.config_locks still refers to the row (config_locks_owner_user_id_fkey)",
                )
            }
            Self::Sqlx(error) => error.fmt(f),
        }
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
