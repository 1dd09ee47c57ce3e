//! `CREATE TABLE … AS` and `SELECT … INTO`.

use super::Replayer;
use super::query::{Product, QueryText};
use super::stop::{Applied, Result, Stop};
use super::table::{options, persistence};
use super::view::{empty, own_method};
use crate::catalog::{ClassEntry, Persistence, Relation, RelationKind};
use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::Span;
use crate::syntax::tree::{CreateTableAs, OnCommit, QualifiedName, SelectInto, TableSource};

impl Replayer<'_> {
    pub(super) fn create_table_as(&mut self, create: &CreateTableAs, span: Span) -> Result<Applied> {
        let query = match &create.source {
            TableSource::Query(query) => *query,
            TableSource::Execute(name) => {
                return Err(Stop::opaque(
                    Diagnostic::new(
                        &rules::OPAQUE,
                        format!(
                            "the columns of this table are those of the prepared statement \"{}\"",
                            name.text
                        ),
                    )
                    .at(span)
                    .why("prepared statements are not followed, so the catalog lacks the table")
                    .help("write the query itself behind AS"),
                ));
            }
        };
        let source = QueryText::plain(self.text(query.span), query);
        let made = self.understand(&source, &create.columns, Product::Table)?;
        let relation = Relation {
            options: options(&create.options),
            access_method: own_method(create.access_method.as_ref()),
            tablespace: create.tablespace.as_ref().map(|name| name.text.clone()),
            ..self.new_table(&create.name, persistence(create.persistence), span)?
        };
        if let (Some(what), false) = (&create.on_commit, relation.persistence == Persistence::Temporary) {
            let message = "ON COMMIT can only be used on temporary tables";
            return Err(Stop::refused("42P16", what.span, message));
        }
        if self.catalog.class(relation.schema, &relation.name).is_some() {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE TABLE IF NOT EXISTS"));
            }
            return Err(self.class_exists(relation.schema, &create.name));
        }
        self.row_type_free(relation.schema, &create.name)?;
        let name = (relation.schema, relation.name.clone());
        let applied = self.table_of_query(relation, made, query.span, create.with_data, span)?;
        if create.on_commit.as_ref().is_some_and(|what| what.value == OnCommit::Drop)
            && let Some(ClassEntry::Relation(id)) = self.catalog.class(name.0, &name.1)
        {
            self.drop_on_commit(id);
        }
        Ok(applied)
    }

    pub(super) fn select_into(&mut self, select: &SelectInto, span: Span) -> Result<Applied> {
        let source = QueryText::without(self.text(select.query.span), select.query, select.into.span);
        let made = self.understand(&source, &[], Product::Table)?;
        let relation = self.new_table(&select.name, persistence(select.persistence), span)?;
        if self.catalog.class(relation.schema, &relation.name).is_some() {
            return Err(self.class_exists(relation.schema, &select.name));
        }
        self.row_type_free(relation.schema, &select.name)?;
        self.table_of_query(relation, made, select.query.span, true, span)
    }

    fn new_table(&mut self, name: &QualifiedName, persistence: Persistence, span: Span) -> Result<Relation> {
        let (schema, persistence) = self.creation_schema_of(name, persistence)?;
        Ok(empty(schema, name, RelationKind::Table, persistence, span))
    }

    fn table_of_query(
        &mut self,
        relation: Relation,
        made: super::query::Made,
        query: Span,
        with_data: bool,
        span: Span,
    ) -> Result<Applied> {
        let id = self.catalog.add_relation(relation);
        self.add_query_columns(id, &made.columns, 0, span);
        if with_data {
            self.note_filled(id);
        }
        if let Some(finding) = made.finding {
            return Err(Stop::opaque(finding));
        }
        if with_data { self.ran_query(query) } else { Ok(Applied::Schema) }
    }
}
