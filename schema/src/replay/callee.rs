//! The functions that definitions name: those of the schema, of PostgreSQL and of its extensions.

use super::Replayer;
use super::resolve::same_types;
use super::stop::{Result, Stop};
use crate::catalog::{
    Catalog, DataType, FunctionId, FunctionKind, PropertyValue, TypeBase, Volatility, builtin_type, names,
};
use crate::expression::typing::facts::{self, FunctionRow, TypeFact};
use crate::syntax::tree::{QualifiedName, RoutineSignature};

/// A function that a definition names.
#[derive(Clone, Debug)]
pub(super) struct Callee {
    /// Absent for functions that the schema does not define.
    pub(super) id: Option<FunctionId>,
    /// As SQL with an empty `search_path` calls it, without arguments.
    pub(super) name: Box<str>,
    /// What else there is to know; absent for a function of an extension that is known by name only.
    pub(super) known: Option<Known>,
    /// As the statement gave them.
    arguments: Vec<DataType>,
}

/// See [`Callee::known`].
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) kind: FunctionKind,
    pub(super) arguments: Vec<DataType>,
    /// Absent where it is a type that the catalog cannot say.
    pub(super) returns: Option<DataType>,
    pub(super) set: bool,
    pub(super) strict: bool,
    pub(super) variadic: bool,
    pub(super) volatility: Volatility,
}

impl Callee {
    /// For definitions that give no arguments.
    pub(super) fn by_name(&self) -> PropertyValue {
        match self.id {
            Some(id) => PropertyValue::Object(id.into()),
            None => PropertyValue::Word(self.name.clone()),
        }
    }

    /// With the types of its arguments.
    pub(super) fn by_signature(&self, catalog: &Catalog) -> PropertyValue {
        if let Some(id) = self.id {
            return PropertyValue::Routine(id);
        }
        let arguments = self.known.as_ref().map_or(&self.arguments, |known| &known.arguments);
        let printed: Vec<_> = arguments.iter().map(|ty| ty.print(catalog)).collect();
        PropertyValue::Word(format!("{}({})", self.name, printed.join(",")).into())
    }

    /// True unless it is known to return something else.
    pub(super) fn returns(&self, name: &str) -> bool {
        self.known
            .as_ref()
            .and_then(|known| known.returns.as_ref())
            .is_none_or(|ty| ty.builtin_name() == Some(name))
    }
}

/// Types equal as arguments.
pub(super) fn same_type(left: &DataType, right: &DataType) -> bool {
    left.base == right.base && left.is_array() == right.is_array()
}

impl Replayer<'_> {
    /// A type of the tables of facts as a column has it; `None` for what the catalog does not know.
    pub(super) fn fact_type(&self, fact: TypeFact) -> Option<DataType> {
        let base = if fact.source.is_empty() {
            TypeBase::Builtin(builtin_type(fact.name)?)
        } else {
            TypeBase::Extension { schema: self.extension_home(fact.source)?, name: fact.name.into() }
        };
        let mut ty = DataType::new(base);
        ty.dimensions = u8::from(fact.array);
        Some(ty)
    }

    /// The schema of an extension that is installed.
    pub(super) fn extension_home(&self, name: &str) -> Option<Box<str>> {
        let (_, extension) = self.catalog.extensions.iter().find(|(_, entry)| *entry.name == *name)?;
        let schema = extension.schema.unwrap_or_else(|| self.catalog.public());
        Some(self.catalog.schemas[schema].name.clone())
    }

    /// True while every extension that is installed is one whose objects are known here.
    pub(super) fn knows_all_extensions(&self) -> bool {
        self.catalog.extensions.iter().all(|(_, extension)| facts::knows_extension(&extension.name))
    }

    fn callee_of_fact(&self, name: &str, row: &FunctionRow, home: Option<&str>) -> Option<Callee> {
        let arguments: Option<Vec<DataType>> = row.arguments().map(|fact| self.fact_type(fact)).collect();
        let arguments = arguments?;
        let known = Known {
            kind: match row.kind.chars().next() {
                Some('a') => FunctionKind::Aggregate,
                Some('w') => FunctionKind::Window,
                _ => FunctionKind::Function,
            },
            returns: self.fact_type(row.result),
            set: row.set,
            strict: row.strict,
            variadic: row.variadic,
            volatility: match row.volatility {
                'i' => Volatility::Immutable,
                's' => Volatility::Stable,
                _ => Volatility::Volatile,
            },
            arguments: arguments.clone(),
        };
        let printed = match home {
            Some(schema) => names::qualified(schema, name),
            None => names::quote_identifier(name).into_owned(),
        };
        Some(Callee { id: None, name: printed.into(), known: Some(known), arguments })
    }

    /// All that a name may mean, in the order in which it is looked for.
    pub(super) fn callees(&self, name: &QualifiedName) -> Result<Vec<Callee>> {
        let word = name.name.as_str();
        let all = || facts::functions(word).chain(facts::internal_functions(word));
        let mut found = Vec::new();
        if name.schema_str().is_none_or(|schema| schema == "pg_catalog") {
            let own = all().filter(|row| row.source.is_empty());
            found.extend(own.filter_map(|row| self.callee_of_fact(word, &row, None)));
        }
        let user = self.functions(name)?.into_iter().map(|id| self.callee_of(id));
        found.extend(user);
        for row in all().filter(|row| !row.source.is_empty()) {
            let Some(home) = self.extension_home(row.source) else { continue };
            let visible = match name.schema_str() {
                Some(schema) => *schema == *home,
                None => self.search_path().any(|schema| self.catalog.schemas[schema].name == home),
            };
            if visible {
                found.extend(self.callee_of_fact(word, &row, Some(&home)));
            }
        }
        Ok(found)
    }

    pub(super) fn callee_of(&self, id: FunctionId) -> Callee {
        let function = &self.catalog.functions[id];
        let inputs = function.arguments.iter().filter(|argument| argument.mode.is_input());
        let arguments: Vec<DataType> = inputs.map(|argument| argument.ty.clone()).collect();
        let outputs: Vec<_> = function
            .arguments
            .iter()
            .filter(|argument| {
                !argument.mode.is_input() || argument.mode == crate::catalog::ArgumentMode::InOut
            })
            .collect();
        let returns = match (&function.returns, outputs.as_slice()) {
            (Some(ty), _) => Some(ty.clone()),
            (None, [one]) => Some(one.ty.clone()),
            (None, []) => DataType::builtin("void"),
            (None, _) => DataType::builtin("record"),
        };
        Callee {
            id: Some(id),
            name: self.catalog.printed_name(id.into()).into(),
            known: Some(Known {
                kind: function.kind,
                arguments: arguments.clone(),
                returns,
                set: function.returns_set,
                strict: function.strict,
                variadic: function
                    .arguments
                    .iter()
                    .any(|argument| argument.mode == crate::catalog::ArgumentMode::Variadic),
                volatility: function.volatility,
            }),
            arguments,
        }
    }

    /// The function of a name, with exactly these arguments where they are given (`LookupFuncName`).
    ///
    /// Refuses what is not there, unless an extension that is not known here may have it.
    pub(super) fn callee(&self, name: &QualifiedName, types: Option<&[DataType]>) -> Result<Callee> {
        let mut found = self.callees(name)?;
        if let Some(types) = types {
            found.retain(|callee| same_types(callee.arguments.iter(), types));
        }
        match (found.len(), types) {
            (1, _) | (2.., Some(_)) => Ok(found.swap_remove(0)),
            (0, _) if !self.knows_all_extensions() => Ok(Callee {
                id: None,
                name: match name.schema_str().filter(|schema| *schema != "pg_catalog") {
                    Some(schema) => names::qualified(schema, &name.name.text).into(),
                    None => names::quote_identifier(&name.name.text).into(),
                },
                known: None,
                arguments: types.map(<[_]>::to_vec).unwrap_or_default(),
            }),
            (0, Some(types)) => Err(self.missing_function(name, types)),
            (0, None) => {
                let message = format!("could not find a function named \"{}\"", Self::display_name(name));
                Err(Stop::refused("42883", name.span(), message))
            }
            (_, None) => {
                let message = format!("function name \"{}\" is not unique", Self::display_name(name));
                Err(Stop::refused("42725", name.span(), message)
                    .help("write the argument types to tell the candidates apart"))
            }
        }
    }

    pub(super) fn missing_function(&self, name: &QualifiedName, types: &[DataType]) -> Stop {
        let printed: Vec<_> = types.iter().map(|ty| ty.print(&self.catalog)).collect();
        let message = format!("function {}({}) does not exist", Self::display_name(name), printed.join(", "));
        Stop::refused("42883", name.span(), message)
    }

    /// The function that a signature names (`LookupFuncWithArgs`).
    pub(super) fn callee_of_signature(&self, signature: &RoutineSignature) -> Result<Callee> {
        let Some(arguments) = &signature.arguments else { return self.callee(&signature.name, None) };
        let mut types = Vec::new();
        for argument in arguments {
            let out = argument.mode.is_some_and(|mode| mode.value == crate::syntax::tree::ArgumentMode::Out);
            if !out {
                types.push(self.any_type(&argument.type_name)?);
            }
        }
        self.callee(&signature.name, Some(&types))
    }

    /// A type as the tables of facts name it; `None` for what the schema defines.
    pub(super) fn type_fact(ty: &DataType) -> Option<TypeFact> {
        match &ty.base {
            TypeBase::Builtin(builtin) => {
                Some(TypeFact { source: "", name: builtin.name, array: ty.is_array() })
            }
            TypeBase::Extension { name, .. } => facts::types(name)
                .find(|row| !row.source.is_empty())
                .map(|row| TypeFact { source: row.source, name: row.name, array: ty.is_array() }),
            TypeBase::User(_) | TypeBase::Row(_) => None,
        }
    }
}
