// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bit_vec::BitVec;
use futures_core::future::BoxFuture;
use mac_address::MacAddress;
use sqlx::PgExecutor;

use super::super::support::Query;

/// Calls the function `public.mask_of`.
pub fn mask_of<'e, 'q>(
    db: impl PgExecutor<'e>,
    address: impl Into<Option<MacAddress>>,
    flags: impl Into<Option<&'q BitVec>>,
) -> BoxFuture<'e, Result<Option<BitVec>, sqlx::Error>> {
    Query::new("SELECT public.mask_of($1::macaddr, $2::bit varying)")
        .bind(address.into())
        .bind(flags.into())
        .fetch_value(db)
}
