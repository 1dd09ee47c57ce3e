// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::enums::ConfigVersionStatusEnum;
use super::super::errors::ConfigVersionStatusTransitionError;
use super::super::models::{
    ConfigVersionStatusTransition, ConfigVersionStatusTransitionPatch,
    NewConfigVersionStatusTransition,
};
use super::super::support::{Assignments, Copy, Rows};

macro_rules! columns {
    () => {
        "from_status, to_status, description"
    };
}

const TABLE: &str = "public.config_version_status_transitions";
const COLUMNS: &str = columns!();

/// The row with this `from_status`, `to_status`.
pub async fn get(
    db: impl PgExecutor<'_>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> Result<Option<ConfigVersionStatusTransition>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_version_status_transitions",
        " WHERE from_status = $1::public.config_version_status_enum AND to_status = ",
        "$2::public.config_version_status_enum",
    ))
    .bind(from_status)
    .bind(to_status)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `from_status`, `to_status`.
pub async fn exists(
    db: impl PgExecutor<'_>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.config_version_status_transitions WHERE ",
        "from_status = $1::public.config_version_status_enum AND to_status = ",
        "$2::public.config_version_status_enum)",
    ))
    .bind(from_status)
    .bind(to_status)
    .fetch_one(db)
    .await
}

/// The rows with these values of `from_status`, `to_status`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[(ConfigVersionStatusEnum, ConfigVersionStatusEnum)],
) -> Result<
    HashMap<
        (ConfigVersionStatusEnum, ConfigVersionStatusEnum),
        ConfigVersionStatusTransition,
    >,
    sqlx::Error,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    let rows: Vec<ConfigVersionStatusTransition> = sqlx::query_as(
            concat!(
                "SELECT ", columns!(), " FROM public.config_version_status_transitions",
                " WHERE (from_status, to_status) IN (SELECT * FROM ",
                "UNNEST($1::public.config_version_status_enum[], ",
                "$2::public.config_version_status_enum[]))",
            ),
        )
        .bind(keys_0)
        .bind(keys_1)
        .fetch_all(db)
        .await?;
    Ok(rows.into_iter().map(|row| ((row.from_status, row.to_status), row)).collect())
}

/// The row with this `from_status`, `to_status`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> Result<Option<ConfigVersionStatusTransition>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_version_status_transitions",
        " WHERE from_status = $1::public.config_version_status_enum AND to_status = ",
        "$2::public.config_version_status_enum",
        " FOR UPDATE",
    ))
    .bind(from_status)
    .bind(to_status)
    .fetch_optional(db)
    .await
}

/// The row with this `from_status`, `to_status`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> Result<Option<ConfigVersionStatusTransition>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_version_status_transitions",
        " WHERE from_status = $1::public.config_version_status_enum AND to_status = ",
        "$2::public.config_version_status_enum",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(from_status)
    .bind(to_status)
    .fetch_optional(db)
    .await
}

/// How many rows `public.config_version_status_transitions` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.config_version_status_transitions")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<ConfigVersionStatusTransition, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_version_status_transitions",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewConfigVersionStatusTransition,
) -> Result<ConfigVersionStatusTransition, ConfigVersionStatusTransitionError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewConfigVersionStatusTransition],
) -> Result<Vec<ConfigVersionStatusTransition>, ConfigVersionStatusTransitionError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column(
        "from_status",
        "public.config_version_status_enum",
        new.iter().map(|row| &row.from_status),
    )?;
    rows.column(
        "to_status",
        "public.config_version_status_enum",
        new.iter().map(|row| &row.to_status),
    )?;
    rows.column("description", "text", new.iter().map(|row| &row.description))?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewConfigVersionStatusTransition],
) -> Result<u64, ConfigVersionStatusTransitionError> {
    let mut copy = Copy::begin(db, TABLE, &["from_status", "to_status", "description"])
        .await?;
    for row in new {
        copy.row().await?;
        copy.value(row.from_status)?;
        copy.value(row.to_status)?;
        copy.value(&row.description)?;
    }
    Ok(copy.finish().await?)
}

/// Inserts a row, or writes what `new` gives to the row that has its `from_status`, `to_status` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert(
    db: impl PgExecutor<'_>,
    new: &NewConfigVersionStatusTransition,
) -> Result<ConfigVersionStatusTransition, ConfigVersionStatusTransitionError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(from_status, to_status)",
            &["from_status", "to_status"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(
    new: &NewConfigVersionStatusTransition,
) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("from_status", new.from_status)?;
    set.set("to_status", new.to_status)?;
    set.set("description", &new.description)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `from_status`, `to_status`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
    patch: &ConfigVersionStatusTransitionPatch,
) -> Result<Option<ConfigVersionStatusTransition>, ConfigVersionStatusTransitionError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, from_status, to_status).await?);
    }
    let key_0 = set.argument(from_status)?;
    let key_1 = set.argument(to_status)?;
    let condition = format!(
        "from_status = {key_0}::public.config_version_status_enum AND to_status = {key_1}::public.config_version_status_enum"
    );
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(
    patch: &ConfigVersionStatusTransitionPatch,
) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("description", patch.description.as_ref())?;
    Ok(set)
}

/// Deletes the row with this `from_status`, `to_status`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> Result<bool, ConfigVersionStatusTransitionError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.config_version_status_transitions WHERE from_status = ",
        "$1::public.config_version_status_enum AND to_status = ",
        "$2::public.config_version_status_enum",
    ))
    .bind(from_status)
    .bind(to_status)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
