//! Text search parsers, templates, dictionaries and configurations.

use super::Replayer;
use super::defined::Found;
use super::option::{option, qualified_name, string, word};
use super::stop::{Applied, Result, Stop, not_modelled};
use crate::catalog::{
    Attribute, DefinedId, DefinedKind, ObjectId, Property, PropertyValue, definition_options, names, property,
};
use crate::expression::typing::facts;
use crate::source::Span;
use crate::syntax::tree::{
    AlterTextSearchConfiguration, AlterTextSearchDictionary, CreateTextSearch, MappingAction, Name,
    ObjectAddress, ObjectKind, ObjectName, OptionItem, OptionValueKind, QualifiedName,
};

/// A function of a parser or a template: the option, the part, what it takes and gives, whether it must be there.
struct Part {
    option: &'static str,
    attribute: Attribute,
    arguments: &'static [&'static str],
    returns: &'static str,
    required: bool,
    /// As messages call it.
    words: &'static str,
}

const fn part(
    option: &'static str,
    attribute: Attribute,
    arguments: &'static [&'static str],
    returns: &'static str,
    required: bool,
    words: &'static str,
) -> Part {
    Part { option, attribute, arguments, returns, required, words }
}

const PARSER: &[Part] = &[
    part("start", property::START, &["internal", "int4"], "internal", true, "start"),
    part("gettoken", property::GETTOKEN, &["internal", "internal", "internal"], "internal", true, "gettoken"),
    part("end", property::END, &["internal"], "void", true, "end"),
    part("headline", property::HEADLINE, &["internal", "internal", "tsquery"], "internal", false, "headline"),
    part("lextypes", property::LEXTYPES, &["internal"], "internal", true, "lextypes"),
];

const TEMPLATE: &[Part] = &[
    part("init", property::INIT, &["internal"], "internal", false, "init"),
    part(
        "lexize",
        property::LEXIZE,
        &["internal", "internal", "internal", "internal"],
        "internal",
        true,
        "lexize",
    ),
];

/// What dictionaries of PostgreSQL's own templates take (documentation, "Dictionaries"): the parameters, and those
/// without which there is none.
const PARAMETERS: &[(&str, &str, &[&str], &[&str])] = &[
    ("simple", "simple dictionary", &["stopwords", "accept"], &[]),
    ("synonym", "synonym", &["synonyms", "casesensitive"], &["Synonyms"]),
    ("ispell", "Ispell", &["dictfile", "afffile", "stopwords"], &["AffFile", "DictFile"]),
    ("thesaurus", "Thesaurus", &["dictfile", "dictionary"], &["DictFile", "Dictionary"]),
    ("snowball", "Snowball", &["language", "stopwords"], &["Language"]),
];

impl Replayer<'_> {
    pub(super) fn create_text_search(&mut self, create: &CreateTextSearch, span: Span) -> Result<Applied> {
        let schema = self.creation_schema(&create.name)?;
        let (kind, properties) = match create.kind {
            ObjectKind::TextSearchParser => {
                (DefinedKind::TextSearchParser, self.search_functions(create, PARSER)?)
            }
            ObjectKind::TextSearchTemplate => {
                (DefinedKind::TextSearchTemplate, self.search_functions(create, TEMPLATE)?)
            }
            ObjectKind::TextSearchDictionary => (DefinedKind::TextSearchDictionary, self.dictionary(create)?),
            _ => (DefinedKind::TextSearchConfiguration, self.configuration(create)?),
        };
        let name = &create.name.name;
        if let Some(first) = self.catalog.defined_named(kind, Some(schema), &name.text).first() {
            // There is no look before the leap: the unique index refuses.
            let message =
                format!("duplicate key value: {} \"{}\" already exists", kind.message_words(), name.text);
            return Err(Stop::refused("23505", name.span, message)
                .label(self.catalog.defined[*first].origins.creation(), "made here first"));
        }
        self.define(kind, Some(schema), &name.text, None, properties, span);
        Ok(Applied::Schema)
    }

    fn search_functions(&self, create: &CreateTextSearch, parts: &[Part]) -> Result<Vec<Property>> {
        let words = create.kind.words().to_lowercase();
        let mut properties = Vec::new();
        for item in &create.definition {
            let Some(part) = parts.iter().find(|part| *part.option == *item.name.text) else {
                let message = format!("{words} parameter \"{}\" not recognized", item.name.text);
                return Err(Stop::refused("42601", item.span, message));
            };
            let name = qualified_name(item)?;
            let value = self.fixed_callee(&name, part.arguments, Some((part.returns, "42P17")))?;
            properties.retain(|old: &Property| old.attribute != part.attribute);
            properties.push(Property::new(part.attribute, value));
        }
        for part in parts.iter().filter(|part| part.required) {
            if !properties.iter().any(|property| property.attribute == part.attribute) {
                let message = format!("{words} {} method is required", part.words);
                return Err(Stop::refused("42P17", create.name.span(), message));
            }
        }
        Ok(properties)
    }

    /// A text search object as another one keeps it.
    fn search_object(&self, kind: ObjectKind, name: &QualifiedName) -> Result<PropertyValue> {
        let address = ObjectAddress { kind, name: ObjectName::Qualified(name.clone()), span: name.span() };
        let Some(defined) = super::defined::defined_kind(kind) else {
            return Err(not_modelled("this text search object", name.span()));
        };
        match self.find_address(defined, &address) {
            Ok(Found::Object(id)) => Ok(PropertyValue::Object(id.into())),
            Ok(Found::System) => {
                let rows =
                    || facts::objects(&name.name.text).filter(|row| row.kind == defined.message_words());
                let own = rows().any(|row| row.source.is_empty());
                let home = rows().find_map(|row| self.extension_home(row.source));
                Ok(word(match home {
                    Some(schema) if !own => names::qualified(&schema, &name.name.text),
                    _ => names::quote_identifier(&name.name.text).into_owned(),
                }))
            }
            Err(_) if !self.knows_all_extensions() => Ok(word(match name.schema_str() {
                Some(schema) => names::qualified(schema, &name.name.text),
                None => names::quote_identifier(&name.name.text).into_owned(),
            })),
            Err(stop) => Err(stop),
        }
    }

    fn dictionary(&self, create: &CreateTextSearch) -> Result<Vec<Property>> {
        let Some(template) = option(&create.definition, "template") else {
            return Err(Stop::refused("42P17", create.name.span(), "text search template is required"));
        };
        let template_name = qualified_name(template)?;
        let template = self.search_object(ObjectKind::TextSearchTemplate, &template_name)?;
        let mut options = Vec::new();
        for item in create.definition.iter().filter(|item| &*item.name.text != "template") {
            options.push((item.name.text.clone(), printed_value(item)?));
        }
        self.fits_template(&template, &options, create.name.span())?;
        let mut properties = vec![Property::new(property::TEMPLATE, template)];
        properties.extend(options_property(&options).map(|value| Property::new(property::OPTIONS, value)));
        Ok(properties)
    }

    /// Whether the template takes these options; of a template that is not PostgreSQL's own only it can tell.
    fn fits_template(
        &self,
        template: &PropertyValue,
        options: &[(Box<str>, String)],
        at: Span,
    ) -> Result<()> {
        if let PropertyValue::Object(object) = template {
            if !options.is_empty() && self.catalog.property(*object, property::INIT).is_none() {
                let message = format!(
                    "text search template \"{}\" does not accept options",
                    template.print(&self.catalog)
                );
                return Err(Stop::refused("42601", at, message));
            }
            return Ok(());
        }
        let PropertyValue::Word(name) = template else { return Ok(()) };
        let Some((_, words, known, required)) = PARAMETERS.iter().find(|(own, ..)| **own == **name) else {
            return Ok(());
        };
        let refused = |message: String| Err(Stop::refused("22023", at, message));
        for (number, (option, value)) in options.iter().enumerate() {
            if !known.contains(&&**option) {
                return refused(format!("unrecognized {words} parameter: \"{option}\""));
            }
            let again = options[..number].iter().any(|(other, _)| other == option);
            if again && !matches!(&**option, "synonyms" | "casesensitive") {
                return refused(format!("multiple {option} parameters"));
            }
            let is_boolean = |value: &str| {
                let bare = value.trim_matches('\'').to_ascii_lowercase();
                matches!(&*bare, "true" | "false" | "on" | "off") || matches!(value, "0" | "1")
            };
            if matches!(&**option, "accept" | "casesensitive") && !is_boolean(value) {
                return Err(Stop::refused("42601", at, format!("{option} requires a Boolean value")));
            }
        }
        for parameter in *required {
            if !options.iter().any(|(option, _)| option.eq_ignore_ascii_case(parameter)) {
                return refused(format!("missing {parameter} parameter"));
            }
        }
        Ok(())
    }

    pub(super) fn alter_dictionary(
        &mut self,
        alter: &AlterTextSearchDictionary,
        span: Span,
    ) -> Result<Applied> {
        let id = self.search_own(ObjectKind::TextSearchDictionary, &alter.name)?;
        let mut options = match self.catalog.property(id.into(), property::OPTIONS) {
            Some(PropertyValue::Literal(text)) => definition_options(text),
            _ => Vec::new(),
        };
        for item in &alter.options {
            options.retain(|(name, _)| *name != item.name.text);
            if item.value.is_some() {
                options.push((item.name.text.clone(), printed_value(item)?));
            }
        }
        if let Some(template) = self.catalog.property(id.into(), property::TEMPLATE) {
            self.fits_template(template, &options, alter.name.span())?;
        }
        self.catalog.set_property(id.into(), property::OPTIONS, options_property(&options));
        self.mark(id.into(), property::OPTIONS, span);
        Ok(Applied::Schema)
    }

    fn search_own(&self, kind: ObjectKind, name: &QualifiedName) -> Result<DefinedId> {
        let address = ObjectAddress { kind, name: ObjectName::Qualified(name.clone()), span: name.span() };
        match self.address(&address)? {
            ObjectId::Defined(id) => Ok(id),
            _ => Err(not_modelled("this text search object", name.span())),
        }
    }

    fn configuration(&self, create: &CreateTextSearch) -> Result<Vec<Property>> {
        let mut parser = None;
        let mut copied = None;
        for item in &create.definition {
            let name = qualified_name(item);
            match &*item.name.text {
                "parser" => parser = Some(self.search_object(ObjectKind::TextSearchParser, &name?)?),
                "copy" => copied = Some(self.copied_configuration(&name?)?),
                other => {
                    let message = format!("text search configuration parameter \"{other}\" not recognized");
                    return Err(Stop::refused("42601", item.span, message));
                }
            }
        }
        match (parser, copied) {
            (Some(_), Some(_)) => {
                Err(Stop::refused("42601", create.name.span(), "cannot specify both PARSER and COPY options"))
            }
            (Some(parser), None) => Ok(vec![Property::new(property::PARSER, parser)]),
            (None, Some(properties)) => Ok(properties),
            (None, None) => Err(Stop::refused("42P17", create.name.span(), "text search parser is required")),
        }
    }

    /// The parser and the mappings of another configuration.
    fn copied_configuration(&self, name: &QualifiedName) -> Result<Vec<Property>> {
        match self.search_object(ObjectKind::TextSearchConfiguration, name)? {
            PropertyValue::Object(object) => {
                Ok(self.catalog.properties.get(&object).cloned().unwrap_or_default())
            }
            _ => {
                let mut rows = facts::objects(&name.name.text);
                let Some(row) = rows.find(|row| row.kind == "text search configuration") else {
                    return Err(not_modelled("a configuration of an extension", name.span()));
                };
                let mut mappings: Vec<PropertyValue> = row.words[1]
                    .split(',')
                    .filter_map(|entry| entry.split_once('='))
                    .map(|(token, dictionaries)| {
                        let printed = dictionaries.split('+').map(|name| word(names::quote_identifier(name)));
                        PropertyValue::List(std::iter::once(word(token)).chain(printed).collect())
                    })
                    .collect();
                sort_mappings(&mut mappings);
                let mut properties =
                    vec![Property::new(property::PARSER, word(names::quote_identifier(row.words[0])))];
                if !mappings.is_empty() {
                    properties.push(Property::new(property::MAPPINGS, PropertyValue::List(mappings)));
                }
                Ok(properties)
            }
        }
    }

    /// The token types of a configuration's parser; `None` where only its own function can tell.
    fn token_types(&self, configuration: DefinedId) -> Option<Vec<&'static str>> {
        let parser = self.catalog.property(configuration.into(), property::PARSER)?;
        let known = |name: &str| {
            let row = facts::objects(name).find(|row| row.kind == "text search parser")?;
            Some(row.words[0].split(',').collect())
        };
        match parser {
            PropertyValue::Word(name) => known(&crate::expression::path_of_text(name).ok()?.pop()?),
            PropertyValue::Object(object) => match self.catalog.property(*object, property::LEXTYPES)? {
                PropertyValue::Word(function) if &**function == "prsd_lextype" => known("default"),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn alter_configuration(
        &mut self,
        alter: &AlterTextSearchConfiguration,
        span: Span,
    ) -> Result<Applied> {
        let id = self.search_own(ObjectKind::TextSearchConfiguration, &alter.name)?;
        let mut mappings = match self.catalog.property(id.into(), property::MAPPINGS) {
            Some(PropertyValue::List(list)) => list.clone(),
            _ => Vec::new(),
        };
        let types = self.token_types(id);
        let known = |tokens: &[Name]| {
            let unknown =
                types.as_ref().and_then(|types| tokens.iter().find(|token| !types.contains(&token.as_str())));
            match unknown {
                Some(token) => {
                    let message = format!("token type \"{}\" does not exist", token.text);
                    Err(Stop::refused("22023", token.span, message))
                }
                None => Ok(()),
            }
        };
        let is = |mapping: &PropertyValue, token: &Name| matches!(mapping, PropertyValue::List(parts) if parts.first() == Some(&word(token.text.clone())));
        match &alter.action {
            MappingAction::Add { tokens, dictionaries } | MappingAction::Alter { tokens, dictionaries } => {
                known(tokens)?;
                let adds = matches!(alter.action, MappingAction::Add { .. });
                let mut list = Vec::new();
                for name in dictionaries {
                    list.push(self.search_object(ObjectKind::TextSearchDictionary, name)?);
                }
                for token in tokens {
                    if adds && mappings.iter().any(|mapping| is(mapping, token)) {
                        let message = format!(
                            "duplicate key value: token type \"{}\" has a mapping already",
                            token.text
                        );
                        return Err(Stop::refused("23505", token.span, message)
                            .help("ALTER MAPPING puts another in its place"));
                    }
                }
                for token in tokens {
                    mappings.retain(|mapping| !is(mapping, token));
                    let parts = std::iter::once(word(token.text.clone())).chain(list.iter().cloned());
                    mappings.push(PropertyValue::List(parts.collect()));
                }
            }
            MappingAction::Replace { tokens, from, to } => {
                known(tokens)?;
                let from = self.search_object(ObjectKind::TextSearchDictionary, from)?;
                let to = self.search_object(ObjectKind::TextSearchDictionary, to)?;
                for mapping in &mut mappings {
                    if !tokens.is_empty() && !tokens.iter().any(|token| is(mapping, token)) {
                        continue;
                    }
                    if let PropertyValue::List(parts) = mapping {
                        for dictionary in parts.iter_mut().skip(1).filter(|dictionary| **dictionary == from) {
                            *dictionary = to.clone();
                        }
                    }
                }
            }
            MappingAction::Drop { if_exists, tokens } => {
                known(tokens)?;
                for token in tokens {
                    if !if_exists && !mappings.iter().any(|mapping| is(mapping, token)) {
                        let message = format!("mapping for token type \"{}\" does not exist", token.text);
                        return Err(Stop::refused("42704", token.span, message));
                    }
                    mappings.retain(|mapping| !is(mapping, token));
                }
            }
        }
        sort_mappings(&mut mappings);
        let value = (!mappings.is_empty()).then_some(PropertyValue::List(mappings));
        self.catalog.set_property(id.into(), property::MAPPINGS, value);
        self.mark(id.into(), property::MAPPINGS, span);
        self.catalog.link(id.into());
        Ok(Applied::Schema)
    }
}

/// By the name of the token type: the numbers are the parser's to know.
fn sort_mappings(mappings: &mut [PropertyValue]) {
    mappings.sort_by(|a, b| match (a, b) {
        (PropertyValue::List(a), PropertyValue::List(b)) => match (a.first(), b.first()) {
            (Some(PropertyValue::Word(a)), Some(PropertyValue::Word(b))) => a.cmp(b),
            _ => std::cmp::Ordering::Equal,
        },
        _ => std::cmp::Ordering::Equal,
    });
}

/// A value as `pg_ts_dict.dictinitoption` keeps it: numbers bare, all else as a string.
fn printed_value(item: &OptionItem) -> Result<String> {
    let text = string(item)?;
    let number = item.value.as_ref().is_some_and(|value| value.kind == OptionValueKind::Number);
    if number {
        return Ok(text.to_owned());
    }
    let escape = if text.contains('\\') { "E" } else { "" };
    Ok(format!("{escape}'{}'", text.replace('\\', "\\\\").replace('\'', "''")))
}

fn options_property(options: &[(Box<str>, String)]) -> Option<PropertyValue> {
    let printed: Vec<String> =
        options.iter().map(|(name, value)| format!("{} = {value}", names::quote_identifier(name))).collect();
    (!printed.is_empty()).then(|| PropertyValue::Literal(printed.join(", ").into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_as_they_are_printed() {
        let text = "language = 'it''s, so', n = 5, \"Odd\" = E'a\\\\b', x = ''";
        let options = definition_options(text);
        assert_eq!(options.len(), 4);
        assert_eq!(options_property(&options), Some(PropertyValue::Literal(text.into())));
    }
}
