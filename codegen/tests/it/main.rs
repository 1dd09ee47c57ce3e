//! The crate from outside: what is generated, how files are kept, what the table of types says.

// Helpers of tests fail by unwrapping, as the tests themselves do.
#![allow(clippy::unwrap_used)]
// expect-test writes its texts so.
#![allow(clippy::needless_raw_string_hashes)]

mod builder;
mod cases;
mod committed;
mod files;
mod generation;
mod settings;
mod support;
mod type_map;
