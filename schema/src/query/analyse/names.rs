//! Names in scope while a query is analysed: the tables of each level, their columns, and how a name finds them
//! (`parse_relation.c`).

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::value::{Field, Value};
use crate::catalog::ObjectId;
use crate::expression::tree::TextRange;
use crate::expression::typing::Nullability;
use crate::expression::typing::types::Ty;

/// What rows come from: a table, a sub-query, a function, a join (`RangeTblEntry`).
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) columns: Vec<SourceColumn>,
    /// The named row type, where it has one.
    pub(super) row: Option<Ty>,
    pub(super) relation: Option<ObjectId>,
    pub(super) system_columns: bool,
    pub(super) primary_key: Option<(Vec<usize>, Option<ObjectId>)>,
    /// An outer join may fill it with nulls.
    pub(super) nulled: bool,
    pub(super) is_join: bool,
    /// Its place among all sources of the whole query.
    pub(super) serial: u32,
}

#[derive(Clone, Debug)]
pub(super) struct SourceColumn {
    pub(super) name: Box<str>,
    pub(super) value: Value,
    /// The column of the catalog.
    pub(super) target: Option<ObjectId>,
    /// Of a join's column: the column of another source that it is.
    pub(super) base: Option<(usize, usize)>,
}

/// A source as names see it (`ParseNamespaceItem`).
#[derive(Clone, Debug)]
pub(super) struct Visible {
    /// Empty for a join or sub-query without an alias.
    pub(super) name: Box<str>,
    /// Of a table without an alias.
    pub(super) schema: Option<Box<str>>,
    pub(super) source: usize,
    /// By its own name.
    pub(super) by_name: bool,
    /// Its columns, without its name.
    pub(super) columns: bool,
    /// Only what is `LATERAL` sees it as yet.
    pub(super) lateral_only: bool,
    /// `LATERAL` may use it (it is not on the wrong side of an outer join).
    pub(super) lateral_allowed: bool,
    /// Only these columns can be named through it (`USING (…) AS name`).
    pub(super) subset: Option<Rc<[usize]>>,
}

/// A common table expression.
#[derive(Clone, Debug)]
pub(super) struct CommonTable {
    pub(super) name: Box<str>,
    /// `None`: it changes rows and returns none.
    pub(super) columns: Option<Rc<[Field]>>,
}

/// One query that is being analysed.
#[derive(Clone, Default, Debug)]
pub(super) struct Level {
    pub(super) sources: Vec<Source>,
    pub(super) namespace: Vec<Visible>,
    pub(super) tables: Vec<CommonTable>,
    pub(super) windows: Vec<Box<str>>,
    /// What is analysed now stands in a `LATERAL` item.
    pub(super) lateral_active: bool,
    pub(super) clause: Clause,
    /// An aggregate of this level was met.
    pub(super) aggregates: bool,
    /// `GROUP BY` with keys and without grouping sets: every group has rows.
    pub(super) grouped: bool,
    /// A key of `GROUP BY` is a place in a list with a star: which column that is is not followed.
    pub(super) unsure_groups: bool,
    /// Columns that the `WHERE` clause keeps from being null.
    pub(super) not_null: BTreeSet<(usize, usize)>,
    /// Where operators of PostgreSQL's own stand that give null for null.
    pub(super) strict_operations: BTreeSet<TextRange>,
    /// Every use of a column of this level by the place where its name begins.
    pub(super) uses: BTreeMap<u32, ColumnUse>,
    /// The columns that a star stands for, by where it begins.
    pub(super) stars: BTreeMap<u32, Vec<(usize, usize)>>,
    /// Where calls of aggregates of this level begin.
    pub(super) aggregate_calls: BTreeSet<TextRange>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct ColumnUse {
    pub(super) source: usize,
    pub(super) column: usize,
    pub(super) range: TextRange,
}

/// The part of a query that an expression stands in, for what may not stand there.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Clause {
    #[default]
    Targets,
    Where,
    JoinOn,
    From,
    GroupBy,
    Having,
    OrderBy,
    Limit,
    Values,
    Returning,
    Assignment,
    WindowDefinition,
    Filter,
}

impl Clause {
    /// As messages name it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Targets => "SELECT",
            Self::Where => "WHERE",
            Self::JoinOn => "JOIN conditions",
            Self::From => "functions in FROM",
            Self::GroupBy => "GROUP BY",
            Self::Having => "HAVING",
            Self::OrderBy => "ORDER BY",
            Self::Limit => "LIMIT",
            Self::Values => "VALUES",
            Self::Returning => "RETURNING",
            Self::Assignment => "UPDATE",
            Self::WindowDefinition => "window definitions",
            Self::Filter => "FILTER",
        }
    }

    pub(super) fn allows_aggregates(self) -> bool {
        matches!(self, Self::Targets | Self::Having | Self::OrderBy | Self::WindowDefinition)
    }

    pub(super) fn allows_windows(self) -> bool {
        matches!(self, Self::Targets | Self::OrderBy)
    }

    pub(super) fn allows_sets(self) -> bool {
        matches!(
            self,
            Self::Targets
                | Self::OrderBy
                | Self::GroupBy
                | Self::From
                | Self::Returning
                | Self::Values
                | Self::WindowDefinition
        )
    }
}

/// Where a name was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct FoundColumn {
    /// How many levels out.
    pub(super) depth: usize,
    pub(super) source: usize,
    pub(super) column: usize,
}

/// Why a name was not found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Miss {
    Absent,
    Ambiguous,
    /// It is there, but not for what asks (`LATERAL` is missing, or an outer join forbids it).
    Forbidden,
}

/// Columns that every table has (documentation: System Columns).
pub(super) const SYSTEM_COLUMNS: &[(&str, Ty)] = &[
    ("tableoid", Ty::OID),
    ("xmin", Ty::XID),
    ("cmin", Ty::CID),
    ("xmax", Ty::XID),
    ("cmax", Ty::CID),
    ("ctid", Ty::TID),
];

impl Source {
    pub(super) fn new(columns: Vec<SourceColumn>) -> Self {
        Self {
            columns,
            row: None,
            relation: None,
            system_columns: false,
            primary_key: None,
            nulled: false,
            is_join: false,
            serial: u32::MAX,
        }
    }

    pub(super) fn of_fields(fields: &[Field]) -> Self {
        Self::new(
            fields
                .iter()
                .map(|field| SourceColumn {
                    name: field.name.clone(),
                    value: field.value.clone(),
                    target: None,
                    base: None,
                })
                .collect(),
        )
    }

    /// The place of a column; system columns are counted from the end of the others.
    pub(super) fn column(&self, name: &str, subset: Option<&[usize]>) -> Result<usize, Miss> {
        let mut found = None;
        for (at, column) in self.columns.iter().enumerate() {
            if *column.name == *name && subset.is_none_or(|subset| subset.contains(&at)) {
                if found.is_some() {
                    return Err(Miss::Ambiguous);
                }
                found = Some(at);
            }
        }
        if found.is_none() && self.system_columns {
            found = SYSTEM_COLUMNS.iter().position(|(own, _)| *own == name).map(|at| self.columns.len() + at);
        }
        found.ok_or(Miss::Absent)
    }
}

impl Level {
    /// A column without its table's name.
    fn unqualified(&self, name: &str) -> Result<(usize, usize), Miss> {
        let mut found: Option<(usize, usize)> = None;
        let mut forbidden = false;
        for item in self.namespace.iter().filter(|item| item.columns) {
            if item.lateral_only && !self.lateral_active {
                continue;
            }
            let Some(source) = self.sources.get(item.source) else { continue };
            match source.column(name, item.subset.as_deref()) {
                Ok(column) => {
                    if found.is_some() {
                        return Err(Miss::Ambiguous);
                    }
                    forbidden = item.lateral_only && !item.lateral_allowed;
                    found = Some((item.source, column));
                }
                Err(Miss::Absent) => {}
                Err(miss) => return Err(miss),
            }
        }
        if forbidden { Err(Miss::Forbidden) } else { found.ok_or(Miss::Absent) }
    }

    /// A source by its name.
    fn named(&self, schema: Option<&str>, name: &str) -> Result<&Visible, Miss> {
        let mut found: Option<&Visible> = None;
        for item in self.namespace.iter().filter(|item| item.by_name && *item.name == *name) {
            if item.lateral_only && !self.lateral_active {
                continue;
            }
            if schema.is_some() && item.schema.as_deref() != schema {
                continue;
            }
            if found.is_some() {
                return Err(Miss::Ambiguous);
            }
            found = Some(item);
        }
        match found {
            Some(item) if item.lateral_only && !item.lateral_allowed => Err(Miss::Forbidden),
            Some(item) => Ok(item),
            None => Err(Miss::Absent),
        }
    }
}

/// A column without its table's name, searched from the innermost level outwards.
pub(super) fn find_column(levels: &[Level], name: &str) -> Result<FoundColumn, Miss> {
    for (depth, level) in levels.iter().rev().enumerate() {
        match level.unqualified(name) {
            Ok((source, column)) => return Ok(FoundColumn { depth, source, column }),
            Err(Miss::Absent) => {}
            Err(miss) => return Err(miss),
        }
    }
    Err(Miss::Absent)
}

/// A source by its name: how many levels out, and the item.
pub(super) fn find_source<'l>(
    levels: &'l [Level],
    schema: Option<&str>,
    name: &str,
) -> Result<(usize, &'l Visible), Miss> {
    for (depth, level) in levels.iter().rev().enumerate() {
        match level.named(schema, name) {
            Ok(item) => return Ok((depth, item)),
            Err(Miss::Absent) => {}
            Err(miss) => return Err(miss),
        }
    }
    Err(Miss::Absent)
}

/// A common table expression by its name.
pub(super) fn find_table<'l>(levels: &'l [Level], name: &str) -> Option<&'l CommonTable> {
    levels.iter().rev().find_map(|level| level.tables.iter().rev().find(|table| *table.name == *name))
}

/// The first name that two lists of items share and may not (`checkNameSpaceConflicts`).
pub(super) fn conflict<'v>(sources: &[Source], left: &'v [Visible], right: &[Visible]) -> Option<&'v str> {
    let mut by_name: FxHashMap<&str, Vec<&Visible>> = FxHashMap::default();
    for item in right.iter().filter(|item| item.by_name && !item.name.is_empty()) {
        by_name.entry(&item.name).or_default().push(item);
    }
    let relation = |item: &Visible| sources.get(item.source).and_then(|source| source.relation);
    left.iter().filter(|item| item.by_name && !item.name.is_empty()).find_map(|item| {
        let others = by_name.get(&*item.name)?;
        let clash = others.iter().any(|other| {
            // Tables of different schemas may go by one name.
            let tables = item.schema.is_some() && other.schema.is_some();
            !(tables && (item.schema != other.schema || relation(item) != relation(other)))
        });
        clash.then_some(&*item.name)
    })
}

/// Whether a column may be null where it is used now.
pub(super) fn nullability(level: &Level, source: usize, column: usize) -> Nullability {
    let Some(found) = level.sources.get(source) else { return Nullability::Unknown };
    if level.not_null.contains(&(source, column)) {
        return Nullability::NotNull;
    }
    if found.nulled {
        return Nullability::Nullable;
    }
    match found.columns.get(column) {
        Some(column) => column.value.nullability,
        // System columns.
        None => Nullability::NotNull,
    }
}
