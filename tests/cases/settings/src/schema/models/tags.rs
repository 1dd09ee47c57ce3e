// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use crate::types::Label;
use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader, some};

/// A row of `public.tags`; primary key: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Tag {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text[] NOT NULL`
    pub known: Vec<crate::types::Tag>,
    /// `text[]`
    pub known_or_null: Option<Vec<crate::types::Tag>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    pub with_default: Vec<crate::types::Tag>,
    /// `public.labels`
    pub labels: Option<Vec<Label>>,
}

impl Record for Tag {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.column("id")?,
            known: row.column("known")?,
            known_or_null: row.column("known_or_null")?,
            with_default: row.column("with_default")?,
            labels: row.column("labels")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for Tag {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.tags`; it comes back as [`Tag`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
pub struct NewTag {
    /// `integer NOT NULL`
    pub id: i32,
    /// `text[] NOT NULL`
    pub known: Vec<crate::types::Tag>,
    /// `text[]`
    #[serde(default)]
    pub known_or_null: Option<Vec<crate::types::Tag>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    #[serde(default, skip_serializing_if = "OrDefault::is_default")]
    pub with_default: OrDefault<Vec<crate::types::Tag>>,
    /// `public.labels`
    #[serde(default)]
    pub labels: Option<Vec<Label>>,
}

impl NewTag {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(id: i32, known: Vec<crate::types::Tag>) -> Self {
        Self {
            id,
            known,
            known_or_null: None,
            with_default: OrDefault::Default,
            labels: None,
        }
    }

    /// Sets `known_or_null`.
    #[must_use]
    pub fn with_known_or_null(mut self, known_or_null: Vec<crate::types::Tag>) -> Self {
        self.known_or_null = Some(known_or_null);
        self
    }

    /// Sets `with_default`.
    #[must_use]
    pub fn with_with_default(mut self, with_default: Vec<crate::types::Tag>) -> Self {
        self.with_default = OrDefault::Value(with_default);
        self
    }

    /// Sets `labels`.
    #[must_use]
    pub fn with_labels(mut self, labels: Vec<Label>) -> Self {
        self.labels = Some(labels);
        self
    }
}

/// A partial update of [`Tag`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
#[doc(alias = "database")]
pub struct TagPatch {
    /// `text[] NOT NULL`
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some")]
    pub known: Option<Vec<crate::types::Tag>>,
    /// `text[]`
    #[serde(default, skip_serializing_if = "Change::is_leave")]
    pub known_or_null: Change<Vec<crate::types::Tag>>,
    /// `text[] NOT NULL DEFAULT '{}'`
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some")]
    pub with_default: Option<Vec<crate::types::Tag>>,
    /// `public.labels`
    #[serde(default, skip_serializing_if = "Change::is_leave")]
    pub labels: Change<Vec<Label>>,
}
