//! Extended statistics (documentation, "CREATE STATISTICS").

use super::Replayer;
use super::index::unwrap_parentheses;
use super::resolve::Scope;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{
    Attribute, ColumnId, DataType, DefinedKind, ObjectId, Property, PropertyValue, RelationId, RelationKind,
    SqlExpr, TypeBase, TypeKind, property,
};
use crate::source::Span;
use crate::syntax::tree::{AlterStatistics, CreateStatistics, KeyKind, Name, StatisticsFrom};

/// In the order in which `pg_get_statisticsobjdef` prints them.
const KINDS: &[&str] = &["ndistinct", "dependencies", "mcv"];

/// `STATS_MAX_DIMENSIONS`.
const MOST_COLUMNS: usize = 8;

/// The most that a target can be; more is lowered to it, with a warning.
const HIGHEST_TARGET: i32 = 10_000;

/// Types of PostgreSQL that no btree orders.
const UNORDERED: &[&str] = &[
    "aclitem",
    "box",
    "cid",
    "circle",
    "json",
    "jsonpath",
    "line",
    "lseg",
    "path",
    "pg_snapshot",
    "point",
    "polygon",
    "refcursor",
    "txid_snapshot",
    "xid",
    "xml",
];

impl Replayer<'_> {
    pub(super) fn create_statistics(&mut self, create: &CreateStatistics, span: Span) -> Result<Applied> {
        let StatisticsFrom::Table(name) = &create.from else {
            let message = "only a single relation is allowed in CREATE STATISTICS";
            return Err(Stop::refused("0A000", span, message));
        };
        let table = self.relation(name)?;
        if matches!(self.catalog.relations[table].kind, RelationKind::View) {
            let message = format!("cannot define statistics for relation \"{}\"", name.name.text);
            return Err(Stop::refused("42809", name.span(), message));
        }
        let expressions = self.statistics_expressions(table, &create.keys)?;
        let schema = match &create.name {
            Some(name) => self.creation_schema(name)?,
            None => self.catalog.relations[table].schema,
        };
        if let Some(name) = &create.name
            && let Some(first) =
                self.catalog.defined_named(DefinedKind::Statistics, Some(schema), &name.name.text).first()
        {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE STATISTICS IF NOT EXISTS"));
            }
            return Err(self.taken(DefinedKind::Statistics, &name.name.text, name.span(), *first));
        }
        if create.keys.len() > MOST_COLUMNS {
            let message = format!("cannot have more than {MOST_COLUMNS} columns in statistics");
            return Err(Stop::refused("54011", span, message));
        }
        let (mut columns, mut texts) = (Vec::new(), Vec::new());
        for (key, expression) in create.keys.iter().zip(expressions) {
            match (key, expression) {
                (KeyKind::Column(name), _) => columns.push((self.statistics_column(table, name)?, name.span)),
                (KeyKind::Expression(sql), Some(expression)) => match plain_column(&expression) {
                    Some(column) => columns.push((column, sql.span)),
                    None => texts.push((expression, sql.span)),
                },
                (KeyKind::Expression(_), None) => {}
            }
        }
        for (column, at) in &columns {
            self.must_be_ordered(*column, *at)?;
        }
        let kinds = statistics_kinds(&create.kinds)?;
        if columns.is_empty() && texts.len() == 1 {
            if let Some(kind) = create.kinds.first() {
                let message =
                    "when building statistics on a single expression, statistics kinds may not be specified";
                return Err(Stop::refused("0A000", kind.span, message));
            }
        } else if columns.len() + texts.len() < 2 {
            let message = "extended statistics require at least 2 columns";
            return Err(Stop::refused("42P17", span, message));
        }
        let twice = |at: Span, what: &str| {
            Stop::refused("42701", at, format!("duplicate {what} in statistics definition"))
        };
        for (at, (column, span)) in columns.iter().enumerate() {
            if columns[..at].iter().any(|(other, _)| other == column) {
                return Err(twice(*span, "column name"));
            }
        }
        for (at, (expression, span)) in texts.iter().enumerate() {
            if texts[..at].iter().any(|(other, _)| other.written() == expression.written()) {
                return Err(twice(*span, "expression"));
            }
        }
        let mut properties = Vec::new();
        if !columns.is_empty() || texts.len() > 1 {
            let kinds = PropertyValue::Word(kinds.join(", ").into());
            properties.push(Property::new(property::STATISTICS_KINDS, kinds));
        }
        // PostgreSQL keeps them in the order of the table; a name that it invents has them as written.
        let mut written: Vec<ColumnId> = columns.into_iter().map(|(column, _)| column).collect();
        let named = {
            let mut parts = vec![Property::new(property::COLUMNS, PropertyValue::Columns(written.clone()))];
            parts.extend(expressions_property(&texts));
            parts
        };
        let order = &self.catalog.relations[table].columns;
        written.sort_by_key(|column| order.iter().position(|own| own == column));
        if !written.is_empty() {
            properties.push(Property::new(property::COLUMNS, PropertyValue::Columns(written)));
        }
        properties.extend(expressions_property(&texts));
        let name = match &create.name {
            Some(name) => name.name.text.to_string(),
            None => self.statistics_name(table, &named),
        };
        self.define(DefinedKind::Statistics, Some(schema), &name, Some(table), properties, span);
        Ok(Applied::Schema)
    }

    /// The expressions among the keys, each at the place of its key.
    fn statistics_expressions(&self, table: RelationId, keys: &[KeyKind]) -> Result<Vec<Option<SqlExpr>>> {
        let read = |key: &KeyKind| match key {
            KeyKind::Column(_) => Ok(None),
            KeyKind::Expression(sql) => {
                self.expression(*sql, Scope::Relation(table)).map(|text| Some(unwrap_parentheses(text)))
            }
        };
        keys.iter().map(read).collect()
    }

    fn statistics_column(&self, table: RelationId, name: &Name) -> Result<ColumnId> {
        self.catalog.column_named(table, &name.text).ok_or_else(|| {
            if super::resolve::SYSTEM_COLUMNS.contains(&&*name.text) {
                let message = "statistics creation on system columns is not supported";
                return Stop::refused("0A000", name.span, message);
            }
            Stop::refused("42703", name.span, format!("column \"{}\" does not exist", name.text))
        })
    }

    fn must_be_ordered(&self, column: ColumnId, at: Span) -> Result<()> {
        let entry = &self.catalog.columns[column];
        if self.is_ordered(&entry.ty) {
            return Ok(());
        }
        let message = format!(
            "column \"{}\" cannot be used in statistics because its type {} has no default btree operator class",
            entry.name,
            entry.ty.print(&self.catalog)
        );
        Err(Stop::refused("0A000", at, message))
    }

    /// True unless a type is known to have no order.
    fn is_ordered(&self, ty: &DataType) -> bool {
        match &ty.base {
            TypeBase::Builtin(builtin) => !UNORDERED.contains(&builtin.name),
            TypeBase::User(id) => match &self.catalog.types[*id].kind {
                TypeKind::Domain(domain) => self.is_ordered(&domain.base),
                _ => true,
            },
            TypeBase::Row(_) | TypeBase::Extension { .. } => true,
        }
    }

    pub(super) fn alter_statistics(&mut self, alter: &AlterStatistics, span: Span) -> Result<Applied> {
        let mut target = alter.target.value;
        if target < -1 {
            let message = format!("statistics target {target} is too low");
            return Err(Stop::refused("22023", alter.target.span, message));
        }
        target = target.min(HIGHEST_TARGET);
        let id = match self.find_defined(DefinedKind::Statistics, &alter.name)? {
            Some(id) => id,
            None if alter.if_exists => return Ok(Applied::Nothing("ALTER STATISTICS IF EXISTS")),
            None => self.defined(DefinedKind::Statistics, &alter.name)?,
        };
        let value = (target >= 0).then(|| PropertyValue::Word(target.to_string().into()));
        self.catalog.set_property(id.into(), property::TARGET_VALUE, value);
        self.mark(id.into(), Attribute(property::TARGET_VALUE.0), span);
        Ok(Applied::Schema)
    }
}

fn expressions_property(texts: &[(SqlExpr, Span)]) -> Option<Property> {
    let list: Vec<_> =
        texts.iter().map(|(expression, _)| PropertyValue::Expression(expression.clone())).collect();
    (!list.is_empty()).then(|| Property::new(property::EXPRESSIONS, PropertyValue::List(list)))
}

/// All of them where none is written.
fn statistics_kinds(written: &[Name]) -> Result<Vec<&'static str>> {
    for name in written {
        if !KINDS.contains(&&*name.text) {
            let message = format!("unrecognized statistics kind \"{}\"", name.text);
            return Err(Stop::refused("42601", name.span, message));
        }
    }
    let wanted = |kind: &&&str| written.is_empty() || written.iter().any(|name| *name.text == ***kind);
    Ok(KINDS.iter().filter(wanted).copied().collect())
}

/// The column that an expression is, when it is nothing else.
fn plain_column(expression: &SqlExpr) -> Option<ColumnId> {
    match expression.references() {
        [only] if (only.start, only.end as usize) == (0, expression.written().len()) => match only.target {
            ObjectId::Column(column) => Some(column),
            _ => None,
        },
        _ => None,
    }
}
