// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::AuthorizationDecisionError;
use super::super::models::{
    AuthorizationDecision, AuthorizationDecisionPatch, NewAuthorizationDecision,
};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

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
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<AuthorizationDecision>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE id = $1::bigint",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.authorization_decisions WHERE id = ",
        "$1::bigint)",
    ))
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[i64],
) -> BoxFuture<'e, Result<HashMap<i64, AuthorizationDecision>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE id = ANY($1::bigint[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<AuthorizationDecision>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE id = $1::bigint",
        " FOR UPDATE",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE SKIP LOCKED`); gives `None` too when somebody else has it locked.
pub fn get_for_update_skip_locked<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<Option<AuthorizationDecision>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE id = $1::bigint",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `user_id`, by primary key.
pub fn list_by_user_id<'e>(
    db: impl PgExecutor<'e>,
    user_id: Uuid,
) -> BoxFuture<'e, Result<Vec<AuthorizationDecision>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE user_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(user_id)
    .fetch_all(db)
}

/// The rows with each of these values of `user_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_user_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<AuthorizationDecision>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.user_id)
}

/// All rows with this `campaign_id`, by primary key.
pub fn list_by_campaign_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Vec<AuthorizationDecision>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE campaign_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(campaign_id)
    .fetch_all(db)
}

/// The rows with each of these values of `campaign_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_campaign_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<AuthorizationDecision>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.campaign_id)
}

/// How many rows `public.authorization_decisions` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.authorization_decisions").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<AuthorizationDecision, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.authorization_decisions",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewAuthorizationDecision,
) -> BoxFuture<'e, Result<AuthorizationDecision, AuthorizationDecisionError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewAuthorizationDecision],
) -> BoxFuture<'e, Result<Vec<AuthorizationDecision>, AuthorizationDecisionError>> {
    let mut rows = Rows::new(new);
    rows.column("user_id", "uuid", |row| &row.user_id);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("resource_type", "character varying", |row| &row.resource_type);
    rows.column("resource_id", "character varying", |row| &row.resource_id);
    rows.column("action", "character varying", |row| &row.action);
    rows.column("decision", "public.authorization_decision_enum", |row| &row.decision);
    rows.column("policy_name", "character varying", |row| &row.policy_name);
    rows.or_default("policy_version", "integer", "(1)", |row| &row.policy_version);
    rows.or_default("conditions", "jsonb", "('{}')", |row| &row.conditions);
    rows.list_or_default(
        "granted_permissions",
        "text",
        "('{}')",
        |row| &row.granted_permissions,
    );
    rows.column("reason", "text", |row| &row.reason);
    rows.or_default("risk_score", "numeric", "(0)", |row| &row.risk_score);
    rows.column("duration_ms", "numeric", |row| &row.duration_ms);
    rows.column("request_id", "uuid", |row| &row.request_id);
    rows.column("client_address", "inet", |row| &row.client_address);
    rows.or_default(
        "created_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.created_at,
    );
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewAuthorizationDecision],
) -> BoxFuture<'e, Result<u64, AuthorizationDecisionError>> {
    copy_rows(db, TABLE, new)
}

impl NewRow for NewAuthorizationDecision {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.set("user_id", self.user_id);
        to.set("campaign_id", self.campaign_id);
        to.set("resource_type", &self.resource_type);
        to.set("resource_id", &self.resource_id);
        to.set("action", &self.action);
        to.set("decision", self.decision);
        to.set("policy_name", &self.policy_name);
        to.or_default("policy_version", &self.policy_version);
        to.or_default("conditions", &self.conditions);
        to.column(
            "granted_permissions",
            Form::List("text"),
            self.granted_permissions.value(),
        );
        to.set("reason", &self.reason);
        to.or_default("risk_score", &self.risk_score);
        to.set("duration_ms", self.duration_ms);
        to.set("request_id", self.request_id);
        to.set("client_address", self.client_address);
        to.or_default("created_at", &self.created_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
    patch: &AuthorizationDecisionPatch,
) -> BoxFuture<'e, Result<Option<AuthorizationDecision>, AuthorizationDecisionError>> {
    changes(patch)
        .key("id", "bigint", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &AuthorizationDecisionPatch) -> Assignments {
    let mut set = Assignments::default();
    set.change("user_id", &patch.user_id);
    set.change("campaign_id", &patch.campaign_id);
    set.given("resource_type", patch.resource_type.as_ref());
    set.change("resource_id", &patch.resource_id);
    set.given("action", patch.action.as_ref());
    set.given("decision", patch.decision);
    set.given("policy_name", patch.policy_name.as_ref());
    set.given("policy_version", patch.policy_version);
    set.given("conditions", patch.conditions.as_ref());
    set.given("granted_permissions", patch.granted_permissions.as_ref());
    set.change("reason", &patch.reason);
    set.given("risk_score", patch.risk_score);
    set.given("duration_ms", patch.duration_ms);
    set.change("request_id", &patch.request_id);
    set.change("client_address", &patch.client_address);
    set.given("created_at", patch.created_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: i64,
) -> BoxFuture<'e, Result<bool, AuthorizationDecisionError>> {
    Query::new(
        "DELETE FROM public.authorization_decisions WHERE id = $1::bigint",
    )
    .bind(id)
    .affects(db)
}
