// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! What the stores share.

mod change;
mod row;
mod violated;

pub use change::{Change, OrDefault};
pub use row::{AnyRow, Record, RowReader};

pub(crate) use change::some;
pub(crate) use violated::{is_numbered, violated};
