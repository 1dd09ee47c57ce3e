//! One schema under several settings: each tree is written by `schemactl generate`, and must compile without a warning.

pub mod pages_only;
pub mod schema;
pub mod stores_only;
pub mod structs;
pub mod types;
