// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod born_on;
mod conditions;
mod sums;
mod wait_of;

pub use self::born_on::born_on;
pub use self::conditions::{ConditionsOfRow, conditions_of};
pub use self::sums::{TotalsRow, totals};
pub use self::wait_of::wait_of;
