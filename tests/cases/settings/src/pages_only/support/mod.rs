// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! What the stores share.

mod change;
mod cursor;
pub(crate) mod exact;
mod page;

pub use change::{Change, OrDefault};
pub use cursor::{Cursor, CursorKey, CursorRefused};
pub use page::{Key, Order, Page, PageError, Pages};
