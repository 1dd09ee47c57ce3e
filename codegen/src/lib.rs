//! A catalog as typed Rust: one struct for each table and composite type, one enum for each enum type.
//!
//! [`generate`] is a pure function from a [`Catalog`] to file texts; [`files`] brings a folder to them. The text
//! depends on the catalog and the [`Settings`] alone: same input, same bytes, on every machine.
//!
//! What it never does: touch a file that it did not write, read a column into a type that cannot hold it, or
//! depend on a database, on async code or on the clock.

mod builder;
mod composites;
mod declared;
mod decoration;
mod docs;
mod domains;
mod enums;
mod errors;
pub mod files;
mod fingerprint;
mod functions;
mod left_out;
pub mod manifest;
mod models;
mod modules;
mod named;
pub mod names;
pub mod nearest;
mod pages;
mod plan;
pub mod rules;
mod rust_type;
mod scope;
mod selection;
pub mod settings;
mod sql_name;
mod stamp;
mod statement;
mod stores;
mod support;
mod text;
pub mod type_map;
pub mod types;
mod wrap;

use std::path::PathBuf;

use schemactl_schema::catalog::{Catalog, DataType, TypeBase, TypeKind};
use schemactl_schema::diagnostic::Diagnostic;
use toml::Spanned;

use modules::Tree;
use plan::TablePlan;

pub use builder::{BuildError, Builder};
pub use names::Names;
pub use rust_type::{RustType, Unmapped, UnmappedReason, rust_type, sqlx_type_name};
pub use settings::{Layout, Settings};
pub use text::HEADER;

/// A file to be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GeneratedFile {
    /// Relative to the folder of the root module.
    pub path: PathBuf,
    /// Begins with [`HEADER`] (a `Cargo.toml` with [`manifest::MANIFEST_HEADER`]) and ends with a line break.
    pub text: String,
}

/// Makes the files for a catalog, sorted by path, with findings about what has no place in them.
pub fn generate(catalog: &Catalog, settings: &Settings) -> (Vec<GeneratedFile>, Vec<Diagnostic>) {
    let (names, mut findings) = Names::of(catalog, settings);
    let mut made = Made { tree: Tree::default(), files: Vec::new() };
    let (mut has_support, mut has_version, mut has_callers, mut has_declared) = (false, false, false, false);
    let referring = errors::Referring::new(catalog);
    for (id, item) in names.tables() {
        let table = catalog.walk(id);
        let plan = TablePlan::of(table, &names);
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
        let text = models::file(&plan, item, &names, settings.serde, &mut findings);
        made.take("models", item, types, text);
        // A struct without fields is read as all others.
        has_support = true;
        if plan.columns.is_empty() {
            continue;
        }
        if let Some(derived) = names.derived(id).filter(|_| table.kind.is_table()) {
            let text = errors::file(&plan, item, &names, &referring);
            made.take("errors", item, vec![derived.error.clone()], text);
        }
        if settings.stores {
            let version = plan.version(settings);
            has_version |= version.is_some();
            made.take("stores", item, Vec::new(), stores::file(&plan, item, &names, version));
        }
        if let Some(text) = settings.pages.then(|| pages::file(&plan, item, &names)).flatten() {
            made.take("pages", item, Vec::new(), text);
        }
    }
    if let Some(name) = settings.version_column.as_ref().filter(|_| settings.stores && !has_version) {
        findings.push(version_unmatched(catalog, settings, name));
    }
    if settings.crate_name.is_none() {
        let what = "is about a generated `Cargo.toml`, and none is written";
        findings.extend(settings.dependencies.keys().map(|name| {
            rules::setting_idle(settings, name, what)
                .help("name the crate, `crate = \"name\"`, or take the setting out")
        }));
    }
    for (id, name) in names.enums() {
        let ty = catalog.walk(id);
        let types = vec![name.item.type_name.clone()];
        made.take("enums", &name.item, types, enums::file(ty, name, &names));
    }
    for (id, name) in names.composites() {
        let ty = catalog.walk(id);
        let types = vec![name.item.type_name.clone()];
        has_declared |= composites::is_declared(ty, &names);
        made.take("composites", &name.item, types, composites::file(ty, name, &names));
    }
    for (id, item) in names.domains() {
        let ty = catalog.walk(id);
        let found = names.types().of(catalog, &DataType::new(TypeBase::User(id)));
        let Ok(RustType::Domain(_, base)) = found else {
            continue;
        };
        let types = vec![item.type_name.clone()];
        made.take("domains", item, types, domains::file(ty, item, &base, &names));
    }
    if settings.functions {
        for callers in functions::files(catalog, &names, &mut findings) {
            has_callers = true;
            made.take("functions", &callers.item, callers.public, callers.text);
        }
    }
    let parts = (has_support || has_callers || has_declared)
        .then(|| support::parts(settings, has_callers, has_declared));
    let root = modules::Root {
        name: settings.effective_layout().root(),
        fingerprint: fingerprint::line(catalog, settings),
    };
    let modules = made.tree.files(&names, &root, parts.as_deref());
    let mut files = made.files;
    files.extend(
        modules.into_iter().map(|(path, text)| GeneratedFile { path: PathBuf::from(path + ".rs"), text }),
    );
    findings.extend(left_out(catalog, &names));
    files.sort_by(|left, right| left.path.cmp(&right.path));
    (files, findings)
}

fn version_unmatched(catalog: &Catalog, settings: &Settings, name: &Spanned<String>) -> Diagnostic {
    let columns = catalog.columns.iter().map(|(_, column)| &*column.name);
    let meant = nearest::nearest(name.get_ref(), columns).filter(|meant| meant != name.get_ref());
    let what = "is no column of a generated table that is NOT NULL and smallint, integer or bigint";
    rules::setting_unmatched(settings, name, what, meant)
}

/// The files so far, and the modules that they make.
struct Made {
    tree: Tree,
    files: Vec<GeneratedFile>,
}

impl Made {
    fn take(&mut self, kind: &'static str, item: &names::ItemName, types: Vec<String>, text: String) {
        self.files.push(GeneratedFile { path: item_path(item, kind), text });
        self.tree.add(kind, item, types);
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

/// Says of every entity that could have had a type why it has none.
fn left_out(catalog: &Catalog, names: &Names) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (id, ty) in catalog.types.iter() {
        let name = catalog.printed_name(id.into());
        let (rule, message) = match &ty.kind {
            TypeKind::Enum(labels) if labels.is_empty() => {
                (&rules::ENUM_EMPTY, format!("the enum {name} has no labels"))
            }
            TypeKind::Composite(_)
                if names.types().of(catalog, &DataType::new(TypeBase::User(id))).is_err() =>
            {
                (
                    &rules::COMPOSITE_LEFT_OUT,
                    format!("the composite type {name} has no struct: {}", UnmappedReason::Composite.text()),
                )
            }
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
