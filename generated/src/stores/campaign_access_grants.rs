// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::{PgConnection, PgExecutor};
use std::collections::HashMap;
use uuid::Uuid;

use super::super::enums::AccessGrantKindEnum;
use super::super::errors::CampaignAccessGrantError;
use super::super::models::{
    CampaignAccessGrant, CampaignAccessGrantPatch, NewCampaignAccessGrant,
};
use super::super::support::{Assignments, Columns, Form, NewRow, Query, Rows, copy_rows};

macro_rules! columns {
    () => {
        concat!(
            "id, campaign_id, grantee_id, grant_kind, permitted_phases, allowed_addresses, ",
            "granted_by, granted_at, expires_at, revoked_at, revoked_by, revoke_reason, ",
            "delegated_from_id, delegation_depth",
        )
    };
}

const TABLE: &str = "public.campaign_access_grants";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub fn get<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// The row with this `campaign_id`, `grantee_id`, `grant_kind`, of those where `revoked_at IS NULL`.
pub fn get_by_campaign_id_and_grantee_id_and_grant_kind<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    grantee_id: Uuid,
    grant_kind: AccessGrantKindEnum,
) -> BoxFuture<'e, Result<Option<CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE campaign_id = $1::uuid AND grantee_id = $2::uuid AND grant_kind = ",
        "$3::public.access_grant_kind_enum AND (revoked_at IS NULL)",
    ))
    .bind(campaign_id)
    .bind(grantee_id)
    .bind(grant_kind)
    .fetch_optional(db)
}

/// Whether there is a row with this `id`.
pub fn exists<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(
        "SELECT EXISTS (SELECT FROM public.campaign_access_grants WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_value(db)
}

/// Whether there is a row with this `campaign_id`, `grantee_id`, `grant_kind`, of those where `revoked_at IS NULL`.
pub fn exists_by_campaign_id_and_grantee_id_and_grant_kind<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    grantee_id: Uuid,
    grant_kind: AccessGrantKindEnum,
) -> BoxFuture<'e, Result<bool, sqlx::Error>> {
    Query::new(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_access_grants WHERE campaign_id = ",
        "$1::uuid AND grantee_id = $2::uuid AND grant_kind = ",
        "$3::public.access_grant_kind_enum AND (revoked_at IS NULL))",
    ))
    .bind(campaign_id)
    .bind(grantee_id)
    .bind(grant_kind)
    .fetch_value(db)
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub fn get_many<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE id = ANY($1::uuid[])",
    ))
    .bind(keys)
    .fetch_map(db, |row| Some(row.id))
}

/// The row with this `id`, locked until the transaction ends (`FOR UPDATE`); waits for whoever has it locked.
pub fn get_for_update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<Option<CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
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
) -> BoxFuture<'e, Result<Option<CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
}

/// All rows with this `delegated_from_id`, by primary key.
pub fn list_by_delegated_from_id<'e>(
    db: impl PgExecutor<'e>,
    delegated_from_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE delegated_from_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(delegated_from_id)
    .fetch_all(db)
}

/// The rows with each of these values of `delegated_from_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_delegated_from_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE delegated_from_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.delegated_from_id)
}

/// All rows with this `campaign_id`, by primary key.
pub fn list_by_campaign_id<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
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
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.campaign_id))
}

/// All rows with this `grantee_id`, by primary key.
pub fn list_by_grantee_id<'e>(
    db: impl PgExecutor<'e>,
    grantee_id: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE grantee_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(grantee_id)
    .fetch_all(db)
}

/// The rows with each of these values of `grantee_id`, in one statement; a value that no row has is not in the map.
pub fn list_by_grantee_ids<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE grantee_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.grantee_id))
}

/// All rows with this `granted_by`, by primary key.
pub fn list_by_granted_by<'e>(
    db: impl PgExecutor<'e>,
    granted_by: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE granted_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(granted_by)
    .fetch_all(db)
}

/// The rows with each of these values of `granted_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_granted_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE granted_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| Some(row.granted_by))
}

/// All rows with this `revoked_by`, by primary key.
pub fn list_by_revoked_by<'e>(
    db: impl PgExecutor<'e>,
    revoked_by: Uuid,
) -> BoxFuture<'e, Result<Vec<CampaignAccessGrant>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE revoked_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(revoked_by)
    .fetch_all(db)
}

/// The rows with each of these values of `revoked_by`, in one statement; a value that no row has is not in the map.
pub fn list_by_revoked_bys<'e>(
    db: impl PgExecutor<'e>,
    keys: &[Uuid],
) -> BoxFuture<'e, Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE revoked_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_groups(db, |row| row.revoked_by)
}

/// How many rows `public.campaign_access_grants` has.
pub fn count<'e>(db: impl PgExecutor<'e>) -> BoxFuture<'e, Result<i64, sqlx::Error>> {
    Query::new("SELECT count(*) FROM public.campaign_access_grants").fetch_value(db)
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e>,
) -> BoxStream<'e, Result<CampaignAccessGrant, sqlx::Error>> {
    Query::new(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
    ))
    .stream(db)
}

/// Inserts a row, and gives it as the server has it.
pub fn insert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignAccessGrant,
) -> BoxFuture<'e, Result<CampaignAccessGrant, CampaignAccessGrantError>> {
    Assignments::of(new).insert(TABLE, COLUMNS).fetch_one(db)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub fn insert_many<'e>(
    db: impl PgExecutor<'e>,
    new: &[NewCampaignAccessGrant],
) -> BoxFuture<'e, Result<Vec<CampaignAccessGrant>, CampaignAccessGrantError>> {
    let mut rows = Rows::new(new);
    rows.or_default("id", "uuid", "(gen_random_uuid())", |row| &row.id);
    rows.column("campaign_id", "uuid", |row| &row.campaign_id);
    rows.column("grantee_id", "uuid", |row| &row.grantee_id);
    rows.column("grant_kind", "public.access_grant_kind_enum", |row| &row.grant_kind);
    rows.list(
        "permitted_phases",
        "public.phase_type_enum",
        |row| row.permitted_phases.as_ref(),
    );
    rows.list("allowed_addresses", "inet", |row| row.allowed_addresses.as_ref());
    rows.column("granted_by", "uuid", |row| &row.granted_by);
    rows.or_default(
        "granted_at",
        "timestamp with time zone",
        "(now())",
        |row| &row.granted_at,
    );
    rows.column("expires_at", "timestamp with time zone", |row| &row.expires_at);
    rows.column("revoked_at", "timestamp with time zone", |row| &row.revoked_at);
    rows.column("revoked_by", "uuid", |row| &row.revoked_by);
    rows.column("revoke_reason", "text", |row| &row.revoke_reason);
    rows.column("delegated_from_id", "uuid", |row| &row.delegated_from_id);
    rows.or_default("delegation_depth", "smallint", "(0)", |row| &row.delegation_depth);
    rows.insert(TABLE, COLUMNS, db)
}

/// Inserts rows by `COPY`, the quickest way for many.
///
/// Rows that leave different columns to their defaults go one kind after the other, in one transaction.
pub fn copy_in<'e>(
    db: &'e mut PgConnection,
    new: &'e [NewCampaignAccessGrant],
) -> BoxFuture<'e, Result<u64, CampaignAccessGrantError>> {
    copy_rows(db, TABLE, new)
}

/// Inserts a row, or updates the one that already has this `id`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignAccessGrant,
) -> BoxFuture<'e, Result<CampaignAccessGrant, CampaignAccessGrantError>> {
    Assignments::of(new)
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
}

/// Inserts a row, or updates the one that already has this `campaign_id`, `grantee_id`, `grant_kind`, of those where `revoked_at IS NULL`; gives the row as it is then.
///
/// The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.
pub fn upsert_by_campaign_id_and_grantee_id_and_grant_kind<'e>(
    db: impl PgExecutor<'e>,
    new: &NewCampaignAccessGrant,
) -> BoxFuture<'e, Result<CampaignAccessGrant, CampaignAccessGrantError>> {
    Assignments::of(new)
        .upsert(
            TABLE,
            "(campaign_id, grantee_id, grant_kind) WHERE revoked_at IS NULL",
            &["campaign_id", "grantee_id", "grant_kind", "id"],
            COLUMNS,
        )
        .fetch_one(db)
}

impl NewRow for NewCampaignAccessGrant {
    fn columns<'a>(&'a self, to: &mut impl Columns<'a>) {
        to.or_default("id", &self.id);
        to.set("campaign_id", self.campaign_id);
        to.set("grantee_id", self.grantee_id);
        to.set("grant_kind", self.grant_kind);
        to.column(
            "permitted_phases",
            Form::List("public.phase_type_enum"),
            Some(&self.permitted_phases),
        );
        to.column("allowed_addresses", Form::List("inet"), Some(&self.allowed_addresses));
        to.set("granted_by", self.granted_by);
        to.or_default("granted_at", &self.granted_at);
        to.set("expires_at", self.expires_at);
        to.set("revoked_at", self.revoked_at);
        to.set("revoked_by", self.revoked_by);
        to.set("revoke_reason", &self.revoke_reason);
        to.set("delegated_from_id", self.delegated_from_id);
        to.or_default("delegation_depth", &self.delegation_depth);
    }
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub fn update<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
    patch: &CampaignAccessGrantPatch,
) -> BoxFuture<'e, Result<Option<CampaignAccessGrant>, CampaignAccessGrantError>> {
    changes(patch)
        .key("id", "uuid", id)
        .update(TABLE, COLUMNS)
        .fetch_optional(db)
}

fn changes(patch: &CampaignAccessGrantPatch) -> Assignments {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id);
    set.given("grantee_id", patch.grantee_id);
    set.given("grant_kind", patch.grant_kind);
    set.change("permitted_phases", &patch.permitted_phases);
    set.change("allowed_addresses", &patch.allowed_addresses);
    set.given("granted_by", patch.granted_by);
    set.given("granted_at", patch.granted_at);
    set.change("expires_at", &patch.expires_at);
    set.change("revoked_at", &patch.revoked_at);
    set.change("revoked_by", &patch.revoked_by);
    set.change("revoke_reason", &patch.revoke_reason);
    set.change("delegated_from_id", &patch.delegated_from_id);
    set.given("delegation_depth", patch.delegation_depth);
    set
}

/// Deletes the row with this `id`; gives whether there was one.
pub fn delete<'e>(
    db: impl PgExecutor<'e>,
    id: Uuid,
) -> BoxFuture<'e, Result<bool, CampaignAccessGrantError>> {
    Query::new(
        "DELETE FROM public.campaign_access_grants WHERE id = $1::uuid",
    )
    .bind(id)
    .affects(db)
}

/// Deletes the row with this `campaign_id`, `grantee_id`, `grant_kind`, of those where `revoked_at IS NULL`; gives whether there was one.
pub fn delete_by_campaign_id_and_grantee_id_and_grant_kind<'e>(
    db: impl PgExecutor<'e>,
    campaign_id: Uuid,
    grantee_id: Uuid,
    grant_kind: AccessGrantKindEnum,
) -> BoxFuture<'e, Result<bool, CampaignAccessGrantError>> {
    Query::new(concat!(
        "DELETE FROM public.campaign_access_grants WHERE campaign_id = $1::uuid AND ",
        "grantee_id = $2::uuid AND grant_kind = $3::public.access_grant_kind_enum AND ",
        "(revoked_at IS NULL)",
    ))
    .bind(campaign_id)
    .bind(grantee_id)
    .bind(grant_kind)
    .affects(db)
}
