// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::enums::PersonaTypeEnum;
use super::super::errors::PersonaError;
use super::super::models::{NewPersona, Persona, PersonaPatch};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!(
            "id, name, persona_type, description, configuration, tags, is_enabled, ",
            "created_by, created_at, updated_at",
        )
    };
}

const TABLE: &str = "public.personas";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<Persona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.personas",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `persona_type`, `name`.
pub async fn get_by_persona_type_and_name(
    db: impl PgExecutor<'_>,
    persona_type: PersonaTypeEnum,
    name: &str,
) -> Result<Option<Persona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.personas",
        " WHERE persona_type = $1::public.persona_type_enum AND name = $2::character ",
        "varying",
    ))
    .bind(persona_type)
    .bind(name)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.personas WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `persona_type`, `name`.
pub async fn exists_by_persona_type_and_name(
    db: impl PgExecutor<'_>,
    persona_type: PersonaTypeEnum,
    name: &str,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.personas WHERE persona_type = ",
        "$1::public.persona_type_enum AND name = $2::character varying)",
    ))
    .bind(persona_type)
    .bind(name)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Persona>, sqlx::Error> {
    let rows: Vec<Persona> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.personas",
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
) -> Result<Option<Persona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.personas",
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
) -> Result<Option<Persona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.personas",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `created_by`, by primary key.
pub async fn list_by_created_by(
    db: impl PgExecutor<'_>,
    created_by: Uuid,
) -> Result<Vec<Persona>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.personas",
        " WHERE created_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(created_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `created_by`, by value, in one statement.
pub async fn list_by_created_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Persona>>, sqlx::Error> {
    let rows: Vec<Persona> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.personas",
        " WHERE created_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<Persona>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.created_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.personas` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.personas")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<Persona, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.personas",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewPersona,
) -> Result<Persona, PersonaError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewPersona],
) -> Result<Vec<Persona>, PersonaError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("name", "character varying", new.iter().map(|row| &row.name))?;
    rows.column(
        "persona_type",
        "public.persona_type_enum",
        new.iter().map(|row| &row.persona_type),
    )?;
    rows.column("description", "text", new.iter().map(|row| &row.description))?;
    rows.column("configuration", "jsonb", new.iter().map(|row| &row.configuration))?;
    rows.list_or_default("tags", "text", "('{}')", new.iter().map(|row| &row.tags))?;
    rows.or_default(
        "is_enabled",
        "boolean",
        "(true)",
        new.iter().map(|row| &row.is_enabled),
    )?;
    rows.column("created_by", "uuid", new.iter().map(|row| &row.created_by))?;
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
    new: &[NewPersona],
) -> Result<u64, PersonaError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let mut kinds: BTreeMap<[bool; 5], Vec<&NewPersona>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.tags.is_default(),
            !row.is_enabled.is_default(),
            !row.created_at.is_default(),
            !row.updated_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "name", "persona_type", "description", "configuration", "created_by"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("tags");
        }
        if given[2] {
            columns.push("is_enabled");
        }
        if given[3] {
            columns.push("created_at");
        }
        if given[4] {
            columns.push("updated_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(&row.name)?;
            copy.value(row.persona_type)?;
            copy.value(&row.description)?;
            copy.value(&row.configuration)?;
            copy.value(row.created_by)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.tags.value() {
                copy.array(value, element_1)?;
            }
            if let Some(value) = row.is_enabled.value() {
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
    new: &NewPersona,
) -> Result<Persona, PersonaError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `persona_type`, `name` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_persona_type_and_name(
    db: impl PgExecutor<'_>,
    new: &NewPersona,
) -> Result<Persona, PersonaError> {
    let row = assignments(new)?
        .upsert(TABLE, "(persona_type, name)", &["persona_type", "name", "id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewPersona) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("name", &new.name)?;
    set.set("persona_type", new.persona_type)?;
    set.set("description", &new.description)?;
    set.set("configuration", &new.configuration)?;
    set.or_default("tags", &new.tags)?;
    set.or_default("is_enabled", &new.is_enabled)?;
    set.set("created_by", new.created_by)?;
    set.or_default("created_at", &new.created_at)?;
    set.or_default("updated_at", &new.updated_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &PersonaPatch,
) -> Result<Option<Persona>, PersonaError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &PersonaPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("name", patch.name.as_ref())?;
    set.given("persona_type", patch.persona_type)?;
    set.change("description", &patch.description)?;
    set.given("configuration", patch.configuration.as_ref())?;
    set.given("tags", patch.tags.as_ref())?;
    set.given("is_enabled", patch.is_enabled)?;
    set.change("created_by", &patch.created_by)?;
    set.given("created_at", patch.created_at)?;
    set.given("updated_at", patch.updated_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, PersonaError> {
    let done = sqlx::query("DELETE FROM public.personas WHERE id = $1::uuid")
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `persona_type`, `name`; whether there was one.
pub async fn delete_by_persona_type_and_name(
    db: impl PgExecutor<'_>,
    persona_type: PersonaTypeEnum,
    name: &str,
) -> Result<bool, PersonaError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.personas WHERE persona_type = ",
        "$1::public.persona_type_enum AND name = $2::character varying",
    ))
    .bind(persona_type)
    .bind(name)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
