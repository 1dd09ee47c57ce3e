// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::super::support::{AnyRow, Record, RowReader};

/// Keywords of each set that an HTTP check found; a set without a hit has no row.
///
/// A row of `public.http_keyword_result_matches`; primary key: `campaign_id`, `domain_id`, `attempt`, `keyword_set_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct HttpKeywordResultMatch {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`
    pub domain_id: i64,
    /// `smallint NOT NULL`
    pub attempt: i16,
    /// `uuid NOT NULL`; refers to `public.keyword_sets`
    pub keyword_set_id: Uuid,
    /// `text[] NOT NULL`; `CHECK (cardinality(keywords) > 0 AND array_position(keywords, NULL) IS NULL)`
    pub keywords: Vec<String>,
}

impl Record for HttpKeywordResultMatch {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            campaign_id: row.column("campaign_id")?,
            domain_id: row.column("domain_id")?,
            attempt: row.column("attempt")?,
            keyword_set_id: row.column("keyword_set_id")?,
            keywords: row.column("keywords")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for HttpKeywordResultMatch {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.http_keyword_result_matches`; it comes back as [`HttpKeywordResultMatch`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewHttpKeywordResultMatch {
    /// `uuid NOT NULL`
    pub campaign_id: Uuid,
    /// `bigint NOT NULL`
    pub domain_id: i64,
    /// `smallint NOT NULL`
    pub attempt: i16,
    /// `uuid NOT NULL`; refers to `public.keyword_sets`
    pub keyword_set_id: Uuid,
    /// `text[] NOT NULL`; `CHECK (cardinality(keywords) > 0 AND array_position(keywords, NULL) IS NULL)`
    pub keywords: Vec<String>,
}

impl NewHttpKeywordResultMatch {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        campaign_id: Uuid,
        domain_id: i64,
        attempt: i16,
        keyword_set_id: Uuid,
        keywords: Vec<String>,
    ) -> Self {
        Self {
            campaign_id,
            domain_id,
            attempt,
            keyword_set_id,
            keywords,
        }
    }
}

/// A partial update of [`HttpKeywordResultMatch`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HttpKeywordResultMatchPatch {
    /// `text[] NOT NULL`; `CHECK (cardinality(keywords) > 0 AND array_position(keywords, NULL) IS NULL)`
    pub keywords: Option<Vec<String>>,
}
