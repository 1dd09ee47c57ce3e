//! Holds models, schema and server against each other, and makes the compatibility report.
//!
//! [`config`] says which files there are, [`models`] reads and compares them, [`checks`] looks for the
//! mistakes that schemas of this kind have, [`report`] puts the verdicts together and [`render`] prints
//! them. Nothing here talks to a server: what was learned from one comes in through [`report::ServerSide`].

pub mod checks;
pub mod config;
pub mod init;
pub mod models;
pub mod render;
pub mod report;
pub mod rules;

#[cfg(test)]
mod test_schema;
