//! Queries that relations are made from: read and analysed where they stand, their refusals with their places.

use super::Replayer;
use super::stop::{Result, Stop};
use crate::catalog::names::quote_identifier;
use crate::catalog::{Catalog, Column, DataType, ObjectId, Origins, RelationId, RelationKind, View};
use crate::diagnostic::Diagnostic;
use crate::expression::tree::{ExprKind, Ident, TextRange};
use crate::expression::typing::Nullability;
use crate::query::tree::{Body, Distinct, FromKind, Query};
use crate::query::{self, Analysis, CatalogScope, Environment, OutputColumn, Refusal};
use crate::rules;
use crate::source::{FileId, Span};
use crate::syntax::lexer::{Lexer, TokenKind};
use crate::syntax::literal;
use crate::syntax::tree::{Name, SqlText};

/// What is made from a query; each has rules of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Product {
    View,
    MaterializedView,
    Table,
}

/// The text of a query and where it stands.
pub(super) struct QueryText {
    text: String,
    file: FileId,
    /// Where the stretch that stands in the file begins: in the text, and in the file.
    own: usize,
    start: usize,
    length: usize,
}

/// A query understood, as far as that went.
pub(super) struct Made {
    pub(super) view: View,
    pub(super) columns: Vec<OutputColumn>,
    /// Something in it ends with the session, so the whole does.
    pub(super) temporary: bool,
    /// Rows can be changed through a view of it (documentation, "Updatable Views").
    pub(super) updatable: bool,
    /// What could not be known; the statement is opaque.
    pub(super) finding: Option<Diagnostic>,
}

/// The places of column names are told from those of the query by being behind all text.
const BEHIND: u32 = 1 << 31;

impl QueryText {
    pub(super) fn plain(text: &str, at: SqlText) -> Self {
        let leading = text.len() - text.trim_start().len();
        let text = text.trim().to_owned();
        let length = text.len();
        Self { text, file: at.span.file, own: 0, start: at.span.start as usize + leading, length }
    }

    /// `CREATE RECURSIVE VIEW name (columns) AS query` (documentation, "CREATE VIEW").
    pub(super) fn recursive(text: &str, at: SqlText, name: &Name, columns: &[Name]) -> Self {
        let mut found = Self::plain(text, at);
        let name = quote_identifier(&name.text);
        let list: Vec<_> = columns.iter().map(|column| quote_identifier(&column.text)).collect();
        let list = list.join(", ");
        let before = format!("WITH RECURSIVE {name} ({list}) AS (");
        found.own = before.len();
        // A line comment at the end of the query must not swallow what follows.
        found.text = format!("{before}{}\n) SELECT {list} FROM {name}", found.text);
        found
    }

    /// `SELECT … INTO name …` without `INTO name`.
    pub(super) fn without(text: &str, at: SqlText, part: Span) -> Self {
        let (from, to) = ((part.start - at.span.start) as usize, (part.end - at.span.start) as usize);
        let blank: String =
            text.char_indices().map(|(at, c)| if (from..to).contains(&at) { ' ' } else { c }).collect();
        // Places stay what they are only while each byte keeps its own.
        let blank = if blank.len() == text.len() {
            blank
        } else {
            let (before, after) = (text.get(..from).unwrap_or(""), text.get(to..).unwrap_or(""));
            format!("{before}{}{after}", " ".repeat(to - from))
        };
        Self::plain(&blank, at)
    }

    fn place(&self, range: TextRange) -> Span {
        let at = |place: u32| {
            let within = (place as usize).saturating_sub(self.own).min(self.length);
            self.start + within
        };
        let (start, end) = (at(range.start), at(range.end));
        if start < end {
            Span::new(self.file, start, end)
        } else {
            Span::new(self.file, self.start, self.start + self.length)
        }
    }
}

impl Replayer<'_> {
    /// Reads and analyses the query of a relation; `names` are those written for its columns.
    pub(super) fn understand(&self, source: &QueryText, names: &[Name], product: Product) -> Result<Made> {
        let tree = match query::parse(&source.text) {
            Ok(tree) => tree,
            Err(error) if error.unread => {
                let why = format!("this query is not read: {}", error.message);
                return Ok(self.not_understood(source, None, names, why, error.range));
            }
            Err(error) => {
                return Err(Stop::refused("42601", source.place(error.range), error.message.clone()));
            }
        };
        let path = self.search_path().map(|id| self.catalog.schemas[id].name.clone()).collect();
        let scope = match product {
            Product::MaterializedView => CatalogScope::through_views(&self.catalog, path),
            Product::View | Product::Table => CatalogScope::new(&self.catalog, path),
        };
        let refused = |refusal: Refusal, tree| {
            if refusal.certain && !self.names_unknown_view(&source.text) {
                let at = match refusal.range.start.checked_sub(BEHIND) {
                    Some(at) => {
                        names.get(at as usize).map_or_else(|| source.place(refusal.range), |n| n.span)
                    }
                    None => source.place(refusal.range),
                };
                let stop = Stop::refused(refusal.sqlstate, at, refusal.message);
                return Err(match refusal.help {
                    Some(help) => stop.help(help),
                    None => stop,
                });
            }
            let why = format!("it cannot be told what this query gives: {}", refusal.message);
            Ok(self.not_understood(source, Some(tree), names, why, refusal.range))
        };
        let analysis = match query::analyse(&tree, &scope, &Environment::default()) {
            Ok(analysis) => analysis,
            Err(refusal) => return refused(refusal, &tree),
        };
        let idents: Vec<Ident> = (BEHIND..)
            .zip(names)
            .map(|(at, name)| Ident { text: name.text.clone(), range: TextRange::new(at, at) })
            .collect();
        if product != Product::View
            && let Some(extra) = names.get(analysis.columns.len())
        {
            return Err(Stop::refused("42601", extra.span, "too many column names were specified"));
        }
        if product == Product::MaterializedView && analysis.changes_rows {
            let message = "materialized views must not use data-modifying statements in WITH";
            return Err(Stop::refused("0A000", source.place(tree.range), message));
        }
        let columns = match product {
            Product::View => analysis.view_columns(&idents, tree.range),
            Product::MaterializedView | Product::Table => analysis.relation_columns(&idents, tree.range),
        };
        let columns = match columns {
            Ok(columns) => columns,
            Err(refusal) => return refused(refusal, &tree),
        };
        let view = View::new(&source.text, &analysis);
        let temporary = view.targets().any(|target| self.is_temporary_relation(target));
        let untyped = columns.iter().find(|column| column.ty.is_none());
        let finding = untyped.map(|column| {
            let unresolved = analysis.unresolved.first();
            let why = match unresolved {
                Some(entry) => format!(
                    "the type of column \"{}\" is not known: {} is of an extension whose objects are not known",
                    column.name, entry.what
                ),
                None => format!("the type of column \"{}\" is not known", column.name),
            };
            let at = unresolved.map_or(tree.range, |entry| entry.range);
            unknown_finding(why, source.place(at))
        });
        let updatable = self.is_updatable(&tree, &analysis);
        Ok(Made { view, columns, temporary, updatable, finding })
    }

    /// One table or view, some of its columns as they are, and nothing that makes other rows of its rows
    /// (`view_query_is_auto_updatable`).
    fn is_updatable(&self, tree: &Query, analysis: &Analysis) -> bool {
        let Body::Select(select) = &tree.body else { return false };
        let plain = tree.with.is_none()
            && tree.limit.is_none()
            && tree.offset.is_none()
            && select.distinct == Distinct::No
            && select.group_by.is_empty()
            && select.having.is_none()
            && !analysis.not_updatable;
        let [item] = &*select.from else { return false };
        let FromKind::Relation { name, sample: None } = &item.kind else { return false };
        let at = name.path.range();
        let kind = analysis.references.iter().find(|reference| reference.range == at).and_then(|reference| {
            match reference.target {
                ObjectId::Relation(id) => Some(self.catalog.relations[id].kind),
                _ => None,
            }
        });
        let is_column = |target: &query::tree::Target| match &target.value.kind {
            // A star stands for columns.
            ExprKind::Column { all: true, .. } => true,
            ExprKind::Column { .. } => {
                let mut uses = analysis.uses.iter();
                uses.any(|used| used.range == target.value.range && used.column.is_some())
            }
            _ => false,
        };
        plain
            && kind.is_some_and(|kind| kind != RelationKind::MaterializedView)
            && select.targets.iter().any(is_column)
    }

    /// What is known of a query that could not be analysed: perhaps the names of its columns.
    #[expect(clippy::unused_self, reason = "one of the steps of `understand`")]
    fn not_understood(
        &self,
        source: &QueryText,
        tree: Option<&Query>,
        names: &[Name],
        why: String,
        range: TextRange,
    ) -> Made {
        let mut found = tree.and_then(query::output_names).unwrap_or_default();
        for (at, name) in names.iter().enumerate() {
            match found.get_mut(at) {
                Some(own) => *own = name.text.clone(),
                None => found.push(name.text.clone()),
            }
        }
        let mut columns: Vec<OutputColumn> = Vec::new();
        for name in found {
            if !columns.iter().any(|column| column.name == name) {
                columns.push(OutputColumn {
                    name,
                    ty: None,
                    pseudo: false,
                    collation: None,
                    collation_conflict: false,
                    nullability: Nullability::Unknown,
                });
            }
        }
        Made {
            view: View::unresolved(&source.text),
            columns,
            temporary: false,
            updatable: true,
            finding: Some(unknown_finding(why, source.place(range))),
        }
    }

    /// True when the text has the name of a view that was not understood: what it gives is not known.
    fn names_unknown_view(&self, text: &str) -> bool {
        let unknown: Vec<&str> = self
            .catalog
            .relations
            .iter()
            .filter(|(id, entry)| is_unknown(&self.catalog, *id, entry.view.as_deref()))
            .map(|(_, entry)| &*entry.name)
            .collect();
        !unknown.is_empty()
            && Lexer::new(text)
                .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::QuotedName))
                .any(|token| unknown.contains(&&*literal::name(token.kind, token.text(text), '\\')))
    }

    fn is_temporary_relation(&self, target: ObjectId) -> bool {
        let schema = match target {
            ObjectId::Relation(id) => self.catalog.relations[id].schema,
            ObjectId::Sequence(id) => self.catalog.sequences[id].schema,
            _ => return false,
        };
        self.catalog.schema(super::session::TEMPORARY_SCHEMA) == Some(schema)
    }

    /// Gives a relation the columns of its query, from the one at `from` on.
    pub(super) fn add_query_columns(
        &mut self,
        relation: RelationId,
        columns: &[OutputColumn],
        from: usize,
        span: Span,
    ) {
        for column in columns.get(from..).unwrap_or_default() {
            let ty = match &column.ty {
                Some(ty) => self.catalog.data_type_of(ty),
                None => DataType::unknown(),
            };
            self.catalog.add_column(Column {
                relation,
                name: column.name.clone(),
                ty,
                not_null: false,
                default: None,
                generated: None,
                identity: None,
                collation: column.collation.clone(),
                storage: None,
                compression: None,
                statistics: None,
                options: Vec::new(),
                local: true,
                inherited: 0,
                origins: Origins::created(span),
            });
        }
    }
}

fn is_unknown(catalog: &Catalog, id: RelationId, view: Option<&View>) -> bool {
    let untyped =
        || catalog.relations[id].columns.iter().any(|column| catalog.columns[*column].ty.is_unknown());
    view.is_some_and(|view| !view.resolved) || untyped()
}

fn unknown_finding(why: String, at: Span) -> Diagnostic {
    Diagnostic::new(&rules::OPAQUE, why)
        .at(at)
        .why("the catalog has what is made here, but not the types of all its columns")
        .help("compare with a server: schemactl diff migrations shadow")
}
