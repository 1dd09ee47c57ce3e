// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! The orders of `public.entries`.
//!
//! Left out:
//!
//! - pages by `entries_lower_idx`: it orders by an expression.
//! - pages by `entries_some_idx`: it holds only some of the rows.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::super::models::Entry;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, label, rank, score, weight, name, happened, code",
    " FROM public.entries",
);

/// A position in the order of `entries_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i64,
}

impl Order for ById {
    type Row = Entry;

    const NAME: &'static str = "public.entries by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
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

/// A position in the order of `entries_rank_idx`: `rank, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByRank {
    pub rank: Option<i32>,
    pub id: i64,
}

impl Order for ByRank {
    type Row = Entry;

    const NAME: &'static str = "public.entries by_rank";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("rank", "integer").nullable(),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
        Self {
            rank: row.rank,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.rank);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            rank: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `rank, id`.
pub fn by_rank() -> Pages<ByRank> {
    Pages::new()
}

/// A position in the order of `entries_rank_down_idx`: `rank DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByEntriesRankDownIdx {
    pub rank: Option<i32>,
    pub id: i64,
}

impl Order for ByEntriesRankDownIdx {
    type Row = Entry;

    const NAME: &'static str = "public.entries by_entries_rank_down_idx";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("rank", "integer").nullable(),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
        Self {
            rank: row.rank,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.rank);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            rank: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `rank DESC, id DESC`.
pub fn by_entries_rank_down_idx() -> Pages<ByEntriesRankDownIdx> {
    Pages::new()
}

/// A position in the order of `entries_score_idx`: `score NULLS FIRST, weight DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByScoreAndWeight {
    pub score: Option<Decimal>,
    pub weight: f64,
    pub id: i64,
}

impl Order for ByScoreAndWeight {
    type Row = Entry;

    const NAME: &'static str = "public.entries by_score_and_weight";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("score", "numeric").nulls_first().nullable(),
        Key::descending("weight", "double precision"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
        Self {
            score: row.score,
            weight: row.weight,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.score);
        to.float(Some(self.weight));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            score: from.key()?,
            weight: from.float()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `score NULLS FIRST, weight DESC, id DESC`.
pub fn by_score_and_weight() -> Pages<ByScoreAndWeight> {
    Pages::new()
}

/// Pages over the rows with this `score`: `weight DESC, id DESC`.
pub fn of_score_by_weight(score: Option<Decimal>) -> Pages<ByScoreAndWeight> {
    Pages::new().fix(score)
}

/// A position in the order of `entries_happened_idx`: `happened DESC NULLS LAST, rank NULLS FIRST, id DESC`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByHappenedAndRankAndId {
    pub happened: Option<DateTime<Utc>>,
    pub rank: Option<i32>,
    pub id: i64,
}

impl Order for ByHappenedAndRankAndId {
    type Row = Entry;

    const NAME: &'static str = "public.entries by_happened_and_rank_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("happened", "timestamp with time zone").nulls_last().nullable(),
        Key::ascending("rank", "integer").nulls_first().nullable(),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
        Self {
            happened: row.happened,
            rank: row.rank,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.happened);
        to.key(self.rank);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            happened: from.key()?,
            rank: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `happened DESC NULLS LAST, rank NULLS FIRST, id DESC`.
pub fn by_happened_and_rank_and_id() -> Pages<ByHappenedAndRankAndId> {
    Pages::new()
}

/// Pages over the rows with this `happened`: `rank NULLS FIRST, id DESC`.
pub fn of_happened_by_rank_and_id(
    happened: Option<DateTime<Utc>>,
) -> Pages<ByHappenedAndRankAndId> {
    Pages::new().fix(happened)
}

/// Pages over the rows with this `happened`, `rank`: `id DESC`.
pub fn of_happened_and_rank_by_id(
    happened: Option<DateTime<Utc>>,
    rank: Option<i32>,
) -> Pages<ByHappenedAndRankAndId> {
    Pages::new().fix(happened).fix(rank)
}

/// A position in the order of `entries_weight_idx`: `weight, id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByWeightAndId {
    pub weight: f64,
    pub id: i64,
}

impl Order for ByWeightAndId {
    type Row = Entry;

    const NAME: &'static str = "public.entries by_weight_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("weight", "double precision"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
        Self {
            weight: row.weight,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.float(Some(self.weight));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            weight: from.float()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `weight, id`.
pub fn by_weight_and_id() -> Pages<ByWeightAndId> {
    Pages::new()
}

/// Pages over the rows with this `weight`: `id`.
pub fn of_weight_by_id(weight: f64) -> Pages<ByWeightAndId> {
    Pages::new().fix(Some(weight))
}

/// A position in the order of `entries_name_idx`: `name, rank DESC NULLS LAST, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByNameAndRank {
    pub name: String,
    pub rank: Option<i32>,
    pub id: i64,
}

impl Order for ByNameAndRank {
    type Row = Entry;

    const NAME: &'static str = "public.entries by_name_and_rank";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("name", "text").collate(r#" COLLATE "POSIX""#),
        Key::descending("rank", "integer").nulls_last().nullable(),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
        Self {
            name: row.name.clone(),
            rank: row.rank,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.name));
        to.key(self.rank);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            name: from.key()?,
            rank: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `name, rank DESC NULLS LAST, id DESC`.
pub fn by_name_and_rank() -> Pages<ByNameAndRank> {
    Pages::new()
}

/// Pages over the rows with this `name`: `rank DESC NULLS LAST, id DESC`.
pub fn of_name_by_rank(name: String) -> Pages<ByNameAndRank> {
    Pages::new().fix(Some(name))
}

/// A position in the order of `entries_label_idx`: `label, rank, happened DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByLabelAndRankAndHappened {
    pub label: Option<String>,
    pub rank: Option<i32>,
    pub happened: Option<DateTime<Utc>>,
    pub id: i64,
}

impl Order for ByLabelAndRankAndHappened {
    type Row = Entry;

    const NAME: &'static str = "public.entries by_label_and_rank_and_happened";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("label", "text").nullable(),
        Key::ascending("rank", "integer").nullable(),
        Key::descending("happened", "timestamp with time zone").nullable(),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
        Self {
            label: row.label.clone(),
            rank: row.rank,
            happened: row.happened,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.label.as_ref());
        to.key(self.rank);
        to.key(self.happened);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            label: from.key()?,
            rank: from.key()?,
            happened: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `label, rank, happened DESC, id DESC`.
pub fn by_label_and_rank_and_happened() -> Pages<ByLabelAndRankAndHappened> {
    Pages::new()
}

/// Pages over the rows with this `label`: `rank, happened DESC, id DESC`.
pub fn of_label_by_rank_and_happened(
    label: Option<String>,
) -> Pages<ByLabelAndRankAndHappened> {
    Pages::new().fix(label)
}

/// Pages over the rows with this `label`, `rank`: `happened DESC, id DESC`.
pub fn of_label_and_rank_by_happened(
    label: Option<String>,
    rank: Option<i32>,
) -> Pages<ByLabelAndRankAndHappened> {
    Pages::new().fix(label).fix(rank)
}

/// A position in the order of `entries_code_idx`: `code DESC, id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCodeAndId {
    pub code: String,
    pub id: i64,
}

impl Order for ByCodeAndId {
    type Row = Entry;

    const NAME: &'static str = "public.entries by_code_and_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("code", "bpchar"),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &Entry) -> Self {
        Self {
            code: row.code.clone(),
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.code));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            code: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `code DESC, id`.
pub fn by_code_and_id() -> Pages<ByCodeAndId> {
    Pages::new()
}

/// Pages over the rows with this `code`: `id`.
pub fn of_code_by_id(code: String) -> Pages<ByCodeAndId> {
    Pages::new().fix(Some(code))
}
