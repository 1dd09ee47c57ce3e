// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! What the stores share.

mod change;
mod copy;
mod write;

pub use change::{Change, OrDefault};

pub(crate) use copy::{Copy, element_type};
pub(crate) use write::{Assignments, Rows};
