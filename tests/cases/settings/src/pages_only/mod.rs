// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.
// Schema 6198b75a6f10851a, settings 678c814b01ac691d

/// One struct for each composite type.
#[allow(clippy::struct_field_names, clippy::pub_underscore_fields)]
pub mod composites;

/// One newtype for each domain.
pub mod domains;

/// One enum for each enum type.
#[allow(clippy::enum_variant_names)]
pub mod enums;

/// One error for each table: a variant for each constraint.
#[allow(clippy::enum_variant_names)]
pub mod errors;

/// One struct for each table and view: a row as it is read; beside it what is inserted and what is changed.
#[allow(
    clippy::disallowed_names,
    clippy::struct_field_names,
    clippy::pub_underscore_fields,
    clippy::used_underscore_binding,
)]
pub mod models;

/// For each table the orders that its indexes serve, for pagination by key.
#[allow(
    clippy::disallowed_names,
    clippy::pub_underscore_fields,
    clippy::struct_field_names,
    clippy::too_many_arguments,
    clippy::used_underscore_binding,
)]
pub mod pages;

/// What the stores share: changes, defaults, pages, cursors.
// Not every schema needs all of it.
#[allow(dead_code, unused_imports)]
pub mod support;

mod unknown_label;

pub use self::unknown_label::UnknownLabel;
