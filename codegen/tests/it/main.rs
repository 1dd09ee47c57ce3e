//! The crate from outside: what is generated, how files are kept, how hand-written types are judged.

// Helpers of tests fail by unwrapping, as the tests themselves do.
#![allow(clippy::unwrap_used)]
// expect-test writes its texts so.
#![allow(clippy::needless_raw_string_hashes)]

mod committed;
mod files;
mod generation;
mod judgement;
mod support;
