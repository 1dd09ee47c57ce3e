// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.hosts` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum HostError {
    /// `hosts_pkey`: another row has this `address`.
    AddressTaken,
    /// `scalars_an_inet_fkey`: `public.scalars` still refers to the row.
    ReferencedByScalar,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for HostError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("hosts", "hosts_pkey") => Self::AddressTaken,
            ("scalars", "scalars_an_inet_fkey") => Self::ReferencedByScalar,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for HostError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::AddressTaken => "another row has this address (hosts_pkey)",
            Self::ReferencedByScalar => {
                "public.scalars still refers to the row (scalars_an_inet_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for HostError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
