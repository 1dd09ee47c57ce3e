// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use sqlx::PgExecutor;

use super::super::enums::DomainPatternTypeEnum;
use super::super::support::Query;

/// The canonical configuration of a generator: all that decides its sequence of names. As jsonb every value keeps its own place and quotes, so no two configurations look alike; the character set keeps its order, which is the order of counting.
///
/// Calls the function `public.domain_generation_config`.
pub fn domain_generation_config<'e, 'q>(
    db: impl PgExecutor<'e>,
    p_pattern_type: impl Into<Option<DomainPatternTypeEnum>>,
    p_variable_length: impl Into<Option<i32>>,
    p_character_set: impl Into<Option<&'q str>>,
    p_constant_string: impl Into<Option<&'q str>>,
    p_tld: impl Into<Option<&'q str>>,
) -> BoxFuture<'e, Result<Option<serde_json::Value>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT public.domain_generation_config($1::public.domain_pattern_type_enum, ",
        "$2::integer, $3::text, $4::text, $5::text)",
    ))
    .bind(p_pattern_type.into())
    .bind(p_variable_length.into())
    .bind(p_character_set.into())
    .bind(p_constant_string.into())
    .bind(p_tld.into())
    .fetch_value(db)
}
