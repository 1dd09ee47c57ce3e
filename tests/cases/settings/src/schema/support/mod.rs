// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! What the stores share.

mod change;
mod copy;
mod cursor;
pub(crate) mod exact;
mod page;
mod write;

pub use change::{Change, OrDefault};
pub use cursor::{Cursor, CursorKey, CursorRefused};
pub use page::{Key, Order, Page, PageError, Pages};

pub(crate) use copy::{Copy, element_type};
pub(crate) use write::{Assignments, Rows};
