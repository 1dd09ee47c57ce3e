//! Expressions that hold queries, as those of policies may: every name in them resolved, in the query's own scopes.

use super::Replayer;
use super::resolve::Scope;
use super::stop::{Result, Stop};
use crate::catalog::{ObjectId, Reference, RelationId, SqlExpr};
use crate::expression::{self, NameKind};
use crate::query::{self, CatalogScope, Environment, Form};
use crate::source::Span;
use crate::syntax::tree::SqlText;

impl Replayer<'_> {
    /// The expression of a policy of a table (documentation, "CREATE POLICY").
    pub(super) fn policy_expression(&self, sql: SqlText, table: RelationId) -> Result<SqlExpr> {
        self.fits_place(sql.span, super::place::Place::Policy, None)?;
        let text = self.text(sql.span);
        let holds_query =
            expression::names(text).is_ok_and(|uses| uses.iter().any(|name| name.kind == NameKind::Query));
        if holds_query && let Some(found) = self.expression_with_queries(sql.span, table)? {
            return Ok(found);
        }
        self.expression(sql, Scope::Relation(table))
    }

    /// `None` when it cannot be told what the queries mean; then their names stay as they are written.
    fn expression_with_queries(&self, span: Span, table: RelationId) -> Result<Option<SqlExpr>> {
        let whole = self.text(span);
        let leading = whole.len() - whole.trim_start().len();
        let own = whole.trim();
        let before = "SELECT (";
        // A comment at the end of the expression must not swallow what follows.
        let after = format!("\n) FROM {}", self.catalog.printed_name(table.into()));
        let text = format!("{before}{own}{after}");
        let Ok(tree) = query::parse(&text) else { return Ok(None) };
        let path = self.search_path().map(|id| self.catalog.schemas[id].name.clone()).collect();
        let scope = CatalogScope::new(&self.catalog, path);
        let analysis = match query::analyse(&tree, &scope, &Environment::default()) {
            Ok(analysis) => analysis,
            Err(refusal) if refusal.certain => {
                let start = span.start as usize + leading;
                let at = |place: u32| start + (place as usize).saturating_sub(before.len()).min(own.len());
                let (from, to) = (at(refusal.range.start), at(refusal.range.end));
                let at = if from < to { Span::new(span.file, from, to) } else { span };
                let stop = Stop::refused(refusal.sqlstate, at, refusal.message);
                return Err(match refusal.help {
                    Some(help) => stop.help(help),
                    None => stop,
                });
            }
            Err(_) => return Ok(None),
        };
        let settled = analysis.settle(&text);
        let end = settled.text.len() - after.len();
        let references = settled
            .references
            .iter()
            .filter(|found| found.range.start as usize >= before.len() && found.range.end as usize <= end)
            .filter(|found| match found.form {
                Form::Qualified | Form::Literal => true,
                // The name of a table is its row, unless a column follows: only then can its schema stand.
                Form::Bare => {
                    !matches!(found.target, ObjectId::Relation(_))
                        || settled.text[found.range.end as usize..].starts_with('.')
                }
                Form::Kept | Form::Attribute | Form::Label => false,
            })
            .map(|found| Reference {
                start: found.range.start - before.len() as u32,
                end: found.range.end - before.len() as u32,
                target: found.target,
                literal: found.form == Form::Literal,
            });
        let needs = analysis.dependencies.iter();
        let needs = needs.map(|target| Reference { start: 0, end: 0, target: *target, literal: false });
        let all = needs.chain(references).collect();
        Ok(Some(SqlExpr::new(&settled.text[before.len()..end], all)))
    }
}
