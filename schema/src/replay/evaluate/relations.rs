//! The rows of `pg_catalog` and `information_schema`, as far as the catalog knows them.
//!
//! Of each relation all columns are there; those that are not known have no value. The rows of what PostgreSQL itself
//! has are there too, so that a query without a schema in its condition does not miss them.

use super::query::Row;
use super::{Known, Oid, Value};
use crate::catalog::{
    Catalog, ColumnId, ConstraintKind, DataType, FunctionKind, Id, KeyTarget, ObjectId, RelationId,
    RelationKind, SchemaId, TypeBase, TypeKind,
};
use crate::expression::typing::facts;
use crate::replay::Replayer;

type Fields = Vec<(&'static str, Value)>;

fn text(text: &str) -> Value {
    Value::text(text)
}

fn oid(object: impl Into<ObjectId>) -> Value {
    Value::Oid(Oid::Object(object.into()))
}

fn yes_or_no(yes: bool) -> Value {
    text(if yes { "YES" } else { "NO" })
}

impl Replayer<'_> {
    /// True for relations that every database has.
    pub(super) fn is_system_class(&self, path: &[&str]) -> bool {
        match path {
            [name] => facts::relations(name).any(|row| row.source.is_empty()),
            ["pg_catalog", name] => facts::relations(name).any(|row| row.source.is_empty()),
            ["information_schema", name] => {
                facts::relations(name).any(|row| row.source == "information_schema")
            }
            _ => false,
        }
    }

    /// All rows of a relation of `pg_catalog` or `information_schema`; `None` for one that is not known.
    pub(super) fn catalog_rows(&self, path: &[&str]) -> Option<Vec<Row>> {
        let (source, name) = match path {
            [name] => ("", *name),
            ["pg_catalog", name] => ("", *name),
            ["information_schema", name] => ("information_schema", *name),
            _ => return None,
        };
        let known = if source.is_empty() { self.pg_catalog(name)? } else { self.information_schema(name)? };
        let relation = facts::relations(name).find(|row| row.source == source)?;
        let mut columns: Vec<&'static str> = relation.columns().map(|column| column.name).collect();
        if source.is_empty() && !columns.contains(&"oid") && !name.ends_with('s') {
            columns.push("oid");
        }
        let row = |fields: Fields| -> Row {
            let value = |column: &str| -> Known {
                fields.iter().find(|(name, _)| *name == column).map(|(_, value)| value.clone())
            };
            columns.iter().map(|column| ((*column).into(), value(column))).collect()
        };
        Some(known.into_iter().map(row).collect())
    }

    fn pg_catalog(&self, name: &str) -> Option<Vec<Fields>> {
        let catalog = &self.catalog;
        Some(match name {
            "pg_namespace" => {
                let own = catalog
                    .schemas
                    .iter()
                    .map(|(id, schema)| vec![("oid", oid(id)), ("nspname", text(&schema.name))]);
                let system = ["pg_catalog", "information_schema", "pg_toast"]
                    .map(|name| vec![("oid", system("namespace", name)), ("nspname", text(name))]);
                own.chain(system).collect()
            }
            "pg_class" => classes(catalog),
            "pg_attribute" => columns(catalog)
                .map(|(id, position)| {
                    let column = &catalog.columns[id];
                    vec![
                        ("attrelid", oid(column.relation)),
                        ("attname", text(&column.name)),
                        ("attnum", Value::Int(position)),
                        ("attnotnull", Value::Bool(column.not_null)),
                        ("atthasdef", Value::Bool(column.default.is_some() || column.generated.is_some())),
                        ("attisdropped", Value::Bool(false)),
                        (
                            "attidentity",
                            text(match column.identity {
                                Some(crate::catalog::Identity::Always) => "a",
                                Some(crate::catalog::Identity::ByDefault) => "d",
                                None => "",
                            }),
                        ),
                        ("attislocal", Value::Bool(column.local)),
                    ]
                    .into_iter()
                    .chain(type_oid(&column.ty).map(|oid| ("atttypid", oid)))
                    .collect()
                })
                .collect(),
            "pg_type" => types(catalog),
            "pg_enum" => catalog
                .enums()
                .flat_map(|ty| {
                    let labels: Vec<Box<str>> = ty.labels().map(Into::into).collect();
                    labels
                        .into_iter()
                        .map(move |label| vec![("enumtypid", oid(ty.id)), ("enumlabel", Value::Text(label))])
                })
                .collect(),
            "pg_constraint" => catalog
                .constraints
                .iter()
                .map(|(id, constraint)| {
                    let (letter, _) = constraint_words(&constraint.kind);
                    let mut fields = vec![
                        ("oid", oid(id)),
                        ("conname", text(&constraint.name)),
                        ("connamespace", oid(catalog.relations[constraint.relation].schema)),
                        ("contype", text(letter)),
                        ("condeferrable", Value::Bool(constraint.deferrable)),
                        ("condeferred", Value::Bool(constraint.initially_deferred)),
                        ("convalidated", Value::Bool(constraint.validated)),
                        ("conrelid", oid(constraint.relation)),
                        ("contypid", Value::Int(0)),
                    ];
                    match &constraint.kind {
                        ConstraintKind::ForeignKey(key) => {
                            fields.push(("confrelid", oid(key.references)));
                            fields.push(("conkey", positions(catalog, constraint.relation, &key.columns)));
                            fields.push((
                                "confkey",
                                positions(catalog, key.references, &key.referenced_columns),
                            ));
                        }
                        kind => {
                            fields.push(("confrelid", Value::Int(0)));
                            if let Some(index) = kind.index() {
                                fields.push(("conindid", oid(index)));
                                if let Some(columns) = key_columns(catalog, index) {
                                    fields
                                        .push(("conkey", positions(catalog, constraint.relation, &columns)));
                                }
                            }
                        }
                    }
                    fields
                })
                .collect(),
            "pg_index" => catalog
                .indexes
                .iter()
                .map(|(id, index)| {
                    let constraint = index.constraint.map(|id| &catalog.constraints[id].kind);
                    let primary = matches!(constraint, Some(ConstraintKind::PrimaryKey { .. }));
                    vec![
                        ("indexrelid", oid(id)),
                        ("indrelid", oid(index.relation)),
                        ("indisunique", Value::Bool(index.unique || primary)),
                        ("indisprimary", Value::Bool(primary)),
                        ("indisvalid", Value::Bool(index.valid)),
                    ]
                })
                .collect(),
            "pg_proc" => catalog
                .functions
                .iter()
                .map(|(id, function)| {
                    vec![
                        ("oid", oid(id)),
                        ("proname", text(&function.name)),
                        ("pronamespace", oid(function.schema)),
                        (
                            "prokind",
                            text(match function.kind {
                                FunctionKind::Function => "f",
                                FunctionKind::Procedure => "p",
                                FunctionKind::Aggregate => "a",
                                FunctionKind::Window => "w",
                            }),
                        ),
                    ]
                })
                .collect(),
            "pg_trigger" => catalog
                .triggers
                .iter()
                .map(|(id, trigger)| {
                    vec![
                        ("oid", oid(id)),
                        ("tgname", text(&trigger.name)),
                        ("tgrelid", oid(trigger.relation)),
                        ("tgisinternal", Value::Bool(false)),
                    ]
                })
                .collect(),
            "pg_inherits" => catalog
                .relations
                .iter()
                .flat_map(|(id, relation)| {
                    let parents = relation.parents.iter();
                    parents.map(move |parent| vec![("inhrelid", oid(id)), ("inhparent", oid(*parent))])
                })
                .collect(),
            "pg_extension" => catalog
                .extensions
                .iter()
                .map(|(id, extension)| vec![("oid", oid(id)), ("extname", text(&extension.name))])
                .chain([vec![("extname", text("plpgsql"))]])
                .collect(),
            "pg_tables" => {
                let own = catalog.relations.iter().filter(|(_, relation)| {
                    matches!(relation.kind, RelationKind::Table | RelationKind::Partitioned)
                });
                let own = own.map(|(id, relation)| {
                    vec![
                        ("schemaname", namespace(catalog, relation.schema)),
                        ("tablename", text(&relation.name)),
                        ("rowsecurity", Value::Bool(relation.row_security)),
                        ("hastriggers", Value::Bool(!catalog.triggers_of(id).is_empty())),
                    ]
                });
                let system = facts::all_relations().filter(|(_, row)| row.kind == 'r');
                own.chain(system.filter_map(|(name, row)| {
                    Some(vec![("schemaname", text(own_schema(row.source)?)), ("tablename", text(name))])
                }))
                .collect()
            }
            "pg_views" | "pg_matviews" => {
                let (kind, name_column) = match name {
                    "pg_views" => (RelationKind::View, "viewname"),
                    _ => (RelationKind::MaterializedView, "matviewname"),
                };
                let own = catalog.relations.iter().filter(move |(_, relation)| relation.kind == kind);
                let own = own.map(|(_, relation)| {
                    vec![
                        ("schemaname", namespace(catalog, relation.schema)),
                        (name_column, text(&relation.name)),
                    ]
                });
                let system =
                    facts::all_relations().filter(|(_, row)| row.kind == 'v' && kind == RelationKind::View);
                own.chain(system.filter_map(|(name, row)| {
                    Some(vec![("schemaname", text(own_schema(row.source)?)), (name_column, text(name))])
                }))
                .collect()
            }
            "pg_indexes" => catalog
                .indexes
                .iter()
                .map(|(_, index)| {
                    let relation = &catalog.relations[index.relation];
                    vec![
                        ("schemaname", namespace(catalog, relation.schema)),
                        ("tablename", text(&relation.name)),
                        ("indexname", text(&index.name)),
                    ]
                })
                .collect(),
            "pg_sequences" => catalog
                .sequences
                .iter()
                .map(|(_, sequence)| {
                    vec![
                        ("schemaname", namespace(catalog, sequence.schema)),
                        ("sequencename", text(&sequence.name)),
                    ]
                })
                .collect(),
            "pg_policies" => catalog
                .policies
                .iter()
                .map(|(_, policy)| {
                    let relation = &catalog.relations[policy.relation];
                    vec![
                        ("schemaname", namespace(catalog, relation.schema)),
                        ("tablename", text(&relation.name)),
                        ("policyname", text(&policy.name)),
                    ]
                })
                .collect(),
            "pg_policy" => catalog
                .policies
                .iter()
                .map(|(_, policy)| vec![("polname", text(&policy.name)), ("polrelid", oid(policy.relation))])
                .collect(),
            _ => return None,
        })
    }

    fn information_schema(&self, name: &str) -> Option<Vec<Fields>> {
        let catalog = &self.catalog;
        Some(match name {
            "schemata" => {
                let own = catalog.schemas.iter().map(|(_, schema)| vec![("schema_name", text(&schema.name))]);
                let system = ["pg_catalog", "information_schema", "pg_toast"];
                own.chain(system.map(|name| vec![("schema_name", text(name))])).collect()
            }
            "tables" | "views" => {
                let views_only = name == "views";
                let own = catalog.relations.iter().filter(move |(_, relation)| match relation.kind {
                    RelationKind::View => true,
                    RelationKind::MaterializedView => false,
                    RelationKind::Table | RelationKind::Partitioned | RelationKind::Foreign => !views_only,
                });
                let own = own.map(|(_, relation)| {
                    let kind = match relation.kind {
                        RelationKind::View => "VIEW",
                        RelationKind::Foreign => "FOREIGN",
                        _ => "BASE TABLE",
                    };
                    vec![
                        ("table_schema", namespace(catalog, relation.schema)),
                        ("table_name", text(&relation.name)),
                        ("table_type", text(kind)),
                    ]
                });
                let system = facts::all_relations()
                    .filter(move |(_, row)| row.kind == 'v' || (row.kind == 'r' && !views_only));
                own.chain(system.filter_map(|(name, row)| {
                    Some(vec![
                        ("table_schema", text(own_schema(row.source)?)),
                        ("table_name", text(name)),
                        ("table_type", text(if row.kind == 'v' { "VIEW" } else { "BASE TABLE" })),
                    ])
                }))
                .collect()
            }
            "columns" => {
                let shown = |id: &ColumnId| {
                    catalog.relations[catalog.columns[*id].relation].kind != RelationKind::MaterializedView
                };
                let own = columns(catalog).filter(|(id, _)| shown(id)).map(|(id, position)| {
                    let column = &catalog.columns[id];
                    let relation = &catalog.relations[column.relation];
                    let mut fields = vec![
                        ("table_schema", namespace(catalog, relation.schema)),
                        ("table_name", text(&relation.name)),
                        ("column_name", text(&column.name)),
                        ("ordinal_position", Value::Int(position)),
                        ("is_nullable", yes_or_no(!column.not_null)),
                        ("data_type", text(&data_type(&column.ty, catalog))),
                        ("is_identity", yes_or_no(column.identity.is_some())),
                        ("is_generated", text(if column.generated.is_some() { "ALWAYS" } else { "NEVER" })),
                    ];
                    if column.default.is_none() {
                        fields.push(("column_default", Value::Null));
                    }
                    if let Some(name) = udt_name(&column.ty, catalog) {
                        fields.push(("udt_name", text(&name)));
                    }
                    fields.push((
                        "character_maximum_length",
                        match (column.ty.builtin_name(), column.ty.modifiers.first()) {
                            (Some("varchar" | "bpchar"), Some(length)) => {
                                length.parse().map_or(Value::Null, Value::Int)
                            }
                            _ => Value::Null,
                        },
                    ));
                    fields
                });
                let system = facts::all_relations().filter(|(_, row)| matches!(row.kind, 'r' | 'v'));
                let system = system.flat_map(|(name, row)| {
                    let schema = own_schema(row.source);
                    row.columns()
                        .filter_map(|column| {
                            Some(vec![
                                ("table_schema", text(schema?)),
                                ("table_name", text(name)),
                                ("column_name", text(column.name)),
                            ])
                        })
                        .collect::<Vec<_>>()
                });
                own.chain(system).collect()
            }
            "table_constraints" | "referential_constraints" => {
                let all = name == "table_constraints";
                let shown = catalog.constraints.iter().filter(move |(_, constraint)| match constraint.kind {
                    // An exclusion constraint is nothing that the standard knows.
                    ConstraintKind::Exclusion { .. } => false,
                    ConstraintKind::ForeignKey(_) => true,
                    _ => all,
                });
                shown
                    .map(|(_, constraint)| {
                        let relation = &catalog.relations[constraint.relation];
                        vec![
                            ("constraint_schema", namespace(catalog, relation.schema)),
                            ("constraint_name", text(&constraint.name)),
                            ("table_schema", namespace(catalog, relation.schema)),
                            ("table_name", text(&relation.name)),
                            ("constraint_type", text(constraint_words(&constraint.kind).1)),
                        ]
                    })
                    .collect()
            }
            "key_column_usage" | "constraint_column_usage" => {
                let referenced = name == "constraint_column_usage";
                let mut rows = Vec::new();
                for (_, constraint) in catalog.constraints.iter() {
                    let (relation, used) = match &constraint.kind {
                        ConstraintKind::ForeignKey(key) if referenced => {
                            (key.references, key.referenced_columns.clone())
                        }
                        ConstraintKind::ForeignKey(key) => (constraint.relation, key.columns.clone()),
                        // Which columns a check names is not looked at.
                        ConstraintKind::Check { .. } if referenced => return None,
                        kind => (
                            constraint.relation,
                            kind.index().and_then(|index| key_columns(catalog, index)).unwrap_or_default(),
                        ),
                    };
                    let entry = &catalog.relations[relation];
                    for column in used {
                        rows.push(vec![
                            ("constraint_schema", namespace(catalog, entry.schema)),
                            ("constraint_name", text(&constraint.name)),
                            ("table_schema", namespace(catalog, entry.schema)),
                            ("table_name", text(&entry.name)),
                            ("column_name", text(&catalog.columns[column].name)),
                        ]);
                    }
                }
                rows
            }
            "routines" => catalog
                .functions
                .iter()
                .filter(|(_, function)| function.kind != FunctionKind::Aggregate)
                .map(|(_, function)| {
                    vec![
                        ("routine_schema", namespace(catalog, function.schema)),
                        ("routine_name", text(&function.name)),
                        (
                            "routine_type",
                            text(match function.kind {
                                FunctionKind::Procedure => "PROCEDURE",
                                _ => "FUNCTION",
                            }),
                        ),
                    ]
                })
                .collect(),
            "triggers" => catalog
                .triggers
                .iter()
                .map(|(_, trigger)| {
                    let relation = &catalog.relations[trigger.relation];
                    vec![
                        ("trigger_schema", namespace(catalog, relation.schema)),
                        ("trigger_name", text(&trigger.name)),
                        ("event_object_schema", namespace(catalog, relation.schema)),
                        ("event_object_table", text(&relation.name)),
                    ]
                })
                .collect(),
            "sequences" => catalog
                .sequences
                .iter()
                .filter(|(_, sequence)| !sequence.identity)
                .map(|(_, sequence)| {
                    vec![
                        ("sequence_schema", namespace(catalog, sequence.schema)),
                        ("sequence_name", text(&sequence.name)),
                    ]
                })
                .collect(),
            _ => return None,
        })
    }
}

fn classes(catalog: &Catalog) -> Vec<Fields> {
    let entry = |id: ObjectId, name: &str, schema: SchemaId, kind: &str| {
        vec![
            ("oid", oid(id)),
            ("relname", text(name)),
            ("relnamespace", oid(schema)),
            ("relkind", text(kind)),
        ]
    };
    let relations = catalog.relations.iter().map(|(id, relation)| {
        let kind = match relation.kind {
            RelationKind::Table => "r",
            RelationKind::Partitioned => "p",
            RelationKind::Foreign => "f",
            RelationKind::View => "v",
            RelationKind::MaterializedView => "m",
        };
        let mut fields = entry(id.into(), &relation.name, relation.schema, kind);
        fields.push(("relispartition", Value::Bool(relation.partition_bound.is_some())));
        fields.push(("relrowsecurity", Value::Bool(relation.row_security)));
        fields.push(("relforcerowsecurity", Value::Bool(relation.force_row_security)));
        fields.push((
            "relpersistence",
            text(match relation.persistence {
                crate::catalog::Persistence::Permanent => "p",
                crate::catalog::Persistence::Unlogged => "u",
                crate::catalog::Persistence::Temporary => "t",
            }),
        ));
        fields
    });
    let indexes = catalog.indexes.iter().map(|(id, index)| {
        let relation = &catalog.relations[index.relation];
        let kind = if relation.kind == RelationKind::Partitioned { "I" } else { "i" };
        entry(id.into(), &index.name, relation.schema, kind)
    });
    let sequences =
        catalog.sequences.iter().map(|(id, sequence)| entry(id.into(), &sequence.name, sequence.schema, "S"));
    let composites = catalog.types.iter().filter(|(_, ty)| matches!(ty.kind, TypeKind::Composite(_)));
    let composites = composites.map(|(id, ty)| entry(id.into(), &ty.name, ty.schema, "c"));
    let system = facts::all_relations().filter_map(|(name, row)| {
        let schema = own_schema(row.source)?;
        Some(vec![
            ("oid", system(schema, name)),
            ("relname", text(name)),
            ("relnamespace", system("namespace", schema)),
            ("relkind", text(&row.kind.to_string())),
        ])
    });
    relations.chain(indexes).chain(sequences).chain(composites).chain(system).collect()
}

fn types(catalog: &Catalog) -> Vec<Fields> {
    let user = catalog.types.iter().map(|(id, ty)| {
        let kind = match ty.kind {
            TypeKind::Enum(_) => "e",
            TypeKind::Domain(_) => "d",
            TypeKind::Composite(_) => "c",
            TypeKind::Range(_) => "r",
            TypeKind::Base => "b",
        };
        vec![
            ("oid", oid(id)),
            ("typname", text(&ty.name)),
            ("typnamespace", oid(ty.schema)),
            ("typtype", text(kind)),
            ("typrelid", if kind == "c" { oid(id) } else { Value::Int(0) }),
        ]
    });
    let rows = catalog.relations.iter().map(|(id, relation)| {
        vec![
            ("oid", oid(id)),
            ("typname", text(&relation.name)),
            ("typnamespace", oid(relation.schema)),
            ("typtype", text("c")),
            ("typrelid", oid(id)),
        ]
    });
    let builtin = facts::all_types().filter_map(|row| {
        let schema = own_schema(row.source)?;
        Some(vec![
            ("oid", system(schema, row.name)),
            ("typname", text(row.name)),
            ("typnamespace", system("namespace", schema)),
            ("typtype", text(&row.kind.to_string())),
        ])
    });
    user.chain(rows).chain(builtin).collect()
}

/// All columns with their places in their relations, in the order of the relations.
fn columns(catalog: &Catalog) -> impl Iterator<Item = (ColumnId, i64)> + '_ {
    catalog.relations.iter().flat_map(|(_, relation)| relation.columns.iter().copied().zip(1..))
}

fn system(kind: &str, name: &str) -> Value {
    Value::Oid(Oid::System(format!("{kind} {name}").into()))
}

/// The schema that PostgreSQL's own relations and types of a table of facts lie in.
fn own_schema(source: &str) -> Option<&'static str> {
    match source {
        "" => Some("pg_catalog"),
        "information_schema" => Some("information_schema"),
        _ => None,
    }
}

fn namespace(catalog: &Catalog, schema: SchemaId) -> Value {
    Value::Text(catalog.schemas[schema].name.clone())
}

fn type_oid(ty: &DataType) -> Option<Value> {
    if ty.is_array() {
        return None;
    }
    match &ty.base {
        TypeBase::Builtin(builtin) => Some(system("pg_catalog", builtin.name)),
        TypeBase::User(id) => Some(oid(*id)),
        TypeBase::Row(id) => Some(oid(*id)),
        TypeBase::Extension { .. } => None,
    }
}

fn key_columns(catalog: &Catalog, index: crate::catalog::IndexId) -> Option<Vec<ColumnId>> {
    let column = |key: &crate::catalog::IndexKey| match key.target {
        KeyTarget::Column(column) => Some(column),
        KeyTarget::Expression(_) => None,
    };
    catalog.indexes[index].keys.iter().map(column).collect()
}

/// As `conkey` has them. Columns that were dropped leave a gap in a server's numbers, so these are only compared with
/// each other.
fn positions(catalog: &Catalog, relation: RelationId, columns: &[ColumnId]) -> Value {
    let all = &catalog.relations[relation].columns;
    let place = |column: &ColumnId| all.iter().position(|other| other.index() == column.index());
    let places = columns.iter().filter_map(place).filter_map(|at| i64::try_from(at + 1).ok());
    Value::Array(places.map(Value::Int).collect())
}

fn constraint_words(kind: &ConstraintKind) -> (&'static str, &'static str) {
    match kind {
        ConstraintKind::PrimaryKey { .. } => ("p", "PRIMARY KEY"),
        ConstraintKind::Unique { .. } => ("u", "UNIQUE"),
        ConstraintKind::ForeignKey(_) => ("f", "FOREIGN KEY"),
        ConstraintKind::Check { .. } => ("c", "CHECK"),
        ConstraintKind::Exclusion { .. } => ("x", ""),
    }
}

/// `information_schema.columns.data_type`: no modifiers; ARRAY and USER-DEFINED by those words.
fn data_type(ty: &DataType, catalog: &Catalog) -> String {
    if ty.is_array() {
        return "ARRAY".to_owned();
    }
    match &ty.base {
        TypeBase::Builtin(builtin) => builtin.display.to_owned(),
        TypeBase::User(id) => match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => data_type(&domain.base, catalog),
            _ => "USER-DEFINED".to_owned(),
        },
        _ => "USER-DEFINED".to_owned(),
    }
}

fn udt_name(ty: &DataType, catalog: &Catalog) -> Option<String> {
    let name = match &ty.base {
        TypeBase::Builtin(builtin) => builtin.name.to_owned(),
        TypeBase::User(id) => match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => return udt_name(&domain.base, catalog),
            _ => catalog.types[*id].name.to_string(),
        },
        TypeBase::Row(id) => catalog.relations[*id].name.to_string(),
        TypeBase::Extension { name, .. } => name.to_string(),
    };
    Some(if ty.is_array() { format!("_{name}") } else { name })
}
