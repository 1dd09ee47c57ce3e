// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use ipnet::IpNet;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::types::Json;
use std::collections::BTreeMap;
use time::Date;
use uuid::Uuid;

use super::super::support::{AnyRow, OrDefault, Record, RowReader};

/// A row of `public.hosts`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Host {
    /// `uuid NOT NULL`
    pub id: Uuid,
    /// `inet NOT NULL`; unique
    pub own: IpNet,
    /// `date NOT NULL DEFAULT '2026-01-01'`
    pub since: Date,
    /// `numeric NOT NULL`
    pub price: BigDecimal,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub about: Json<BTreeMap<String,String>>,
}

impl Record for Host {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            own: row.column("own")?,
            since: row.column("since")?,
            price: row.column("price")?,
            about: row.column("about")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Host {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.hosts`; it comes back as [`Host`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewHost {
    /// `uuid NOT NULL`
    pub id: Uuid,
    /// `inet NOT NULL`; unique
    pub own: IpNet,
    /// `date NOT NULL DEFAULT '2026-01-01'`
    pub since: OrDefault<Date>,
    /// `numeric NOT NULL`
    pub price: BigDecimal,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub about: OrDefault<Json<BTreeMap<String,String>>>,
}

impl NewHost {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: Uuid, own: IpNet, price: BigDecimal) -> Self {
        Self {
            id,
            own,
            since: OrDefault::Default,
            price,
            about: OrDefault::Default,
        }
    }

    /// Sets `since`.
    #[must_use]
    pub fn with_since(mut self, since: Date) -> Self {
        self.since = OrDefault::Value(since);
        self
    }

    /// Sets `about`.
    #[must_use]
    pub fn with_about(mut self, about: Json<BTreeMap<String,String>>) -> Self {
        self.about = OrDefault::Value(about);
        self
    }
}

/// A partial update of [`Host`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HostPatch {
    /// `inet NOT NULL`; unique
    pub own: Option<IpNet>,
    /// `date NOT NULL DEFAULT '2026-01-01'`
    pub since: Option<Date>,
    /// `numeric NOT NULL`
    pub price: Option<BigDecimal>,
    /// `jsonb NOT NULL DEFAULT '{}'`
    pub about: Option<Json<BTreeMap<String,String>>>,
}
