// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::super::composites::Address;

/// A value of the domain `billing.home`: `public.address`.
///
/// Whether the value is legal is the server's to say, when it is written.
#[derive(Debug, Clone, PartialEq, sqlx::Type)]
#[sqlx(transparent)]
pub struct Home(pub Address);

impl From<Address> for Home {
    fn from(value: Address) -> Self {
        Self(value)
    }
}

impl From<Home> for Address {
    fn from(value: Home) -> Self {
        value.0
    }
}
