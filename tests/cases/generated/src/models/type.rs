// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::support::{AnyRow, Change, Record, RowReader};

/// A row of `public.type`; primary key: `db`, `new`, `patch`, `set`, `row`.
#[derive(Debug, Clone, PartialEq)]
pub struct Type {
    /// `integer NOT NULL`
    pub db: i32,
    /// `integer NOT NULL`
    pub new: i32,
    /// `integer NOT NULL`
    pub patch: i32,
    /// `integer NOT NULL`
    pub set: i32,
    /// `integer NOT NULL`
    pub row: i32,
    /// `integer`
    pub rows: Option<i32>,
    /// `integer`
    pub key: Option<i32>,
    /// `integer`
    pub keys: Option<i32>,
    /// `integer`
    pub copy: Option<i32>,
    /// `integer`
    pub found: Option<i32>,
    /// `integer`; refers to `public.users`
    pub version: Option<i32>,
    /// `integer`; unique
    pub r#type: Option<i32>,
    /// `integer`; unique
    pub self_: Option<i32>,
    /// `text`
    pub default: Option<String>,
}

impl Record for Type {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            db: row.column("db")?,
            new: row.column("new")?,
            patch: row.column("patch")?,
            set: row.column("set")?,
            row: row.column("row")?,
            rows: row.column("rows")?,
            key: row.column("key")?,
            keys: row.column("keys")?,
            copy: row.column("copy")?,
            found: row.column("found")?,
            version: row.column("version")?,
            r#type: row.column("type")?,
            self_: row.column("self")?,
            default: row.column("default")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Type {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.type`; it comes back as [`Type`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewType {
    /// `integer NOT NULL`
    pub db: i32,
    /// `integer NOT NULL`
    pub new: i32,
    /// `integer NOT NULL`
    pub patch: i32,
    /// `integer NOT NULL`
    pub set: i32,
    /// `integer NOT NULL`
    pub row: i32,
    /// `integer`
    pub rows: Option<i32>,
    /// `integer`
    pub key: Option<i32>,
    /// `integer`
    pub keys: Option<i32>,
    /// `integer`
    pub copy: Option<i32>,
    /// `integer`
    pub found: Option<i32>,
    /// `integer`; refers to `public.users`
    pub version: Option<i32>,
    /// `integer`; unique
    pub r#type: Option<i32>,
    /// `integer`; unique
    pub self_: Option<i32>,
    /// `text`
    pub default: Option<String>,
}

impl NewType {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(db: i32, new: i32, patch: i32, set: i32, row: i32) -> Self {
        Self {
            db,
            new,
            patch,
            set,
            row,
            rows: None,
            key: None,
            keys: None,
            copy: None,
            found: None,
            version: None,
            r#type: None,
            self_: None,
            default: None,
        }
    }

    /// Sets `rows`.
    #[must_use]
    pub fn with_rows(mut self, rows: i32) -> Self {
        self.rows = Some(rows);
        self
    }

    /// Sets `key`.
    #[must_use]
    pub fn with_key(mut self, key: i32) -> Self {
        self.key = Some(key);
        self
    }

    /// Sets `keys`.
    #[must_use]
    pub fn with_keys(mut self, keys: i32) -> Self {
        self.keys = Some(keys);
        self
    }

    /// Sets `copy`.
    #[must_use]
    pub fn with_copy(mut self, copy: i32) -> Self {
        self.copy = Some(copy);
        self
    }

    /// Sets `found`.
    #[must_use]
    pub fn with_found(mut self, found: i32) -> Self {
        self.found = Some(found);
        self
    }

    /// Sets `version`.
    #[must_use]
    pub fn with_version(mut self, version: i32) -> Self {
        self.version = Some(version);
        self
    }

    /// Sets `type`.
    #[must_use]
    pub fn with_type(mut self, r#type: i32) -> Self {
        self.r#type = Some(r#type);
        self
    }

    /// Sets `self`.
    #[must_use]
    pub fn with_self(mut self, self_: i32) -> Self {
        self.self_ = Some(self_);
        self
    }

    /// Sets `default`.
    #[must_use]
    pub fn with_default(mut self, default: impl Into<String>) -> Self {
        self.default = Some(default.into());
        self
    }
}

/// A partial update of [`Type`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TypePatch {
    /// `integer`
    pub rows: Change<i32>,
    /// `integer`
    pub key: Change<i32>,
    /// `integer`
    pub keys: Change<i32>,
    /// `integer`
    pub copy: Change<i32>,
    /// `integer`
    pub found: Change<i32>,
    /// `integer`; refers to `public.users`
    pub version: Change<i32>,
    /// `integer`; unique
    pub r#type: Change<i32>,
    /// `integer`; unique
    pub self_: Change<i32>,
    /// `text`
    pub default: Change<String>,
}
