/// One struct for each table and view: a row as it is read; beside it what is inserted and what is changed.
#[allow(
    clippy::disallowed_names,
    clippy::struct_field_names,
    clippy::pub_underscore_fields,
    clippy::used_underscore_binding,
)]
pub mod models;

/// What the stores share: changes, defaults, pages, cursors.
// Not every schema needs all of it.
#[allow(dead_code, unused_imports)]
pub mod support;
