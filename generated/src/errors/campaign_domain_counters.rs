// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.campaign_domain_counters` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum CampaignDomainCounterError {
    /// `campaign_domain_counters_pkey`: another row has this `campaign_id, shard`.
    CampaignIdShardTaken,
    /// `campaign_domain_counters_shard_check`: `CHECK (shard BETWEEN 0 AND 15)`.
    ShardInvalid,
    /// `campaign_domain_counters_dns_check`: `CHECK (total = dns_pending + dns_ok + dns_error + dns_timeout)`.
    DnsViolated,
    /// `campaign_domain_counters_http_check`: `CHECK (total = http_pending + http_ok + http_error + http_timeout)`.
    HttpViolated,
    /// `campaign_domain_counters_lead_check`: `CHECK (total = lead_pending + lead_match + lead_no_match + lead_error + lead_timeout)`.
    LeadViolated,
    /// `campaign_domain_counters_campaign_id_fkey`: `public.lead_generation_campaigns` has no row for `campaign_id`.
    CampaignNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for CampaignDomainCounterError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("campaign_domain_counters", "campaign_domain_counters_pkey") => {
                Self::CampaignIdShardTaken
            }
            ("campaign_domain_counters", "campaign_domain_counters_shard_check") => {
                Self::ShardInvalid
            }
            ("campaign_domain_counters", "campaign_domain_counters_dns_check") => {
                Self::DnsViolated
            }
            ("campaign_domain_counters", "campaign_domain_counters_http_check") => {
                Self::HttpViolated
            }
            ("campaign_domain_counters", "campaign_domain_counters_lead_check") => {
                Self::LeadViolated
            }
            (
                "campaign_domain_counters",
                "campaign_domain_counters_campaign_id_fkey",
            ) => {
                Self::CampaignNotFound
            }
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for CampaignDomainCounterError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::CampaignIdShardTaken => {
                "another row has this campaign_id, shard (campaign_domain_counters_pkey)"
            }
            Self::ShardInvalid => {
                "a value is against campaign_domain_counters_shard_check"
            }
            Self::DnsViolated => "a value is against campaign_domain_counters_dns_check",
            Self::HttpViolated => {
                "a value is against campaign_domain_counters_http_check"
            }
            Self::LeadViolated => {
                "a value is against campaign_domain_counters_lead_check"
            }
            Self::CampaignNotFound => {
                "public.lead_generation_campaigns has no row for campaign_id (campaign_domain_counters_campaign_id_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for CampaignDomainCounterError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
