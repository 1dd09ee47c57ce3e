//! One file a command: what to load, what to call, how to print.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod dump;
pub(crate) mod generate;
pub(crate) mod init;
pub(crate) mod lock;
pub(crate) mod migrate;
pub(crate) mod report;
