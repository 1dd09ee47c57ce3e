//! Every attribute of every object of a catalog, in one table: what two catalogs are compared by.

mod defined;
mod relation;
mod routine;
mod types;

pub(super) use relation::{COLUMN_ORDER, INDEX_COMMENT, POPULATED};

use std::collections::BTreeMap;

use crate::catalog::names::quote_identifier;
use crate::catalog::{Attribute, Catalog, DataType, ObjectId, Origins, RelationId, SqlExpr};
use crate::dump::print;
use crate::source::Span;

/// The kinds of objects, in the order in which differences are told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ObjectKind {
    Schema,
    Extension,
    Type,
    Sequence,
    /// Tables of every kind, and views.
    Relation,
    Column,
    /// Of a table or a domain; with the index that it is made of.
    Constraint,
    Index,
    Function,
    Trigger,
    Policy,
    /// All other kinds, each by its own word.
    Defined,
}

impl ObjectKind {
    /// The kind of an object; `None` for the default of a column, which is an attribute here.
    pub fn of(object: ObjectId) -> Option<Self> {
        Some(match object {
            ObjectId::Schema(_) => Self::Schema,
            ObjectId::Extension(_) => Self::Extension,
            ObjectId::Type(_) => Self::Type,
            ObjectId::Sequence(_) => Self::Sequence,
            ObjectId::Relation(_) => Self::Relation,
            ObjectId::Column(_) => Self::Column,
            ObjectId::Constraint(_) | ObjectId::DomainConstraint(..) => Self::Constraint,
            ObjectId::Index(_) => Self::Index,
            ObjectId::Function(_) => Self::Function,
            ObjectId::Trigger(_) => Self::Trigger,
            ObjectId::Policy(_) => Self::Policy,
            ObjectId::Defined(_) => Self::Defined,
            ObjectId::Default(_) => return None,
        })
    }

    /// All kinds, in their order.
    pub const ALL: &[Self] = &[
        Self::Schema,
        Self::Extension,
        Self::Type,
        Self::Sequence,
        Self::Relation,
        Self::Column,
        Self::Constraint,
        Self::Index,
        Self::Function,
        Self::Trigger,
        Self::Policy,
        Self::Defined,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Extension => "extension",
            Self::Type => "type",
            Self::Sequence => "sequence",
            Self::Relation => "table",
            Self::Column => "column",
            Self::Constraint => "constraint",
            Self::Index => "index",
            Self::Function => "function",
            Self::Trigger => "trigger",
            Self::Policy => "policy",
            Self::Defined => "object",
        }
    }
}

/// One attribute of one object.
#[derive(Clone, PartialEq, Debug)]
pub struct Fact {
    pub kind: ObjectKind,
    /// `public.users.email`, `public.claim(text)`.
    pub identity: String,
    pub object: ObjectId,
    pub attribute: Attribute,
    pub value: Value,
    /// The statement that set it; none when it was read from a live database.
    pub origin: Option<Span>,
}

/// The value of an attribute, by how two of its kind are compared.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Compared as it stands; empty for "none".
    Text(String),
    /// Compared by meaning.
    Expression(Expression),
    /// SQL that is no single expression, or that the server prints in words of its own: equal when the texts
    /// are, save white space; else not known.
    Opaque(String),
    /// The query of a view, compared by meaning.
    Query(String),
    /// Compared element by element.
    List(Vec<Value>),
    /// An order of names, of which only those count that both sides have.
    Order(Vec<String>),
}

/// An expression with what is needed to judge it.
#[derive(Clone, PartialEq, Debug)]
pub struct Expression {
    /// With present names.
    pub text: String,
    /// The table whose columns it may name.
    pub columns_of: Option<RelationId>,
    /// The type of `VALUE`, in a check of a domain.
    pub value_type: Option<DataType>,
    /// The type that the result is brought to: a column's for its default, `boolean` for a condition.
    pub expected: Option<DataType>,
}

impl Value {
    /// The value as people read it; a yes or no is `true` or `false`, nothing is the empty text.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Opaque(text) | Self::Query(text) => text.clone(),
            Self::Expression(expression) => expression.text.clone(),
            Self::List(values) => {
                let texts: Vec<_> = values.iter().map(Self::text).filter(|text| !text.is_empty()).collect();
                texts.join(", ")
            }
            Self::Order(names) => names.join(", "),
        }
    }

    fn none() -> Self {
        Self::Text(String::new())
    }
}

/// All facts of the catalog, in order of kind, then identity; the facts of one object stand together and
/// begin with its kind.
///
/// Left out, because the two sides can never agree on them or they say nothing of the schema: the comment
/// that a server gives every `public` schema, comments of extensions (their own), the extension `plpgsql`
/// (every database has it), the rows that a foreign key has for each partition it refers to, identity
/// sequences' own persistence, the schemas of operator classes,
/// storage parameters of TOAST tables (`toast.…`). An owner, an extension's version and its schema are given only where the
/// catalog names them, and compared only where both sides do.
pub fn facts(catalog: &Catalog) -> Vec<Fact> {
    let mut table = Facts { catalog, collected: Vec::new(), privileges: privileges(catalog) };
    for id in catalog.schemas.ids() {
        table.schema(id);
    }
    for id in catalog.extensions.ids() {
        table.extension(id);
    }
    for id in catalog.types.ids() {
        table.user_type(id);
    }
    for id in catalog.sequences.ids() {
        table.sequence(id);
    }
    for id in catalog.relations.ids() {
        table.relation(id);
    }
    for id in catalog.functions.ids() {
        table.function(id);
    }
    for id in catalog.defined.ids() {
        table.defined(id);
    }
    // Stable: the order of an object's own facts stays.
    table.collected.sort_by(|a, b| (a.kind, &a.identity).cmp(&(b.kind, &b.identity)));
    table.collected
}

/// The object that an object is a part of: with it missing, the part is not told of.
pub(crate) fn owner(catalog: &Catalog, object: ObjectId) -> Option<ObjectId> {
    Some(match object {
        ObjectId::Column(id) => catalog.columns[id].relation.into(),
        ObjectId::Constraint(id) => catalog.constraints[id].relation.into(),
        ObjectId::DomainConstraint(id, _) => id.into(),
        ObjectId::Index(id) => catalog.indexes[id].relation.into(),
        ObjectId::Trigger(id) => catalog.triggers[id].relation.into(),
        ObjectId::Policy(id) => catalog.policies[id].relation.into(),
        ObjectId::Sequence(id) => catalog.sequences[id].owned_by?.into(),
        ObjectId::Defined(id) => catalog.defined[id].relation?.into(),
        _ => return None,
    })
}

/// The name that an object is told of by.
pub(super) fn identity(catalog: &Catalog, object: ObjectId) -> String {
    match object {
        ObjectId::Function(id) => catalog.printed_signature(id),
        ObjectId::Defined(id) => {
            let word = catalog.defined[id].kind.words().to_lowercase();
            format!("{word} {}", catalog.printed_definition_address(id))
        }
        other => catalog.printed_name(other),
    }
}

struct Facts<'a> {
    catalog: &'a Catalog,
    collected: Vec<Fact>,
    privileges: BTreeMap<ObjectId, Privileges>,
}

/// Collects the facts of one object.
struct ObjectFacts<'a, 'b> {
    catalog: &'a Catalog,
    facts: &'b mut Vec<Fact>,
    kind: ObjectKind,
    identity: String,
    object: ObjectId,
    origins: &'a Origins,
}

impl<'a> Facts<'a> {
    /// Begins an object: its kind first, then its comment, its privileges and its owner.
    fn object(&mut self, object: ObjectId, word: &str, origins: &'a Origins) -> ObjectFacts<'a, '_> {
        let catalog = self.catalog;
        let comment = catalog.comments.get(&object).filter(|comment| {
            object != catalog.public().into() || &*comment.text != "standard public schema"
        });
        let (privileges, granted) = self.privileges.get(&object).cloned().unwrap_or_default();
        let mut facts = ObjectFacts {
            catalog,
            // A default is no object; what begins here always is one.
            kind: ObjectKind::of(object).unwrap_or(ObjectKind::Column),
            identity: identity(catalog, object),
            facts: &mut self.collected,
            object,
            origins,
        };
        facts.text(Attribute::KIND, word);
        if !matches!(object, ObjectId::Extension(_)) {
            let text = comment.map(|comment| comment.text.to_string()).unwrap_or_default();
            let origin = comment.and_then(|comment| comment.origins.creation());
            facts.push(Attribute::COMMENT, Value::Text(text), origin.or_else(|| origins.creation()));
        }
        facts.push(Attribute::PRIVILEGES, Value::Text(privileges), granted.or_else(|| origins.creation()));
        facts.properties();
        facts
    }

    fn schema(&mut self, id: crate::catalog::SchemaId) {
        let schema = &self.catalog.schemas[id];
        self.object(id.into(), "schema", &schema.origins).role(schema.owner.as_deref());
    }

    fn extension(&mut self, id: crate::catalog::ExtensionId) {
        let extension = &self.catalog.extensions[id];
        if &*extension.name == "plpgsql" {
            return;
        }
        let mut facts = self.object(id.into(), "extension", &extension.origins);
        if let Some(schema) = extension.schema {
            let name = facts.catalog.printed_name(schema.into());
            facts.text(Attribute::SCHEMA, name);
        }
        if let Some(version) = &extension.version {
            facts.text(Attribute::VERSION, &**version);
        }
    }
}

impl ObjectFacts<'_, '_> {
    fn push(&mut self, attribute: Attribute, value: Value, origin: Option<Span>) {
        let (kind, identity, object) = (self.kind, self.identity.clone(), self.object);
        self.facts.push(Fact { kind, identity, object, attribute, value, origin });
    }

    fn value(&mut self, attribute: Attribute, value: Value) {
        self.push(attribute, value, self.origins.of(attribute));
    }

    fn text(&mut self, attribute: Attribute, text: impl Into<String>) {
        self.value(attribute, Value::Text(text.into()));
    }

    fn flag(&mut self, attribute: Attribute, set: bool) {
        self.text(attribute, if set { "true" } else { "false" });
    }

    fn number(&mut self, attribute: Attribute, number: i64) {
        self.text(attribute, number.to_string());
    }

    fn optional(&mut self, attribute: Attribute, text: Option<&str>) {
        self.text(attribute, text.unwrap_or_default());
    }

    fn options(&mut self, options: &[(Box<str>, Box<str>)]) {
        // Those of the TOAST table are kept with that table, which is not modelled.
        let own = options.iter().filter(|(name, _)| !name.starts_with("toast."));
        let mut printed: Vec<_> = own.map(|(name, value)| format!("{name}={value}")).collect();
        printed.sort();
        self.text(Attribute::OPTIONS, printed.join(", "));
    }

    fn role(&mut self, owner: Option<&str>) {
        if let Some(owner) = owner {
            self.text(Attribute::OWNER, owner);
        }
    }

    /// An expression over the columns of a table.
    fn expression(&self, text: &SqlExpr, columns_of: RelationId) -> Value {
        Value::Expression(Expression {
            text: text.print(self.catalog),
            columns_of: Some(columns_of),
            value_type: None,
            expected: None,
        })
    }

    /// A condition over the columns of a table.
    fn condition(&self, text: &SqlExpr, columns_of: RelationId) -> Value {
        Value::Expression(Expression {
            text: text.print(self.catalog),
            columns_of: Some(columns_of),
            value_type: None,
            expected: DataType::builtin("bool"),
        })
    }

    /// An expression whose result becomes a value of a type.
    fn typed(&self, text: &SqlExpr, expected: &DataType) -> Value {
        Value::Expression(Expression {
            text: text.print(self.catalog),
            columns_of: None,
            value_type: None,
            expected: Some(expected.clone()),
        })
    }
}

/// All privileges of one object in words, and the statement that gave or took one last.
type Privileges = (String, Option<Span>);

/// What each object's privileges are, in words whose order does not depend on the order of granting:
/// `app: INSERT, SELECT*; PUBLIC: -EXECUTE` (`*` with grant option, `-` taken away).
fn privileges(catalog: &Catalog) -> BTreeMap<ObjectId, Privileges> {
    let mut by_role: BTreeMap<(ObjectId, String), Vec<String>> = BTreeMap::new();
    for (object, grants) in &catalog.grants {
        let owned = match *object {
            ObjectId::Column(id) => catalog.columns[id].relation.into(),
            other => other,
        };
        // Who made what nobody was made the owner of is not known; by convention it is `postgres`.
        let owner = print::owner_of(catalog, owned).unwrap_or("postgres");
        for grant in grants {
            // An owner can give itself anything again.
            if grant.grantee.as_deref() == Some(owner) {
                continue;
            }
            let others = || {
                grants.iter().any(|other| {
                    other.grantee == grant.grantee && print::TABLE_PRIVILEGES.contains(&other.privilege)
                })
            };
            // Servers before 17 do not know MAINTAIN; those before 15 let everybody CREATE in `public`.
            let unknown = grant.privilege == "MAINTAIN" && others();
            let everybody =
                *object == catalog.public().into() && grant.privilege == "CREATE" && grant.revoked;
            if unknown || everybody {
                continue;
            }
            let role = grant.grantee.as_ref().map_or("PUBLIC".into(), |role| quote_identifier(role));
            let sign = if grant.revoked { "-" } else { "" };
            let option = if grant.grantable { "*" } else { "" };
            let words = format!("{sign}{}{option}", grant.privilege);
            by_role.entry((*object, role.into_owned())).or_default().push(words);
        }
    }
    let mut out: BTreeMap<ObjectId, Privileges> = BTreeMap::new();
    for ((object, role), mut words) in by_role {
        words.sort();
        words.dedup();
        let (text, _) = out.entry(object).or_default();
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(&role);
        text.push_str(": ");
        text.push_str(&words.join(", "));
    }
    for grant in catalog.grants.values().flatten() {
        if let (Some((_, origin)), Some(span)) = (out.get_mut(&grant.object), grant.origins.creation()) {
            *origin = Some(span);
        }
    }
    out
}
