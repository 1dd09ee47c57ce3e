// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bit_vec::BitVec;
use chrono::{DateTime, Utc};
use ipnetwork::IpNetwork;
use mac_address::MacAddress;
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::types::Json;
use std::net::IpAddr;
use uuid::Uuid;

use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `public.ports`; primary key: `host`, `number`.
#[derive(Debug, Clone, PartialEq)]
pub struct Port {
    /// `uuid NOT NULL`; refers to `public.hosts`
    pub host: Uuid,
    /// `integer NOT NULL`
    pub number: i32,
    /// `macaddr NOT NULL`; unique
    pub address: MacAddress,
    /// `macaddr[] NOT NULL DEFAULT '{}'`
    pub addresses: Vec<MacAddress>,
    /// `bit(8) NOT NULL DEFAULT B'00000000'`
    pub flags: BitVec,
    /// `bit varying(32)`; unique
    pub mask: Option<BitVec>,
    /// `bit varying[]`
    pub masks: Option<Vec<BitVec>>,
    /// `inet`
    pub peer: Option<IpAddr>,
    /// `cidr`
    pub net: Option<IpNetwork>,
    /// `numeric(10,2)`
    pub rate: Option<Decimal>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub opened: DateTime<Utc>,
    /// `json`
    pub report: Option<Json<Vec<String>>>,
}

impl Record for Port {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            host: row.column("host")?,
            number: row.column("number")?,
            address: row.column("address")?,
            addresses: row.column("addresses")?,
            flags: row.column("flags")?,
            mask: row.column("mask")?,
            masks: row.column("masks")?,
            peer: row.column("peer")?,
            net: row.column("net")?,
            rate: row.column("rate")?,
            opened: row.finite("opened")?,
            report: row.column("report")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Port {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.ports`; it comes back as [`Port`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewPort {
    /// `uuid NOT NULL`; refers to `public.hosts`
    pub host: Uuid,
    /// `integer NOT NULL`
    pub number: i32,
    /// `macaddr NOT NULL`; unique
    pub address: MacAddress,
    /// `macaddr[] NOT NULL DEFAULT '{}'`
    pub addresses: OrDefault<Vec<MacAddress>>,
    /// `bit(8) NOT NULL DEFAULT B'00000000'`
    pub flags: OrDefault<BitVec>,
    /// `bit varying(32)`; unique
    pub mask: Option<BitVec>,
    /// `bit varying[]`
    pub masks: Option<Vec<BitVec>>,
    /// `inet`
    pub peer: Option<IpAddr>,
    /// `cidr`
    pub net: Option<IpNetwork>,
    /// `numeric(10,2)`
    pub rate: Option<Decimal>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub opened: OrDefault<DateTime<Utc>>,
    /// `json`
    pub report: Option<Json<Vec<String>>>,
}

impl NewPort {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(host: Uuid, number: i32, address: MacAddress) -> Self {
        Self {
            host,
            number,
            address,
            addresses: OrDefault::Default,
            flags: OrDefault::Default,
            mask: None,
            masks: None,
            peer: None,
            net: None,
            rate: None,
            opened: OrDefault::Default,
            report: None,
        }
    }

    /// Sets `addresses`.
    #[must_use]
    pub fn with_addresses(mut self, addresses: Vec<MacAddress>) -> Self {
        self.addresses = OrDefault::Value(addresses);
        self
    }

    /// Sets `flags`.
    #[must_use]
    pub fn with_flags(mut self, flags: BitVec) -> Self {
        self.flags = OrDefault::Value(flags);
        self
    }

    /// Sets `mask`.
    #[must_use]
    pub fn with_mask(mut self, mask: BitVec) -> Self {
        self.mask = Some(mask);
        self
    }

    /// Sets `masks`.
    #[must_use]
    pub fn with_masks(mut self, masks: Vec<BitVec>) -> Self {
        self.masks = Some(masks);
        self
    }

    /// Sets `peer`.
    #[must_use]
    pub fn with_peer(mut self, peer: IpAddr) -> Self {
        self.peer = Some(peer);
        self
    }

    /// Sets `net`.
    #[must_use]
    pub fn with_net(mut self, net: IpNetwork) -> Self {
        self.net = Some(net);
        self
    }

    /// Sets `rate`.
    #[must_use]
    pub fn with_rate(mut self, rate: Decimal) -> Self {
        self.rate = Some(rate);
        self
    }

    /// Sets `opened`.
    #[must_use]
    pub fn with_opened(mut self, opened: DateTime<Utc>) -> Self {
        self.opened = OrDefault::Value(opened);
        self
    }

    /// Sets `report`.
    #[must_use]
    pub fn with_report(mut self, report: Json<Vec<String>>) -> Self {
        self.report = Some(report);
        self
    }
}

/// A partial update of [`Port`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PortPatch {
    /// `macaddr NOT NULL`; unique
    pub address: Option<MacAddress>,
    /// `macaddr[] NOT NULL DEFAULT '{}'`
    pub addresses: Option<Vec<MacAddress>>,
    /// `bit(8) NOT NULL DEFAULT B'00000000'`
    pub flags: Option<BitVec>,
    /// `bit varying(32)`; unique
    pub mask: Change<BitVec>,
    /// `bit varying[]`
    pub masks: Change<Vec<BitVec>>,
    /// `inet`
    pub peer: Change<IpAddr>,
    /// `cidr`
    pub net: Change<IpNetwork>,
    /// `numeric(10,2)`
    pub rate: Change<Decimal>,
    /// `timestamp with time zone NOT NULL DEFAULT now()`
    pub opened: Option<DateTime<Utc>>,
    /// `json`
    pub report: Change<Json<Vec<String>>>,
}
