// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::enums::KeywordRuleTypeEnum;
use super::super::errors::KeywordRuleError;
use super::super::models::{KeywordRule, KeywordRulePatch, NewKeywordRule};
use super::super::support::{Assignments, Copy, Rows};

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
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<KeywordRule>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `keyword_set_id`, `pattern`, `rule_type`, `is_case_sensitive`.
pub async fn get_by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive(
    db: impl PgExecutor<'_>,
    keyword_set_id: Uuid,
    pattern: &str,
    rule_type: KeywordRuleTypeEnum,
    is_case_sensitive: bool,
) -> Result<Option<KeywordRule>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.keyword_rules WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `keyword_set_id`, `pattern`, `rule_type`, `is_case_sensitive`.
pub async fn exists_by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive(
    db: impl PgExecutor<'_>,
    keyword_set_id: Uuid,
    pattern: &str,
    rule_type: KeywordRuleTypeEnum,
    is_case_sensitive: bool,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.keyword_rules WHERE keyword_set_id = ",
        "$1::uuid AND pattern = $2::character varying AND rule_type = ",
        "$3::public.keyword_rule_type_enum AND is_case_sensitive = $4::boolean)",
    ))
    .bind(keyword_set_id)
    .bind(pattern)
    .bind(rule_type)
    .bind(is_case_sensitive)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, KeywordRule>, sqlx::Error> {
    let rows: Vec<KeywordRule> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<KeywordRule>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE id = $1::uuid",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<KeywordRule>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `keyword_set_id`, by primary key.
pub async fn list_by_keyword_set_id(
    db: impl PgExecutor<'_>,
    keyword_set_id: Uuid,
) -> Result<Vec<KeywordRule>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE keyword_set_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(keyword_set_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `keyword_set_id`, by value, in one statement.
pub async fn list_by_keyword_set_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<KeywordRule>>, sqlx::Error> {
    let rows: Vec<KeywordRule> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
        " WHERE keyword_set_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<KeywordRule>> = HashMap::new();
    for row in rows {
        found.entry(row.keyword_set_id).or_default().push(row);
    }
    Ok(found)
}

/// How many rows `public.keyword_rules` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.keyword_rules")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<KeywordRule, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.keyword_rules",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewKeywordRule,
) -> Result<KeywordRule, KeywordRuleError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewKeywordRule],
) -> Result<Vec<KeywordRule>, KeywordRuleError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("keyword_set_id", "uuid", new.iter().map(|row| &row.keyword_set_id))?;
    rows.column("pattern", "character varying", new.iter().map(|row| &row.pattern))?;
    rows.or_default(
        "rule_type",
        "public.keyword_rule_type_enum",
        "('string')",
        new.iter().map(|row| &row.rule_type),
    )?;
    rows.or_default(
        "is_case_sensitive",
        "boolean",
        "(false)",
        new.iter().map(|row| &row.is_case_sensitive),
    )?;
    rows.column("category", "character varying", new.iter().map(|row| &row.category))?;
    rows.or_default(
        "context_characters",
        "smallint",
        "(80)",
        new.iter().map(|row| &row.context_characters),
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
    new: &[NewKeywordRule],
) -> Result<u64, KeywordRuleError> {
    let mut kinds: BTreeMap<[bool; 6], Vec<&NewKeywordRule>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.rule_type.is_default(),
            !row.is_case_sensitive.is_default(),
            !row.context_characters.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec!["keyword_set_id", "pattern", "category"];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("rule_type");
        }
        if given[2] {
            columns.push("is_case_sensitive");
        }
        if given[3] {
            columns.push("context_characters");
        }
        if given[4] {
            columns.push("created_at");
        }
        if given[5] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.keyword_set_id)?;
            copy.value(&row.pattern)?;
            copy.value(&row.category)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.rule_type.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.is_case_sensitive.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.context_characters.value() {
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

/// Inserts a row, or writes what `new` gives to the row that has its `id` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewKeywordRule,
) -> Result<KeywordRule, KeywordRuleError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `keyword_set_id`, `pattern`, `rule_type`, `is_case_sensitive` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive(
    db: impl PgExecutor<'_>,
    new: &NewKeywordRule,
) -> Result<KeywordRule, KeywordRuleError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(keyword_set_id, pattern, rule_type, is_case_sensitive)",
            &["keyword_set_id", "pattern", "rule_type", "is_case_sensitive", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewKeywordRule) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("keyword_set_id", new.keyword_set_id)?;
    set.set("pattern", &new.pattern)?;
    set.or_default("rule_type", &new.rule_type)?;
    set.or_default("is_case_sensitive", &new.is_case_sensitive)?;
    set.set("category", &new.category)?;
    set.or_default("context_characters", &new.context_characters)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &KeywordRulePatch,
) -> Result<Option<KeywordRule>, KeywordRuleError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &KeywordRulePatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("keyword_set_id", patch.keyword_set_id)?;
    set.given("pattern", patch.pattern.as_ref())?;
    set.given("rule_type", patch.rule_type)?;
    set.given("is_case_sensitive", patch.is_case_sensitive)?;
    set.change("category", &patch.category)?;
    set.given("context_characters", patch.context_characters)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, KeywordRuleError> {
    let done = sqlx::query("DELETE FROM public.keyword_rules WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `keyword_set_id`, `pattern`, `rule_type`, `is_case_sensitive`; whether there was one.
pub async fn delete_by_keyword_set_id_and_pattern_and_rule_type_and_is_case_sensitive(
    db: impl PgExecutor<'_>,
    keyword_set_id: Uuid,
    pattern: &str,
    rule_type: KeywordRuleTypeEnum,
    is_case_sensitive: bool,
) -> Result<bool, KeywordRuleError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.keyword_rules WHERE keyword_set_id = $1::uuid AND pattern ",
        "= $2::character varying AND rule_type = $3::public.keyword_rule_type_enum ",
        "AND is_case_sensitive = $4::boolean",
    ))
    .bind(keyword_set_id)
    .bind(pattern)
    .bind(rule_type)
    .bind(is_case_sensitive)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
