//! `CREATE OPERATOR CLASS`, `CREATE OPERATOR FAMILY` and `ALTER OPERATOR FAMILY`.

use super::Replayer;
use super::callee::{Callee, same_type};
use super::defined::Found;
use super::option::{flag, word};
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    DataType, DefinedId, DefinedKind, FunctionBody, ObjectId, Property, PropertyValue, SchemaId, property,
};
use crate::source::Span;
use crate::syntax::tree::{
    AlterOperatorFamily, CreateOperatorClass, CreateOperatorFamily, Name, Number, OperatorClassItem,
    OperatorClassItemKind, OperatorName, QualifiedName, RoutineSignature, TypeName,
};

/// What an index access method says of its operator classes (documentation, "Index Access Method Interface").
struct Method {
    name: &'static str,
    handler: &'static str,
    /// The highest number of a strategy; 0 is any.
    strategies: i64,
    /// The highest number of a support function in any version.
    functions: i64,
    /// An index may store another type than the column's.
    storage: bool,
    /// Operators may be for `ORDER BY`.
    ordering: bool,
    /// Members that belong to their class: operators of one type, and the support functions of these numbers. All
    /// others are loose in the family.
    tied_operators: bool,
    tied_functions: &'static [i64],
    /// The support function that reads the options of a class.
    options: i64,
}

const ANY_FUNCTION: &[i64] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

const METHODS: &[Method] = &[
    Method {
        name: "btree",
        handler: "bthandler",
        strategies: 5,
        functions: 6,
        storage: false,
        ordering: false,
        tied_operators: true,
        tied_functions: &[1],
        options: 5,
    },
    Method {
        name: "hash",
        handler: "hashhandler",
        strategies: 1,
        functions: 3,
        storage: false,
        ordering: false,
        tied_operators: true,
        tied_functions: &[1],
        options: 3,
    },
    Method {
        name: "gist",
        handler: "gisthandler",
        strategies: 0,
        functions: 12,
        storage: true,
        ordering: true,
        tied_operators: false,
        tied_functions: &[1, 2, 5, 6, 7],
        options: 10,
    },
    Method {
        name: "gin",
        handler: "ginhandler",
        strategies: 0,
        functions: 7,
        storage: true,
        ordering: false,
        tied_operators: false,
        tied_functions: &[2, 3],
        options: 7,
    },
    Method {
        name: "spgist",
        handler: "spghandler",
        strategies: 0,
        functions: 7,
        storage: true,
        ordering: true,
        tied_operators: false,
        tied_functions: &[1, 2, 3, 4, 5],
        options: 7,
    },
    Method {
        name: "brin",
        handler: "brinhandler",
        strategies: 0,
        functions: 15,
        storage: true,
        ordering: false,
        tied_operators: true,
        tied_functions: ANY_FUNCTION,
        options: 5,
    },
];

/// One member of a family, before it is known where it belongs.
struct Member {
    function: bool,
    number: i64,
    left: DataType,
    right: DataType,
    value: PropertyValue,
    order_by: Option<PropertyValue>,
    span: Span,
}

impl Member {
    fn word(function: bool) -> &'static str {
        if function { "FUNCTION" } else { "OPERATOR" }
    }

    fn property(self) -> PropertyValue {
        let head = word(format!("{} {}", Self::word(self.function), self.number));
        let mut parts =
            vec![head, PropertyValue::Type(self.left), PropertyValue::Type(self.right), self.value];
        parts.extend(self.order_by);
        PropertyValue::List(parts)
    }
}

/// What the items of one statement are for.
struct Place<'m> {
    /// Absent for a method that is known by name only.
    method: Option<&'m Method>,
    method_name: &'m str,
    /// The type of the class; absent in `ALTER OPERATOR FAMILY`.
    class_type: Option<DataType>,
}

impl Replayer<'_> {
    /// PostgreSQL's own method behind a name or a handler.
    fn method(&self, property: &PropertyValue) -> Option<&'static Method> {
        match property {
            PropertyValue::Word(name) => METHODS.iter().find(|method| *method.name == **name),
            PropertyValue::Object(object) => {
                let handler = match self.catalog.property(*object, property::HANDLER)? {
                    PropertyValue::Word(handler) => handler.clone(),
                    PropertyValue::Object(ObjectId::Function(id)) => {
                        match &self.catalog.functions[*id].body {
                            FunctionBody::Source(source) => source.clone(),
                            _ => return None,
                        }
                    }
                    _ => return None,
                };
                METHODS.iter().find(|method| *method.handler == *handler)
            }
            _ => None,
        }
    }

    pub(super) fn create_operator_family(
        &mut self,
        create: &CreateOperatorFamily,
        span: Span,
    ) -> Result<Applied> {
        let schema = self.creation_schema(&create.name)?;
        let method = self.method_property(&create.method)?;
        let name = &create.name.name.text;
        self.family_free(DefinedKind::OperatorFamily, schema, name, &method, create.name.span())?;
        self.new_family(schema, name, method, span);
        Ok(Applied::Schema)
    }

    fn family_free(
        &self,
        kind: DefinedKind,
        schema: SchemaId,
        name: &str,
        method: &PropertyValue,
        at: Span,
    ) -> Result<()> {
        let Some(first) = self.of_method(kind, schema, name, method) else { return Ok(()) };
        let message = format!(
            "{} \"{name}\" for access method \"{}\" already exists",
            kind.message_words(),
            method.print(&self.catalog)
        );
        Err(Stop::refused("42710", at, message)
            .label(self.catalog.defined[first].origins.creation(), "made here first"))
    }

    fn new_family(&mut self, schema: SchemaId, name: &str, method: PropertyValue, span: Span) -> DefinedId {
        let properties = vec![Property::new(property::METHOD, method)];
        self.define(DefinedKind::OperatorFamily, Some(schema), name, None, properties, span)
    }

    /// The family that a statement names.
    fn named_family(&self, name: &QualifiedName, method: &Name) -> Result<DefinedId> {
        match self.of_access_method(DefinedKind::OperatorFamily, name, method)? {
            Found::Object(id) => Ok(id),
            Found::System => {
                Err(not_modelled("an operator family of PostgreSQL or of an extension", name.span()))
            }
        }
    }

    pub(super) fn create_operator_class(
        &mut self,
        create: &CreateOperatorClass,
        span: Span,
    ) -> Result<Applied> {
        let kind = DefinedKind::OperatorClass;
        let schema = self.creation_schema(&create.name)?;
        let (name, at) = (&create.name.name.text, create.name.span());
        let method = self.method_property(&create.method)?;
        let ty =
            DataType { modifiers: Vec::new(), interval_fields: None, ..self.data_type(&create.type_name)? };
        let family = match &create.family {
            Some(family) => Some(self.named_family(family, &create.method)?),
            // One of the class's own name is made with it.
            None => self.of_method(DefinedKind::OperatorFamily, schema, name, &method),
        };
        let place = Place {
            method: self.method(&method),
            method_name: &create.method.text,
            class_type: Some(ty.clone()),
        };
        let mut storage = None;
        let mut members = Vec::new();
        for item in &create.items {
            if let OperatorClassItemKind::Storage(name) = &item.kind {
                if storage.is_some() {
                    return Err(Stop::refused("42P17", item.span, "storage type specified more than once"));
                }
                storage = Some((self.data_type(name)?, item.span));
                continue;
            }
            let member = self.member(item, &place)?;
            self.add_member(&mut members, member)?;
        }
        let storage = storage.filter(|(storage, _)| !same_type(storage, &ty));
        if let Some((_, at)) = &storage
            && place.method.is_some_and(|method| !method.storage)
        {
            let message = format!(
                "storage type cannot be different from data type for access method \"{}\"",
                create.method.text
            );
            return Err(Stop::refused("42P17", *at, message));
        }
        self.family_free(kind, schema, name, &method, at)?;
        if create.default {
            self.no_other_default(&method, &ty, name, at)?;
        }
        let is_place = place.method;
        let family = family.unwrap_or_else(|| self.new_family(schema, name, method.clone(), span));
        if let Some(member) = members.iter().find(|member| self.has_member(family, member)) {
            let message = "duplicate key value violates a unique constraint: the family has this member";
            return Err(Stop::refused("23505", member.span, message));
        }
        let mut properties = vec![
            Property::new(property::METHOD, method),
            Property::new(property::TYPE, PropertyValue::Type(ty)),
            Property::new(property::IS_DEFAULT, flag(create.default)),
            Property::new(property::FAMILY, PropertyValue::Object(family.into())),
        ];
        if let Some((storage, _)) = storage {
            properties.push(Property::new(property::STORAGE, PropertyValue::Type(storage)));
        }
        let class = self.define(kind, Some(schema), name, None, properties, span);
        for member in members {
            let home = match is_place {
                Some(_) => self.tied_class(family, is_place, &member, Some(class)).unwrap_or(family),
                None => class,
            };
            self.store_member(home, member);
        }
        Ok(Applied::Schema)
    }

    /// The class that a member belongs to; `None` for one that is loose in the family. `class` is the one that is
    /// being made.
    fn tied_class(
        &self,
        family: DefinedId,
        method: Option<&Method>,
        member: &Member,
        class: Option<DefinedId>,
    ) -> Option<DefinedId> {
        let method = method?;
        if member.function && !method.tied_functions.contains(&member.number)
            || !member.function && !method.tied_operators
        {
            return None;
        }
        if !matches!(method.name, "btree" | "hash") {
            return class;
        }
        if !same_type(&member.left, &member.right) {
            return None;
        }
        self.catalog
            .defined
            .iter()
            .find(|(id, entry)| {
                let of = |attribute| self.catalog.property((*id).into(), attribute);
                entry.kind == DefinedKind::OperatorClass
                    && of(property::FAMILY) == Some(&PropertyValue::Object(family.into()))
                    && matches!(of(property::TYPE), Some(PropertyValue::Type(ty)) if same_type(ty, &member.left))
            })
            .map(|(id, _)| id)
    }

    fn no_other_default(&self, method: &PropertyValue, ty: &DataType, name: &str, at: Span) -> Result<()> {
        let user = self.catalog.defined.iter().any(|(id, entry)| {
            let of = |attribute| self.catalog.property(id.into(), attribute);
            entry.kind == DefinedKind::OperatorClass
                && of(property::METHOD) == Some(method)
                && of(property::IS_DEFAULT) == Some(&flag(true))
                && matches!(of(property::TYPE), Some(PropertyValue::Type(own)) if same_type(own, ty))
        });
        let system = || {
            let PropertyValue::Word(method) = method else { return false };
            let Some(fact) = Self::type_fact(ty) else { return false };
            crate::expression::typing::facts::has_default_class(method, fact)
        };
        if user || system() {
            let printed = ty.print(&self.catalog);
            let message = format!("could not make operator class \"{name}\" be default for type {printed}");
            return Err(Stop::refused("42710", at, message));
        }
        Ok(())
    }

    pub(super) fn alter_operator_family(
        &mut self,
        alter: &AlterOperatorFamily,
        span: Span,
    ) -> Result<Applied> {
        let method_property = self.method_property(&alter.method)?;
        let family = self.named_family(&alter.name, &alter.method)?;
        let place = Place {
            method: self.method(&method_property),
            method_name: &alter.method.text,
            class_type: None,
        };
        let mut members = Vec::new();
        for item in &alter.items {
            if let OperatorClassItemKind::Storage(_) = item.kind {
                let message = "STORAGE cannot be specified in ALTER OPERATOR FAMILY";
                return Err(Stop::refused("42601", item.span, message));
            }
            let member = self.member(item, &place)?;
            self.add_member(&mut members, member)?;
        }
        let describe = |replayer: &Self, member: &Member| {
            format!(
                "{} {}({},{})",
                Member::word(member.function).to_lowercase(),
                member.number,
                member.left.print(&replayer.catalog),
                member.right.print(&replayer.catalog)
            )
        };
        for member in &members {
            let there = self.has_member(family, member);
            if there == alter.drop {
                continue;
            }
            let (state, words) =
                if there { ("42710", "already exists") } else { ("42704", "does not exist") };
            let message = format!(
                "{} {words} in operator family \"{}\"",
                describe(self, member),
                Self::display_name(&alter.name)
            );
            return Err(Stop::refused(state, member.span, message));
        }
        for member in members {
            if !alter.drop {
                let home = self.tied_class(family, place.method, &member, None).unwrap_or(family);
                self.store_member(home, member);
                continue;
            }
            let holder = self.holders(family).into_iter().find(|holder| self.keeps(*holder, &member));
            if let Some(class) = holder.filter(|holder| *holder != family) {
                let message = format!(
                    "cannot drop {} of operator family {} because {} requires it",
                    describe(self, &member),
                    Self::display_name(&alter.name),
                    self.describe(class.into())
                );
                return Err(Stop::refused("2BP01", member.span, message));
            }
            self.drop_member(family, &member);
        }
        self.mark(family.into(), property::ITEMS, span);
        Ok(Applied::Schema)
    }

    fn member(&self, item: &OperatorClassItem, place: &Place<'_>) -> Result<Member> {
        let at = item.span;
        match &item.kind {
            OperatorClassItemKind::Operator { number, name, types, order_by, .. } => {
                let number = Self::member_number(number, place, false)?;
                self.operator_member(number, name, types, order_by.as_ref(), place, at)
            }
            OperatorClassItemKind::Function { number, types, function } => {
                let number = Self::member_number(number, place, true)?;
                self.function_member(number, types, function, place, at)
            }
            OperatorClassItemKind::DropOperator { number, types }
            | OperatorClassItemKind::DropFunction { number, types } => {
                let function = matches!(item.kind, OperatorClassItemKind::DropFunction { .. });
                let number = Self::member_number(number, place, function)?;
                let Some((left, right)) = self.member_types(types, at)? else {
                    let message = "one or two argument types must be specified";
                    return Err(Stop::refused("42601", at, message));
                };
                Ok(Member { function, number, left, right, value: word(""), order_by: None, span: at })
            }
            OperatorClassItemKind::Storage(_) => Err(not_modelled("STORAGE here", at)),
        }
    }

    fn member_number(number: &Number, place: &Place<'_>, function: bool) -> Result<i64> {
        let value = number.as_i64().unwrap_or_default();
        let (what, limit) = if function {
            ("function", place.method.map_or(i64::from(i16::MAX), |method| method.functions))
        } else {
            ("operator", place.method.map_or(0, |method| method.strategies))
        };
        let limit = if limit == 0 { i64::from(i16::MAX) } else { limit };
        if value < 1 || value > limit {
            let message = format!("invalid {what} number {value}, must be between 1 and {limit}");
            return Err(Stop::refused("42P17", number.span, message));
        }
        Ok(value)
    }

    fn member_types(&self, types: &[TypeName], at: Span) -> Result<Option<(DataType, DataType)>> {
        let plain = |name: &TypeName| {
            let ty = self.data_type(name)?;
            Ok(DataType { modifiers: Vec::new(), interval_fields: None, ..ty })
        };
        match types {
            [] => Ok(None),
            [one] => {
                let ty = plain(one)?;
                Ok(Some((ty.clone(), ty)))
            }
            [left, right] => Ok(Some((plain(left)?, plain(right)?))),
            _ => Err(Stop::refused("42601", at, "one or two argument types must be specified")),
        }
    }

    fn operator_member(
        &self,
        number: i64,
        name: &OperatorName,
        types: &[TypeName],
        order_by: Option<&QualifiedName>,
        place: &Place<'_>,
        at: Span,
    ) -> Result<Member> {
        let (left, right) = match (types, &place.class_type) {
            ([], Some(ty)) => (ty.clone(), ty.clone()),
            ([], None) => {
                let message = "operator argument types must be specified in ALTER OPERATOR FAMILY";
                return Err(Stop::refused("42601", at, message));
            }
            ([_], _) => return Err(Stop::refused("42P17", at, "index operators must be binary")),
            _ => match self.member_types(types, at)? {
                Some(types) => types,
                None => return Err(not_modelled("an operator without types", at)),
            },
        };
        let Some(found) = self.find_operator(name, Some(&left), &right)? else {
            if !self.knows_all_extensions() {
                return Err(not_modelled("an operator of an extension that is not known", name.span));
            }
            return Err(self.missing_operator(name, Some(&left), Some(&right)));
        };
        let (value, returns_bool) = match found {
            Found::Object(id) => (
                PropertyValue::Object(id.into()),
                self.operator_callee(id).is_none_or(|callee| callee.returns("bool")),
            ),
            Found::System => {
                let written = name.schema.as_ref().map(Name::as_str);
                match self.system_operator(written, &name.name, Some(&left), &right) {
                    Some((printed, result)) => {
                        (word(printed), result.is_none_or(|ty| ty.builtin_name() == Some("bool")))
                    }
                    None => return Err(self.missing_operator(name, Some(&left), Some(&right))),
                }
            }
        };
        let order_by = match order_by {
            Some(family) => {
                let btree = Name { text: "btree".into(), span: family.span() };
                let value = match self.of_access_method(DefinedKind::OperatorFamily, family, &btree)? {
                    Found::Object(id) => PropertyValue::Object(id.into()),
                    Found::System => word(self.system_family_name(family)),
                };
                if place.method.is_some_and(|method| !method.ordering) {
                    let message = format!(
                        "access method \"{}\" does not support ordering operators",
                        place.method_name
                    );
                    return Err(Stop::refused("42P17", at, message));
                }
                Some(value)
            }
            None if !returns_bool => {
                return Err(Stop::refused("42P17", at, "index search operators must return boolean"));
            }
            None => None,
        };
        Ok(Member { function: false, number, left, right, value, order_by, span: at })
    }

    /// The printed name of a family of PostgreSQL or of an extension.
    fn system_family_name(&self, name: &QualifiedName) -> String {
        let word = &*name.name.text;
        let mut rows =
            crate::expression::typing::facts::objects(word).filter(|row| row.kind == "operator family");
        let home = rows.find_map(|row| {
            if row.source.is_empty() { Some("pg_catalog".into()) } else { self.extension_home(row.source) }
        });
        crate::catalog::names::qualified(&home.unwrap_or_else(|| "pg_catalog".into()), word)
    }

    fn function_member(
        &self,
        number: i64,
        types: &[TypeName],
        signature: &RoutineSignature,
        place: &Place<'_>,
        at: Span,
    ) -> Result<Member> {
        let callee = self.callee_of_signature(signature)?;
        let given = self.member_types(types, at)?;
        let inferred = Self::support_types(&callee, number, place, at)?;
        let types = given.or(inferred).or_else(|| place.class_type.clone().map(|ty| (ty.clone(), ty)));
        let Some((left, right)) = types else {
            let message = "associated data types must be specified for index support function";
            return Err(Stop::refused("42P17", at, message));
        };
        Self::special_fits(&callee, number, (&left, &right), place, at)?;
        let value = callee.by_signature(&self.catalog);
        Ok(Member { function: true, number, left, right, value, order_by: None, span: at })
    }

    /// What cannot be for two types, and what reads options.
    fn special_fits(
        callee: &Callee,
        number: i64,
        (left, right): (&DataType, &DataType),
        place: &Place<'_>,
        at: Span,
    ) -> Result<()> {
        let (Some(method), Some(known)) = (place.method, &callee.known) else { return Ok(()) };
        let refused = |message: &str| Err(Stop::refused("42P17", at, message));
        if method.name == "btree" && number == 4 && !same_type(left, right) {
            return refused("btree equal image functions must not be cross-type");
        }
        if number != method.options {
            return Ok(());
        }
        match &place.class_type {
            Some(ty) if !same_type(left, ty) || !same_type(right, ty) => {
                return refused(
                    "associated data types for operator class options parsing functions must match opclass input type",
                );
            }
            None if !same_type(left, right) => {
                return refused(
                    "left and right associated data types for operator class options parsing functions must match",
                );
            }
            _ => {}
        }
        let internal = matches!(known.arguments.as_slice(), [one] if one.builtin_name() == Some("internal"));
        if !internal || !callee.returns("void") {
            return refused("invalid operator class options parsing function");
        }
        Ok(())
    }

    /// What a support function of a B-tree or a hash index must be, and the types that it says itself
    /// (`assignProcTypes`).
    fn support_types(
        callee: &Callee,
        number: i64,
        place: &Place<'_>,
        at: Span,
    ) -> Result<Option<(DataType, DataType)>> {
        let (Some(method), Some(known)) = (place.method, &callee.known) else { return Ok(None) };
        let arguments = &known.arguments;
        let check = |fits: bool, message: &str| {
            if fits { Ok(()) } else { Err(Stop::refused("42P17", at, message)) }
        };
        let first_internal = arguments.first().is_some_and(|ty| ty.builtin_name() == Some("internal"));
        match (method.name, number) {
            ("btree", 1) => {
                check(arguments.len() == 2, "btree comparison functions must have two arguments")?;
                check(callee.returns("int4"), "btree comparison functions must return integer")?;
                Ok(arguments.first().cloned().zip(arguments.get(1).cloned()))
            }
            ("btree", 2) => {
                let message = "btree sort support functions must accept type \"internal\"";
                check(arguments.len() == 1 && first_internal, message)?;
                check(callee.returns("void"), "btree sort support functions must return void")?;
                Ok(None)
            }
            ("btree", 3) => {
                check(arguments.len() == 5, "btree in_range functions must have five arguments")?;
                check(callee.returns("bool"), "btree in_range functions must return boolean")?;
                Ok(arguments.first().cloned().zip(arguments.get(2).cloned()))
            }
            ("btree", 4) => {
                check(arguments.len() == 1, "btree equal image functions must have one argument")?;
                check(callee.returns("bool"), "btree equal image functions must return boolean")?;
                Ok(None)
            }
            ("hash", 1) => {
                check(arguments.len() == 1, "hash function 1 must have one argument")?;
                check(callee.returns("int4"), "hash function 1 must return integer")?;
                Ok(None)
            }
            ("hash", 2) => {
                check(arguments.len() == 2, "hash function 2 must have two arguments")?;
                check(callee.returns("int8"), "hash function 2 must return bigint")?;
                Ok(None)
            }
            _ => Ok(None),
        }
    }

    fn add_member(&self, members: &mut Vec<Member>, member: Member) -> Result<()> {
        let same = |other: &Member| {
            other.function == member.function
                && other.number == member.number
                && same_type(&other.left, &member.left)
                && same_type(&other.right, &member.right)
        };
        if members.iter().any(same) {
            let message = format!(
                "{} number {} for ({},{}) appears more than once",
                Member::word(member.function).to_lowercase(),
                member.number,
                member.left.print(&self.catalog),
                member.right.print(&self.catalog)
            );
            return Err(Stop::refused("42P17", member.span, message));
        }
        members.push(member);
        Ok(())
    }

    /// The family and its classes: where its members are kept.
    fn holders(&self, family: DefinedId) -> Vec<DefinedId> {
        let classes = self.catalog.defined.iter().filter(|(id, entry)| {
            entry.kind == DefinedKind::OperatorClass
                && self.catalog.property((*id).into(), property::FAMILY)
                    == Some(&PropertyValue::Object(family.into()))
        });
        std::iter::once(family).chain(classes.map(|(id, _)| id)).collect()
    }

    fn is_member(parts: &PropertyValue, member: &Member) -> bool {
        let PropertyValue::List(parts) = parts else { return false };
        let [PropertyValue::Word(head), PropertyValue::Type(left), PropertyValue::Type(right), ..] =
            parts.as_slice()
        else {
            return false;
        };
        **head == *format!("{} {}", Member::word(member.function), member.number)
            && same_type(left, &member.left)
            && same_type(right, &member.right)
    }

    fn keeps(&self, holder: DefinedId, member: &Member) -> bool {
        match self.catalog.property(holder.into(), property::ITEMS) {
            Some(PropertyValue::List(list)) => list.iter().any(|parts| Self::is_member(parts, member)),
            _ => false,
        }
    }

    fn has_member(&self, family: DefinedId, member: &Member) -> bool {
        self.holders(family).into_iter().any(|holder| self.keeps(holder, member))
    }

    fn store_member(&mut self, home: DefinedId, member: Member) {
        let mut list = match self.catalog.property(home.into(), property::ITEMS) {
            Some(PropertyValue::List(list)) => list.clone(),
            _ => Vec::new(),
        };
        list.push(member.property());
        self.catalog.sort_members(&mut list);
        self.catalog.set_property(home.into(), property::ITEMS, Some(PropertyValue::List(list)));
        self.catalog.link(home.into());
    }

    fn drop_member(&mut self, family: DefinedId, member: &Member) {
        if let Some(PropertyValue::List(list)) = self.catalog.property(family.into(), property::ITEMS) {
            let mut list = list.clone();
            list.retain(|parts| !Self::is_member(parts, member));
            let value = (!list.is_empty()).then_some(PropertyValue::List(list));
            self.catalog.set_property(family.into(), property::ITEMS, value);
        }
    }
}
