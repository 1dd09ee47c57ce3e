//! The attributes by which sqlx, Diesel, SeaORM and our own generator say what a struct or field maps to.

use schemactl_schema::source::Span;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token};

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
    pub(super) test_only: bool,
    /// Attributes of a known library that could not be read.
    pub(super) unread: Vec<proc_macro2::Span>,
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

impl Mapping {
    pub(super) fn read(attributes: &[Attribute]) -> Self {
        let mut mapping = Self::default();
        for attribute in attributes {
            mapping.take(attribute);
        }
        mapping
    }

    /// The struct is made to hold rows.
    pub(super) fn reads_rows(&self) -> bool {
        self.derives.iter().any(|name| ROW_DERIVES.contains(&name.as_str()))
    }

    pub(super) fn derives(&self, name: &str) -> bool {
        self.derives.iter().any(|derived| derived == name)
    }

    fn take(&mut self, attribute: &Attribute) {
        let Some(name) = attribute.path().get_ident().map(ToString::to_string) else { return };
        match name.as_str() {
            "derive" => {
                if let Ok(paths) =
                    attribute.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated)
                {
                    self.derives.extend(
                        paths.iter().filter_map(|p| p.segments.last()).map(|last| last.ident.to_string()),
                    );
                }
            }
            "repr" => {
                self.repr = attribute
                    .parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated)
                    .ok()
                    .and_then(|paths| {
                        paths
                            .iter()
                            .filter_map(syn::Path::get_ident)
                            .map(ToString::to_string)
                            .find(|word| word.starts_with(['i', 'u']))
                    });
            }
            "cfg" => {
                if let Ok(path) = attribute.parse_args::<syn::Path>() {
                    self.test_only |= path.is_ident("test");
                }
            }
            "sqlx" | "diesel" | "sea_orm" | "schemactl" => {
                match attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) {
                    Ok(entries) => entries.iter().for_each(|entry| self.entry(&name, entry)),
                    Err(_) => self.unread.push(attribute.pound_token.span),
                }
            }
            _ => {}
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
            // The rest says nothing about names, types or nullability (`default`, `no_pg_array`, …).
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
pub(super) fn span(file: schemactl_schema::source::FileId, at: proc_macro2::Span) -> Span {
    let range = at.byte_range();
    Span::new(file, range.start, range.end)
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
