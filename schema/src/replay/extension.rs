//! Extensions: `CREATE`, `ALTER` and what a name means that one of them brings.

use super::Replayer;
use super::stop::{Applied, Result, Stop, not_modelled};
use super::unknown::Reach;
use crate::catalog::{
    Attribute, DefinedKind, Extension, ExtensionId, Origins, Schema, SchemaId, TypeBase, names,
};
use crate::expression::typing::extension;
use crate::expression::typing::facts::{self, knows_extension};
use crate::source::Span;
use crate::syntax::tree::{
    AlterExtension, AlterExtensionAction, CreateExtension, Name, ObjectAddress, ObjectName, QualifiedName,
};

impl Replayer<'_> {
    pub(super) fn create_extension(&mut self, create: &CreateExtension, span: Span) -> Result<Applied> {
        let name = &create.name;
        // Every new database has PL/pgSQL.
        if name.as_str() == "plpgsql" || self.catalog.extension_named(&name.text).is_some() {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE EXTENSION IF NOT EXISTS"));
            }
            let message = format!("extension \"{}\" already exists", name.text);
            return Err(Stop::refused("42710", name.span, message));
        }
        let version = create.version.as_ref().map(|version| version.text.clone());
        self.make_extension(&name.text, create.schema.as_ref(), version, create.cascade, name.span, span, 0)?;
        Ok(Applied::Schema)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "what the statement says, for each extension that it requires"
    )]
    fn make_extension(
        &mut self,
        name: &str,
        written_schema: Option<&Name>,
        version: Option<Box<str>>,
        cascade: bool,
        at: Span,
        span: Span,
        depth: u32,
    ) -> Result<()> {
        let known = extension::extension(name);
        let fixed = known.and_then(|row| row.schema);
        let schema = match (fixed, written_schema) {
            (Some(fixed), Some(written)) if *fixed != *written.text => {
                let message = format!("extension \"{name}\" must be installed in schema \"{fixed}\"");
                return Err(Stop::refused("0A000", written.span, message));
            }
            // What lies there is found without a schema, as PostgreSQL's own.
            (Some("pg_catalog"), _) => None,
            (Some(fixed), _) => Some(self.catalog.schema(fixed).unwrap_or_else(|| {
                let origins = Origins::created(span);
                self.catalog.add_schema(Schema { name: fixed.into(), owner: None, origins })
            })),
            (None, Some(schema)) if schema.as_str() == "pg_catalog" => None,
            (None, Some(schema)) => Some(self.schema_named(schema)?),
            (None, None) => match self.session_schema() {
                Some(schema) => Some(schema),
                None => {
                    return Err(Stop::refused("3F000", at, "no schema has been selected to create in")
                        .help("say WITH SCHEMA, or set search_path"));
                }
            },
        };
        for required in known.iter().flat_map(extension::ExtensionRow::requires) {
            if required == "plpgsql" || self.catalog.extension_named(required).is_some() {
                continue;
            }
            if !cascade {
                let message = format!("required extension \"{required}\" is not installed");
                return Err(Stop::refused("42704", at, message)
                    .help("use CREATE EXTENSION … CASCADE to install required extensions too"));
            }
            if depth < 8 {
                self.make_extension(required, written_schema, None, true, at, span, depth + 1)?;
            }
        }
        if !knows_extension(name) {
            let home = written_schema.map(|schema| schema.text.clone());
            self.note_unknown(Reach::Extension { name: name.into(), schema: home }, span);
        }
        let origins = Origins::created(span);
        self.catalog.add_extension(Extension { name: name.into(), schema, version, origins });
        Ok(())
    }

    fn extension(&self, name: &Name) -> Result<ExtensionId> {
        self.catalog.extension_named(&name.text).ok_or_else(|| {
            Stop::refused("42704", name.span, format!("extension \"{}\" does not exist", name.text))
        })
    }

    pub(super) fn alter_extension(&mut self, alter: &AlterExtension, span: Span) -> Result<Applied> {
        let id = self.extension(&alter.name)?;
        match &alter.action {
            AlterExtensionAction::Update(version) => {
                let entry = &mut self.catalog.extensions[id];
                entry.version = version.as_ref().map(|version| version.text.clone());
                entry.origins.set(Attribute::VERSION, span);
                let name = entry.name.clone();
                if !knows_extension(&name) {
                    self.note_unknown(Reach::Extension { name, schema: None }, span);
                }
                Ok(Applied::Schema)
            }
            AlterExtensionAction::Add(object) | AlterExtensionAction::Drop(object) => {
                self.address(object)?;
                Err(not_modelled("what belongs to an extension", span))
            }
        }
    }

    /// `ALTER EXTENSION … SET SCHEMA`: what it brings moves along.
    pub(super) fn move_extension(
        &mut self,
        id: ExtensionId,
        schema: SchemaId,
        at: Span,
        span: Span,
    ) -> Result<()> {
        let name = self.catalog.extensions[id].name.clone();
        if extension::extension(&name).is_some_and(|row| !row.relocatable) {
            let message = format!("extension \"{name}\" does not support SET SCHEMA");
            return Err(Stop::refused("0A000", at, message));
        }
        self.catalog.move_extension(id, schema);
        self.catalog.extensions[id].origins.set(Attribute::SCHEMA, span);
        Ok(())
    }

    /// The installed extensions that a name may be one of: those of its schema, or of the path's.
    fn visible_extensions<'s>(&'s self, schema: Option<&'s str>) -> impl Iterator<Item = ExtensionId> + 's {
        self.catalog.extensions.iter().filter_map(move |(id, entry)| {
            let Some(home) = entry.schema else {
                return schema.is_none_or(|name| name == "pg_catalog").then_some(id);
            };
            let visible = match schema {
                Some(name) => *self.catalog.schemas[home].name == *name,
                None => self.search_path().any(|path| path == home),
            };
            visible.then_some(id)
        })
    }

    /// A type that an installed extension brings.
    pub(super) fn extension_type(&self, name: &QualifiedName) -> Option<TypeBase> {
        let word = name.name.as_str();
        let id = self.extension_of(name.schema_str(), |extension| extension::brings_type(extension, word))?;
        let schema = self.catalog.extensions[id].schema;
        let schema = schema.map_or_else(|| "pg_catalog".into(), |id| self.catalog.schemas[id].name.clone());
        Some(TypeBase::Extension { schema, name: word.into() })
    }

    /// The installed extension that a function of this name is of.
    pub(super) fn extension_of_function(&self, path: &[&str]) -> Option<ExtensionId> {
        let (schema, name) = split(path)?;
        self.extension_of(schema, |extension| {
            facts::functions(name).chain(facts::internal_functions(name)).any(|row| row.source == extension)
        })
    }

    /// True when `pg_catalog`, which is searched first, has a function of the same arguments for each that an
    /// extension brings by this name (`gen_random_uuid` of pgcrypto).
    pub(super) fn is_hidden(&self, path: &[&str]) -> bool {
        let [name] = path else { return false };
        let rows = || facts::functions(name);
        rows()
            .filter(|row| !row.source.is_empty())
            .all(|row| rows().any(|own| own.source.is_empty() && own.same_arguments(&row)))
    }

    /// The installed extension that a type of this name is of.
    pub(super) fn extension_of_type(&self, path: &[&str]) -> Option<ExtensionId> {
        let (schema, name) = split(path)?;
        self.extension_of(schema, |extension| extension::brings_type(extension, name))
    }

    fn extension_of(&self, schema: Option<&str>, brings: impl Fn(&str) -> bool) -> Option<ExtensionId> {
        self.visible_extensions(schema).find(|id| brings(&self.catalog.extensions[*id].name))
    }

    /// A range type and its multirange bring functions of their names that make their values.
    fn makes_ranges(&self, schema: Option<&str>, name: &str) -> bool {
        let visible = |id| match schema {
            Some(schema) => *self.catalog.schemas[id].name == *schema,
            None => self.search_path().any(|path| path == id),
        };
        self.catalog.types.iter().any(|(_, ty)| {
            matches!(ty.kind, crate::catalog::TypeKind::Range(_)) && &*ty.name == name && visible(ty.schema)
        }) || self.multirange(schema, name).is_some()
    }

    /// The multirange type of this name: it comes with its range and is no entry of the catalog.
    pub(super) fn multirange(&self, schema: Option<&str>, name: &str) -> Option<TypeBase> {
        let schemas: Vec<_> = match schema {
            Some(schema) => self.catalog.schema(schema).into_iter().collect(),
            None => self.search_path().collect(),
        };
        let home = schemas.into_iter().find(|home| {
            self.catalog.types.iter().any(|(_, ty)| {
                let own = &*self.catalog.schemas[ty.schema].name;
                crate::catalog::multirange_of(ty, own).is_some_and(|(of, multirange)| {
                    *of == *self.catalog.schemas[*home].name && *multirange == *name
                })
            })
        })?;
        Some(TypeBase::Extension { schema: self.catalog.schemas[home].name.clone(), name: name.into() })
    }

    /// True when a call by this name can mean something: a function, or the cast that a type's name is.
    fn function_is_known(&self, path: &[&str], arguments: u32) -> bool {
        let Some((schema, name)) = split(path) else { return true };
        let all = || facts::functions(name).chain(facts::internal_functions(name));
        let own = |source: &str| match schema {
            None | Some("pg_catalog") => source.is_empty(),
            Some(schema) => schema == source,
        };
        all().any(|row| own(row.source))
            || self.extension_of_function(path).is_some()
            || match schema {
                Some(schema) => self
                    .catalog
                    .schema(schema)
                    .is_some_and(|schema| !self.catalog.functions_named(schema, name).is_empty()),
                None => {
                    self.search_path().any(|schema| !self.catalog.functions_named(schema, name).is_empty())
                }
            }
            || self.makes_ranges(schema, name)
            || (arguments == 1
                && (crate::catalog::builtin_type(name).is_some()
                    || self.lookup_type(path).is_some()
                    || self.extension_of_type(path).is_some()))
    }

    /// Refuses a call by a name that no function has, whatever its arguments are.
    pub(super) fn check_function(&self, path: &[&str], arguments: u32, at: Span) -> Result<()> {
        if let [schema, _] = path
            && !matches!(*schema, "pg_catalog" | "information_schema")
            && self.catalog.schema(schema).is_none()
        {
            return Err(Stop::refused("3F000", at, format!("schema \"{schema}\" does not exist")));
        }
        if self.function_is_known(path, arguments) {
            return Ok(());
        }
        let given = if arguments == 0 { "" } else { "…" };
        let name = path.join(".");
        let stop = Stop::refused("42883", at, format!("function {name}({given}) does not exist"));
        let provider = path.last().and_then(|name| extension::provider_of_function(name));
        Err(match provider {
            Some(extension) if self.catalog.extension_named(extension).is_none() => stop.help(format!(
                "the extension \"{extension}\" has a function of this name: CREATE EXTENSION {}",
                names::quote_identifier(extension)
            )),
            _ => stop,
        })
    }

    /// Refuses an operator class that is not there.
    pub(super) fn check_opclass(&self, name: &QualifiedName, method: &str) -> Result<()> {
        let word = name.name.as_str();
        let path: Vec<&str> = name.schema_str().into_iter().chain([word]).collect();
        let of = |source: &str| {
            facts::objects(word).any(|row| {
                row.kind == "operator class" && row.source == source && row.words.first() == Some(&method)
            })
        };
        let schema = name.schema_str();
        let own = schema.is_none_or(|schema| schema == "pg_catalog") && of("");
        if own || self.extension_of(schema, of).is_some() {
            return Ok(());
        }
        let defined = self
            .catalog
            .defined
            .iter()
            .any(|(_, entry)| entry.kind == DefinedKind::OperatorClass && *entry.name == *word);
        // What is known of an access method that nobody here knows?
        let method_known = matches!(method, "btree" | "hash" | "gist" | "gin" | "spgist" | "brin");
        if defined || !method_known {
            return Ok(());
        }
        let message =
            format!("operator class \"{}\" does not exist for access method \"{method}\"", path.join("."));
        let stop = Stop::refused("42704", name.span(), message);
        let provider =
            facts::objects(word).find(|row| row.kind == "operator class" && !row.source.is_empty());
        Err(match provider {
            Some(row) => stop.help(format!(
                "the extension \"{}\" has one of this name: CREATE EXTENSION {}",
                row.source,
                names::quote_identifier(row.source)
            )),
            None => stop,
        })
    }

    /// Refuses to drop what an extension brings: it goes with the extension only.
    pub(super) fn not_of_extension(&self, address: &ObjectAddress) -> Result<()> {
        let (name, word) = match &address.name {
            ObjectName::Routine(signature) => (&signature.name, "function"),
            ObjectName::Type(ty) => (&ty.name, "type"),
            _ => return Ok(()),
        };
        let path: Vec<&str> = name.schema_str().into_iter().chain([name.name.as_str()]).collect();
        let (own, extension) = match word {
            "type" => (self.lookup_type(&path).is_some(), self.extension_of_type(&path)),
            _ => (!self.functions(name).unwrap_or_default().is_empty(), self.extension_of_function(&path)),
        };
        let Some(extension) = extension.filter(|_| !own) else { return Ok(()) };
        let extension = &self.catalog.extensions[extension].name;
        let message =
            format!("cannot drop {word} {} because extension {extension} requires it", path.join("."));
        Err(Stop::refused("2BP01", address.span, message)
            .help(format!("drop the extension {extension} instead")))
    }
}

fn split<'p>(path: &[&'p str]) -> Option<(Option<&'p str>, &'p str)> {
    match path {
        [name] => Some((None, name)),
        [schema, name] => Some((Some(schema), name)),
        _ => None,
    }
}
