//! Collations: how they are made, and what their names mean (documentation, "Collation Support").

use super::Replayer;
use super::defined::Found;
use super::option;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{
    DataType, DefinedId, DefinedKind, KeyTarget, ObjectId, Property, PropertyValue, TypeBase, TypeKind,
    names, property,
};
use crate::source::Span;
use crate::syntax::tree::{CollationDefinition, CreateCollation, Name, OptionItem, QualifiedName};

/// Collations that every database has, whatever its locales: name, provider, locale.
const SHIPPED: &[(&str, &str, &str)] = &[
    ("default", "", ""),
    ("C", "libc", "C"),
    ("POSIX", "libc", "POSIX"),
    ("ucs_basic", "libc", "C"),
    ("unicode", "icu", "und"),
    ("pg_c_utf8", "builtin", "C.UTF-8"),
    ("pg_unicode_fast", "builtin", "PG_UNICODE_FAST"),
];

/// The words of `CREATE COLLATION`.
const OPTIONS: &[&str] =
    &["from", "locale", "lc_collate", "lc_ctype", "provider", "deterministic", "rules", "version"];

/// Names that operating systems give whole languages (`locale.alias`), and under which `initdb` imports their locales.
const LANGUAGES: &[&str] = &[
    "bokmal",
    "catalan",
    "croatian",
    "czech",
    "danish",
    "dansk",
    "deutsch",
    "dutch",
    "eesti",
    "estonian",
    "finnish",
    "french",
    "galego",
    "galician",
    "german",
    "greek",
    "hebrew",
    "hrvatski",
    "hungarian",
    "icelandic",
    "italian",
    "japanese",
    "korean",
    "lithuanian",
    "norwegian",
    "nynorsk",
    "polish",
    "portuguese",
    "romanian",
    "russian",
    "slovak",
    "slovene",
    "slovenian",
    "spanish",
    "swedish",
    "thai",
    "turkish",
];

/// True for a name that a server may have imported from its operating system or from ICU: `de_DE.utf8`, `und-x-icu`.
fn may_be_imported(name: &str) -> bool {
    let language = name.split(['_', '-', '.', '@']).next().unwrap_or("");
    let is_language =
        (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    let territory = name[language.len()..].strip_prefix('_').is_none_or(|rest| {
        let territory = rest.split(['.', '@']).next().unwrap_or("");
        territory.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    });
    LANGUAGES.contains(&name)
        || name.ends_with("-x-icu")
        || (is_language && territory)
        || name.contains(['.', ' ', '@'])
        || name.bytes().any(|byte| byte.is_ascii_uppercase())
}

impl Replayer<'_> {
    /// What a name means: a collation of the schema, or (`None`) one of the server's own.
    pub(super) fn find_collation(&self, path: &[&str], at: Span) -> Result<Option<DefinedId>> {
        let missing = || {
            let message = format!("collation \"{}\" for encoding \"UTF8\" does not exist", path.join("."));
            Stop::refused("42704", at, message)
        };
        match path {
            [name] if SHIPPED.iter().any(|(shipped, ..)| shipped == name) => Ok(None),
            [name] => {
                let named = |schema| self.catalog.defined_named(DefinedKind::Collation, Some(schema), name);
                let found = self.search_path().find_map(|schema| named(schema).first().copied());
                if found.is_some() || may_be_imported(name) { Ok(found) } else { Err(missing()) }
            }
            [.., "pg_catalog", name] => {
                let known = SHIPPED.iter().any(|(shipped, ..)| shipped == name) || may_be_imported(name);
                if known { Ok(None) } else { Err(missing()) }
            }
            [.., schema, name] => {
                let schema = self.schema_named(&Name { text: (*schema).into(), span: at })?;
                let named = self.catalog.defined_named(DefinedKind::Collation, Some(schema), name);
                named.first().copied().map(Some).ok_or_else(missing)
            }
            [] => Ok(None),
        }
    }

    /// A collation as `DROP`, `ALTER` and `COMMENT` name it.
    pub(super) fn collation_address(&self, name: &QualifiedName) -> Result<Found> {
        Ok(self.collation_named(name)?.map_or(Found::System, Found::Object))
    }

    fn collation_named(&self, name: &QualifiedName) -> Result<Option<DefinedId>> {
        match name.schema_str() {
            Some(schema) => self.find_collation(&[schema, name.name.as_str()], name.span()),
            None => self.find_collation(&[name.name.as_str()], name.span()),
        }
    }

    /// The name of a collation as `regcollation` prints it.
    pub(super) fn collation_text(&self, name: &QualifiedName) -> Result<Box<str>> {
        Ok(match self.collation_named(name)? {
            Some(id) => self.catalog.printed_name(id.into()).into(),
            None => names::quote_identifier(&name.name.text).into(),
        })
    }

    /// The printed name of a collation, unless it is the type's own.
    pub(super) fn collation(&self, name: Option<&QualifiedName>, ty: &DataType) -> Result<Option<Box<str>>> {
        let Some(name) = name else { return Ok(None) };
        let text = self.collation_text(name)?;
        let own = self.own_collation(ty);
        self.collatable(ty, name.span())?;
        Ok((own.as_deref().unwrap_or("\"default\"") != &*text).then_some(text))
    }

    /// The collation of a key of an index or a partitioned table, unless it is what the key has anyway.
    pub(super) fn key_collation(&self, name: &QualifiedName, target: &KeyTarget) -> Result<Option<Box<str>>> {
        let text = self.collation_text(name)?;
        if let KeyTarget::Column(column) = target {
            self.collatable(&self.catalog.columns[*column].ty, name.span())?;
        }
        Ok((*self.own_key_collation(target) != *text).then_some(text))
    }

    /// What a key has where nothing is said; of an expression, PostgreSQL's word for what the expression has.
    pub(super) fn own_key_collation(&self, target: &KeyTarget) -> Box<str> {
        let own = match target {
            KeyTarget::Column(column) => {
                let column = &self.catalog.columns[*column];
                column.collation.clone().or_else(|| self.own_collation(&column.ty))
            }
            KeyTarget::Expression(_) => None,
        };
        own.unwrap_or_else(|| "\"default\"".into())
    }

    /// The collation that values of a type have where nothing else is said; `None` is the database's default.
    pub(super) fn own_collation(&self, ty: &DataType) -> Option<Box<str>> {
        match &ty.base {
            TypeBase::Builtin(builtin) => (builtin.name == "name").then(|| "\"C\"".into()),
            TypeBase::User(id) => match &self.catalog.types[*id].kind {
                TypeKind::Domain(domain) => {
                    domain.collation.clone().or_else(|| self.own_collation(&domain.base))
                }
                _ => None,
            },
            TypeBase::Row(_) | TypeBase::Extension { .. } => None,
        }
    }

    pub(super) fn collatable(&self, ty: &DataType, at: Span) -> Result<()> {
        let mut base = &ty.base;
        let collatable = loop {
            match base {
                TypeBase::Builtin(builtin) => break builtin.collatable,
                TypeBase::User(id) => match &self.catalog.types[*id].kind {
                    TypeKind::Domain(domain) => base = &domain.base.base,
                    TypeKind::Base => break true,
                    TypeKind::Enum(_) | TypeKind::Composite(_) | TypeKind::Range(_) => break false,
                },
                TypeBase::Row(_) => break false,
                TypeBase::Extension { .. } => break true,
            }
        };
        if collatable {
            return Ok(());
        }
        let message = format!("collations are not supported by type {}", ty.print(&self.catalog));
        Err(Stop::refused("42804", at, message))
    }

    pub(super) fn create_collation(&mut self, create: &CreateCollation, span: Span) -> Result<Applied> {
        let schema = self.creation_schema(&create.name)?;
        let properties = match &create.definition {
            CollationDefinition::From(source) => self.copied_collation(source)?,
            CollationDefinition::Options(items) => self.collation_options(items, create.name.span())?,
        };
        let name = &create.name.name;
        let named = self.catalog.defined_named(DefinedKind::Collation, Some(schema), &name.text);
        if let Some(first) = named.first() {
            if create.if_not_exists {
                return Ok(Applied::Nothing("CREATE COLLATION IF NOT EXISTS"));
            }
            let message = format!("collation \"{}\" already exists", name.text);
            return Err(Stop::refused("42710", create.name.span(), message)
                .label(self.catalog.defined[*first].origins.creation(), "made here first"));
        }
        self.define(DefinedKind::Collation, Some(schema), &name.text, None, properties, span);
        Ok(Applied::Schema)
    }

    fn copied_collation(&self, source: &QualifiedName) -> Result<Vec<Property>> {
        if let Some(id) = self.collation_named(source)? {
            return Ok(self.catalog.properties.get(&ObjectId::from(id)).cloned().unwrap_or_default());
        }
        let name = source.name.as_str();
        let (provider, locale) = match SHIPPED.iter().find(|(shipped, ..)| *shipped == name) {
            Some((_, "", _)) => {
                let message = "collation \"default\" cannot be copied";
                return Err(Stop::refused("42P17", source.span(), message));
            }
            Some((_, provider, locale)) => (*provider, (*locale).to_owned()),
            None => match name.strip_suffix("-x-icu") {
                Some(locale) => ("icu", locale.to_owned()),
                // `initdb` leaves the encoding out of a locale's name, not out of what the name means.
                None if name.contains('.') => ("libc", name.to_owned()),
                None => ("libc", format!("{name}.utf8")),
            },
        };
        let side = || Some(locale.clone().into_boxed_str());
        Ok(definition(provider, side(), side(), side(), true, None))
    }

    fn collation_options(&self, items: &[OptionItem], at: Span) -> Result<Vec<Property>> {
        let mut texts: [Option<Box<str>>; OPTIONS.len()] = Default::default();
        let mut source = None;
        for item in items {
            let Some(place) = OPTIONS.iter().position(|option| **option == *item.name.text) else {
                let message = format!("collation attribute \"{}\" not recognized", item.name.text);
                return Err(Stop::refused("42601", item.span, message));
            };
            if texts[place].is_some() {
                return Err(Stop::refused("42601", item.span, "conflicting or redundant options"));
            }
            let value = item.value.as_ref();
            if OPTIONS[place] == "from" {
                source = Some(option::qualified_name(item)?);
            }
            texts[place] = match (value, OPTIONS[place]) {
                (Some(value), _) => Some(value.text.clone()),
                (None, "deterministic") => Some("true".into()),
                (None, word) => {
                    return Err(Stop::refused("42601", item.span, format!("{word} requires a parameter")));
                }
            };
        }
        let [from, locale, collate, ctype, provider, deterministic, rules, _] = texts;
        if (locale.is_some() && (collate.is_some() || ctype.is_some())) || (from.is_some() && items.len() > 1)
        {
            return Err(Stop::refused("42601", at, "conflicting or redundant options"));
        }
        if let Some(source) = source {
            return self.copied_collation(&source);
        }
        let deterministic = match deterministic.as_deref().map(str::to_ascii_lowercase).as_deref() {
            None | Some("true" | "on" | "1") => true,
            Some("false" | "off" | "0") => false,
            Some(_) => {
                return Err(Stop::refused("42601", at, "deterministic requires a Boolean value"));
            }
        };
        let provider = provider.as_deref().unwrap_or("libc").to_ascii_lowercase();
        if !matches!(provider.as_str(), "libc" | "icu" | "builtin") {
            let message = format!("unrecognized collation provider: {provider}");
            return Err(Stop::refused("42P17", at, message));
        }
        let libc = provider == "libc";
        let collate = collate.or_else(|| locale.clone().filter(|_| libc));
        let ctype = ctype.or_else(|| locale.clone().filter(|_| libc));
        let needed: &[(&str, bool)] = if libc {
            &[("lc_collate", collate.is_some()), ("lc_ctype", ctype.is_some())]
        } else {
            &[("locale", locale.is_some())]
        };
        if let Some((word, _)) = needed.iter().find(|(_, given)| !given) {
            let message = format!("parameter \"{word}\" must be specified");
            return Err(Stop::refused("42P17", at, message));
        }
        if !deterministic && provider != "icu" {
            let message = "nondeterministic collations not supported with this provider";
            return Err(Stop::refused("0A000", at, message));
        }
        if rules.is_some() && provider != "icu" {
            let message = "ICU rules cannot be specified unless locale provider is ICU";
            return Err(Stop::refused("42P17", at, message));
        }
        Ok(definition(&provider, locale, collate, ctype, deterministic, rules))
    }

    /// `ALTER COLLATION … REFRESH VERSION`: versions are the server's business, names are not.
    pub(super) fn refresh_collation(&self, name: &QualifiedName) -> Result<Applied> {
        self.collation_named(name)?;
        Ok(Applied::Nothing("ALTER COLLATION REFRESH VERSION"))
    }
}

/// The parts of a collation in the order in which they are written; `libc` has its locale in two.
fn definition(
    provider: &str,
    locale: Option<Box<str>>,
    collate: Option<Box<str>>,
    ctype: Option<Box<str>>,
    deterministic: bool,
    rules: Option<Box<str>>,
) -> Vec<Property> {
    let word = |text: &str| Some(PropertyValue::Word(text.into()));
    let literal = |text: Option<Box<str>>, kept: bool| text.filter(|_| kept).map(PropertyValue::Literal);
    let libc = provider == "libc";
    [
        (property::PROVIDER, word(provider)),
        (property::LOCALE, literal(locale, !libc)),
        (property::LC_COLLATE, literal(collate, libc)),
        (property::LC_CTYPE, literal(ctype, libc)),
        (property::DETERMINISTIC, word(if deterministic { "true" } else { "false" })),
        (property::RULES, literal(rules, true)),
    ]
    .into_iter()
    .filter_map(|(attribute, value)| Some(Property::new(attribute, value?)))
    .collect()
}
