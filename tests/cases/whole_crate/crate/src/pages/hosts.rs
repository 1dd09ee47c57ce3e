// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use ipnet::IpNet;
use uuid::Uuid;

use super::super::models::Host;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, own, since, price, about",
    " FROM public.hosts",
);

/// A position in the order of `hosts_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = Host;

    const NAME: &'static str = "public.hosts by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &Host) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `hosts_own_key`: `own`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByOwn {
    pub own: IpNet,
}

impl Order for ByOwn {
    type Row = Host;

    const NAME: &'static str = "public.hosts by_own";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("own", "inet"),
    ];

    fn position(row: &Host) -> Self {
        Self {
            own: row.own,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.own));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            own: from.key()?,
        })
    }
}

/// Pages over all rows: `own`.
pub fn by_own() -> Pages<ByOwn> {
    Pages::new()
}
