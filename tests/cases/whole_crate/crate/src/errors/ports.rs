// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.ports` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum PortError {
    /// `ports_pkey`: another row has this `host, number`.
    HostNumberTaken,
    /// `ports_address_key`: another row has this `address`.
    AddressTaken,
    /// `ports_mask_key`: another row has this `mask`.
    MaskTaken,
    /// `ports_host_fkey`: `public.hosts` has no row for `host`.
    HostNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for PortError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("ports", "ports_pkey") => Self::HostNumberTaken,
            ("ports", "ports_address_key") => Self::AddressTaken,
            ("ports", "ports_mask_key") => Self::MaskTaken,
            ("ports", "ports_host_fkey") => Self::HostNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for PortError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::HostNumberTaken => "another row has this host, number (ports_pkey)",
            Self::AddressTaken => "another row has this address (ports_address_key)",
            Self::MaskTaken => "another row has this mask (ports_mask_key)",
            Self::HostNotFound => "public.hosts has no row for host (ports_host_fkey)",
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for PortError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
