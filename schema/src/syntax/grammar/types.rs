//! `CREATE TYPE`, `ALTER TYPE`, `CREATE DOMAIN`, `ALTER DOMAIN`.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterAttribute, AlterAttributeKind, AlterDomain, AlterDomainAction, AlterType, AlterTypeAction,
    Attribute, CreateDomain, CreateType, DomainConstraint, DropBehaviour, EnumPosition, ObjectAddress,
    ObjectKind, ObjectName, QualifiedName, Rename, RenamePart, Statement, TableConstraintKind,
    TypeDefinition, TypeName,
};

impl Cursor<'_> {
    /// After `CREATE TYPE`.
    pub(crate) fn create_type(&mut self) -> Parse<Statement> {
        let name = self.qualified_name()?;
        let definition = if self.eat("AS") {
            if self.eat("ENUM") {
                TypeDefinition::Enum(self.in_parens_or_empty(Self::string)?)
            } else if self.eat("RANGE") {
                TypeDefinition::Range(self.definition()?)
            } else {
                TypeDefinition::Composite(self.in_parens_or_empty(Self::attribute)?)
            }
        } else if self.kind() == TokenKind::LeftParen {
            TypeDefinition::Base(self.definition()?)
        } else {
            TypeDefinition::Shell
        };
        Ok(Statement::CreateType(CreateType { name, definition }))
    }

    fn attribute(&mut self) -> Parse<Attribute> {
        let start = self.here();
        let name = self.column_name()?;
        let type_name = self.type_name()?;
        let collation = self.collation()?;
        Ok(Attribute { name, type_name, collation, span: self.since(start) })
    }

    /// `ALTER TYPE name …` except what every object has, from after the name.
    pub(crate) fn alter_type(&mut self, name: QualifiedName, address: ObjectAddress) -> Parse<Statement> {
        if self.eat("RENAME") {
            if self.eat("VALUE") {
                let from = self.string()?;
                self.expect("TO")?;
                let action = AlterTypeAction::RenameValue { from, to: self.string()? };
                return Ok(Statement::AlterType(AlterType { name, action }));
            }
            self.expect("ATTRIBUTE")?;
            let attribute = self.column_name()?;
            self.expect("TO")?;
            let new_name = self.column_name()?;
            let behaviour = self.behaviour();
            return Ok(Statement::Rename(Rename {
                object: address,
                if_exists: false,
                only: false,
                part: Some(RenamePart::Attribute(attribute)),
                new_name,
                behaviour,
            }));
        }
        let action = if self.nth_is(0, "ADD") && self.nth_is(1, "VALUE") {
            self.bump();
            self.bump();
            self.add_value()?
        } else if self.eat("SET") {
            AlterTypeAction::SetOptions(self.definition()?)
        } else {
            AlterTypeAction::Attributes(self.list(Self::alter_attribute)?)
        };
        Ok(Statement::AlterType(AlterType { name, action }))
    }

    fn add_value(&mut self) -> Parse<AlterTypeAction> {
        let if_not_exists = self.if_not_exists();
        let value = self.string()?;
        let position = if self.eat("BEFORE") {
            Some(EnumPosition::Before(self.string()?))
        } else if self.eat("AFTER") {
            Some(EnumPosition::After(self.string()?))
        } else {
            None
        };
        Ok(AlterTypeAction::AddValue { if_not_exists, value, position })
    }

    fn alter_attribute(&mut self) -> Parse<AlterAttribute> {
        let start = self.here();
        let kind = if self.eat_then("ADD", &["ATTRIBUTE"])? {
            AlterAttributeKind::Add(self.attribute()?)
        } else if self.eat_then("DROP", &["ATTRIBUTE"])? {
            AlterAttributeKind::Drop { if_exists: self.if_exists(), name: self.column_name()? }
        } else {
            self.expect_all(&["ALTER", "ATTRIBUTE"])?;
            let name = self.column_name()?;
            if self.eat("SET") {
                self.expect("DATA")?;
            }
            self.expect("TYPE")?;
            let type_name = self.type_name()?;
            AlterAttributeKind::SetType { name, type_name, collation: self.collation()? }
        };
        let behaviour = self.behaviour();
        Ok(AlterAttribute { kind, behaviour, span: self.since(start) })
    }

    /// After `CREATE DOMAIN`.
    pub(crate) fn create_domain(&mut self) -> Parse<Statement> {
        let name = self.qualified_name()?;
        self.eat("AS");
        let base = self.type_name()?;
        let qualities = self.column_qualities()?;
        Ok(Statement::CreateDomain(CreateDomain {
            name,
            base,
            collation: qualities.collation,
            constraints: qualities.constraints,
        }))
    }

    /// `ALTER DOMAIN name …` except what every object has, from after the name.
    pub(crate) fn alter_domain(&mut self, name: QualifiedName) -> Parse<Statement> {
        if self.nth_is(0, "RENAME") && self.nth_is(1, "CONSTRAINT") {
            self.bump();
            self.bump();
            let constraint = self.column_name()?;
            self.expect("TO")?;
            let new_name = self.column_name()?;
            let span = name.span();
            return Ok(Statement::Rename(Rename {
                object: ObjectAddress {
                    kind: ObjectKind::Domain,
                    name: ObjectName::Type(named_type(name)),
                    span,
                },
                if_exists: false,
                only: false,
                part: Some(RenamePart::Constraint(constraint)),
                new_name,
                behaviour: DropBehaviour::Restrict,
            }));
        }
        let action = if self.eat("SET") {
            if self.eat("DEFAULT") {
                AlterDomainAction::SetDefault(self.expression()?)
            } else {
                self.expect_all(&["NOT", "NULL"])?;
                AlterDomainAction::SetNotNull
            }
        } else if self.eat("DROP") {
            if self.eat("DEFAULT") {
                AlterDomainAction::DropDefault
            } else if self.eat_then("NOT", &["NULL"])? {
                AlterDomainAction::DropNotNull
            } else {
                self.expect("CONSTRAINT")?;
                let if_exists = self.if_exists();
                let name = self.column_name()?;
                AlterDomainAction::DropConstraint { if_exists, name, behaviour: self.behaviour() }
            }
        } else if self.eat("ADD") {
            AlterDomainAction::AddConstraint(self.domain_constraint()?)
        } else {
            self.expect_all(&["VALIDATE", "CONSTRAINT"])?;
            AlterDomainAction::ValidateConstraint(self.column_name()?)
        };
        Ok(Statement::AlterDomain(AlterDomain { name, action }))
    }

    fn domain_constraint(&mut self) -> Parse<DomainConstraint> {
        let start = self.here();
        let position = self.position();
        let name = if self.eat("CONSTRAINT") { Some(self.column_name()?) } else { None };
        if self.eat_then("NOT", &["NULL"])? {
            return Ok(DomainConstraint::NotNull { name, span: self.since(start) });
        }
        if !self.is("CHECK") {
            return self.refuse();
        }
        self.rewind(position);
        let constraint = self.table_constraint()?;
        debug_assert!(matches!(constraint.kind, TableConstraintKind::Check { .. }));
        Ok(DomainConstraint::Check(constraint))
    }
}

/// A name where the tree wants a type.
pub(crate) fn named_type(name: QualifiedName) -> TypeName {
    let span = name.span();
    TypeName {
        name,
        system: false,
        modifiers: Vec::new(),
        dimensions: 0,
        interval_fields: None,
        setof: false,
        percent_type: None,
        span,
    }
}
