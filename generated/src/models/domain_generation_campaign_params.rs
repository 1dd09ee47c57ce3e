// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::enums::DomainPatternTypeEnum;

/// What a campaign's generator makes names from.
///
/// A row of `public.domain_generation_campaign_params`; primary key: `campaign_id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct DomainGenerationCampaignParams {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `public.domain_pattern_type_enum NOT NULL`
    pub pattern_type: DomainPatternTypeEnum,
    /// Variable characters on each variable side.
    ///
    /// `smallint NOT NULL`
    pub variable_length: i16,
    /// `public.generator_alphabet NOT NULL`
    pub character_set: String,
    /// `character varying(63) NOT NULL DEFAULT ''`
    pub constant_string: String,
    /// Top-level domain without its leading dot; may be of two levels, such as co.uk.
    ///
    /// `character varying(63) NOT NULL`
    pub tld: String,
    /// `bigint NOT NULL`
    pub num_domains_to_generate: i64,
    /// Size of the generator's space; 9223372036854775807 where it does not fit.
    ///
    /// `bigint NOT NULL`
    pub total_possible_combinations: i64,
    /// Offsets handed out to this campaign so far.
    ///
    /// `bigint NOT NULL DEFAULT 0`
    pub reserved_count: i64,
    /// The offset after the last one handed out to this campaign; campaigns of one configuration share its space, so there may be gaps before it.
    ///
    /// `bigint NOT NULL DEFAULT 0`
    pub current_offset: i64,
    /// Set by a trigger from the columns that decide the sequence. The default stands in until the trigger has run; the foreign key would refuse it.
    ///
    /// `public.sha256_digest NOT NULL DEFAULT sha256(''::bytea)`
    pub config_hash: Vec<u8>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}
