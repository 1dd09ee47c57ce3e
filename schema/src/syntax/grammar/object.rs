//! Naming any object, and the statements every kind of object shares: `COMMENT`, `DROP`, and `ALTER` to rename, give
//! away, move to another schema or tie to an extension.

use super::cursor::{Cursor, Parse};
use super::types::named_type;
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterEventTrigger, ChangeOwner, Comment, DependsOnExtension, Drop, DropBehaviour, FiringState,
    Irrelevant, ObjectAddress, ObjectKind, ObjectName, OperatorSignature, QualifiedName, Rename, RoutineKind,
    SetSchema, Statement,
};

/// How the objects of a kind are named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Naming {
    Global,
    Qualified,
    Type,
    Routine(RoutineKind),
    Operator,
    OfAccessMethod,
    OnRelation,
    Constraint,
    Column,
    Cast,
    Transform,
    LargeObject,
}

/// What `ALTER` can do to objects of a kind beside what is its own.
#[derive(Clone, Copy)]
struct Alterable {
    rename: bool,
    owner: bool,
    schema: bool,
    depends: bool,
}

/// What `ALTER` can do to most kinds.
const NOTHING: Alterable = Alterable { rename: false, owner: false, schema: false, depends: false };
const RENAME: Alterable = Alterable { rename: true, ..NOTHING };
const OWNED: Alterable = Alterable { owner: true, ..RENAME };
const IN_SCHEMA: Alterable = Alterable { schema: true, ..OWNED };
const ROUTINE: Alterable = Alterable { depends: true, ..IN_SCHEMA };
const NO_OWNER: Alterable = Alterable { owner: false, ..IN_SCHEMA };
const NO_NAME: Alterable = Alterable { rename: false, ..IN_SCHEMA };

/// One line a kind: its words, how it is named, what `ALTER` can do to it. The longer words first.
const OBJECTS: &[(&[&str], ObjectKind, Naming, Alterable)] = {
    use Naming::{
        Cast, Column, Constraint, Global, LargeObject, OfAccessMethod, OnRelation, Operator, Qualified,
        Routine, Transform, Type,
    };
    use ObjectKind as Kind;
    &[
        (&["ACCESS", "METHOD"], Kind::AccessMethod, Global, NOTHING),
        (&["AGGREGATE"], Kind::Aggregate, Routine(RoutineKind::Aggregate), IN_SCHEMA),
        (&["CAST"], Kind::Cast, Cast, NOTHING),
        (&["COLLATION"], Kind::Collation, Qualified, IN_SCHEMA),
        (&["COLUMN"], Kind::Column, Column, NOTHING),
        (&["CONSTRAINT"], Kind::Constraint, Constraint, NOTHING),
        (&["CONVERSION"], Kind::Conversion, Qualified, IN_SCHEMA),
        (&["DATABASE"], Kind::Database, Global, OWNED),
        (&["DOMAIN"], Kind::Domain, Type, IN_SCHEMA),
        (&["EVENT", "TRIGGER"], Kind::EventTrigger, Global, OWNED),
        (&["EXTENSION"], Kind::Extension, Global, Alterable { schema: true, ..NOTHING }),
        (&["FOREIGN", "DATA", "WRAPPER"], Kind::ForeignDataWrapper, Global, OWNED),
        (&["FOREIGN", "TABLE"], Kind::ForeignTable, Qualified, NOTHING),
        (&["FUNCTION"], Kind::Function, Routine(RoutineKind::Function), ROUTINE),
        (&["INDEX"], Kind::Index, Qualified, NOTHING),
        (&["LANGUAGE"], Kind::Language, Global, OWNED),
        (&["PROCEDURAL", "LANGUAGE"], Kind::Language, Global, OWNED),
        (&["LARGE", "OBJECT"], Kind::LargeObject, LargeObject, Alterable { owner: true, ..NOTHING }),
        (&["MATERIALIZED", "VIEW"], Kind::MaterializedView, Qualified, NOTHING),
        (&["OPERATOR", "CLASS"], Kind::OperatorClass, OfAccessMethod, IN_SCHEMA),
        (&["OPERATOR", "FAMILY"], Kind::OperatorFamily, OfAccessMethod, IN_SCHEMA),
        (&["OPERATOR"], Kind::Operator, Operator, NO_NAME),
        (&["POLICY"], Kind::Policy, OnRelation, RENAME),
        (&["PROCEDURE"], Kind::Procedure, Routine(RoutineKind::Procedure), ROUTINE),
        (&["PUBLICATION"], Kind::Publication, Global, OWNED),
        (&["ROLE"], Kind::Role, Global, NOTHING),
        (&["ROUTINE"], Kind::Routine, Routine(RoutineKind::Routine), ROUTINE),
        (&["RULE"], Kind::Rule, OnRelation, RENAME),
        (&["SCHEMA"], Kind::Schema, Global, OWNED),
        (&["SEQUENCE"], Kind::Sequence, Qualified, NOTHING),
        (&["SERVER"], Kind::Server, Global, OWNED),
        (&["STATISTICS"], Kind::Statistics, Qualified, IN_SCHEMA),
        (&["SUBSCRIPTION"], Kind::Subscription, Global, OWNED),
        (&["TABLESPACE"], Kind::Tablespace, Global, OWNED),
        (&["TABLE"], Kind::Table, Qualified, NOTHING),
        (&["TEXT", "SEARCH", "CONFIGURATION"], Kind::TextSearchConfiguration, Qualified, IN_SCHEMA),
        (&["TEXT", "SEARCH", "DICTIONARY"], Kind::TextSearchDictionary, Qualified, IN_SCHEMA),
        (&["TEXT", "SEARCH", "PARSER"], Kind::TextSearchParser, Qualified, NO_OWNER),
        (&["TEXT", "SEARCH", "TEMPLATE"], Kind::TextSearchTemplate, Qualified, NO_OWNER),
        (&["TRANSFORM"], Kind::Transform, Transform, NOTHING),
        (&["TRIGGER"], Kind::Trigger, OnRelation, Alterable { depends: true, ..RENAME }),
        (&["TYPE"], Kind::Type, Type, IN_SCHEMA),
        (&["VIEW"], Kind::View, Qualified, NOTHING),
    ]
};

impl Cursor<'_> {
    /// The words of a kind of object; `None`: something else stands here.
    fn object_kind(&mut self) -> Option<(ObjectKind, Naming, Alterable)> {
        let (words, kind, naming, alterable) = OBJECTS.iter().find(|(words, ..)| self.eat_all(words))?;
        debug_assert!(!words.is_empty());
        Some((*kind, *naming, *alterable))
    }

    fn line_of(kind: ObjectKind) -> (Naming, Alterable) {
        OBJECTS
            .iter()
            .find(|(_, other, ..)| *other == kind)
            .map_or((Naming::Global, NOTHING), |(_, _, naming, alterable)| (*naming, *alterable))
    }

    /// A kind of object and its name, as `COMMENT ON` and `ALTER EXTENSION` write them.
    pub(crate) fn object(&mut self) -> Parse<ObjectAddress> {
        let Some((kind, naming, _)) = self.object_kind() else { return self.refuse() };
        self.object_name(kind, naming)
    }

    fn object_name(&mut self, mut kind: ObjectKind, naming: Naming) -> Parse<ObjectAddress> {
        let start = self.here();
        let name = match naming {
            Naming::Global => ObjectName::Global(self.column_name()?),
            Naming::Qualified => ObjectName::Qualified(self.qualified_name()?),
            Naming::Type => ObjectName::Type(self.type_name()?),
            Naming::Routine(routine) => ObjectName::Routine(self.routine_signature(routine)?),
            Naming::Operator => ObjectName::Operator(self.operator_signature()?),
            Naming::OfAccessMethod => {
                let name = self.qualified_name()?;
                self.expect("USING")?;
                ObjectName::OfAccessMethod { name, method: self.column_name()? }
            }
            Naming::OnRelation => {
                let name = self.column_name()?;
                self.expect("ON")?;
                ObjectName::OnRelation { name, relation: self.qualified_name()? }
            }
            Naming::Constraint => {
                let name = self.column_name()?;
                self.expect("ON")?;
                if self.nth_is(0, "DOMAIN")
                    && self.nth_kind(1) != TokenKind::Dot
                    && self.position_is_not_last()
                {
                    self.bump();
                    kind = ObjectKind::DomainConstraint;
                    ObjectName::DomainConstraint { name, domain: named_type(self.qualified_name()?) }
                } else {
                    ObjectName::OnRelation { name, relation: self.qualified_name()? }
                }
            }
            Naming::Column => {
                let (relation, column) = self.relation_and_column()?;
                ObjectName::Column { relation, column }
            }
            Naming::Cast => {
                self.expect_sign(TokenKind::LeftParen)?;
                let source = self.type_name()?;
                self.expect("AS")?;
                let target = self.type_name()?;
                self.expect_sign(TokenKind::RightParen)?;
                ObjectName::Cast { source, target }
            }
            Naming::Transform => {
                self.expect("FOR")?;
                let type_name = self.type_name()?;
                self.expect("LANGUAGE")?;
                ObjectName::Transform { type_name, language: self.column_name()? }
            }
            Naming::LargeObject => ObjectName::LargeObject(self.number()?),
        };
        Ok(ObjectAddress { kind, name, span: self.since(start) })
    }

    /// A table may be called `domain`: then `IS` follows, or nothing.
    fn position_is_not_last(&self) -> bool {
        !self.nth_is(1, "IS") && self.nth_kind(1) != TokenKind::End
    }

    /// `+ (left, right)` with an optional schema (`operator_with_argtypes`).
    pub(crate) fn operator_signature(&mut self) -> Parse<OperatorSignature> {
        let name = self.dotted_operator()?;
        let mut sides = self.in_parens(|cursor| {
            if cursor.nth_is(0, "NONE") {
                cursor.bump();
                return Ok(None);
            }
            cursor.type_name().map(Some)
        })?;
        if sides.len() != 2 {
            return self.refuse_with(name.span, "missing argument");
        }
        let right = sides.pop().flatten();
        let left = sides.pop().flatten();
        Ok(OperatorSignature { name, left, right })
    }

    /// After `COMMENT ON`.
    pub(crate) fn comment(&mut self) -> Parse<Statement> {
        let object = self.object()?;
        self.expect("IS")?;
        let text = if self.eat("NULL") { None } else { Some(self.string()?) };
        Ok(Statement::Comment(Comment { object, text }))
    }

    /// After `DROP`, except owned objects and user mappings.
    pub(crate) fn drop(&mut self) -> Parse<Statement> {
        let start = self.position();
        let Some((kind, naming, _)) = self.object_kind() else { return self.refuse() };
        if matches!(kind, ObjectKind::Column | ObjectKind::Constraint | ObjectKind::LargeObject) {
            self.rewind(start);
            return self.refuse();
        }
        let concurrently = kind == ObjectKind::Index && self.eat("CONCURRENTLY");
        let if_exists = self.if_exists();
        let single =
            matches!(naming, Naming::OnRelation | Naming::Cast | Naming::Transform | Naming::OfAccessMethod)
                || matches!(kind, ObjectKind::Database | ObjectKind::Tablespace | ObjectKind::Subscription);
        let objects = if single {
            vec![self.object_name(kind, naming)?]
        } else {
            self.list(|cursor| cursor.object_name(kind, naming))?
        };
        if kind == ObjectKind::Database {
            if self.eat("WITH") || self.kind() == TokenKind::LeftParen {
                self.utility_options()?;
            }
            return Ok(Statement::Irrelevant(Irrelevant { kind: "DROP DATABASE" }));
        }
        let behaviour = self.behaviour();
        match kind {
            ObjectKind::Role => Ok(Statement::Irrelevant(Irrelevant { kind: "DROP ROLE" })),
            ObjectKind::Tablespace => Ok(Statement::Irrelevant(Irrelevant { kind: "DROP TABLESPACE" })),
            ObjectKind::Subscription => Ok(Statement::Irrelevant(Irrelevant { kind: "DROP SUBSCRIPTION" })),
            _ => Ok(Statement::Drop(Drop { kind, objects, if_exists, concurrently, behaviour })),
        }
    }

    /// After `ALTER` and the words of a kind that is no relation: first what all have, then what is the kind's own.
    pub(crate) fn alter_object(&mut self, kind: ObjectKind) -> Parse<Statement> {
        let (naming, can) = Self::line_of(kind);
        let if_exists = matches!(kind, ObjectKind::Policy | ObjectKind::Statistics | ObjectKind::Rule)
            && self.if_exists();
        let object = if naming == Naming::Type {
            let name = self.qualified_name()?;
            let span = name.span();
            ObjectAddress { kind, name: ObjectName::Type(named_type(name)), span }
        } else {
            self.object_name(kind, naming)?
        };
        if can.rename && self.nth_is(0, "RENAME") && self.nth_is(1, "TO") {
            self.bump();
            self.bump();
            let new_name = self.column_name()?;
            return Ok(Statement::Rename(Rename {
                object,
                if_exists,
                only: false,
                part: None,
                new_name,
                behaviour: DropBehaviour::Restrict,
            }));
        }
        if can.owner && self.eat_all(&["OWNER", "TO"]) {
            return Ok(Statement::ChangeOwner(ChangeOwner { object, owner: self.role()? }));
        }
        if can.schema && self.eat_all(&["SET", "SCHEMA"]) {
            let schema = self.column_name()?;
            return Ok(Statement::SetSchema(SetSchema { object, if_exists, schema }));
        }
        if can.depends && (self.nth_is(0, "DEPENDS") || (self.nth_is(0, "NO") && self.nth_is(1, "DEPENDS"))) {
            return self.depends_on_extension(object);
        }
        self.alter_own(kind, if_exists, object)
    }

    pub(crate) fn depends_on_extension(&mut self, object: ObjectAddress) -> Parse<Statement> {
        let remove = self.eat("NO");
        self.expect_all(&["DEPENDS", "ON", "EXTENSION"])?;
        let extension = self.column_name()?;
        Ok(Statement::DependsOnExtension(DependsOnExtension { object, remove, extension }))
    }

    fn alter_own(&mut self, kind: ObjectKind, if_exists: bool, object: ObjectAddress) -> Parse<Statement> {
        match (kind, object.name.clone()) {
            (ObjectKind::Type, ObjectName::Type(type_name)) => self.alter_type(type_name.name, object),
            (ObjectKind::Domain, ObjectName::Type(type_name)) => self.alter_domain(type_name.name),
            (_, ObjectName::Routine(signature)) if kind != ObjectKind::Aggregate => {
                self.alter_function(signature)
            }
            (ObjectKind::Policy, ObjectName::OnRelation { name, relation }) => {
                self.alter_policy(name, relation)
            }
            (ObjectKind::Statistics, ObjectName::Qualified(name)) => self.alter_statistics(if_exists, name),
            (ObjectKind::Operator, ObjectName::Operator(operator)) => self.alter_operator(operator),
            (ObjectKind::OperatorFamily, ObjectName::OfAccessMethod { name, method }) => {
                self.alter_operator_family(name, method)
            }
            (ObjectKind::EventTrigger, ObjectName::Global(name)) => {
                let states: &[(&[&'static str], FiringState)] = &[
                    (&["ENABLE", "REPLICA"], FiringState::Replica),
                    (&["ENABLE", "ALWAYS"], FiringState::Always),
                    (&["ENABLE"], FiringState::Enabled),
                    (&["DISABLE"], FiringState::Disabled),
                ];
                match self.eat_phrase(states) {
                    Some(state) => Ok(Statement::AlterEventTrigger(AlterEventTrigger { name, state })),
                    None => self.refuse(),
                }
            }
            (ObjectKind::Extension, ObjectName::Global(name)) => self.alter_extension(name),
            (ObjectKind::Publication, ObjectName::Global(name)) => self.alter_publication(name),
            (ObjectKind::Server, ObjectName::Global(name)) => self.alter_server(name),
            (ObjectKind::ForeignDataWrapper, ObjectName::Global(name)) => {
                self.alter_foreign_data_wrapper(name)
            }
            (ObjectKind::TextSearchDictionary, ObjectName::Qualified(name)) => self.alter_dictionary(name),
            (ObjectKind::TextSearchConfiguration, ObjectName::Qualified(name)) => {
                self.alter_configuration(name)
            }
            (ObjectKind::Collation, ObjectName::Qualified(name)) => {
                self.expect_all(&["REFRESH", "VERSION"])?;
                Ok(Statement::RefreshCollation(name))
            }
            (ObjectKind::Database, _) => self.alter_database(),
            (ObjectKind::Tablespace, _) => {
                if !self.eat("SET") {
                    self.expect("RESET")?;
                }
                self.storage_parameters()?;
                Ok(Statement::Irrelevant(Irrelevant { kind: "ALTER TABLESPACE" }))
            }
            (ObjectKind::Subscription, _) => {
                self.text_until(|_| false)?;
                Ok(Statement::Irrelevant(Irrelevant { kind: "ALTER SUBSCRIPTION" }))
            }
            _ => self.refuse(),
        }
    }

    /// `ALTER DATABASE name …`, from after the name.
    fn alter_database(&mut self) -> Parse<Statement> {
        let tablespace = self.nth_is(0, "SET") && self.nth_is(1, "TABLESPACE");
        self.text_until(|_| false)?;
        let kind = if tablespace { "ALTER DATABASE SET TABLESPACE" } else { "ALTER DATABASE" };
        Ok(Statement::Irrelevant(Irrelevant { kind }))
    }

    /// The name of a relation where only a qualified name can stand.
    pub(crate) fn qualified_names(&mut self) -> Parse<Vec<QualifiedName>> {
        self.list(Self::qualified_name)
    }
}
