//! Facts of tables and views, and of the columns, constraints, indexes, triggers and policies on them.

use super::{Expression, Facts, ObjectFacts, Value};
use crate::catalog::names::quote_identifier;
use crate::catalog::{
    Attribute, Catalog, ColumnId, ConstraintId, ConstraintKind, Index, IndexId, IndexKey, KeyTarget,
    PartitionStrategy, Persistence, PolicyId, Relation, RelationId, RelationKind, ReplicaIdentity, TriggerId,
    TriggerState,
};
use crate::dump::print;
use crate::syntax::lexer::{Lexer, TokenKind};

macro_rules! attributes {
    ($($name:ident = $text:literal),* $(,)?) => {
        $(pub(in crate::diff) const $name: Attribute = Attribute($text);)*
    };
}

// Attributes that no statement sets alone, so that the catalog's list does not name them.
attributes! {
    COLUMN_ORDER = "column order", OF_TYPE = "of type", EXPRESSION = "expression", NO_INHERIT = "no inherit", REFERENCES = "references",
    MATCH = "match", ON_UPDATE = "on update", ON_DELETE = "on delete", INCLUDE = "include",
    NULLS_NOT_DISTINCT = "nulls not distinct", PREDICATE = "predicate", KEYS = "keys", UNIQUE = "unique",
    PARENT = "parent", TIMING = "timing", EVENTS = "events", LEVEL = "level", WHEN = "when",
    FUNCTION = "function", TRANSITION_TABLES = "transition tables", FROM = "from", COMMAND = "command",
    PERMISSIVE = "permissive", ROLES = "roles", USING = "using", CHECK = "check", INDEX_COMMENT = "index comment",
    POPULATED = "populated",
}

impl Facts<'_> {
    pub(super) fn relation(&mut self, id: RelationId) {
        let catalog = self.catalog;
        let relation = &catalog.relations[id];
        let word = match relation.kind {
            RelationKind::Partitioned => "partitioned table",
            other => other.word(),
        };
        let mut facts = self.object(id.into(), word, &relation.origins);
        facts.role(relation.owner.as_deref());
        facts.text(
            Attribute::PERSISTENCE,
            match relation.persistence {
                Persistence::Permanent => "permanent",
                Persistence::Unlogged => "unlogged",
                Persistence::Temporary => "temporary",
            },
        );
        let names = relation.columns.iter().map(|id| catalog.columns[*id].name.to_string()).collect();
        facts.push(COLUMN_ORDER, Value::Order(names), relation.origins.of(Attribute::POSITION));
        let parents: Vec<_> = relation.parents.iter().map(|id| catalog.printed_name((*id).into())).collect();
        facts.text(Attribute::PARENTS, parents.join(", "));
        let key = relation.partition_key.as_ref().map(|key| {
            let mut parts = vec![Value::Text(key.strategy.word().to_owned())];
            for part in &key.keys {
                let mut attributes: Vec<&str> = Vec::new();
                attributes.extend(part.collation.as_deref());
                let opclass = part.opclass.as_deref().map(unqualified);
                attributes.extend(opclass.as_deref());
                parts.push(Value::List(vec![
                    target(&facts, &part.target, id),
                    Value::Text(attributes.join(" ")),
                ]));
            }
            Value::List(parts)
        });
        facts.value(Attribute::PARTITION_KEY, key.unwrap_or_else(Value::none));
        facts.value(Attribute::PARTITION_BOUND, bound(catalog, relation));
        let of_type = relation.of_type.map(|id| catalog.printed_name(id.into()));
        facts.optional(OF_TYPE, of_type.as_deref());
        if let Some(view) = &relation.view {
            facts.value(Attribute::DEFINITION, Value::Query(view.print(catalog)));
            if relation.kind == RelationKind::MaterializedView {
                facts.flag(POPULATED, view.populated);
            }
        }
        facts.options(&relation.options);
        facts.optional(Attribute::ACCESS_METHOD, relation.access_method.as_deref());
        facts.optional(Attribute::TABLESPACE, relation.tablespace.as_deref());
        facts.text(
            Attribute::ROW_SECURITY,
            match (relation.row_security, relation.force_row_security) {
                (false, false) => "disabled",
                (true, false) => "enabled",
                (true, true) => "enabled and forced",
                (false, true) => "disabled, forced when enabled",
            },
        );
        facts.text(
            Attribute::REPLICA_IDENTITY,
            match relation.replica_identity {
                ReplicaIdentity::Default => "default",
                ReplicaIdentity::Full => "full",
                ReplicaIdentity::Nothing => "nothing",
                ReplicaIdentity::Index => "index",
            },
        );
        for &column in &relation.columns {
            self.column(column);
        }
        for &constraint in catalog.constraints_of(id) {
            self.constraint(constraint);
        }
        for &index in catalog.indexes_of(id) {
            if catalog.indexes[index].constraint.is_none() {
                self.index(index);
            }
        }
        for &trigger in catalog.triggers_of(id) {
            self.trigger(trigger);
        }
        for &policy in catalog.policies_of(id) {
            self.policy(policy);
        }
    }

    fn column(&mut self, id: ColumnId) {
        let catalog = self.catalog;
        let column = &catalog.columns[id];
        let mut facts = self.object(id.into(), "column", &column.origins);
        if !column.ty.is_unknown() {
            facts.text(Attribute::TYPE, column.ty.print(catalog));
        }
        facts.flag(Attribute::NOT_NULL, column.not_null);
        let default = column.default.as_ref().map(|text| facts.typed(text, &column.ty));
        facts.value(Attribute::DEFAULT, default.unwrap_or_else(Value::none));
        facts.optional(Attribute::IDENTITY, column.identity.map(print::identity_words));
        let generated = column.generated.as_ref().map(|generated| {
            let mut expression = facts.expression(&generated.expression, column.relation);
            if let Value::Expression(expression) = &mut expression {
                expression.expected = Some(column.ty.clone());
            }
            let kind = if generated.stored { "stored" } else { "virtual" };
            Value::List(vec![expression, Value::Text(kind.to_owned())])
        });
        facts.value(Attribute::GENERATED, generated.unwrap_or_else(Value::none));
        facts.optional(Attribute::COLLATION, column.collation.as_deref());
        facts.text(Attribute::STORAGE, column.storage.map(String::from).unwrap_or_default());
        facts.text(Attribute::COMPRESSION, column.compression.map(String::from).unwrap_or_default());
        facts.text(
            Attribute::STATISTICS,
            column.statistics.map(|target| target.to_string()).unwrap_or_default(),
        );
        facts.options(&column.options);
        // A column of a partition never counts as its own, whoever wrote it there.
        let own = column.local && catalog.relations[column.relation].partition_bound.is_none();
        let inherited = match (column.inherited, own) {
            (0, _) => String::new(),
            (parents, true) => format!("from {parents}, and its own"),
            (parents, false) => format!("from {parents}"),
        };
        facts.text(Attribute::INHERITED, inherited);
    }

    fn constraint(&mut self, id: ConstraintId) {
        let catalog = self.catalog;
        let constraint = &catalog.constraints[id];
        let relation = constraint.relation;
        if constraint.inherited && catalog.relations[relation].parents.is_empty() {
            // One of the rows that a foreign key has for each partition it refers to.
            return;
        }
        let index_comment = constraint.kind.index().and_then(|index| catalog.comments.get(&index.into()));
        let mut facts = self.object(id.into(), constraint.kind.word(), &constraint.origins);
        match &constraint.kind {
            ConstraintKind::PrimaryKey { index } | ConstraintKind::Unique { index } => {
                key_index(&mut facts, *index, &[]);
            }
            ConstraintKind::Exclusion { index, operators } => key_index(&mut facts, *index, operators),
            ConstraintKind::ForeignKey(key) => {
                facts.text(Attribute::COLUMNS, column_names(catalog, &key.columns));
                let references = catalog.printed_name(key.references.into());
                let columns = column_names(catalog, &key.referenced_columns);
                facts.text(REFERENCES, format!("{references} ({columns})"));
                facts.text(MATCH, if key.match_full { "full" } else { "simple" });
                facts.text(ON_UPDATE, key.on_update.sql());
                let only = column_names(catalog, &key.on_delete_columns);
                let only = if only.is_empty() { only } else { format!(" ({only})") };
                facts.text(ON_DELETE, format!("{}{only}", key.on_delete.sql()));
            }
            ConstraintKind::Check { expression } => {
                let expression = facts.condition(expression, relation);
                facts.value(EXPRESSION, expression);
                facts.flag(NO_INHERIT, constraint.no_inherit);
            }
        }
        if let Some(comment) = index_comment {
            facts.push(INDEX_COMMENT, Value::Text(comment.text.to_string()), comment.origins.creation());
        } else if constraint.kind.index().is_some() {
            facts.text(INDEX_COMMENT, "");
        }
        facts.text(Attribute::DEFERRABLE, deferrable(constraint.deferrable, constraint.initially_deferred));
        facts.flag(Attribute::VALIDATED, constraint.validated);
        facts.flag(Attribute::INHERITED, constraint.inherited);
    }

    fn index(&mut self, id: IndexId) {
        let catalog = self.catalog;
        let index = &catalog.indexes[id];
        let mut facts = self.object(id.into(), "index", &index.origins);
        facts.text(Attribute::ACCESS_METHOD, &*index.method);
        facts.flag(UNIQUE, index.unique);
        facts.flag(NULLS_NOT_DISTINCT, index.nulls_not_distinct);
        let list = keys(&facts, index, &[]);
        facts.value(KEYS, list);
        index_rest(&mut facts, index);
    }

    fn trigger(&mut self, id: TriggerId) {
        let catalog = self.catalog;
        let trigger = &catalog.triggers[id];
        let word = if trigger.constraint { "constraint trigger" } else { "trigger" };
        let mut facts = self.object(id.into(), word, &trigger.origins);
        facts.text(TIMING, print::timing(trigger.timing));
        facts.text(EVENTS, print::events(catalog, id));
        facts.text(LEVEL, if trigger.for_each_row { "row" } else { "statement" });
        let when = trigger.when.as_ref().map(|when| facts.condition(when, trigger.relation));
        facts.value(WHEN, when.unwrap_or_else(Value::none));
        facts.text(FUNCTION, print::trigger_call(catalog, id));
        let tables: Vec<_> = [("old", &trigger.old_table), ("new", &trigger.new_table)]
            .into_iter()
            .filter_map(|(word, name)| {
                name.as_ref().map(|name| format!("{word} as {}", quote_identifier(name)))
            })
            .collect();
        facts.text(TRANSITION_TABLES, tables.join(", "));
        let from = trigger.from.map(|from| catalog.printed_name(from.into()));
        facts.optional(FROM, from.as_deref());
        facts.text(Attribute::DEFERRABLE, deferrable(trigger.deferrable, trigger.initially_deferred));
        facts.text(
            Attribute::ENABLED,
            match trigger.enabled {
                TriggerState::Origin => "enabled",
                TriggerState::Disabled => "disabled",
                TriggerState::Replica => "on replicas only",
                TriggerState::Always => "always",
            },
        );
        facts.flag(Attribute::INHERITED, trigger.parent.is_some());
    }

    fn policy(&mut self, id: PolicyId) {
        let policy = &self.catalog.policies[id];
        let mut facts = self.object(id.into(), "policy", &policy.origins);
        facts.text(COMMAND, print::command(policy.command));
        facts.flag(PERMISSIVE, policy.permissive);
        let mut roles: Vec<_> = policy.roles.iter().map(|role| quote_identifier(role)).collect();
        roles.sort();
        facts.text(ROLES, if roles.is_empty() { "PUBLIC".to_owned() } else { roles.join(", ") });
        for (attribute, text) in [(USING, &policy.using), (CHECK, &policy.check)] {
            let value = text.as_ref().map(|text| facts.condition(text, policy.relation));
            facts.value(attribute, value.unwrap_or_else(Value::none));
        }
    }
}

/// The parts of a key's index that belong to the constraint.
fn key_index(facts: &mut ObjectFacts<'_, '_>, id: IndexId, operators: &[Box<str>]) {
    let index = &facts.catalog.indexes[id];
    let list = keys(facts, index, operators);
    facts.value(Attribute::COLUMNS, list);
    facts.text(Attribute::ACCESS_METHOD, &*index.method);
    facts.flag(NULLS_NOT_DISTINCT, index.nulls_not_distinct);
    index_rest(facts, index);
}

fn index_rest(facts: &mut ObjectFacts<'_, '_>, index: &Index) {
    let catalog = facts.catalog;
    facts.text(INCLUDE, column_names(catalog, &index.include));
    let predicate = index.predicate.as_ref().map(|text| facts.condition(text, index.relation));
    facts.value(PREDICATE, predicate.unwrap_or_else(Value::none));
    facts.options(&index.options);
    facts.optional(Attribute::TABLESPACE, index.tablespace.as_deref());
    facts.flag(Attribute::VALID, index.valid);
    facts.flag(Attribute::CLUSTERED, index.clustered);
    facts.flag(Attribute::REPLICA_IDENTITY, index.replica_identity);
    let parent = index.parent.map(|parent| catalog.printed_name(parent.into()));
    facts.optional(PARENT, parent.as_deref());
}

fn keys(facts: &ObjectFacts<'_, '_>, index: &Index, operators: &[Box<str>]) -> Value {
    let list = index.keys.iter().enumerate().map(|(at, key)| {
        let opclass = key.opclass.as_deref().map(unqualified);
        let mut words = print::key_attributes(&IndexKey { opclass, ..key.clone() });
        if let Some(operator) = operators.get(at) {
            words.push_str(" with ");
            words.push_str(operator);
        }
        match target(facts, &key.target, index.relation) {
            Value::Text(name) => Value::Text(name + &words),
            expression if words.is_empty() => expression,
            expression => Value::List(vec![expression, Value::Text(words.trim().to_owned())]),
        }
    });
    Value::List(list.collect())
}

fn target(facts: &ObjectFacts<'_, '_>, target: &KeyTarget, relation: RelationId) -> Value {
    match target {
        KeyTarget::Column(column) => {
            Value::Text(quote_identifier(&facts.catalog.columns[*column].name).into_owned())
        }
        KeyTarget::Expression(text) => facts.expression(text, relation),
    }
}

/// The name without its schema: a replay cannot know in which an extension's operator class lies.
fn unqualified(name: &str) -> Box<str> {
    let path = crate::expression::path_of_text(name).unwrap_or_default();
    path.last().map_or_else(|| name.into(), |last| quote_identifier(last).into())
}

fn column_names(catalog: &Catalog, columns: &[ColumnId]) -> String {
    let names: Vec<_> = columns.iter().map(|id| quote_identifier(&catalog.columns[*id].name)).collect();
    names.join(", ")
}

fn deferrable(deferrable: bool, initially_deferred: bool) -> &'static str {
    match (deferrable, initially_deferred) {
        (false, _) => "no",
        (true, false) => "initially immediate",
        (true, true) => "initially deferred",
    }
}
/// The bound of a partition: its words, and each datum as a value of the type of the parent's key.
fn bound(catalog: &Catalog, relation: &Relation) -> Value {
    let Some(bound) = &relation.partition_bound else { return Value::none() };
    let text = bound.print(catalog);
    let keys = relation.parents.first().and_then(|parent| catalog.relations[*parent].partition_key.as_ref());
    let key_type = |at: usize| {
        let keys = keys?;
        // All values of a list are of its one key.
        let part = keys.keys.get(if keys.strategy == PartitionStrategy::List { 0 } else { at })?;
        match &part.target {
            KeyTarget::Column(column) => Some(catalog.columns[*column].ty.clone()),
            KeyTarget::Expression(_) => None,
        }
    };
    let mut words = String::new();
    let mut values = Vec::new();
    let (mut start, mut depth, mut at) = (0, 0_u32, 0);
    for token in Lexer::new(&text) {
        let (from, to) = (token.start as usize, token.end as usize);
        match token.kind {
            TokenKind::LeftParen if depth == 0 => (start, depth, at) = (to, 1, 0),
            TokenKind::LeftParen => depth += 1,
            TokenKind::Comma | TokenKind::RightParen if depth == 1 => {
                let datum = text.get(start..from).unwrap_or("").trim().to_owned();
                let is_word = ["minvalue", "maxvalue"].iter().any(|word| datum.eq_ignore_ascii_case(word));
                values.push(match key_type(at).filter(|_| !is_word) {
                    Some(expected) => Value::Expression(Expression {
                        text: datum,
                        columns_of: None,
                        value_type: None,
                        expected: Some(expected),
                    }),
                    None => Value::Text(datum.to_lowercase()),
                });
                (start, at) = (to, at + 1);
                depth -= u32::from(token.kind == TokenKind::RightParen);
            }
            TokenKind::RightParen => depth = depth.saturating_sub(1),
            TokenKind::Whitespace | TokenKind::Comment => {}
            _ if depth == 0 => {
                words.push(' ');
                words.push_str(&text.get(from..to).unwrap_or("").to_uppercase());
            }
            _ => {}
        }
    }
    values.insert(0, Value::Text(words.trim().to_owned()));
    Value::List(values)
}
