// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::errors::SecurityEventError;
use super::super::models::{NewSecurityEvent, SecurityEvent, SecurityEventPatch};
use super::super::support::{Assignments, Columns, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, event_type, severity, status, risk_score, user_id, session_id, campaign_id, ",
            "source_address, user_agent, description, details, resolved_at, resolved_by, ",
            "resolution, retention_days, created_at, purge_on",
        )
    };
}

const TABLE: &str = "public.security_events";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<SecurityEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.security_events WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, SecurityEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<SecurityEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
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
) -> BoxFuture<'e, Result<Option<SecurityEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `user_id`, by primary key.
pub fn list_by_user_id<'e>(
    db: impl PgExecutor<'e>,
    user_id: Uuid,
) -> BoxFuture<'e, Result<Vec<SecurityEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<SecurityEvent>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE user_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.user_id)
}

/// All rows with this `session_id`, by primary key.
pub fn list_by_session_id<'e>(
    db: impl PgExecutor<'e>,
    session_id: Uuid,
) -> BoxFuture<'e, Result<Vec<SecurityEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE session_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(session_id)
    .fetch_all(db)
}

/// The rows with each of these values of `session_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_session_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<SecurityEvent>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE session_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.session_id)
}

/// All rows with this `campaign_id`, by primary key.
pub fn list_by_campaign_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Vec<SecurityEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<SecurityEvent>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.campaign_id)
}

/// All rows with this `resolved_by`, by primary key.
pub fn list_by_resolved_by<'e>(
    db: impl PgExecutor<'e>,
    resolved_by: Uuid,
) -> BoxFuture<'e, Result<Vec<SecurityEvent>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE resolved_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(resolved_by)
    .fetch_all(db)
}

/// The rows with each of these values of `resolved_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_resolved_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<SecurityEvent>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
        " WHERE resolved_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.resolved_by)
}

/// How many rows `public.security_events` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.security_events").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<SecurityEvent, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.security_events",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewSecurityEvent,
) -> BoxFuture<'e, Result<SecurityEvent, SecurityEventError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewSecurityEvent],
) -> BoxFuture<'e, Result<Vec<SecurityEvent>, SecurityEventError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("event_type", "public.security_event_type_enum", |row| &row.event_type);
    rows.column("severity", "public.security_severity_enum", |row| &row.severity);
    rows.or_default(
        "status",
        "public.security_event_status_enum",
        "('open')",
        |row| &row.status,
    );
    rows.or_default("risk_score", "numeric", "(0)", |row| &row.risk_score);
    rows.column("user_id", "uuid", |row| &row.user_id);
    rows.column("session_id", "uuid", |row| &row.session_id);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("source_address", "inet", |row| &row.source_address);
    rows.column("user_agent", "character varying", |row| &row.user_agent);
    rows.column("description", "text", |row| &row.description);
    rows.or_default("details", "jsonb", "('{}')", |row| &row.details);
    rows.column("resolved_at", "timestamp with time zone", |row| &row.resolved_at);
    rows.column("resolved_by", "uuid", |row| &row.resolved_by);
    rows.column("resolution", "text", |row| &row.resolution);
    rows.or_default("retention_days", "integer", "(365)", |row| &row.retention_days);
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
    new: &'e [NewSecurityEvent],
) -> BoxFuture<'e, Result<u64, SecurityEventError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewSecurityEvent,
) -> BoxFuture<'e, Result<SecurityEvent, SecurityEventError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

impl NewRow for NewSecurityEvent {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("event_type", self.event_type);
        to.set("severity", self.severity);
        to.or_default("status", &self.status);
        to.or_default("risk_score", &self.risk_score);
        to.set("user_id", self.user_id);
        to.set("session_id", self.session_id);
        to.set("campaign_id", self.campaign_id);
        to.set("source_address", self.source_address);
        to.set("user_agent", &self.user_agent);
        to.set("description", &self.description);
        to.or_default("details", &self.details);
        to.set("resolved_at", self.resolved_at);
        to.set("resolved_by", self.resolved_by);
        to.set("resolution", &self.resolution);
        to.or_default("retention_days", &self.retention_days);
        to.or_default("created_at", &self.created_at);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &SecurityEventPatch,
) -> BoxFuture<'e, Result<Option<SecurityEvent>, SecurityEventError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &SecurityEventPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("event_type", patch.event_type);
    set.given("severity", patch.severity);
    set.given("status", patch.status);
    set.given("risk_score", patch.risk_score);
    set.change("user_id", &patch.user_id);
    set.change("session_id", &patch.session_id);
    set.change("campaign_id", &patch.campaign_id);
    set.change("source_address", &patch.source_address);
    set.change("user_agent", &patch.user_agent);
    set.given("description", patch.description.as_ref());
    set.given("details", patch.details.as_ref());
    set.change("resolved_at", &patch.resolved_at);
    set.change("resolved_by", &patch.resolved_by);
    set.change("resolution", &patch.resolution);
    set.given("retention_days", patch.retention_days);
    set.given("created_at", patch.created_at);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, SecurityEventError>> {
    Query::new("DELETE FROM public.security_events WHERE id = $1::uuid")
        .bind(id)
        .affects(db)
}
