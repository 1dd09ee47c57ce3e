// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, FixedOffset, NaiveTime, Utc};
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::postgres::types::{
    Oid, PgBox, PgCircle, PgCube, PgHstore, PgInterval, PgLQuery, PgLSeg, PgLTree,
    PgLine, PgMoney, PgPath, PgPoint, PgPolygon, PgRange, PgTimeTz,
};

use super::super::billing::domains::Home;
use super::super::composites::Address;
use super::super::domains::{Digest, SmallShare};
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `public.scalars`; primary key: `id`.
///
/// Left out, because nothing can read them:
///
/// - `unread` (`tsvector`): sqlx has no Rust type for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    /// `oid NOT NULL`
    pub id: Oid,
    /// `"char" NOT NULL DEFAULT 'x'`
    pub a_char: i8,
    /// `real NOT NULL`; unique
    pub a_real: f32,
    /// `money`; unique
    pub a_money: Option<PgMoney>,
    /// `interval NOT NULL`; unique
    pub an_interval: PgInterval,
    /// `time with time zone NOT NULL`; unique
    pub a_timetz: PgTimeTz<NaiveTime, FixedOffset>,
    /// `json DEFAULT '{}'`
    pub a_json: Option<serde_json::Value>,
    /// `jsonb NOT NULL`
    pub a_jsonb: serde_json::Value,
    /// `cidr`
    pub a_cidr: Option<IpNetwork>,
    /// `inet`; refers to `public.hosts`
    pub an_inet: Option<IpNetwork>,
    /// `point NOT NULL`
    pub a_point: PgPoint,
    /// `line`
    pub a_line: Option<PgLine>,
    /// `lseg`
    pub a_lseg: Option<PgLSeg>,
    /// `box`
    pub a_box: Option<PgBox>,
    /// `path`
    pub a_path: Option<PgPath>,
    /// `polygon`
    pub a_polygon: Option<PgPolygon>,
    /// `circle`
    pub a_circle: Option<PgCircle>,
    /// `int4range NOT NULL`; unique
    pub int_range: PgRange<i32>,
    /// `numrange`
    pub num_range: Option<PgRange<Decimal>>,
    /// `tstzrange NOT NULL DEFAULT tstzrange(now(), NULL)`
    pub time_range: PgRange<DateTime<Utc>>,
    /// `public.price_range`
    pub prices: Option<PgRange<Decimal>>,
    /// `public.citext NOT NULL`; unique
    pub a_citext: String,
    /// `public.hstore`
    pub an_hstore: Option<PgHstore>,
    /// `public.ltree`; unique
    pub an_ltree: Option<PgLTree>,
    /// `public.lquery`
    pub an_lquery: Option<PgLQuery>,
    /// `public.cube`
    pub a_cube: Option<PgCube>,
    /// `public.address`
    pub home: Option<Address>,
    /// `billing.home`
    pub other: Option<Home>,
    /// `public.small_share NOT NULL DEFAULT 1`
    pub level: SmallShare,
    /// `public."from"`
    pub origin: super::super::domains::From,
    /// `public."some"`
    pub number: Option<super::super::domains::Some>,
    /// `public.digest NOT NULL`; unique
    pub hash: Digest,
}

impl Record for Scalar {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            a_char: row.column("a_char")?,
            a_real: row.column("a_real")?,
            a_money: row.column("a_money")?,
            an_interval: row.column("an_interval")?,
            a_timetz: row.column("a_timetz")?,
            a_json: row.column("a_json")?,
            a_jsonb: row.column("a_jsonb")?,
            a_cidr: row.column("a_cidr")?,
            an_inet: row.column("an_inet")?,
            a_point: row.column("a_point")?,
            a_line: row.column("a_line")?,
            a_lseg: row.column("a_lseg")?,
            a_box: row.column("a_box")?,
            a_path: row.column("a_path")?,
            a_polygon: row.column("a_polygon")?,
            a_circle: row.column("a_circle")?,
            int_range: row.range("int_range")?,
            num_range: row.range("num_range")?,
            time_range: row.finite_range("time_range")?,
            prices: row.range("prices")?,
            a_citext: row.column("a_citext")?,
            an_hstore: row.column("an_hstore")?,
            an_ltree: row.column("an_ltree")?,
            an_lquery: row.column("an_lquery")?,
            a_cube: row.column("a_cube")?,
            home: row.column("home")?,
            other: row.column("other")?,
            level: row.column("level")?,
            origin: row.column("origin")?,
            number: row.column("number")?,
            hash: row.column("hash")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Scalar {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.scalars`; it comes back as [`Scalar`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewScalar {
    /// `oid NOT NULL`
    pub id: Oid,
    /// `"char" NOT NULL DEFAULT 'x'`
    pub a_char: OrDefault<i8>,
    /// `real NOT NULL`; unique
    pub a_real: f32,
    /// `money`; unique
    pub a_money: Option<PgMoney>,
    /// `interval NOT NULL`; unique
    pub an_interval: PgInterval,
    /// `time with time zone NOT NULL`; unique
    pub a_timetz: PgTimeTz<NaiveTime, FixedOffset>,
    /// `json DEFAULT '{}'`
    pub a_json: OrDefault<Option<serde_json::Value>>,
    /// `jsonb NOT NULL`
    pub a_jsonb: serde_json::Value,
    /// `cidr`
    pub a_cidr: Option<IpNetwork>,
    /// `inet`; refers to `public.hosts`
    pub an_inet: Option<IpNetwork>,
    /// `point NOT NULL`
    pub a_point: PgPoint,
    /// `line`
    pub a_line: Option<PgLine>,
    /// `lseg`
    pub a_lseg: Option<PgLSeg>,
    /// `box`
    pub a_box: Option<PgBox>,
    /// `path`
    pub a_path: Option<PgPath>,
    /// `polygon`
    pub a_polygon: Option<PgPolygon>,
    /// `circle`
    pub a_circle: Option<PgCircle>,
    /// `int4range NOT NULL`; unique
    pub int_range: PgRange<i32>,
    /// `numrange`
    pub num_range: Option<PgRange<Decimal>>,
    /// `tstzrange NOT NULL DEFAULT tstzrange(now(), NULL)`
    pub time_range: OrDefault<PgRange<DateTime<Utc>>>,
    /// `public.price_range`
    pub prices: Option<PgRange<Decimal>>,
    /// `public.citext NOT NULL`; unique
    pub a_citext: String,
    /// `public.hstore`
    pub an_hstore: Option<PgHstore>,
    /// `public.ltree`; unique
    pub an_ltree: Option<PgLTree>,
    /// `public.lquery`
    pub an_lquery: Option<PgLQuery>,
    /// `public.cube`
    pub a_cube: Option<PgCube>,
    /// `public.address`
    pub home: Option<Address>,
    /// `billing.home`
    pub other: Option<Home>,
    /// `public.small_share NOT NULL DEFAULT 1`
    pub level: OrDefault<SmallShare>,
    /// `public."from"`
    pub origin: super::super::domains::From,
    /// `public."some"`
    pub number: OrDefault<Option<super::super::domains::Some>>,
    /// `public.digest NOT NULL`; unique
    pub hash: Digest,
}

impl NewScalar {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[allow(clippy::too_many_arguments)]
    #[must_use]
    pub fn new(
        id: Oid,
        a_real: f32,
        an_interval: PgInterval,
        a_timetz: PgTimeTz<NaiveTime, FixedOffset>,
        a_jsonb: serde_json::Value,
        a_point: PgPoint,
        int_range: PgRange<i32>,
        a_citext: impl Into<String>,
        origin: super::super::domains::From,
        hash: Digest,
    ) -> Self {
        Self {
            id,
            a_char: OrDefault::Default,
            a_real,
            a_money: None,
            an_interval,
            a_timetz,
            a_json: OrDefault::Default,
            a_jsonb,
            a_cidr: None,
            an_inet: None,
            a_point,
            a_line: None,
            a_lseg: None,
            a_box: None,
            a_path: None,
            a_polygon: None,
            a_circle: None,
            int_range,
            num_range: None,
            time_range: OrDefault::Default,
            prices: None,
            a_citext: a_citext.into(),
            an_hstore: None,
            an_ltree: None,
            an_lquery: None,
            a_cube: None,
            home: None,
            other: None,
            level: OrDefault::Default,
            origin,
            number: OrDefault::Default,
            hash,
        }
    }

    /// Sets `a_char`.
    #[must_use]
    pub fn with_a_char(mut self, a_char: i8) -> Self {
        self.a_char = OrDefault::Value(a_char);
        self
    }

    /// Sets `a_money`.
    #[must_use]
    pub fn with_a_money(mut self, a_money: PgMoney) -> Self {
        self.a_money = Some(a_money);
        self
    }

    /// Sets `a_json`.
    #[must_use]
    pub fn with_a_json(mut self, a_json: serde_json::Value) -> Self {
        self.a_json = OrDefault::Value(Some(a_json));
        self
    }

    /// Sets `a_cidr`.
    #[must_use]
    pub fn with_a_cidr(mut self, a_cidr: IpNetwork) -> Self {
        self.a_cidr = Some(a_cidr);
        self
    }

    /// Sets `an_inet`.
    #[must_use]
    pub fn with_an_inet(mut self, an_inet: IpNetwork) -> Self {
        self.an_inet = Some(an_inet);
        self
    }

    /// Sets `a_line`.
    #[must_use]
    pub fn with_a_line(mut self, a_line: PgLine) -> Self {
        self.a_line = Some(a_line);
        self
    }

    /// Sets `a_lseg`.
    #[must_use]
    pub fn with_a_lseg(mut self, a_lseg: PgLSeg) -> Self {
        self.a_lseg = Some(a_lseg);
        self
    }

    /// Sets `a_box`.
    #[must_use]
    pub fn with_a_box(mut self, a_box: PgBox) -> Self {
        self.a_box = Some(a_box);
        self
    }

    /// Sets `a_path`.
    #[must_use]
    pub fn with_a_path(mut self, a_path: PgPath) -> Self {
        self.a_path = Some(a_path);
        self
    }

    /// Sets `a_polygon`.
    #[must_use]
    pub fn with_a_polygon(mut self, a_polygon: PgPolygon) -> Self {
        self.a_polygon = Some(a_polygon);
        self
    }

    /// Sets `a_circle`.
    #[must_use]
    pub fn with_a_circle(mut self, a_circle: PgCircle) -> Self {
        self.a_circle = Some(a_circle);
        self
    }

    /// Sets `num_range`.
    #[must_use]
    pub fn with_num_range(mut self, num_range: PgRange<Decimal>) -> Self {
        self.num_range = Some(num_range);
        self
    }

    /// Sets `time_range`.
    #[must_use]
    pub fn with_time_range(mut self, time_range: PgRange<DateTime<Utc>>) -> Self {
        self.time_range = OrDefault::Value(time_range);
        self
    }

    /// Sets `prices`.
    #[must_use]
    pub fn with_prices(mut self, prices: PgRange<Decimal>) -> Self {
        self.prices = Some(prices);
        self
    }

    /// Sets `an_hstore`.
    #[must_use]
    pub fn with_an_hstore(mut self, an_hstore: PgHstore) -> Self {
        self.an_hstore = Some(an_hstore);
        self
    }

    /// Sets `an_ltree`.
    #[must_use]
    pub fn with_an_ltree(mut self, an_ltree: PgLTree) -> Self {
        self.an_ltree = Some(an_ltree);
        self
    }

    /// Sets `an_lquery`.
    #[must_use]
    pub fn with_an_lquery(mut self, an_lquery: PgLQuery) -> Self {
        self.an_lquery = Some(an_lquery);
        self
    }

    /// Sets `a_cube`.
    #[must_use]
    pub fn with_a_cube(mut self, a_cube: PgCube) -> Self {
        self.a_cube = Some(a_cube);
        self
    }

    /// Sets `home`.
    #[must_use]
    pub fn with_home(mut self, home: Address) -> Self {
        self.home = Some(home);
        self
    }

    /// Sets `other`.
    #[must_use]
    pub fn with_other(mut self, other: Home) -> Self {
        self.other = Some(other);
        self
    }

    /// Sets `level`.
    #[must_use]
    pub fn with_level(mut self, level: SmallShare) -> Self {
        self.level = OrDefault::Value(level);
        self
    }

    /// Sets `number`.
    #[must_use]
    pub fn with_number(mut self, number: super::super::domains::Some) -> Self {
        self.number = OrDefault::Value(Some(number));
        self
    }
}

/// A partial update of [`Scalar`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScalarPatch {
    /// `"char" NOT NULL DEFAULT 'x'`
    pub a_char: Option<i8>,
    /// `real NOT NULL`; unique
    pub a_real: Option<f32>,
    /// `money`; unique
    pub a_money: Change<PgMoney>,
    /// `interval NOT NULL`; unique
    pub an_interval: Option<PgInterval>,
    /// `time with time zone NOT NULL`; unique
    pub a_timetz: Option<PgTimeTz<NaiveTime, FixedOffset>>,
    /// `json DEFAULT '{}'`
    pub a_json: Change<serde_json::Value>,
    /// `jsonb NOT NULL`
    pub a_jsonb: Option<serde_json::Value>,
    /// `cidr`
    pub a_cidr: Change<IpNetwork>,
    /// `inet`; refers to `public.hosts`
    pub an_inet: Change<IpNetwork>,
    /// `point NOT NULL`
    pub a_point: Option<PgPoint>,
    /// `line`
    pub a_line: Change<PgLine>,
    /// `lseg`
    pub a_lseg: Change<PgLSeg>,
    /// `box`
    pub a_box: Change<PgBox>,
    /// `path`
    pub a_path: Change<PgPath>,
    /// `polygon`
    pub a_polygon: Change<PgPolygon>,
    /// `circle`
    pub a_circle: Change<PgCircle>,
    /// `int4range NOT NULL`; unique
    pub int_range: Option<PgRange<i32>>,
    /// `numrange`
    pub num_range: Change<PgRange<Decimal>>,
    /// `tstzrange NOT NULL DEFAULT tstzrange(now(), NULL)`
    pub time_range: Option<PgRange<DateTime<Utc>>>,
    /// `public.price_range`
    pub prices: Change<PgRange<Decimal>>,
    /// `public.citext NOT NULL`; unique
    pub a_citext: Option<String>,
    /// `public.hstore`
    pub an_hstore: Change<PgHstore>,
    /// `public.ltree`; unique
    pub an_ltree: Change<PgLTree>,
    /// `public.lquery`
    pub an_lquery: Change<PgLQuery>,
    /// `public.cube`
    pub a_cube: Change<PgCube>,
    /// `public.address`
    pub home: Change<Address>,
    /// `billing.home`
    pub other: Change<Home>,
    /// `public.small_share NOT NULL DEFAULT 1`
    pub level: Option<SmallShare>,
    /// `public."from"`
    pub origin: Option<super::super::domains::From>,
    /// `public."some"`
    pub number: Change<super::super::domains::Some>,
    /// `public.digest NOT NULL`; unique
    pub hash: Option<Digest>,
}
