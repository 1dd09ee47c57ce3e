//! `CREATE TABLE`, its columns and constraints, and every action of `ALTER TABLE`.

use super::{
    DropBehaviour, ForeignOption, Name, ObjectKind, OnCommit, OperatorName, OptionItem, Persistence,
    QualifiedName, Role, SequenceOption, Spanned, SqlText, TypeName,
};
use crate::source::Span;

/// `CREATE [FOREIGN] TABLE`.
#[derive(Clone, PartialEq, Debug)]
pub struct CreateTable {
    pub name: QualifiedName,
    pub persistence: Persistence,
    pub if_not_exists: bool,
    /// `OF type`: a typed table.
    pub of_type: Option<QualifiedName>,
    pub partition_of: Option<PartitionOf>,
    /// Columns, constraints and `LIKE` in the order written.
    pub elements: Vec<TableElement>,
    pub inherits: Vec<QualifiedName>,
    pub partition_by: Option<PartitionBy>,
    /// `USING`.
    pub access_method: Option<Name>,
    /// `WITH (…)`.
    pub options: Vec<OptionItem>,
    pub on_commit: Option<Spanned<OnCommit>>,
    pub tablespace: Option<Name>,
    /// `SERVER` and `OPTIONS` of a foreign table.
    pub foreign: Option<ForeignTable>,
}

/// What makes a table foreign.
#[derive(Clone, PartialEq, Debug)]
pub struct ForeignTable {
    pub server: Name,
    pub options: Vec<ForeignOption>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum TableElement {
    Column(ColumnDefinition),
    Constraint(TableConstraint),
    Like(LikeClause),
}

/// `PARTITION OF parent bound`.
#[derive(Clone, PartialEq, Debug)]
pub struct PartitionOf {
    pub parent: QualifiedName,
    pub bound: PartitionBound,
    pub span: Span,
}

/// `FOR VALUES …` or `DEFAULT`.
#[derive(Clone, PartialEq, Debug)]
pub struct PartitionBound {
    pub kind: PartitionBoundKind,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum PartitionBoundKind {
    Default,
    In(Vec<SqlText>),
    /// Each datum is an expression; `MINVALUE` and `MAXVALUE` are words in it, as in PostgreSQL's grammar.
    Range {
        from: Vec<SqlText>,
        to: Vec<SqlText>,
    },
    Hash {
        modulus: u32,
        remainder: u32,
    },
}

/// `PARTITION BY strategy (…)`.
#[derive(Clone, PartialEq, Debug)]
pub struct PartitionBy {
    pub strategy: Name,
    pub keys: Vec<PartitionKey>,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub struct PartitionKey {
    pub key: KeyKind,
    pub collation: Option<QualifiedName>,
    pub opclass: Option<QualifiedName>,
    pub span: Span,
}

/// What an index or a partition key is made of.
#[derive(Clone, PartialEq, Debug)]
pub enum KeyKind {
    Column(Name),
    /// A function call or a parenthesised expression; the text has the parentheses.
    Expression(SqlText),
}

/// `LIKE table [INCLUDING … | EXCLUDING …]`.
#[derive(Clone, PartialEq, Debug)]
pub struct LikeClause {
    pub table: QualifiedName,
    pub options: Vec<Spanned<LikeOption>>,
    pub span: Span,
}

/// One `INCLUDING x` (`including` is true) or `EXCLUDING x`; later ones win.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LikeOption {
    pub including: bool,
    pub what: LikeWhat,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LikeWhat {
    All,
    Comments,
    Compression,
    Constraints,
    Defaults,
    Generated,
    Identity,
    Indexes,
    Statistics,
    Storage,
}

/// One column as `CREATE TABLE` and `ADD COLUMN` write it.
#[derive(Clone, PartialEq, Debug)]
pub struct ColumnDefinition {
    pub name: Name,
    /// `None` only in typed tables and partitions, where the type is known already.
    pub type_name: Option<TypeName>,
    pub collation: Option<Spanned<QualifiedName>>,
    /// `STORAGE x`: a word in lower case (`plain`, `default`, …).
    pub storage: Option<Name>,
    pub compression: Option<Name>,
    pub constraints: Vec<ColumnConstraint>,
    /// `OPTIONS (…)` of a foreign table's column.
    pub options: Vec<ForeignOption>,
    pub span: Span,
}

/// A constraint, a default, an identity or a generation written with its column.
#[derive(Clone, PartialEq, Debug)]
pub struct ColumnConstraint {
    pub name: Option<Name>,
    pub kind: ColumnConstraintKind,
    pub attributes: ConstraintAttributes,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum ColumnConstraintKind {
    NotNull {
        no_inherit: bool,
    },
    Null,
    Default(SqlText),
    /// The expression without its parentheses.
    Check {
        expression: SqlText,
        no_inherit: bool,
    },
    Unique(IndexConstraint),
    PrimaryKey(IndexConstraint),
    References(References),
    Identity {
        always: bool,
        options: Vec<SequenceOption>,
    },
    /// `GENERATED ALWAYS AS (…)`; the expression without its parentheses.
    Generated {
        expression: SqlText,
        kind: GeneratedKind,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GeneratedKind {
    Stored,
    /// PostgreSQL 18; also meant there when neither word is written.
    Virtual,
}

/// What `UNIQUE` and `PRIMARY KEY` say of their index.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct IndexConstraint {
    /// Empty for a column constraint and with `USING INDEX`.
    pub columns: Vec<Name>,
    /// The last column is `WITHOUT OVERLAPS` (PostgreSQL 18).
    pub without_overlaps: bool,
    pub nulls_not_distinct: bool,
    pub include: Vec<Name>,
    pub options: Vec<OptionItem>,
    /// `USING INDEX TABLESPACE`.
    pub tablespace: Option<Name>,
    /// `USING INDEX name`.
    pub using_index: Option<Name>,
}

/// `REFERENCES table …`.
#[derive(Clone, PartialEq, Debug)]
pub struct References {
    pub table: QualifiedName,
    /// Empty: the primary key of the table.
    pub columns: Vec<Name>,
    /// The last column is a `PERIOD` (PostgreSQL 18).
    pub period: bool,
    pub matching: Option<Spanned<MatchKind>>,
    pub on_delete: Option<Spanned<ReferentialAction>>,
    pub on_update: Option<Spanned<ReferentialAction>>,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MatchKind {
    Full,
    Partial,
    Simple,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReferentialAction {
    NoAction,
    Restrict,
    Cascade,
    /// The columns, if only some of them (`ON DELETE` only).
    SetNull(Vec<Name>),
    SetDefault(Vec<Name>),
}

/// What may follow any constraint. `None`: not written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ConstraintAttributes {
    pub deferrable: Option<Spanned<bool>>,
    /// `INITIALLY DEFERRED` is true, `INITIALLY IMMEDIATE` false. `INITIALLY DEFERRED` alone implies deferrable.
    pub initially_deferred: Option<Spanned<bool>>,
    pub not_valid: Option<Span>,
    /// `NO INHERIT` (of `CHECK` and `NOT NULL` it is in the constraint's own flag too).
    pub no_inherit: Option<Span>,
    /// `INHERIT`, in `ALTER CONSTRAINT` only (PostgreSQL 18).
    pub inherit: Option<Span>,
    /// `ENFORCED` is true, `NOT ENFORCED` false (PostgreSQL 18).
    pub enforced: Option<Spanned<bool>>,
}

/// A constraint written for a table or for a domain.
#[derive(Clone, PartialEq, Debug)]
pub struct TableConstraint {
    pub name: Option<Name>,
    pub kind: TableConstraintKind,
    pub attributes: ConstraintAttributes,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum TableConstraintKind {
    /// The expression without its parentheses.
    Check {
        expression: SqlText,
        no_inherit: bool,
    },
    /// PostgreSQL 18.
    NotNull {
        column: Name,
        no_inherit: bool,
    },
    Unique(IndexConstraint),
    PrimaryKey(IndexConstraint),
    Exclude(ExcludeConstraint),
    ForeignKey {
        columns: Vec<Name>,
        /// The last column is a `PERIOD` (PostgreSQL 18).
        period: bool,
        references: References,
    },
}

/// `EXCLUDE USING method (key WITH operator, …)`.
#[derive(Clone, PartialEq, Debug)]
pub struct ExcludeConstraint {
    pub method: Option<Name>,
    pub elements: Vec<(super::IndexElement, OperatorName)>,
    pub include: Vec<Name>,
    pub options: Vec<OptionItem>,
    pub tablespace: Option<Name>,
    /// Without its parentheses.
    pub predicate: Option<SqlText>,
}

/// `ALTER {TABLE | FOREIGN TABLE | INDEX | VIEW | MATERIALIZED VIEW | SEQUENCE} name action, …`.
#[derive(Clone, PartialEq, Debug)]
pub struct AlterTable {
    /// The word written: `ALTER TABLE` also accepts views, sequences and indexes.
    pub kind: ObjectKind,
    pub if_exists: bool,
    pub only: bool,
    pub name: QualifiedName,
    pub actions: Vec<AlterTableAction>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct AlterTableAction {
    pub kind: AlterTableActionKind,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum AlterTableActionKind {
    AddColumn {
        if_not_exists: bool,
        column: ColumnDefinition,
    },
    DropColumn {
        if_exists: bool,
        name: Name,
        behaviour: DropBehaviour,
    },
    AlterColumn {
        column: ColumnRef,
        action: AlterColumn,
    },
    AddConstraint(TableConstraint),
    AlterConstraint {
        name: Name,
        attributes: ConstraintAttributes,
    },
    ValidateConstraint(Name),
    DropConstraint {
        if_exists: bool,
        name: Name,
        behaviour: DropBehaviour,
    },
    AttachPartition {
        partition: QualifiedName,
        bound: PartitionBound,
    },
    /// `ALTER INDEX … ATTACH PARTITION index`.
    AttachIndex(QualifiedName),
    DetachPartition {
        partition: QualifiedName,
        concurrently: bool,
        finalize: bool,
    },
    Inherit(QualifiedName),
    NoInherit(QualifiedName),
    Of(QualifiedName),
    NotOf,
    OwnerTo(Role),
    /// `ENABLE …`/`DISABLE …` `TRIGGER`.
    Trigger {
        which: TriggerSelection,
        state: FiringState,
    },
    Rule {
        name: Name,
        state: FiringState,
    },
    RowSecurity(RowSecurity),
    ReplicaIdentity(ReplicaIdentity),
    /// `CLUSTER ON index`; `None` is `SET WITHOUT CLUSTER`.
    ClusterOn(Option<Name>),
    SetWithoutOids,
    SetLogged(bool),
    SetTablespace(Name),
    /// `None` is `DEFAULT`.
    SetAccessMethod(Option<Name>),
    SetOptions(Vec<OptionItem>),
    ResetOptions(Vec<OptionItem>),
    /// `OPTIONS (…)` of a foreign table.
    ForeignOptions(Vec<ForeignOption>),
}

/// A column by its name, or (only for the statistics of an index) by its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ColumnRef {
    Name(Name),
    Number(Spanned<u32>),
}

#[derive(Clone, PartialEq, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "few are alive at a time; boxes would only make them harder to match"
)]
pub enum AlterColumn {
    SetDefault(SqlText),
    DropDefault,
    SetNotNull,
    DropNotNull,
    SetType {
        type_name: TypeName,
        collation: Option<QualifiedName>,
        using: Option<SqlText>,
    },
    AddIdentity {
        always: bool,
        options: Vec<SequenceOption>,
    },
    AlterIdentity(Vec<AlterIdentity>),
    DropIdentity {
        if_exists: bool,
    },
    /// PostgreSQL 17; the expression without its parentheses.
    SetExpression(SqlText),
    DropExpression {
        if_exists: bool,
    },
    /// `-1` is the default, also when `DEFAULT` is written.
    SetStatistics(i32),
    SetOptions(Vec<OptionItem>),
    ResetOptions(Vec<OptionItem>),
    SetStorage(Name),
    SetCompression(Name),
    ForeignOptions(Vec<ForeignOption>),
}

#[derive(Clone, PartialEq, Debug)]
pub enum AlterIdentity {
    /// `SET GENERATED ALWAYS` is true, `BY DEFAULT` false.
    SetGenerated { always: bool, span: Span },
    /// `SET option` or `RESTART`.
    Set(SequenceOption),
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TriggerSelection {
    Named(Name),
    All,
    User,
}

/// When triggers and rules fire: `pg_trigger.tgenabled`, `pg_rewrite.ev_enabled`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FiringState {
    Enabled,
    Disabled,
    Replica,
    Always,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowSecurity {
    Enable,
    Disable,
    Force,
    NoForce,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReplicaIdentity {
    Default,
    Full,
    Nothing,
    UsingIndex(Name),
}

/// `ALTER {TABLE | INDEX | MATERIALIZED VIEW} ALL IN TABLESPACE a [OWNED BY …] SET TABLESPACE b`.
#[derive(Clone, PartialEq, Debug)]
pub struct MoveAllInTablespace {
    pub kind: ObjectKind,
    pub from: Name,
    pub owned_by: Vec<Role>,
    pub to: Name,
    pub nowait: bool,
}

/// `TRUNCATE`: rows only, but it can restart identity sequences.
#[derive(Clone, PartialEq, Debug)]
pub struct Truncate {
    pub tables: Vec<QualifiedName>,
    pub restart_identity: bool,
    pub behaviour: DropBehaviour,
}
