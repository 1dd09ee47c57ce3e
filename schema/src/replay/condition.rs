//! Conditions of `DO` blocks that the catalog can decide: is there such a type, table, column, constraint?
//!
//! Queries of `pg_catalog` and `information_schema` are answered from the catalog as PostgreSQL would answer
//! them in this place of the history; anything else is unknown, never guessed.

use super::Replayer;
use crate::catalog::{RelationKind, TypeKind};
use crate::expression::tree::{Expr, ExprKind, IsTest, QueryForm, SqlKeyword};
use crate::expression::{self, path_of_text};
use crate::source::Span;
use crate::syntax::lexer::{Lexer, TokenKind};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Truth {
    True,
    False,
    Unknown,
}

impl Truth {
    fn of(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::False, _) | (_, Self::False) => Self::False,
            (Self::True, Self::True) => Self::True,
            _ => Self::Unknown,
        }
    }

    fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }
}

/// One row of a catalog relation: its columns of type name and text.
type Row = Vec<(&'static str, String)>;

impl Replayer<'_> {
    /// What the condition at `span` is now.
    pub(super) fn truth(&self, span: Span) -> Truth {
        self.truth_of_text(self.text(span))
    }

    fn truth_of_text(&self, text: &str) -> Truth {
        match expression::parse(text) {
            Ok(parsed) => self.truth_of(&parsed, text),
            Err(_) => Truth::Unknown,
        }
    }

    fn truth_of(&self, expression: &Expr, text: &str) -> Truth {
        match &expression.kind {
            ExprKind::Boolean(value) => Truth::of(*value),
            ExprKind::Not(inner) => self.truth_of(inner, text).not(),
            ExprKind::And(terms) => {
                terms.iter().fold(Truth::True, |all, term| all.and(self.truth_of(term, text)))
            }
            ExprKind::Or(terms) => {
                terms.iter().fold(Truth::False, |any, term| any.or(self.truth_of(term, text)))
            }
            ExprKind::Is { operand, test: IsTest::Null, negated } => {
                let is_null = self.is_null(operand);
                if *negated { is_null.not() } else { is_null }
            }
            ExprKind::Query { form: QueryForm::Exists, query, .. } => {
                self.exists(text.get(query.range()).unwrap_or(""))
            }
            // (SELECT expression), without FROM.
            ExprKind::Query { form: QueryForm::Scalar, query, .. } => {
                let query = text.get(query.range()).unwrap_or("").trim();
                match query.get(..6) {
                    Some(word) if word.eq_ignore_ascii_case("select") => {
                        let rest = &query[6..];
                        match expression::parse(rest.trim()) {
                            Ok(parsed) => self.truth_of(&parsed, rest.trim()),
                            Err(_) => Truth::Unknown,
                        }
                    }
                    _ => Truth::Unknown,
                }
            }
            _ => Truth::Unknown,
        }
    }

    /// `to_regclass('name')` and its kin are null for what is not there.
    fn is_null(&self, operand: &Expr) -> Truth {
        match &operand.kind {
            ExprKind::Null => Truth::True,
            ExprKind::String(_) | ExprKind::Number(_) | ExprKind::Boolean(_) => Truth::False,
            ExprKind::Cast { operand, .. } => self.is_null(operand),
            ExprKind::Call(call) => {
                let argument = call.arguments.first().map(|argument| &argument.value);
                let Some(name) = argument.and_then(string_constant) else { return Truth::Unknown };
                let Ok(path) = path_of_text(name) else { return Truth::Unknown };
                let path: Vec<&str> = path.iter().map(|part| &**part).collect();
                match call.function.name() {
                    "to_regclass" => Truth::of(self.lookup_class(&path).is_none()),
                    "to_regtype" => Truth::of(
                        self.lookup_type(&path).is_none()
                            && path.last().is_none_or(|name| crate::catalog::builtin_type(name).is_none()),
                    ),
                    "to_regnamespace" => {
                        Truth::of(path.last().is_none_or(|name| self.catalog.schema(name).is_none()))
                    }
                    _ => Truth::Unknown,
                }
            }
            _ => Truth::Unknown,
        }
    }

    /// `FOR x IN SELECT … FROM table`: no row, no round.
    pub(super) fn loop_is_empty(&self, head: Span) -> bool {
        let text = self.text(head);
        let Some(at) = text.to_ascii_lowercase().find(" in ") else { return false };
        self.exists(text.get(at + 4..).unwrap_or("").trim()) == Truth::False
    }

    /// Whether `SELECT … FROM relation WHERE column = 'constant' AND …` has a row.
    fn exists(&self, query: &str) -> Truth {
        let Some(query) = CatalogQuery::read(query) else { return Truth::Unknown };
        let Some(rows) = self.rows_of(&query.relation) else {
            return self.rows_of_users(&query);
        };
        let mut any = Truth::False;
        for row in &rows {
            any = any
                .or(query.filters.iter().fold(Truth::True, |all, filter| all.and(self.holds(filter, row))));
        }
        any
    }

    /// A table of the schema itself: without a row nothing is found in it, whatever is asked.
    fn rows_of_users(&self, query: &CatalogQuery) -> Truth {
        let path: Vec<&str> = query.relation.iter().map(String::as_str).collect();
        match self.lookup_class(&path) {
            Some(crate::catalog::ObjectId::Relation(id))
                if self.catalog.relations[id].kind == RelationKind::Table && !self.may_have_rows(id) =>
            {
                Truth::False
            }
            _ => Truth::Unknown,
        }
    }

    fn holds(&self, filter: &Filter, row: &Row) -> Truth {
        let (column, values, negated) = match filter {
            Filter::In { column, values, negated } => (column, values.clone(), *negated),
            Filter::CurrentSchema { column } => match self.session_schema() {
                Some(schema) => (column, vec![self.catalog.schemas[schema].name.to_string()], false),
                None => return Truth::Unknown,
            },
            Filter::Unknown => return Truth::Unknown,
        };
        let Some((_, value)) = row.iter().find(|(name, _)| name == column) else { return Truth::Unknown };
        let found = Truth::of(values.iter().any(|wanted| {
            wanted == value
                // 'schema.table'::regclass against a name that is kept whole.
                || value.split_once('.').is_some_and(|(schema, name)| {
                    wanted == name && self.session.search_path.iter().any(|path| path == schema)
                })
        }));
        if negated { found.not() } else { found }
    }

    /// The rows of a relation of `pg_catalog` or `information_schema`; `None` for one that is not known.
    fn rows_of(&self, relation: &[String]) -> Option<Vec<Row>> {
        let (schema, name) = match relation {
            [name] => (None, name.as_str()),
            [schema, name] => (Some(schema.as_str()), name.as_str()),
            _ => return None,
        };
        let catalog = &self.catalog;
        let namespace = |id| catalog.schemas[id].name.to_string();
        let tables = |with_views: bool| {
            catalog.relations.iter().filter(move |(_, relation)| with_views || relation.kind.is_table())
        };
        let whole = |id| {
            let relation: &crate::catalog::Relation = &catalog.relations[id];
            format!("{}.{}", namespace(relation.schema), relation.name)
        };
        Some(match (schema, name) {
            (None | Some("pg_catalog"), "pg_type") => {
                let user = catalog.types.iter().map(|(_, ty)| {
                    let kind = match ty.kind {
                        TypeKind::Enum(_) => "e",
                        TypeKind::Domain(_) => "d",
                        TypeKind::Composite(_) => "c",
                        TypeKind::Range(_) => "r",
                        TypeKind::Base => "b",
                    };
                    vec![
                        ("typname", ty.name.to_string()),
                        ("nspname", namespace(ty.schema)),
                        ("typtype", kind.into()),
                    ]
                });
                let rows = tables(true).map(|(_, relation)| {
                    let (name, schema) = (relation.name.to_string(), namespace(relation.schema));
                    vec![("typname", name), ("nspname", schema), ("typtype", "c".into())]
                });
                user.chain(rows).collect()
            }
            (None | Some("pg_catalog"), "pg_enum") => catalog
                .enums()
                .flat_map(|ty| {
                    let (name, schema) = (ty.name.to_string(), ty.schema_name().to_owned());
                    let whole = format!("{schema}.{name}");
                    ty.labels()
                        .map(move |label| {
                            vec![
                                ("enumlabel", label.to_owned()),
                                ("typname", name.clone()),
                                ("nspname", schema.clone()),
                                ("enumtypid", whole.clone()),
                            ]
                        })
                        .collect::<Vec<_>>()
                })
                .collect(),
            (None | Some("pg_catalog"), "pg_namespace") | (Some("information_schema"), "schemata") => catalog
                .schemas
                .iter()
                .map(|(_, schema)| {
                    vec![("nspname", schema.name.to_string()), ("schema_name", schema.name.to_string())]
                })
                .collect(),
            (None | Some("pg_catalog"), "pg_extension") => catalog
                .extensions
                .iter()
                .map(|(_, extension)| vec![("extname", extension.name.to_string())])
                .chain([vec![("extname", "plpgsql".to_owned())]])
                .collect(),
            (None | Some("pg_catalog"), "pg_class") => {
                let relations = tables(true).map(|(id, relation)| {
                    let kind = match relation.kind {
                        RelationKind::Table => "r",
                        RelationKind::Partitioned => "p",
                        RelationKind::Foreign => "f",
                        RelationKind::View => "v",
                        RelationKind::MaterializedView => "m",
                    };
                    vec![
                        ("relname", relation.name.to_string()),
                        ("nspname", namespace(relation.schema)),
                        ("relkind", kind.to_owned()),
                        ("oid", whole(id)),
                    ]
                });
                let indexes = catalog.indexes.iter().map(|(_, index)| {
                    let schema = catalog.relations[index.relation].schema;
                    vec![
                        ("relname", index.name.to_string()),
                        ("nspname", namespace(schema)),
                        ("relkind", "i".to_owned()),
                    ]
                });
                let sequences = catalog.sequences.iter().map(|(_, sequence)| {
                    vec![
                        ("relname", sequence.name.to_string()),
                        ("nspname", namespace(sequence.schema)),
                        ("relkind", "S".to_owned()),
                    ]
                });
                relations.chain(indexes).chain(sequences).collect()
            }
            (None | Some("pg_catalog"), "pg_tables") | (Some("information_schema"), "tables") => {
                tables(name == "tables")
                    .map(|(_, relation)| {
                        vec![
                            ("tablename", relation.name.to_string()),
                            ("schemaname", namespace(relation.schema)),
                            ("table_name", relation.name.to_string()),
                            ("table_schema", namespace(relation.schema)),
                        ]
                    })
                    .collect()
            }
            (None | Some("pg_catalog"), "pg_attribute") | (Some("information_schema"), "columns") => catalog
                .columns
                .iter()
                .filter(|(_, column)| catalog.relations.is_live(column.relation))
                .map(|(_, column)| {
                    let relation = &catalog.relations[column.relation];
                    vec![
                        ("attname", column.name.to_string()),
                        ("column_name", column.name.to_string()),
                        ("relname", relation.name.to_string()),
                        ("table_name", relation.name.to_string()),
                        ("nspname", namespace(relation.schema)),
                        ("table_schema", namespace(relation.schema)),
                        ("attrelid", whole(column.relation)),
                        ("attisdropped", "false".to_owned()),
                        ("is_nullable", if column.not_null { "NO".to_owned() } else { "YES".to_owned() }),
                        ("data_type", data_type(&column.ty, catalog)),
                    ]
                })
                .collect(),
            (None | Some("pg_catalog"), "pg_constraint")
            | (Some("information_schema"), "table_constraints" | "constraint_column_usage") => {
                if name == "constraint_column_usage" {
                    return None;
                }
                catalog
                    .constraints
                    .iter()
                    .map(|(_, constraint)| {
                        use crate::catalog::ConstraintKind;
                        let relation = &catalog.relations[constraint.relation];
                        let (letter, words) = match constraint.kind {
                            ConstraintKind::PrimaryKey { .. } => ("p", "PRIMARY KEY"),
                            ConstraintKind::Unique { .. } => ("u", "UNIQUE"),
                            ConstraintKind::ForeignKey(_) => ("f", "FOREIGN KEY"),
                            ConstraintKind::Check { .. } => ("c", "CHECK"),
                            ConstraintKind::Exclusion { .. } => ("x", ""),
                        };
                        vec![
                            ("conname", constraint.name.to_string()),
                            ("constraint_name", constraint.name.to_string()),
                            ("relname", relation.name.to_string()),
                            ("table_name", relation.name.to_string()),
                            ("nspname", namespace(relation.schema)),
                            ("table_schema", namespace(relation.schema)),
                            ("constraint_schema", namespace(relation.schema)),
                            ("conrelid", whole(constraint.relation)),
                            ("contype", letter.to_owned()),
                            ("constraint_type", words.to_owned()),
                        ]
                    })
                    .collect()
            }
            (None | Some("pg_catalog"), "pg_indexes") => catalog
                .indexes
                .iter()
                .map(|(_, index)| {
                    let relation = &catalog.relations[index.relation];
                    vec![
                        ("indexname", index.name.to_string()),
                        ("tablename", relation.name.to_string()),
                        ("schemaname", namespace(relation.schema)),
                    ]
                })
                .collect(),
            (None | Some("pg_catalog"), "pg_proc") => catalog
                .functions
                .iter()
                .map(|(_, function)| {
                    vec![("proname", function.name.to_string()), ("nspname", namespace(function.schema))]
                })
                .collect(),
            (Some("information_schema"), "routines") => catalog
                .functions
                .iter()
                .map(|(_, function)| {
                    vec![
                        ("routine_name", function.name.to_string()),
                        ("routine_schema", namespace(function.schema)),
                    ]
                })
                .collect(),
            (None | Some("pg_catalog"), "pg_trigger") | (Some("information_schema"), "triggers") => catalog
                .triggers
                .iter()
                .map(|(_, trigger)| {
                    let relation = &catalog.relations[trigger.relation];
                    vec![
                        ("tgname", trigger.name.to_string()),
                        ("trigger_name", trigger.name.to_string()),
                        ("relname", relation.name.to_string()),
                        ("event_object_table", relation.name.to_string()),
                        ("tgrelid", whole(trigger.relation)),
                        ("nspname", namespace(relation.schema)),
                    ]
                })
                .collect(),
            (None | Some("pg_catalog"), "pg_sequences") | (Some("information_schema"), "sequences") => {
                catalog
                    .sequences
                    .iter()
                    .map(|(_, sequence)| {
                        vec![
                            ("sequencename", sequence.name.to_string()),
                            ("sequence_name", sequence.name.to_string()),
                            ("schemaname", namespace(sequence.schema)),
                            ("sequence_schema", namespace(sequence.schema)),
                        ]
                    })
                    .collect()
            }
            (None | Some("pg_catalog"), "pg_policies") => catalog
                .policies
                .iter()
                .map(|(_, policy)| {
                    let relation = &catalog.relations[policy.relation];
                    vec![
                        ("policyname", policy.name.to_string()),
                        ("tablename", relation.name.to_string()),
                        ("schemaname", namespace(relation.schema)),
                    ]
                })
                .collect(),
            _ => return None,
        })
    }
}

/// `information_schema.columns.data_type`: no modifiers; ARRAY and USER-DEFINED by those words.
fn data_type(ty: &crate::catalog::DataType, catalog: &crate::catalog::Catalog) -> String {
    if ty.is_array() {
        return "ARRAY".to_owned();
    }
    match &ty.base {
        crate::catalog::TypeBase::Builtin(builtin) => builtin.display.to_owned(),
        crate::catalog::TypeBase::User(id) => match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => data_type(&domain.base, catalog),
            _ => "USER-DEFINED".to_owned(),
        },
        _ => "USER-DEFINED".to_owned(),
    }
}

fn string_constant(expression: &Expr) -> Option<&str> {
    match &expression.kind {
        ExprKind::String(text) => Some(text),
        ExprKind::Cast { operand, .. } => string_constant(operand),
        _ => None,
    }
}

/// A query of one relation (others joined to it only carry its names along), by the filters of its `WHERE`.
struct CatalogQuery {
    relation: Vec<String>,
    filters: Vec<Filter>,
}

enum Filter {
    /// `column = 'value'`, `column IN ('a', 'b')`.
    In {
        column: String,
        values: Vec<String>,
        negated: bool,
    },
    /// `column = current_schema()`.
    CurrentSchema {
        column: String,
    },
    Unknown,
}

impl CatalogQuery {
    /// `SELECT … FROM a [JOIN b ON …] [WHERE …]`; anything more is not read.
    fn read(query: &str) -> Option<Self> {
        let tokens: Vec<_> = Lexer::new(query)
            .filter(|token| !matches!(token.kind, TokenKind::Whitespace | TokenKind::Comment))
            .collect();
        let word = |at: usize| {
            tokens.get(at).filter(|token| token.kind == TokenKind::Word).map(|token| {
                query.get(token.start as usize..token.end as usize).unwrap_or("").to_ascii_lowercase()
            })
        };
        if word(0).as_deref() != Some("select") {
            return None;
        }
        let mut depth = 0_u32;
        let mut from = None;
        let mut filter_start = None;
        let mut end = query.len();
        for (at, token) in tokens.iter().enumerate() {
            match token.kind {
                TokenKind::LeftParen => depth += 1,
                TokenKind::RightParen => depth = depth.saturating_sub(1),
                TokenKind::Word if depth == 0 => match word(at).as_deref() {
                    Some("from") if from.is_none() => from = Some(at + 1),
                    Some("where") if filter_start.is_none() => filter_start = Some(token.end as usize),
                    Some("limit" | "order") if end == query.len() => end = token.start as usize,
                    Some("group" | "having" | "union" | "intersect" | "except" | "window" | "offset") => {
                        return None;
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        let from = from?;
        let mut relation = vec![name(query, tokens.get(from)?)?];
        if tokens.get(from + 1).is_some_and(|token| token.kind == TokenKind::Dot) {
            relation.push(name(query, tokens.get(from + 2)?)?);
        }
        let mut filters = Vec::new();
        if let Some(start) = filter_start {
            let text = query.get(start..end)?.trim();
            let parsed = expression::parse(text).ok()?;
            collect(&parsed, &mut filters);
        }
        Some(Self { relation, filters })
    }
}

fn name(query: &str, token: &crate::syntax::lexer::Token) -> Option<String> {
    let text = query.get(token.start as usize..token.end as usize)?;
    path_of_text(text).ok()?.first().map(ToString::to_string)
}

fn collect(expression: &Expr, filters: &mut Vec<Filter>) {
    match &expression.kind {
        ExprKind::And(terms) => terms.iter().for_each(|term| collect(term, filters)),
        ExprKind::Binary { operator, left, right } if matches!(&*operator.name, "=" | "<>") => {
            let negated = &*operator.name == "<>";
            match (column(left), string_constant(right), column(right), string_constant(left)) {
                (Some(column), Some(value), _, _) | (_, _, Some(column), Some(value)) => {
                    filters.push(Filter::In { column, values: vec![value.to_owned()], negated });
                }
                // a.x = b.y joins; the rows carry the names of both sides.
                (Some(_), _, Some(_), _) if !negated => {}
                _ => match (&right.kind, column(left)) {
                    (ExprKind::Boolean(value), Some(column)) => {
                        filters.push(Filter::In { column, values: vec![value.to_string()], negated });
                    }
                    _ => filters.push(current_schema(left, right).unwrap_or(Filter::Unknown)),
                },
            }
        }
        ExprKind::In { operand, list, negated } => {
            let values: Option<Vec<String>> =
                list.iter().map(|value| string_constant(value).map(str::to_owned)).collect();
            filters.push(match (column(operand), values) {
                (Some(column), Some(values)) => Filter::In { column, values, negated: *negated },
                _ => Filter::Unknown,
            });
        }
        ExprKind::Not(inner) => match column(inner) {
            Some(column) => {
                filters.push(Filter::In { column, values: vec!["false".to_owned()], negated: false });
            }
            None => filters.push(Filter::Unknown),
        },
        _ => filters.push(Filter::Unknown),
    }
}

/// `table_schema = current_schema()`: the schema that new objects go to.
fn current_schema(left: &Expr, right: &Expr) -> Option<Filter> {
    let ours = match &right.kind {
        ExprKind::Call(call) => call.function.name() == "current_schema",
        ExprKind::Keyword(SqlKeyword::CurrentSchema, _) => true,
        _ => false,
    };
    column(left).filter(|_| ours).map(|column| Filter::CurrentSchema { column })
}

fn column(expression: &Expr) -> Option<String> {
    match &expression.kind {
        ExprKind::Column { path, all: false } => Some(path.name().to_owned()),
        // typname::text, attrelid::regclass
        ExprKind::Cast { operand, .. } => column(operand),
        _ => None,
    }
}
