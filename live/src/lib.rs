//! The PostgreSQL side: throw-away servers, connections, running migrations.
//!
//! - [`server`] starts a private server for a moment, or borrows one that is named;
//! - [`connection`] opens connections with a deadline and says in words what went wrong;
//! - [`replay`] runs a folder of migrations on an empty database, statement by statement;
//! - [`migrate`] moves a real database up and down, in golang-migrate's books;
//! - [`introspect`] reads a live database into a catalog.
//!
//! No password is ever part of an error or of a value this crate returns for printing:
//! see [`connection::redact_url`].

pub mod connection;
pub mod error;
pub mod introspect;
pub mod migrate;
mod notices;
pub mod replay;
pub mod rules;
pub mod script;
pub mod server;
mod watch;

pub use connection::{connect, redact_url};
pub use error::LiveError;
pub use server::{Shadow, ShadowDatabase, ShadowOptions};
