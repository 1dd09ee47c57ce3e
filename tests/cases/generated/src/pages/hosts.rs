// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use ipnetwork::IpNetwork;

use super::super::models::Host;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT address",
    " FROM public.hosts",
);

/// A position in the order of `hosts_pkey`: `address`.
#[derive(Debug, Clone, PartialEq)]
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.address));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            address: from.key()?,
        })
    }
}

/// Pages over all rows: `address`.
pub fn by_address() -> Pages<ByAddress> {
    Pages::new()
}
