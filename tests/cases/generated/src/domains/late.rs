// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDateTime;
use sqlx::postgres::types::PgRange;

/// A value of the domain `public.late`: `public.shift`; `CHECK (lower(VALUE) > '2000-01-01')`.
///
/// Whether the value is legal is the server's to say, when it is written.
#[derive(Debug, Clone, Copy, PartialEq, sqlx::Type)]
#[sqlx(transparent)]
pub struct Late(pub PgRange<NaiveDateTime>);

impl From<PgRange<NaiveDateTime>> for Late {
    fn from(value: PgRange<NaiveDateTime>) -> Self {
        Self(value)
    }
}

impl From<Late> for PgRange<NaiveDateTime> {
    fn from(value: Late) -> Self {
        value.0
    }
}
