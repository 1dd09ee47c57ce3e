// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! What the stores share.

mod change;
mod copy;
mod cursor;
mod declared;
mod exact;
mod page;
mod query;
mod row;
mod violated;
mod write;

pub use change::{Change, OrDefault};
pub use cursor::{Cursor, CursorKey, CursorRefused, KeyReader};
pub use exact::Exact;
pub use page::{Key, KeyWriter, Order, Page, PageError, Pages};
pub use row::{AnyRow, Record, RowReader};

pub(crate) use change::some;
pub(crate) use copy::copy_rows;
pub(crate) use declared::{Declared, DeclaredList, Undomained};
pub(crate) use query::Query;
pub(crate) use violated::{is_numbered, violated};
pub(crate) use write::{Assignments, Columns, Form, NewRow, Rows};
