//! A catalog as typed Rust: one struct for each table and composite type, one enum for each enum type.
//!
//! [`generate`] is a pure function from a [`Catalog`] to file texts; [`files`] brings a folder to them. The text
//! depends on the catalog and the [`Settings`] alone: same input, same bytes, on every machine.
//!
//! What it never does: touch a file that it did not write, read a column into a type that cannot hold it, or
//! depend on a database, on async code or on the clock.

mod builder;
mod composites;
mod docs;
mod domains;
mod enums;
mod errors;
pub mod files;
mod functions;
mod models;
mod modules;
pub mod names;
mod pages;
mod plan;
pub mod rules;
mod rust_type;
mod scope;
mod stores;
mod support;
mod text;
pub mod type_map;

use std::path::PathBuf;

use schemactl_schema::catalog::{Catalog, DataType, TypeBase, TypeKind};
use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::source::Span;

use modules::Tree;
use plan::{ColumnPlan, TablePlan};

pub use builder::{BuildError, Builder};
pub use names::Names;
pub use rust_type::{RustType, Unmapped, UnmappedReason, rust_type, sqlx_type_name};
pub use text::HEADER;

/// How code is generated. `Settings::default()` is a crate's `src` folder.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct Settings {
    pub layout: Layout,
    /// The column that counts the updates of a row, by its name in SQL; tables that have no such column are written without.
    pub version_column: Option<String>,
}

impl Settings {
    fn version_of<'a>(&self, plan: &'a TablePlan<'a>) -> Option<&'a ColumnPlan<'a>> {
        let name = self.version_column.as_deref()?;
        let integer =
            |column: &&ColumnPlan<'_>| matches!(column.cast().as_str(), "smallint" | "integer" | "bigint");
        plan.columns.iter().filter(|column| &*column.column.name == name && column.not_null).find(integer)
    }

    #[must_use]
    pub fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }
}

/// What the generated files are to the crate that holds them.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Layout {
    /// The whole of a crate's `src`: the root is `lib.rs`.
    #[default]
    Crate,
    /// A module anywhere in a crate: the root is `mod.rs`.
    Module,
}

impl Layout {
    fn root(self) -> &'static str {
        match self {
            Self::Crate => "lib",
            Self::Module => "mod",
        }
    }
}

/// A file to be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GeneratedFile {
    /// Relative to the folder of the root module.
    pub path: PathBuf,
    /// Begins with [`HEADER`] and ends with a line break.
    pub text: String,
}

/// Makes the files for a catalog, sorted by path, with findings about what has no place in them.
pub fn generate(catalog: &Catalog, settings: &Settings) -> (Vec<GeneratedFile>, Vec<Diagnostic>) {
    let (names, mut findings) = Names::of(catalog);
    let mut made = Made { tree: Tree::default(), files: Vec::new(), findings: Vec::new() };
    let mut has_stores = false;
    for (id, item) in names.tables() {
        let table = catalog.walk(id);
        let plan = TablePlan::of(table, &names);
        let subject = Subject { name: table.printed_name(), place: table.origins.creation() };
        let mut types = vec![item.type_name.clone()];
        if let Some(derived) = names.derived(id) {
            if plan.is_writable() {
                types.push(derived.new.clone());
            }
            if plan.has_patch() {
                types.push(derived.patch.clone());
            }
        }
        types.sort();
        let text = models::file(&plan, item, &names, &mut findings);
        made.take("models", item, types, text, &subject);
        if plan.columns.is_empty() {
            continue;
        }
        has_stores = true;
        if let Some(derived) = names.derived(id).filter(|_| table.kind.is_table()) {
            let text = errors::file(&plan, item, &names);
            made.take("errors", item, vec![derived.error.clone()], text, &subject);
        }
        let version = settings.version_of(&plan);
        made.take("stores", item, Vec::new(), stores::file(&plan, item, &names, version), &subject);
        if let Some(text) = pages::file(&plan, item, &names) {
            made.take("pages", item, Vec::new(), text, &subject);
        }
    }
    for (id, name) in names.enums() {
        let ty = catalog.walk(id);
        let subject = Subject { name: ty.printed_name(), place: ty.origins.creation() };
        let types = vec![name.item.type_name.clone()];
        made.take("enums", &name.item, types, enums::file(ty, name, &names), &subject);
    }
    for (id, name) in names.composites() {
        let ty = catalog.walk(id);
        let subject = Subject { name: ty.printed_name(), place: ty.origins.creation() };
        let types = vec![name.item.type_name.clone()];
        made.take("composites", &name.item, types, composites::file(ty, name, &names), &subject);
    }
    for (id, item) in names.domains() {
        let ty = catalog.walk(id);
        let Ok(RustType::Domain(_, base)) = rust_type(catalog, &DataType::new(TypeBase::User(id))) else {
            continue;
        };
        let subject = Subject { name: ty.printed_name(), place: ty.origins.creation() };
        let types = vec![item.type_name.clone()];
        made.take("domains", item, types, domains::file(ty, item, &base, &names), &subject);
    }
    for callers in functions::files(catalog, &names, &mut findings) {
        let name = catalog.printed_name(callers.first.into());
        let subject = Subject { name, place: catalog.functions[callers.first].origins.creation() };
        made.take("functions", &callers.item, callers.public, callers.text, &subject);
    }
    match made.tree.files(&names, settings.layout.root(), has_stores) {
        Ok(modules) => made.files.extend(
            modules.into_iter().map(|(path, text)| GeneratedFile { path: PathBuf::from(path + ".rs"), text }),
        ),
        Err(error) => findings.push(text_invalid("the module files", None, &error)),
    }
    let Made { mut files, findings: invalid, .. } = made;
    findings.extend(invalid);
    findings.extend(left_out(catalog, &names));
    files.sort_by(|left, right| left.path.cmp(&right.path));
    (files, findings)
}

/// What the files are about, for findings.
struct Subject {
    name: String,
    place: Option<Span>,
}

/// The files so far, and the modules that they make.
struct Made {
    tree: Tree,
    files: Vec<GeneratedFile>,
    findings: Vec<Diagnostic>,
}

impl Made {
    fn take(
        &mut self,
        kind: &'static str,
        item: &names::ItemName,
        types: Vec<String>,
        text: syn::Result<String>,
        subject: &Subject,
    ) {
        match text {
            Ok(text) => {
                self.files.push(GeneratedFile { path: item_path(item, kind), text });
                self.tree.add(kind, item, types);
            }
            Err(error) => self.findings.push(text_invalid(&subject.name, subject.place, &error)),
        }
    }
}

fn item_path(item: &names::ItemName, kind: &str) -> PathBuf {
    let mut path = PathBuf::new();
    if let Some(schema) = &item.schema {
        path.push(names::unraw(schema));
    }
    path.push(kind);
    path.push(format!("{}.rs", names::unraw(&item.module)));
    path
}

fn text_invalid(subject: &str, place: Option<Span>, error: &syn::Error) -> Diagnostic {
    let finding =
        Diagnostic::new(&rules::TEXT_INVALID, format!("the text made for {subject} is not Rust: {error}"))
            .subject(subject)
            .help("please report it, with the statement that made the entity");
    match place {
        Some(place) => finding.at(place),
        None => finding,
    }
}

/// Says of every entity that could have had a type why it has none.
fn left_out(catalog: &Catalog, names: &Names) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (id, ty) in catalog.types.iter() {
        let name = catalog.printed_name(id.into());
        let (rule, message) = match &ty.kind {
            TypeKind::Enum(labels) if labels.is_empty() => {
                (&rules::ENUM_EMPTY, format!("the enum {name} has no labels"))
            }
            TypeKind::Composite(_) if names.composite(id).is_none() => (
                &rules::COMPOSITE_LEFT_OUT,
                format!("the composite type {name} has no struct: {}", UnmappedReason::Composite.text()),
            ),
            _ => continue,
        };
        let finding = Diagnostic::new(rule, message).subject(name);
        findings.push(match ty.origins.creation() {
            Some(place) => finding.at(place),
            None => finding,
        });
    }
    findings
}
