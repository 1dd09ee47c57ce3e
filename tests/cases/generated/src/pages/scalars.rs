// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.scalars`.
//!
//! Left out:
//!
//! - pages by `scalars_pkey`: the Rust type of `id` does not fit into a cursor.
//! - pages by `scalars_a_money_key`: the Rust type of `a_money` does not fit into a cursor.
//! - pages by `scalars_an_interval_key`: the Rust type of `an_interval` does not fit into a cursor.
//! - pages by `scalars_a_timetz_key`: the Rust type of `a_timetz` does not fit into a cursor.
//! - pages by `scalars_int_range_key`: the Rust type of `int_range` does not fit into a cursor.
//! - pages by `scalars_an_ltree_key`: the Rust type of `an_ltree` does not fit into a cursor.

use super::super::domains::Digest;
use super::super::models::Scalar;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, a_char, a_real, a_money, an_interval, a_timetz, a_json, a_jsonb, ",
    "a_cidr, an_inet, a_point, a_line, a_lseg, a_box, a_path, a_polygon, a_circle, ",
    "int_range, num_range, time_range, prices, a_citext, an_hstore, an_ltree, ",
    "an_lquery, a_cube, home, other, level, origin, number, hash",
    " FROM public.scalars",
);

/// A position in the order of `scalars_a_real_key`: `a_real`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByAReal {
    pub a_real: f32,
}

impl Order for ByAReal {
    type Row = Scalar;

    const NAME: &'static str = "public.scalars by_a_real";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("a_real", "real"),
    ];

    fn position(row: &Scalar) -> Self {
        Self {
            a_real: row.a_real,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.float(Some(self.a_real));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            a_real: from.float()?,
        })
    }
}

/// Pages over all rows: `a_real`.
pub fn by_a_real() -> Pages<ByAReal> {
    Pages::new()
}

/// A position in the order of `scalars_a_citext_key`: `a_citext`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByACitext {
    pub a_citext: String,
}

impl Order for ByACitext {
    type Row = Scalar;

    const NAME: &'static str = "public.scalars by_a_citext";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("a_citext", "public.citext"),
    ];

    fn position(row: &Scalar) -> Self {
        Self {
            a_citext: row.a_citext.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.a_citext));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            a_citext: from.key()?,
        })
    }
}

/// Pages over all rows: `a_citext`.
pub fn by_a_citext() -> Pages<ByACitext> {
    Pages::new()
}

/// A position in the order of `scalars_hash_key`: `hash`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByHash {
    pub hash: Digest,
}

impl Order for ByHash {
    type Row = Scalar;

    const NAME: &'static str = "public.scalars by_hash";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("hash", "bytea"),
    ];

    fn position(row: &Scalar) -> Self {
        Self {
            hash: row.hash.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.hash));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            hash: from.key()?,
        })
    }
}

/// Pages over all rows: `hash`.
pub fn by_hash() -> Pages<ByHash> {
    Pages::new()
}
