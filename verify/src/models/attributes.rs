//! The attributes by which sqlx, Diesel, SeaORM and our own generator say what a struct or field maps to.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens as _;
use schemactl_schema::source::{FileId, Span as Place};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, MetaList, Token};

/// What the attributes of one item say, whatever library they are of.
#[derive(Clone, Default, Debug)]
pub(super) struct Mapping {
    /// `#[schemactl(table = "public.users")]`, `#[diesel(table_name = users)]`, `#[sea_orm(table_name = "users")]`.
    pub(super) table: Option<String>,
    /// `#[sqlx(type_name = "…")]`, `#[schemactl(type = "…")]`.
    pub(super) type_name: Option<String>,
    /// `rename` and `column_name`.
    pub(super) rename: Option<String>,
    pub(super) rename_all: Option<String>,
    pub(super) try_from: Option<String>,
    pub(super) skip: bool,
    pub(super) flatten: bool,
    pub(super) json: bool,
    pub(super) transparent: bool,
    /// Last segments of what is derived.
    pub(super) derives: Vec<String>,
    /// The type of `#[repr(i32)]`.
    pub(super) repr: Option<String>,
    /// sqlx fills the field, or every field of the struct, when the row has no such column.
    pub(super) default: bool,
    pub(super) test_only: bool,
    /// The attribute by which the item is there, or is mapped, in some builds only.
    pub(super) condition: Option<String>,
    /// Attributes of a known library that could not be read.
    pub(super) unread: Vec<Span>,
}

/// Derives whose struct is read from or written to a table by its field names.
const ROW_DERIVES: &[&str] = &[
    "FromRow",
    "Queryable",
    "QueryableByName",
    "Selectable",
    "Insertable",
    "AsChangeset",
    "DeriveEntityModel",
];

/// The derives by which an enum or a struct becomes a type of the database.
const TYPE_DERIVES: &[&str] = &["Type", "DbEnum", "DeriveActiveEnum", "SqlType"];

/// The libraries whose attributes say what an item maps to.
const LIBRARIES: &[&str] = &["sqlx", "diesel", "sea_orm", "schemactl"];

/// When an item is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Always,
    InTests,
    InSomeBuilds,
}

impl Mapping {
    pub(super) fn read(attributes: &[Attribute]) -> Self {
        let mut mapping = Self::default();
        for attribute in attributes {
            mapping.take(&attribute.meta, attribute.pound_token.span);
        }
        mapping
    }

    /// The struct is made to hold rows.
    pub(super) fn reads_rows(&self) -> bool {
        self.derives.iter().any(|name| ROW_DERIVES.contains(&name.as_str()))
    }

    /// The item is a type of the database.
    pub(super) fn is_type(&self) -> bool {
        self.derives.iter().any(|name| TYPE_DERIVES.contains(&name.as_str()))
    }

    /// Something says that the item maps a part of the schema.
    pub(super) fn is_model(&self) -> bool {
        self.reads_rows() || self.is_type() || self.table.is_some() || self.type_name.is_some()
    }

    pub(super) fn derives(&self, name: &str) -> bool {
        self.derives.iter().any(|derived| derived == name)
    }

    fn take(&mut self, meta: &Meta, at: Span) {
        let Some(name) = meta.path().get_ident().map(ToString::to_string) else { return };
        let library = LIBRARIES.contains(&name.as_str());
        let Meta::List(list) = meta else {
            if library {
                self.unread.push(at);
            }
            return;
        };
        match name.as_str() {
            "derive" => {
                self.derives.extend(
                    paths(list)
                        .iter()
                        .filter_map(|path| path.segments.last())
                        .map(|last| last.ident.to_string()),
                );
            }
            "repr" => {
                self.repr = paths(list)
                    .iter()
                    .filter_map(syn::Path::get_ident)
                    .map(ToString::to_string)
                    .find(|word| word.starts_with(['i', 'u']));
            }
            "cfg" => match list.parse_args::<Meta>().map_or(When::InSomeBuilds, |predicate| when(&predicate))
            {
                When::Always => {}
                When::InTests => self.test_only = true,
                When::InSomeBuilds => self.condition = Some(format!("#[cfg({})]", written(&list.tokens))),
            },
            "cfg_attr" => self.conditional(list, at),
            _ if library => match list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) {
                Ok(entries) => entries.iter().for_each(|entry| self.entry(&name, entry)),
                Err(_) => self.unread.push(at),
            },
            _ => {}
        }
    }

    /// `#[cfg_attr(predicate, attributes…)]`: read as if it held, and noted when it says anything of a mapping.
    fn conditional(&mut self, list: &MetaList, at: Span) {
        let Ok(entries) = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) else {
            self.unread.push(at);
            return;
        };
        let mut entries = entries.iter();
        let Some(predicate) = entries.next() else { return };
        let when = when(predicate);
        if when == When::InTests {
            return;
        }
        for entry in entries.filter(|entry| says_mapping(entry)) {
            self.take(entry, at);
            if when == When::InSomeBuilds && self.condition.is_none() {
                let predicate = written(&predicate.to_token_stream());
                self.condition = Some(format!("#[cfg_attr({predicate}, …)]"));
            }
        }
    }

    fn entry(&mut self, library: &str, meta: &Meta) {
        let Some(key) = meta.path().segments.last().map(|segment| plain(&segment.ident)) else { return };
        let value = match meta {
            Meta::NameValue(pair) => text(&pair.value),
            _ => None,
        };
        match (library, key.as_str()) {
            ("schemactl", "table") | ("diesel" | "sea_orm", "table_name") => self.table = value,
            ("sea_orm", "schema_name") => {
                if let (Some(schema), Some(table)) = (value, &self.table) {
                    self.table = Some(format!("{schema}.{table}"));
                }
            }
            ("schemactl", "type") | ("sqlx", "type_name") => self.type_name = value,
            ("schemactl", "column") | ("sqlx", "rename") | ("diesel" | "sea_orm", "column_name") => {
                self.rename = value;
            }
            ("sqlx" | "sea_orm", "rename_all") => self.rename_all = value,
            ("sqlx", "try_from") => self.try_from = value,
            ("sqlx", "skip") | ("sea_orm", "ignore") => self.skip = true,
            ("sqlx", "flatten") | ("diesel", "embed") => self.flatten = true,
            ("sqlx", "json") => self.json = true,
            ("sqlx", "transparent") => self.transparent = true,
            ("sqlx", "default") => self.default = true,
            // The rest says nothing about names, types or nullability (`no_pg_array`, `crate`, …).
            _ => {}
        }
    }
}

/// The text of `"x"`, and of a path (`diesel(table_name = schema::users)`) its last segment.
fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
        Expr::Path(path) => path.path.segments.last().map(|segment| plain(&segment.ident)),
        _ => None,
    }
}

/// The name without `r#`.
pub(super) fn plain(ident: &syn::Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}

/// A place of syn as one of ours.
pub(super) fn span(file: FileId, at: Span) -> Place {
    let range = at.byte_range();
    Place::new(file, range.start, range.end)
}

/// The paths of a list; none when it holds anything else.
fn paths(list: &MetaList) -> Vec<syn::Path> {
    list.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated)
        .map(|paths| paths.into_iter().collect())
        .unwrap_or_default()
}

/// When a predicate of `cfg` holds, as far as every build agrees.
fn when(predicate: &Meta) -> When {
    let inner = || match predicate {
        Meta::List(list) => list
            .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .map(|entries| entries.iter().map(when).collect())
            .unwrap_or_default(),
        _ => Vec::new(),
    };
    match predicate.path().get_ident().map(ToString::to_string).as_deref() {
        Some("test") => When::InTests,
        Some("all") if inner().contains(&When::InTests) => When::InTests,
        // Models are what the program itself uses, and that is no test.
        Some("not") if inner() == [When::InTests] => When::Always,
        _ => When::InSomeBuilds,
    }
}

/// Whether an attribute may decide what an item maps to: `serde` and documentation never do.
fn says_mapping(meta: &Meta) -> bool {
    let Some(name) = meta.path().get_ident().map(ToString::to_string) else { return false };
    match (name.as_str(), meta) {
        ("derive", Meta::List(list)) => paths(list).iter().any(|path| {
            path.segments.last().is_some_and(|last| {
                let name = last.ident.to_string();
                ROW_DERIVES.contains(&name.as_str()) || TYPE_DERIVES.contains(&name.as_str())
            })
        }),
        ("cfg" | "repr", _) => true,
        ("cfg_attr", Meta::List(list)) => list
            .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .map_or(true, |entries| entries.iter().skip(1).any(says_mapping)),
        (name, _) => LIBRARIES.contains(&name),
    }
}

/// Tokens as the file has them, on one line.
fn written(tokens: &TokenStream) -> String {
    let text = tokens.span().source_text().unwrap_or_else(|| tokens.to_string());
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `rename_all` of sqlx; an unknown word changes nothing, as sqlx would not compile it.
pub(super) fn rename(name: &str, style: Option<&str>) -> String {
    use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
    match style {
        Some("snake_case") => name.to_snake_case(),
        Some("lowercase") => name.to_lowercase(),
        Some("UPPERCASE") => name.to_uppercase(),
        Some("SCREAMING_SNAKE_CASE") => name.to_shouty_snake_case(),
        Some("kebab-case") => name.to_kebab_case(),
        Some("camelCase") => name.to_lower_camel_case(),
        Some("PascalCase") => name.to_upper_camel_case(),
        _ => name.to_owned(),
    }
}
