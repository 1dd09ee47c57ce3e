//! Reads the structs and enums of one Rust file, with their places, and notes what it cannot read.

use schemactl_schema::source::{FileId, Span};
use syn::spanned::Spanned;
use syn::visit::Visit as _;
use syn::{Fields, Item, UseTree};

use super::attributes::{self, Mapping, plain, span};
use super::not_read::{Bodies, MacroRules, NotRead};
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
    /// The attribute by which it is there, or is mapped, in some builds only: `#[cfg(feature = "x")]`.
    pub condition: Option<String>,
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
    /// `#[sqlx(default)]` on it or on its struct: the row need not have its column.
    pub default: bool,
    /// As for [`Struct::condition`].
    pub condition: Option<String>,
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
    /// As for [`Struct::condition`].
    pub condition: Option<String>,
    pub variants: Vec<Variant>,
}

#[derive(Clone, Debug)]
pub struct Variant {
    pub name: String,
    /// The label that it stands for.
    pub label: String,
    pub span: Span,
    /// As for [`Struct::condition`].
    pub condition: Option<String>,
}

/// What one file defines.
#[derive(Default, Debug)]
pub(super) struct Items {
    pub(super) structs: Vec<Struct>,
    pub(super) enums: Vec<RustEnum>,
    /// Types that are read as another: `struct Email(String)` that is transparent, `#[repr(i32)] enum`.
    pub(super) transparent: Vec<(String, RustType)>,
    /// Types whose meaning depends on the build, each with the attribute that says so.
    pub(super) conditional: Vec<(String, String)>,
    /// Types that implement FromRow with code of their own.
    pub(super) by_hand: Vec<String>,
    /// Attributes that could not be read.
    pub(super) unread: Vec<Span>,
    pub(super) not_read: Vec<NotRead>,
}

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
    let macros = MacroRules::of(&tree);
    Reader { file, author, macros, condition: None, items: &mut items }
        .module(&tree.items, &Names::default());
    Ok(items)
}

struct Reader<'a> {
    file: FileId,
    author: Author,
    macros: MacroRules,
    /// That of the modules around.
    condition: Option<String>,
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
                    let says = Mapping::read(&inner.attrs);
                    if let Some((_, list)) = &inner.content
                        && !says.test_only
                    {
                        let outer = self.condition.clone();
                        self.condition = says.condition.or(outer.clone());
                        self.module(list, &names);
                        self.condition = outer;
                    }
                }
                Item::Impl(item) => {
                    self.implementation(item);
                    self.bodies(&item.attrs, |bodies| bodies.visit_item_impl(item));
                }
                Item::Fn(item) => self.bodies(&item.attrs, |bodies| bodies.visit_item_fn(item)),
                Item::Trait(item) => self.bodies(&item.attrs, |bodies| bodies.visit_item_trait(item)),
                Item::Const(item) => self.bodies(&item.attrs, |bodies| bodies.visit_item_const(item)),
                Item::Static(item) => self.bodies(&item.attrs, |bodies| bodies.visit_item_static(item)),
                Item::Macro(item) => self.invocation(item),
                _ => {}
            }
        }
    }

    /// `impl FromRow for T`: its code decides which columns are read.
    fn implementation(&mut self, item: &syn::ItemImpl) {
        if Mapping::read(&item.attrs).test_only {
            return;
        }
        let is_from_row = item
            .trait_
            .as_ref()
            .and_then(|(path, _)| path.segments.last())
            .is_some_and(|last| last.ident == "FromRow");
        if let (true, syn::Type::Path(ty)) = (is_from_row, &*item.self_ty)
            && let Some(last) = ty.path.segments.last()
        {
            self.items.by_hand.push(plain(&last.ident));
        }
    }

    /// Looks for models inside of functions.
    fn bodies(&mut self, attrs: &[syn::Attribute], visit: impl FnOnce(&mut Bodies<'_>)) {
        let is_test =
            |attr: &syn::Attribute| attr.path().segments.last().is_some_and(|last| last.ident == "test");
        if !Mapping::read(attrs).test_only && !attrs.iter().any(is_test) {
            visit(&mut Bodies { file: self.file, not_read: &mut self.items.not_read });
        }
    }

    /// A macro among the items may define any of them.
    fn invocation(&mut self, item: &syn::ItemMacro) {
        let Some(last) = item.mac.path.segments.last() else { return };
        let name = plain(&last.ident);
        if item.ident.is_some()
            || Mapping::read(&item.attrs).test_only
            || !self.macros.may_define(&name, &item.mac)
        {
            return;
        }
        self.items.not_read.push(NotRead {
            span: span(self.file, item.mac.path.span()),
            what: format!("what `{name}!` expands to: it may define structs and enums"),
        });
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
        let is_type = mapping.is_type();
        let condition = mapping.condition.clone().or_else(|| self.condition.clone());
        if let Some(condition) = &condition {
            self.items.conditional.push((plain(&item.ident), condition.clone()));
        }
        match &item.fields {
            Fields::Named(named) => {
                let mut fields = Vec::with_capacity(named.named.len());
                for field in &named.named {
                    let Some(ident) = &field.ident else { continue };
                    let says = self.mapping(&field.attrs);
                    if says.test_only {
                        continue;
                    }
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
                        default: says.default || mapping.default,
                        condition: says.condition,
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
                    condition,
                    fields,
                });
            }
            Fields::Unnamed(unnamed) => {
                let mut types = unnamed.unnamed.iter();
                if let (Some(only), None, true, None) =
                    (types.next(), types.next(), mapping.transparent || is_type, condition)
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
        let is_type = mapping.is_type();
        let condition = mapping.condition.clone().or_else(|| self.condition.clone());
        if let Some(condition) = &condition {
            self.items.conditional.push((plain(&item.ident), condition.clone()));
        }
        if let (true, Some(repr)) = (is_type, &mapping.repr) {
            if condition.is_some() {
                return;
            }
            // sqlx stores such an enum as a number.
            let ty = RustType::Path { segments: vec![repr.clone()], arguments: Vec::new() };
            self.items.transparent.push((plain(&item.ident), ty));
            return;
        }
        let variants = item
            .variants
            .iter()
            .filter_map(|variant| {
                let says = self.mapping(&variant.attrs);
                if says.test_only {
                    return None;
                }
                let name = plain(&variant.ident);
                let label =
                    says.rename.unwrap_or_else(|| attributes::rename(&name, mapping.rename_all.as_deref()));
                let span = span(self.file, variant.ident.span());
                Some(Variant { label, span, condition: says.condition, name })
            })
            .collect();
        self.items.enums.push(RustEnum {
            name: plain(&item.ident),
            author: self.author,
            span: span(self.file, item.ident.span()),
            is_type,
            ordered: mapping.derives("PartialOrd") || mapping.derives("Ord"),
            type_name: mapping.type_name,
            condition,
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
