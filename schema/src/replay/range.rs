//! Range types: `CREATE TYPE … AS RANGE`.

use super::Replayer;
use super::callee::{Callee, same_type};
use super::defined::Found;
use super::option::{no_duplicates, option, qualified_name, type_name, word};
use super::stop::{Applied, Result, Stop};
use crate::catalog::{
    Attribute, DataType, DefinedKind, Origins, PropertyValue, Range, TypeBase, TypeId, TypeKind, UserType,
    Volatility, names, property,
};
use crate::expression::typing::facts;
use crate::source::Span;
use crate::syntax::tree::{Name, OptionItem, QualifiedName};

const OPTIONS: &[&str] =
    &["subtype", "subtype_opclass", "collation", "canonical", "subtype_diff", "multirange_type_name"];

impl Replayer<'_> {
    /// `shell` is what stands under the name so far.
    pub(super) fn create_range(
        &mut self,
        name: &QualifiedName,
        items: &[OptionItem],
        shell: Option<TypeId>,
        span: Span,
    ) -> Result<Applied> {
        let schema = self.creation_schema(name)?;
        if let Some(item) = items.iter().find(|item| !OPTIONS.contains(&&*item.name.text)) {
            let message = format!("type attribute \"{}\" not recognized", item.name.text);
            return Err(Stop::refused("42601", item.span, message));
        }
        no_duplicates(items)?;
        let Some(item) = option(items, "subtype") else {
            return Err(Stop::refused("42601", name.span(), "type attribute \"subtype\" is required"));
        };
        let subtype_name = type_name(item)?;
        let subtype = self.data_type(&subtype_name)?;
        let subtype = DataType { modifiers: Vec::new(), interval_fields: None, ..subtype };
        if self.is_pseudo_type(&subtype) {
            let message = format!("range subtype cannot be {}", subtype.print(&self.catalog));
            return Err(Stop::refused("42804", subtype_name.span, message));
        }
        let mut options: Vec<(Box<str>, Box<str>)> = Vec::new();
        if let Some(item) = option(items, "collation") {
            options.push(("collation".into(), self.collation_text(&qualified_name(item)?)?));
        }
        if let Some(item) = option(items, "multirange_type_name") {
            let written = qualified_name(item)?;
            let home = match &written.schema {
                Some(written) => self.schema_named(written)?,
                None => schema,
            };
            let printed = names::qualified(&self.catalog.schemas[home].name, &written.name.text);
            options.push(("multirange_type_name".into(), printed.into()));
        }
        let mut properties: Vec<(Attribute, PropertyValue)> = Vec::new();
        if let Some(item) = option(items, "subtype_opclass")
            && let Some(value) = self.subtype_class(&qualified_name(item)?, &subtype)?
        {
            properties.push((property::SUBTYPE_CLASS, value));
        }
        if let Some(item) = option(items, "canonical") {
            let function = qualified_name(item)?;
            let Some(shell) = shell else {
                let message = "cannot specify a canonical function without a pre-created shell type";
                return Err(Stop::refused("42P17", item.span, message)
                    .help("create the type as a shell type, then create its canonicalization function"));
            };
            let own = DataType::new(TypeBase::User(shell));
            let callee = self.callee(&function, Some(std::slice::from_ref(&own)))?;
            let gives = "must return range type";
            Self::range_function("range canonical function", &callee, &function, &own, gives)?;
            properties.push((property::CANONICAL, callee.by_name()));
        }
        if let Some(item) = option(items, "subtype_diff") {
            let function = qualified_name(item)?;
            let callee = self.callee(&function, Some(&[subtype.clone(), subtype.clone()]))?;
            if let Some(float) = DataType::builtin("float8") {
                let gives = "must return type double precision";
                Self::range_function("range subtype diff function", &callee, &function, &float, gives)?;
            }
            properties.push((property::SUBTYPE_DIFF, callee.by_name()));
        }
        let (kind, origins) = (TypeKind::Range(Range { subtype, options }), Origins::created(span));
        let id = if let Some(id) = shell {
            self.catalog.complete_type(id, kind, origins);
            id
        } else {
            let name = name.name.text.clone();
            self.catalog.add_type(UserType { schema, name, kind, owner: None, origins })
        };
        for (attribute, value) in properties {
            self.catalog.set_property(id.into(), attribute, Some(value));
        }
        self.catalog.link(id.into());
        Ok(Applied::Schema)
    }

    fn range_function(
        what: &str,
        callee: &Callee,
        name: &QualifiedName,
        returns: &DataType,
        gives: &str,
    ) -> Result<()> {
        let Some(known) = &callee.known else { return Ok(()) };
        let refused = |words: &str| {
            let message = format!("{what} {} {words}", Self::display_name(name));
            Err(Stop::refused("42P17", name.span(), message))
        };
        if known.returns.as_ref().is_some_and(|own| !same_type(own, returns)) {
            return refused(gives);
        }
        if known.volatility != Volatility::Immutable {
            return refused("must be immutable");
        }
        Ok(())
    }

    /// The operator class that orders the subtype, unless it is the default one.
    fn subtype_class(&self, name: &QualifiedName, subtype: &DataType) -> Result<Option<PropertyValue>> {
        let btree = Name { text: "btree".into(), span: name.span() };
        match self.of_access_method(DefinedKind::OperatorClass, name, &btree) {
            Ok(Found::Object(id)) => Ok(Some(PropertyValue::Object(id.into()))),
            Ok(Found::System) => {
                let fact = Self::type_fact(subtype);
                let mut rows = facts::objects(&name.name.text)
                    .filter(|row| row.kind == "operator class" && row.words[0] == "btree");
                let is_default = rows.any(|row| {
                    row.words[2] == "d"
                        && fact.is_some_and(|fact| {
                            fact.source.is_empty() && !fact.array && fact.name == row.words[1]
                        })
                });
                let printed = match name.schema_str().filter(|schema| *schema != "pg_catalog") {
                    Some(schema) => names::qualified(schema, &name.name.text),
                    None => names::quote_identifier(&name.name.text).into_owned(),
                };
                Ok((!is_default).then(|| word(printed)))
            }
            Err(stop) if self.knows_all_extensions() => Err(stop),
            Err(_) => Ok(Some(word(Self::display_name(name)))),
        }
    }
}
