//! The stores of the reference schema with structs that are read and written as JSON, for tests that hold all tables by the
//! same rules.
#![allow(missing_debug_implementations, clippy::pedantic, reason = "a build script wrote it")]

include!(concat!(env!("OUT_DIR"), "/schema/mod.rs"));
