//! `CREATE OPERATOR` and `ALTER OPERATOR`.

use super::Replayer;
use super::callee::{Callee, same_type};
use super::defined::Found;
use super::option::{boolean, flag, option, qualified_name, type_name, word};
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    Attribute, DataType, DefinedId, DefinedKind, Property, PropertyValue, SchemaId, property,
};
use crate::source::Span;
use crate::syntax::tree::{
    AlterOperator, CreateOperator, Name, OperatorName, OptionItem, OptionValueKind, QualifiedName,
};

/// The two sides of an operator; a prefix operator has no left one.
#[derive(Clone, Debug)]
struct Operands {
    left: Option<DataType>,
    right: DataType,
}

impl Operands {
    fn same(&self, other: &Self) -> bool {
        let left = match (&self.left, &other.left) {
            (Some(a), Some(b)) => same_type(a, b),
            (None, None) => true,
            _ => false,
        };
        left && same_type(&self.right, &other.right)
    }
}

impl Replayer<'_> {
    pub(super) fn create_operator(&mut self, create: &CreateOperator, span: Span) -> Result<Applied> {
        let (items, at) = (&create.definition, create.name.span);
        let schema = self.operator_schema(&create.name)?;
        let side = |name: &str| option(items, name).map(|item| self.operand(item)).transpose();
        let (left, right) = (side("leftarg")?, side("rightarg")?);
        let function = match option(items, "function").into_iter().chain(option(items, "procedure")).last() {
            Some(item) => qualified_name(item)?,
            None => return Err(Stop::refused("42P13", at, "operator function must be specified")),
        };
        let Some(right) = right else {
            let message = if left.is_none() {
                "operator argument types must be specified"
            } else {
                "operator right argument type must be specified"
            };
            return Err(Stop::refused("42P13", at, message).help("there are no postfix operators"));
        };
        let operands = Operands { left, right };
        let types: Vec<DataType> = operands.left.iter().cloned().chain([operands.right.clone()]).collect();
        let callee = self.callee(&function, Some(&types))?;
        let mut properties: Vec<Property> = Vec::new();
        if let Some(left) = &operands.left {
            properties.push(Property::new(property::LEFT, PropertyValue::Type(left.clone())));
        }
        properties.push(Property::new(property::RIGHT, PropertyValue::Type(operands.right.clone())));
        properties.push(Property::new(property::FUNCTION, callee.by_name()));
        for (name, attribute) in [("restrict", property::RESTRICT), ("join", property::JOIN)] {
            if let Some(item) = option(items, name) {
                properties.push(Property::new(attribute, self.estimator(&qualified_name(item)?, attribute)?));
            }
        }
        // What sorted a merge join before PostgreSQL 8.3 still says that it can be merged.
        let old = ["sort1", "sort2", "ltcmp", "gtcmp"].iter().any(|name| option(items, name).is_some());
        for (name, attribute, given) in
            [("hashes", property::HASHES, false), ("merges", property::MERGES, old)]
        {
            let set = option(items, name).map(boolean).transpose()?.unwrap_or(false) || given;
            properties.push(Property::new(attribute, flag(set)));
        }
        let others: Vec<(Attribute, OperatorName)> =
            [("commutator", property::COMMUTATOR), ("negator", property::NEGATOR)]
                .into_iter()
                .filter_map(|(name, attribute)| option(items, name).map(|item| (attribute, item)))
                .map(|(attribute, item)| Ok((attribute, operator_name(qualified_name(item)?))))
                .collect::<Result<_>>()?;
        Self::fits_kind(&operands, &callee, &properties, &others, at)?;
        let shell = self.operator_of(schema, &create.name.name, operands.left.as_ref(), &operands.right);
        if let Some(first) = shell
            && self.catalog.property(first.into(), property::FUNCTION).is_some()
        {
            let message = format!("operator {} already exists", create.name.name);
            return Err(Stop::refused("42723", at, message)
                .label(self.catalog.defined[first].origins.creation(), "made here first"));
        }
        let own_negator = others.iter().find(|(attribute, other)| {
            *attribute == property::NEGATOR
                && other.name == create.name.name
                && match &other.schema {
                    Some(written) => self.catalog.schema(&written.text) == Some(schema),
                    None => self.session_schema() == Some(schema),
                }
        });
        if let Some((_, other)) = own_negator {
            let message = "operator cannot be its own negator or sort operator";
            return Err(Stop::refused("42P13", other.span, message));
        }
        let id = match shell {
            Some(id) => {
                // What was said of it before counts no more.
                for attribute in [property::COMMUTATOR, property::NEGATOR] {
                    self.catalog.set_property(id.into(), attribute, None);
                }
                for part in properties {
                    self.catalog.set_property(id.into(), part.attribute, Some(part.value));
                }
                self.catalog.defined[id].origins = crate::catalog::Origins::created(span);
                id
            }
            None => {
                self.define(DefinedKind::Operator, Some(schema), &create.name.name, None, properties, span)
            }
        };
        for (attribute, other) in &others {
            let attribute = *attribute;
            let link = self.other_operator(attribute, other, &create.name.name, schema, &operands, span)?;
            let value = match link {
                None => PropertyValue::Object(id.into()),
                Some(Link::Of(other)) => {
                    // The other learns of this one, if it knew of none.
                    if self.catalog.property(other.into(), attribute).is_none() {
                        let own = PropertyValue::Object(id.into());
                        self.catalog.set_property(other.into(), attribute, Some(own));
                    }
                    PropertyValue::Object(other.into())
                }
                Some(Link::System(printed)) => word(printed),
            };
            self.catalog.set_property(id.into(), attribute, Some(value));
        }
        self.catalog.link(id.into());
        Ok(Applied::Schema)
    }

    /// What an operator that is not binary, or gives no boolean, cannot have (`OperatorCreate`).
    fn fits_kind(
        operands: &Operands,
        callee: &Callee,
        properties: &[Property],
        others: &[(Attribute, OperatorName)],
        at: Span,
    ) -> Result<()> {
        let has = |attribute| {
            let found = properties.iter().find(|part| part.attribute == attribute);
            let told = others.iter().any(|(other, _)| *other == attribute);
            told || found.is_some_and(|part| part.value != flag(false))
        };
        let binary = [
            (property::COMMUTATOR, "only binary operators can have commutators"),
            (property::JOIN, "only binary operators can have join selectivity"),
            (property::MERGES, "only binary operators can merge join"),
            (property::HASHES, "only binary operators can hash"),
        ];
        let boolean = [
            (property::NEGATOR, "only boolean operators can have negators"),
            (property::RESTRICT, "only boolean operators can have restriction selectivity"),
            (property::JOIN, "only boolean operators can have join selectivity"),
            (property::MERGES, "only boolean operators can merge join"),
            (property::HASHES, "only boolean operators can hash"),
        ];
        let wrong = binary
            .into_iter()
            .filter(|_| operands.left.is_none())
            .chain(boolean.into_iter().filter(|_| !callee.returns("bool")))
            .find(|(attribute, _)| has(*attribute));
        match wrong {
            Some((_, message)) => Err(Stop::refused("42P13", at, message)),
            None => Ok(()),
        }
    }

    fn operand(&self, item: &OptionItem) -> Result<DataType> {
        let name = type_name(item)?;
        if name.setof {
            let message = "SETOF type not allowed for operator argument";
            return Err(Stop::refused("42P13", name.span, message));
        }
        let ty = self.data_type(&name)?;
        Ok(DataType { modifiers: Vec::new(), interval_fields: None, ..ty })
    }

    /// The function that estimates for `RESTRICT` or `JOIN`.
    fn estimator(&self, name: &QualifiedName, attribute: Attribute) -> Result<PropertyValue> {
        let signatures: &[&[&str]] = if attribute == property::RESTRICT {
            &[&["internal", "oid", "internal", "int4"]]
        } else {
            &[&["internal", "oid", "internal", "int2", "internal"], &["internal", "oid", "internal", "int2"]]
        };
        let words = if attribute == property::RESTRICT { "restriction" } else { "join" };
        let mut found = signatures.iter().map(|signature| self.fixed_callee(name, signature, None));
        let value = found.find_map(std::result::Result::ok);
        match (value, signatures.last()) {
            (Some(value), _) => {
                let returns_float = signatures
                    .iter()
                    .any(|signature| self.fixed_callee(name, signature, Some(("float8", "42P17"))).is_ok());
                if returns_float {
                    return Ok(value);
                }
                let message = format!(
                    "{words} estimator function {} must return type float8",
                    Self::display_name(name)
                );
                Err(Stop::refused("42P17", name.span(), message))
            }
            (None, Some(last)) => self.fixed_callee(name, last, None),
            (None, None) => Err(not_modelled("this estimator", name.span())),
        }
    }

    fn operator_schema(&mut self, name: &OperatorName) -> Result<SchemaId> {
        let qualified = QualifiedName {
            schema: name.schema.clone(),
            name: Name { text: name.name.clone(), span: name.span },
        };
        self.creation_schema(&qualified)
    }

    /// The operator that another names as its commutator or negator; one that is not there yet is noted by its name
    /// alone. `None` for the operator itself.
    fn other_operator(
        &mut self,
        attribute: Attribute,
        other: &OperatorName,
        own_name: &str,
        own_schema: SchemaId,
        own: &Operands,
        span: Span,
    ) -> Result<Option<Link>> {
        let operands = match (attribute == property::COMMUTATOR, &own.left) {
            (true, Some(left)) => Operands { left: Some(own.right.clone()), right: left.clone() },
            _ => own.clone(),
        };
        let (left, right) = (operands.left.as_ref(), &operands.right);
        let itself =
            |schema: SchemaId| schema == own_schema && *other.name == *own_name && operands.same(own);
        match self.find_operator(other, left, right)? {
            Some(Found::Object(id)) => {
                let schema = self.catalog.defined[id].schema;
                return Ok((!schema.is_some_and(itself)).then_some(Link::Of(id)));
            }
            Some(Found::System) => {
                let written = other.schema.as_ref().map(Name::as_str);
                let found = self.system_operator(written, &other.name, left, right);
                return Ok(found.map(|(printed, _)| Link::System(printed)));
            }
            None => {}
        }
        let schema = self.operator_schema(other)?;
        if itself(schema) {
            return Ok(None);
        }
        let mut properties = Vec::new();
        if let Some(left) = left {
            properties.push(Property::new(property::LEFT, PropertyValue::Type(left.clone())));
        }
        properties.push(Property::new(property::RIGHT, PropertyValue::Type(right.clone())));
        let id = self.define(DefinedKind::Operator, Some(schema), &other.name, None, properties, span);
        Ok(Some(Link::Of(id)))
    }

    pub(super) fn alter_operator(&mut self, alter: &AlterOperator, span: Span) -> Result<Applied> {
        const FIXED: &[&str] = &["leftarg", "rightarg", "function", "procedure"];
        const KNOWN: &[&str] = &["restrict", "join", "commutator", "negator", "hashes", "merges"];
        let address = crate::syntax::tree::ObjectAddress {
            kind: crate::syntax::tree::ObjectKind::Operator,
            name: crate::syntax::tree::ObjectName::Operator(alter.operator.clone()),
            span: alter.operator.name.span,
        };
        let object = self.defined_address(DefinedKind::Operator, &address)?;
        for item in &alter.options {
            let name = &*item.name.text;
            if FIXED.contains(&name) {
                let message = format!("operator attribute \"{name}\" cannot be changed");
                return Err(Stop::refused("42601", item.span, message));
            }
            if !KNOWN.contains(&name) {
                let message = format!("operator attribute \"{name}\" not recognized");
                return Err(Stop::refused("42601", item.span, message));
            }
        }
        let crate::catalog::ObjectId::Defined(id) = object else { return Ok(Applied::Schema) };
        let operands = match (
            self.catalog.property(object, property::LEFT),
            self.catalog.property(object, property::RIGHT),
        ) {
            (left, Some(PropertyValue::Type(right))) => Operands {
                left: match left {
                    Some(PropertyValue::Type(left)) => Some(left.clone()),
                    _ => None,
                },
                right: right.clone(),
            },
            _ => return Ok(Applied::Schema),
        };
        let mut changes: Vec<(Attribute, Option<PropertyValue>)> = Vec::new();
        for (name, attribute) in [("restrict", property::RESTRICT), ("join", property::JOIN)] {
            let Some(item) = option(&alter.options, name) else { continue };
            let none = item
                .value
                .as_ref()
                .is_none_or(|value| matches!(value.kind, OptionValueKind::Word) && &*value.text == "none");
            let value = if none { None } else { Some(self.estimator(&qualified_name(item)?, attribute)?) };
            changes.push((attribute, value));
        }
        for (name, attribute) in [("hashes", property::HASHES), ("merges", property::MERGES)] {
            let Some(item) = option(&alter.options, name) else { continue };
            let set = boolean(item)?;
            if !set && self.catalog.property(object, attribute) == Some(&flag(true)) {
                let message = format!(
                    "operator attribute \"{name}\" cannot be disabled if it has already been enabled"
                );
                return Err(Stop::refused("42P17", item.span, message));
            }
            changes.push((attribute, Some(flag(set))));
        }
        let mut others = Vec::new();
        for (name, attribute) in [("commutator", property::COMMUTATOR), ("negator", property::NEGATOR)] {
            if let Some(item) = option(&alter.options, name) {
                others.push((attribute, operator_name(qualified_name(item)?)));
            }
        }
        if let Some(callee) = self.operator_callee(id) {
            let properties: Vec<Property> = changes
                .iter()
                .filter_map(|(attribute, value)| Some(Property::new(*attribute, value.clone()?)))
                .collect();
            Self::fits_kind(&operands, &callee, &properties, &others, alter.operator.name.span)?;
        }
        let (own_name, own_schema) = {
            let entry = &self.catalog.defined[id];
            (entry.name.clone(), entry.schema.unwrap_or_else(|| self.catalog.public()))
        };
        for (attribute, other) in &others {
            let link = self.other_operator(*attribute, other, &own_name, own_schema, &operands, span)?;
            let value = match link {
                None => PropertyValue::Object(object),
                Some(Link::System(printed)) => word(printed),
                Some(Link::Of(other)) => {
                    if self.catalog.property(other.into(), *attribute).is_none() {
                        self.catalog.set_property(
                            other.into(),
                            *attribute,
                            Some(PropertyValue::Object(object)),
                        );
                    }
                    PropertyValue::Object(other.into())
                }
            };
            if self.catalog.property(object, *attribute).is_some_and(|old| *old != value) {
                let message = format!(
                    "operator attribute \"{}\" cannot be changed if it has already been set",
                    attribute.0
                );
                return Err(Stop::refused("42P17", other.span, message));
            }
            changes.push((*attribute, Some(value)));
        }
        for (attribute, value) in changes {
            self.catalog.set_property(object, attribute, value);
            self.mark(object, attribute, span);
        }
        self.catalog.link(object);
        Ok(Applied::Schema)
    }

    /// The function behind an operator of the schema.
    pub(super) fn operator_callee(&self, id: DefinedId) -> Option<Callee> {
        let types: Vec<DataType> = [property::LEFT, property::RIGHT]
            .iter()
            .filter_map(|side| match self.catalog.property(id.into(), *side) {
                Some(PropertyValue::Type(ty)) => Some(ty.clone()),
                _ => None,
            })
            .collect();
        match self.catalog.property(id.into(), property::FUNCTION)? {
            PropertyValue::Object(crate::catalog::ObjectId::Function(function)) => {
                Some(self.callee_of(*function))
            }
            PropertyValue::Word(name) => {
                let mut path = crate::expression::path_of_text(name).ok()?;
                let at = self.catalog.defined[id].origins.creation()?;
                let name = Name { text: path.pop()?, span: at };
                let schema = path.pop().map(|text| Name { text, span: at });
                self.callee(&QualifiedName { schema, name }, Some(&types)).ok()
            }
            _ => None,
        }
    }
}

/// What an operator is told is its commutator or negator.
enum Link {
    Of(DefinedId),
    System(String),
}

pub(super) fn operator_name(name: QualifiedName) -> OperatorName {
    let span = name.span();
    let text: Box<str> = if &*name.name.text == "!=" { "<>".into() } else { name.name.text };
    OperatorName { schema: name.schema, name: text, span }
}
