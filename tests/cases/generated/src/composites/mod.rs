// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod address;
mod declared;
mod parcel;
mod part;

pub use self::address::Address;
pub use self::declared::Declared;
pub use self::parcel::Parcel;
pub use self::part::Part;
