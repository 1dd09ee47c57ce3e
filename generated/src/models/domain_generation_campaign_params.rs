// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::domains::{GeneratorAlphabet, Sha256Digest};
use super::super::enums::DomainPatternTypeEnum;
use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// What a campaign's generator makes names from.
///
/// A row of `public.domain_generation_campaign_params`; primary key: `campaign_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct DomainGenerationCampaignParams {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `public.domain_pattern_type_enum NOT NULL`
    pub pattern_type: DomainPatternTypeEnum,
    /// Variable characters on each variable side.
    ///
    /// `smallint NOT NULL`; `CHECK (variable_length BETWEEN 1 AND 63)`
    pub variable_length: i16,
    /// `public.generator_alphabet NOT NULL`
    pub character_set: GeneratorAlphabet,
    /// `character varying(63) NOT NULL DEFAULT ''`; `CHECK (constant_string ~ '^[a-z0-9-]*$')`
    pub constant_string: String,
    /// Top-level domain without its leading dot; may be of two levels, such as co.uk.
    ///
    /// `character varying(63) NOT NULL`; `CHECK (tld ~ '^[a-z0-9-]+(\.[a-z0-9-]+)*$')`
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
    /// `public.sha256_digest NOT NULL DEFAULT sha256(''::bytea)`; refers to `public.domain_generation_config_states`
    pub config_hash: Sha256Digest,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: DateTime<Utc>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: DateTime<Utc>,
}

impl Record for DomainGenerationCampaignParams {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            pattern_type: row.column("pattern_type")?,
            variable_length: row.column("variable_length")?,
            character_set: row.column("character_set")?,
            constant_string: row.column("constant_string")?,
            tld: row.column("tld")?,
            num_domains_to_generate: row.column("num_domains_to_generate")?,
            total_possible_combinations: row.column("total_possible_combinations")?,
            reserved_count: row.column("reserved_count")?,
            current_offset: row.column("current_offset")?,
            config_hash: row.column("config_hash")?,
            created_at: row.finite("created_at")?,
            updated_at: row.finite("updated_at")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for DomainGenerationCampaignParams {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.domain_generation_campaign_params`; it comes back as [`DomainGenerationCampaignParams`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewDomainGenerationCampaignParams {
    /// `uuid NOT NULL`; refers to `public.lead_generation_campaigns`
    pub campaign_id: Uuid,
    /// `public.domain_pattern_type_enum NOT NULL`
    pub pattern_type: DomainPatternTypeEnum,
    /// `smallint NOT NULL`; `CHECK (variable_length BETWEEN 1 AND 63)`
    pub variable_length: i16,
    /// `public.generator_alphabet NOT NULL`
    pub character_set: GeneratorAlphabet,
    /// `character varying(63) NOT NULL DEFAULT ''`; `CHECK (constant_string ~ '^[a-z0-9-]*$')`
    pub constant_string: OrDefault<String>,
    /// `character varying(63) NOT NULL`; `CHECK (tld ~ '^[a-z0-9-]+(\.[a-z0-9-]+)*$')`
    pub tld: String,
    /// `bigint NOT NULL`
    pub num_domains_to_generate: i64,
    /// `bigint NOT NULL`
    pub total_possible_combinations: i64,
    /// `bigint NOT NULL DEFAULT 0`
    pub reserved_count: OrDefault<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub current_offset: OrDefault<i64>,
    /// `public.sha256_digest NOT NULL DEFAULT sha256(''::bytea)`; refers to `public.domain_generation_config_states`
    pub config_hash: OrDefault<Sha256Digest>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: OrDefault<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: OrDefault<DateTime<Utc>>,
}

impl NewDomainGenerationCampaignParams {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        campaign_id: Uuid,
        pattern_type: DomainPatternTypeEnum,
        variable_length: i16,
        character_set: GeneratorAlphabet,
        tld: impl Into<String>,
        num_domains_to_generate: i64,
        total_possible_combinations: i64,
    ) -> Self {
        Self {
            campaign_id,
            pattern_type,
            variable_length,
            character_set,
            constant_string: OrDefault::Default,
            tld: tld.into(),
            num_domains_to_generate,
            total_possible_combinations,
            reserved_count: OrDefault::Default,
            current_offset: OrDefault::Default,
            config_hash: OrDefault::Default,
            created_at: OrDefault::Default,
            updated_at: OrDefault::Default,
        }
    }

    /// Sets `constant_string`.
    #[must_use]
    pub fn with_constant_string(mut self, constant_string: impl Into<String>) -> Self {
        self.constant_string = OrDefault::Value(constant_string.into());
        self
    }

    /// Sets `reserved_count`.
    #[must_use]
    pub fn with_reserved_count(mut self, reserved_count: i64) -> Self {
        self.reserved_count = OrDefault::Value(reserved_count);
        self
    }

    /// Sets `current_offset`.
    #[must_use]
    pub fn with_current_offset(mut self, current_offset: i64) -> Self {
        self.current_offset = OrDefault::Value(current_offset);
        self
    }

    /// Sets `config_hash`.
    #[must_use]
    pub fn with_config_hash(mut self, config_hash: Sha256Digest) -> Self {
        self.config_hash = OrDefault::Value(config_hash);
        self
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: DateTime<Utc>) -> Self {
        self.created_at = OrDefault::Value(created_at);
        self
    }

    /// Sets `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: DateTime<Utc>) -> Self {
        self.updated_at = OrDefault::Value(updated_at);
        self
    }
}

/// A partial update of [`DomainGenerationCampaignParams`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DomainGenerationCampaignParamsPatch {
    /// `public.domain_pattern_type_enum NOT NULL`
    pub pattern_type: Option<DomainPatternTypeEnum>,
    /// `smallint NOT NULL`; `CHECK (variable_length BETWEEN 1 AND 63)`
    pub variable_length: Option<i16>,
    /// `public.generator_alphabet NOT NULL`
    pub character_set: Option<GeneratorAlphabet>,
    /// `character varying(63) NOT NULL DEFAULT ''`; `CHECK (constant_string ~ '^[a-z0-9-]*$')`
    pub constant_string: Option<String>,
    /// `character varying(63) NOT NULL`; `CHECK (tld ~ '^[a-z0-9-]+(\.[a-z0-9-]+)*$')`
    pub tld: Option<String>,
    /// `bigint NOT NULL`
    pub num_domains_to_generate: Option<i64>,
    /// `bigint NOT NULL`
    pub total_possible_combinations: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub reserved_count: Option<i64>,
    /// `bigint NOT NULL DEFAULT 0`
    pub current_offset: Option<i64>,
    /// `public.sha256_digest NOT NULL DEFAULT sha256(''::bytea)`; refers to `public.domain_generation_config_states`
    pub config_hash: Option<Sha256Digest>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub created_at: Option<DateTime<Utc>>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub updated_at: Option<DateTime<Utc>>,
}
