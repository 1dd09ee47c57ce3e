//! The tree that statements are read into: plain data, every settable thing with the place it was written at.
//!
//! What a statement leaves out is absent here too: no default is filled in that the reader of the tree could not tell
//! from a written one, except where a field says so.

mod foreign;
mod function;
mod index;
mod name;
mod object;
mod operator;
mod policy;
mod privilege;
mod publication;
mod schema;
mod sequence;
mod session;
mod table;
mod text_search;
mod transaction;
mod trigger;
mod types;
mod view;

pub use foreign::*;
pub use function::*;
pub use index::*;
pub use name::*;
pub use object::*;
pub use operator::*;
pub use policy::*;
pub use privilege::*;
pub use publication::*;
pub use schema::*;
pub use sequence::*;
pub use session::*;
pub use table::*;
pub use text_search::*;
pub use trigger::*;
pub use types::*;
pub use view::*;

/// One statement, by its kind.
#[derive(Clone, PartialEq, Debug)]
pub enum Statement {
    // Containers.
    CreateSchema(CreateSchema),
    CreateExtension(CreateExtension),
    AlterExtension(AlterExtension),
    // Tables and what belongs to them.
    CreateTable(CreateTable),
    CreateTableAs(CreateTableAs),
    SelectInto(SelectInto),
    /// Also of indexes, views, sequences, materialized views and foreign tables.
    AlterTable(AlterTable),
    MoveAllInTablespace(MoveAllInTablespace),
    Truncate(Truncate),
    CreateIndex(CreateIndex),
    Reindex(Reindex),
    Cluster(Cluster),
    CreateStatistics(CreateStatistics),
    AlterStatistics(AlterStatistics),
    CreateTrigger(CreateTrigger),
    CreateRule(CreateRule),
    CreatePolicy(CreatePolicy),
    AlterPolicy(AlterPolicy),
    // Sequences and views.
    CreateSequence(CreateSequence),
    AlterSequence(AlterSequence),
    CreateView(CreateView),
    CreateMaterializedView(CreateMaterializedView),
    RefreshMaterializedView(RefreshMaterializedView),
    // Types.
    CreateType(CreateType),
    AlterType(AlterType),
    CreateDomain(CreateDomain),
    AlterDomain(AlterDomain),
    // Routines.
    CreateFunction(CreateFunction),
    AlterFunction(AlterFunction),
    CreateAggregate(CreateAggregate),
    CreateEventTrigger(CreateEventTrigger),
    AlterEventTrigger(AlterEventTrigger),
    // Operators, casts and the rest of what types need.
    CreateOperator(CreateOperator),
    AlterOperator(AlterOperator),
    CreateOperatorClass(CreateOperatorClass),
    CreateOperatorFamily(CreateOperatorFamily),
    AlterOperatorFamily(AlterOperatorFamily),
    CreateCast(CreateCast),
    CreateTransform(CreateTransform),
    CreateCollation(CreateCollation),
    /// `ALTER COLLATION … REFRESH VERSION`.
    RefreshCollation(QualifiedName),
    CreateConversion(CreateConversion),
    CreateLanguage(CreateLanguage),
    CreateAccessMethod(CreateAccessMethod),
    CreateTextSearch(CreateTextSearch),
    AlterTextSearchDictionary(AlterTextSearchDictionary),
    AlterTextSearchConfiguration(AlterTextSearchConfiguration),
    // Replication and foreign data.
    CreatePublication(CreatePublication),
    AlterPublication(AlterPublication),
    CreateForeignDataWrapper(CreateForeignDataWrapper),
    AlterForeignDataWrapper(AlterForeignDataWrapper),
    CreateServer(CreateServer),
    AlterServer(AlterServer),
    UserMapping(UserMapping),
    ImportForeignSchema(ImportForeignSchema),
    // Of any object.
    Comment(Comment),
    Drop(Drop),
    Rename(Rename),
    SetSchema(SetSchema),
    ChangeOwner(ChangeOwner),
    DependsOnExtension(DependsOnExtension),
    Grant(Grant),
    AlterDefaultPrivileges(AlterDefaultPrivileges),
    DropOwned(DropOwned),
    ReassignOwned(ReassignOwned),
    // The session.
    Transaction(Transaction),
    Set(Set),
    Do(Do),
    Dml(Dml),
    Irrelevant(Irrelevant),
    PsqlCommand(PsqlCommand),
    /// PostgreSQL knows the statement, this grammar does not read it.
    Unknown(Unknown),
}

/// A statement known only by its first words, in upper case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unknown {
    pub words: Box<str>,
}
