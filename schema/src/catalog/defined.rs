//! Objects that their definition wholly describes: collations, operators, casts, rules, publications, servers and
//! the like, and what only few of the other objects have.

use super::{
    Attribute, Catalog, ColumnId, DataType, FunctionId, ObjectId, Origins, RelationId, SchemaId, SqlExpr,
    names,
};

/// An object of one of the rarer kinds. What it is made of stands in [`Catalog::properties`].
#[derive(Clone, PartialEq, Debug)]
pub struct Defined {
    pub kind: DefinedKind,
    /// Absent for kinds that live outside of schemas.
    pub schema: Option<SchemaId>,
    /// Empty for casts and transforms, which have no name. The role of a user mapping, or `public`.
    pub name: Box<str>,
    /// The table of a rule or a statistics object.
    pub relation: Option<RelationId>,
    pub owner: Option<Box<str>>,
    pub origins: Origins,
}

/// One part of a definition.
#[derive(Clone, PartialEq, Debug)]
pub struct Property {
    pub attribute: Attribute,
    pub value: PropertyValue,
}

impl Property {
    pub fn new(attribute: Attribute, value: PropertyValue) -> Self {
        Self { attribute, value }
    }
}

/// The value of a part of a definition; names in it are resolved, so that renames are seen through.
#[derive(Clone, PartialEq, Debug)]
pub enum PropertyValue {
    /// A word or a number, or the printed name of something that PostgreSQL or an extension ships.
    Word(Box<str>),
    /// The contents of a string constant.
    Literal(Box<str>),
    Type(DataType),
    /// Printed by its name; a function without its arguments.
    Object(ObjectId),
    /// A function with the types of its arguments.
    Routine(FunctionId),
    Columns(Vec<ColumnId>),
    Expression(SqlExpr),
    /// SQL that is no expression.
    Sql(SqlExpr),
    Options(Vec<(Box<str>, Box<str>)>),
    List(Vec<PropertyValue>),
}

impl PropertyValue {
    /// The value as SQL with present names.
    pub fn print(&self, catalog: &Catalog) -> String {
        match self {
            Self::Word(word) => word.to_string(),
            Self::Literal(text) => names::quote_literal(text),
            Self::Type(ty) => ty.print(catalog),
            Self::Object(object) => catalog.printed_name(*object),
            Self::Routine(id) => catalog.printed_signature(*id),
            Self::Columns(columns) => {
                let printed: Vec<_> =
                    columns.iter().map(|id| names::quote_identifier(&catalog.columns[*id].name)).collect();
                printed.join(", ")
            }
            Self::Expression(text) | Self::Sql(text) => text.print(catalog),
            Self::Options(options) => {
                let printed: Vec<_> = options
                    .iter()
                    .map(|(name, value)| {
                        format!("{} {}", names::quote_identifier(name), names::quote_literal(value))
                    })
                    .collect();
                printed.join(", ")
            }
            Self::List(values) => {
                let printed: Vec<_> = values.iter().map(|value| value.print(catalog)).collect();
                printed.join(", ")
            }
        }
    }

    /// The contents without the quotes of a string constant.
    pub fn plain(&self, catalog: &Catalog) -> String {
        match self {
            Self::Literal(text) => text.to_string(),
            other => other.print(catalog),
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $words:literal, $message:literal [$($attribute:ident)*];)*) => {
        /// The kinds of [`Defined`] objects.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum DefinedKind { $($(#[$doc])* $variant),* }

        impl DefinedKind {
            /// As SQL writes it, in upper case.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words),* }
            }

            /// As PostgreSQL's messages call it.
            pub fn message_words(self) -> &'static str {
                match self { $(Self::$variant => $message),* }
            }

            /// What objects of the kind are compared by.
            pub fn attributes(self) -> &'static [Attribute] {
                match self { $(Self::$variant => &[$(property::$attribute),*]),* }
            }
        }
    };
}

// In the order in which they can be made.
kinds! {
    Language = "LANGUAGE", "language" [TRUSTED HANDLER INLINE VALIDATOR];
    AccessMethod = "ACCESS METHOD", "access method" [AM_TYPE HANDLER];
    Collation = "COLLATION", "collation" [PROVIDER LOCALE LC_COLLATE LC_CTYPE DETERMINISTIC RULES];
    Conversion = "CONVERSION", "conversion" [IS_DEFAULT FROM_ENCODING TO_ENCODING FUNCTION];
    TextSearchParser = "TEXT SEARCH PARSER", "text search parser" [START GETTOKEN END HEADLINE LEXTYPES];
    TextSearchTemplate = "TEXT SEARCH TEMPLATE", "text search template" [INIT LEXIZE];
    TextSearchDictionary = "TEXT SEARCH DICTIONARY", "text search dictionary" [TEMPLATE OPTIONS];
    TextSearchConfiguration = "TEXT SEARCH CONFIGURATION", "text search configuration" [PARSER MAPPINGS];
    Operator = "OPERATOR", "operator" [LEFT RIGHT FUNCTION COMMUTATOR NEGATOR RESTRICT JOIN HASHES MERGES];
    OperatorFamily = "OPERATOR FAMILY", "operator family" [METHOD ITEMS];
    OperatorClass = "OPERATOR CLASS", "operator class" [METHOD TYPE IS_DEFAULT FAMILY STORAGE ITEMS];
    Cast = "CAST", "cast" [SOURCE TARGET CAST_METHOD CONTEXT];
    Transform = "TRANSFORM", "transform" [TYPE LANGUAGE FROM_SQL TO_SQL];
    ForeignDataWrapper = "FOREIGN DATA WRAPPER", "foreign-data wrapper" [HANDLER VALIDATOR OPTIONS];
    ForeignServer = "SERVER", "server" [WRAPPER SERVER_TYPE VERSION OPTIONS];
    UserMapping = "USER MAPPING", "user mapping" [SERVER OPTIONS];
    Statistics = "STATISTICS", "statistics object" [STATISTICS_KINDS COLUMNS EXPRESSIONS TARGET_VALUE];
    Rule = "RULE", "rule" [EVENT ACTIONS ENABLED];
    Publication = "PUBLICATION", "publication" [ALL_TABLES TABLES SCHEMAS PUBLISH VIA_ROOT GENERATED_COLUMNS];
    /// A row of `pg_default_acl`: its name is `tables`, `sequences`, …; its privileges are its grants.
    DefaultPrivileges = "DEFAULT PRIVILEGES", "default privileges" [];
    EventTrigger = "EVENT TRIGGER", "event trigger" [EVENT TAGS FUNCTION ENABLED];
}

/// The parts of definitions, by the names that differences use.
pub mod property {
    use super::Attribute;

    macro_rules! properties {
        ($($name:ident = $text:literal),* $(,)?) => { $(pub const $name: Attribute = Attribute($text);)* };
    }

    properties! {
        TRUSTED = "trusted", HANDLER = "handler", INLINE = "inline handler", VALIDATOR = "validator",
        AM_TYPE = "access method type", PROVIDER = "provider", LOCALE = "locale", LC_COLLATE = "lc_collate",
        LC_CTYPE = "lc_ctype", DETERMINISTIC = "deterministic", RULES = "rules", IS_DEFAULT = "default of its kind",
        FROM_ENCODING = "source encoding", TO_ENCODING = "target encoding", FUNCTION = "function",
        START = "start function", GETTOKEN = "token function", END = "end function",
        HEADLINE = "headline function", LEXTYPES = "token types function", INIT = "init function",
        LEXIZE = "lexize function", TEMPLATE = "template", OPTIONS = "generic options", PARSER = "parser",
        MAPPINGS = "mappings", LEFT = "left type", RIGHT = "right type", COMMUTATOR = "commutator",
        NEGATOR = "negator", RESTRICT = "restriction estimator", JOIN = "join estimator", HASHES = "hashes",
        MERGES = "merges", METHOD = "access method", ITEMS = "members", TYPE = "type", FAMILY = "family",
        STORAGE = "storage", SOURCE = "source type", TARGET = "target type", CAST_METHOD = "cast function",
        CONTEXT = "cast context", LANGUAGE = "language", FROM_SQL = "from SQL", TO_SQL = "to SQL",
        WRAPPER = "foreign-data wrapper", SERVER_TYPE = "server type", VERSION = "version", SERVER = "server",
        STATISTICS_KINDS = "statistics kinds", COLUMNS = "columns", EXPRESSIONS = "expressions",
        TARGET_VALUE = "statistics target", EVENT = "event", ACTIONS = "actions",
        ENABLED = "enabled", ALL_TABLES = "all tables", TABLES = "published tables",
        SCHEMAS = "published schemas", PUBLISH = "published actions", VIA_ROOT = "publish via root",
        GENERATED_COLUMNS = "publish generated columns", TAGS = "tags",
        TRANSFORM_TYPES = "transforms", SUPPORT = "support function", DEPENDS = "depends on extensions",
        AGGREGATE = "aggregate definition", BASE_TYPE = "base type definition", CANONICAL = "canonical function",
        SUBTYPE_DIFF = "subtype difference function", SUBTYPE_CLASS = "subtype operator class", ENFORCED = "enforced",
        PERIOD = "period", NOT_NULL_NAME = "not null constraint", KEY_STATISTICS = "statistics targets of keys",
    }
}

impl Catalog {
    /// One part of an object's definition.
    pub fn property(&self, object: ObjectId, attribute: Attribute) -> Option<&PropertyValue> {
        let list = self.properties.get(&object)?;
        list.iter().find(|property| property.attribute == attribute).map(|property| &property.value)
    }

    /// Sets one part of an object's definition; `None` takes it away. To be followed by [`Catalog::link`].
    pub fn set_property(&mut self, object: ObjectId, attribute: Attribute, value: Option<PropertyValue>) {
        let list = self.properties.entry(object).or_default();
        match (list.iter().position(|property| property.attribute == attribute), value) {
            (Some(at), Some(value)) => list[at].value = value,
            (Some(at), None) => {
                list.remove(at);
            }
            (None, Some(value)) => list.push(Property { attribute, value }),
            (None, None) => {}
        }
        if list.is_empty() {
            self.properties.remove(&object);
        }
    }

    /// What is made of more than its kind's own fields can say: the parts that objects like this one can have.
    pub fn property_attributes(&self, object: ObjectId) -> &'static [Attribute] {
        use property as p;
        match object {
            ObjectId::Defined(id) => self.defined[id].kind.attributes(),
            ObjectId::Function(_) => &[p::AGGREGATE, p::TRANSFORM_TYPES, p::SUPPORT, p::DEPENDS],
            ObjectId::Relation(_) => &[p::SERVER, p::OPTIONS, p::DEPENDS],
            ObjectId::Column(_) => &[p::OPTIONS, p::NOT_NULL_NAME],
            ObjectId::Type(_) => &[p::BASE_TYPE, p::CANONICAL, p::SUBTYPE_DIFF, p::SUBTYPE_CLASS],
            ObjectId::Constraint(_) => &[p::ENFORCED, p::PERIOD],
            ObjectId::Index(_) => &[p::DEPENDS, p::KEY_STATISTICS],
            ObjectId::Trigger(_) => &[p::DEPENDS],
            _ => &[],
        }
    }
}

impl Catalog {
    /// The statistics targets of an index: the number of a key, and its target.
    pub fn index_statistics(&self, id: super::IndexId) -> Vec<(usize, i32)> {
        let Some(PropertyValue::List(list)) = self.property(id.into(), property::KEY_STATISTICS) else {
            return Vec::new();
        };
        let entries = list.iter().filter_map(|value| match value {
            PropertyValue::Word(words) => {
                let (number, target) = words.split_once(' ')?;
                Some((number.parse().ok()?, target.parse().ok()?))
            }
            _ => None,
        });
        entries.collect()
    }
}

impl Catalog {
    /// The name as SQL uses it in other objects: `public.ci`, `OPERATOR(public.+)`, `fast`.
    pub(super) fn printed_definition_name(&self, id: super::DefinedId) -> String {
        let entry = &self.defined[id];
        match (entry.kind, entry.schema) {
            (DefinedKind::Operator, Some(schema)) => {
                format!("OPERATOR({}.{})", names::quote_identifier(&self.schemas[schema].name), entry.name)
            }
            (_, Some(schema)) => names::qualified(&self.schemas[schema].name, &entry.name),
            (_, None) => names::quote_identifier(&entry.name).into_owned(),
        }
    }

    /// How `COMMENT ON` names the object behind the words of its kind: also what tells it from all others of its
    /// kind.
    pub fn printed_definition_address(&self, id: super::DefinedId) -> String {
        let entry = &self.defined[id];
        let part = |attribute| {
            self.property(id.into(), attribute).map_or_else(|| "NONE".to_owned(), |value| value.print(self))
        };
        let name = || self.printed_definition_name(id);
        match entry.kind {
            DefinedKind::Operator => {
                let schema = entry.schema.map_or("", |schema| &*self.schemas[schema].name);
                format!(
                    "{}.{} ({}, {})",
                    names::quote_identifier(schema),
                    entry.name,
                    part(property::LEFT),
                    part(property::RIGHT)
                )
            }
            DefinedKind::OperatorClass | DefinedKind::OperatorFamily => {
                format!("{} USING {}", name(), part(property::METHOD))
            }
            DefinedKind::Cast => format!("({} AS {})", part(property::SOURCE), part(property::TARGET)),
            DefinedKind::Transform => {
                format!("FOR {} LANGUAGE {}", part(property::TYPE), part(property::LANGUAGE))
            }
            DefinedKind::Rule => {
                let relation = entry.relation.map(|id| self.printed_name(id.into())).unwrap_or_default();
                format!("{} ON {relation}", names::quote_identifier(&entry.name))
            }
            DefinedKind::UserMapping => {
                let user = if &*entry.name == "public" {
                    "PUBLIC".into()
                } else {
                    names::quote_identifier(&entry.name)
                };
                format!("FOR {user} SERVER {}", part(property::SERVER))
            }
            DefinedKind::DefaultPrivileges => {
                let role = entry.owner.as_ref();
                let role = role.map(|role| format!("FOR ROLE {} ", names::quote_identifier(role)));
                let schema = entry
                    .schema
                    .map(|id| format!("IN SCHEMA {} ", names::quote_identifier(&self.schemas[id].name)));
                format!("{}{}ON {}", role.unwrap_or_default(), schema.unwrap_or_default(), entry.name)
            }
            _ => name(),
        }
    }
}

/// Operator families and their members: lists of `OPERATOR n` or `FUNCTION n`, two types, the operator or function, and
/// for an ordering operator the family that it sorts by.
impl Catalog {
    fn members(&self, holder: super::DefinedId) -> &[PropertyValue] {
        match self.property(holder.into(), property::ITEMS) {
            Some(PropertyValue::List(items)) => items,
            _ => &[],
        }
    }

    /// Operators before functions, each by number and types.
    pub fn sort_members(&self, items: &mut [PropertyValue]) {
        items.sort_by_cached_key(|item| {
            let PropertyValue::List(parts) = item else { return (false, 0, String::new()) };
            let head = parts.first().map(|head| head.print(self)).unwrap_or_default();
            let (word, number) = head.split_once(' ').unwrap_or((&head, ""));
            let types: Vec<String> = parts.iter().skip(1).take(2).map(|ty| ty.print(self)).collect();
            (word == "FUNCTION", number.parse::<u32>().unwrap_or_default(), types.join(","))
        });
    }

    /// The members that are written with an operator class: its own, and those of its family that are loose but for
    /// its type alone.
    pub(crate) fn class_members(&self, class: super::DefinedId) -> Vec<&PropertyValue> {
        let mut items: Vec<&PropertyValue> = self.members(class).iter().collect();
        let Some(PropertyValue::Object(ObjectId::Defined(family))) =
            self.property(class.into(), property::FAMILY)
        else {
            return items;
        };
        items.extend(
            self.members(*family).iter().filter(|item| self.class_of_member(*family, item) == Some(class)),
        );
        let mut sorted: Vec<PropertyValue> = items.iter().map(|item| (*item).clone()).collect();
        self.sort_members(&mut sorted);
        items.sort_by_key(|item| sorted.iter().position(|other| other == *item));
        items
    }

    /// The members of a family that are written when all else is there.
    pub(crate) fn loose_members(&self, family: super::DefinedId) -> Vec<&PropertyValue> {
        let items = self.members(family).iter();
        items.filter(|item| self.class_of_member(family, item).is_none()).collect()
    }

    /// The first class of the family whose type is both types of the member.
    fn class_of_member(&self, family: super::DefinedId, item: &PropertyValue) -> Option<super::DefinedId> {
        let PropertyValue::List(parts) = item else { return None };
        let (left, right) = (parts.get(1)?, parts.get(2)?);
        let found = self.defined.iter().find(|(id, entry)| {
            entry.kind == DefinedKind::OperatorClass
                && self.property((*id).into(), property::FAMILY)
                    == Some(&PropertyValue::Object(family.into()))
                && self.property((*id).into(), property::TYPE) == Some(left)
        });
        found.filter(|_| left == right).map(|(id, _)| id)
    }

    /// What others know of an object that goes: members of families, and links between operators.
    pub(super) fn forget_uses(&mut self, object: ObjectId) {
        let is_operator = match object {
            ObjectId::Defined(id) => self.defined[id].kind == DefinedKind::Operator,
            ObjectId::Function(_) | ObjectId::Type(_) => false,
            _ => return,
        };
        if self.defined.is_empty() {
            return;
        }
        for id in self.defined.ids().collect::<Vec<_>>() {
            match self.defined[id].kind {
                DefinedKind::Operator if is_operator => {
                    for link in [property::COMMUTATOR, property::NEGATOR] {
                        if self.property(id.into(), link) == Some(&PropertyValue::Object(object)) {
                            self.set_property(id.into(), link, None);
                        }
                    }
                }
                DefinedKind::OperatorFamily => {
                    let items = self.members(id);
                    if !items.iter().any(|item| item.names(object)) {
                        continue;
                    }
                    let kept: Vec<PropertyValue> =
                        items.iter().filter(|item| !item.names(object)).cloned().collect();
                    let kept = (!kept.is_empty()).then_some(PropertyValue::List(kept));
                    self.set_property(id.into(), property::ITEMS, kept);
                }
                _ => {}
            }
        }
    }
}

impl PropertyValue {
    /// True when the value names the object.
    fn names(&self, object: ObjectId) -> bool {
        let mut found = false;
        self.each_object(&mut |target| found |= target == object);
        found
    }

    /// Calls `each` with every object that the value names outside of expressions.
    pub(crate) fn each_object(&self, each: &mut dyn FnMut(ObjectId)) {
        match self {
            Self::Object(object) => each(*object),
            Self::Routine(id) => each((*id).into()),
            Self::Type(ty) => match ty.base {
                super::TypeBase::User(id) => each(id.into()),
                super::TypeBase::Row(id) => each(id.into()),
                super::TypeBase::Builtin(_) | super::TypeBase::Extension { .. } => {}
            },
            Self::List(values) => values.iter().for_each(|value| value.each_object(each)),
            Self::Word(_)
            | Self::Literal(_)
            | Self::Columns(_)
            | Self::Expression(_)
            | Self::Sql(_)
            | Self::Options(_) => {}
        }
    }
}

/// The options of `pg_ts_dict.dictinitoption`: names, and values as they are written there.
pub(crate) fn definition_options(text: &str) -> Vec<(Box<str>, String)> {
    let mut options = Vec::new();
    let mut rest = text;
    while let Some((name, value)) = rest.split_once(" = ") {
        let name = crate::expression::path_of_text(name).ok().and_then(|mut path| path.pop());
        let end = end_of_value(value);
        if let Some(name) = name {
            options.push((name, value[..end].to_owned()));
        }
        rest = value[end..].strip_prefix(", ").unwrap_or("");
    }
    options
}

/// Where a number or a string constant ends.
fn end_of_value(text: &str) -> usize {
    let Some(open) = text.find('\'').filter(|open| *open <= 1) else {
        return text.find(',').unwrap_or(text.len());
    };
    let mut at = open + 1;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\'')) {
        at += found + 1;
        if !text[at..].starts_with('\'') {
            return at;
        }
        at += 1;
    }
    text.len()
}
