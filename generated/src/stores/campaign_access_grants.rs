// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use futures_core::stream::BoxStream;
use sqlx::{Connection, PgConnection, PgExecutor};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::super::enums::AccessGrantKindEnum;
use super::super::errors::CampaignAccessGrantError;
use super::super::models::{
    CampaignAccessGrant, CampaignAccessGrantPatch, NewCampaignAccessGrant,
};
use super::super::support::{Assignments, Copy, Rows, element_type};

macro_rules! columns {
    () => {
        concat!("id, campaign_id, grantee_id, grant_kind, permitted_phases, allowed_addresses, ",
        "granted_by, granted_at, expires_at, revoked_at, revoked_by, revoke_reason, ",
        "delegated_from_id, delegation_depth",)
    };
}

const TABLE: &str = "public.campaign_access_grants";
const COLUMNS: &str = columns!();

/// The row with this `id`.
pub async fn get(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<Option<CampaignAccessGrant>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE id = $1::uuid",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// The row with this `campaign_id`, `grantee_id`, `grant_kind`.
pub async fn get_by_campaign_id_and_grantee_id_and_grant_kind(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    grantee_id: Uuid,
    grant_kind: AccessGrantKindEnum,
) -> Result<Option<CampaignAccessGrant>, sqlx::Error> {
    sqlx::query_as(concat!(
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
    .await
}

/// Whether there is a row with this `id`.
pub async fn exists(db: impl PgExecutor<'_>, id: Uuid) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT FROM public.campaign_access_grants WHERE id = $1::uuid)",
    )
    .bind(id)
    .fetch_one(db)
    .await
}

/// Whether there is a row with this `campaign_id`, `grantee_id`, `grant_kind`.
pub async fn exists_by_campaign_id_and_grantee_id_and_grant_kind(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    grantee_id: Uuid,
    grant_kind: AccessGrantKindEnum,
) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT FROM public.campaign_access_grants WHERE campaign_id = ",
        "$1::uuid AND grantee_id = $2::uuid AND grant_kind = ",
        "$3::public.access_grant_kind_enum AND (revoked_at IS NULL))",
    ))
    .bind(campaign_id)
    .bind(grantee_id)
    .bind(grant_kind)
    .fetch_one(db)
    .await
}

/// The rows with these values of `id`, in one statement; what has no row is not in the map.
pub async fn get_many(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, CampaignAccessGrant>, sqlx::Error> {
    let rows: Vec<CampaignAccessGrant> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
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
) -> Result<Option<CampaignAccessGrant>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
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
) -> Result<Option<CampaignAccessGrant>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE id = $1::uuid",
        " FOR UPDATE SKIP LOCKED",
    ))
    .bind(id)
    .fetch_optional(db)
    .await
}

/// All rows with this `delegated_from_id`, by primary key.
pub async fn list_by_delegated_from_id(
    db: impl PgExecutor<'_>,
    delegated_from_id: Uuid,
) -> Result<Vec<CampaignAccessGrant>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE delegated_from_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(delegated_from_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `delegated_from_id`, by value, in one statement.
pub async fn list_by_delegated_from_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error> {
    let rows: Vec<CampaignAccessGrant> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE delegated_from_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignAccessGrant>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.delegated_from_id {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// All rows with this `campaign_id`, by primary key.
pub async fn list_by_campaign_id(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
) -> Result<Vec<CampaignAccessGrant>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
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
) -> Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error> {
    let rows: Vec<CampaignAccessGrant> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE campaign_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignAccessGrant>> = HashMap::new();
    for row in rows {
        found.entry(row.campaign_id).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `grantee_id`, by primary key.
pub async fn list_by_grantee_id(
    db: impl PgExecutor<'_>,
    grantee_id: Uuid,
) -> Result<Vec<CampaignAccessGrant>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE grantee_id = $1::uuid",
        " ORDER BY id",
    ))
    .bind(grantee_id)
    .fetch_all(db)
    .await
}

/// All rows with these values of `grantee_id`, by value, in one statement.
pub async fn list_by_grantee_ids(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error> {
    let rows: Vec<CampaignAccessGrant> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE grantee_id = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignAccessGrant>> = HashMap::new();
    for row in rows {
        found.entry(row.grantee_id).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `granted_by`, by primary key.
pub async fn list_by_granted_by(
    db: impl PgExecutor<'_>,
    granted_by: Uuid,
) -> Result<Vec<CampaignAccessGrant>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE granted_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(granted_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `granted_by`, by value, in one statement.
pub async fn list_by_granted_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error> {
    let rows: Vec<CampaignAccessGrant> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE granted_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignAccessGrant>> = HashMap::new();
    for row in rows {
        found.entry(row.granted_by).or_default().push(row);
    }
    Ok(found)
}

/// All rows with this `revoked_by`, by primary key.
pub async fn list_by_revoked_by(
    db: impl PgExecutor<'_>,
    revoked_by: Uuid,
) -> Result<Vec<CampaignAccessGrant>, sqlx::Error> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE revoked_by = $1::uuid",
        " ORDER BY id",
    ))
    .bind(revoked_by)
    .fetch_all(db)
    .await
}

/// All rows with these values of `revoked_by`, by value, in one statement.
pub async fn list_by_revoked_bys(
    db: impl PgExecutor<'_>,
    keys: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CampaignAccessGrant>>, sqlx::Error> {
    let rows: Vec<CampaignAccessGrant> = sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
        " WHERE revoked_by = ANY($1::uuid[])",
        " ORDER BY id",
    ))
    .bind(keys)
    .fetch_all(db)
    .await?;
    let mut found: HashMap<Uuid, Vec<CampaignAccessGrant>> = HashMap::new();
    for row in rows {
        if let Some(key_1) = row.revoked_by {
            found.entry(key_1).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many rows `public.campaign_access_grants` has.
pub async fn count(db: impl PgExecutor<'_>) -> Result<i64, sqlx::Error> {
    sqlx::query_scalar("SELECT count(*) FROM public.campaign_access_grants")
        .fetch_one(db)
    .await
}

/// All rows as the server sends them, in no particular order, without holding them all.
pub fn stream<'e>(
    db: impl PgExecutor<'e> + 'e,
) -> BoxStream<'e, Result<CampaignAccessGrant, sqlx::Error>> {
    sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM public.campaign_access_grants",
    ))
    .fetch(db)
}

/// Inserts a row, and gives it as the server has it.
pub async fn insert(
    db: impl PgExecutor<'_>,
    new: &NewCampaignAccessGrant,
) -> Result<CampaignAccessGrant, CampaignAccessGrantError> {
    Ok(assignments(new)?.insert(TABLE, COLUMNS).fetch_one(db).await?)
}

/// Inserts rows in one statement, and gives them as the server has them, in the same order.
///
/// A default is the server's own where no row gives the column; beside rows that give it, it is what the migrations say.
pub async fn insert_many(
    db: impl PgExecutor<'_>,
    new: &[NewCampaignAccessGrant],
) -> Result<Vec<CampaignAccessGrant>, CampaignAccessGrantError> {
    if new.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(new.len());
    rows.or_default("id", "uuid", "(gen_random_uuid())", new.iter().map(|row| &row.id))?;
    rows.column("campaign_id", "uuid", new.iter().map(|row| &row.campaign_id))?;
    rows.column("grantee_id", "uuid", new.iter().map(|row| &row.grantee_id))?;
    rows.column(
        "grant_kind",
        "public.access_grant_kind_enum",
        new.iter().map(|row| &row.grant_kind),
    )?;
    rows.list(
        "permitted_phases",
        "public.phase_type_enum",
        new.iter().map(|row| row.permitted_phases.as_ref()),
    )?;
    rows.list(
        "allowed_addresses",
        "inet",
        new.iter().map(|row| row.allowed_addresses.as_ref()),
    )?;
    rows.column("granted_by", "uuid", new.iter().map(|row| &row.granted_by))?;
    rows.or_default(
        "granted_at",
        "timestamp with time zone",
        "(now())",
        new.iter().map(|row| &row.granted_at),
    )?;
    rows.column(
        "expires_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.expires_at),
    )?;
    rows.column(
        "revoked_at",
        "timestamp with time zone",
        new.iter().map(|row| &row.revoked_at),
    )?;
    rows.column("revoked_by", "uuid", new.iter().map(|row| &row.revoked_by))?;
    rows.column("revoke_reason", "text", new.iter().map(|row| &row.revoke_reason))?;
    rows.column(
        "delegated_from_id",
        "uuid",
        new.iter().map(|row| &row.delegated_from_id),
    )?;
    rows.or_default(
        "delegation_depth",
        "smallint",
        "(0)",
        new.iter().map(|row| &row.delegation_depth),
    )?;
    Ok(rows.insert(TABLE, COLUMNS)?.fetch_all(db).await?)
}

/// Inserts rows by `COPY`, the quickest way for many, in one transaction.
///
/// Rows that leave different columns to their defaults go one kind after the other.
pub async fn copy_in(
    db: &mut PgConnection,
    new: &[NewCampaignAccessGrant],
) -> Result<u64, CampaignAccessGrantError> {
    let element_1 = element_type(&mut *db, "public.phase_type_enum").await?;
    let element_2 = element_type(&mut *db, "inet").await?;
    let mut kinds: BTreeMap<[bool; 3], Vec<&NewCampaignAccessGrant>> = BTreeMap::new();
    for row in new {
        let given = [
            !row.id.is_default(),
            !row.granted_at.is_default(),
            !row.delegation_depth.is_default(),
        ];
        kinds.entry(given).or_default().push(row);
    }
    let mut transaction = Connection::begin(db).await?;
    let mut copied = 0;
    for (given, rows) in kinds {
        let mut columns: Vec<&str> = vec![
            "campaign_id", "grantee_id", "grant_kind", "permitted_phases",
            "allowed_addresses", "granted_by", "expires_at", "revoked_at", "revoked_by",
            "revoke_reason", "delegated_from_id"
        ];
        if given[0] {
            columns.push("id");
        }
        if given[1] {
            columns.push("granted_at");
        }
        if given[2] {
            columns.push("delegation_depth");
        }
        let mut copy = Copy::begin(&mut transaction, TABLE, &columns).await?;
        for row in rows {
            copy.row().await?;
            copy.value(row.campaign_id)?;
            copy.value(row.grantee_id)?;
            copy.value(row.grant_kind)?;
            copy.array(&row.permitted_phases, element_1)?;
            copy.array(&row.allowed_addresses, element_2)?;
            copy.value(row.granted_by)?;
            copy.value(row.expires_at)?;
            copy.value(row.revoked_at)?;
            copy.value(row.revoked_by)?;
            copy.value(&row.revoke_reason)?;
            copy.value(row.delegated_from_id)?;
            if let Some(value) = row.id.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.granted_at.value() {
                copy.value(value)?;
            }
            if let Some(value) = row.delegation_depth.value() {
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
    new: &NewCampaignAccessGrant,
) -> Result<CampaignAccessGrant, CampaignAccessGrantError> {
    let row = assignments(new)?
        .upsert(TABLE, "(id)", &["id"], COLUMNS)
        .fetch_one(db)
        .await?;
    Ok(row)
}

/// Inserts a row, or writes what `new` gives to the row that has its `campaign_id`, `grantee_id`, `grant_kind` already; of that row the key stays, and what `new` leaves to its default.
pub async fn upsert_by_campaign_id_and_grantee_id_and_grant_kind(
    db: impl PgExecutor<'_>,
    new: &NewCampaignAccessGrant,
) -> Result<CampaignAccessGrant, CampaignAccessGrantError> {
    let row = assignments(new)?
        .upsert(
            TABLE,
            "(campaign_id, grantee_id, grant_kind) WHERE revoked_at IS NULL",
            &["campaign_id", "grantee_id", "grant_kind", "id"],
            COLUMNS,
        )
        .fetch_one(db)
        .await?;
    Ok(row)
}

fn assignments(new: &NewCampaignAccessGrant) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.or_default("id", &new.id)?;
    set.set("campaign_id", new.campaign_id)?;
    set.set("grantee_id", new.grantee_id)?;
    set.set("grant_kind", new.grant_kind)?;
    set.set("permitted_phases", &new.permitted_phases)?;
    set.set("allowed_addresses", &new.allowed_addresses)?;
    set.set("granted_by", new.granted_by)?;
    set.or_default("granted_at", &new.granted_at)?;
    set.set("expires_at", new.expires_at)?;
    set.set("revoked_at", new.revoked_at)?;
    set.set("revoked_by", new.revoked_by)?;
    set.set("revoke_reason", &new.revoke_reason)?;
    set.set("delegated_from_id", new.delegated_from_id)?;
    set.or_default("delegation_depth", &new.delegation_depth)?;
    Ok(set)
}

/// Writes what the patch sets to the row with this `id`, and gives the row as it is then; `None` when there is no such row.
pub async fn update(
    db: impl PgExecutor<'_>,
    id: Uuid,
    patch: &CampaignAccessGrantPatch,
) -> Result<Option<CampaignAccessGrant>, CampaignAccessGrantError> {
    let mut set = changes(patch)?;
    if set.is_empty() {
        return Ok(get(db, id).await?);
    }
    let key_0 = set.argument(id)?;
    let condition = format!("id = {key_0}::uuid");
    Ok(set.update(TABLE, "", &condition, COLUMNS).fetch_optional(db).await?)
}

fn changes(patch: &CampaignAccessGrantPatch) -> Result<Assignments, sqlx::Error> {
    let mut set = Assignments::default();
    set.given("campaign_id", patch.campaign_id)?;
    set.given("grantee_id", patch.grantee_id)?;
    set.given("grant_kind", patch.grant_kind)?;
    set.change("permitted_phases", &patch.permitted_phases)?;
    set.change("allowed_addresses", &patch.allowed_addresses)?;
    set.given("granted_by", patch.granted_by)?;
    set.given("granted_at", patch.granted_at)?;
    set.change("expires_at", &patch.expires_at)?;
    set.change("revoked_at", &patch.revoked_at)?;
    set.change("revoked_by", &patch.revoked_by)?;
    set.change("revoke_reason", &patch.revoke_reason)?;
    set.change("delegated_from_id", &patch.delegated_from_id)?;
    set.given("delegation_depth", patch.delegation_depth)?;
    Ok(set)
}

/// Deletes the row with this `id`; whether there was one.
pub async fn delete(
    db: impl PgExecutor<'_>,
    id: Uuid,
) -> Result<bool, CampaignAccessGrantError> {
    let done = sqlx::query(
        "DELETE FROM public.campaign_access_grants WHERE id = $1::uuid",
    )
    .bind(id)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Deletes the row with this `campaign_id`, `grantee_id`, `grant_kind`; whether there was one.
pub async fn delete_by_campaign_id_and_grantee_id_and_grant_kind(
    db: impl PgExecutor<'_>,
    campaign_id: Uuid,
    grantee_id: Uuid,
    grant_kind: AccessGrantKindEnum,
) -> Result<bool, CampaignAccessGrantError> {
    let done = sqlx::query(concat!(
        "DELETE FROM public.campaign_access_grants WHERE campaign_id = $1::uuid AND ",
        "grantee_id = $2::uuid AND grant_kind = $3::public.access_grant_kind_enum AND ",
        "(revoked_at IS NULL)",
    ))
    .bind(campaign_id)
    .bind(grantee_id)
    .bind(grant_kind)
    .execute(db)
    .await?;
    Ok(done.rows_affected() > 0)
}
