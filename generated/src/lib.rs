// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// One struct for each composite type.
#[allow(clippy::struct_field_names, clippy::pub_underscore_fields)]
pub mod composites;

/// One enum for each enum type.
#[allow(clippy::enum_variant_names)]
pub mod enums;

/// One struct for each table: a row as it is read.
#[allow(clippy::struct_field_names, clippy::pub_underscore_fields)]
pub mod models;

mod unknown_label;

pub use self::unknown_label::UnknownLabel;
