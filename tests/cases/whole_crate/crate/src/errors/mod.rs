// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod hosts;
mod ports;

pub use self::hosts::HostError;
pub use self::ports::PortError;
