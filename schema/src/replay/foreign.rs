//! Foreign data (documentation, "Foreign Data"): wrappers, servers, user mappings, and what foreign tables have
//! besides columns.

use super::Replayer;
use super::option::word;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{
    ColumnId, DataType, DefinedId, DefinedKind, ObjectId, Property, PropertyValue, RelationId, RelationKind,
    names, property,
};
use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::Span;
use crate::syntax::tree::{
    AlterForeignDataWrapper, AlterServer, CreateForeignDataWrapper, CreateServer, ForeignOption,
    ForeignOptionAction, ForeignTable, ImportForeignSchema, Name, Role, RoleKind, TableConstraintKind,
    UserMapping, UserMappingAction, WrapperFunction, WrapperFunctionKind,
};

type Options = Vec<(Box<str>, Box<str>)>;

/// Wrappers that extensions bring.
const OF_EXTENSIONS: &[(&str, &str)] =
    &[("postgres_fdw", "postgres_fdw"), ("file_fdw", "file_fdw"), ("dblink", "dblink_fdw")];

/// What an option is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Wrapper,
    Server,
    UserMapping,
    Table,
}

/// The validator that PostgreSQL ships, and what it knows: the options of libpq.
const SHIPPED_VALIDATOR: &str = "postgresql_fdw_validator";
const CONNECTION_OPTIONS: &[(&str, Owner)] = &[
    ("authtype", Owner::Server),
    ("service", Owner::Server),
    ("user", Owner::UserMapping),
    ("password", Owner::UserMapping),
    ("connect_timeout", Owner::Server),
    ("dbname", Owner::Server),
    ("host", Owner::Server),
    ("hostaddr", Owner::Server),
    ("port", Owner::Server),
    ("tty", Owner::Server),
    ("options", Owner::Server),
    ("requiressl", Owner::Server),
    ("sslmode", Owner::Server),
    ("gsslib", Owner::Server),
    ("gssdelegation", Owner::Server),
];

/// The options after `ADD`, `SET` and `DROP` (`transformGenericOptions`).
fn changed(mut options: Options, items: &[ForeignOption]) -> Result<Options> {
    for item in items {
        let at = options.iter().position(|(name, _)| *name == item.name.text);
        let value = item.value.as_ref().map(|value| value.value.clone()).unwrap_or_default();
        match (item.action, at) {
            (ForeignOptionAction::Add, Some(_)) => {
                let message = format!("option \"{}\" provided more than once", item.name.text);
                return Err(Stop::refused("42710", item.span, message));
            }
            (ForeignOptionAction::Add, None) => options.push((item.name.text.clone(), value)),
            (ForeignOptionAction::Set, Some(at)) => options[at].1 = value,
            (ForeignOptionAction::Drop, Some(at)) => {
                options.remove(at);
            }
            (ForeignOptionAction::Set | ForeignOptionAction::Drop, None) => {
                let message = format!("option \"{}\" not found", item.name.text);
                return Err(Stop::refused("42704", item.span, message));
            }
        }
    }
    Ok(options)
}

fn options_value(options: Options) -> Option<PropertyValue> {
    (!options.is_empty()).then_some(PropertyValue::Options(options))
}

/// Refuses the constraints that nobody could hold a foreign server to.
pub(super) fn fits_foreign_table(kind: &TableConstraintKind, at: Span) -> Result<()> {
    let word = match kind {
        TableConstraintKind::PrimaryKey(_) => "primary key",
        TableConstraintKind::Unique(_) => "unique",
        TableConstraintKind::Exclude(_) => "exclusion",
        TableConstraintKind::ForeignKey { .. } => "foreign key",
        _ => return Ok(()),
    };
    Err(Stop::refused("0A000", at, format!("{word} constraints are not supported on foreign tables")))
}

impl Replayer<'_> {
    fn options_of(&self, object: ObjectId) -> Options {
        match self.catalog.property(object, property::OPTIONS) {
            Some(PropertyValue::Options(options)) => options.clone(),
            _ => Options::new(),
        }
    }

    /// Refuses options that the wrapper's validator does not know, where that is PostgreSQL's own.
    fn validate(
        &self,
        wrapper: Option<ObjectId>,
        owner: Owner,
        options: &Options,
        items: &[ForeignOption],
    ) -> Result<()> {
        let validator = wrapper.and_then(|wrapper| self.catalog.property(wrapper, property::VALIDATOR));
        if validator.is_none_or(|validator| *validator != word(SHIPPED_VALIDATOR)) {
            return Ok(());
        }
        let known = |name: &str| CONNECTION_OPTIONS.contains(&(name, owner));
        let Some((name, _)) = options.iter().find(|(name, _)| !known(name)) else { return Ok(()) };
        let item = items.iter().find(|item| item.name.text == *name).or(items.first());
        match item {
            Some(item) => Err(Stop::refused("42601", item.span, format!("invalid option \"{name}\""))),
            None => Ok(()),
        }
    }

    /// The functions of a wrapper; an inner `None` takes one away.
    fn wrapper_functions(
        &self,
        functions: &[WrapperFunction],
        at: Span,
    ) -> Result<Vec<(crate::catalog::Attribute, Option<PropertyValue>)>> {
        let mut found: Vec<(crate::catalog::Attribute, Option<PropertyValue>)> = Vec::new();
        for entry in functions {
            let attribute = match entry.kind {
                WrapperFunctionKind::Handler => property::HANDLER,
                WrapperFunctionKind::Validator => property::VALIDATOR,
                WrapperFunctionKind::Connection => {
                    return Err(super::stop::not_modelled("the connection function of a wrapper", at));
                }
            };
            if found.iter().any(|(other, _)| *other == attribute) {
                let at = entry.function.as_ref().map_or(at, crate::syntax::tree::QualifiedName::span);
                return Err(Stop::refused("42601", at, "conflicting or redundant options"));
            }
            let Some(name) = &entry.function else {
                found.push((attribute, None));
                continue;
            };
            let callee = if attribute == property::HANDLER {
                let callee = self.callee(name, Some(&[]))?;
                if !callee.returns("fdw_handler") {
                    let message =
                        format!("function {} must return type fdw_handler", Self::display_name(name));
                    return Err(Stop::refused("42809", name.span(), message));
                }
                callee
            } else {
                let mut texts = DataType::builtin("text");
                if let Some(texts) = &mut texts {
                    texts.dimensions = 1;
                }
                let types: Vec<DataType> = texts.into_iter().chain(DataType::builtin("oid")).collect();
                self.callee(name, Some(&types))?
            };
            found.push((attribute, Some(callee.by_name())));
        }
        Ok(found)
    }

    pub(super) fn create_wrapper(
        &mut self,
        create: &CreateForeignDataWrapper,
        span: Span,
    ) -> Result<Applied> {
        let kind = DefinedKind::ForeignDataWrapper;
        self.defined_free(kind, None, &create.name.text, create.name.span)?;
        if self.wrapper_of_extension(&create.name.text) {
            let message = format!("foreign-data wrapper \"{}\" already exists", create.name.text);
            return Err(Stop::refused("42710", create.name.span, message));
        }
        let mut properties: Vec<Property> = self
            .wrapper_functions(&create.functions, create.name.span)?
            .into_iter()
            .filter_map(|(attribute, value)| Some(Property::new(attribute, value?)))
            .collect();
        let options = changed(Options::new(), &create.options)?;
        properties
            .extend(options_value(options.clone()).map(|value| Property::new(property::OPTIONS, value)));
        let id = self.define(kind, None, &create.name.text, None, properties, span);
        if let Err(stop) = self.validate(Some(id.into()), Owner::Wrapper, &options, &create.options) {
            self.catalog.remove(id.into());
            return Err(stop);
        }
        Ok(Applied::Schema)
    }

    pub(super) fn alter_wrapper(&mut self, alter: &AlterForeignDataWrapper, span: Span) -> Result<Applied> {
        if self.wrapper_of_extension(&alter.name.text) {
            return Err(super::stop::not_modelled("a foreign-data wrapper of an extension", alter.name.span));
        }
        let id = self.global(DefinedKind::ForeignDataWrapper, &alter.name)?;
        let functions = self.wrapper_functions(&alter.functions, alter.name.span)?;
        let options = changed(self.options_of(id.into()), &alter.options)?;
        let before = self.catalog.properties.get(&id.into()).cloned();
        for (attribute, value) in functions {
            self.catalog.set_property(id.into(), attribute, value);
            self.mark(id.into(), attribute, span);
        }
        if !alter.options.is_empty() {
            if let Err(stop) = self.validate(Some(id.into()), Owner::Wrapper, &options, &alter.options) {
                match before {
                    Some(before) => self.catalog.properties.insert(id.into(), before),
                    None => self.catalog.properties.remove(&id.into()),
                };
                return Err(stop);
            }
            self.catalog.set_property(id.into(), property::OPTIONS, options_value(options));
            self.mark(id.into(), property::OPTIONS, span);
        }
        self.catalog.link(id.into());
        Ok(Applied::Schema)
    }

    fn wrapper_of_extension(&self, name: &str) -> bool {
        let brings = |extension: &str| {
            OF_EXTENSIONS.iter().any(|(own, wrapper)| *own == extension && *wrapper == name)
        };
        self.catalog.extensions.iter().any(|(_, extension)| brings(&extension.name))
    }

    /// A wrapper as servers keep it: one of the schema, or an extension's by its name.
    fn wrapper(&self, name: &Name) -> Result<PropertyValue> {
        let found = self.catalog.defined_named(DefinedKind::ForeignDataWrapper, None, &name.text).first();
        if let Some(id) = found {
            return Ok(PropertyValue::Object((*id).into()));
        }
        if self.wrapper_of_extension(&name.text) || !self.knows_all_extensions() {
            return Ok(word(names::quote_identifier(&name.text).into_owned()));
        }
        Err(Self::missing_defined(DefinedKind::ForeignDataWrapper, &name.text, name.span))
    }

    /// The wrapper that a grant names; `None` for an extension's, which is nobody's schema.
    pub(super) fn granted_wrapper(&self, name: &Name) -> Result<Option<ObjectId>> {
        Ok(match self.wrapper(name)? {
            PropertyValue::Object(id) => Some(id),
            _ => None,
        })
    }

    fn wrapper_of_server(&self, server: DefinedId) -> Option<ObjectId> {
        match self.catalog.property(server.into(), property::WRAPPER) {
            Some(PropertyValue::Object(id)) => Some(*id),
            _ => None,
        }
    }

    pub(super) fn create_server(&mut self, create: &CreateServer, span: Span) -> Result<Applied> {
        let kind = DefinedKind::ForeignServer;
        if let Some(first) = self.catalog.defined_named(kind, None, &create.name.text).first() {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE SERVER IF NOT EXISTS"));
            }
            return Err(self.taken(kind, &create.name.text, create.name.span, *first));
        }
        let wrapper = self.wrapper(&create.wrapper)?;
        let options = changed(Options::new(), &create.options)?;
        let of = match &wrapper {
            PropertyValue::Object(id) => Some(*id),
            _ => None,
        };
        self.validate(of, Owner::Server, &options, &create.options)?;
        let mut properties = vec![Property::new(property::WRAPPER, wrapper)];
        for (attribute, text) in
            [(property::SERVER_TYPE, &create.server_type), (property::VERSION, &create.version)]
        {
            let value = text.as_ref().map(|text| PropertyValue::Literal(text.value.clone()));
            properties.extend(value.map(|value| Property::new(attribute, value)));
        }
        properties.extend(options_value(options).map(|value| Property::new(property::OPTIONS, value)));
        self.define(kind, None, &create.name.text, None, properties, span);
        Ok(Applied::Schema)
    }

    pub(super) fn alter_server(&mut self, alter: &AlterServer, span: Span) -> Result<Applied> {
        let id = self.global(DefinedKind::ForeignServer, &alter.name)?;
        let options = changed(self.options_of(id.into()), &alter.options)?;
        self.validate(self.wrapper_of_server(id), Owner::Server, &options, &alter.options)?;
        if let Some(version) = &alter.version {
            let value = version.value.clone().map(PropertyValue::Literal);
            self.catalog.set_property(id.into(), property::VERSION, value);
            self.mark(id.into(), property::VERSION, span);
        }
        if !alter.options.is_empty() {
            self.catalog.set_property(id.into(), property::OPTIONS, options_value(options));
            self.mark(id.into(), property::OPTIONS, span);
        }
        Ok(Applied::Schema)
    }

    /// The role of a mapping; who runs the migrations is called `postgres` by convention.
    fn mapped_role(&self, role: &Role) -> Box<str> {
        match &role.kind {
            RoleKind::Named(name) => name.clone(),
            RoleKind::Public => "public".into(),
            _ => self.session.role.clone().unwrap_or_else(|| "postgres".into()),
        }
    }

    pub(super) fn user_mapping(&mut self, mapping: &UserMapping, span: Span) -> Result<Applied> {
        let kind = DefinedKind::UserMapping;
        let found =
            self.catalog.defined_named(DefinedKind::ForeignServer, None, &mapping.server.text).first();
        let Some(server) = found.copied() else {
            if mapping.action == (UserMappingAction::Drop { if_exists: true }) {
                return Ok(Applied::Nothing("DROP USER MAPPING IF EXISTS"));
            }
            let (name, at) = (&mapping.server.text, mapping.server.span);
            return Err(Self::missing_defined(DefinedKind::ForeignServer, name, at));
        };
        let role = self.mapped_role(&mapping.user);
        let of_server = PropertyValue::Object(server.into());
        let named = self.catalog.defined_named(kind, None, &role).iter().copied();
        let existing = named
            .into_iter()
            .find(|id| self.catalog.property((*id).into(), property::SERVER) == Some(&of_server));
        let missing = || {
            let message =
                format!("user mapping for \"{role}\" does not exist for server \"{}\"", mapping.server.text);
            Stop::refused("42704", mapping.user.span, message)
        };
        let wrapper = self.wrapper_of_server(server);
        match (mapping.action, existing) {
            (UserMappingAction::Create { if_not_exists }, Some(first)) => {
                if if_not_exists {
                    return Ok(Applied::Nothing("CREATE USER MAPPING IF NOT EXISTS"));
                }
                let message = format!(
                    "user mapping for \"{role}\" already exists for server \"{}\"",
                    mapping.server.text
                );
                return Err(Stop::refused("42710", mapping.user.span, message)
                    .label(self.catalog.defined[first].origins.creation(), "made here first"));
            }
            (UserMappingAction::Create { .. }, None) => {
                let options = changed(Options::new(), &mapping.options)?;
                self.validate(wrapper, Owner::UserMapping, &options, &mapping.options)?;
                let mut properties = vec![Property::new(property::SERVER, of_server)];
                properties
                    .extend(options_value(options).map(|value| Property::new(property::OPTIONS, value)));
                self.define(kind, None, &role, None, properties, span);
            }
            (UserMappingAction::Alter, Some(id)) => {
                let options = changed(self.options_of(id.into()), &mapping.options)?;
                self.validate(wrapper, Owner::UserMapping, &options, &mapping.options)?;
                self.catalog.set_property(id.into(), property::OPTIONS, options_value(options));
                self.mark(id.into(), property::OPTIONS, span);
            }
            (UserMappingAction::Drop { .. }, Some(id)) => {
                self.drop_objects(&[(id.into(), mapping.user.span)], false)?;
            }
            (UserMappingAction::Drop { if_exists: true }, None) => {
                return Ok(Applied::Nothing("DROP USER MAPPING IF EXISTS"));
            }
            (UserMappingAction::Alter | UserMappingAction::Drop { .. }, None) => return Err(missing()),
        }
        Ok(Applied::Schema)
    }

    /// `SERVER` and `OPTIONS` of a new foreign table.
    pub(super) fn foreign_table(&mut self, table: RelationId, foreign: &ForeignTable) -> Result<()> {
        let server = self.global(DefinedKind::ForeignServer, &foreign.server)?;
        let options = changed(Options::new(), &foreign.options)?;
        self.validate(self.wrapper_of_server(server), Owner::Table, &options, &foreign.options)?;
        let object = ObjectId::from(table);
        self.catalog.set_property(object, property::SERVER, Some(PropertyValue::Object(server.into())));
        self.catalog.set_property(object, property::OPTIONS, options_value(options));
        self.catalog.link(object);
        Ok(())
    }

    fn must_be_foreign(&self, table: RelationId, at: Span) -> Result<()> {
        let entry = &self.catalog.relations[table];
        if entry.kind == RelationKind::Foreign {
            return Ok(());
        }
        Err(Stop::refused("42809", at, format!("\"{}\" is not a foreign table", entry.name)))
    }

    /// The server of a foreign table's wrapper; none where it is not known.
    fn wrapper_of_table(&self, table: RelationId) -> Option<ObjectId> {
        match self.catalog.property(table.into(), property::SERVER) {
            Some(PropertyValue::Object(ObjectId::Defined(server))) => self.wrapper_of_server(*server),
            _ => None,
        }
    }

    pub(super) fn foreign_options(
        &mut self,
        table: RelationId,
        items: &[ForeignOption],
        span: Span,
    ) -> Result<()> {
        self.must_be_foreign(table, span)?;
        let options = changed(self.options_of(table.into()), items)?;
        self.validate(self.wrapper_of_table(table), Owner::Table, &options, items)?;
        self.catalog.set_property(table.into(), property::OPTIONS, options_value(options));
        self.mark(table.into(), property::OPTIONS, span);
        Ok(())
    }

    pub(super) fn column_foreign_options(
        &mut self,
        column: ColumnId,
        items: &[ForeignOption],
        span: Span,
    ) -> Result<()> {
        let table = self.catalog.columns[column].relation;
        self.must_be_foreign(table, span)?;
        let options = changed(self.options_of(column.into()), items)?;
        self.validate(self.wrapper_of_table(table), Owner::Table, &options, items)?;
        self.catalog.set_property(column.into(), property::OPTIONS, options_value(options));
        self.mark(column.into(), property::OPTIONS, span);
        Ok(())
    }

    /// What it makes only the foreign server knows.
    pub(super) fn import_foreign_schema(&self, import: &ImportForeignSchema, span: Span) -> Result<Applied> {
        let server = self.global(DefinedKind::ForeignServer, &import.server)?;
        self.schema_named(&import.local_schema)?;
        if let Some(wrapper) = self.wrapper_of_server(server)
            && self.catalog.property(wrapper, property::HANDLER).is_none()
        {
            let message =
                format!("foreign-data wrapper {} has no handler", self.catalog.printed_name(wrapper));
            return Err(Stop::refused("55000", span, message));
        }
        Err(Stop::opaque(
            Diagnostic::new(
                &rules::OPAQUE,
                "the tables that this imports are known to the foreign server only",
            )
            .at(span)
            .why("the catalog misses the foreign tables that this statement makes")
            .help("write them out: CREATE FOREIGN TABLE"),
        ))
    }
}
