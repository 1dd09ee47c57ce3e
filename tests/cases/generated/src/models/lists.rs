// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use ipnetwork::IpNetwork;
use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::postgres::types::{PgCube, PgHstore, PgLTree, PgLine, PgPoint, PgRange};

use super::super::composites::Address;
use super::super::enums::Mood;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader};

/// A row of `public.lists`; primary key: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
    pub id: i64,
    /// `"char"[]`
    pub chars: Option<Vec<i8>>,
    /// `real[] NOT NULL`
    pub reals: Vec<f32>,
    /// `bytea[] NOT NULL DEFAULT '{}'`
    pub bytes: Vec<Vec<u8>>,
    /// `public.mood[] NOT NULL DEFAULT ARRAY['ok']::public.mood[]`
    pub moods: Vec<Mood>,
    /// `public.address[] NOT NULL`
    pub homes: Vec<Address>,
    /// `point[] DEFAULT '{}'`
    pub points: Option<Vec<PgPoint>>,
    /// `line[]`
    pub lines: Option<Vec<PgLine>>,
    /// `int4range[]`
    pub ranges: Option<Vec<PgRange<i32>>>,
    /// `jsonb[]`
    pub documents: Option<Vec<serde_json::Value>>,
    /// `public.citext[]`
    pub names: Option<Vec<String>>,
    /// `public.hstore[]`
    pub maps: Option<Vec<PgHstore>>,
    /// `public.ltree[]`
    pub paths: Option<Vec<PgLTree>>,
    /// `public.cube[]`
    pub cubes: Option<Vec<PgCube>>,
    /// `public.words`
    pub tags: Option<Vec<String>>,
    /// `inet[]`; unique
    pub networks: Option<Vec<IpNetwork>>,
}

impl Record for List {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            chars: row.column("chars")?,
            reals: row.column("reals")?,
            bytes: row.column("bytes")?,
            moods: row.column("moods")?,
            homes: row.column("homes")?,
            points: row.column("points")?,
            lines: row.column("lines")?,
            ranges: row.column("ranges")?,
            documents: row.column("documents")?,
            names: row.column("names")?,
            maps: row.column("maps")?,
            paths: row.column("paths")?,
            cubes: row.column("cubes")?,
            tags: row.column("tags")?,
            networks: row.column("networks")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for List {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.lists`; it comes back as [`List`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewList {
    /// `"char"[]`
    pub chars: Option<Vec<i8>>,
    /// `real[] NOT NULL`
    pub reals: Vec<f32>,
    /// `bytea[] NOT NULL DEFAULT '{}'`
    pub bytes: OrDefault<Vec<Vec<u8>>>,
    /// `public.mood[] NOT NULL DEFAULT ARRAY['ok']::public.mood[]`
    pub moods: OrDefault<Vec<Mood>>,
    /// `public.address[] NOT NULL`
    pub homes: Vec<Address>,
    /// `point[] DEFAULT '{}'`
    pub points: OrDefault<Option<Vec<PgPoint>>>,
    /// `line[]`
    pub lines: Option<Vec<PgLine>>,
    /// `int4range[]`
    pub ranges: Option<Vec<PgRange<i32>>>,
    /// `jsonb[]`
    pub documents: Option<Vec<serde_json::Value>>,
    /// `public.citext[]`
    pub names: Option<Vec<String>>,
    /// `public.hstore[]`
    pub maps: Option<Vec<PgHstore>>,
    /// `public.ltree[]`
    pub paths: Option<Vec<PgLTree>>,
    /// `public.cube[]`
    pub cubes: Option<Vec<PgCube>>,
    /// `public.words`
    pub tags: Option<Vec<String>>,
    /// `inet[]`; unique
    pub networks: Option<Vec<IpNetwork>>,
}

impl NewList {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(reals: Vec<f32>, homes: Vec<Address>) -> Self {
        Self {
            chars: None,
            reals,
            bytes: OrDefault::Default,
            moods: OrDefault::Default,
            homes,
            points: OrDefault::Default,
            lines: None,
            ranges: None,
            documents: None,
            names: None,
            maps: None,
            paths: None,
            cubes: None,
            tags: None,
            networks: None,
        }
    }

    /// Sets `chars`.
    #[must_use]
    pub fn with_chars(mut self, chars: Vec<i8>) -> Self {
        self.chars = Some(chars);
        self
    }

    /// Sets `bytes`.
    #[must_use]
    pub fn with_bytes(mut self, bytes: Vec<Vec<u8>>) -> Self {
        self.bytes = OrDefault::Value(bytes);
        self
    }

    /// Sets `moods`.
    #[must_use]
    pub fn with_moods(mut self, moods: Vec<Mood>) -> Self {
        self.moods = OrDefault::Value(moods);
        self
    }

    /// Sets `points`.
    #[must_use]
    pub fn with_points(mut self, points: Vec<PgPoint>) -> Self {
        self.points = OrDefault::Value(Some(points));
        self
    }

    /// Sets `lines`.
    #[must_use]
    pub fn with_lines(mut self, lines: Vec<PgLine>) -> Self {
        self.lines = Some(lines);
        self
    }

    /// Sets `ranges`.
    #[must_use]
    pub fn with_ranges(mut self, ranges: Vec<PgRange<i32>>) -> Self {
        self.ranges = Some(ranges);
        self
    }

    /// Sets `documents`.
    #[must_use]
    pub fn with_documents(mut self, documents: Vec<serde_json::Value>) -> Self {
        self.documents = Some(documents);
        self
    }

    /// Sets `names`.
    #[must_use]
    pub fn with_names(mut self, names: Vec<String>) -> Self {
        self.names = Some(names);
        self
    }

    /// Sets `maps`.
    #[must_use]
    pub fn with_maps(mut self, maps: Vec<PgHstore>) -> Self {
        self.maps = Some(maps);
        self
    }

    /// Sets `paths`.
    #[must_use]
    pub fn with_paths(mut self, paths: Vec<PgLTree>) -> Self {
        self.paths = Some(paths);
        self
    }

    /// Sets `cubes`.
    #[must_use]
    pub fn with_cubes(mut self, cubes: Vec<PgCube>) -> Self {
        self.cubes = Some(cubes);
        self
    }

    /// Sets `tags`.
    #[must_use]
    pub fn with_tags(mut self, tags: Vec<String>) -> Self {
        self.tags = Some(tags);
        self
    }

    /// Sets `networks`.
    #[must_use]
    pub fn with_networks(mut self, networks: Vec<IpNetwork>) -> Self {
        self.networks = Some(networks);
        self
    }
}

/// A partial update of [`List`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListPatch {
    /// `"char"[]`
    pub chars: Change<Vec<i8>>,
    /// `real[] NOT NULL`
    pub reals: Option<Vec<f32>>,
    /// `bytea[] NOT NULL DEFAULT '{}'`
    pub bytes: Option<Vec<Vec<u8>>>,
    /// `public.mood[] NOT NULL DEFAULT ARRAY['ok']::public.mood[]`
    pub moods: Option<Vec<Mood>>,
    /// `public.address[] NOT NULL`
    pub homes: Option<Vec<Address>>,
    /// `point[] DEFAULT '{}'`
    pub points: Change<Vec<PgPoint>>,
    /// `line[]`
    pub lines: Change<Vec<PgLine>>,
    /// `int4range[]`
    pub ranges: Change<Vec<PgRange<i32>>>,
    /// `jsonb[]`
    pub documents: Change<Vec<serde_json::Value>>,
    /// `public.citext[]`
    pub names: Change<Vec<String>>,
    /// `public.hstore[]`
    pub maps: Change<Vec<PgHstore>>,
    /// `public.ltree[]`
    pub paths: Change<Vec<PgLTree>>,
    /// `public.cube[]`
    pub cubes: Change<Vec<PgCube>>,
    /// `public.words`
    pub tags: Change<Vec<String>>,
    /// `inet[]`; unique
    pub networks: Change<Vec<IpNetwork>>,
}
