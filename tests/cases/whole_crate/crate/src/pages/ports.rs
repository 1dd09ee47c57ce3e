// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.ports`.
//!
//! Left out:
//!
//! - pages by `ports_address_key`: the Rust type of `address` does not fit into a cursor.
//! - pages by `ports_mask_key`: the Rust type of `mask` does not fit into a cursor.
//! - pages by `ports_opened_idx`: the Rust type of `mask` does not fit into a cursor.

use uuid::Uuid;

use super::super::models::Port;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT host, number, address, addresses, flags, mask, masks, peer, net, rate, ",
    "opened, report",
    " FROM public.ports",
);

/// A position in the order of `ports_pkey`: `host, number`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByHostAndNumber {
    pub host: Uuid,
    pub number: i32,
}

impl Order for ByHostAndNumber {
    type Row = Port;

    const NAME: &'static str = "public.ports by_host_and_number";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("host", "uuid"),
        Key::ascending("number", "integer"),
    ];

    fn position(row: &Port) -> Self {
        Self {
            host: row.host,
            number: row.number,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.host));
        to.key(Some(self.number));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            host: from.key()?,
            number: from.key()?,
        })
    }
}

/// Pages over all rows: `host, number`.
pub fn by_host_and_number() -> Pages<ByHostAndNumber> {
    Pages::new()
}

/// Pages over the rows with this `host`: `number`.
pub fn of_host_by_number(host: Uuid) -> Pages<ByHostAndNumber> {
    Pages::new().fix(Some(host))
}
