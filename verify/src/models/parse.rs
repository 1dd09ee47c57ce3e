//! Reads the structs and enums of one Rust file, with their places.

use schemactl_schema::source::{FileId, Span};
use syn::spanned::Spanned;
use syn::{Fields, Item, UseTree};

use super::attributes::{self, Mapping, plain, span};
use super::rust_type::{Names, RustType};

/// Who wrote a file: what the generator wrote must agree with the schema to the letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Author {
    Generator,
    People,
}

/// A struct with named fields.
#[derive(Clone, Debug)]
pub struct Struct {
    pub name: String,
    pub author: Author,
    /// Its name in the source.
    pub span: Span,
    /// The table that an attribute names.
    pub table: Option<String>,
    /// The composite type that an attribute names.
    pub type_name: Option<String>,
    /// It derives FromRow or the like.
    pub reads_rows: bool,
    /// It derives sqlx's Type: a composite type, not a row.
    pub is_type: bool,
    pub fields: Vec<Field>,
}

/// A field of a [`Struct`].
#[derive(Clone, Debug)]
pub struct Field {
    /// As Rust names it, without `r#`.
    pub name: String,
    /// The column that it reads: renamed as its attributes say.
    pub column: String,
    pub span: Span,
    pub type_span: Span,
    /// What is decoded: the type of `try_from`, where there is one.
    pub ty: RustType,
    /// It does not come from a column.
    pub skip: bool,
    /// Its own fields do.
    pub flatten: bool,
    /// `#[sqlx(json)]`: any type, from a `json` or `jsonb` column.
    pub json: bool,
}

/// An enum without data in its variants.
#[derive(Clone, Debug)]
pub struct RustEnum {
    pub name: String,
    pub author: Author,
    pub span: Span,
    pub type_name: Option<String>,
    /// It derives sqlx's Type, or another library's like.
    pub is_type: bool,
    /// It derives Ord or PartialOrd: its order is visible.
    pub ordered: bool,
    pub variants: Vec<Variant>,
}

#[derive(Clone, Debug)]
pub struct Variant {
    pub name: String,
    /// The label that it stands for.
    pub label: String,
    pub span: Span,
}

/// What one file defines.
#[derive(Default, Debug)]
pub(super) struct Items {
    pub(super) structs: Vec<Struct>,
    pub(super) enums: Vec<RustEnum>,
    /// Types that are read as another: `struct Email(String)` that is transparent, `#[repr(i32)] enum`.
    pub(super) transparent: Vec<(String, RustType)>,
    /// Attributes that could not be read.
    pub(super) unread: Vec<Span>,
}

/// The derives by which an enum or a struct becomes a type of the database.
const TYPE_DERIVES: &[&str] = &["Type", "DbEnum", "DeriveActiveEnum", "SqlType"];

/// Reads a file's text.
///
/// # Errors
/// Where the text is not Rust, with syn's message.
pub(super) fn parse(file: FileId, text: &str, author: Author) -> Result<Items, (Span, String)> {
    // syn cuts a first line `#!…` off, which would shift every place.
    let shebang = text.starts_with("#!") && !text[2..].trim_start().starts_with('[');
    let blanked = shebang.then(|| text.replacen("#!", "//", 1));
    let tree = syn::parse_file(blanked.as_deref().unwrap_or(text))
        .map_err(|error| (span(file, error.span()), error.to_string()))?;
    let mut items = Items::default();
    Reader { file, author, items: &mut items }.module(&tree.items, &Names::default());
    Ok(items)
}

struct Reader<'a> {
    file: FileId,
    author: Author,
    items: &'a mut Items,
}

impl Reader<'_> {
    fn module(&mut self, list: &[Item], outer: &Names) {
        let mut names = outer.clone();
        for item in list {
            match item {
                Item::Use(import) => uses(&import.tree, &mut Vec::new(), &mut names),
                Item::Type(alias) if alias.generics.params.is_empty() => {
                    names.aliases.insert(plain(&alias.ident), (*alias.ty).clone());
                }
                _ => {}
            }
        }
        for item in list {
            match item {
                Item::Struct(item) => self.structure(item, &names),
                Item::Enum(item) => self.enumeration(item),
                Item::Mod(inner) => {
                    if let Some((_, list)) = &inner.content
                        && !Mapping::read(&inner.attrs).test_only
                    {
                        self.module(list, &names);
                    }
                }
                _ => {}
            }
        }
    }

    fn mapping(&mut self, attrs: &[syn::Attribute]) -> Mapping {
        let mapping = Mapping::read(attrs);
        self.items.unread.extend(mapping.unread.iter().map(|at| span(self.file, *at)));
        mapping
    }

    fn structure(&mut self, item: &syn::ItemStruct, names: &Names) {
        let mapping = self.mapping(&item.attrs);
        if mapping.test_only {
            return;
        }
        let is_type = mapping.derives.iter().any(|name| TYPE_DERIVES.contains(&name.as_str()));
        match &item.fields {
            Fields::Named(named) => {
                let mut fields = Vec::with_capacity(named.named.len());
                for field in &named.named {
                    let Some(ident) = &field.ident else { continue };
                    let says = self.mapping(&field.attrs);
                    let name = plain(ident);
                    let column = says
                        .rename
                        .clone()
                        .unwrap_or_else(|| attributes::rename(&name, mapping.rename_all.as_deref()));
                    let ty = says
                        .try_from
                        .as_deref()
                        .and_then(|text| RustType::parse(text, names))
                        .unwrap_or_else(|| RustType::read(&field.ty, names));
                    fields.push(Field {
                        column,
                        span: span(self.file, ident.span()),
                        type_span: span(self.file, field.ty.span()),
                        ty,
                        skip: says.skip,
                        flatten: says.flatten,
                        json: says.json,
                        name,
                    });
                }
                self.items.structs.push(Struct {
                    name: plain(&item.ident),
                    author: self.author,
                    span: span(self.file, item.ident.span()),
                    reads_rows: mapping.reads_rows(),
                    table: mapping.table,
                    type_name: mapping.type_name,
                    is_type,
                    fields,
                });
            }
            Fields::Unnamed(unnamed) => {
                let mut types = unnamed.unnamed.iter();
                if let (Some(only), None, true) = (types.next(), types.next(), mapping.transparent || is_type)
                {
                    self.items.transparent.push((plain(&item.ident), RustType::read(&only.ty, names)));
                }
            }
            Fields::Unit => {}
        }
    }

    fn enumeration(&mut self, item: &syn::ItemEnum) {
        let mapping = self.mapping(&item.attrs);
        if mapping.test_only || item.variants.iter().any(|variant| !matches!(variant.fields, Fields::Unit)) {
            return;
        }
        let is_type = mapping.derives.iter().any(|name| TYPE_DERIVES.contains(&name.as_str()));
        if let (true, Some(repr)) = (is_type, &mapping.repr) {
            // sqlx stores such an enum as a number.
            let ty = RustType::Path { segments: vec![repr.clone()], arguments: Vec::new() };
            self.items.transparent.push((plain(&item.ident), ty));
            return;
        }
        let variants = item
            .variants
            .iter()
            .map(|variant| {
                let says = self.mapping(&variant.attrs);
                let name = plain(&variant.ident);
                let label =
                    says.rename.unwrap_or_else(|| attributes::rename(&name, mapping.rename_all.as_deref()));
                Variant { label, span: span(self.file, variant.ident.span()), name }
            })
            .collect();
        self.items.enums.push(RustEnum {
            name: plain(&item.ident),
            author: self.author,
            span: span(self.file, item.ident.span()),
            is_type,
            ordered: mapping.derives("PartialOrd") || mapping.derives("Ord"),
            type_name: mapping.type_name,
            variants,
        });
    }
}

/// Notes what an import calls its names here. `use a::*` names nothing.
fn uses(tree: &UseTree, path: &mut Vec<String>, names: &mut Names) {
    match tree {
        UseTree::Path(step) => {
            path.push(plain(&step.ident));
            uses(&step.tree, path, names);
            path.pop();
        }
        UseTree::Name(name) => {
            let name = plain(&name.ident);
            // `use a::b::{self}` calls `a::b` by its last name.
            if name != "self" {
                path.push(name.clone());
                names.uses.insert(name, path.clone());
                path.pop();
            }
        }
        UseTree::Rename(rename) => {
            path.push(plain(&rename.ident));
            names.uses.insert(plain(&rename.rename), path.clone());
            path.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| uses(tree, path, names)),
        UseTree::Glob(_) => {}
    }
}
