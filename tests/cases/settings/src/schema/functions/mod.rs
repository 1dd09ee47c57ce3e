// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod born_on;
mod states_of;
mod sums;
mod wait_of;

pub use self::born_on::born_on;
pub use self::states_of::{StatesOfRow, states_of};
pub use self::sums::{SumsRow, sums};
pub use self::wait_of::wait_of;
