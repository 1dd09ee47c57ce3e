// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod hosts;
mod ports;

pub use self::hosts::{Host, HostPatch, NewHost};
pub use self::ports::{NewPort, Port, PortPatch};
