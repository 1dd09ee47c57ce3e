//! `ALTER TABLE` and its kin for indexes, views, sequences, materialized views and foreign tables.

use super::cursor::{Cursor, Parse};
use crate::source::Span;
use crate::syntax::lexer::TokenKind;
use crate::syntax::tree::{
    AlterColumn, AlterIdentity, AlterSequence, AlterTable, AlterTableAction, AlterTableActionKind, ColumnRef,
    DropBehaviour, FiringState, MoveAllInTablespace, ObjectAddress, ObjectKind, ObjectName, QualifiedName,
    Rename, RenamePart, ReplicaIdentity, RowSecurity, SequenceOptionKind, SetSchema, Spanned, Statement,
    TriggerSelection,
};

/// Beginnings of `ENABLE …` and `DISABLE …`, the longer first.
const TRIGGER_STATES: &[(&[&str], FiringState)] = &[
    (&["ENABLE", "ALWAYS", "TRIGGER"], FiringState::Always),
    (&["ENABLE", "REPLICA", "TRIGGER"], FiringState::Replica),
    (&["ENABLE", "TRIGGER"], FiringState::Enabled),
    (&["DISABLE", "TRIGGER"], FiringState::Disabled),
];

const RULE_STATES: &[(&[&str], FiringState)] = &[
    (&["ENABLE", "ALWAYS", "RULE"], FiringState::Always),
    (&["ENABLE", "REPLICA", "RULE"], FiringState::Replica),
    (&["ENABLE", "RULE"], FiringState::Enabled),
    (&["DISABLE", "RULE"], FiringState::Disabled),
];

const ROW_SECURITY: &[(&[&str], RowSecurity)] = &[
    (&["ENABLE", "ROW", "LEVEL", "SECURITY"], RowSecurity::Enable),
    (&["DISABLE", "ROW", "LEVEL", "SECURITY"], RowSecurity::Disable),
    (&["FORCE", "ROW", "LEVEL", "SECURITY"], RowSecurity::Force),
    (&["NO", "FORCE", "ROW", "LEVEL", "SECURITY"], RowSecurity::NoForce),
];

impl Cursor<'_> {
    /// After `ALTER TABLE` and the like.
    pub(crate) fn alter_relation(&mut self, kind: ObjectKind) -> Parse<Statement> {
        if matches!(kind, ObjectKind::Table | ObjectKind::Index | ObjectKind::MaterializedView)
            && self.eat_all(&["ALL", "IN", "TABLESPACE"])
        {
            return self.move_all(kind);
        }
        let if_exists = self.if_exists();
        let start = self.here();
        let (only, name) = if matches!(kind, ObjectKind::Table | ObjectKind::ForeignTable) {
            self.relation()?
        } else {
            (false, self.qualified_name()?)
        };
        let address_span = self.since(start);
        let object = |name: &QualifiedName| ObjectAddress {
            kind,
            name: ObjectName::Qualified(name.clone()),
            span: address_span,
        };
        if self.eat("RENAME") {
            let part = self.rename_part(kind)?;
            self.expect("TO")?;
            let new_name = self.column_name()?;
            return Ok(Statement::Rename(Rename {
                object: object(&name),
                if_exists,
                only,
                part,
                new_name,
                behaviour: DropBehaviour::Restrict,
            }));
        }
        if self.eat_all(&["SET", "SCHEMA"]) {
            let schema = self.column_name()?;
            return Ok(Statement::SetSchema(SetSchema { object: object(&name), if_exists, schema }));
        }
        if matches!(kind, ObjectKind::Index | ObjectKind::MaterializedView)
            && (self.nth_is(0, "DEPENDS") || (self.nth_is(0, "NO") && self.nth_is(1, "DEPENDS")))
        {
            return self.depends_on_extension(object(&name));
        }
        if kind == ObjectKind::Sequence && !self.nth_is(0, "OWNER") && !self.at_sequence_table_action() {
            return self.alter_sequence_options(name, if_exists);
        }
        let actions = self.list(|cursor| cursor.alter_table_action(kind))?;
        Ok(Statement::AlterTable(AlterTable { kind, if_exists, only, name, actions }))
    }

    fn at_sequence_table_action(&self) -> bool {
        self.nth_is(0, "SET") && self.nth_in(1, &["LOGGED", "UNLOGGED"])
    }

    fn alter_sequence_options(&mut self, name: QualifiedName, if_exists: bool) -> Parse<Statement> {
        let options = self.sequence_options()?;
        if options.is_empty() {
            return self.refuse();
        }
        Ok(Statement::AlterSequence(AlterSequence { name, if_exists, options }))
    }

    fn rename_part(&mut self, kind: ObjectKind) -> Parse<Option<RenamePart>> {
        if kind == ObjectKind::Table && self.eat("CONSTRAINT") {
            return Ok(Some(RenamePart::Constraint(self.column_name()?)));
        }
        if matches!(kind, ObjectKind::Index | ObjectKind::Sequence) || self.nth_is(0, "TO") {
            return Ok(None);
        }
        self.eat("COLUMN");
        Ok(Some(RenamePart::Column(self.column_name()?)))
    }

    fn move_all(&mut self, kind: ObjectKind) -> Parse<Statement> {
        let from = self.column_name()?;
        let owned_by = if self.eat_then("OWNED", &["BY"])? { self.roles()? } else { Vec::new() };
        self.expect_all(&["SET", "TABLESPACE"])?;
        let to = self.column_name()?;
        let nowait = self.eat("NOWAIT");
        Ok(Statement::MoveAllInTablespace(MoveAllInTablespace { kind, from, owned_by, to, nowait }))
    }

    fn alter_table_action(&mut self, kind: ObjectKind) -> Parse<AlterTableAction> {
        let start = self.here();
        let kind = self.alter_table_action_kind(kind)?;
        Ok(AlterTableAction { kind, span: self.since(start) })
    }

    fn alter_table_action_kind(&mut self, relation: ObjectKind) -> Parse<AlterTableActionKind> {
        use AlterTableActionKind as Kind;
        if self.eat("ADD") {
            if self.at_table_constraint() {
                return self.table_constraint().map(Kind::AddConstraint);
            }
            self.eat("COLUMN");
            let if_not_exists = self.if_not_exists();
            return Ok(Kind::AddColumn { if_not_exists, column: self.column_definition()? });
        }
        if self.eat("DROP") {
            let constraint = self.eat("CONSTRAINT");
            if !constraint {
                self.eat("COLUMN");
            }
            let if_exists = self.if_exists();
            let name = self.column_name()?;
            let behaviour = self.behaviour();
            return Ok(if constraint {
                Kind::DropConstraint { if_exists, name, behaviour }
            } else {
                Kind::DropColumn { if_exists, name, behaviour }
            });
        }
        if self.eat("ALTER") {
            return self.alter_column_or_constraint();
        }
        if self.eat_then("VALIDATE", &["CONSTRAINT"])? {
            return self.column_name().map(Kind::ValidateConstraint);
        }
        if self.eat_then("ATTACH", &["PARTITION"])? {
            let partition = self.qualified_name()?;
            if relation == ObjectKind::Index {
                return Ok(Kind::AttachIndex(partition));
            }
            return Ok(Kind::AttachPartition { partition, bound: self.partition_bound()? });
        }
        if self.eat_then("DETACH", &["PARTITION"])? {
            let partition = self.qualified_name()?;
            let concurrently = self.eat("CONCURRENTLY");
            let finalize = !concurrently && self.eat("FINALIZE");
            return Ok(Kind::DetachPartition { partition, concurrently, finalize });
        }
        if let Some(security) = self.eat_phrase(ROW_SECURITY) {
            return Ok(Kind::RowSecurity(security));
        }
        if let Some(state) = self.eat_phrase(TRIGGER_STATES) {
            let which = if self.eat("ALL") {
                TriggerSelection::All
            } else if self.eat("USER") {
                TriggerSelection::User
            } else {
                TriggerSelection::Named(self.column_name()?)
            };
            // `ENABLE ALWAYS TRIGGER ALL` is not in the grammar, but `ALL` is reserved: it was refused as a name there.
            return Ok(Kind::Trigger { which, state });
        }
        if let Some(state) = self.eat_phrase(RULE_STATES) {
            return Ok(Kind::Rule { name: self.column_name()?, state });
        }
        if self.eat_all(&["NO", "INHERIT"]) {
            return self.qualified_name().map(Kind::NoInherit);
        }
        if self.eat("INHERIT") {
            return self.qualified_name().map(Kind::Inherit);
        }
        if self.eat_then("NOT", &["OF"])? {
            return Ok(Kind::NotOf);
        }
        if self.eat("OF") {
            return self.qualified_name().map(Kind::Of);
        }
        if self.eat_then("OWNER", &["TO"])? {
            return self.role().map(Kind::OwnerTo);
        }
        if self.eat_then("CLUSTER", &["ON"])? {
            return Ok(Kind::ClusterOn(Some(self.column_name()?)));
        }
        if self.eat_then("REPLICA", &["IDENTITY"])? {
            return self.replica_identity().map(Kind::ReplicaIdentity);
        }
        if self.eat("RESET") {
            return self.storage_parameters().map(Kind::ResetOptions);
        }
        if self.eat("SET") {
            return self.set_table();
        }
        if self.is("OPTIONS") {
            return self.altered_foreign_options().map(Kind::ForeignOptions);
        }
        self.refuse()
    }

    fn set_table(&mut self) -> Parse<AlterTableActionKind> {
        use AlterTableActionKind as Kind;
        if self.kind() == TokenKind::LeftParen {
            return self.storage_parameters().map(Kind::SetOptions);
        }
        if self.eat("WITHOUT") {
            if self.eat("CLUSTER") {
                return Ok(Kind::ClusterOn(None));
            }
            self.expect("OIDS")?;
            return Ok(Kind::SetWithoutOids);
        }
        if let Some(logged) = self.eat_one(&[("LOGGED", true), ("UNLOGGED", false)]) {
            return Ok(Kind::SetLogged(logged));
        }
        if self.eat("TABLESPACE") {
            return self.column_name().map(Kind::SetTablespace);
        }
        if self.eat_then("ACCESS", &["METHOD"])? {
            let method = if self.eat("DEFAULT") { None } else { Some(self.column_name()?) };
            return Ok(Kind::SetAccessMethod(method));
        }
        self.refuse_wanting("(")
    }

    fn replica_identity(&mut self) -> Parse<ReplicaIdentity> {
        let words = &[
            ("NOTHING", ReplicaIdentity::Nothing),
            ("FULL", ReplicaIdentity::Full),
            ("DEFAULT", ReplicaIdentity::Default),
        ];
        for (word, identity) in words {
            if self.eat(word) {
                return Ok(identity.clone());
            }
        }
        self.expect_all(&["USING", "INDEX"])?;
        self.column_name().map(ReplicaIdentity::UsingIndex)
    }

    fn alter_column_or_constraint(&mut self) -> Parse<AlterTableActionKind> {
        if self.eat("CONSTRAINT") {
            let name = self.column_name()?;
            let start = self.here();
            let mut attributes = if self.eat("INHERIT") {
                crate::syntax::tree::ConstraintAttributes { inherit: Some(start), ..Default::default() }
            } else {
                self.constraint_attributes()?
            };
            if let (Some(_), None) =
                (attributes.initially_deferred.filter(|flag| flag.value), attributes.deferrable)
            {
                // As PostgreSQL reads it: a deferred constraint is deferrable.
                attributes.deferrable =
                    attributes.initially_deferred.map(|flag| Spanned { value: true, span: flag.span });
            }
            return Ok(AlterTableActionKind::AlterConstraint { name, attributes });
        }
        self.eat("COLUMN");
        let column = if self.kind() == TokenKind::Integer {
            let span = self.here();
            ColumnRef::Number(Spanned { value: self.integer()?, span })
        } else {
            ColumnRef::Name(self.column_name()?)
        };
        let action = self.alter_column()?;
        if matches!(column, ColumnRef::Number(_)) && !matches!(action, AlterColumn::SetStatistics(_)) {
            return self.refuse();
        }
        Ok(AlterTableActionKind::AlterColumn { column, action })
    }

    fn alter_column(&mut self) -> Parse<AlterColumn> {
        if self.is("TYPE") || (self.nth_is(0, "SET") && self.nth_is(1, "DATA")) {
            if self.eat("SET") {
                self.expect("DATA")?;
            }
            self.expect("TYPE")?;
            let type_name = self.type_name()?;
            let collation = self.collation()?.map(|collation| collation.value);
            let using = if self.eat("USING") { Some(self.expression()?) } else { None };
            return Ok(AlterColumn::SetType { type_name, collation, using });
        }
        if self.eat("DROP") {
            if self.eat("DEFAULT") {
                return Ok(AlterColumn::DropDefault);
            }
            if self.eat_then("NOT", &["NULL"])? {
                return Ok(AlterColumn::DropNotNull);
            }
            if self.eat("EXPRESSION") {
                return Ok(AlterColumn::DropExpression { if_exists: self.if_exists() });
            }
            self.expect("IDENTITY")?;
            return Ok(AlterColumn::DropIdentity { if_exists: self.if_exists() });
        }
        if self.eat("ADD") {
            self.expect("GENERATED")?;
            let always = self.always_or_default()?;
            self.expect_all(&["AS", "IDENTITY"])?;
            let options = if self.kind() == TokenKind::LeftParen {
                self.sequence_options_in_parens()?
            } else {
                Vec::new()
            };
            return Ok(AlterColumn::AddIdentity { always, options });
        }
        if self.eat("RESET") {
            return self.storage_parameters().map(AlterColumn::ResetOptions);
        }
        if self.is("OPTIONS") {
            return self.altered_foreign_options().map(AlterColumn::ForeignOptions);
        }
        let start = self.here();
        if self.is("RESTART") {
            return self.alter_identity(start);
        }
        self.expect("SET")?;
        if self.eat("DEFAULT") {
            return self.expression().map(AlterColumn::SetDefault);
        }
        if self.eat_then("NOT", &["NULL"])? {
            return Ok(AlterColumn::SetNotNull);
        }
        if self.eat_then("EXPRESSION", &["AS"])? {
            return self.expression_in_parens().map(AlterColumn::SetExpression);
        }
        if self.eat("STATISTICS") {
            let target = if self.eat("DEFAULT") { -1 } else { self.signed_integer()? };
            return Ok(AlterColumn::SetStatistics(target));
        }
        if self.kind() == TokenKind::LeftParen {
            return self.storage_parameters().map(AlterColumn::SetOptions);
        }
        if self.eat("STORAGE") {
            return self.word_or_default().map(AlterColumn::SetStorage);
        }
        if self.eat("COMPRESSION") {
            return self.word_or_default().map(AlterColumn::SetCompression);
        }
        let set = self.position().saturating_sub(1);
        self.rewind(set);
        self.alter_identity(start)
    }

    pub(crate) fn always_or_default(&mut self) -> Parse<bool> {
        if self.eat("ALWAYS") {
            return Ok(true);
        }
        self.expect_all(&["BY", "DEFAULT"])?;
        Ok(false)
    }

    /// `RESTART …`, `SET GENERATED …`, `SET option` in any number.
    fn alter_identity(&mut self, first: Span) -> Parse<AlterColumn> {
        let mut changes = Vec::new();
        let mut start = first;
        loop {
            if self.is("RESTART") {
                changes.extend(self.sequence_option()?.map(AlterIdentity::Set));
            } else if self.eat("SET") {
                if self.eat("GENERATED") {
                    let always = self.always_or_default()?;
                    changes.push(AlterIdentity::SetGenerated { always, span: self.since(start) });
                } else {
                    let Some(option) = self.sequence_option()? else { return self.refuse() };
                    if matches!(option.kind, SequenceOptionKind::Restart(_)) {
                        return self
                            .refuse_with(option.span, "sequence option \"restart\" not supported here");
                    }
                    changes.push(AlterIdentity::Set(option));
                }
            } else {
                return Ok(AlterColumn::AlterIdentity(changes));
            }
            start = self.here();
        }
    }
}
