//! A catalog in few lines, with places, for this crate's tests.

use schemactl_schema::catalog::{
    Catalog, Column, Constraint, ConstraintKind, DataType, EnumLabel, ForeignKey, Index, IndexKey, KeyTarget,
    Origins, Persistence, ReferentialAction, Relation, RelationId, RelationKind, ReplicaIdentity, SqlExpr,
    TypeBase, TypeEntry, TypeKind, UserType,
};
use schemactl_schema::source::{FileId, Sources, Span};

/// Writes the schema down line by line; each line is the origin of what it makes.
pub(crate) struct Builder {
    pub(crate) catalog: Catalog,
    text: String,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self { catalog: Catalog::new(), text: String::new() }
    }

    /// The catalog, and sources whose only file holds the lines.
    pub(crate) fn finish(self) -> (Catalog, Sources) {
        let mut sources = Sources::new();
        sources.add("m.sql", self.text);
        (self.catalog, sources)
    }

    fn line(&mut self, line: &str) -> Origins {
        let start = self.text.len();
        self.text.push_str(line);
        let span = Span::new(FileId(0), start, self.text.len());
        self.text.push('\n');
        Origins::created(span)
    }

    fn data_type(&self, text: &str) -> DataType {
        let (text, dimensions) = match text.strip_suffix("[]") {
            Some(text) => (text, 1),
            None => (text, 0),
        };
        let base = match self.catalog.type_named(self.catalog.public(), text) {
            Some(TypeEntry::User(id)) => TypeBase::User(id),
            Some(TypeEntry::Row(id)) => TypeBase::Row(id),
            None => DataType::builtin(text).unwrap().base,
        };
        DataType { dimensions, ..DataType::new(base) }
    }

    /// `labels` with spaces between them.
    pub(crate) fn enumeration(&mut self, name: &str, labels: &str) {
        let origins = self.line(&format!("enum {name}"));
        let labels = labels
            .split(' ')
            .map(|label| EnumLabel { name: label.into(), origins: self.line(&format!("  {label}")) })
            .collect();
        let schema = self.catalog.public();
        self.catalog.add_type(UserType {
            schema,
            name: name.into(),
            kind: TypeKind::Enum(labels),
            owner: None,
            origins,
        });
    }

    /// Columns are `name type`, then `!` for NOT NULL and `=` for a default; separated by commas.
    pub(crate) fn table(&mut self, name: &str, columns: &str) -> RelationId {
        let origins = self.line(&format!("table {name}"));
        let schema = self.catalog.public();
        let id = self.catalog.add_relation(Relation {
            schema,
            name: name.into(),
            kind: RelationKind::Table,
            persistence: Persistence::Permanent,
            columns: Vec::new(),
            parents: Vec::new(),
            partition_key: None,
            partition_bound: None,
            of_type: None,
            options: Vec::new(),
            access_method: None,
            tablespace: None,
            row_security: false,
            force_row_security: false,
            view: None,
            replica_identity: ReplicaIdentity::Default,
            owner: None,
            origins,
        });
        for column in columns.split(',').map(str::trim) {
            let origins = self.line(&format!("  {column}"));
            let (name, rest) = column.split_once(' ').unwrap();
            let ty = self.data_type(rest.trim_end_matches(['!', '=']));
            self.catalog.add_column(Column {
                relation: id,
                name: name.into(),
                ty,
                not_null: rest.contains('!'),
                default: rest.contains('=').then(|| SqlExpr::new("0", Vec::new())),
                generated: None,
                identity: None,
                collation: None,
                storage: None,
                compression: None,
                statistics: None,
                options: Vec::new(),
                local: true,
                inherited: 0,
                origins,
            });
        }
        id
    }

    /// `keys` are columns, `-` before one that is descending, `*` before the list for a unique index;
    /// `where` begins the predicate.
    pub(crate) fn index(
        &mut self,
        table: RelationId,
        name: &str,
        keys: &str,
    ) -> schemactl_schema::catalog::IndexId {
        let origins = self.line(&format!("index {name} ({keys})"));
        let (keys, predicate) = match keys.split_once(" where ") {
            Some((keys, predicate)) => (keys, Some(SqlExpr::new(predicate, Vec::new()))),
            None => (keys, None),
        };
        let unique = keys.starts_with('*');
        let keys = keys
            .trim_start_matches('*')
            .split(' ')
            .map(|key| {
                let descending = key.starts_with('-');
                let column = self.catalog.column_named(table, key.trim_start_matches('-')).unwrap();
                IndexKey {
                    target: KeyTarget::Column(column),
                    collation: None,
                    opclass: None,
                    opclass_options: Vec::new(),
                    descending,
                    nulls_first: descending,
                }
            })
            .collect();
        self.catalog.add_index(Index {
            relation: table,
            name: name.into(),
            method: "btree".into(),
            unique,
            nulls_not_distinct: false,
            keys,
            include: Vec::new(),
            predicate,
            options: Vec::new(),
            tablespace: None,
            constraint: None,
            parent: None,
            valid: true,
            clustered: false,
            replica_identity: false,
            origins,
        })
    }

    /// A primary key over columns that are NOT NULL already.
    pub(crate) fn primary_key(&mut self, table: RelationId, columns: &str) {
        let name = format!("{}_pkey", self.catalog.relations[table].name);
        let index = self.index(table, &name, &format!("*{columns}"));
        let origins = self.line(&format!("primary key ({columns})"));
        self.catalog.add_constraint(Constraint {
            kind: ConstraintKind::PrimaryKey { index },
            ..constraint(table, &name, origins)
        });
    }

    pub(crate) fn foreign_key(
        &mut self,
        table: RelationId,
        name: &str,
        columns: &str,
        to: RelationId,
    ) -> schemactl_schema::catalog::ConstraintId {
        let origins = self.line(&format!("foreign key {name} ({columns})"));
        let columns: Vec<_> =
            columns.split(' ').map(|name| self.catalog.column_named(table, name).unwrap()).collect();
        let referenced_columns = self.catalog.relations[to].columns[..columns.len()].to_vec();
        let kind = ConstraintKind::ForeignKey(ForeignKey {
            columns,
            references: to,
            referenced_columns,
            match_full: false,
            on_update: ReferentialAction::NoAction,
            on_delete: ReferentialAction::NoAction,
            on_delete_columns: Vec::new(),
            index: None,
        });
        self.catalog.add_constraint(Constraint { kind, ..constraint(table, name, origins) })
    }
}

fn constraint(relation: RelationId, name: &str, origins: Origins) -> Constraint {
    Constraint {
        relation,
        name: name.into(),
        kind: ConstraintKind::Check { expression: SqlExpr::new("true", Vec::new()) },
        deferrable: false,
        initially_deferred: false,
        validated: true,
        no_inherit: false,
        inherited: false,
        origins,
    }
}

/// A finding a line: severity, code, message, places.
pub(crate) fn lines(findings: &[schemactl_schema::diagnostic::Diagnostic], sources: &Sources) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for finding in findings {
        let places: Vec<_> =
            finding.places.iter().map(|(span, _)| sources.place(*span).to_string()).collect();
        writeln!(out, "{:?} {}: {} [{}]", finding.severity, finding.code, finding.message, places.join(" "))
            .unwrap();
    }
    out
}
