//! SQL text inside the catalog whose names are resolved, so that a later rename is seen through.

use super::{Catalog, ObjectId};

/// An expression as it was written, with every reference to a user's object resolved to its id.
///
/// PostgreSQL stores a parse tree whose leaves are object ids; this is the same idea on text. Printing
/// puts each object's present name where the reference stands, schema-qualified where it is not a column.
#[derive(Clone, PartialEq, Debug)]
pub struct SqlExpr {
    text: Box<str>,
    references: Vec<Reference>,
}

/// A stretch of the text (bytes) that names an object. One of no length names nothing: the expression only stands on
/// the object, as on an operator behind a sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reference {
    pub start: u32,
    pub end: u32,
    pub target: ObjectId,
    /// The name stands inside a string literal (`nextval('seq'::regclass)`); the range is the whole literal.
    pub literal: bool,
}

impl SqlExpr {
    /// `references` are in order, do not overlap, and lie on character boundaries; those that do not are
    /// left out.
    pub fn new(text: impl Into<Box<str>>, references: Vec<Reference>) -> Self {
        let text = text.into();
        let mut end = 0;
        let references = references
            .into_iter()
            .filter(|r| {
                let fits = r.start >= end && text.get(r.start as usize..r.end as usize).is_some();
                if fits {
                    end = r.end;
                }
                fits
            })
            .collect();
        Self { text, references }
    }

    /// The same with stretches of the text replaced, none of which may touch a reference; they are in order.
    pub(crate) fn with_edits(&self, edits: &[(crate::expression::tree::TextRange, String)]) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for (range, new) in edits {
            text.push_str(self.text.get(at..range.start as usize).unwrap_or(""));
            text.push_str(new);
            at = range.end as usize;
        }
        text.push_str(self.text.get(at..).unwrap_or(""));
        let shifted = |offset: u32| {
            let before = edits.iter().take_while(|(range, _)| range.end <= offset);
            let (mut added, mut taken) = (offset, 0);
            for (range, new) in before {
                added += new.len() as u32;
                taken += range.end - range.start;
            }
            added - taken
        };
        let references = self.references.iter().map(|reference| Reference {
            start: shifted(reference.start),
            end: shifted(reference.end),
            ..*reference
        });
        Self::new(text, references.collect())
    }

    /// The text as it was written.
    pub fn written(&self) -> &str {
        &self.text
    }

    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// The text with present names: valid wherever `search_path` is empty, for a scope where the columns
    /// it names are visible without qualification.
    pub fn print(&self, catalog: &Catalog) -> String {
        self.print_with(catalog, |_| None)
    }

    /// The same, with other text where `column` gives some in the place of a column's name.
    pub fn print_with(
        &self,
        catalog: &Catalog,
        column: impl Fn(super::ColumnId) -> Option<String>,
    ) -> String {
        let mut out = String::with_capacity(self.text.len() + 16);
        let mut at = 0;
        for reference in &self.references {
            let (start, end) = (reference.start as usize, reference.end as usize);
            if start == end {
                continue;
            }
            out.push_str(self.text.get(at..start).unwrap_or(""));
            let name = match reference.target {
                ObjectId::Column(id) => column(id).unwrap_or_else(|| {
                    super::names::quote_identifier(&catalog.columns[id].name).into_owned()
                }),
                // A function or type that it brings: by its own name, in its present schema.
                ObjectId::Extension(id) => {
                    let written = self.text.get(start..end).unwrap_or("");
                    let path = crate::expression::path_of_text(written).unwrap_or_default();
                    match (catalog.extensions[id].schema, path.last()) {
                        (Some(schema), Some(name)) => {
                            super::names::qualified(&catalog.schemas[schema].name, name)
                        }
                        _ => written.to_owned(),
                    }
                }
                target => catalog.printed_name(target),
            };
            if reference.literal {
                out.push_str(&super::names::quote_literal(&name));
            } else {
                out.push_str(&name);
            }
            at = end;
        }
        out.push_str(self.text.get(at..).unwrap_or(""));
        out
    }
}
