// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod accounts;
mod adults;
mod documents;
mod orders;
mod prices;
mod scores;
mod shifts;
mod tags;
mod times;

pub use self::accounts::{Account, AccountPatch, NewAccount};
pub use self::adults::Adult;
pub use self::documents::{Document, DocumentPatch, NewDocument};
pub use self::orders::{NewOrder, Order, OrderPatch};
pub use self::prices::{NewPrice, Price, PricePatch};
pub use self::scores::{NewScore, Score, ScorePatch};
pub use self::shifts::{NewShift, Shift, ShiftPatch};
pub use self::tags::{NewTag, Tag, TagPatch};
pub use self::times::{NewTime, Time, TimePatch};
