// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.
// Schema 6198b75a6f10851a, settings 96f9bf28257d67d1

/// One newtype for each domain.
pub mod domains;

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

/// For each table the functions that read and write its rows.
#[allow(
    clippy::disallowed_names,
    clippy::too_many_arguments,
    clippy::type_complexity,
    clippy::used_underscore_binding,
)]
pub mod stores;

/// What the stores share: changes, defaults, pages, cursors.
// Not every schema needs all of it.
#[allow(dead_code, unused_imports)]
pub mod support;
