// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod log;
mod tmp_copy;

pub use self::log::{Log, LogPatch, NewLog};
pub use self::tmp_copy::{NewTmpCopy, TmpCopy};
