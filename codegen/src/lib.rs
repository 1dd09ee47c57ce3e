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
mod enums;
pub mod files;
mod models;
mod modules;
pub mod names;
pub mod rules;
mod rust_type;
mod scope;
mod text;
pub mod type_map;

use std::path::PathBuf;

use schemactl_schema::catalog::{Attribute, Catalog, RelationKind, TypeKind};
use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::source::Span;

pub use builder::{BuildError, Builder};
pub use names::Names;
pub use rust_type::{RustType, Unmapped, UnmappedReason, rust_type, sqlx_type_name};
pub use text::HEADER;

/// How code is generated. `Settings::default()` is a crate's `src` folder.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
#[non_exhaustive]
pub struct Settings {
    pub layout: Layout,
}

impl Settings {
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
    let mut files = Vec::new();
    for (id, item) in names.tables() {
        let table = catalog.walk(id);
        let made = models::file(table, item, &names, &mut findings);
        let path = item_path(item, "models");
        take(made, path, &table.printed_name(), table.origins.creation(), &mut files, &mut findings);
    }
    for (id, name) in names.enums() {
        let ty = catalog.walk(id);
        let made = enums::file(ty, name, &names);
        let path = item_path(&name.item, "enums");
        take(made, path, &ty.printed_name(), ty.origins.creation(), &mut files, &mut findings);
    }
    for (id, name) in names.composites() {
        let ty = catalog.walk(id);
        let made = composites::file(ty, name, &names);
        let path = item_path(&name.item, "composites");
        take(made, path, &ty.printed_name(), ty.origins.creation(), &mut files, &mut findings);
    }
    match modules::files(&names, settings.layout.root()) {
        Ok(modules) => files.extend(
            modules.into_iter().map(|(path, text)| GeneratedFile { path: PathBuf::from(path + ".rs"), text }),
        ),
        Err(error) => findings.push(text_invalid("the module files", None, &error)),
    }
    findings.extend(left_out(catalog, &names));
    files.sort_by(|left, right| left.path.cmp(&right.path));
    (files, findings)
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

fn take(
    made: syn::Result<String>,
    path: PathBuf,
    subject: &str,
    place: Option<Span>,
    files: &mut Vec<GeneratedFile>,
    findings: &mut Vec<Diagnostic>,
) {
    match made {
        Ok(text) => files.push(GeneratedFile { path, text }),
        Err(error) => findings.push(text_invalid(subject, place, &error)),
    }
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
    for (id, relation) in catalog.relations.iter() {
        if matches!(relation.kind, RelationKind::View | RelationKind::MaterializedView) {
            let name = catalog.printed_name(id.into());
            let message = format!("the {} {name} has no struct", relation.kind.word());
            let finding = Diagnostic::new(&rules::VIEW_LEFT_OUT, message).subject(name);
            findings.push(match relation.origins.of(Attribute::DEFINITION) {
                Some(place) => finding.at(place),
                None => finding,
            });
        }
    }
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
