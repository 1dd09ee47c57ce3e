// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod orders;

pub use self::orders::{NewOrder, Order, OrderPatch};
