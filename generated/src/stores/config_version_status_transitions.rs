// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;

use super::super::enums::ConfigVersionStatusEnum;
use super::super::errors::ConfigVersionStatusTransitionError;
use super::super::models::{
    ConfigVersionStatusTransition, ConfigVersionStatusTransitionPatch,
    NewConfigVersionStatusTransition,
};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        "from_status, to_status, description"
    };
}

const TABLE: &str = "public.config_version_status_transitions";
const COLUMNS: &str = columns!();

/// The row with this `from_status`, `to_status`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> BoxFuture<'e, Result<Option<ConfigVersionStatusTransition>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_version_status_transitions",
        " WHERE from_status = $1::public.config_version_status_enum AND to_status = ",
        "$2::public.config_version_status_enum",
    ))
    .bind(from_status)
    .bind(to_status)
    .fetch_optional(db)
}

/// Whether there is a row with this `from_status`, `to_status`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.config_version_status_transitions WHERE ",
        "from_status = $1::public.config_version_status_enum AND to_status = ",
        "$2::public.config_version_status_enum)",
    ))
    .bind(from_status)
    .bind(to_status)
    .fetch_value(db)
}

/// The rows with these values of `from_status`, `to_status`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[(ConfigVersionStatusEnum, ConfigVersionStatusEnum)],
) -> BoxFuture<
    'e,
    Result<HashMap<(
        ConfigVersionStatusEnum,
        ConfigVersionStatusEnum,
    ), ConfigVersionStatusTransition>, sqlx::Error>,
> {
    let keys_0: Vec<_> = keys.iter().map(|key| &key.0).collect();
    let keys_1: Vec<_> = keys.iter().map(|key| &key.1).collect();
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_version_status_transitions",
        " WHERE (from_status, to_status) IN (SELECT * FROM ",
        "UNNEST($1::public.config_version_status_enum[], ",
        "$2::public.config_version_status_enum[]))",
    ))
    .bind(keys_0)
    .bind(keys_1)
    .fetch_map(db, |row| Some((row.from_status, row.to_status)))
}

/// The row with this `from_status`, `to_status`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> BoxFuture<'e, Result<Option<ConfigVersionStatusTransition>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// The row with this `from_status`, `to_status`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> BoxFuture<'e, Result<Option<ConfigVersionStatusTransition>, sqlx::Error>> {
    Query::new(concat!(
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
}

/// How many rows `public.config_version_status_transitions` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new(
        "SELECT count(*) FROM public.config_version_status_transitions",
    )
    .fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ConfigVersionStatusTransition, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_version_status_transitions",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigVersionStatusTransition,
) -> BoxFuture<
    'e,
    Result<ConfigVersionStatusTransition, ConfigVersionStatusTransitionError>,
> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewConfigVersionStatusTransition],
) -> BoxFuture<
    'e,
    Result<Vec<ConfigVersionStatusTransition>, ConfigVersionStatusTransitionError>,
> {
    let mut rows = Rows::new(new);
    rows.column(
        "from_status",
        "public.config_version_status_enum",
        |row| &row.from_status,
    );
    rows.column("to_status", "public.config_version_status_enum", |row| &row.to_status);
    rows.column("description", "text", |row| &row.description);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewConfigVersionStatusTransition],
) -> BoxFuture<'e, Result<u64, ConfigVersionStatusTransitionError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `from_status`, `to_status`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigVersionStatusTransition,
) -> BoxFuture<
    'e,
    Result<ConfigVersionStatusTransition, ConfigVersionStatusTransitionError>,
> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(from_status, to_status)",
            &["from_status", "to_status"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewConfigVersionStatusTransition {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("from_status", self.from_status);
        to.set("to_status", self.to_status);
        to.set("description", &self.description);
    }
}

/// Writes what the patch sets to the row with this `from_status`, `to_status`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
    patch: &ConfigVersionStatusTransitionPatch,
) -> BoxFuture<
    'e,
    Result<Option<ConfigVersionStatusTransition>, ConfigVersionStatusTransitionError>,
> {
    changes(patch)
        .key("from_status", "public.config_version_status_enum", from_status)
        .key("to_status", "public.config_version_status_enum", to_status)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ConfigVersionStatusTransitionPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("description", patch.description.as_ref());
    set
}

/// Deletes the row with this `from_status`, `to_status`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    from_status: ConfigVersionStatusEnum,
    to_status: ConfigVersionStatusEnum,
) -> BoxFuture<'e, Result<bool, ConfigVersionStatusTransitionError>> {
    Query::new(concat!(
        "DELETE FROM public.config_version_status_transitions WHERE from_status = ",
        "$1::public.config_version_status_enum AND to_status = ",
        "$2::public.config_version_status_enum",
    ))
    .bind(from_status)
    .bind(to_status)
    .affects(db)
}
