// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod digest;
mod email;
mod from;
mod late;
mod late_mood;
mod share;
mod small_share;
mod some;

pub use self::digest::Digest;
pub use self::email::Email;
pub use self::from::From;
pub use self::late::Late;
pub use self::late_mood::LateMood;
pub use self::share::Share;
pub use self::small_share::SmallShare;
pub use self::some::Some;
