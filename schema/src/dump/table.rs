//! Tables as SQL: their columns, how they come to stand below their parents, and their settings.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::names::{make_object_name, quote_identifier};
use crate::catalog::{
    Catalog, Column, ColumnId, ConstraintKind, Identity, KeyTarget, ObjectId, PartitionKey, Persistence,
    Relation, RelationId, RelationKind, ReplicaIdentity, SequenceId, TypeBase, TypeKind, builtin_type,
    property,
};

use super::{constraint, sequence, text};

/// The widest name that the types of a table's columns are still aligned behind.
const ALIGNED_WIDTH: usize = 32;

/// How a table is brought below its parents, so that the order of its columns is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Birth {
    /// It has no parents.
    Alone,
    /// `PARTITION OF`: its columns are the parent's, in the parent's order.
    PartitionOf,
    /// Created alone, then `ATTACH PARTITION`.
    Attached,
    /// `INHERITS (…)`: its columns are those of its parents, then its own.
    Inherits,
    /// Created alone, then `INHERIT`.
    InheritsLater,
}

impl Birth {
    pub(crate) fn of(catalog: &Catalog, id: RelationId) -> Self {
        let relation = &catalog.relations[id];
        let Some(&first) = relation.parents.first() else { return Self::Alone };
        let same = |left: &Column, right: &Column| {
            left.name == right.name
                && left.ty.print(catalog) == right.ty.print(catalog)
                && left.collation == right.collation
        };
        if relation.partition_bound.is_some() {
            let parent = &catalog.relations[first];
            let fits = relation.columns.len() == parent.columns.len()
                && relation.columns.iter().zip(&parent.columns).all(|(child, parent)| {
                    let (child, parent) = (&catalog.columns[*child], &catalog.columns[*parent]);
                    same(child, parent)
                        && child.generated.is_some() == parent.generated.is_some()
                        && (child.identity.is_none() || parent.identity.is_some())
                });
            return if fits { Self::PartitionOf } else { Self::Attached };
        }
        let mut expected: Vec<&str> = Vec::new();
        for &parent in &relation.parents {
            for column in &catalog.relations[parent].columns {
                let name = &*catalog.columns[*column].name;
                if !expected.contains(&name) {
                    expected.push(name);
                }
            }
        }
        let actual = relation.columns.iter().map(|column| &*catalog.columns[*column].name);
        let from_parents = expected.len();
        if actual.take(from_parents).eq(expected) { Self::Inherits } else { Self::InheritsLater }
    }
}

/// What the printing of tables looks up again and again.
#[derive(Debug)]
pub(crate) struct Printer<'a> {
    catalog: &'a Catalog,
    /// Parts that are written after all objects; see [`super::order`].
    apart: &'a BTreeSet<ObjectId>,
    identity_sequences: BTreeMap<ColumnId, SequenceId>,
}

impl<'a> Printer<'a> {
    pub(crate) fn new(catalog: &'a Catalog, apart: &'a BTreeSet<ObjectId>) -> Self {
        let identity_sequences = catalog
            .sequences
            .iter()
            .filter(|(_, sequence)| sequence.identity)
            .filter_map(|(id, sequence)| sequence.owned_by.map(|column| (column, id)))
            .collect();
        Self { catalog, apart, identity_sequences }
    }

    /// All statements that make the table, its columns and their settings.
    pub(crate) fn create(&self, id: RelationId) -> String {
        let catalog = self.catalog;
        let relation = &catalog.relations[id];
        let name = catalog.printed_name(id.into());
        let birth = Birth::of(catalog, id);
        let mut out = match relation.persistence {
            _ if relation.kind == RelationKind::Foreign => format!("CREATE FOREIGN TABLE {name}"),
            Persistence::Unlogged => format!("CREATE UNLOGGED TABLE {name}"),
            Persistence::Permanent | Persistence::Temporary => format!("CREATE TABLE {name}"),
        };
        let mut lines = self.column_lines(relation, birth);
        lines.extend(self.check_lines(id));
        let body = lines.iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join(",\n");
        let parents: Vec<_> = relation.parents.iter().map(|id| catalog.printed_name((*id).into())).collect();
        let bound = relation.partition_bound.as_ref().map(|bound| text::expression(catalog, bound));
        if let Some(ty) = relation.of_type {
            append!(out, " OF {}", catalog.printed_name(ty.into()));
        }
        if birth == Birth::PartitionOf {
            append!(out, " PARTITION OF {}", parents.join(", "));
        }
        if !lines.is_empty() {
            append!(out, " (\n{body}\n)");
        } else if birth != Birth::PartitionOf && relation.of_type.is_none() {
            out.push_str(" ()");
        }
        if birth == Birth::PartitionOf {
            append!(out, "\n{}", bound.as_deref().unwrap_or("DEFAULT"));
        }
        if birth == Birth::Inherits {
            append!(out, "\nINHERITS ({})", parents.join(", "));
        }
        if let Some(server) = catalog.property(id.into(), property::SERVER) {
            append!(out, "\nSERVER {}", server.print(catalog));
            if let Some(options) = catalog.property(id.into(), property::OPTIONS) {
                append!(out, " OPTIONS ({})", options.print(catalog));
            }
        }
        out.push_str(&self.storage_clauses(relation));
        out.push(';');
        if birth == Birth::Attached {
            let bound = bound.as_deref().unwrap_or("DEFAULT");
            append!(out, "\nALTER TABLE ONLY {} ATTACH PARTITION {name} {bound};", parents.join(", "));
        }
        if birth == Birth::InheritsLater {
            for parent in &parents {
                append!(out, "\nALTER TABLE {name} INHERIT {parent};");
            }
        }
        for statement in self.adjustments(id, birth) {
            out.push('\n');
            out.push_str(&statement);
        }
        out
    }

    fn column_lines(&self, relation: &Relation, birth: Birth) -> Vec<String> {
        let catalog = self.catalog;
        let columns = relation.columns.iter().copied().filter(|id| {
            let column = &catalog.columns[*id];
            match birth {
                Birth::PartitionOf => false,
                Birth::Inherits => column.local || column.inherited == 0 || column.identity.is_some(),
                Birth::Alone | Birth::Attached | Birth::InheritsLater => true,
            }
        });
        if relation.of_type.is_some() {
            // The type gives the columns; listed are those with something of their own.
            return columns
                .filter_map(|id| {
                    let attributes = self.attributes(id, birth);
                    let name = quote_identifier(&catalog.columns[id].name).into_owned();
                    (!attributes.is_empty()).then(|| format!("{name} WITH OPTIONS{attributes}"))
                })
                .collect();
        }
        let named: Vec<_> = columns.map(|id| (quote_identifier(&catalog.columns[id].name), id)).collect();
        let width =
            named.iter().map(|(name, _)| name.chars().count()).filter(|width| *width <= ALIGNED_WIDTH);
        let width = width.max().unwrap_or(0);
        named
            .iter()
            .map(|(name, id)| {
                let ty = catalog.columns[*id].ty.print(catalog);
                format!("{name:width$} {ty}{}", self.attributes(*id, birth))
            })
            .collect()
    }

    /// A column as it stands behind `ADD COLUMN`.
    pub(crate) fn column(&self, id: ColumnId) -> String {
        let column = &self.catalog.columns[id];
        let attributes = self.attributes(id, Birth::Alone);
        format!("{} {}{attributes}", quote_identifier(&column.name), column.ty.print(self.catalog))
    }

    /// What follows a column's type, with a space before it.
    fn attributes(&self, id: ColumnId, birth: Birth) -> String {
        let catalog = self.catalog;
        let column = &catalog.columns[id];
        let mut out = String::new();
        if let Some(method) = column.compression {
            append!(out, " COMPRESSION {}", compression(method));
        }
        if let Some(options) = catalog.property(id.into(), property::OPTIONS) {
            append!(out, " OPTIONS ({})", options.print(catalog));
        }
        if let Some(collation) = &column.collation {
            append!(out, " COLLATE {collation}");
        }
        if let Some(generated) = &column.generated {
            let expression = text::parenthesised(catalog, &generated.expression);
            let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
            append!(out, " GENERATED ALWAYS AS {expression} {kind}");
        } else if let Some(default) = self.inline_default(id) {
            append!(out, " DEFAULT {default}");
        }
        // From release 17 on a partition has its parent's identity and may not bring its own.
        if let Some(identity) =
            column.identity.filter(|_| birth != Birth::Attached || !self.parent_has_identity(id))
        {
            append!(out, " {}", self.identity(id, identity));
        }
        if column.not_null {
            // PostgreSQL 18 keeps the name; older servers take and forget it.
            if let Some(name) = self.catalog.property(id.into(), property::NOT_NULL_NAME) {
                append!(out, " CONSTRAINT {}", quote_identifier(&name.print(self.catalog)));
            }
            out.push_str(" NOT NULL");
        }
        out
    }

    fn inline_default(&self, id: ColumnId) -> Option<String> {
        let default = self.catalog.columns[id].default.as_ref()?;
        (!self.apart.contains(&ObjectId::Default(id))).then(|| text::term(self.catalog, default))
    }

    fn parent_has_identity(&self, id: ColumnId) -> bool {
        self.parent_column(id).is_some_and(|parent| self.catalog.columns[parent].identity.is_some())
    }

    /// The column of the first parent that has one of this name.
    fn parent_column(&self, id: ColumnId) -> Option<ColumnId> {
        let column = &self.catalog.columns[id];
        let parents = &self.catalog.relations[column.relation].parents;
        parents.iter().find_map(|parent| self.catalog.column_named(*parent, &column.name))
    }

    /// `GENERATED … AS IDENTITY (…)`, with the sequence's name where PostgreSQL would choose another.
    pub(crate) fn identity(&self, id: ColumnId, identity: Identity) -> String {
        let catalog = self.catalog;
        let column = &catalog.columns[id];
        let mut out = format!("GENERATED {} AS IDENTITY", identity_words(identity));
        if let Some(&sequence_id) = self.identity_sequences.get(&id) {
            let sequence = &catalog.sequences[sequence_id];
            let relation = &catalog.relations[column.relation];
            let mut options = Vec::new();
            let usual = make_object_name(&relation.name, Some(&column.name), "seq");
            if *sequence.name != *usual || sequence.schema != relation.schema {
                options.push(format!("SEQUENCE NAME {}", catalog.printed_name(sequence_id.into())));
            }
            options.extend(sequence::options(sequence));
            if !options.is_empty() {
                append!(out, " ({})", options.join(" "));
            }
        }
        out
    }

    fn check_lines(&self, id: RelationId) -> Vec<String> {
        let catalog = self.catalog;
        catalog
            .constraints_of(id)
            .iter()
            .filter(|id| {
                let constraint = &catalog.constraints[**id];
                matches!(constraint.kind, ConstraintKind::Check { .. })
                    && !constraint.inherited
                    && !self.apart.contains(&ObjectId::from(**id))
            })
            .map(|id| constraint::definition(catalog, *id))
            .collect()
    }

    fn storage_clauses(&self, relation: &Relation) -> String {
        let mut out = String::new();
        if let Some(key) = &relation.partition_key {
            append!(out, "\nPARTITION BY {}", partition_key(self.catalog, key));
        }
        if let Some(method) = &relation.access_method {
            append!(out, "\nUSING {}", quote_identifier(method));
        }
        if !relation.options.is_empty() {
            append!(out, "\nWITH ({})", text::options(&relation.options));
        }
        if let Some(tablespace) = &relation.tablespace {
            append!(out, "\nTABLESPACE {}", quote_identifier(tablespace));
        }
        out
    }

    /// What `CREATE TABLE` cannot say, or what it would take over from a parent that differs.
    fn adjustments(&self, id: RelationId, birth: Birth) -> Vec<String> {
        let catalog = self.catalog;
        let mut out = Vec::new();
        for &column_id in &self.catalog.relations[id].columns {
            let column = &self.catalog.columns[column_id];
            let taken_over = match birth {
                Birth::PartitionOf => self.parent_column(column_id),
                Birth::Inherits if !column.local && column.identity.is_none() => {
                    self.parent_column(column_id)
                }
                _ => None,
            };
            if let Some(parent_id) = taken_over {
                self.differences_from_parent(column_id, parent_id, &mut out);
            } else if birth == Birth::Inherits
                && column.default.is_none()
                && self.parent_column(column_id).is_some_and(|parent| self.inline_default(parent).is_some())
            {
                // Written without a default, it would take over the parent's.
                out.push(alter_column(catalog, column_id, "DROP DEFAULT"));
            }
            // A column of the same name in the parent hands its storage down, written or not.
            let inherited_storage = match birth {
                Birth::PartitionOf | Birth::Inherits => self.parent_column(column_id),
                _ => None,
            }
            .and_then(|parent| self.catalog.columns[parent].storage);
            if column.storage != inherited_storage {
                out.extend(set_storage(self.catalog, column_id));
            }
            if column.statistics.is_some() {
                out.push(set_statistics(self.catalog, column_id));
            }
            if !column.options.is_empty() {
                let set = format!("SET ({})", text::options(&column.options));
                out.push(alter_column(self.catalog, column_id, &set));
            }
        }
        out
    }

    fn differences_from_parent(&self, id: ColumnId, parent_id: ColumnId, out: &mut Vec<String>) {
        let (column, parent) = (&self.catalog.columns[id], &self.catalog.columns[parent_id]);
        if column.generated.is_none() && parent.generated.is_none() {
            let (own, given) = (self.inline_default(id), self.inline_default(parent_id));
            match own {
                _ if own == given => {}
                Some(default) => out.push(alter_column(self.catalog, id, &format!("SET DEFAULT {default}"))),
                None => out.push(alter_column(self.catalog, id, "DROP DEFAULT")),
            }
        }
        if column.not_null && !parent.not_null {
            out.push(alter_column(self.catalog, id, "SET NOT NULL"));
        }
        if column.compression != parent.compression {
            out.push(set_compression(self.catalog, id));
        }
    }
}

/// `ALTER TABLE ONLY … ALTER COLUMN … words;`
pub(crate) fn alter_column(catalog: &Catalog, id: ColumnId, words: &str) -> String {
    let column = &catalog.columns[id];
    let table = catalog.printed_name(column.relation.into());
    format!("ALTER TABLE ONLY {table} ALTER COLUMN {} {words};", quote_identifier(&column.name))
}

/// `ALTER COLUMN … SET DEFAULT …`, or `DROP DEFAULT`.
pub(crate) fn set_default(catalog: &Catalog, id: ColumnId) -> String {
    match &catalog.columns[id].default {
        Some(default) => {
            alter_column(catalog, id, &format!("SET DEFAULT {}", text::expression(catalog, default)))
        }
        None => alter_column(catalog, id, "DROP DEFAULT"),
    }
}

/// `ALTER COLUMN … SET STATISTICS …`.
pub(crate) fn set_statistics(catalog: &Catalog, id: ColumnId) -> String {
    let target = catalog.columns[id].statistics.unwrap_or(-1);
    alter_column(catalog, id, &format!("SET STATISTICS {target}"))
}

/// `ALTER COLUMN … SET COMPRESSION …`.
pub(crate) fn set_compression(catalog: &Catalog, id: ColumnId) -> String {
    let method = catalog.columns[id].compression.map_or("DEFAULT", compression);
    alter_column(catalog, id, &format!("SET COMPRESSION {method}"))
}

/// `ALTER COLUMN … SET STORAGE …`; `None` where the type's own storage is meant and not known.
pub(crate) fn set_storage(catalog: &Catalog, id: ColumnId) -> Option<String> {
    let column = &catalog.columns[id];
    let storage = column.storage.or_else(|| own_storage(catalog, &column.ty.base, column.ty.is_array()))?;
    let word = match storage {
        'p' => "PLAIN",
        'e' => "EXTERNAL",
        'm' => "MAIN",
        _ => "EXTENDED",
    };
    Some(alter_column(catalog, id, &format!("SET STORAGE {word}")))
}

fn own_storage(catalog: &Catalog, base: &TypeBase, array: bool) -> Option<char> {
    match base {
        _ if array => Some('x'),
        TypeBase::Builtin(builtin) => builtin_type(builtin.name).map(|builtin| builtin.storage),
        TypeBase::Row(_) => Some('x'),
        TypeBase::User(id) => match &catalog.types[*id].kind {
            TypeKind::Enum(_) => Some('p'),
            TypeKind::Composite(_) | TypeKind::Range(_) => Some('x'),
            TypeKind::Domain(domain) => own_storage(catalog, &domain.base.base, domain.base.is_array()),
            TypeKind::Base => None,
        },
        TypeBase::Extension { .. } => None,
    }
}

fn compression(method: char) -> &'static str {
    if method == 'l' { "lz4" } else { "pglz" }
}

/// `ALWAYS`, `BY DEFAULT`.
pub(crate) fn identity_words(identity: Identity) -> &'static str {
    match identity {
        Identity::Always => "ALWAYS",
        Identity::ByDefault => "BY DEFAULT",
    }
}

/// `RANGE (a, lower(b) COLLATE "C")`.
pub(crate) fn partition_key(catalog: &Catalog, key: &PartitionKey) -> String {
    let keys: Vec<_> = key
        .keys
        .iter()
        .map(|part| {
            let mut out = match &part.target {
                KeyTarget::Column(column) => quote_identifier(&catalog.columns[*column].name).into_owned(),
                KeyTarget::Expression(expression) => text::key_expression(catalog, expression),
            };
            if let Some(collation) = &part.collation {
                append!(out, " COLLATE {collation}");
            }
            if let Some(opclass) = &part.opclass {
                append!(out, " {opclass}");
            }
            out
        })
        .collect();
    format!("{} ({})", key.strategy.word(), keys.join(", "))
}

/// Row security of the table, in the two statements that bring it from any state into its own.
pub(crate) fn row_security(catalog: &Catalog, id: RelationId) -> [String; 2] {
    let relation = &catalog.relations[id];
    let name = catalog.printed_name(id.into());
    let enable = if relation.row_security { "ENABLE" } else { "DISABLE" };
    let force = if relation.force_row_security { "FORCE" } else { "NO FORCE" };
    [
        format!("ALTER TABLE {name} {enable} ROW LEVEL SECURITY;"),
        format!("ALTER TABLE ONLY {name} {force} ROW LEVEL SECURITY;"),
    ]
}

/// `ALTER TABLE … REPLICA IDENTITY …`. `None` when an index is meant and none carries the mark.
pub(crate) fn replica_identity(catalog: &Catalog, id: RelationId) -> Option<String> {
    let words = match catalog.relations[id].replica_identity {
        ReplicaIdentity::Default => "DEFAULT".to_owned(),
        ReplicaIdentity::Full => "FULL".to_owned(),
        ReplicaIdentity::Nothing => "NOTHING".to_owned(),
        ReplicaIdentity::Index => {
            let index =
                catalog.indexes_of(id).iter().find(|index| catalog.indexes[**index].replica_identity)?;
            format!("USING INDEX {}", quote_identifier(&catalog.indexes[*index].name))
        }
    };
    Some(format!("ALTER TABLE ONLY {} REPLICA IDENTITY {words};", catalog.printed_name(id.into())))
}
