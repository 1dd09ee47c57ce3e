//! The orders of `public.posts`.
//!
//! Left out:
//!
//! - pages by `posts_drafts`: it holds only some of the rows.
//! - pages by `posts_by_lower_title`: it orders by an expression.
//! - pages by `posts_by_prefix`: it orders by an operator class of its own.
//! - pages by `posts_by_tags`: the method `gin` gives no order.
//! - pages by `posts_title_once`: it orders by an expression.

use chrono::{DateTime, Utc};

use super::super::models::Post;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, author, score, published, title, place, tags",
    " FROM public.posts",
);

/// A position in the order of `posts_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: i64,
}

impl Order for ById {
    type Row = Post;

    const NAME: &'static str = "public.posts by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &Post) -> Self {
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

/// A position in the order of `posts_by_score`: `author, score DESC NULLS LAST, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByAuthorAndScore {
    pub author: i32,
    pub score: Option<i32>,
    pub id: i64,
}

impl Order for ByAuthorAndScore {
    type Row = Post;

    const NAME: &'static str = "public.posts by_author_and_score";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("author", "integer"),
        Key::descending("score", "integer").nulls_last().nullable(),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &Post) -> Self {
        Self {
            author: row.author,
            score: row.score,
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.author));
        to.key(self.score);
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            author: from.key()?,
            score: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `author, score DESC NULLS LAST, id DESC`.
pub fn by_author_and_score() -> Pages<ByAuthorAndScore> {
    Pages::new()
}

/// Pages over the rows with this `author`: `score DESC NULLS LAST, id DESC`.
pub fn of_author_by_score(author: i32) -> Pages<ByAuthorAndScore> {
    Pages::new().fix(Some(author))
}

/// A position in the order of `posts_by_publication`: `published NULLS FIRST, title DESC, id DESC`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPublishedAndTitle {
    pub published: Option<DateTime<Utc>>,
    pub title: String,
    pub id: i64,
}

impl Order for ByPublishedAndTitle {
    type Row = Post;

    const NAME: &'static str = "public.posts by_published_and_title";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("published", "timestamp with time zone").nulls_first().nullable(),
        Key::descending("title", "text"),
        Key::descending("id", "bigint"),
    ];

    fn position(row: &Post) -> Self {
        Self {
            published: row.published,
            title: row.title.clone(),
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.published);
        to.key(Some(&self.title));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            published: from.key()?,
            title: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `published NULLS FIRST, title DESC, id DESC`.
pub fn by_published_and_title() -> Pages<ByPublishedAndTitle> {
    Pages::new()
}

/// Pages over the rows with this `published`: `title DESC, id DESC`.
pub fn of_published_by_title(
    published: Option<DateTime<Utc>>,
) -> Pages<ByPublishedAndTitle> {
    Pages::new().fix(published)
}

/// A position in the order of `posts_by_title`: `title, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByTitle {
    pub title: String,
    pub id: i64,
}

impl Order for ByTitle {
    type Row = Post;

    const NAME: &'static str = "public.posts by_title";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("title", "text").collate(r#" COLLATE "C""#),
        Key::ascending("id", "bigint"),
    ];

    fn position(row: &Post) -> Self {
        Self {
            title: row.title.clone(),
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.title));
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            title: from.key()?,
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `title, id`.
pub fn by_title() -> Pages<ByTitle> {
    Pages::new()
}
