//! The rarer kinds of objects as SQL.

use crate::catalog::names::{quote_identifier, quote_literal};
use crate::catalog::{
    Attribute, Catalog, DefinedId, DefinedKind, FunctionId, ObjectId, PropertyValue, property as p,
};

use super::text;

/// What a definition list calls its parts: the words of SQL, and the parts that they stand for.
const COLLATION: &[(&str, Attribute)] = &[
    ("provider", p::PROVIDER),
    ("locale", p::LOCALE),
    ("lc_collate", p::LC_COLLATE),
    ("lc_ctype", p::LC_CTYPE),
    ("deterministic", p::DETERMINISTIC),
    ("rules", p::RULES),
];
const OPERATOR: &[(&str, Attribute)] = &[
    ("FUNCTION", p::FUNCTION),
    ("LEFTARG", p::LEFT),
    ("RIGHTARG", p::RIGHT),
    ("COMMUTATOR", p::COMMUTATOR),
    ("NEGATOR", p::NEGATOR),
    ("RESTRICT", p::RESTRICT),
    ("JOIN", p::JOIN),
    ("HASHES", p::HASHES),
    ("MERGES", p::MERGES),
];
const PARSER: &[(&str, Attribute)] = &[
    ("START", p::START),
    ("GETTOKEN", p::GETTOKEN),
    ("END", p::END),
    ("HEADLINE", p::HEADLINE),
    ("LEXTYPES", p::LEXTYPES),
];
const TEMPLATE: &[(&str, Attribute)] = &[("INIT", p::INIT), ("LEXIZE", p::LEXIZE)];

/// All statements that make the object, one below the other.
pub(crate) fn create(catalog: &Catalog, id: DefinedId) -> String {
    let entry = &catalog.defined[id];
    let object = ObjectId::from(id);
    let part = |attribute| catalog.property(object, attribute);
    let print = |attribute| part(attribute).map(|value| value.print(catalog)).unwrap_or_default();
    let name = catalog.printed_name(object);
    let is = |attribute| part(attribute).is_some_and(|value| value.print(catalog) == "true");
    let options = |words: &str| match part(p::OPTIONS) {
        Some(options) => format!("{words}OPTIONS ({})", options.print(catalog)),
        None => String::new(),
    };
    match entry.kind {
        DefinedKind::Collation => format!("CREATE COLLATION {name} ({});", list(catalog, object, COLLATION)),
        DefinedKind::Operator => {
            let bare =
                name.strip_prefix("OPERATOR(").and_then(|name| name.strip_suffix(')')).unwrap_or(&name);
            format!("CREATE OPERATOR {bare} ({});", list(catalog, object, OPERATOR))
        }
        DefinedKind::TextSearchParser => {
            format!("CREATE TEXT SEARCH PARSER {name} ({});", list(catalog, object, PARSER))
        }
        DefinedKind::TextSearchTemplate => {
            format!("CREATE TEXT SEARCH TEMPLATE {name} ({});", list(catalog, object, TEMPLATE))
        }
        DefinedKind::TextSearchDictionary => {
            let options = part(p::OPTIONS).map(|options| format!(", {}", options.plain(catalog)));
            format!(
                "CREATE TEXT SEARCH DICTIONARY {name} (TEMPLATE = {}{});",
                print(p::TEMPLATE),
                options.unwrap_or_default()
            )
        }
        DefinedKind::TextSearchConfiguration => {
            let mut out = format!("CREATE TEXT SEARCH CONFIGURATION {name} (PARSER = {});", print(p::PARSER));
            // Token types with the same dictionaries share a statement.
            let mut groups: Vec<(String, Vec<String>)> = Vec::new();
            for mapping in elements(part(p::MAPPINGS)) {
                let [token, dictionaries @ ..] = elements(Some(mapping)) else { continue };
                let printed: Vec<_> = dictionaries.iter().map(|value| value.print(catalog)).collect();
                let (printed, token) =
                    (printed.join(", "), quote_identifier(&token.print(catalog)).into_owned());
                match groups.iter_mut().find(|(dictionaries, _)| *dictionaries == printed) {
                    Some((_, tokens)) => tokens.push(token),
                    None => groups.push((printed, vec![token])),
                }
            }
            for (dictionaries, tokens) in groups {
                append!(
                    out,
                    "\nALTER TEXT SEARCH CONFIGURATION {name}\n    ADD MAPPING FOR {}\n    WITH {dictionaries};",
                    tokens.join(", ")
                );
            }
            out
        }
        DefinedKind::Conversion => format!(
            "CREATE {}CONVERSION {name} FOR {} TO {} FROM {};",
            if is(p::IS_DEFAULT) { "DEFAULT " } else { "" },
            print(p::FROM_ENCODING),
            print(p::TO_ENCODING),
            print(p::FUNCTION)
        ),
        DefinedKind::Language => {
            let mut out = format!(
                "CREATE {}LANGUAGE {name} HANDLER {}",
                if is(p::TRUSTED) { "TRUSTED " } else { "" },
                print(p::HANDLER)
            );
            for (word, attribute) in [("INLINE", p::INLINE), ("VALIDATOR", p::VALIDATOR)] {
                if part(attribute).is_some() {
                    append!(out, " {word} {}", print(attribute));
                }
            }
            out + ";"
        }
        DefinedKind::AccessMethod => {
            format!("CREATE ACCESS METHOD {name} TYPE {} HANDLER {};", print(p::AM_TYPE), print(p::HANDLER))
        }
        DefinedKind::OperatorFamily => {
            format!("CREATE OPERATOR FAMILY {name} USING {};", print(p::METHOD))
        }
        DefinedKind::OperatorClass => {
            let mut items: Vec<String> =
                catalog.class_members(id).into_iter().map(|item| family_item(catalog, item)).collect();
            if part(p::STORAGE).is_some() {
                items.push(format!("STORAGE {}", print(p::STORAGE)));
            } else if items.is_empty() {
                // There must be one item at least; this one says nothing new.
                items.push(format!("STORAGE {}", print(p::TYPE)));
            }
            format!(
                "CREATE OPERATOR CLASS {name}\n    {}FOR TYPE {} USING {} FAMILY {} AS\n    {};",
                if is(p::IS_DEFAULT) { "DEFAULT " } else { "" },
                print(p::TYPE),
                print(p::METHOD),
                print(p::FAMILY),
                items.join(",\n    ")
            )
        }
        DefinedKind::Cast => {
            let method = match part(p::CAST_METHOD) {
                Some(PropertyValue::Word(words)) if words.starts_with("WITH") => words.to_string(),
                Some(function) => format!("WITH FUNCTION {}", function.print(catalog)),
                None => "WITHOUT FUNCTION".to_owned(),
            };
            let context = match print(p::CONTEXT).as_str() {
                "explicit" => String::new(),
                other => format!(" AS {}", other.to_uppercase()),
            };
            format!("CREATE CAST {} {method}{context};", catalog.printed_definition_address(id))
        }
        DefinedKind::Transform => {
            let sides: Vec<String> = [("FROM SQL", p::FROM_SQL), ("TO SQL", p::TO_SQL)]
                .into_iter()
                .filter(|(_, attribute)| part(*attribute).is_some())
                .map(|(word, attribute)| format!("{word} WITH FUNCTION {}", print(attribute)))
                .collect();
            format!("CREATE TRANSFORM {} ({});", catalog.printed_definition_address(id), sides.join(", "))
        }
        DefinedKind::ForeignDataWrapper => {
            let mut out = format!("CREATE FOREIGN DATA WRAPPER {name}");
            for (word, attribute) in [("HANDLER", p::HANDLER), ("VALIDATOR", p::VALIDATOR)] {
                if part(attribute).is_some() {
                    append!(out, " {word} {}", print(attribute));
                }
            }
            out + &options(" ") + ";"
        }
        DefinedKind::ForeignServer => {
            let mut out = format!("CREATE SERVER {name}");
            for (word, attribute) in [("TYPE", p::SERVER_TYPE), ("VERSION", p::VERSION)] {
                if part(attribute).is_some() {
                    append!(out, " {word} {}", print(attribute));
                }
            }
            append!(out, " FOREIGN DATA WRAPPER {}", print(p::WRAPPER));
            out + &options(" ") + ";"
        }
        DefinedKind::UserMapping => {
            format!("CREATE USER MAPPING {}{};", catalog.printed_definition_address(id), options(" "))
        }
        DefinedKind::Statistics => statistics(catalog, id),
        DefinedKind::Rule => {
            let table = entry.relation.map(|id| catalog.printed_name(id.into())).unwrap_or_default();
            let rule = quote_identifier(&entry.name);
            let mut out =
                format!("CREATE RULE {rule} AS ON {} TO {table} {};", print(p::EVENT), print(p::ACTIONS));
            if let Some(state) = state_words(part(p::ENABLED).map(|value| value.print(catalog)).as_deref()) {
                append!(out, "\nALTER TABLE {table} {state} RULE {rule};");
            }
            out
        }
        DefinedKind::EventTrigger => {
            let tags: Vec<String> =
                elements(part(p::TAGS)).iter().map(|tag| quote_literal(&tag.plain(catalog))).collect();
            let when = if tags.is_empty() {
                String::new()
            } else {
                format!("\n    WHEN TAG IN ({})", tags.join(", "))
            };
            let mut out = format!(
                "CREATE EVENT TRIGGER {name} ON {}{when}\n    EXECUTE FUNCTION {}();",
                print(p::EVENT),
                print(p::FUNCTION)
            );
            if let Some(state) = state_words(part(p::ENABLED).map(|value| value.print(catalog)).as_deref()) {
                append!(out, "\nALTER EVENT TRIGGER {name} {state};");
            }
            out
        }
        DefinedKind::Publication => publication(catalog, id),
        // Its privileges are all that there is.
        DefinedKind::DefaultPrivileges => String::new(),
    }
}

/// What completes an object once all others are there: the members of an operator family.
pub(crate) fn complete(catalog: &Catalog, id: DefinedId) -> Option<String> {
    if catalog.defined[id].kind != DefinedKind::OperatorFamily {
        return None;
    }
    let items = catalog.loose_members(id);
    if items.is_empty() {
        return None;
    }
    let printed: Vec<String> =
        items.iter().map(|item| format!("    {}", family_item(catalog, item))).collect();
    Some(format!(
        "ALTER OPERATOR FAMILY {} ADD\n{};",
        catalog.printed_definition_address(id),
        printed.join(",\n")
    ))
}

/// `OPERATOR 1 public.< (t, t)`, `FUNCTION 1 (t, t) public.f(t, t)`.
pub(crate) fn family_item(catalog: &Catalog, item: &PropertyValue) -> String {
    let [head, left, right, rest @ ..] = elements(Some(item)) else { return String::new() };
    let types = format!("({}, {})", left.print(catalog), right.print(catalog));
    let (words, operator) = (head.print(catalog), rest.first().map(|value| value.print(catalog)));
    let operator = operator.unwrap_or_default();
    if words.starts_with("FUNCTION") {
        format!("{words} {types} {operator}")
    } else {
        let bare = operator.strip_prefix("OPERATOR(").and_then(|name| name.strip_suffix(')'));
        let order = rest.get(1).map(|family| format!(" FOR ORDER BY {}", family.print(catalog)));
        format!("{words} {} {types}{}", bare.unwrap_or(&operator), order.unwrap_or_default())
    }
}

/// `OPERATOR 1 (t, t)`: how `DROP` names a member of a family.
pub(crate) fn member_address(catalog: &Catalog, item: &PropertyValue) -> String {
    let [head, left, right, ..] = elements(Some(item)) else { return String::new() };
    format!("{} ({}, {})", head.print(catalog), left.print(catalog), right.print(catalog))
}

fn elements(value: Option<&PropertyValue>) -> &[PropertyValue] {
    match value {
        Some(PropertyValue::List(values)) => values,
        _ => &[],
    }
}

/// `FUNCTION = f, LEFTARG = integer`.
fn list(catalog: &Catalog, object: ObjectId, words: &[(&str, Attribute)]) -> String {
    let printed: Vec<String> = words
        .iter()
        .filter_map(|(word, attribute)| {
            let value = catalog.property(object, *attribute)?.print(catalog);
            match (*attribute, value.as_str()) {
                (p::HASHES | p::MERGES, "true") => Some((*word).to_owned()),
                (p::HASHES | p::MERGES, _) | (p::DETERMINISTIC, "true") => None,
                _ => Some(format!("{word} = {value}")),
            }
        })
        .collect();
    printed.join(", ")
}

/// `ENABLE ALWAYS`; nothing for what is enabled in the ordinary way.
fn state_words(state: Option<&str>) -> Option<&'static str> {
    match state {
        Some("disabled") => Some("DISABLE"),
        Some("replica") => Some("ENABLE REPLICA"),
        Some("always") => Some("ENABLE ALWAYS"),
        _ => None,
    }
}

fn statistics(catalog: &Catalog, id: DefinedId) -> String {
    let object = ObjectId::from(id);
    let name = catalog.printed_name(object);
    let kinds = catalog.property(object, p::STATISTICS_KINDS).map(|value| value.plain(catalog));
    let kinds = kinds.filter(|kinds| !kinds.is_empty() && kinds != "ndistinct, dependencies, mcv");
    let kinds = kinds.map(|kinds| format!(" ({kinds})")).unwrap_or_default();
    let mut keys: Vec<String> = Vec::new();
    if let Some(PropertyValue::Columns(columns)) = catalog.property(object, p::COLUMNS) {
        keys.extend(columns.iter().map(|id| quote_identifier(&catalog.columns[*id].name).into_owned()));
    }
    for value in elements(catalog.property(object, p::EXPRESSIONS)) {
        if let PropertyValue::Expression(expression) = value {
            keys.push(text::key_expression(catalog, expression));
        }
    }
    let table = catalog.defined[id].relation.map(|id| catalog.printed_name(id.into())).unwrap_or_default();
    let mut out = format!("CREATE STATISTICS {name}{kinds} ON {} FROM {table};", keys.join(", "));
    if let Some(target) = catalog.property(object, p::TARGET_VALUE) {
        append!(out, "\nALTER STATISTICS {name} SET STATISTICS {};", target.print(catalog));
    }
    out
}

fn publication(catalog: &Catalog, id: DefinedId) -> String {
    let object = ObjectId::from(id);
    let mut out = format!("CREATE PUBLICATION {}", catalog.printed_name(object));
    let part = |attribute| catalog.property(object, attribute);
    let mut members: Vec<String> = Vec::new();
    for table in elements(part(p::TABLES)) {
        let mut printed = String::from("TABLE ONLY ");
        for value in elements(Some(table)) {
            match value {
                PropertyValue::Columns(columns) if columns.is_empty() => {}
                PropertyValue::Columns(_) => append!(printed, " ({})", value.print(catalog)),
                PropertyValue::Expression(filter) => {
                    append!(printed, " WHERE {}", text::parenthesised(catalog, filter));
                }
                other => printed.push_str(&other.print(catalog)),
            }
        }
        members.push(printed);
    }
    for schema in elements(part(p::SCHEMAS)) {
        members.push(format!("TABLES IN SCHEMA {}", schema.print(catalog)));
    }
    if part(p::ALL_TABLES).is_some_and(|value| value.print(catalog) == "true") {
        out.push_str(" FOR ALL TABLES");
    } else if !members.is_empty() {
        append!(out, " FOR {}", members.join(", "));
    }
    let mut options: Vec<String> = Vec::new();
    let publish = part(p::PUBLISH).map(|value| value.plain(catalog)).unwrap_or_default();
    if publish != "insert, update, delete, truncate" {
        options.push(format!("publish = {}", quote_literal(&publish)));
    }
    if let Some(columns) = part(p::GENERATED_COLUMNS) {
        options.push(format!("publish_generated_columns = {}", columns.print(catalog)));
    }
    if part(p::VIA_ROOT).is_some_and(|value| value.print(catalog) == "true") {
        options.push("publish_via_partition_root = true".to_owned());
    }
    if !options.is_empty() {
        append!(out, " WITH ({})", options.join(", "));
    }
    out + ";"
}

/// `CREATE AGGREGATE …`; `None` when its parts are not known.
pub(crate) fn aggregate(catalog: &Catalog, id: FunctionId) -> Option<String> {
    let parts = elements(catalog.property(id.into(), p::AGGREGATE));
    if parts.is_empty() {
        return None;
    }
    let mut direct = None;
    let mut lines = Vec::new();
    for part in parts {
        let [key, value @ ..] = elements(Some(part)) else { continue };
        let key = key.print(catalog);
        match (key.as_str(), value.first()) {
            ("direct", Some(count)) => direct = count.print(catalog).parse::<usize>().ok(),
            (_, Some(value)) => lines.push(format!("    {key} = {}", value.print(catalog))),
            (_, None) => lines.push(format!("    {key}")),
        }
    }
    let function = &catalog.functions[id];
    match function.parallel {
        crate::catalog::Parallel::Unsafe => {}
        crate::catalog::Parallel::Restricted => lines.push("    parallel = restricted".to_owned()),
        crate::catalog::Parallel::Safe => lines.push("    parallel = safe".to_owned()),
    }
    let name = catalog.printed_name(id.into());
    let signature = aggregate_arguments(catalog, id, direct);
    Some(format!("CREATE AGGREGATE {name}({signature}) (\n{}\n);", lines.join(",\n")))
}

/// `integer`, `*`, `double precision ORDER BY integer`: how an aggregate's arguments are written.
fn aggregate_arguments(catalog: &Catalog, id: FunctionId, direct: Option<usize>) -> String {
    let function = &catalog.functions[id];
    let printed: Vec<String> =
        function.arguments.iter().map(|argument| super::function::argument_head(catalog, argument)).collect();
    match direct {
        Some(direct) => {
            let (direct, ordered) = printed.split_at(direct.min(printed.len()));
            // One VARIADIC argument stands on both sides.
            let ordered =
                if ordered.is_empty() { &printed[printed.len().saturating_sub(1)..] } else { ordered };
            format!("{} ORDER BY {}", direct.join(", "), ordered.join(", ")).trim_start().to_owned()
        }
        None if printed.is_empty() => "*".to_owned(),
        None => printed.join(", "),
    }
}

/// The signature by which statements name an aggregate: `public.sum2(integer)`.
pub(crate) fn aggregate_signature(catalog: &Catalog, id: FunctionId) -> String {
    let parts = elements(catalog.property(id.into(), p::AGGREGATE));
    let direct = parts.iter().find_map(|part| match elements(Some(part)) {
        [key, count] if key.print(catalog) == "direct" => count.print(catalog).parse::<usize>().ok(),
        _ => None,
    });
    format!("{}({})", catalog.printed_name(id.into()), aggregate_arguments(catalog, id, direct))
}

/// `CREATE TYPE … (INPUT = …)` of a base type whose shell is there.
pub(crate) fn base_type(catalog: &Catalog, id: crate::catalog::TypeId) -> Option<String> {
    let parts = elements(catalog.property(id.into(), p::BASE_TYPE));
    let lines: Vec<String> = parts
        .iter()
        .filter_map(|part| match elements(Some(part)) {
            [key, value] => Some(format!("    {} = {}", key.print(catalog), value.print(catalog))),
            [key] => Some(format!("    {}", key.print(catalog))),
            _ => None,
        })
        .collect();
    (!lines.is_empty())
        .then(|| format!("CREATE TYPE {} (\n{}\n);", catalog.printed_name(id.into()), lines.join(",\n")))
}
