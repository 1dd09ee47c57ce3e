//! `GRANT`, `REVOKE`, `ALTER DEFAULT PRIVILEGES`, `DROP OWNED`, `REASSIGN OWNED`.

use super::cursor::{Cursor, Parse};
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterDefaultPrivileges, DropBehaviour, DropOwned, Grant, GrantAction, GrantTarget, Irrelevant, Name,
    ObjectClass, Privilege, QualifiedName, ReassignOwned, Role, RoutineKind, Statement,
};

/// Classes that `ALL … IN SCHEMA` and default privileges know.
const CLASSES: &[(&[&str], ObjectClass)] = &[
    (&["TABLES"], ObjectClass::Tables),
    (&["SEQUENCES"], ObjectClass::Sequences),
    (&["FUNCTIONS"], ObjectClass::Functions),
    (&["PROCEDURES"], ObjectClass::Procedures),
    (&["ROUTINES"], ObjectClass::Routines),
    (&["TYPES"], ObjectClass::Types),
    (&["SCHEMAS"], ObjectClass::Schemas),
    (&["LARGE", "OBJECTS"], ObjectClass::LargeObjects),
];

/// The privileges as read: empty is all; then the columns of `ALL (columns)`.
type Privileges = (Vec<Privilege>, Vec<Name>);

impl Cursor<'_> {
    /// After `GRANT`: of privileges on objects, or of roles.
    pub(crate) fn grant(&mut self) -> Parse<Statement> {
        let (privileges, all_columns) = self.privileges()?;
        if !self.is("ON") {
            return self.role_membership("TO", "GRANT role");
        }
        self.bump();
        let target = self.grant_target()?;
        self.expect("TO")?;
        let grantees = self.grantees()?;
        let grant_option = self.eat_then("WITH", &["GRANT", "OPTION"])?;
        let granted_by = self.granted_by()?;
        Ok(Statement::Grant(Grant {
            action: GrantAction::Grant,
            privileges,
            all_columns,
            target,
            grantees,
            grant_option,
            granted_by,
            behaviour: DropBehaviour::Restrict,
        }))
    }

    /// After `REVOKE`.
    pub(crate) fn revoke(&mut self) -> Parse<Statement> {
        let grant_option = self.eat_all(&["GRANT", "OPTION", "FOR"]);
        if !grant_option && self.nth_is(1, "OPTION") && self.nth_is(2, "FOR") {
            self.bump();
            self.bump();
            self.bump();
        }
        let (privileges, all_columns) = self.privileges()?;
        if !self.is("ON") {
            return self.role_membership("FROM", "REVOKE role");
        }
        self.bump();
        let target = self.grant_target()?;
        self.expect("FROM")?;
        let grantees = self.grantees()?;
        let granted_by = self.granted_by()?;
        let behaviour = self.behaviour();
        Ok(Statement::Grant(Grant {
            action: GrantAction::Revoke,
            privileges,
            all_columns,
            target,
            grantees,
            grant_option,
            granted_by,
            behaviour,
        }))
    }

    /// The rest of `GRANT role TO role` or `REVOKE role FROM role`.
    fn role_membership(&mut self, word: &'static str, kind: &'static str) -> Parse<Statement> {
        self.expect(word)?;
        self.grantees()?;
        if self.eat("WITH") {
            self.list(|cursor| {
                cursor.label()?;
                cursor.label()
            })?;
        }
        self.granted_by()?;
        self.behaviour();
        Ok(Statement::Irrelevant(Irrelevant { kind }))
    }

    fn privileges(&mut self) -> Parse<Privileges> {
        if self.eat("ALL") {
            self.eat("PRIVILEGES");
            return Ok((Vec::new(), self.optional_columns()?));
        }
        let privileges = self.list(|cursor| {
            let start = cursor.here();
            let mut name = if cursor.nth_in(0, &["SELECT", "REFERENCES", "CREATE"]) {
                cursor.label()?
            } else if cursor.nth_is(0, "ALTER") && cursor.nth_is(1, "SYSTEM") {
                cursor.bump();
                let system = cursor.label()?;
                Name { text: "alter system".into(), span: system.span }
            } else {
                cursor.word()?
            };
            let columns = cursor.optional_columns()?;
            let span = cursor.since(start);
            if columns.is_empty() {
                name.span = span;
            }
            Ok(Privilege { name, columns, span })
        })?;
        Ok((privileges, Vec::new()))
    }

    fn grantees(&mut self) -> Parse<Vec<Role>> {
        self.list(|cursor| {
            // `GROUP name` is an old spelling; `group` is reserved, so it is no name.
            cursor.eat("GROUP");
            cursor.role()
        })
    }

    fn granted_by(&mut self) -> Parse<Option<Role>> {
        if self.eat_then("GRANTED", &["BY"])? { self.role().map(Some) } else { Ok(None) }
    }

    fn grant_target(&mut self) -> Parse<GrantTarget> {
        if self.eat("ALL") {
            let Some(objects) = self.eat_phrase(CLASSES) else { return self.refuse() };
            self.expect_all(&["IN", "SCHEMA"])?;
            let schemas = self.list(Self::column_name)?;
            return Ok(GrantTarget::AllInSchema { objects, schemas });
        }
        // A table may be called `sequence` or `schema`: the word is a kind only if a name follows.
        let names = matches!(
            self.nth_kind(1),
            TokenKind::Word | TokenKind::QuotedName | TokenKind::UnicodeName | TokenKind::Integer
        ) && !self.nth_in(1, &["TO", "FROM"]);
        if !names && !self.nth_is(0, "TABLE") {
            return self.qualified_names().map(GrantTarget::Tables);
        }
        let routines = |kind| move |cursor: &mut Self| cursor.list(|cursor| cursor.routine_signature(kind));
        if self.eat("TABLE") {
            self.qualified_names().map(GrantTarget::Tables)
        } else if self.eat("SEQUENCE") {
            self.qualified_names().map(GrantTarget::Sequences)
        } else if self.eat("DATABASE") {
            self.list(Self::column_name).map(GrantTarget::Databases)
        } else if self.eat("DOMAIN") {
            self.qualified_names().map(GrantTarget::Domains)
        } else if self.eat_all(&["FOREIGN", "DATA", "WRAPPER"]) {
            self.list(Self::column_name).map(GrantTarget::ForeignDataWrappers)
        } else if self.eat_all(&["FOREIGN", "SERVER"]) {
            self.list(Self::column_name).map(GrantTarget::ForeignServers)
        } else if self.eat("FUNCTION") {
            routines(RoutineKind::Function)(self).map(GrantTarget::Routines)
        } else if self.eat("PROCEDURE") {
            routines(RoutineKind::Procedure)(self).map(GrantTarget::Routines)
        } else if self.eat("ROUTINE") {
            routines(RoutineKind::Routine)(self).map(GrantTarget::Routines)
        } else if self.eat("LANGUAGE") {
            self.list(Self::column_name).map(GrantTarget::Languages)
        } else if self.eat_all(&["LARGE", "OBJECT"]) {
            self.list(Self::number).map(GrantTarget::LargeObjects)
        } else if self.eat("PARAMETER") {
            self.list(Self::setting_name).map(GrantTarget::Parameters)
        } else if self.eat("SCHEMA") {
            self.list(Self::column_name).map(GrantTarget::Schemas)
        } else if self.eat("TABLESPACE") {
            self.list(Self::column_name).map(GrantTarget::Tablespaces)
        } else if self.eat("TYPE") {
            self.qualified_names().map(GrantTarget::Types)
        } else {
            let names: Vec<QualifiedName> = self.qualified_names()?;
            Ok(GrantTarget::Tables(names))
        }
    }

    /// After `ALTER DEFAULT PRIVILEGES`.
    pub(crate) fn alter_default_privileges(&mut self) -> Parse<Statement> {
        let mut roles = Vec::new();
        let mut schemas = Vec::new();
        loop {
            if self.eat_then("IN", &["SCHEMA"])? {
                schemas = self.list(Self::column_name)?;
            } else if self.eat("FOR") {
                if !self.eat("ROLE") {
                    self.expect("USER")?;
                }
                roles = self.roles()?;
            } else {
                break;
            }
        }
        let grant = self.eat("GRANT");
        if !grant {
            self.expect("REVOKE")?;
        }
        let mut grant_option = !grant && self.eat_all(&["GRANT", "OPTION", "FOR"]);
        let (privileges, _) = self.privileges()?;
        self.expect("ON")?;
        let Some(objects) = self.eat_phrase(CLASSES) else { return self.refuse() };
        self.expect(if grant { "TO" } else { "FROM" })?;
        let grantees = self.grantees()?;
        let mut behaviour = DropBehaviour::Restrict;
        if grant {
            grant_option = self.eat_then("WITH", &["GRANT", "OPTION"])?;
        } else {
            behaviour = self.behaviour();
        }
        let action = if grant { GrantAction::Grant } else { GrantAction::Revoke };
        Ok(Statement::AlterDefaultPrivileges(AlterDefaultPrivileges {
            roles,
            schemas,
            action,
            privileges,
            objects,
            grantees,
            grant_option,
            behaviour,
        }))
    }

    /// After `DROP OWNED BY`.
    pub(crate) fn drop_owned(&mut self) -> Parse<Statement> {
        let roles = self.roles()?;
        let behaviour = self.behaviour();
        Ok(Statement::DropOwned(DropOwned { roles, behaviour }))
    }

    /// After `REASSIGN OWNED BY`.
    pub(crate) fn reassign_owned(&mut self) -> Parse<Statement> {
        let roles = self.roles()?;
        self.expect("TO")?;
        Ok(Statement::ReassignOwned(ReassignOwned { roles, to: self.role()? }))
    }
}
