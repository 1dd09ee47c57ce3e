// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::GeneratedDomainError;
use super::super::models::{GeneratedDomain, GeneratedDomainPatch, NewGeneratedDomain};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!("campaign_id, id, offset_index, domain_name, source_keyword, source_pattern, ",
        "tld, dns_status, dns_reason, dns_addresses, dns_attempts, http_status, ",
        "http_reason, http_status_code, http_title, http_keywords, http_attempts, ",
        "lead_status, lead_score, last_validated_at, created_at, updated_at",)
    };
}

const TABLE: &str = "public.generated_domains";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    id: i64,
) -> Result<Option<GeneratedDomain>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND id = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `offset_index`.
pub async fn get_by_campaign_id_and_offset_index(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    offset_index: i64,
) -> Result<Option<GeneratedDomain>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND offset_index = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(offset_index)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `domain_name`.
pub async fn get_by_campaign_id_and_domain_name(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_name: &str,
) -> Result<Option<GeneratedDomain>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND domain_name = $2::character varying",
    ))
    .bind(campaign_id)
    .bind(domain_name)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `id`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    id: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.generated_domains WHERE campaign_id = ",
        "$1::uuid AND id = $2::bigint)",
    ))
    .bind(campaign_id)
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `offset_index`.
pub async fn exists_by_campaign_id_and_offset_index(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    offset_index: i64,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.generated_domains WHERE campaign_id = ",
        "$1::uuid AND offset_index = $2::bigint)",
    ))
    .bind(campaign_id)
    .bind(offset_index)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `domain_name`.
pub async fn exists_by_campaign_id_and_domain_name(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_name: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.generated_domains WHERE campaign_id = ",
        "$1::uuid AND domain_name = $2::character varying)",
    ))
    .bind(campaign_id)
    .bind(domain_name)
    .fetch_one(db)
    .await
}

/// The rows with these values of `campaign_id`, `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(Uuid, i64)],
) -> Result<HashMap<(Uuid, i64), GeneratedDomain>, sqlx::Error> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<GeneratedDomain> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE (campaign_id, id) IN (SELECT * FROM UNNEST($1::uuid[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| ((row.campaign_id, row.id), row)).collect())
}

/// The row with this `campaign_id`, `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    id: i64,
) -> Result<Option<GeneratedDomain>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND id = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    id: i64,
) -> Result<Option<GeneratedDomain>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `campaign_id`, by primary key.
pub async fn list_by_campaign_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Vec<GeneratedDomain>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY campaign_id, id",
    ))
    .bind(campaign_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `campaign_id`, by value, in one statement.
pub async fn list_by_campaign_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<GeneratedDomain>>, sqlx::Error> {
    let rows: Vec<GeneratedDomain> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<GeneratedDomain>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.generated_domains` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.generated_domains")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<GeneratedDomain, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewGeneratedDomain,
) -> Result<GeneratedDomain, GeneratedDomainError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewGeneratedDomain],
) -> Result<Vec<GeneratedDomain>, GeneratedDomainError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column("offset_index", "bigint", new.iter().map(|row| &row.offset_index))?;
    rows.column(
        "domain_name",
        "character varying",
        new.iter().map(|row| &row.domain_name),
    )?;
    rows.column(
        "source_keyword",
        "character varying",
        new.iter().map(|row| &row.source_keyword),
    )?;
    rows.column(
        "source_pattern",
        "character varying",
        new.iter().map(|row| &row.source_pattern),
    )?;
    rows.column("tld", "character varying", new.iter().map(|row| &row.tld))?;
    rows.or_default(
        "dns_status",
        "public.domain_dns_status_enum",
        "('pending')",
        new.iter().map(|row| &row.dns_status),
    )?;
    rows.column("dns_reason", "text", new.iter().map(|row| &row.dns_reason))?;
    rows.list_or_default(
        "dns_addresses",
        "inet",
        "('{}')",
        new.iter().map(|row| &row.dns_addresses),
    )?;
    rows.or_default(
        "dns_attempts",
        "smallint",
        "(0)",
        new.iter().map(|row| &row.dns_attempts),
    )?;
    rows.or_default(
        "http_status",
        "public.domain_http_status_enum",
        "('pending')",
        new.iter().map(|row| &row.http_status),
    )?;
    rows.column("http_reason", "text", new.iter().map(|row| &row.http_reason))?;
    rows.column(
        "http_status_code",
        "smallint",
        new.iter().map(|row| &row.http_status_code),
    )?;
    rows.column(
        "http_title",
        "character varying",
        new.iter().map(|row| &row.http_title),
    )?;
    rows.list_or_default(
        "http_keywords",
        "text",
        "('{}')",
        new.iter().map(|row| &row.http_keywords),
    )?;
    rows.or_default(
        "http_attempts",
        "smallint",
        "(0)",
        new.iter().map(|row| &row.http_attempts),
    )?;
    rows.or_default(
        "lead_status",
        "public.domain_lead_status_enum",
        "('pending')",
        new.iter().map(|row| &row.lead_status),
    )?;
    rows.column("lead_score", "numeric", new.iter().map(|row| &row.lead_score))?;
    rows.column(
        "last_validated_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.last_validated_at),
    )?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    rows.or_default(
        "updated_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.updated_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewGeneratedDomain],
) -> Result<u64, GeneratedDomainError> {
    let element_1 = element_type(&mut *db, "inet").await?;
    let element_2 = element_type(&mut *db, "text").await?;
    let mut kinds: BTreeMap<[bool; 9], Vec<&NewGeneratedDomain>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.dns_status.is_default(),
            !row.dns_addresses.is_default(),
            !row.dns_attempts.is_default(),
            !row.http_status.is_default(),
            !row.http_keywords.is_default(),
            !row.http_attempts.is_default(),
            !row.lead_status.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "campaign_id", "offset_index", "domain_name", "source_keyword",
            "source_pattern", "tld", "dns_reason", "http_reason", "http_status_code",
            "http_title", "lead_score", "last_validated_at"
        ];
        if given[0] {
            columns.push("dns_status");
        }
        if given[1] {
            columns.push("dns_addresses");
        }
        if given[2] {
            columns.push("dns_attempts");
        }
        if given[3] {
            columns.push("http_status");
        }
        if given[4] {
            columns.push("http_keywords");
        }
        if given[5] {
            columns.push("http_attempts");
        }
        if given[6] {
            columns.push("lead_status");
        }
        if given[7] {
            columns.push("created_at");
        }
        if given[8] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.offset_index)?;
            copy.value(&row.domain_name)?;
            copy.value(&row.source_keyword)?;
            copy.value(&row.source_pattern)?;
            copy.value(&row.tld)?;
            copy.value(&row.dns_reason)?;
            copy.value(&row.http_reason)?;
            copy.value(row.http_status_code)?;
            copy.value(&row.http_title)?;
            copy.value(row.lead_score)?;
            copy.value(row.last_validated_at)?;
            if let Some(value) = row.dns_status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.dns_addresses.value() {
                copy.array(value, element_1)?;
            }
            if let Some(value) = row.dns_attempts.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.http_status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.http_keywords.value() {
                copy.array(value, element_2)?;
            }
            if let Some(value) = row.http_attempts.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.lead_status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.updated_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `offset_index` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_campaign_id_and_offset_index(
    db: impl PgExecutor<'_>,
    new: &NewGeneratedDomain,
) -> Result<GeneratedDomain, GeneratedDomainError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, offset_index)",
            &["campaign_id", "offset_index", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `domain_name` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_campaign_id_and_domain_name(
    db: impl PgExecutor<'_>,
    new: &NewGeneratedDomain,
) -> Result<GeneratedDomain, GeneratedDomainError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, domain_name)",
            &["campaign_id", "domain_name", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewGeneratedDomain) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("campaign_id", new.campaign_id)?;
    set.set("offset_index", new.offset_index)?;
    set.set("domain_name", &new.domain_name)?;
    set.set("source_keyword", &new.source_keyword)?;
    set.set("source_pattern", &new.source_pattern)?;
    set.set("tld", &new.tld)?;
    set.or_default("dns_status", &new.dns_status)?;
    set.set("dns_reason", &new.dns_reason)?;
    set.or_default("dns_addresses", &new.dns_addresses)?;
    set.or_default("dns_attempts", &new.dns_attempts)?;
    set.or_default("http_status", &new.http_status)?;
    set.set("http_reason", &new.http_reason)?;
    set.set("http_status_code", new.http_status_code)?;
    set.set("http_title", &new.http_title)?;
    set.or_default("http_keywords", &new.http_keywords)?;
    set.or_default("http_attempts", &new.http_attempts)?;
    set.or_default("lead_status", &new.lead_status)?;
    set.set("lead_score", new.lead_score)?;
    set.set("last_validated_at", new.last_validated_at)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `campaign_id`, `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    id: i64,
    patch: &GeneratedDomainPatch,
) -> Result<Option<GeneratedDomain>, GeneratedDomainError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, campaign_id, id).await?);
    }
    let key_0 = set.argument(campaign_id)?;
    let key_1 = set.argument(id)?;
    let condition = format!("campaign_id = {key_0}::uuid AND id = {key_1}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &GeneratedDomainPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("offset_index", patch.offset_index)?;
    set.given("domain_name", patch.domain_name.as_ref())?;
    set.change("source_keyword", &patch.source_keyword)?;
    set.change("source_pattern", &patch.source_pattern)?;
    set.given("tld", patch.tld.as_ref())?;
    set.given("dns_status", patch.dns_status)?;
    set.change("dns_reason", &patch.dns_reason)?;
    set.given("dns_addresses", patch.dns_addresses.as_ref())?;
    set.given("dns_attempts", patch.dns_attempts)?;
    set.given("http_status", patch.http_status)?;
    set.change("http_reason", &patch.http_reason)?;
    set.change("http_status_code", &patch.http_status_code)?;
    set.change("http_title", &patch.http_title)?;
    set.given("http_keywords", patch.http_keywords.as_ref())?;
    set.given("http_attempts", patch.http_attempts)?;
    set.given("lead_status", patch.lead_status)?;
    set.change("lead_score", &patch.lead_score)?;
    set.change("last_validated_at", &patch.last_validated_at)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `campaign_id`, `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    id: i64,
) -> Result<bool, GeneratedDomainError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.generated_domains WHERE campaign_id = $1::uuid AND id = ",
        "$2::bigint",
    ))
    .bind(campaign_id)
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `campaign_id`, `offset_index`; whether there was one.
pub async fn delete_by_campaign_id_and_offset_index(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    offset_index: i64,
) -> Result<bool, GeneratedDomainError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.generated_domains WHERE campaign_id = $1::uuid AND ",
        "offset_index = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(offset_index)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `campaign_id`, `domain_name`; whether there was one.
pub async fn delete_by_campaign_id_and_domain_name(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    domain_name: &str,
) -> Result<bool, GeneratedDomainError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.generated_domains WHERE campaign_id = $1::uuid AND ",
        "domain_name = $2::character varying",
    ))
    .bind(campaign_id)
    .bind(domain_name)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
