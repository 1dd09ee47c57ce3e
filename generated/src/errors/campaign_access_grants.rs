// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_access_grants` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignAccessGrantError {
    /// `campaign_access_grants_pkey`: another row has this `id`.
    IdTaken,
    /// `campaign_access_grants_in_force_key`: another row has this `campaign_id, grantee_id, grant_kind`. Among the rows where `revoked_at IS NULL`.
    InForceTaken,
    /// `campaign_access_grants_permitted_phases_check`: `CHECK (cardinality(permitted_phases) > 0 AND array_position(permitted_phases, NULL) IS NULL)`.
    PermittedPhasesInvalid,
    /// `campaign_access_grants_allowed_addresses_check`: `CHECK (cardinality(allowed_addresses) > 0 AND array_position(allowed_addresses, NULL) IS NULL)`.
    AllowedAddressesInvalid,
    /// `campaign_access_grants_expires_at_check`: `CHECK (expires_at > granted_at)`.
    ExpiresAtInvalid,
    /// `campaign_access_grants_revoked_check`: `CHECK ((revoked_at IS NULL) = (revoked_by IS NULL) AND revoked_at >= granted_at)`.
    RevokedViolated,
    /// `campaign_access_grants_delegation_check`: `CHECK (delegation_depth BETWEEN 0 AND 5 AND (delegation_depth = 0) = (delegated_from_id IS NULL))`.
    DelegationViolated,
    /// `campaign_access_grants_delegated_from_id_fkey`: `public.campaign_access_grants` has no row for `delegated_from_id`; or a row still refers to the one that is to go.
    DelegatedFromNotFound,
    /// `campaign_access_grants_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// `campaign_access_grants_grantee_id_fkey`: `public.users` has no row for `grantee_id`.
    GranteeNotFound,
    /// `campaign_access_grants_granted_by_fkey`: `public.users` has no row for `granted_by`.
    GrantedByNotFound,
    /// `campaign_access_grants_revoked_by_fkey`: `public.users` has no row for `revoked_by`.
    RevokedByNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignAccessGrantError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_access_grants", "campaign_access_grants_pkey") => Self::IdTaken,
            ("campaign_access_grants", "campaign_access_grants_in_force_key") => {
                Self::InForceTaken
            }
            (
                "campaign_access_grants",
                "campaign_access_grants_permitted_phases_check",
            ) => Self::PermittedPhasesInvalid,
            (
                "campaign_access_grants",
                "campaign_access_grants_allowed_addresses_check",
            ) => Self::AllowedAddressesInvalid,
            ("campaign_access_grants", "campaign_access_grants_expires_at_check") => {
                Self::ExpiresAtInvalid
            }
            ("campaign_access_grants", "campaign_access_grants_revoked_check") => {
                Self::RevokedViolated
            }
            ("campaign_access_grants", "campaign_access_grants_delegation_check") => {
                Self::DelegationViolated
            }
            (
                "campaign_access_grants",
                "campaign_access_grants_delegated_from_id_fkey",
            ) => Self::DelegatedFromNotFound,
            ("campaign_access_grants", "campaign_access_grants_campaign_id_fkey") => {
                Self::CampaignNotFound
            }
            ("campaign_access_grants", "campaign_access_grants_grantee_id_fkey") => {
                Self::GranteeNotFound
            }
            ("campaign_access_grants", "campaign_access_grants_granted_by_fkey") => {
                Self::GrantedByNotFound
            }
            ("campaign_access_grants", "campaign_access_grants_revoked_by_fkey") => {
                Self::RevokedByNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignAccessGrantError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::IdTaken => "another row has this id (campaign_access_grants_pkey)",
            Self::InForceTaken => {
                "another row has this campaign_id, grantee_id, grant_kind (campaign_access_grants_in_force_key)"
            }
            Self::PermittedPhasesInvalid => {
                "a value is against campaign_access_grants_permitted_phases_check"
            }
            Self::AllowedAddressesInvalid => {
                "a value is against campaign_access_grants_allowed_addresses_check"
            }
            Self::ExpiresAtInvalid => {
                "a value is against campaign_access_grants_expires_at_check"
            }
            Self::RevokedViolated => {
                "a value is against campaign_access_grants_revoked_check"
            }
            Self::DelegationViolated => {
                "a value is against campaign_access_grants_delegation_check"
            }
            Self::DelegatedFromNotFound => {
                "public.campaign_access_grants has no row for delegated_from_id, or still refers to the row (campaign_access_grants_delegated_from_id_fkey)"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (campaign_access_grants_campaign_id_fkey)"
            }
            Self::GranteeNotFound => {
                "public.users has no row for grantee_id (campaign_access_grants_grantee_id_fkey)"
            }
            Self::GrantedByNotFound => {
                "public.users has no row for granted_by (campaign_access_grants_granted_by_fkey)"
            }
            Self::RevokedByNotFound => {
                "public.users has no row for revoked_by (campaign_access_grants_revoked_by_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignAccessGrantError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
