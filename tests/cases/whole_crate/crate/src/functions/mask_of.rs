// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bit_vec::BitVec;
use mac_address::MacAddress;
use sqlx::PgExecutor;

/// Calls the function `public.mask_of`.
pub async fn mask_of(
    db: impl PgExecutor<'_>,
    address: impl Into<Option<MacAddress>>,
    flags: impl Into<Option<&BitVec>>,
) -> Result<Option<BitVec>, sqlx::Error> {
    sqlx::query_scalar("SELECT public.mask_of($1::macaddr, $2::bit varying)")
    .bind(address.into())
    .bind(flags.into())
    .fetch_one(db)
    .await
}
