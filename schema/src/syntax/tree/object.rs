//! Objects as statements name them, and the statements that every kind of object shares: comment, drop, rename,
//! change of owner or schema, dependence on an extension.

use super::{
    DropBehaviour, Name, Number, OperatorName, QualifiedName, Role, RoutineSignature, StringLiteral, TypeName,
};
use crate::source::Span;

macro_rules! object_kinds {
    ($($variant:ident = $words:literal;)*) => {
        /// The kinds of objects that statements can name.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum ObjectKind { $($variant),* }

        impl ObjectKind {
            /// Every kind, in the order of the alphabet of [`ObjectKind::words`].
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// As SQL writes it, in upper case.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words),* }
            }
        }
    };
}

object_kinds! {
    AccessMethod = "ACCESS METHOD";
    Aggregate = "AGGREGATE";
    Attribute = "ATTRIBUTE";
    Cast = "CAST";
    Collation = "COLLATION";
    Column = "COLUMN";
    Constraint = "CONSTRAINT";
    Conversion = "CONVERSION";
    Database = "DATABASE";
    Domain = "DOMAIN";
    DomainConstraint = "DOMAIN CONSTRAINT";
    EventTrigger = "EVENT TRIGGER";
    Extension = "EXTENSION";
    ForeignDataWrapper = "FOREIGN DATA WRAPPER";
    ForeignTable = "FOREIGN TABLE";
    Function = "FUNCTION";
    Index = "INDEX";
    Language = "LANGUAGE";
    LargeObject = "LARGE OBJECT";
    MaterializedView = "MATERIALIZED VIEW";
    Operator = "OPERATOR";
    OperatorClass = "OPERATOR CLASS";
    OperatorFamily = "OPERATOR FAMILY";
    Policy = "POLICY";
    Procedure = "PROCEDURE";
    Publication = "PUBLICATION";
    Role = "ROLE";
    Routine = "ROUTINE";
    Rule = "RULE";
    Schema = "SCHEMA";
    Sequence = "SEQUENCE";
    Server = "SERVER";
    Statistics = "STATISTICS";
    Subscription = "SUBSCRIPTION";
    Table = "TABLE";
    Tablespace = "TABLESPACE";
    TextSearchConfiguration = "TEXT SEARCH CONFIGURATION";
    TextSearchDictionary = "TEXT SEARCH DICTIONARY";
    TextSearchParser = "TEXT SEARCH PARSER";
    TextSearchTemplate = "TEXT SEARCH TEMPLATE";
    Transform = "TRANSFORM";
    Trigger = "TRIGGER";
    Type = "TYPE";
    View = "VIEW";
}

/// One object that a statement names.
#[derive(Clone, PartialEq, Debug)]
pub struct ObjectAddress {
    pub kind: ObjectKind,
    pub name: ObjectName,
    /// The name's place, without the words of the kind.
    pub span: Span,
}

/// How objects of a kind are named.
#[derive(Clone, PartialEq, Debug)]
pub enum ObjectName {
    /// Objects outside schemas: schemas, extensions, roles, languages, servers, publications, …
    Global(Name),
    /// Objects in schemas: relations, collations, conversions, statistics, text search objects.
    Qualified(QualifiedName),
    /// Types and domains.
    Type(TypeName),
    /// Functions, procedures, routines, aggregates.
    Routine(RoutineSignature),
    Operator(OperatorSignature),
    /// Operator classes and families.
    OfAccessMethod {
        name: QualifiedName,
        method: Name,
    },
    /// Constraints, triggers, rules and policies of a relation.
    OnRelation {
        name: Name,
        relation: QualifiedName,
    },
    DomainConstraint {
        name: Name,
        domain: TypeName,
    },
    Column {
        relation: QualifiedName,
        column: Name,
    },
    Cast {
        source: TypeName,
        target: TypeName,
    },
    Transform {
        type_name: TypeName,
        language: Name,
    },
    LargeObject(Number),
}

/// An operator with its operand types; `None` is `NONE`.
#[derive(Clone, PartialEq, Debug)]
pub struct OperatorSignature {
    pub name: OperatorName,
    pub left: Option<TypeName>,
    pub right: Option<TypeName>,
}

/// `COMMENT ON`; `None` is `NULL`, which removes the comment.
#[derive(Clone, PartialEq, Debug)]
pub struct Comment {
    pub object: ObjectAddress,
    pub text: Option<StringLiteral>,
}

/// `DROP` of objects of one kind.
#[derive(Clone, PartialEq, Debug)]
pub struct Drop {
    pub kind: ObjectKind,
    pub objects: Vec<ObjectAddress>,
    pub if_exists: bool,
    /// Of indexes only.
    pub concurrently: bool,
    pub behaviour: DropBehaviour,
}

/// `ALTER … RENAME [COLUMN x | CONSTRAINT x | ATTRIBUTE x] TO y`.
#[derive(Clone, PartialEq, Debug)]
pub struct Rename {
    /// The object altered; for a part of it, the object that has the part.
    pub object: ObjectAddress,
    pub if_exists: bool,
    /// `ALTER TABLE ONLY`.
    pub only: bool,
    /// The column, constraint or attribute renamed; `None`: the object itself.
    pub part: Option<RenamePart>,
    pub new_name: Name,
    /// Of attributes only.
    pub behaviour: DropBehaviour,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RenamePart {
    Column(Name),
    Constraint(Name),
    Attribute(Name),
}

/// `ALTER … SET SCHEMA`.
#[derive(Clone, PartialEq, Debug)]
pub struct SetSchema {
    pub object: ObjectAddress,
    pub if_exists: bool,
    pub schema: Name,
}

/// `ALTER … OWNER TO`, except of tables and table-like relations, where it is an action of `AlterTable`.
#[derive(Clone, PartialEq, Debug)]
pub struct ChangeOwner {
    pub object: ObjectAddress,
    pub owner: Role,
}

/// `ALTER … [NO] DEPENDS ON EXTENSION`.
#[derive(Clone, PartialEq, Debug)]
pub struct DependsOnExtension {
    pub object: ObjectAddress,
    /// `NO DEPENDS`.
    pub remove: bool,
    pub extension: Name,
}
