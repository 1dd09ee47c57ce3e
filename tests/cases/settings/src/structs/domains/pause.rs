// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::postgres::types::PgInterval;

/// A value of the domain `public.pause`: `interval`.
///
/// Whether the value is legal is the server's to say, when it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Pause(pub PgInterval);

impl From<PgInterval> for Pause {
    fn from(value: PgInterval) -> Self {
        Self(value)
    }
}

impl From<Pause> for PgInterval {
    fn from(value: Pause) -> Self {
        value.0
    }
}
