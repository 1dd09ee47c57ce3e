//! The tree that a query is read into: plain data, every node with the bytes it was read from.

use crate::expression::tree::{Expr, Ident, Path, SortKey, TextRange, TypeName, Window};

/// A query or a change of rows, with everything around it: `WITH`, `ORDER BY`, `LIMIT`, locks.
#[derive(Clone, PartialEq, Debug)]
pub struct Query {
    pub with: Option<With>,
    pub body: Body,
    pub order_by: Vec<SortKey>,
    /// `None` also for `LIMIT ALL`.
    pub limit: Option<Expr>,
    /// `FETCH FIRST … WITH TIES`.
    pub with_ties: bool,
    pub offset: Option<Expr>,
    pub locking: Vec<Locking>,
    /// Without parentheses around it.
    pub range: TextRange,
    height: u16,
}

impl Query {
    pub(super) fn new(body: Body, range: TextRange) -> Self {
        Self {
            with: None,
            body,
            order_by: Vec::new(),
            limit: None,
            with_ties: false,
            offset: None,
            locking: Vec::new(),
            range,
            height: 0,
        }
    }

    /// Measures the tree below; to be called once it is whole.
    pub(super) fn measure(&mut self) {
        let mut below = 0;
        self.each_child(&mut |child| {
            below = below.max(match child {
                Child::Expr(expr) => expr.height(),
                Child::Query(query) => query.height,
            });
        });
        self.height = below.saturating_add(1);
    }

    /// How high the tree is, sub-queries and expressions included.
    pub(crate) fn height(&self) -> u16 {
        self.height
    }

    /// Calls `each` with every expression and query directly below.
    pub fn each_child<'a>(&'a self, each: &mut dyn FnMut(Child<'a>)) {
        if let Some(with) = &self.with {
            for table in &with.tables {
                each(Child::Query(&table.query));
                if let Some(cycle) = &table.cycle
                    && let Some((value, default)) = &cycle.values
                {
                    each(Child::Expr(value));
                    each(Child::Expr(default));
                }
            }
        }
        body_children(&self.body, each);
        self.order_by.iter().for_each(|key| each(Child::Expr(&key.value)));
        self.limit.iter().chain(&self.offset).for_each(|expr| each(Child::Expr(expr)));
    }
}

/// What stands directly below a query.
#[derive(Clone, Copy, Debug)]
pub enum Child<'a> {
    Expr(&'a Expr),
    Query(&'a Query),
}

fn body_children<'a>(body: &'a Body, each: &mut dyn FnMut(Child<'a>)) {
    match body {
        Body::Select(select) => select_children(select, each),
        Body::Values(rows) => {
            for expr in rows.iter().flatten().flatten() {
                each(Child::Expr(expr));
            }
        }
        Body::Table(_) => {}
        Body::Nested(query) => each(Child::Query(query)),
        Body::Set(set) => {
            body_children(&set.first.body, each);
            set.rest.iter().for_each(|(_, operand)| body_children(&operand.body, each));
        }
        Body::Insert(insert) => {
            if let InsertSource::Query(query) = &insert.source {
                each(Child::Query(query));
            }
            for expr in insert.columns.iter().flat_map(|target| &target.subscripts) {
                each(Child::Expr(expr));
            }
            if let Some(conflict) = &insert.on_conflict {
                conflict.keys.iter().for_each(|key| each(Child::Expr(&key.value)));
                conflict.predicate.iter().for_each(|expr| each(Child::Expr(expr)));
                if let Some(update) = &conflict.update {
                    assignment_children(&update.assignments, each);
                    update.condition.iter().for_each(|expr| each(Child::Expr(expr)));
                }
            }
            insert.returning.iter().for_each(|target| each(Child::Expr(&target.value)));
        }
        Body::Update(update) => {
            assignment_children(&update.assignments, each);
            update.from.iter().for_each(|item| item_children(item, each));
            update.condition.iter().for_each(|expr| each(Child::Expr(expr)));
            update.returning.iter().for_each(|target| each(Child::Expr(&target.value)));
        }
        Body::Delete(delete) => {
            delete.using.iter().for_each(|item| item_children(item, each));
            delete.condition.iter().for_each(|expr| each(Child::Expr(expr)));
            delete.returning.iter().for_each(|target| each(Child::Expr(&target.value)));
        }
    }
}

fn assignment_children<'a>(assignments: &'a [Assignment], each: &mut dyn FnMut(Child<'a>)) {
    for assignment in assignments {
        for target in &assignment.targets {
            target.subscripts.iter().for_each(|expr| each(Child::Expr(expr)));
        }
        assignment.value.iter().for_each(|expr| each(Child::Expr(expr)));
    }
}

fn select_children<'a>(select: &'a Select, each: &mut dyn FnMut(Child<'a>)) {
    if let Distinct::On(keys) = &select.distinct {
        for expr in keys {
            each(Child::Expr(expr));
        }
    }
    select.targets.iter().for_each(|target| each(Child::Expr(&target.value)));
    select.from.iter().for_each(|item| item_children(item, each));
    select.condition.iter().chain(&select.having).for_each(|expr| each(Child::Expr(expr)));
    let mut groups: Vec<&GroupItem> = select.group_by.iter().collect();
    while let Some(item) = groups.pop() {
        match item {
            GroupItem::Expr(expr) => each(Child::Expr(expr)),
            GroupItem::Empty => {}
            GroupItem::Rollup(exprs) | GroupItem::Cube(exprs) => {
                for expr in exprs {
                    each(Child::Expr(expr));
                }
            }
            GroupItem::Sets(items) => groups.extend(items),
        }
    }
    for window in &select.windows {
        window.definition.partition_by.iter().for_each(|expr| each(Child::Expr(expr)));
        window.definition.order_by.iter().for_each(|key| each(Child::Expr(&key.value)));
    }
}

fn item_children<'a>(item: &'a FromItem, each: &mut dyn FnMut(Child<'a>)) {
    match &item.kind {
        FromKind::Relation { sample, .. } => {
            if let Some(sample) = sample {
                sample.arguments.iter().chain(&sample.seed).for_each(|expr| each(Child::Expr(expr)));
            }
        }
        FromKind::Query(query) => each(Child::Query(query)),
        FromKind::Functions { functions, .. } => {
            for function in functions {
                each(Child::Expr(&function.call));
            }
        }
        FromKind::Join(join) => {
            item_children(&join.first, each);
            for step in &join.rest {
                item_children(&step.item, each);
                if let JoinCondition::On(condition) = &step.condition {
                    each(Child::Expr(condition));
                }
            }
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum Body {
    Select(Box<Select>),
    /// `None` is `DEFAULT`, which only `INSERT` takes.
    Values(Vec<Vec<Option<Expr>>>),
    /// `TABLE name`; the range begins with that word.
    Table(RelationName),
    /// A query in parentheses.
    Nested(Box<Query>),
    Set(Box<SetOperation>),
    Insert(Box<Insert>),
    Update(Box<Update>),
    Delete(Box<Delete>),
}

/// `a UNION b EXCEPT c`: applied from the left; what binds tighter (`INTERSECT`) is an operand of its own.
#[derive(Clone, PartialEq, Debug)]
pub struct SetOperation {
    pub first: SetOperand,
    pub rest: Vec<(SetStep, SetOperand)>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct SetOperand {
    pub body: Body,
    pub range: TextRange,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SetStep {
    pub operator: SetOperator,
    pub all: bool,
    /// Of the word.
    pub range: TextRange,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SetOperator {
    Union,
    Intersect,
    Except,
}

impl SetOperator {
    pub fn word(self) -> &'static str {
        match self {
            Self::Union => "UNION",
            Self::Intersect => "INTERSECT",
            Self::Except => "EXCEPT",
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct Select {
    pub distinct: Distinct,
    /// May be empty: `SELECT FROM t`.
    pub targets: Vec<Target>,
    /// `INTO name`, with the bytes from `INTO` to the end of the name.
    pub into: Option<(RelationName, TextRange)>,
    pub from: Vec<FromItem>,
    pub condition: Option<Expr>,
    pub group_by: Vec<GroupItem>,
    /// `GROUP BY DISTINCT`.
    pub group_distinct: bool,
    pub having: Option<Expr>,
    pub windows: Vec<NamedWindow>,
    pub range: TextRange,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Distinct {
    No,
    All,
    On(Vec<Expr>),
}

/// One entry of a `SELECT` or `RETURNING` list. `*` is a column with an empty path that names all.
#[derive(Clone, PartialEq, Debug)]
pub struct Target {
    pub value: Expr,
    pub label: Option<Ident>,
    pub range: TextRange,
}

#[derive(Clone, PartialEq, Debug)]
pub enum GroupItem {
    Expr(Expr),
    /// `()`.
    Empty,
    Rollup(Vec<Expr>),
    Cube(Vec<Expr>),
    Sets(Vec<GroupItem>),
}

#[derive(Clone, PartialEq, Debug)]
pub struct NamedWindow {
    pub name: Ident,
    pub definition: Window,
}

/// A table's name where rows are taken from it or put into it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RelationName {
    pub path: Path,
    /// `ONLY name`.
    pub only: bool,
    pub range: TextRange,
}

#[derive(Clone, PartialEq, Debug)]
pub struct FromItem {
    pub kind: FromKind,
    pub alias: Option<Alias>,
    pub lateral: bool,
    pub range: TextRange,
}

#[derive(Clone, PartialEq, Debug)]
pub enum FromKind {
    Relation { name: RelationName, sample: Option<Sample> },
    Query(Box<Query>),
    Functions { functions: Vec<TableFunction>, rows_from: bool, ordinality: bool },
    Join(Box<Join>),
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alias {
    /// Absent where only a column definition list was written: `AS (a int)`.
    pub name: Option<Ident>,
    pub columns: Vec<Ident>,
    pub range: TextRange,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Sample {
    pub method: Path,
    pub arguments: Vec<Expr>,
    pub seed: Option<Expr>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct TableFunction {
    /// A call, or a form of the grammar that is one.
    pub call: Expr,
    /// `AS (name type, …)`.
    pub columns: Vec<ColumnDefinition>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnDefinition {
    pub name: Ident,
    pub ty: TypeName,
    pub collation: Option<Path>,
}

/// Joins one after the other: each takes all before it as its left side.
#[derive(Clone, PartialEq, Debug)]
pub struct Join {
    pub first: FromItem,
    pub rest: Vec<JoinStep>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct JoinStep {
    pub kind: JoinKind,
    pub item: FromItem,
    pub condition: JoinCondition,
    /// From the first word of the join to its end.
    pub range: TextRange,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JoinKind {
    Inner,
    Left,
    Right,
    Full,
}

#[derive(Clone, PartialEq, Debug)]
pub enum JoinCondition {
    /// `CROSS JOIN`.
    None,
    On(Expr),
    Using {
        columns: Vec<Ident>,
        /// `USING (…) AS name`.
        alias: Option<Ident>,
        range: TextRange,
    },
    /// The range is that of the word.
    Natural(TextRange),
}

#[derive(Clone, PartialEq, Debug)]
pub struct With {
    pub recursive: bool,
    pub tables: Vec<CommonTable>,
    pub range: TextRange,
}

/// A common table expression.
#[derive(Clone, PartialEq, Debug)]
pub struct CommonTable {
    pub name: Ident,
    pub columns: Vec<Ident>,
    pub materialized: Option<bool>,
    pub query: Box<Query>,
    pub search: Option<Search>,
    pub cycle: Option<Cycle>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Search {
    pub breadth_first: bool,
    pub columns: Vec<Ident>,
    pub sequence: Ident,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Cycle {
    pub columns: Vec<Ident>,
    pub mark: Ident,
    /// `TO value DEFAULT value`; without it true and false.
    pub values: Option<(Expr, Expr)>,
    pub path: Ident,
}

/// `FOR UPDATE OF a, b NOWAIT`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Locking {
    /// `update`, `no key update`, `share`, `key share`.
    pub strength: &'static str,
    pub of: Vec<Ident>,
    /// `nowait`, `skip locked`.
    pub wait: Option<&'static str>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Insert {
    pub relation: RelationName,
    pub alias: Option<Ident>,
    pub columns: Vec<AssignmentTarget>,
    pub source: InsertSource,
    pub on_conflict: Option<OnConflict>,
    pub returning: Vec<Target>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum InsertSource {
    DefaultValues,
    Query(Box<Query>),
}

/// A column that takes a value, or a part of it: `a[1]`, `a.field`.
#[derive(Clone, PartialEq, Debug)]
pub struct AssignmentTarget {
    pub column: Ident,
    pub fields: Vec<Ident>,
    pub subscripts: Vec<Expr>,
}

impl AssignmentTarget {
    /// The column itself takes the value.
    pub fn is_whole(&self) -> bool {
        self.fields.is_empty() && self.subscripts.is_empty()
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct OnConflict {
    /// The columns or expressions of the arbiter index; `collate` and operator classes are read and left out.
    pub keys: Vec<SortKey>,
    pub predicate: Option<Expr>,
    pub constraint: Option<Ident>,
    /// Absent: `DO NOTHING`.
    pub update: Option<ConflictUpdate>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ConflictUpdate {
    pub assignments: Vec<Assignment>,
    pub condition: Option<Expr>,
}

/// `a = 1` or `(a, b) = (1, 2)`.
#[derive(Clone, PartialEq, Debug)]
pub struct Assignment {
    pub targets: Vec<AssignmentTarget>,
    /// The targets stood in parentheses: the value is a row or a query.
    pub row: bool,
    /// `None` is `DEFAULT`.
    pub value: Option<Expr>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Update {
    pub relation: RelationName,
    pub alias: Option<Ident>,
    pub assignments: Vec<Assignment>,
    pub from: Vec<FromItem>,
    /// Absent also for `WHERE CURRENT OF`.
    pub condition: Option<Expr>,
    pub returning: Vec<Target>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Delete {
    pub relation: RelationName,
    pub alias: Option<Ident>,
    pub using: Vec<FromItem>,
    /// Absent also for `WHERE CURRENT OF`.
    pub condition: Option<Expr>,
    pub returning: Vec<Target>,
}
