// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::GeneratedDomainError;
use super::super::models::{GeneratedDomain, GeneratedDomainPatch, NewGeneratedDomain};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "campaign_id, id, offset_index, domain_name, source_keyword, source_pattern, ",
            "tld, dns_status, dns_reason, dns_addresses, dns_attempts, http_status, ",
            "http_reason, http_status_code, http_title, http_keywords, http_attempts, ",
            "lead_status, lead_score, last_validated_at, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.generated_domains";
const COLUMNS: &str = columns!();

/// The row with this `campaign_id`, `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    id: i64,
) -> BoxFuture<'e, Result<Option<GeneratedDomain>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND id = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `offset_index`.
pub fn get_by_campaign_id_and_offset_index<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    offset_index: i64,
) -> BoxFuture<'e, Result<Option<GeneratedDomain>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND offset_index = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(offset_index)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `domain_name`.
pub fn get_by_campaign_id_and_domain_name<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_name: &str,
) -> BoxFuture<'e, Result<Option<GeneratedDomain>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND domain_name = $2::character varying",
    ))
    .bind(campaign_id)
    .bind(domain_name)
    .fetch_optional(db)
}

/// Whether there is a row with this `campaign_id`, `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.generated_domains WHERE campaign_id = ",
        "$1::uuid AND id = $2::bigint)",
    ))
    .bind(campaign_id)
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `campaign_id`, `offset_index`.
pub fn exists_by_campaign_id_and_offset_index<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    offset_index: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.generated_domains WHERE campaign_id = ",
        "$1::uuid AND offset_index = $2::bigint)",
    ))
    .bind(campaign_id)
    .bind(offset_index)
    .fetch_value(db)
}

/// Whether there is a row with this `campaign_id`, `domain_name`.
pub fn exists_by_campaign_id_and_domain_name<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_name: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.generated_domains WHERE campaign_id = ",
        "$1::uuid AND domain_name = $2::character varying)",
    ))
    .bind(campaign_id)
    .bind(domain_name)
    .fetch_value(db)
}

/// The rows with these values of `campaign_id`, `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(Uuid, i64)],
) -> BoxFuture<'e, Result<HashMap<(Uuid, i64), GeneratedDomain>, sqlx::Error>> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE (campaign_id, id) IN (SELECT * FROM UNNEST($1::uuid[], $2::bigint[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.campaign_id, row.id)))
}

/// The row with this `campaign_id`, `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    id: i64,
) -> BoxFuture<'e, Result<Option<GeneratedDomain>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND id = $2::bigint",
        " FOR UPDATE",
    ))
    .bind(campaign_id)
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    id: i64,
) -> BoxFuture<'e, Result<Option<GeneratedDomain>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid AND id = $2::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(campaign_id)
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `campaign_id`, by primary key.
pub fn list_by_campaign_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Vec<GeneratedDomain>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY campaign_id, id",
    ))
    .bind(campaign_id)
    .fetch_all(db)
}

/// The rows with each of these values of `campaign_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_campaign_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<GeneratedDomain>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY campaign_id, id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// How many rows `public.generated_domains` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.generated_domains").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<GeneratedDomain, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.generated_domains",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewGeneratedDomain,
) -> BoxFuture<'e, Result<GeneratedDomain, GeneratedDomainError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewGeneratedDomain],
) -> BoxFuture<'e, Result<Vec<GeneratedDomain>, GeneratedDomainError>> {
    let mut rows = Rows::new(new);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("offset_index", "bigint", |row| &row.offset_index);
    rows.column("domain_name", "character varying", |row| &row.domain_name);
    rows.column("source_keyword", "character varying", |row| &row.source_keyword);
    rows.column("source_pattern", "character varying", |row| &row.source_pattern);
    rows.column("tld", "character varying", |row| &row.tld);
    rows.or_default(
        "dns_status",
        "public.domain_dns_status_enum",
        "('pending')",
        |row| &row.dns_status,
    );
    rows.column("dns_reason", "text", |row| &row.dns_reason);
    rows.list_or_default("dns_addresses", "inet", "('{}')", |row| &row.dns_addresses);
    rows.or_default("dns_attempts", "smallint", "(0)", |row| &row.dns_attempts);
    rows.or_default(
        "http_status",
        "public.domain_http_status_enum",
        "('pending')",
        |row| &row.http_status,
    );
    rows.column("http_reason", "text", |row| &row.http_reason);
    rows.column("http_status_code", "smallint", |row| &row.http_status_code);
    rows.column("http_title", "character varying", |row| &row.http_title);
    rows.list_or_default("http_keywords", "text", "('{}')", |row| &row.http_keywords);
    rows.or_default("http_attempts", "smallint", "(0)", |row| &row.http_attempts);
    rows.or_default(
        "lead_status",
        "public.domain_lead_status_enum",
        "('pending')",
        |row| &row.lead_status,
    );
    rows.column("lead_score", "numeric", |row| &row.lead_score);
    rows.column(
        "last_validated_at",
        "timestamp with time zone",
        |row| &row.last_validated_at,
    );
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.or_default(
        "updated_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.updated_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewGeneratedDomain],
) -> BoxFuture<'e, Result<u64, GeneratedDomainError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `offset_index`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_campaign_id_and_offset_index<'e>(
    db: impl PgExecutor<'e>,
    new: &NewGeneratedDomain,
) -> BoxFuture<'e, Result<GeneratedDomain, GeneratedDomainError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, offset_index)",
            &["campaign_id", "offset_index", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `domain_name`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_campaign_id_and_domain_name<'e>(
    db: impl PgExecutor<'e>,
    new: &NewGeneratedDomain,
) -> BoxFuture<'e, Result<GeneratedDomain, GeneratedDomainError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, domain_name)",
            &["campaign_id", "domain_name", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewGeneratedDomain {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("campaign_id", self.campaign_id);
        to.set("offset_index", self.offset_index);
        to.set("domain_name", &self.domain_name);
        to.set("source_keyword", &self.source_keyword);
        to.set("source_pattern", &self.source_pattern);
        to.set("tld", &self.tld);
        to.or_default("dns_status", &self.dns_status);
        to.set("dns_reason", &self.dns_reason);
        to.column("dns_addresses", Form::List("inet"), self.dns_addresses.value());
        to.or_default("dns_attempts", &self.dns_attempts);
        to.or_default("http_status", &self.http_status);
        to.set("http_reason", &self.http_reason);
        to.set("http_status_code", self.http_status_code);
        to.set("http_title", &self.http_title);
        to.column("http_keywords", Form::List("text"), self.http_keywords.value());
        to.or_default("http_attempts", &self.http_attempts);
        to.or_default("lead_status", &self.lead_status);
        to.set("lead_score", self.lead_score);
        to.set("last_validated_at", self.last_validated_at);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `campaign_id`, `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    id: i64,
    patch: &GeneratedDomainPatch,
) -> BoxFuture<'e, Result<Option<GeneratedDomain>, GeneratedDomainError>> {
    changes(patch)
        .key("campaign_id", "uuid", campaign_id)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &GeneratedDomainPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("offset_index", patch.offset_index);
    set.given("domain_name", patch.domain_name.as_ref());
    set.change("source_keyword", &patch.source_keyword);
    set.change("source_pattern", &patch.source_pattern);
    set.given("tld", patch.tld.as_ref());
    set.given("dns_status", patch.dns_status);
    set.change("dns_reason", &patch.dns_reason);
    set.given("dns_addresses", patch.dns_addresses.as_ref());
    set.given("dns_attempts", patch.dns_attempts);
    set.given("http_status", patch.http_status);
    set.change("http_reason", &patch.http_reason);
    set.change("http_status_code", &patch.http_status_code);
    set.change("http_title", &patch.http_title);
    set.given("http_keywords", patch.http_keywords.as_ref());
    set.given("http_attempts", patch.http_attempts);
    set.given("lead_status", patch.lead_status);
    set.change("lead_score", &patch.lead_score);
    set.change("last_validated_at", &patch.last_validated_at);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `campaign_id`, `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    id: i64,
) -> BoxFuture<'e, Result<bool, GeneratedDomainError>> {
    Query::new(concat!(
        "DELETE FROM public.generated_domains WHERE campaign_id = $1::uuid AND id = ",
        "$2::bigint",
    ))
    .bind(campaign_id)
    .bind(id)
    .affects(db)
}

/// Deletes the row with this `campaign_id`, `offset_index`; gives whether there was one.
pub fn delete_by_campaign_id_and_offset_index<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    offset_index: i64,
) -> BoxFuture<'e, Result<bool, GeneratedDomainError>> {
    Query::new(concat!(
        "DELETE FROM public.generated_domains WHERE campaign_id = $1::uuid AND ",
        "offset_index = $2::bigint",
    ))
    .bind(campaign_id)
    .bind(offset_index)
    .affects(db)
}

/// Deletes the row with this `campaign_id`, `domain_name`; gives whether there was one.
pub fn delete_by_campaign_id_and_domain_name<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    domain_name: &str,
) -> BoxFuture<'e, Result<bool, GeneratedDomainError>> {
    Query::new(concat!(
        "DELETE FROM public.generated_domains WHERE campaign_id = $1::uuid AND ",
        "domain_name = $2::character varying",
    ))
    .bind(campaign_id)
    .bind(domain_name)
    .affects(db)
}
