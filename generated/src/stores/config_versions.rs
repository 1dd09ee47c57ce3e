// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::ConfigVersionError;
use super::super::models::{ConfigVersion, ConfigVersionPatch, NewConfigVersion};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `config_key`, `version_number`.
pub fn get_by_config_key_and_version_number<'e>(
    db: impl PgExecutor<'e>,
    config_key: &str,
    version_number: i32,
) -> BoxFuture<'e, Result<Option<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE config_key = $1::character varying AND version_number = $2::integer",
    ))
    .bind(config_key)
    .bind(version_number)
    .fetch_optional(db)
}

/// The row with this `config_key`, of those where `status = 'deployed'`.
pub fn get_by_config_key<'e>(
    db: impl PgExecutor<'e>,
    config_key: &str,
) -> BoxFuture<'e, Result<Option<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE config_key = $1::character varying AND (status = 'deployed')",
    ))
    .bind(config_key)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.config_versions WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `config_key`, `version_number`.
pub fn exists_by_config_key_and_version_number<'e>(
    db: impl PgExecutor<'e>,
    config_key: &str,
    version_number: i32,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.config_versions WHERE config_key = ",
        "$1::character varying AND version_number = $2::integer)",
    ))
    .bind(config_key)
    .bind(version_number)
    .fetch_value(db)
}

/// Whether there is a row with this `config_key`, of those where `status = 'deployed'`.
pub fn exists_by_config_key<'e>(
    db: impl PgExecutor<'e>,
    config_key: &str,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.config_versions WHERE config_key = ",
        "$1::character varying AND (status = 'deployed'))",
    ))
    .bind(config_key)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
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
) -> BoxFuture<'e, Result<Option<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `previous_version_id`, by primary key.
pub fn list_by_previous_version_id<'e>(
    db: impl PgExecutor<'e>,
    previous_version_id: Uuid,
) -> BoxFuture<'e, Result<Vec<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE previous_version_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(previous_version_id)
    .fetch_all(db)
}

/// The rows with each of these values of `previous_version_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_previous_version_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<ConfigVersion>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE previous_version_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.previous_version_id)
}

/// All rows with this `proposed_by`, by primary key.
pub fn list_by_proposed_by<'e>(
    db: impl PgExecutor<'e>,
    proposed_by: Uuid,
) -> BoxFuture<'e, Result<Vec<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE proposed_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(proposed_by)
    .fetch_all(db)
}

/// The rows with each of these values of `proposed_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_proposed_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<ConfigVersion>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE proposed_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.proposed_by))
}

/// All rows with this `approved_by`, by primary key.
pub fn list_by_approved_by<'e>(
    db: impl PgExecutor<'e>,
    approved_by: Uuid,
) -> BoxFuture<'e, Result<Vec<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE approved_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(approved_by)
    .fetch_all(db)
}

/// The rows with each of these values of `approved_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_approved_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<ConfigVersion>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE approved_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.approved_by)
}

/// All rows with this `deployed_by`, by primary key.
pub fn list_by_deployed_by<'e>(
    db: impl PgExecutor<'e>,
    deployed_by: Uuid,
) -> BoxFuture<'e, Result<Vec<ConfigVersion>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE deployed_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(deployed_by)
    .fetch_all(db)
}

/// The rows with each of these values of `deployed_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_deployed_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<ConfigVersion>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
        " WHERE deployed_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.deployed_by)
}

/// How many rows `public.config_versions` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.config_versions").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<ConfigVersion, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.config_versions",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigVersion,
) -> BoxFuture<'e, Result<ConfigVersion, ConfigVersionError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewConfigVersion],
) -> BoxFuture<'e, Result<Vec<ConfigVersion>, ConfigVersionError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("config_key", "character varying", |row| &row.config_key);
    rows.or_default("version_number", "integer", "(0)", |row| &row.version_number);
    rows.column("config_value", "jsonb", |row| &row.config_value);
    rows.column("change_type", "public.config_change_type_enum", |row| &row.change_type);
    rows.column("change_reason", "text", |row| &row.change_reason);
    rows.or_default(
        "status",
        "public.config_version_status_enum",
        "('proposed')",
        |row| &row.status,
    );
    rows.or_default(
        "validation_status",
        "public.config_validation_status_enum",
        "('pending')",
        |row| &row.validation_status,
    );
    rows.or_default("validation_errors", "jsonb", "('[]')", |row| &row.validation_errors);
    rows.column("previous_version_id", "uuid", |row| &row.previous_version_id);
    rows.column("proposed_by", "uuid", |row| &row.proposed_by);
    rows.column("approved_by", "uuid", |row| &row.approved_by);
    rows.column("approved_at", "timestamp with time zone", |row| &row.approved_at);
    rows.column("rejected_at", "timestamp with time zone", |row| &row.rejected_at);
    rows.column("deployed_by", "uuid", |row| &row.deployed_by);
    rows.column("deployed_at", "timestamp with time zone", |row| &row.deployed_at);
    rows.column("withdrawn_at", "timestamp with time zone", |row| &row.withdrawn_at);
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
    new: &'e [NewConfigVersion],
) -> BoxFuture<'e, Result<u64, ConfigVersionError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigVersion,
) -> BoxFuture<'e, Result<ConfigVersion, ConfigVersionError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `config_key`, `version_number`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_config_key_and_version_number<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigVersion,
) -> BoxFuture<'e, Result<ConfigVersion, ConfigVersionError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(config_key, version_number)",
            &["config_key", "version_number", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `config_key`, of those where `status = 'deployed'`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_config_key<'e>(
    db: impl PgExecutor<'e>,
    new: &NewConfigVersion,
) -> BoxFuture<'e, Result<ConfigVersion, ConfigVersionError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(config_key) WHERE status = 'deployed'",
            &["config_key", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewConfigVersion {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("config_key", &self.config_key);
        to.or_default("version_number", &self.version_number);
        to.set("config_value", &self.config_value);
        to.set("change_type", self.change_type);
        to.set("change_reason", &self.change_reason);
        to.or_default("status", &self.status);
        to.or_default("validation_status", &self.validation_status);
        to.or_default("validation_errors", &self.validation_errors);
        to.set("previous_version_id", self.previous_version_id);
        to.set("proposed_by", self.proposed_by);
        to.set("approved_by", self.approved_by);
        to.set("approved_at", self.approved_at);
        to.set("rejected_at", self.rejected_at);
        to.set("deployed_by", self.deployed_by);
        to.set("deployed_at", self.deployed_at);
        to.set("withdrawn_at", self.withdrawn_at);
        to.or_default("created_at", &self.created_at);
        to.or_default("updated_at", &self.updated_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &ConfigVersionPatch,
) -> BoxFuture<'e, Result<Option<ConfigVersion>, ConfigVersionError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &ConfigVersionPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("config_key", patch.config_key.as_ref());
    set.given("version_number", patch.version_number);
    set.given("config_value", patch.config_value.as_ref());
    set.given("change_type", patch.change_type);
    set.change("change_reason", &patch.change_reason);
    set.given("status", patch.status);
    set.given("validation_status", patch.validation_status);
    set.given("validation_errors", patch.validation_errors.as_ref());
    set.change("previous_version_id", &patch.previous_version_id);
    set.given("proposed_by", patch.proposed_by);
    set.change("approved_by", &patch.approved_by);
    set.change("approved_at", &patch.approved_at);
    set.change("rejected_at", &patch.rejected_at);
    set.change("deployed_by", &patch.deployed_by);
    set.change("deployed_at", &patch.deployed_at);
    set.change("withdrawn_at", &patch.withdrawn_at);
    set.given("created_at", patch.created_at);
    set.given("updated_at", patch.updated_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, ConfigVersionError>> {
    Query::new("DELETE FROM public.config_versions WHERE id = $1::uuid")
        .bind(id)
        .affects(db)
}

/// Deletes the row with this `config_key`, `version_number`; gives whether there was one.
pub fn delete_by_config_key_and_version_number<'e>(
    db: impl PgExecutor<'e>,
    config_key: &str,
    version_number: i32,
) -> BoxFuture<'e, Result<bool, ConfigVersionError>> {
    Query::new(concat!(
        "DELETE FROM public.config_versions WHERE config_key = $1::character varying ",
        "AND version_number = $2::integer",
    ))
    .bind(config_key)
    .bind(version_number)
    .affects(db)
}

/// Deletes the row with this `config_key`, of those where `status = 'deployed'`; gives whether there was one.
pub fn delete_by_config_key<'e>(
    db: impl PgExecutor<'e>,
    config_key: &str,
) -> BoxFuture<'e, Result<bool, ConfigVersionError>> {
    Query::new(concat!(
        "DELETE FROM public.config_versions WHERE config_key = $1::character varying ",
        "AND (status = 'deployed')",
    ))
    .bind(config_key)
    .affects(db)
}
