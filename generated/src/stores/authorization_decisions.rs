// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::errors::AuthorizationDecisionError;
use super::super::models::{
    AuthorizationDecision, AuthorizationDecisionPatch, NewAuthorizationDecision,
};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!(
            "id, user_id, campaign_id, resource_type, resource_id, action, decision, ",
            "policy_name, policy_version, conditions, granted_permissions, reason, ",
            "risk_score, duration_ms, request_id, client_address, created_at",
        )
    };
}

const TABLE: &str = "public.authorization_decisions";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<AuthorizationDecision>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: i64) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.authorization_decisions WHERE id = ",
        "$1::bigint)",
    ))
    .bind(id)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[i64],
) -> Result<HashMap<i64, AuthorizationDecision>, sqlx::Error> {
    let rows: Vec<AuthorizationDecision> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub async fn get_for_update(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<AuthorizationDecision>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub async fn get_for_update_skip_locked(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<Option<AuthorizationDecision>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `user_id`, by primary key.
pub async fn list_by_user_id(
    db: impl PgExecutor<'_>,
    user_id: Uuid,
) -> Result<Vec<AuthorizationDecision>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE user_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(user_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `user_id`, by value, in one statement.
pub async fn list_by_user_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<AuthorizationDecision>>, sqlx::Error> {
    let rows: Vec<AuthorizationDecision> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<AuthorizationDecision>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.user_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `campaign_id`, by primary key.
pub async fn list_by_campaign_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Vec<AuthorizationDecision>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(campaign_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `campaign_id`, by value, in one statement.
pub async fn list_by_campaign_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<AuthorizationDecision>>, sqlx::Error> {
    let rows: Vec<AuthorizationDecision> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<AuthorizationDecision>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.campaign_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.authorization_decisions` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.authorization_decisions")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<AuthorizationDecision, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewAuthorizationDecision,
) -> Result<AuthorizationDecision, AuthorizationDecisionError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewAuthorizationDecision],
) -> Result<Vec<AuthorizationDecision>, AuthorizationDecisionError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.column("user_id", "uuid", new.iter().map(|row| &row.user_id))?;
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column(
        "resource_type",
        "character varying",
        new.iter().map(|row| &row.resource_type),
    )?;
    rows.column(
        "resource_id",
        "character varying",
        new.iter().map(|row| &row.resource_id),
    )?;
    rows.column("action", "character varying", new.iter().map(|row| &row.action))?;
    rows.column(
        "decision",
        "public.authorization_decision_enum",
        new.iter().map(|row| &row.decision),
    )?;
    rows.column(
        "policy_name",
        "character varying",
        new.iter().map(|row| &row.policy_name),
    )?;
    rows.or_default(
        "policy_version",
        "integer",
        "(1)",
        new.iter().map(|row| &row.policy_version),
    )?;
    rows.or_default(
        "conditions",
        "jsonb",
        "('{}')",
        new.iter().map(|row| &row.conditions),
    )?;
    rows.list_or_default(
        "granted_permissions",
        "text",
        "('{}')",
        new.iter().map(|row| &row.granted_permissions),
    )?;
    rows.column("reason", "text", new.iter().map(|row| &row.reason))?;
    rows.or_default(
        "risk_score",
        "numeric",
        "(0)",
        new.iter().map(|row| &row.risk_score),
    )?;
    rows.column("duration_ms", "numeric", new.iter().map(|row| &row.duration_ms))?;
    rows.column("request_id", "uuid", new.iter().map(|row| &row.request_id))?;
    rows.column("client_address", "inet", new.iter().map(|row| &row.client_address))?;
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.created_at),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewAuthorizationDecision],
) -> Result<u64, AuthorizationDecisionError> {
    let element_1 = element_type(&mut *db, "text").await?;
    let mut kinds: BTreeMap<[bool; 5], Vec<&NewAuthorizationDecision>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.policy_version.is_default(),
            !row.conditions.is_default(),
            !row.granted_permissions.is_default(),
            !row.risk_score.is_default(),
            !row.created_at.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "user_id", "campaign_id", "resource_type", "resource_id", "action",
            "decision", "policy_name", "reason", "duration_ms", "request_id",
            "client_address"
        ];
        if given[0] {
            columns.push("policy_version");
        }
        if given[1] {
            columns.push("conditions");
        }
        if given[2] {
            columns.push("granted_permissions");
        }
        if given[3] {
            columns.push("risk_score");
        }
        if given[4] {
            columns.push("created_at");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.user_id)?;
            copy.value(row.campaign_id)?;
            copy.value(&row.resource_type)?;
            copy.value(&row.resource_id)?;
            copy.value(&row.action)?;
            copy.value(row.decision)?;
            copy.value(&row.policy_name)?;
            copy.value(&row.reason)?;
            copy.value(row.duration_ms)?;
            copy.value(row.request_id)?;
            copy.value(row.client_address)?;
            if let Some(value) = row.policy_version.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.conditions.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.granted_permissions.value() {
                copy.array(value, element_1)?;
            }
            if let Some(value) = row.risk_score.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.created_at.value() {
                copy.value(value)?;
            }
        }
        copied += copy.finish().await?;
    }
    transaction.commit().await?;
    Ok(copied)
}

fn assignments(new: &NewAuthorizationDecision) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.set("user_id", new.user_id)?;
    set.set("campaign_id", new.campaign_id)?;
    set.set("resource_type", &new.resource_type)?;
    set.set("resource_id", &new.resource_id)?;
    set.set("action", &new.action)?;
    set.set("decision", new.decision)?;
    set.set("policy_name", &new.policy_name)?;
    set.or_default("policy_version", &new.policy_version)?;
    set.or_default("conditions", &new.conditions)?;
    set.or_default("granted_permissions", &new.granted_permissions)?;
    set.set("reason", &new.reason)?;
    set.or_default("risk_score", &new.risk_score)?;
    set.set("duration_ms", new.duration_ms)?;
    set.set("request_id", new.request_id)?;
    set.set("client_address", new.client_address)?;
    set.or_default("created_at", &new.created_at)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: i64,
    patch: &AuthorizationDecisionPatch,
) -> Result<Option<AuthorizationDecision>, AuthorizationDecisionError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::bigint");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &AuthorizationDecisionPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.change("user_id", &patch.user_id)?;
    set.change("campaign_id", &patch.campaign_id)?;
    set.given("resource_type", patch.resource_type.as_ref())?;
    set.change("resource_id", &patch.resource_id)?;
    set.given("action", patch.action.as_ref())?;
    set.given("decision", patch.decision)?;
    set.given("policy_name", patch.policy_name.as_ref())?;
    set.given("policy_version", patch.policy_version)?;
    set.given("conditions", patch.conditions.as_ref())?;
    set.given("granted_permissions", patch.granted_permissions.as_ref())?;
    set.change("reason", &patch.reason)?;
    set.given("risk_score", patch.risk_score)?;
    set.given("duration_ms", patch.duration_ms)?;
    set.change("request_id", &patch.request_id)?;
    set.change("client_address", &patch.client_address)?;
    set.given("created_at", patch.created_at)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: i64,
) -> Result<bool, AuthorizationDecisionError> {
    let done = sqlx::query(
        "DELETE FROM public.authorization_decisions WHERE id = $1::bigint",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
