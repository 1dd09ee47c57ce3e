// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

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
