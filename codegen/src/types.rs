//! Which Rust type reads which column: the table of types, and what the settings put over it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use schemactl_schema::catalog::{Catalog, ColumnId, ColumnWalker, DataType, TypeBase, TypeId, TypeKind};
use schemactl_schema::diagnostic::Diagnostic;

use crate::declared;
use crate::plan::undomained;
use crate::rules;
use crate::rust_type::{RustType, Unmapped, UnmappedReason};
use crate::settings::{DateTime, Numeric, RustPath, Settings, TypeSetting};
use crate::sql_name::{self, Named};
use crate::type_map::{self, TypeFact};

/// A Rust type that the settings name, with what code around it must know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Override {
    /// The path as the settings have it.
    pub rust: String,
    pub copy: bool,
    /// It implements `Eq` and `Hash`.
    pub hash: bool,
    pub serde: bool,
    /// sqlx reads and writes arrays of it.
    pub array: bool,
    /// The Cargo feature of sqlx that it needs.
    pub feature: Option<String>,
    /// Of `Vec<…>`, what its elements are: the facts above are theirs.
    element: Option<Arc<Self>>,
}

impl Override {
    pub(crate) fn of(setting: &TypeSetting) -> Self {
        let rust = setting.rust.0.clone();
        let element = rust.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>'));
        let element = element.map(|element| {
            Arc::new(Self::of(&TypeSetting { rust: RustPath(element.to_owned()), ..setting.clone() }))
        });
        // Of a type that is known here, the settings need not say anything.
        let known = type_map::by_rust(&rust);
        let fact = |of: fn(&TypeFact) -> bool, otherwise: bool| known.map_or(otherwise, of);
        Self {
            copy: setting.copy.unwrap_or_else(|| type_map::is_copied(&rust)),
            hash: setting.hash.unwrap_or_else(|| fact(type_map::is_hashable, type_map::is_hashed(&rust))),
            serde: setting.serde.unwrap_or_else(|| fact(|fact| fact.serde, true)),
            array: setting.array.unwrap_or_else(|| fact(type_map::has_array, true)),
            feature: setting
                .feature
                .clone()
                .or_else(|| type_map::feature(&rust).map(str::to_owned))
                .or_else(|| element.as_ref().and_then(|element| element.feature.clone())),
            element,
            rust,
        }
    }
}

/// The Rust types of a catalog's columns under the settings.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Types {
    datetime: DateTime,
    numeric: Numeric,
    columns: BTreeMap<ColumnId, Arc<Override>>,
    /// Of types that the schema defines.
    defined: BTreeMap<TypeId, Arc<Override>>,
    /// Of other types, by one of the spellings of [`spellings`].
    named: BTreeMap<String, Arc<Override>>,
}

/// How deep domains and composites may stand in each other. PostgreSQL has no such limit, but no schema
/// comes near, and a catalog with a circle in it must not be the end of the program.
const MAX_DEPTH: u32 = 64;

impl Types {
    /// Looks up what the settings name; what they name and is not there is a finding.
    pub fn new(catalog: &Catalog, settings: &Settings, findings: &mut Vec<Diagnostic>) -> Self {
        let mut types = Self { datetime: settings.datetime, numeric: settings.numeric, ..Self::default() };
        if settings.types.is_empty() {
            return types;
        }
        let used = used_spellings(catalog);
        for (key, setting) in &settings.types {
            let chosen = Arc::new(Override::of(setting));
            let name = key.get_ref().trim();
            let mut matched = false;
            for found in sql_name::find(catalog, name) {
                match found {
                    Named::Column(id) => types.columns.insert(id, Arc::clone(&chosen)),
                    Named::Type(id) => types.defined.insert(id, Arc::clone(&chosen)),
                    // A table's row type is no column's type; an attribute has the type of its kind.
                    Named::Relation(_) | Named::Member(..) | Named::Function(_) => continue,
                };
                matched = true;
            }
            if !matched {
                if !used.contains(name) && !is_builtin(name) {
                    findings.push(unmatched(catalog, settings, key, &used));
                }
                types.named.insert(name.to_owned(), chosen);
            }
        }
        types
    }

    /// The Rust type of a column.
    ///
    /// # Errors
    /// Why there is none.
    pub fn column(&self, column: ColumnWalker<'_>) -> Result<RustType, Unmapped> {
        match self.columns.get(&column.id) {
            Some(chosen) => Ok(overridden(column.catalog, &column.ty, chosen)),
            None => self.of(column.catalog, &column.ty),
        }
    }

    /// Whether the settings choose any type.
    pub(crate) fn has_chosen(&self) -> bool {
        !(self.columns.is_empty() && self.defined.is_empty() && self.named.is_empty())
    }

    /// What the settings give to a column by its name.
    pub fn chosen_for_column(&self, id: ColumnId) -> Option<&Override> {
        self.columns.get(&id).map(|chosen| &**chosen)
    }

    /// What the settings give to a type, by itself and not by what it is made of.
    pub fn chosen_for(&self, catalog: &Catalog, ty: &DataType) -> Option<&Override> {
        self.chosen(catalog, ty).map(|chosen| &**chosen)
    }

    /// The Rust type that generated code uses for a PostgreSQL type, where no column has one of its own.
    ///
    /// A domain is read as its base type, and its newtype is transparent: the server describes a column of a domain by
    /// the base type.
    /// See <https://www.postgresql.org/docs/current/protocol-message-formats.html> (RowDescription).
    ///
    /// # Errors
    /// Why there is none.
    pub fn of(&self, catalog: &Catalog, ty: &DataType) -> Result<RustType, Unmapped> {
        self.find(catalog, ty, MAX_DEPTH).map_err(|reason| Unmapped { postgres: ty.print(catalog), reason })
    }

    fn chosen(&self, catalog: &Catalog, ty: &DataType) -> Option<&Arc<Override>> {
        if let (TypeBase::User(id), 0) = (&ty.base, ty.dimensions)
            && let Some(chosen) = self.defined.get(id)
        {
            return Some(chosen);
        }
        if self.named.is_empty() {
            return None;
        }
        spellings(catalog, ty).iter().find_map(|name| self.named.get(name))
    }

    fn find(&self, catalog: &Catalog, ty: &DataType, depth: u32) -> Result<RustType, UnmappedReason> {
        if let Some(chosen) = self.chosen(catalog, ty) {
            return Ok(overridden(catalog, ty, chosen));
        }
        match ty.dimensions {
            0 => self.find_scalar(catalog, ty, depth),
            1 => {
                let scalar = ty.element();
                let chosen = self.chosen(catalog, &scalar);
                let own = chosen.is_some();
                let element = match chosen {
                    Some(chosen) => RustType::Overridden(Arc::clone(chosen)),
                    None => self.find_scalar(catalog, &scalar, depth)?.undomained(),
                };
                let recognised = match &element {
                    RustType::Known(fact) => !is_user_type(&ty.base) || fact.domain_elements,
                    RustType::Enum(id) | RustType::Composite(id) => ty.base == TypeBase::User(*id),
                    RustType::Overridden(chosen) => chosen.array && (own || !is_user_type(&ty.base)),
                    RustType::List(_) | RustType::Domain(..) => false,
                };
                if recognised {
                    Ok(RustType::List(Box::new(element)))
                } else {
                    Err(UnmappedReason::ArrayElement)
                }
            }
            _ => Err(UnmappedReason::Dimensions),
        }
    }

    fn find_scalar(&self, catalog: &Catalog, ty: &DataType, depth: u32) -> Result<RustType, UnmappedReason> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(UnmappedReason::Composite);
        };
        match &ty.base {
            TypeBase::Builtin(builtin) => {
                self.builtin(builtin.name).map(RustType::Known).ok_or(UnmappedReason::Builtin)
            }
            TypeBase::Extension { name, .. } => {
                type_map::extension(name).map(RustType::Known).ok_or(UnmappedReason::Foreign)
            }
            TypeBase::Row(_) => Err(UnmappedReason::Row),
            TypeBase::User(id) => match &catalog.types[*id].kind {
                TypeKind::Enum(labels) if labels.is_empty() => Err(UnmappedReason::EnumWithoutLabels),
                TypeKind::Enum(_) => Ok(RustType::Enum(*id)),
                TypeKind::Domain(domain) => match self.find(catalog, &domain.base, depth)? {
                    list @ RustType::List(_) => Ok(list),
                    base => Ok(RustType::Domain(*id, Box::new(base))),
                },
                TypeKind::Range(range) => range
                    .subtype
                    .builtin_name()
                    .and_then(|subtype| type_map::RANGE_OF_SUBTYPE.iter().find(|(name, _)| *name == subtype))
                    .and_then(|(_, range)| self.builtin(range))
                    .map(RustType::Known)
                    .ok_or(UnmappedReason::RangeSubtype),
                // sqlx reads the attributes in order: one that has no type would shift the rest.
                TypeKind::Composite(attributes) => {
                    let readable =
                        attributes.iter().all(|attribute| match self.find(catalog, &attribute.ty, depth) {
                            Ok(RustType::Overridden(_)) => true,
                            Ok(_) => declared::is_read_inside(catalog, &attribute.ty),
                            Err(_) => false,
                        });
                    if readable && !attributes.is_empty() {
                        Ok(RustType::Composite(*id))
                    } else {
                        Err(UnmappedReason::Composite)
                    }
                }
                TypeKind::Base => Err(UnmappedReason::Foreign),
            },
        }
    }

    /// The fact about a built-in type, of the crates that the settings choose.
    pub fn builtin(&self, name: &str) -> Option<&'static TypeFact> {
        let of = |facts: &'static [TypeFact]| facts.iter().find(|fact| fact.postgres == name);
        let time = (self.datetime == DateTime::Time).then(|| of(type_map::TIME)).flatten();
        let big = (self.numeric == Numeric::BigDecimal).then(|| of(type_map::BIGDECIMAL)).flatten();
        time.or(big).or_else(|| type_map::builtin(name))
    }

    /// Whether values of the type implement `Serialize` and `Deserialize`.
    pub fn has_serde(&self, catalog: &Catalog, ty: &RustType) -> bool {
        match ty {
            RustType::Known(fact) => fact.serde,
            RustType::Enum(_) => true,
            RustType::Composite(id) => match &catalog.types[*id].kind {
                TypeKind::Composite(attributes) => attributes.iter().all(|attribute| {
                    self.of(catalog, &attribute.ty).is_ok_and(|ty| self.has_serde(catalog, &ty))
                }),
                _ => false,
            },
            RustType::Domain(_, base) => self.has_serde(catalog, base),
            RustType::List(element) => self.has_serde(catalog, element),
            RustType::Overridden(chosen) => chosen.serde,
        }
    }
}

/// What the settings say of a type. `Vec<…>` over arrays is a list, whose elements can be taken one by one.
fn overridden(catalog: &Catalog, ty: &DataType, chosen: &Arc<Override>) -> RustType {
    match &chosen.element {
        Some(element) if undomained(catalog, ty).is_array() => {
            RustType::List(Box::new(RustType::Overridden(Arc::clone(element))))
        }
        _ => RustType::Overridden(Arc::clone(chosen)),
    }
}

fn is_user_type(base: &TypeBase) -> bool {
    matches!(base, TypeBase::User(_))
}

/// The ways in which settings may write a type: as `format_type` prints it, without its modifiers, and by its bare name.
fn spellings(catalog: &Catalog, ty: &DataType) -> Vec<String> {
    let whole = ty.print(catalog);
    let plain = DataType { modifiers: Vec::new(), interval_fields: None, ..ty.clone() }.print(catalog);
    let brackets = if ty.is_array() { "[]" } else { "" };
    let bare = match &ty.base {
        TypeBase::Builtin(builtin) => Some(format!("{}{brackets}", builtin.name)),
        TypeBase::Extension { name, .. } => Some(format!("{name}{brackets}")),
        TypeBase::User(id) => Some(format!("{}{brackets}", catalog.types[*id].name)),
        TypeBase::Row(_) => None,
    };
    let mut all = vec![whole];
    all.extend((all[0] != plain).then_some(plain));
    all.extend(bare);
    all
}

/// The spellings of every type that something of the schema has.
fn used_spellings(catalog: &Catalog) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut add = |ty: &DataType| {
        all.extend(spellings(catalog, ty));
        if ty.is_array() {
            all.extend(spellings(catalog, &ty.element()));
        }
    };
    for (_, column) in catalog.columns.iter() {
        add(&column.ty);
    }
    for (_, ty) in catalog.types.iter() {
        match &ty.kind {
            TypeKind::Domain(domain) => add(&domain.base),
            TypeKind::Composite(attributes) => {
                for attribute in attributes {
                    add(&attribute.ty);
                }
            }
            _ => {}
        }
    }
    for (_, function) in catalog.functions.iter() {
        for ty in function.arguments.iter().map(|argument| &argument.ty).chain(&function.returns) {
            add(ty);
        }
    }
    all
}

fn is_builtin(name: &str) -> bool {
    let name = name.strip_suffix("[]").unwrap_or(name);
    let displayed = |fact: &TypeFact| match DataType::builtin(fact.postgres) {
        Some(DataType { base: TypeBase::Builtin(builtin), .. }) => builtin.display == name,
        _ => false,
    };
    DataType::builtin(name).is_some() || type_map::BUILTIN.iter().any(displayed)
}

fn unmatched(
    catalog: &Catalog,
    settings: &Settings,
    key: &toml::Spanned<String>,
    used: &BTreeSet<String>,
) -> Diagnostic {
    let meant = sql_name::meant(catalog, key.get_ref(), used.iter().map(String::as_str));
    let what = "is neither a type nor a column of the schema";
    rules::setting_unmatched(settings, key, what, meant.as_deref())
}
