//! The types that one analysis meets, each a small number; what is known about them (`pg_type`).

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::facts::{self, TypeFact};
use super::scope::{Scope, ScopeColumn, ScopeTypeKind, TypeRef};
use crate::expression::tree::TypeName;

/// A type without its modifiers, in one [`Types`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Ty(u32);

macro_rules! well_known {
    ($($constant:ident = $name:literal),* $(,)?) => {
        const WELL_KNOWN: &[&str] = &[$($name),*];
        #[allow(clippy::upper_case_acronyms, non_camel_case_types, unused, reason = "counts the constants")]
        enum Place { $($constant),* }
        impl Ty { $(pub(crate) const $constant: Self = Self(Place::$constant as u32);)* }
    };
}

well_known! {
    UNKNOWN = "unknown",
    TEXT = "text",
    BOOL = "bool",
    INT2 = "int2",
    INT4 = "int4",
    INT8 = "int8",
    NUMERIC = "numeric",
    OID = "oid",
    NAME = "name",
    VARCHAR = "varchar",
    BPCHAR = "bpchar",
    BIT = "bit",
    DATE = "date",
    TIME = "time",
    TIMETZ = "timetz",
    TIMESTAMP = "timestamp",
    TIMESTAMPTZ = "timestamptz",
    JSON = "json",
    JSONB = "jsonb",
    RECORD = "record",
    TID = "tid",
    XID = "xid",
    CID = "cid",
    REGCLASS = "regclass",
    ANY = "any",
    ANYELEMENT = "anyelement",
    ANYARRAY = "anyarray",
    ANYNONARRAY = "anynonarray",
    ANYENUM = "anyenum",
    ANYRANGE = "anyrange",
    ANYMULTIRANGE = "anymultirange",
    ANYCOMPATIBLE = "anycompatible",
    ANYCOMPATIBLEARRAY = "anycompatiblearray",
    ANYCOMPATIBLENONARRAY = "anycompatiblenonarray",
    ANYCOMPATIBLERANGE = "anycompatiblerange",
    ANYCOMPATIBLEMULTIRANGE = "anycompatiblemultirange",
    INT2VECTOR = "int2vector",
    OIDVECTOR = "oidvector",
}

/// What a type is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// The type of its parts, for the few that can be subscripted without being arrays.
    Base(Option<TypeFact>),
    Array(Ty),
    Domain(Rc<TypeRef>),
    Enum,
    /// Its fields; those of a relation are its columns.
    Composite(Rc<[ScopeColumn]>),
    Range {
        subtype: Rc<TypeRef>,
        multirange: Rc<str>,
    },
    Multirange {
        range: Rc<str>,
    },
    Pseudo,
    Opaque,
}

#[derive(Debug)]
pub(crate) struct Info {
    pub(crate) schema: Rc<str>,
    pub(crate) name: Rc<str>,
    /// How the tables of facts write it.
    pub(crate) fact: Option<TypeFact>,
    pub(crate) kind: Kind,
    pub(crate) category: char,
    pub(crate) preferred: bool,
    /// `None`: not collatable; empty: the database's default.
    pub(crate) collation: Option<Rc<str>>,
    /// The object that it is.
    pub(crate) id: Option<crate::catalog::ObjectId>,
}

/// Modifiers of one use of a type.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Modifiers(Option<Rc<Written>>);

/// What stands between the parentheses, and the fields of `interval`.
type Written = (Vec<Box<str>>, Option<Box<str>>);

impl Modifiers {
    pub(crate) fn new(parts: Vec<Box<str>>, fields: Option<Box<str>>) -> Self {
        Self((!parts.is_empty() || fields.is_some()).then(|| Rc::new((parts, fields))))
    }
}

type Cache<K, V> = RefCell<FxHashMap<K, V>>;

/// From, to, and `pg_cast.castcontext`.
pub(super) type Cast = (Ty, Ty, char);

/// All types that were met, and the scope that they come from.
pub(crate) struct Types<'a> {
    pub(crate) scope: &'a dyn Scope,
    infos: RefCell<Vec<Rc<Info>>>,
    by_name: Cache<(Box<str>, Box<str>), Option<Ty>>,
    arrays: Cache<Ty, Ty>,
    path: Vec<Box<str>>,
    extensions: Vec<(Box<str>, Box<str>)>,
    casts: RefCell<Option<Rc<[Cast]>>>,
}

impl std::fmt::Debug for Types<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Types").field("infos", &self.infos).finish_non_exhaustive()
    }
}

impl<'a> Types<'a> {
    pub(crate) fn new(scope: &'a dyn Scope) -> Self {
        let mut path = scope.search_path();
        if !path.iter().any(|schema| &**schema == "pg_catalog") {
            path.insert(0, "pg_catalog".into());
        }
        let types = Self {
            scope,
            infos: RefCell::default(),
            by_name: RefCell::default(),
            arrays: RefCell::default(),
            path,
            extensions: scope.extensions(),
            casts: RefCell::default(),
        };
        for name in WELL_KNOWN {
            types.named("pg_catalog", name);
        }
        types
    }

    /// The schemas that a name without one is searched in.
    pub(crate) fn path(&self) -> &[Box<str>] {
        &self.path
    }

    /// Where an extension was installed.
    pub(crate) fn extension_schema(&self, name: &str) -> Option<&str> {
        self.extensions.iter().find(|(extension, _)| **extension == *name).map(|(_, schema)| &**schema)
    }

    /// The schema of what a table of facts says is of `source`.
    pub(crate) fn source_schema(&self, source: &'static str) -> Option<&str> {
        match source {
            "" => Some("pg_catalog"),
            "information_schema" => Some(source),
            _ => self.extension_schema(source),
        }
    }

    /// An extension is installed whose objects the tables do not know: what is not found may well be there.
    pub(crate) fn open_world(&self) -> bool {
        self.extensions.iter().any(|(name, _)| !facts::knows_extension(name))
    }

    pub(crate) fn info(&self, ty: Ty) -> Rc<Info> {
        let infos = self.infos.borrow();
        // A `Ty` is only ever made by `intern`.
        infos.get(ty.0 as usize).or(infos.first()).map_or_else(
            || {
                Rc::new(Info {
                    schema: "".into(),
                    name: "".into(),
                    fact: None,
                    kind: Kind::Opaque,
                    category: 'U',
                    preferred: false,
                    collation: None,
                    id: None,
                })
            },
            Rc::clone,
        )
    }

    fn intern(&self, info: Info) -> Ty {
        let mut infos = self.infos.borrow_mut();
        infos.push(Rc::new(info));
        Ty(infos.len() as u32 - 1)
    }

    // Looking up.

    /// A type by its schema and internal name.
    pub(crate) fn named(&self, schema: &str, name: &str) -> Option<Ty> {
        let key: (Box<str>, Box<str>) = (schema.into(), name.into());
        if let Some(found) = self.by_name.borrow().get(&key) {
            return *found;
        }
        let found = self.find(schema, name);
        self.by_name.borrow_mut().insert(key, found);
        found
    }

    fn find(&self, schema: &str, name: &str) -> Option<Ty> {
        for row in facts::types(name) {
            if self.source_schema(row.source) == Some(schema) {
                return Some(self.of_row(&row, schema));
            }
        }
        if let Some(found) = self.scope.type_named(schema, name) {
            return Some(self.of_scope(schema, name, found.kind, found.id));
        }
        if let Some(columns) = self.relation_fields(schema, name) {
            return Some(self.intern(Info {
                schema: schema.into(),
                name: name.into(),
                fact: None,
                kind: Kind::Composite(columns.0),
                category: 'C',
                preferred: false,
                collation: None,
                id: columns.1,
            }));
        }
        // The array type's own name.
        let element = self.named(schema, name.strip_prefix('_')?)?;
        Some(self.array_of(element))
    }

    fn of_row(&self, row: &facts::TypeRow, schema: &str) -> Ty {
        let fact = TypeFact { source: row.source, name: row.name, array: false };
        let kind = match row.kind {
            'b' => Kind::Base((!row.detail.is_empty()).then(|| fact_of(row.detail))),
            'd' => {
                let (base, modifiers) = row.detail.split_once('(').unwrap_or((row.detail, ""));
                let mut base = self.fact_ref(fact_of(base));
                base.modifiers = modifiers
                    .trim_end_matches(')')
                    .split(',')
                    .filter(|m| !m.is_empty())
                    .map(Into::into)
                    .collect();
                Kind::Domain(Rc::new(base))
            }
            'e' => Kind::Enum,
            'r' => {
                let (subtype, multirange) = row.detail.split_once(' ').unwrap_or((row.detail, ""));
                let multirange = multirange.rsplit(':').next().unwrap_or("");
                Kind::Range {
                    subtype: Rc::new(self.fact_ref(fact_of(subtype))),
                    multirange: multirange.into(),
                }
            }
            'm' => Kind::Multirange { range: row.detail.rsplit(':').next().unwrap_or("").into() },
            'p' => Kind::Pseudo,
            _ => Kind::Opaque,
        };
        let collation = match row.collation {
            "" => None,
            "d" => Some("".into()),
            name => Some(crate::catalog::names::quote_identifier(name).as_ref().into()),
        };
        self.intern(Info {
            schema: schema.into(),
            name: row.name.into(),
            fact: Some(fact),
            kind,
            category: row.category,
            preferred: row.preferred,
            collation,
            id: None,
        })
    }

    fn of_scope(
        &self,
        schema: &str,
        name: &str,
        kind: ScopeTypeKind,
        id: Option<crate::catalog::ObjectId>,
    ) -> Ty {
        let (kind, category, collation) = match kind {
            ScopeTypeKind::Enum => (Kind::Enum, 'E', None),
            ScopeTypeKind::Domain { base, collation } => {
                let ty = self.of_ref(&base);
                let of_base = ty.map(|ty| self.info(ty));
                let category = of_base.as_ref().map_or('U', |info| info.category);
                let collation = match collation {
                    Some(written) => Some(written.as_ref().into()),
                    None => of_base.and_then(|info| info.collation.clone()),
                };
                (Kind::Domain(Rc::new(base)), category, collation)
            }
            ScopeTypeKind::Composite(fields) => (Kind::Composite(fields.into()), 'C', None),
            ScopeTypeKind::Range { subtype, multirange } => {
                (Kind::Range { subtype: Rc::new(subtype), multirange: multirange.as_ref().into() }, 'R', None)
            }
            ScopeTypeKind::Multirange { range } => {
                (Kind::Multirange { range: range.as_ref().into() }, 'R', None)
            }
            ScopeTypeKind::Opaque => (Kind::Opaque, 'U', None),
        };
        let (schema, name) = (schema.into(), name.into());
        self.intern(Info { schema, name, fact: None, kind, category, preferred: false, collation, id })
    }

    /// The columns of a relation as fields of its row type, and the relation.
    fn relation_fields(
        &self,
        schema: &str,
        name: &str,
    ) -> Option<(Rc<[ScopeColumn]>, Option<crate::catalog::ObjectId>)> {
        let found = self.relation(schema, name)?;
        Some((found.columns.into(), found.id))
    }

    /// A relation of the scope, of PostgreSQL's own catalogs or of an extension.
    pub(crate) fn relation(&self, schema: &str, name: &str) -> Option<super::scope::ScopeRelation> {
        use super::scope::{Nullability, ScopeRelation};
        if let Some(found) = self.scope.relation(schema, name) {
            return Some(found);
        }
        let row = facts::relations(name).find(|row| self.source_schema(row.source) == Some(schema))?;
        let columns = row
            .columns()
            .map(|column| ScopeColumn {
                id: None,
                name: column.name.into(),
                ty: Some(self.fact_ref(column.ty)),
                collation: column.collation.map(|name| crate::catalog::names::quote_identifier(name).into()),
                nullability: if column.not_null { Nullability::NotNull } else { Nullability::Unknown },
            })
            .collect();
        Some(ScopeRelation { id: None, columns, primary_key: None, system_columns: row.kind != 'v' })
    }

    /// A type of the tables of facts; `None` where its extension is not installed.
    pub(crate) fn of_fact(&self, fact: TypeFact) -> Option<Ty> {
        let schema = self.source_schema(fact.source)?;
        let ty = self.named(schema, fact.name)?;
        Some(if fact.array { self.array_of(ty) } else { ty })
    }

    fn fact_ref(&self, fact: TypeFact) -> TypeRef {
        let mut found = TypeRef::new(self.source_schema(fact.source).unwrap_or(""), fact.name);
        found.array = fact.array;
        found
    }

    pub(crate) fn of_ref(&self, used: &TypeRef) -> Option<Ty> {
        let ty = self.named(&used.schema, &used.name)?;
        Some(if used.array { self.array_of(ty) } else { ty })
    }

    pub(crate) fn modifiers_of_ref(used: &TypeRef) -> Modifiers {
        Modifiers::new(used.modifiers.clone(), used.interval_fields.clone())
    }

    /// A type as written in SQL: the type and where it was found, or `None`.
    pub(crate) fn of_name(&self, name: &TypeName) -> Option<(Ty, Modifiers)> {
        let texts = name.path.texts();
        let ty = self.of_path(&texts)?;
        let ty = if name.dimensions > 0 { self.array_of(ty) } else { ty };
        let mut parts = name.modifiers.clone();
        match &*self.info(self.element(ty).unwrap_or(ty)).name {
            "numeric" if parts.len() == 1 => parts.push("0".into()),
            "time" | "timetz" | "timestamp" | "timestamptz" | "interval" => {
                for part in &mut parts {
                    if part.parse::<u32>().is_ok_and(|precision| precision > 6) {
                        *part = "6".into();
                    }
                }
            }
            _ => {}
        }
        Some((ty, Modifiers::new(parts, name.interval_fields.clone())))
    }

    /// A type by a name of one or two parts.
    pub(crate) fn of_path(&self, path: &[&str]) -> Option<Ty> {
        match path {
            [name] => self.path.iter().find_map(|schema| self.named(schema, name)),
            [schema, name] | [_, schema, name] => self.named(schema, name),
            _ => None,
        }
    }

    // Facts.

    pub(crate) fn array_of(&self, element: Ty) -> Ty {
        if let Some(found) = self.arrays.borrow().get(&element) {
            return *found;
        }
        let info = self.info(element);
        let pseudo = element == Ty::RECORD;
        let array = self.intern(Info {
            schema: Rc::clone(&info.schema),
            name: Rc::clone(&info.name),
            fact: info.fact.map(|fact| TypeFact { array: true, ..fact }),
            kind: Kind::Array(element),
            category: if pseudo { 'P' } else { 'A' },
            preferred: false,
            collation: info.collation.clone(),
            id: info.id,
        });
        self.arrays.borrow_mut().insert(element, array);
        array
    }

    /// The element type of an array (`get_element_type`): domains over arrays are none.
    pub(crate) fn element(&self, ty: Ty) -> Option<Ty> {
        match ty {
            Ty::INT2VECTOR => Some(Ty::INT2),
            Ty::OIDVECTOR => Some(Ty::OID),
            _ => match self.info(ty).kind {
                Kind::Array(element) => Some(element),
                _ => None,
            },
        }
    }

    /// What stands under a domain, under all domains that it stands on; the type itself for any other.
    pub(crate) fn base(&self, ty: Ty) -> Ty {
        let mut found = ty;
        // Domains stand on older domains; the bound is for scopes that answer in circles.
        for _ in 0..1000 {
            let info = self.info(found);
            match &info.kind {
                Kind::Domain(base) => match self.of_ref(base) {
                    Some(base) => found = base,
                    None => return found,
                },
                _ => break,
            }
        }
        found
    }

    /// Like [`Types::base`], with the modifiers that the domain fixes.
    pub(crate) fn base_with_modifiers(&self, ty: Ty) -> (Ty, Modifiers) {
        let mut found = (ty, Modifiers::default());
        for _ in 0..1000 {
            let info = self.info(found.0);
            match &info.kind {
                Kind::Domain(base) => match self.of_ref(base) {
                    Some(ty) => found = (ty, Self::modifiers_of_ref(base)),
                    None => return found,
                },
                _ => break,
            }
        }
        found
    }

    pub(crate) fn is_domain(&self, ty: Ty) -> bool {
        matches!(self.info(ty).kind, Kind::Domain(_))
    }

    pub(crate) fn is_enum(&self, ty: Ty) -> bool {
        matches!(self.info(ty).kind, Kind::Enum)
    }

    pub(crate) fn is_pseudo(&self, ty: Ty) -> bool {
        let info = self.info(ty);
        matches!(info.kind, Kind::Pseudo) || info.category == 'P'
    }

    /// Nothing is known about it but its name.
    pub(crate) fn is_opaque(&self, ty: Ty) -> bool {
        let base = self.base(ty);
        let ty = self.element(base).unwrap_or(base);
        matches!(self.info(self.base(ty)).kind, Kind::Opaque)
    }

    /// A row type, or a domain over one (`ISCOMPLEX`).
    pub(crate) fn fields(&self, ty: Ty) -> Option<Rc<[ScopeColumn]>> {
        match &self.info(self.base(ty)).kind {
            Kind::Composite(fields) => Some(Rc::clone(fields)),
            _ => None,
        }
    }

    /// The type of a range's bounds.
    pub(crate) fn range_subtype(&self, ty: Ty) -> Option<Ty> {
        match &self.info(ty).kind {
            Kind::Range { subtype, .. } => self.of_ref(subtype),
            _ => None,
        }
    }

    pub(crate) fn multirange_of(&self, range: Ty) -> Option<Ty> {
        let info = self.info(range);
        match &info.kind {
            Kind::Range { multirange, .. } => self.named(&info.schema, multirange),
            _ => None,
        }
    }

    pub(crate) fn range_of_multirange(&self, ty: Ty) -> Option<Ty> {
        let info = self.info(ty);
        match &info.kind {
            Kind::Multirange { range } => self.named(&info.schema, range),
            _ => None,
        }
    }

    /// The casts of the scope.
    pub(super) fn scope_casts(&self) -> Rc<[Cast]> {
        if let Some(found) = &*self.casts.borrow() {
            return Rc::clone(found);
        }
        let found: Rc<[_]> = self
            .scope
            .casts()
            .iter()
            .filter_map(|cast| Some((self.of_ref(&cast.from)?, self.of_ref(&cast.to)?, cast.context)))
            .collect();
        *self.casts.borrow_mut() = Some(Rc::clone(&found));
        found
    }

    // Printing.

    pub(crate) fn to_ref(&self, ty: Ty, modifiers: &Modifiers) -> TypeRef {
        let info = self.info(ty);
        let (modifiers, interval_fields) = match &modifiers.0 {
            Some(found) => (found.0.clone(), found.1.clone()),
            None => (Vec::new(), None),
        };
        TypeRef {
            schema: (&*info.schema).into(),
            name: (&*info.name).into(),
            array: matches!(info.kind, Kind::Array(_)),
            modifiers,
            interval_fields,
        }
    }

    /// As messages name it (`format_type_be`): visible types without their schema.
    pub(crate) fn print(&self, ty: Ty) -> String {
        let used = self.to_ref(ty, &Modifiers::default());
        let visible = &*used.schema != "pg_catalog"
            && self.of_path(&[&used.name]) == Some(self.element(ty).unwrap_or(ty));
        if visible {
            let array = if used.array { "[]" } else { "" };
            return format!("{}{array}", crate::catalog::names::quote_identifier(&used.name));
        }
        match (&*used.name, used.array) {
            // Without a length given these are the type as a whole.
            ("bpchar", false) => "character".to_owned(),
            ("bpchar", true) => "character[]".to_owned(),
            ("bit", false) => "bit".to_owned(),
            ("bit", true) => "bit[]".to_owned(),
            _ => used.print(),
        }
    }
}

fn fact_of(text: &'static str) -> TypeFact {
    let (text, array) = match text.strip_suffix("[]") {
        Some(element) => (element, true),
        None => (text, false),
    };
    let (source, name) = text.split_once(':').unwrap_or(("", text));
    TypeFact { source, name, array }
}
