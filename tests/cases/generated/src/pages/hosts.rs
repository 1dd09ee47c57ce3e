// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use ipnetwork::IpNetwork;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::Host;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT address",
    " FROM public.hosts",
);

/// A position in the order of `hosts_pkey`: `address`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByAddress {
    pub address: IpNetwork,
}

impl Order for ByAddress {
    type Row = Host;

    const NAME: &'static str = "public.hosts by_address";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("address", "inet"),
    ];

    fn position(row: &Host) -> Self {
        Self {
            address: row.address,
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.address),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `address`.
pub fn by_address() -> Pages<ByAddress> {
    Pages::new()
}
