//! Names to ids: relations, types, functions, roles, and the names inside expressions.

use super::Replayer;
use super::defined::defined_kind;
use super::session::TEMPORARY_SCHEMA;
use super::stop::{Result, Stop, not_modelled};
use crate::catalog::{
    ClassEntry, ColumnId, DataType, DefinedKind, FunctionId, IndexId, ObjectId, Origins, Persistence,
    Reference, RelationId, RelationKind, Schema, SchemaId, SequenceId, SqlExpr, TypeBase, TypeEntry, TypeId,
    builtin_type,
};
use crate::expression::typing::extension;
use crate::expression::{self, NameKind};
use crate::source::Span;
use crate::syntax::tree::{
    Name, ObjectAddress, ObjectKind, ObjectName, QualifiedName, Role, RoleKind, RoutineSignature, SqlText,
    TypeName,
};

/// What the column names of an expression may mean.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scope {
    /// No columns, or none that the catalog knows: domain checks (`VALUE`), partition bounds (`MINVALUE`).
    None,
    /// A column's default, which may name no column.
    Default,
    /// The columns of one relation, also as `relation.column`.
    Relation(RelationId),
    /// `old.x` and `new.x` of a relation.
    Transition(RelationId),
}

impl Replayer<'_> {
    /// Where an object that can be temporary goes; refused when its schema is not the temporary one.
    pub(super) fn creation_schema_of(
        &mut self,
        name: &QualifiedName,
        persistence: Persistence,
    ) -> Result<(SchemaId, Persistence)> {
        let temporary = persistence == Persistence::Temporary;
        match &name.schema {
            Some(schema) if temporary && schema.as_str() != TEMPORARY_SCHEMA => {
                let message = "cannot create temporary relation in non-temporary schema";
                Err(Stop::refused("42P16", name.span(), message))
            }
            None if temporary => Ok((self.temporary_schema(), persistence)),
            _ => {
                let schema = self.creation_schema(name)?;
                let temporary = &*self.catalog.schemas[schema].name == TEMPORARY_SCHEMA;
                if temporary && persistence == Persistence::Unlogged {
                    let message = "only temporary relations may be created in temporary schemas";
                    return Err(Stop::refused("42P16", name.span(), message));
                }
                Ok((schema, if temporary { Persistence::Temporary } else { persistence }))
            }
        }
    }

    /// The schema of this session's temporary objects, under the name that every session knows its own by.
    pub(super) fn temporary_schema(&mut self) -> SchemaId {
        self.catalog.schema(TEMPORARY_SCHEMA).unwrap_or_else(|| {
            let name = TEMPORARY_SCHEMA.into();
            self.catalog.add_schema(Schema { name, owner: None, origins: Origins::default() })
        })
    }

    pub(super) fn schema_named(&self, name: &Name) -> Result<SchemaId> {
        self.catalog.schema(&name.text).ok_or_else(|| {
            Stop::refused("3F000", name.span, format!("schema \"{}\" does not exist", name.text))
        })
    }

    /// Where a new object of this name goes.
    pub(super) fn creation_schema(&mut self, name: &QualifiedName) -> Result<SchemaId> {
        match &name.schema {
            // PostgreSQL makes it when the first object goes there.
            Some(schema) if schema.as_str() == TEMPORARY_SCHEMA => Ok(self.temporary_schema()),
            Some(schema) => self.schema_named(schema),
            None => self.session_schema().ok_or_else(|| {
                Stop::refused("3F000", name.name.span, "no schema has been selected to create in")
                    .help("write the schema before the name, or set search_path")
            }),
        }
    }

    /// Looks a name of `pg_class` up, along the path when it has no schema.
    pub(super) fn find_class(&self, name: &QualifiedName) -> Result<Option<ClassEntry>> {
        Ok(match &name.schema {
            Some(schema) => {
                let schema = self.schema_named(schema)?;
                self.catalog.class(schema, &name.name.text)
            }
            None => self.search_path().find_map(|schema| self.catalog.class(schema, &name.name.text)),
        })
    }

    pub(super) fn display_name(name: &QualifiedName) -> String {
        match &name.schema {
            Some(schema) => format!("{}.{}", schema.text, name.name.text),
            None => name.name.text.to_string(),
        }
    }

    fn missing_relation(name: &QualifiedName) -> Stop {
        let message = format!("relation \"{}\" does not exist", Self::display_name(name));
        Stop::refused("42P01", name.span(), message)
    }

    /// A table or view.
    pub(super) fn relation(&self, name: &QualifiedName) -> Result<RelationId> {
        match self.find_class(name)? {
            Some(ClassEntry::Relation(id)) => Ok(id),
            Some(_) => {
                let message = format!("\"{}\" is not a table or view", name.name.text);
                Err(Stop::refused("42809", name.span(), message))
            }
            None => Err(Self::missing_relation(name)),
        }
    }

    /// A table of any kind.
    pub(super) fn table(&self, name: &QualifiedName) -> Result<RelationId> {
        let id = self.relation(name)?;
        if self.catalog.relations[id].kind.is_table() {
            Ok(id)
        } else {
            Err(Stop::refused("42809", name.span(), format!("\"{}\" is not a table", name.name.text)))
        }
    }

    pub(super) fn index_named(&self, name: &QualifiedName) -> Result<IndexId> {
        match self.find_class(name)? {
            Some(ClassEntry::Index(id)) => Ok(id),
            Some(_) => {
                Err(Stop::refused("42809", name.span(), format!("\"{}\" is not an index", name.name.text)))
            }
            None => Err(Self::missing_relation(name)),
        }
    }

    pub(super) fn sequence_named(&self, name: &QualifiedName) -> Result<SequenceId> {
        match self.find_class(name)? {
            Some(ClassEntry::Sequence(id)) => Ok(id),
            Some(_) => {
                Err(Stop::refused("42809", name.span(), format!("\"{}\" is not a sequence", name.name.text)))
            }
            None => Err(Self::missing_relation(name)),
        }
    }

    pub(super) fn column(&self, relation: RelationId, name: &Name) -> Result<ColumnId> {
        self.catalog.column_named(relation, &name.text).ok_or_else(|| {
            let entry = &self.catalog.relations[relation];
            let message = format!("column \"{}\" of relation \"{}\" does not exist", name.text, entry.name);
            let names = entry.columns.iter().map(|id| &*self.catalog.columns[*id].name);
            let stop = Stop::refused("42703", name.span, message)
                .label(entry.origins.creation(), "the relation is defined here");
            match nearest(&name.text, names) {
                Some(near) => stop.help(format!("there is a column \"{near}\"")),
                None => stop,
            }
        })
    }

    /// A type that the schema defines.
    pub(super) fn user_type(&self, name: &QualifiedName) -> Result<TypeId> {
        match self.find_type(name)? {
            Some(TypeEntry::User(id)) => Ok(id),
            Some(TypeEntry::Row(_)) => {
                let message = format!("\"{}\" is a table's row type", name.name.text);
                Err(Stop::refused("42809", name.span(), message))
            }
            None => Err(Self::missing_type(name)),
        }
    }

    pub(super) fn find_type(&self, name: &QualifiedName) -> Result<Option<TypeEntry>> {
        Ok(match &name.schema {
            Some(schema) => self.catalog.type_named(self.schema_named(schema)?, &name.name.text),
            None => self.search_path().find_map(|schema| self.catalog.type_named(schema, &name.name.text)),
        })
    }

    fn missing_type(name: &QualifiedName) -> Stop {
        let message = format!("type \"{}\" does not exist", Self::display_name(name));
        Stop::refused("42704", name.span(), message)
    }

    /// A type as a column or a domain uses it.
    pub(super) fn data_type(&self, ty: &TypeName) -> Result<DataType> {
        let found = self.any_type(ty)?;
        match found.base {
            TypeBase::User(id) if self.is_shell(id) => {
                let message = format!("type \"{}\" is only a shell", Self::display_name(&ty.name));
                Err(Stop::refused("42704", ty.span, message)
                    .label(self.catalog.types[id].origins.creation(), "all that is known of it"))
            }
            _ => Ok(found),
        }
    }

    /// A type as functions use it, which may be a shell: the functions of a base type come before the type.
    pub(super) fn any_type(&self, ty: &TypeName) -> Result<DataType> {
        if let Some(column) = &ty.percent_type {
            let relation = self.relation(&ty.name)?;
            let column = self.column(relation, column)?;
            let found = self.catalog.columns[column].ty.clone();
            // The modifier is not carried over, as PostgreSQL says in a NOTICE.
            return Ok(DataType { modifiers: Vec::new(), interval_fields: None, ..found });
        }
        let mut dimensions = ty.dimensions.min(u32::from(u8::MAX)) as u8;
        let base = self.type_base(&ty.name, ty.system, &mut dimensions)?;
        let mut data_type = DataType::new(base);
        data_type.dimensions = dimensions;
        data_type.interval_fields = ty.interval_fields.as_ref().map(|fields| fields.to_lowercase().into());
        data_type.modifiers = self.modifiers(ty, &data_type.base)?;
        Ok(data_type)
    }

    fn type_base(&self, name: &QualifiedName, system: bool, dimensions: &mut u8) -> Result<TypeBase> {
        let schema = name.schema_str();
        let word = name.name.as_str();
        // pg_catalog is searched first.
        if system || schema.is_none_or(|schema| schema == "pg_catalog") {
            if let Some(found) = builtin_type(word) {
                return Ok(TypeBase::Builtin(found));
            }
            if let Some(found) = word.strip_prefix('_').and_then(builtin_type) {
                *dimensions = (*dimensions).max(1);
                return Ok(TypeBase::Builtin(found));
            }
            if schema.is_some() {
                return Err(Self::missing_type(name));
            }
        }
        match self.find_type(name)? {
            Some(TypeEntry::User(id)) => return Ok(TypeBase::User(id)),
            Some(TypeEntry::Row(id)) => return Ok(TypeBase::Row(id)),
            None => {}
        }
        if let Some(element) = word.strip_prefix('_') {
            let mut element_name = name.clone();
            element_name.name.text = element.into();
            if let Some(TypeEntry::User(id)) = self.find_type(&element_name)? {
                *dimensions = (*dimensions).max(1);
                return Ok(TypeBase::User(id));
            }
        }
        if let Some(found) = self.extension_type(name).or_else(|| self.multirange(schema, word)) {
            return Ok(found);
        }
        if let Some(element) = word.strip_prefix('_') {
            let mut element_name = name.clone();
            element_name.name.text = element.into();
            if let Some(found) = self.extension_type(&element_name) {
                *dimensions = (*dimensions).max(1);
                return Ok(found);
            }
        }
        let stop = Self::missing_type(name);
        let provider = extension::provider_of_type(word);
        let users = self.catalog.types.iter().map(|(_, ty)| &*ty.name);
        Err(match (provider, nearest(word, users)) {
            (Some(extension), _) => stop.help(format!(
                "the extension \"{extension}\" has a type of this name: CREATE EXTENSION {extension}"
            )),
            (None, Some(near)) => stop.help(format!("there is a type \"{near}\"")),
            (None, None) => stop,
        })
    }

    /// Type modifiers as `format_type` shows them.
    fn modifiers(&self, ty: &TypeName, base: &TypeBase) -> Result<Vec<Box<str>>> {
        let TypeBase::Builtin(builtin) = base else { return Ok(ty.modifiers.clone()) };
        let mut modifiers = ty.modifiers.clone();
        match builtin.name {
            // numeric(5) is numeric(5,0).
            "numeric" if modifiers.len() == 1 => modifiers.push("0".into()),
            // A precision above 6 is cut to 6, with a WARNING.
            "time" | "timetz" | "timestamp" | "timestamptz" | "interval" => {
                for modifier in &mut modifiers {
                    if modifier.parse::<u32>().is_ok_and(|precision| precision > 6) {
                        *modifier = "6".into();
                    }
                }
            }
            "varchar" | "bpchar" | "bit" | "varbit" => {
                if let Some(length) = modifiers.first().and_then(|text| text.parse::<i64>().ok())
                    && length < 1
                {
                    let message = format!("length for type {} must be at least 1", builtin.display);
                    return Err(Stop::refused("22023", ty.span, message));
                }
            }
            _ => {
                if !modifiers.is_empty() && !matches!(builtin.name, "numeric") {
                    let message = format!("type modifier is not allowed for type \"{}\"", builtin.name);
                    return Err(Stop::refused("42601", ty.span, message));
                }
            }
        }
        Ok(modifiers)
    }

    /// The function that a signature names.
    pub(super) fn routine(&self, signature: &RoutineSignature) -> Result<FunctionId> {
        let word = match signature.kind {
            crate::syntax::tree::RoutineKind::Procedure => "procedure",
            crate::syntax::tree::RoutineKind::Aggregate => "aggregate",
            _ => "function",
        };
        let candidates = self.functions(&signature.name)?;
        let Some(arguments) = &signature.arguments else {
            return match candidates.as_slice() {
                [one] => self.of_routine_kind(*one, signature),
                [] => Err(Stop::refused(
                    "42883",
                    signature.span,
                    format!("could not find a {word} named \"{}\"", Self::display_name(&signature.name)),
                )),
                _ => Err(Stop::refused(
                    "42725",
                    signature.span,
                    format!("{word} name \"{}\" is not unique", Self::display_name(&signature.name)),
                )
                .help("write the argument types to tell the candidates apart")),
            };
        };
        let mut wanted = Vec::new();
        let mut wanted_all = Vec::new();
        let mut all: Vec<_> = arguments.iter().chain(&signature.order_by).collect();
        let variadic = |argument: &crate::syntax::tree::Argument| {
            argument.mode.is_some_and(|mode| mode.value == crate::syntax::tree::ArgumentMode::Variadic)
        };
        if !signature.order_by.is_empty() && arguments.last().is_some_and(variadic) {
            // The one VARIADIC argument of a hypothetical-set aggregate is written on both sides.
            all.pop();
        }
        for argument in all {
            let ty = self.any_type(&argument.type_name)?;
            let out = argument.mode.is_some_and(|mode| mode.value == crate::syntax::tree::ArgumentMode::Out);
            if !out {
                wanted.push(ty.clone());
            }
            wanted_all.push(ty);
        }
        let matches = |id: &FunctionId| {
            let function = &self.catalog.functions[*id];
            let inputs = function.arguments.iter().filter(|argument| argument.mode.is_input());
            same_types(inputs.map(|argument| &argument.ty), &wanted)
                // Procedures may be named by all their arguments, OUT included.
                || same_types(function.arguments.iter().map(|argument| &argument.ty), &wanted_all)
        };
        if let Some(id) = candidates.into_iter().find(matches) {
            return self.of_routine_kind(id, signature);
        }
        if let Ok(callee) = self.callee(&signature.name, Some(&wanted)) {
            let known = callee.id.is_none() && callee.known.is_some();
            if known {
                return Err(not_modelled("a function of PostgreSQL or of an extension", signature.span));
            }
        }
        Err({
            let types: Vec<_> = wanted.iter().map(|ty| ty.print(&self.catalog)).collect();
            let name = Self::display_name(&signature.name);
            Stop::refused(
                "42883",
                signature.span,
                format!("{word} {name}({}) does not exist", types.join(", ")),
            )
        })
    }

    /// Refuses a routine that is not what the statement calls it.
    fn of_routine_kind(&self, id: FunctionId, signature: &RoutineSignature) -> Result<FunctionId> {
        use crate::catalog::FunctionKind;
        use crate::syntax::tree::RoutineKind;
        let kind = self.catalog.functions[id].kind;
        let wrong = match signature.kind {
            RoutineKind::Aggregate => kind != FunctionKind::Aggregate,
            RoutineKind::Procedure => kind != FunctionKind::Procedure,
            RoutineKind::Function => kind == FunctionKind::Procedure,
            RoutineKind::Routine => false,
        };
        if !wrong {
            return Ok(id);
        }
        let word = match signature.kind {
            RoutineKind::Aggregate => "an aggregate",
            RoutineKind::Procedure => "a procedure",
            _ => "a function",
        };
        let message = format!("{} is not {word}", self.catalog.printed_signature(id));
        Err(Stop::refused("42809", signature.span, message)
            .label(self.catalog.functions[id].origins.creation(), "made here"))
    }

    /// All functions of a name that the path sees.
    pub(super) fn functions(&self, name: &QualifiedName) -> Result<Vec<FunctionId>> {
        Ok(match &name.schema {
            Some(schema) if schema.as_str() == "pg_catalog" => Vec::new(),
            Some(schema) => {
                self.catalog.functions_named(self.schema_named(schema)?, &name.name.text).to_vec()
            }
            None => self
                .search_path()
                .flat_map(|schema| self.catalog.functions_named(schema, &name.name.text).iter().copied())
                .collect(),
        })
    }

    /// A role's name; `None` for `PUBLIC` and for whoever runs the migration.
    pub(super) fn role_name(role: &Role) -> Option<Box<str>> {
        match &role.kind {
            RoleKind::Named(name) => Some(name.clone()),
            RoleKind::Public | RoleKind::CurrentRole | RoleKind::CurrentUser | RoleKind::SessionUser => None,
        }
    }

    /// The object that a statement names.
    pub(super) fn address(&self, address: &ObjectAddress) -> Result<ObjectId> {
        if let Some(kind) = defined_kind(address.kind) {
            return self.defined_address(kind, address);
        }
        let wrong_kind = |name: &QualifiedName| {
            let message = format!("\"{}\" is not a {}", name.name.text, address.kind.words().to_lowercase());
            Stop::refused("42809", name.span(), message)
        };
        if let Some(kind) = super::defined::defined_kind(address.kind) {
            return self.defined_address(kind, address);
        }
        match &address.name {
            ObjectName::Global(name) => match address.kind {
                ObjectKind::Schema => Ok(self.schema_named(name)?.into()),
                ObjectKind::Extension => self
                    .catalog
                    .extensions
                    .iter()
                    .find(|(_, extension)| extension.name == name.text)
                    .map(|(id, _)| id.into())
                    .ok_or_else(|| {
                        Stop::refused(
                            "42704",
                            name.span,
                            format!("extension \"{}\" does not exist", name.text),
                        )
                    }),
                _ => Err(super::stop::not_modelled(&address.kind.words().to_lowercase(), address.span)),
            },
            ObjectName::Qualified(name) => {
                let found = match address.kind {
                    ObjectKind::Table
                    | ObjectKind::ForeignTable
                    | ObjectKind::View
                    | ObjectKind::MaterializedView
                    | ObjectKind::Index
                    | ObjectKind::Sequence => self.find_class(name)?,
                    _ => {
                        return Err(super::stop::not_modelled(
                            &address.kind.words().to_lowercase(),
                            address.span,
                        ));
                    }
                };
                let Some(found) = found else {
                    let kind = address.kind.words().to_lowercase();
                    // DROP and COMMENT name the kind; the code is that of a missing relation.
                    let message = format!("{kind} \"{}\" does not exist", Self::display_name(name));
                    return Err(Stop::refused(
                        if address.kind == ObjectKind::Index { "42704" } else { "42P01" },
                        name.span(),
                        message,
                    ));
                };
                match (address.kind, found) {
                    (ObjectKind::Index, ClassEntry::Index(id)) => Ok(id.into()),
                    (ObjectKind::Sequence, ClassEntry::Sequence(id)) => Ok(id.into()),
                    (kind, ClassEntry::Relation(id)) => {
                        let fits = matches!(
                            (kind, self.catalog.relations[id].kind),
                            (ObjectKind::Table, RelationKind::Table | RelationKind::Partitioned)
                                | (ObjectKind::ForeignTable, RelationKind::Foreign)
                                | (ObjectKind::View, RelationKind::View)
                                | (ObjectKind::MaterializedView, RelationKind::MaterializedView)
                        );
                        if fits { Ok(id.into()) } else { Err(wrong_kind(name)) }
                    }
                    _ => Err(wrong_kind(name)),
                }
            }
            ObjectName::Type(ty) => match self.find_type(&ty.name)? {
                Some(TypeEntry::User(id)) => Ok(id.into()),
                Some(TypeEntry::Row(id)) => Ok(id.into()),
                None => Err(Self::missing_type(&ty.name)),
            },
            ObjectName::Routine(signature) => Ok(self.routine(signature)?.into()),
            ObjectName::OnRelation { name, relation } => {
                let table = self.relation(relation)?;
                let found = match address.kind {
                    ObjectKind::Constraint => self
                        .catalog
                        .constraints_of(table)
                        .iter()
                        .find(|id| self.catalog.constraints[**id].name == name.text)
                        .map(|id| (*id).into()),
                    ObjectKind::Trigger => self
                        .catalog
                        .triggers_of(table)
                        .iter()
                        .find(|id| self.catalog.triggers[**id].name == name.text)
                        .map(|id| (*id).into()),
                    ObjectKind::Policy => self
                        .catalog
                        .policies_of(table)
                        .iter()
                        .find(|id| self.catalog.policies[**id].name == name.text)
                        .map(|id| (*id).into()),
                    _ => {
                        return Err(super::stop::not_modelled(
                            &address.kind.words().to_lowercase(),
                            address.span,
                        ));
                    }
                };
                found.ok_or_else(|| {
                    let kind = address.kind.words().to_lowercase();
                    let message = format!(
                        "{kind} \"{}\" for table \"{}\" does not exist",
                        name.text, relation.name.text
                    );
                    Stop::refused("42704", name.span, message)
                })
            }
            ObjectName::DomainConstraint { name, domain } => {
                let id = self.user_type(&domain.name)?;
                self.domain_constraint(id, name).map(|at| ObjectId::DomainConstraint(id, at))
            }
            ObjectName::Column { relation, column } => {
                // The columns of a composite type are named like those of a table.
                if let Some(ClassEntry::Composite(_)) = self.find_class(relation)? {
                    return Err(super::stop::not_modelled("attribute of a composite type", address.span));
                }
                Ok(self.column(self.relation(relation)?, column)?.into())
            }
            ObjectName::Operator(_)
            | ObjectName::OfAccessMethod { .. }
            | ObjectName::Cast { .. }
            | ObjectName::Transform { .. }
            | ObjectName::LargeObject(_) => {
                Err(super::stop::not_modelled(&address.kind.words().to_lowercase(), address.span))
            }
        }
    }

    /// An expression of the source with its names resolved.
    pub(super) fn expression(&self, sql: SqlText, scope: Scope) -> Result<SqlExpr> {
        self.expression_at(sql.span, scope)
    }

    pub(super) fn expression_at(&self, span: Span, scope: Scope) -> Result<SqlExpr> {
        let text = self.text(span);
        let leading = text.len() - text.trim_start().len();
        let trimmed = text.trim();
        // What cannot be read keeps its text; its names cannot follow renames, and comparing it is undecidable.
        let Ok(uses) = expression::names(trimmed) else { return Ok(SqlExpr::new(trimmed, Vec::new())) };
        let mut references = Vec::new();
        for name in &uses {
            let start = span.start as usize + leading;
            let at = Span::new(span.file, start + name.range.start as usize, start + name.range.end as usize);
            let path: Vec<&str> = name.path.iter().map(|part| &**part).collect();
            let target = match name.kind {
                NameKind::Column => {
                    if let Some(column) = self.column_use(&path, scope, at)? {
                        // A table's own name before the column is dropped; OLD and NEW stay.
                        let written = trimmed.get(name.range.range()).unwrap_or("");
                        let start = match scope {
                            Scope::Transition(_) => name.range.end - last_part(written).len() as u32,
                            Scope::None | Scope::Default | Scope::Relation(_) => name.range.start,
                        };
                        references.push(Reference {
                            start,
                            end: name.range.end,
                            target: column.into(),
                            literal: false,
                        });
                    }
                    None
                }
                NameKind::Function { arguments } => {
                    let found = self.lookup_function(&path).map(ObjectId::from);
                    if found.is_none() {
                        self.check_function(&path, arguments, at)?;
                    }
                    // A range type has a function of its name that makes its values.
                    let found = found.or_else(|| {
                        self.lookup_type(&path).filter(|object| match object {
                            ObjectId::Type(id) => {
                                matches!(self.catalog.types[*id].kind, crate::catalog::TypeKind::Range(_))
                            }
                            _ => false,
                        })
                    });
                    let brought = || self.extension_of_function(&path).filter(|_| !self.is_hidden(&path));
                    found.or_else(|| brought().map(ObjectId::from))
                }
                NameKind::FunctionLiteral => self.lookup_function(&path).map(ObjectId::from),
                NameKind::Type => {
                    let found = self.lookup_type(&path);
                    let builtin = path.last().is_some_and(|name| builtin_type(name).is_some());
                    found.or_else(|| {
                        let extension = if builtin { None } else { self.extension_of_type(&path) };
                        extension.map(ObjectId::from)
                    })
                }
                NameKind::TypeLiteral => self.lookup_type(&path),
                NameKind::RelationLiteral => self.lookup_class(&path),
                NameKind::Collation => self.find_collation(&path, at)?.map(ObjectId::from),
                // A query has a scope of its own; a field's type and operators are not modelled.
                NameKind::AllColumns | NameKind::Field | NameKind::Operator | NameKind::Query => None,
            };
            if let Some(target) = target {
                let (start, end) = (name.range.start, name.range.end);
                references.push(Reference { start, end, target, literal: name.kind.is_literal() });
            }
        }
        let operators = self.operators_in(trimmed, scope).into_iter();
        let operators = operators.map(|target| Reference { start: 0, end: 0, target, literal: false });
        Ok(SqlExpr::new(trimmed, operators.chain(references).collect()))
    }

    /// The operators of the schema that stand behind the signs of an expression.
    fn operators_in(&self, text: &str, scope: Scope) -> Vec<ObjectId> {
        // `IN` and `LIKE` are operators too, so the text does not say whether there are any.
        if !self.catalog.defined.iter().any(|(_, entry)| entry.kind == DefinedKind::Operator) {
            return Vec::new();
        }
        let relation = match scope {
            Scope::Relation(id) | Scope::Transition(id) => Some(id),
            Scope::None | Scope::Default => None,
        };
        let mut environment = crate::query::Environment::default();
        let mut query = format!("SELECT ({text}\n)");
        if let Some(id) = relation {
            let entry = &self.catalog.relations[id];
            let schema = self.catalog.schemas[entry.schema].name.clone();
            match scope {
                Scope::Transition(_) => {
                    for row in ["old", "new"] {
                        environment.rows.push((row.into(), schema.clone(), entry.name.clone()));
                    }
                }
                _ => query = format!("{query} FROM {}", self.catalog.printed_name(id.into())),
            }
        }
        let path = self.search_path().map(|id| self.catalog.schemas[id].name.clone()).collect();
        let scope = crate::query::CatalogScope::new(&self.catalog, path);
        let analysis = crate::query::parse(&query)
            .ok()
            .and_then(|tree| crate::query::analyse(&tree, &scope, &environment).ok());
        // What cannot be understood stands on nothing that is known.
        let mut found: Vec<ObjectId> = analysis.map(|analysis| analysis.dependencies).unwrap_or_default();
        found.retain(|object| {
            matches!(object, ObjectId::Defined(id) if self.catalog.defined[*id].kind == DefinedKind::Operator)
        });
        found.sort_unstable();
        found.dedup();
        found
    }

    fn column_use(&self, path: &[&str], scope: Scope, at: Span) -> Result<Option<ColumnId>> {
        let missing = |relation: RelationId, name: &str| {
            let entry = &self.catalog.relations[relation];
            let names = entry.columns.iter().map(|id| &*self.catalog.columns[*id].name);
            let stop = Stop::refused("42703", at, format!("column \"{name}\" does not exist"))
                .label(entry.origins.creation(), "of this relation");
            match nearest(name, names) {
                Some(near) => stop.help(format!("there is a column \"{near}\"")),
                None => stop,
            }
        };
        match (scope, path) {
            (Scope::Default, _) => {
                Err(Stop::refused("0A000", at, "cannot use column reference in DEFAULT expression")
                    .help("a generated column can: GENERATED ALWAYS AS (…) STORED; so can a trigger"))
            }
            (Scope::Relation(relation), [name]) => match self.catalog.column_named(relation, name) {
                Some(column) => Ok(Some(column)),
                // System columns are there without being listed.
                None if SYSTEM_COLUMNS.contains(name) || *self.catalog.relations[relation].name == **name => {
                    Ok(None)
                }
                None => Err(missing(relation, name)),
            },
            (Scope::Relation(relation) | Scope::Transition(relation), [.., qualifier, name]) => {
                let entry = &self.catalog.relations[relation];
                let transition = matches!(scope, Scope::Transition(_)) && matches!(*qualifier, "old" | "new");
                if !transition && **qualifier != *entry.name {
                    return Ok(None);
                }
                match self.catalog.column_named(relation, name) {
                    Some(column) => Ok(Some(column)),
                    None if SYSTEM_COLUMNS.contains(name) || *name == "*" => Ok(None),
                    None => Err(missing(relation, name)),
                }
            }
            _ => Ok(None),
        }
    }

    pub(super) fn lookup_class(&self, path: &[&str]) -> Option<ObjectId> {
        let entry = match path {
            [name] => self.search_path().find_map(|schema| self.catalog.class(schema, name)),
            [schema, name] => self.catalog.class(self.catalog.schema(schema)?, name),
            _ => None,
        }?;
        Some(match entry {
            ClassEntry::Relation(id) => id.into(),
            ClassEntry::Index(id) => id.into(),
            ClassEntry::Sequence(id) => id.into(),
            ClassEntry::Composite(id) => id.into(),
        })
    }

    pub(super) fn lookup_type(&self, path: &[&str]) -> Option<ObjectId> {
        let entry = match path {
            [name] if builtin_type(name).is_some() => None,
            [name] => self.search_path().find_map(|schema| self.catalog.type_named(schema, name)),
            [schema, name] => self.catalog.type_named(self.catalog.schema(schema)?, name),
            _ => None,
        }?;
        Some(match entry {
            TypeEntry::User(id) => id.into(),
            TypeEntry::Row(id) => id.into(),
        })
    }

    fn lookup_function(&self, path: &[&str]) -> Option<FunctionId> {
        match path {
            [name] => self
                .search_path()
                .find_map(|schema| self.catalog.functions_named(schema, name).first().copied()),
            [schema, name] => {
                self.catalog.functions_named(self.catalog.schema(schema)?, name).first().copied()
            }
            _ => None,
        }
    }
}

/// The last part of a dotted name as it is written.
fn last_part(written: &str) -> &str {
    let start = if let Some(body) = written.strip_suffix('"') {
        // Back to the opening quote: a doubled quote is part of the name.
        let bytes = body.as_bytes();
        let mut at = bytes.len();
        while at > 0 {
            at -= 1;
            if bytes[at] == b'"' {
                if at > 0 && bytes[at - 1] == b'"' {
                    at -= 1;
                } else {
                    break;
                }
            }
        }
        at
    } else {
        written.rfind(|c: char| c == '.' || c.is_whitespace()).map_or(0, |at| at + 1)
    };
    &written[start..]
}

/// Types equal as arguments: modifiers do not count.
pub(super) fn same_types<'t>(mut left: impl Iterator<Item = &'t DataType>, right: &[DataType]) -> bool {
    let mut right = right.iter();
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a.base == b.base && a.is_array() == b.is_array() => {}
            _ => return false,
        }
    }
}

/// Columns that every table has (documentation, "System Columns").
pub(super) const SYSTEM_COLUMNS: &[&str] = &["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

/// The most similar name, if one is close enough to be meant.
pub(super) fn nearest<'n>(name: &str, candidates: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    candidates
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance * 3 <= candidate.len().max(name.len()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein distance in bytes; names are at most 63 bytes.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let next = if x == y { diagonal } else { 1 + diagonal.min(row[j]).min(row[j + 1]) };
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}
