//! Base types: `CREATE TYPE name (INPUT = …)`, the shells that come before them, and `ALTER TYPE … SET`.

use super::Replayer;
use super::callee::Callee;
use super::option::{boolean, integer, no_duplicates, option, qualified_name, string, type_name, word};
use super::stop::{Applied, Result, Stop};
use crate::catalog::{
    DataType, Origins, PropertyValue, SchemaId, TypeBase, TypeEntry, TypeId, TypeKind, UserType, property,
};
use crate::source::Span;
use crate::syntax::tree::{OptionItem, OptionValueKind, QualifiedName};

/// Parts that are functions: the option, the words of a dump, and the built-in arguments of each form that PostgreSQL
/// looks for; `self` is the type itself. Then what it must return.
struct Part {
    option: &'static str,
    word: &'static str,
    forms: &'static [&'static [&'static str]],
    returns: &'static str,
}

const PARTS: &[Part] = &[
    Part {
        option: "input",
        word: "INPUT",
        forms: &[&["cstring", "oid", "int4"], &["cstring"]],
        returns: "self",
    },
    Part { option: "output", word: "OUTPUT", forms: &[&["self"]], returns: "cstring" },
    Part {
        option: "receive",
        word: "RECEIVE",
        forms: &[&["internal", "oid", "int4"], &["internal"]],
        returns: "self",
    },
    Part { option: "send", word: "SEND", forms: &[&["self"]], returns: "bytea" },
    Part { option: "typmod_in", word: "TYPMOD_IN", forms: &[&["cstring[]"]], returns: "int4" },
    Part { option: "typmod_out", word: "TYPMOD_OUT", forms: &[&["int4"]], returns: "cstring" },
    Part { option: "analyze", word: "ANALYZE", forms: &[&["internal"]], returns: "bool" },
    Part { option: "subscript", word: "SUBSCRIPT", forms: &[&["internal"]], returns: "internal" },
];

/// Parts that are words, with the value that a type has without them.
const WORDS: &[(&str, &str)] = &[
    ("INTERNALLENGTH", "variable"),
    ("PASSEDBYVALUE", "false"),
    ("ALIGNMENT", "int4"),
    ("STORAGE", "plain"),
    ("CATEGORY", "U"),
    ("PREFERRED", "false"),
    ("DELIMITER", ","),
    ("COLLATABLE", "false"),
];

const OPTIONS: &[&str] = &[
    "like",
    "internallength",
    "input",
    "output",
    "receive",
    "send",
    "typmod_in",
    "typmod_out",
    "analyze",
    "analyse",
    "subscript",
    "category",
    "preferred",
    "delimiter",
    "element",
    "default",
    "passedbyvalue",
    "alignment",
    "storage",
    "collatable",
];

/// What `ALTER TYPE … SET` can change.
const ALTERABLE: &[&str] = &["storage", "receive", "send", "typmod_in", "typmod_out", "analyze", "subscript"];
const FIXED: &[&str] = &[
    "input",
    "output",
    "internallength",
    "passedbyvalue",
    "alignment",
    "like",
    "category",
    "preferred",
    "default",
    "element",
    "delimiter",
    "collatable",
];

/// The alignments by all their names.
const ALIGNMENTS: &[(&str, &[&str])] = &[
    ("double", &["double", "float8", "double precision", "pg_catalog.float8"]),
    ("int4", &["int4", "integer", "int", "pg_catalog.int4"]),
    ("int2", &["int2", "smallint", "pg_catalog.int2"]),
    ("char", &["char", "bpchar", "character", "pg_catalog.bpchar"]),
];

fn alignment(item: &OptionItem) -> Result<&'static str> {
    let text = string(item)?.to_ascii_lowercase();
    let found = ALIGNMENTS.iter().find(|(_, names)| names.contains(&&*text));
    found
        .map(|(name, _)| *name)
        .ok_or_else(|| Stop::refused("22023", item.span, format!("alignment \"{text}\" not recognized")))
}

fn storage(item: &OptionItem) -> Result<&'static str> {
    let text = string(item)?.to_ascii_lowercase();
    ["plain", "external", "extended", "main"]
        .into_iter()
        .find(|word| *word == text)
        .ok_or_else(|| Stop::refused("22023", item.span, format!("storage \"{text}\" not recognized")))
}

fn entry(key: &str, value: PropertyValue) -> PropertyValue {
    PropertyValue::List(vec![word(key), value])
}

impl Replayer<'_> {
    /// A shell: a type of which only the name is known.
    pub(super) fn add_shell(&mut self, schema: SchemaId, name: &str, span: Span) -> TypeId {
        self.catalog.add_type(UserType {
            schema,
            name: name.into(),
            kind: TypeKind::Base,
            owner: None,
            origins: Origins::created(span),
        })
    }

    /// Makes a shell a type: it stays the same object, as functions speak of it.
    pub(super) fn create_base_type(
        &mut self,
        name: &QualifiedName,
        items: &[OptionItem],
        span: Span,
    ) -> Result<Applied> {
        let schema = self.creation_schema(name)?;
        let id = match self.catalog.type_named(schema, &name.name.text) {
            Some(TypeEntry::User(id)) if self.is_shell(id) => id,
            Some(found) => {
                let place = match found {
                    TypeEntry::User(id) => self.catalog.types[id].origins.creation(),
                    TypeEntry::Row(id) => self.catalog.relations[id].origins.creation(),
                };
                let message = format!("type \"{}\" already exists", name.name.text);
                return Err(Stop::refused("42710", name.span(), message).label(place, "made here first"));
            }
            None => {
                let message = format!("type \"{}\" does not exist", name.name.text);
                return Err(Stop::refused("42710", name.span(), message).help(
                    "create the type as a shell type, then create its I/O functions, then do a full CREATE TYPE",
                ));
            }
        };
        // Unknown options only warn.
        let known: Vec<OptionItem> =
            items.iter().filter(|item| OPTIONS.contains(&&*item.name.text)).cloned().collect();
        no_duplicates(&known)?;
        let definition = self.base_type_parts(id, &known, name)?;
        self.catalog.set_property(id.into(), property::BASE_TYPE, Some(PropertyValue::List(definition)));
        self.catalog.types[id].origins = Origins::created(span);
        self.catalog.link(id.into());
        Ok(Applied::Schema)
    }

    fn base_type_parts(
        &self,
        id: TypeId,
        items: &[OptionItem],
        name: &QualifiedName,
    ) -> Result<Vec<PropertyValue>> {
        let at = name.span();
        let refused = |message: &str| Stop::refused("42P17", at, message);
        let layout = self.base_layout(items, at)?;
        let functions = self.base_functions(id, items)?;
        let has = |word: &str| functions.iter().any(|(key, _)| *key == word);
        let has_subscript = has("SUBSCRIPT");
        if !has("INPUT") {
            return Err(refused("type input function must be specified"));
        }
        if !has("OUTPUT") {
            return Err(refused("type output function must be specified"));
        }
        if has("TYPMOD_OUT") && !has("TYPMOD_IN") {
            return Err(refused(
                "type modifier output function is useless without a type modifier input function",
            ));
        }
        let mut functions = functions;
        if let Some(item) = option(items, "element")
            && !has_subscript
        {
            // A type of fixed length is taken for an array in C.
            let element = self.type_layout(&self.data_type(&type_name(item)?)?);
            let fixed = |length: &str| length.parse::<i64>().is_ok_and(|length| length > 0);
            if !fixed(&layout[0]) || &*layout[1] == "true" || element.is_some_and(|own| !fixed(&own[0])) {
                return Err(refused("element type cannot be specified without a subscripting function"));
            }
            functions.push(("SUBSCRIPT", word("raw_array_subscript_handler")));
        }
        let mut parts: Vec<PropertyValue> =
            functions.into_iter().map(|(key, value)| entry(key, value)).collect();
        let mut words: Vec<(&str, Box<str>)> =
            ["INTERNALLENGTH", "PASSEDBYVALUE", "ALIGNMENT", "STORAGE"].into_iter().zip(layout).collect();
        if let Some(item) = option(items, "category") {
            let text = string(item)?;
            let letter = text.chars().next().filter(|letter| (' '..='~').contains(letter));
            let Some(letter) = letter else {
                let message = format!("invalid type category \"{text}\": must be simple ASCII");
                return Err(Stop::refused("22023", item.span, message));
            };
            words.push(("CATEGORY", letter.to_string().into()));
        }
        for (key, name) in [("PREFERRED", "preferred"), ("COLLATABLE", "collatable")] {
            if let Some(item) = option(items, name) {
                words.push((key, if boolean(item)? { "true" } else { "false" }.into()));
            }
        }
        if let Some(item) = option(items, "delimiter") {
            let text = string(item)?;
            words.push(("DELIMITER", text.chars().next().map(String::from).unwrap_or_default().into()));
        }
        for (key, usual) in WORDS {
            let Some((_, value)) = words.iter().find(|(word, _)| word == key) else { continue };
            if **value != **usual {
                let literal = matches!(*key, "CATEGORY" | "DELIMITER");
                let value = value.clone();
                let value = if literal { PropertyValue::Literal(value) } else { word(value) };
                parts.push(entry(key, value));
            }
        }
        if let Some(item) = option(items, "default") {
            parts.push(entry("DEFAULT", PropertyValue::Literal(string(item)?.into())));
        }
        if let Some(item) = option(items, "element") {
            let name = type_name(item)?;
            let ty = self.data_type(&name)?;
            if self.is_pseudo_type(&ty) {
                let message = format!("array element type cannot be {}", ty.print(&self.catalog));
                return Err(Stop::refused("42804", name.span, message));
            }
            parts.push(entry("ELEMENT", PropertyValue::Type(ty)));
        }
        Ok(parts)
    }

    /// Length, whether it is passed by value, alignment and storage (`TypeCreate`).
    fn base_layout(&self, items: &[OptionItem], at: Span) -> Result<[Box<str>; 4]> {
        let mut layout: [Box<str>; 4] = ["variable".into(), "false".into(), "int4".into(), "plain".into()];
        if let Some(item) = option(items, "like") {
            let name = type_name(item)?;
            let ty = self.data_type(&name)?;
            if let Some(found) = self.type_layout(&ty) {
                layout = found;
            }
        }
        if let Some(item) = option(items, "internallength") {
            let variable = item.value.as_ref().is_some_and(|value| {
                !matches!(value.kind, OptionValueKind::Number) && value.text.eq_ignore_ascii_case("variable")
            });
            layout[0] = if variable {
                "variable".into()
            } else {
                match integer(item)? {
                    -1 => "variable".into(),
                    length => length.to_string().into(),
                }
            };
        }
        if let Some(item) = option(items, "passedbyvalue") {
            layout[1] = if boolean(item)? { "true" } else { "false" }.into();
        }
        if let Some(item) = option(items, "alignment") {
            layout[2] = alignment(item)?.into();
        }
        if let Some(item) = option(items, "storage") {
            layout[3] = storage(item)?.into();
        }
        let refused = |message: String| Err(Stop::refused("42P17", at, message));
        let length: Option<i64> = layout[0].parse().ok();
        if length.is_some_and(|length| length < 1 && length != -2) {
            return refused(format!("invalid type internal size {}", layout[0]));
        }
        if &*layout[1] == "true" {
            let fits = match length {
                Some(1) => &*layout[2] == "char",
                Some(2) => &*layout[2] == "int2",
                Some(4) => &*layout[2] == "int4",
                Some(8) => &*layout[2] == "double",
                _ => {
                    let printed = length.unwrap_or(-1);
                    return refused(format!("internal size {printed} is invalid for passed-by-value type"));
                }
            };
            if !fits {
                return refused(format!(
                    "alignment \"{}\" is invalid for passed-by-value type of size {}",
                    &layout[2][..1],
                    layout[0]
                ));
            }
        } else if length.is_none() && !matches!(&*layout[2], "int4" | "double") {
            return refused(format!("alignment \"{}\" is invalid for variable-length type", &layout[2][..1]));
        }
        if &*layout[3] != "plain" && length.is_some() {
            return refused("fixed-size types must have storage PLAIN".to_owned());
        }
        Ok(layout)
    }

    fn base_functions(&self, id: TypeId, items: &[OptionItem]) -> Result<Vec<(&'static str, PropertyValue)>> {
        let mut found = Vec::new();
        for part in PARTS {
            let item = option(items, part.option)
                .or_else(|| (part.option == "analyze").then(|| option(items, "analyse")).flatten());
            let Some(item) = item else { continue };
            let name = qualified_name(item)?;
            if let Some(value) = self.base_function(id, part, &name)? {
                found.push((part.word, value));
            }
        }
        Ok(found)
    }

    fn base_function(&self, id: TypeId, part: &Part, name: &QualifiedName) -> Result<Option<PropertyValue>> {
        let own = DataType::new(TypeBase::User(id));
        let form = |names: &[&str]| -> Vec<DataType> {
            let one = |name: &&str| match (*name, name.strip_suffix("[]")) {
                ("self", _) => Some(own.clone()),
                (_, Some(element)) => DataType::builtin(element).map(|ty| DataType { dimensions: 1, ..ty }),
                (name, None) => DataType::builtin(name),
            };
            names.iter().filter_map(one).collect()
        };
        let mut callee: Result<Callee> =
            self.callee(name, Some(&form(part.forms.last().unwrap_or(&&[][..]))));
        for names in part.forms.iter().rev().skip(1) {
            if let Ok(found) = self.callee(name, Some(&form(names)))
                && found.known.is_some()
            {
                callee = Ok(found);
            }
        }
        let callee = callee?;
        let wanted = if part.returns == "self" { Some(own.clone()) } else { DataType::builtin(part.returns) };
        if let (Some(known), Some(wanted)) = (&callee.known, &wanted)
            && known.returns.as_ref().is_some_and(|returns| !super::callee::same_type(returns, wanted))
        {
            let what = match part.option {
                "typmod_in" => "type modifier input",
                "typmod_out" => "type modifier output",
                "subscript" => "type subscripting",
                other => &format!("type {other}"),
            };
            let message = format!(
                "{what} function {} must return type {}",
                Self::display_name(name),
                wanted.print(&self.catalog)
            );
            return Err(Stop::refused("42P17", name.span(), message));
        }
        Ok(Some(callee.by_name()))
    }

    /// See [`Replayer::type_layout`].
    pub(super) fn base_type_layout(&self, id: TypeId) -> Option<[Box<str>; 4]> {
        let Some(PropertyValue::List(parts)) = self.catalog.property(id.into(), property::BASE_TYPE) else {
            return None;
        };
        let value = |key: &str| {
            let found = parts.iter().find_map(|part| match part {
                PropertyValue::List(pair) if pair.first() == Some(&word(key)) => pair.get(1),
                _ => None,
            });
            let usual = WORDS.iter().find(|(word, _)| *word == key).map_or("", |(_, usual)| usual);
            found.map_or_else(|| usual.to_owned(), |value| value.plain(&self.catalog))
        };
        Some(["INTERNALLENGTH", "PASSEDBYVALUE", "ALIGNMENT", "STORAGE"].map(|key| value(key).into()))
    }

    /// `ALTER TYPE … SET (…)`.
    pub(super) fn set_type_options(
        &mut self,
        id: TypeId,
        name: &QualifiedName,
        items: &[OptionItem],
        span: Span,
    ) -> Result<Applied> {
        if self.is_shell(id) {
            let message = format!("type \"{}\" is only a shell", Self::display_name(name));
            return Err(Stop::refused("42704", name.span(), message));
        }
        for item in items {
            let word = &*item.name.text;
            if FIXED.contains(&word) {
                let message = format!("type attribute \"{word}\" cannot be changed");
                return Err(Stop::refused("42601", item.span, message));
            }
            if !ALTERABLE.contains(&word) {
                let message = format!("type attribute \"{word}\" not recognized");
                return Err(Stop::refused("42601", item.span, message));
            }
        }
        let Some(PropertyValue::List(parts)) = self.catalog.property(id.into(), property::BASE_TYPE) else {
            let message = format!("{} is not a base type", Self::display_name(name));
            return Err(Stop::refused("42809", name.span(), message));
        };
        let mut parts = parts.clone();
        let set = |parts: &mut Vec<PropertyValue>, key: &str, value: Option<PropertyValue>| {
            parts.retain(
                |part| !matches!(part, PropertyValue::List(pair) if pair.first() == Some(&word(key))),
            );
            parts.extend(value.map(|value| entry(key, value)));
        };
        if let Some(item) = option(items, "storage") {
            let wanted = storage(item)?;
            let layout = self.base_type_layout(id);
            let old = layout.as_ref().map_or("plain", |layout| &layout[3]);
            if wanted != "plain" && layout.as_ref().is_some_and(|layout| &*layout[0] != "variable") {
                let message = "fixed-size types must have storage PLAIN";
                return Err(Stop::refused("42P17", item.span, message));
            }
            if wanted == "plain" && old != "plain" {
                let message = "cannot change type's storage to PLAIN";
                return Err(Stop::refused("42P17", item.span, message));
            }
            set(&mut parts, "STORAGE", (wanted != "plain").then(|| word(wanted)));
        }
        for part in PARTS.iter().filter(|part| ALTERABLE.contains(&part.option)) {
            let Some(item) = option(items, part.option) else { continue };
            let none = item
                .value
                .as_ref()
                .is_none_or(|value| matches!(value.kind, OptionValueKind::Word) && &*value.text == "none");
            let value = if none { None } else { self.base_function(id, part, &qualified_name(item)?)? };
            set(&mut parts, part.word, value);
        }
        sort_parts(&mut parts);
        self.catalog.set_property(id.into(), property::BASE_TYPE, Some(PropertyValue::List(parts)));
        self.mark(id.into(), property::BASE_TYPE, span);
        self.catalog.link(id.into());
        Ok(Applied::Schema)
    }
}

/// In the order in which a new type has them.
fn sort_parts(parts: &mut [PropertyValue]) {
    let place = |part: &PropertyValue| {
        let PropertyValue::List(pair) = part else { return usize::MAX };
        let Some(PropertyValue::Word(key)) = pair.first() else { return usize::MAX };
        let keys = PARTS.iter().map(|part| part.word).chain(WORDS.iter().map(|(word, _)| *word));
        keys.chain(["DEFAULT", "ELEMENT"]).position(|other| *other == **key).unwrap_or(usize::MAX)
    };
    parts.sort_by_key(place);
}
