// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::enums::KeywordRuleTypeEnum;
use super::super::errors::KeywordRuleError;
use super::super::models::{KeywordRule, KeywordRulePatch, NewKeywordRule};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, keyword_set_id, pattern, rule_type, is_case_sensitive, category, ",
            "context_characters, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.keyword_rules";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<KeywordRule>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `keyword_set_id`, `pattern`, `rule_type`, `is_case_sensitive`.
pub fn get_by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive<'e>(
    db: impl PgExecutor<'e>,
    keyword_set_id: Uuid,
    pattern: &str,
    rule_type: KeywordRuleTypeEnum,
    is_case_sensitive: bool,
) -> BoxFuture<'e, Result<Option<KeywordRule>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE keyword_set_id = $1::uuid AND pattern = $2::character varying AND ",
        "rule_type = $3::public.keyword_rule_type_enum AND is_case_sensitive = ",
        "$4::boolean",
    ))
    .bind(keyword_set_id)
    .bind(pattern)
    .bind(rule_type)
    .bind(is_case_sensitive)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.keyword_rules WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `keyword_set_id`, `pattern`, `rule_type`, `is_case_sensitive`.
pub fn exists_by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive<'e>(
    db: impl PgExecutor<'e>,
    keyword_set_id: Uuid,
    pattern: &str,
    rule_type: KeywordRuleTypeEnum,
    is_case_sensitive: bool,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.keyword_rules WHERE keyword_set_id = ",
        "$1::uuid AND pattern = $2::character varying AND rule_type = ",
        "$3::public.keyword_rule_type_enum AND is_case_sensitive = $4::boolean)",
    ))
    .bind(keyword_set_id)
    .bind(pattern)
    .bind(rule_type)
    .bind(is_case_sensitive)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, KeywordRule>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<KeywordRule>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<KeywordRule>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `keyword_set_id`, by primary key.
pub fn list_by_keyword_set_id<'e>(
    db: impl PgExecutor<'e>,
    keyword_set_id: Uuid,
) -> BoxFuture<'e, Result<Vec<KeywordRule>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE keyword_set_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(keyword_set_id)
    .fetch_all(db)
}

/// The rows with each of these values of `keyword_set_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_keyword_set_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<KeywordRule>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE keyword_set_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.keyword_set_id))
}

/// How many rows `public.keyword_rules` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.keyword_rules").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<KeywordRule, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewKeywordRule,
) -> BoxFuture<'e, Result<KeywordRule, KeywordRuleError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewKeywordRule],
) -> BoxFuture<'e, Result<Vec<KeywordRule>, KeywordRuleError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("keyword_set_id", "uuid", |row| &row.keyword_set_id);
    rows.column("pattern", "character varying", |row| &row.pattern);
    rows.or_default(
        "rule_type",
        "public.keyword_rule_type_enum",
        "('string')",
        |row| &row.rule_type,
    );
    rows.or_default(
        "is_case_sensitive",
        "boolean",
        "(false)",
        |row| &row.is_case_sensitive,
    );
    rows.column("category", "character varying", |row| &row.category);
    rows.or_default(
        "context_characters",
        "smallint",
        "(80)",
        |row| &row.context_characters,
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
    new: &'e [NewKeywordRule],
) -> BoxFuture<'e, Result<u64, KeywordRuleError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewKeywordRule,
) -> BoxFuture<'e, Result<KeywordRule, KeywordRuleError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `keyword_set_id`, `pattern`, `rule_type`, `is_case_sensitive`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive<'e>(
    db: impl PgExecutor<'e>,
    new: &NewKeywordRule,
) -> BoxFuture<'e, Result<KeywordRule, KeywordRuleError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(keyword_set_id, pattern, rule_type, is_case_sensitive)",
            &["keyword_set_id", "pattern", "rule_type", "is_case_sensitive", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewKeywordRule {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("keyword_set_id", self.keyword_set_id);
        to.set("pattern", &self.pattern);
        to.or_default("rule_type", &self.rule_type);
        to.or_default("is_case_sensitive", &self.is_case_sensitive);
        to.set("category", &self.category);
        to.or_default("context_characters", &self.context_characters);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &KeywordRulePatch,
) -> BoxFuture<'e, Result<Option<KeywordRule>, KeywordRuleError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &KeywordRulePatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("keyword_set_id", patch.keyword_set_id);
    set.given("pattern", patch.pattern.as_ref());
    set.given("rule_type", patch.rule_type);
    set.given("is_case_sensitive", patch.is_case_sensitive);
    set.change("category", &patch.category);
    set.given("context_characters", patch.context_characters);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, KeywordRuleError>> {
    Query::new("DELETE FROM public.keyword_rules WHERE id = $1::uuid")
        .bind(id)
        .affects(db)
}

/// Deletes the row with this `keyword_set_id`, `pattern`, `rule_type`, `is_case_sensitive`; gives whether there was one.
pub fn delete_by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive<'e>(
    db: impl PgExecutor<'e>,
    keyword_set_id: Uuid,
    pattern: &str,
    rule_type: KeywordRuleTypeEnum,
    is_case_sensitive: bool,
) -> BoxFuture<'e, Result<bool, KeywordRuleError>> {
    Query::new(concat!(
        "DELETE FROM public.keyword_rules WHERE keyword_set_id = $1::uuid AND pattern ",
        "= $2::character varying AND rule_type = $3::public.keyword_rule_type_enum ",
        "AND is_case_sensitive = $4::boolean",
    ))
    .bind(keyword_set_id)
    .bind(pattern)
    .bind(rule_type)
    .bind(is_case_sensitive)
    .affects(db)
}
