// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::ConfigVersionError;
use super::super::models::{ConfigVersion, ConfigVersionPatch, NewConfigVersion};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        concat!(
            "id, config_key, version_number, config_value, value_hash, change_type, ",
            "change_reason, status, validation_status, validation_errors, ",
            "previous_version_id, proposed_by, approved_by, approved_at, rejected_at, ",
            "deployed_by, deployed_at, withdrawn_at, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.config_versions";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `config_key`, `version_number`.
pub async fn get_by_config_key_and_version_number(
    db: impl PgExecutor<'_>,
    config_key: &str,
    version_number: i32,
) -> Result<Option<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE config_key = $1::character varying AND version_number = $2::integer",
    ))
    .bind(config_key)
    .bind(version_number)
    .fetch_optional(db)
    .await
}

/// The row with this `config_key`.
pub async fn get_by_config_key(
    db: impl PgExecutor<'_>,
    config_key: &str,
) -> Result<Option<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE config_key = $1::character varying AND (status = 'deployed')",
    ))
    .bind(config_key)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.config_versions WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `config_key`, `version_number`.
pub async fn exists_by_config_key_and_version_number(
    db: impl PgExecutor<'_>,
    config_key: &str,
    version_number: i32,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.config_versions WHERE config_key = ",
        "$1::character varying AND version_number = $2::integer)",
    ))
    .bind(config_key)
    .bind(version_number)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `config_key`.
pub async fn exists_by_config_key(
    db: impl PgExecutor<'_>,
    config_key: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.config_versions WHERE config_key = ",
        "$1::character varying AND (status = 'deployed'))",
    ))
    .bind(config_key)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, ConfigVersion>, sqlx::Error> {
    let rows: Vec<ConfigVersion> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
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
) -> Result<Option<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
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
) -> Result<Option<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `previous_version_id`, by primary key.
pub async fn list_by_previous_version_id(
    db: impl PgExecutor<'_>,
    previous_version_id: Uuid,
) -> Result<Vec<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE previous_version_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(previous_version_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `previous_version_id`, by value, in one statement.
pub async fn list_by_previous_version_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ConfigVersion>>, sqlx::Error> {
    let rows: Vec<ConfigVersion> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE previous_version_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<ConfigVersion>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.previous_version_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `proposed_by`, by primary key.
pub async fn list_by_proposed_by(
    db: impl PgExecutor<'_>,
    proposed_by: Uuid,
) -> Result<Vec<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE proposed_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(proposed_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `proposed_by`, by value, in one statement.
pub async fn list_by_proposed_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ConfigVersion>>, sqlx::Error> {
    let rows: Vec<ConfigVersion> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE proposed_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<ConfigVersion>> = HashMap::new();
    for row in rows {
        found.entry(row.proposed_by).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `approved_by`, by primary key.
pub async fn list_by_approved_by(
    db: impl PgExecutor<'_>,
    approved_by: Uuid,
) -> Result<Vec<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE approved_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(approved_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `approved_by`, by value, in one statement.
pub async fn list_by_approved_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ConfigVersion>>, sqlx::Error> {
    let rows: Vec<ConfigVersion> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE approved_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<ConfigVersion>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.approved_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `deployed_by`, by primary key.
pub async fn list_by_deployed_by(
    db: impl PgExecutor<'_>,
    deployed_by: Uuid,
) -> Result<Vec<ConfigVersion>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE deployed_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(deployed_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `deployed_by`, by value, in one statement.
pub async fn list_by_deployed_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<ConfigVersion>>, sqlx::Error> {
    let rows: Vec<ConfigVersion> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE deployed_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<ConfigVersion>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.deployed_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.config_versions` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.config_versions")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ConfigVersion, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewConfigVersion,
) -> Result<ConfigVersion, ConfigVersionError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewConfigVersion],
) -> Result<Vec<ConfigVersion>, ConfigVersionError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column(
        "config_key",
        "character varying",
        new.iter().map(|row| &row.config_key),
    )?;
    rows.or_default(
        "version_number",
        "integer",
        "(0)",
        new.iter().map(|row| &row.version_number),
    )?;
    rows.column("config_value", "jsonb", new.iter().map(|row| &row.config_value))?;
    rows.column(
        "change_type",
        "public.config_change_type_enum",
        new.iter().map(|row| &row.change_type),
    )?;
    rows.column("change_reason", "text", new.iter().map(|row| &row.change_reason))?;
    rows.or_default(
        "status",
        "public.config_version_status_enum",
        "('proposed')",
        new.iter().map(|row| &row.status),
    )?;
    rows.or_default(
        "validation_status",
        "public.config_validation_status_enum",
        "('pending')",
        new.iter().map(|row| &row.validation_status),
    )?;
    rows.or_default(
        "validation_errors",
        "jsonb",
        "('[]')",
        new.iter().map(|row| &row.validation_errors),
    )?;
    rows.column(
        "previous_version_id",
        "uuid",
        new.iter().map(|row| &row.previous_version_id),
    )?;
    rows.column("proposed_by", "uuid", new.iter().map(|row| &row.proposed_by))?;
    rows.column("approved_by", "uuid", new.iter().map(|row| &row.approved_by))?;
    rows.column(
        "approved_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.approved_at),
    )?;
    rows.column(
        "rejected_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.rejected_at),
    )?;
    rows.column("deployed_by", "uuid", new.iter().map(|row| &row.deployed_by))?;
    rows.column(
        "deployed_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.deployed_at),
    )?;
    rows.column(
        "withdrawn_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.withdrawn_at),
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
    new: &[NewConfigVersion],
) -> Result<u64, ConfigVersionError> {
    let mut kinds: BTreeMap<[bool; 7], Vec<&NewConfigVersion>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.version_number.is_default(),
            !row.status.is_default(),
            !row.validation_status.is_default(),
            !row.validation_errors.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "config_key", "config_value", "change_type", "change_reason",
            "previous_version_id", "proposed_by", "approved_by", "approved_at",
            "rejected_at", "deployed_by", "deployed_at", "withdrawn_at"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("version_number");
        }
        if given[2] {
            columns.push("status");
        }
        if given[3] {
            columns.push("validation_status");
        }
        if given[4] {
            columns.push("validation_errors");
        }
        if given[5] {
            columns.push("created_at");
        }
        if given[6] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.config_key)?;
            copy.value(&row.config_value)?;
            copy.value(row.change_type)?;
            copy.value(&row.change_reason)?;
            copy.value(row.previous_version_id)?;
            copy.value(row.proposed_by)?;
            copy.value(row.approved_by)?;
            copy.value(row.approved_at)?;
            copy.value(row.rejected_at)?;
            copy.value(row.deployed_by)?;
            copy.value(row.deployed_at)?;
            copy.value(row.withdrawn_at)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.version_number.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.validation_status.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.validation_errors.value() {
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
    new: &NewConfigVersion,
) -> Result<ConfigVersion, ConfigVersionError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `config_key`, `version_number` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_config_key_and_version_number(
    db: impl PgExecutor<'_>,
    new: &NewConfigVersion,
) -> Result<ConfigVersion, ConfigVersionError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(config_key, version_number)",
            &["config_key", "version_number", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `config_key` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_config_key(
    db: impl PgExecutor<'_>,
    new: &NewConfigVersion,
) -> Result<ConfigVersion, ConfigVersionError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(config_key) WHERE status = 'deployed'",
            &["config_key", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewConfigVersion) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("config_key", &new.config_key)?;
    set.or_default("version_number", &new.version_number)?;
    set.set("config_value", &new.config_value)?;
    set.set("change_type", new.change_type)?;
    set.set("change_reason", &new.change_reason)?;
    set.or_default("status", &new.status)?;
    set.or_default("validation_status", &new.validation_status)?;
    set.or_default("validation_errors", &new.validation_errors)?;
    set.set("previous_version_id", new.previous_version_id)?;
    set.set("proposed_by", new.proposed_by)?;
    set.set("approved_by", new.approved_by)?;
    set.set("approved_at", new.approved_at)?;
    set.set("rejected_at", new.rejected_at)?;
    set.set("deployed_by", new.deployed_by)?;
    set.set("deployed_at", new.deployed_at)?;
    set.set("withdrawn_at", new.withdrawn_at)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &ConfigVersionPatch,
) -> Result<Option<ConfigVersion>, ConfigVersionError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &ConfigVersionPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("config_key", patch.config_key.as_ref())?;
    set.given("version_number", patch.version_number)?;
    set.given("config_value", patch.config_value.as_ref())?;
    set.given("change_type", patch.change_type)?;
    set.change("change_reason", &patch.change_reason)?;
    set.given("status", patch.status)?;
    set.given("validation_status", patch.validation_status)?;
    set.given("validation_errors", patch.validation_errors.as_ref())?;
    set.change("previous_version_id", &patch.previous_version_id)?;
    set.given("proposed_by", patch.proposed_by)?;
    set.change("approved_by", &patch.approved_by)?;
    set.change("approved_at", &patch.approved_at)?;
    set.change("rejected_at", &patch.rejected_at)?;
    set.change("deployed_by", &patch.deployed_by)?;
    set.change("deployed_at", &patch.deployed_at)?;
    set.change("withdrawn_at", &patch.withdrawn_at)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, ConfigVersionError> {
    let done = sqlx::query("DELETE FROM public.config_versions WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `config_key`, `version_number`; whether there was one.
pub async fn delete_by_config_key_and_version_number(
    db: impl PgExecutor<'_>,
    config_key: &str,
    version_number: i32,
) -> Result<bool, ConfigVersionError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.config_versions WHERE config_key = $1::character varying ",
        "AND version_number = $2::integer",
    ))
    .bind(config_key)
    .bind(version_number)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `config_key`; whether there was one.
pub async fn delete_by_config_key(
    db: impl PgExecutor<'_>,
    config_key: &str,
) -> Result<bool, ConfigVersionError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.config_versions WHERE config_key = $1::character varying ",
        "AND (status = 'deployed')",
    ))
    .bind(config_key)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
