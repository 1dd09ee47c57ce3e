//! A catalog as text, one line a fact that is not the usual one: what the tests of introspection look at.

use std::fmt::Write as _;

use schemactl_schema::catalog::{
    Catalog, ColumnId, ConstraintKind, FunctionBody, Index, KeyTarget, ObjectId, Persistence,
    ReplicaIdentity, SqlExpr, TriggerFunction, TypeKind,
};

type Options = [(Box<str>, Box<str>)];

/// Everything that the catalog holds, in its own order.
pub(crate) fn render(catalog: &Catalog) -> String {
    let mut out = Out { catalog, text: String::new() };
    out.schemas();
    out.types();
    out.sequences();
    out.relations();
    out.functions();
    out.comments_and_grants();
    out.text
}

struct Out<'a> {
    catalog: &'a Catalog,
    text: String,
}

/// Words of a line, added where there is something to say.
struct Line(String);

impl Line {
    fn when(mut self, holds: bool, word: &str) -> Self {
        if holds {
            self.0.push(' ');
            self.0.push_str(word);
        }
        self
    }

    fn some(self, word: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.when(true, &format!("{word} {}", value.to_string())),
            None => self,
        }
    }

    fn options(self, options: &Options) -> Self {
        let list: Vec<_> = options.iter().map(|(name, value)| format!("{name}={value}")).collect();
        self.when(!list.is_empty(), &format!("with ({})", list.join(", ")))
    }

    /// Owners other than the tests' own user.
    fn owner(self, owner: Option<&str>) -> Self {
        match owner {
            Some("postgres" | "pg_database_owner") => self,
            Some(owner) => self.when(true, &format!("owner {owner}")),
            None => self.when(true, "owner unknown"),
        }
    }
}

impl Out<'_> {
    fn line(&mut self, indent: usize, line: Line) {
        let Line(words) = line;
        writeln!(self.text, "{:indent$}{words}", "").unwrap();
    }

    fn name(&self, object: impl Into<ObjectId>) -> String {
        self.catalog.printed_name(object.into())
    }

    fn print(&self, expression: &SqlExpr) -> String {
        let printed = expression.print(self.catalog);
        assert_eq!(printed, expression.written(), "printing gives the server's own text back");
        printed
    }

    /// An expression and the objects, other than columns, that it refers to.
    fn expression(&self, expression: &SqlExpr) -> String {
        let references = expression.references().iter();
        let references: Vec<_> = references.map(|reference| self.name(reference.target)).collect();
        let printed = self.print(expression);
        if references.is_empty() { printed } else { format!("{printed} → {}", references.join(", ")) }
    }

    fn columns(&self, columns: &[ColumnId]) -> String {
        let names: Vec<_> = columns.iter().map(|id| &*self.catalog.columns[*id].name).collect();
        format!("({})", names.join(", "))
    }

    fn target(&self, target: &KeyTarget) -> String {
        match target {
            KeyTarget::Column(id) => self.catalog.columns[*id].name.to_string(),
            KeyTarget::Expression(text) => format!("[{}]", self.expression(text)),
        }
    }

    fn schemas(&mut self) {
        let catalog = self.catalog;
        for (id, schema) in catalog.schemas.iter() {
            self.line(0, Line(format!("schema {}", self.name(id))).owner(schema.owner.as_deref()));
        }
        for (_, extension) in catalog.extensions.iter() {
            let schema = extension.schema.map(|id| &*catalog.schemas[id].name);
            let versioned = extension.version.as_ref().map(|_| "…");
            self.line(
                0,
                Line(format!("extension {}", extension.name))
                    .some("schema", schema)
                    .some("version", versioned),
            );
        }
    }

    fn types(&mut self) {
        let catalog = self.catalog;
        for (id, ty) in catalog.types.iter() {
            let head = format!("{} {}", ty.kind.word(), self.name(id));
            let mut line = Line(head);
            let mut below = Vec::new();
            match &ty.kind {
                TypeKind::Enum(labels) => {
                    let labels: Vec<_> = labels.iter().map(|label| &*label.name).collect();
                    line = line.when(true, &labels.join(" | "));
                }
                TypeKind::Domain(domain) => {
                    line = line
                        .when(true, &domain.base.print(catalog))
                        .when(domain.not_null, "not null")
                        .some("default", domain.default.as_ref().map(|text| self.expression(text)))
                        .some("collate", domain.collation.as_ref());
                    for constraint in &domain.constraints {
                        let check =
                            format!("check {} {}", constraint.name, self.expression(&constraint.check));
                        below.push(Line(check).when(!constraint.validated, "not valid"));
                    }
                }
                TypeKind::Composite(attributes) => {
                    for attribute in attributes {
                        let text = format!("{} {}", attribute.name, attribute.ty.print(catalog));
                        below.push(Line(text).some("collate", attribute.collation.as_ref()));
                    }
                }
                TypeKind::Range(range) => {
                    line = line.when(true, &range.subtype.print(catalog)).options(&range.options);
                }
                TypeKind::Base => {}
            }
            self.line(0, line.owner(ty.owner.as_deref()));
            for line in below {
                self.line(2, line);
            }
        }
    }

    fn sequences(&mut self) {
        let catalog = self.catalog;
        for (id, sequence) in catalog.sequences.iter() {
            let numbers = format!(
                "{} start {} by {} in {}..{} cache {}",
                sequence.data_type.print(catalog),
                sequence.start,
                sequence.increment,
                sequence.min,
                sequence.max,
                sequence.cache
            );
            let line = Line(format!("sequence {} {numbers}", self.name(id)))
                .when(sequence.cycle, "cycle")
                .when(sequence.persistence == Persistence::Unlogged, "unlogged")
                .some(
                    if sequence.identity { "identity of" } else { "owned by" },
                    sequence.owned_by.map(|id| self.name(id)),
                )
                .owner(sequence.owner.as_deref());
            self.line(0, line);
        }
    }

    fn relations(&mut self) {
        let catalog = self.catalog;
        for (id, relation) in catalog.relations.iter() {
            let parents: Vec<_> = relation.parents.iter().map(|id| self.name(*id)).collect();
            let key = relation.partition_key.as_ref().map(|key| {
                let parts: Vec<_> = key
                    .keys
                    .iter()
                    .map(|part| {
                        Line(self.target(&part.target))
                            .some("collate", part.collation.as_ref())
                            .some("opclass", part.opclass.as_ref())
                            .0
                    })
                    .collect();
                format!("{} ({})", key.strategy.word().to_lowercase(), parts.join(", "))
            });
            let line = Line(format!("{} {}", relation.kind.word(), self.name(id)))
                .when(relation.persistence == Persistence::Unlogged, "unlogged")
                .when(!parents.is_empty(), &format!("of parents {}", parents.join(", ")))
                .some("partition key", key)
                .some("bound", relation.partition_bound.as_ref().map(|text| self.print(text)))
                .some("of type", relation.of_type.map(|id| self.name(id)))
                .options(&relation.options)
                .some("using", relation.access_method.as_ref())
                .some("tablespace", relation.tablespace.as_ref())
                .when(relation.row_security, "row security")
                .when(relation.force_row_security, "forced")
                .when(
                    relation.replica_identity != ReplicaIdentity::Default,
                    &format!("replica identity {:?}", relation.replica_identity),
                )
                .owner(relation.owner.as_deref());
            self.line(0, line);
            self.columns_of(&relation.columns);
            for id in catalog.constraints_of(id) {
                self.constraint(*id);
            }
            for id in catalog.indexes_of(id) {
                self.index(&catalog.indexes[*id]);
            }
            for id in catalog.triggers_of(id) {
                self.trigger(*id);
            }
            for id in catalog.policies_of(id) {
                let policy = &catalog.policies[*id];
                let line = Line(format!("policy {} for {}", policy.name, policy.command))
                    .when(!policy.permissive, "restrictive")
                    .when(!policy.roles.is_empty(), &format!("to {}", policy.roles.join(", ")))
                    .some("using", policy.using.as_ref().map(|text| self.expression(text)))
                    .some("check", policy.check.as_ref().map(|text| self.expression(text)));
                self.line(2, line);
            }
        }
    }

    fn columns_of(&mut self, columns: &[ColumnId]) {
        for id in columns {
            let column = &self.catalog.columns[*id];
            let generated = column.generated.as_ref().map(|generated| {
                let word = if generated.stored { "stored" } else { "virtual" };
                format!("{word} {}", self.expression(&generated.expression))
            });
            let line = Line(format!("{} {}", column.name, column.ty.print(self.catalog)))
                .when(column.ty.dimensions > 1, &format!("({} dimensions)", column.ty.dimensions))
                .when(column.not_null, "not null")
                .some("default", column.default.as_ref().map(|text| self.expression(text)))
                .some("generated", generated)
                .some("identity", column.identity.map(|identity| format!("{identity:?}")))
                .some("collate", column.collation.as_ref())
                .some("storage", column.storage)
                .some("compression", column.compression)
                .some("statistics", column.statistics)
                .options(&column.options)
                .when(!column.local, "not local")
                .when(column.inherited > 0, &format!("inherited {}", column.inherited));
            self.line(2, line);
        }
    }

    fn constraint(&mut self, id: schemactl_schema::catalog::ConstraintId) {
        let catalog = self.catalog;
        let constraint = &catalog.constraints[id];
        let mut line = Line(format!("{} {}", constraint.kind.word(), constraint.name));
        match &constraint.kind {
            ConstraintKind::PrimaryKey { index } | ConstraintKind::Unique { index } => {
                line = line.some("by", Some(&catalog.indexes[*index].name));
            }
            ConstraintKind::Exclusion { index, operators } => {
                line = line
                    .some("by", Some(&catalog.indexes[*index].name))
                    .some("with", Some(operators.join(" ")));
            }
            ConstraintKind::ForeignKey(key) => {
                line = line
                    .when(true, &self.columns(&key.columns))
                    .some("to", Some(self.name(key.references) + &self.columns(&key.referenced_columns)))
                    .when(key.match_full, "match full")
                    .when(key.on_update.sql() != "NO ACTION", &format!("on update {}", key.on_update.sql()))
                    .when(key.on_delete.sql() != "NO ACTION", &format!("on delete {}", key.on_delete.sql()))
                    .when(!key.on_delete_columns.is_empty(), &self.columns(&key.on_delete_columns))
                    .some("relies on", key.index.map(|id| &catalog.indexes[id].name));
            }
            ConstraintKind::Check { expression } => line = line.when(true, &self.expression(expression)),
        }
        let line = line
            .when(constraint.deferrable, "deferrable")
            .when(constraint.initially_deferred, "deferred")
            .when(!constraint.validated, "not valid")
            .when(constraint.no_inherit, "no inherit")
            .when(constraint.inherited, "inherited");
        self.line(2, line);
    }

    fn index(&mut self, index: &Index) {
        let keys: Vec<_> = index
            .keys
            .iter()
            .map(|key| {
                Line(self.target(&key.target))
                    .some("collate", key.collation.as_ref())
                    .some("opclass", key.opclass.as_ref())
                    .options(&key.opclass_options)
                    .when(key.descending, "desc")
                    .when(key.nulls_first, "nulls first")
                    .0
            })
            .collect();
        let line = Line(format!("index {} {} ({})", index.name, index.method, keys.join(", ")))
            .when(index.unique, "unique")
            .when(index.nulls_not_distinct, "nulls not distinct")
            .when(!index.include.is_empty(), &format!("include {}", self.columns(&index.include)))
            .some("where", index.predicate.as_ref().map(|text| self.expression(text)))
            .options(&index.options)
            .some("tablespace", index.tablespace.as_ref())
            .some("for", index.constraint.map(|id| &self.catalog.constraints[id].name))
            .some("parent", index.parent.map(|id| self.name(id)))
            .when(!index.valid, "invalid")
            .when(index.clustered, "clustered")
            .when(index.replica_identity, "replica identity");
        self.line(2, line);
    }

    fn trigger(&mut self, id: schemactl_schema::catalog::TriggerId) {
        let trigger = &self.catalog.triggers[id];
        let function = match &trigger.function {
            TriggerFunction::User(id) => self.name(*id),
            TriggerFunction::Builtin(name) => format!("{name} (builtin)"),
        };
        let line = Line(format!("trigger {} {:?}", trigger.name, trigger.timing))
            .when(trigger.insert, "insert")
            .when(trigger.delete, "delete")
            .when(trigger.truncate, "truncate")
            .when(trigger.update, "update")
            .when(!trigger.update_columns.is_empty(), &self.columns(&trigger.update_columns))
            .when(trigger.for_each_row, "each row")
            .some("old table", trigger.old_table.as_ref())
            .some("new table", trigger.new_table.as_ref())
            .some("when", trigger.when.as_ref().map(|text| self.expression(text)))
            .some("calls", Some(function))
            .when(!trigger.arguments.is_empty(), &format!("{:?}", trigger.arguments))
            .when(trigger.constraint, "constraint")
            .when(trigger.deferrable, "deferrable")
            .when(trigger.initially_deferred, "deferred")
            .some("from", trigger.from.map(|id| self.name(id)))
            .when(format!("{:?}", trigger.enabled) != "Origin", &format!("{:?}", trigger.enabled))
            .some("parent", trigger.parent.map(|id| self.name(id)));
        self.line(2, line);
    }

    fn functions(&mut self) {
        let catalog = self.catalog;
        for (id, function) in catalog.functions.iter() {
            let arguments: Vec<_> = function
                .arguments
                .iter()
                .map(|argument| {
                    let mode = format!("{:?}", argument.mode).to_lowercase();
                    Line(mode)
                        .when(argument.name.is_some(), argument.name.as_deref().unwrap_or_default())
                        .when(true, &argument.ty.print(catalog))
                        .some("default", argument.default.as_ref().map(|text| self.expression(text)))
                        .0
                })
                .collect();
            let body = match &function.body {
                FunctionBody::Source(text) => format!("{text:?}"),
                FunctionBody::Library { object, symbol } => format!("{object}:{symbol}"),
                FunctionBody::Sql(text) => {
                    let named = text.targets().filter(|target| !matches!(target, ObjectId::Column(_)));
                    let named: Vec<_> = named.map(|target| self.name(target)).collect();
                    format!("sql {} → {}", text.print(self.catalog), named.join(", "))
                }
            };
            let head = format!("{:?} {}({})", function.kind, self.name(id), arguments.join(", "));
            let line = Line(head.replacen(|c: char| c.is_ascii_uppercase(), &head[..1].to_lowercase(), 1))
                .some("returns", function.returns.as_ref().map(|ty| ty.print(catalog)))
                .when(function.returns_set, "set")
                .some("language", Some(&function.language))
                .when(true, &format!("{:?}", function.volatility).to_lowercase())
                .when(function.strict, "strict")
                .when(function.security_definer, "security definer")
                .when(function.leakproof, "leakproof")
                .when(
                    format!("{:?}", function.parallel) != "Unsafe",
                    &format!("parallel {:?}", function.parallel),
                )
                .some("cost", function.cost.as_ref())
                .some("rows", function.rows.as_ref())
                .options(&function.settings)
                .owner(function.owner.as_deref())
                .some("body", Some(body));
            self.line(0, line);
        }
    }

    fn comments_and_grants(&mut self) {
        for (object, comment) in &self.catalog.comments {
            self.line(0, Line(format!("comment on {}: {}", self.name(*object), comment.text)));
        }
        for grant in self.catalog.grants.values().flatten() {
            let line = Line(format!("{} on {}", grant.privilege, self.name(grant.object)))
                .some("to", Some(grant.grantee.as_deref().unwrap_or("PUBLIC")))
                .when(grant.grantable, "grantable")
                .when(grant.revoked, "revoked");
            self.line(0, line);
        }
    }
}
