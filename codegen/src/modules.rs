//! The files that hold the module tree together: the root, and a `mod.rs` for each folder.

use std::collections::BTreeMap;

use crate::names::{ItemName, Names, unraw};
use crate::{docs, text};

/// The modules of one kind in one schema.
#[derive(Default)]
struct Kind {
    /// Whether the modules are named by callers (`stores::users::get`), or only what is in them.
    named: bool,
    docs: &'static str,
    allow: &'static str,
    /// Each module with the types that it makes public, sorted.
    modules: BTreeMap<String, Vec<String>>,
}

/// What the tree holds, gathered as the files are made.
#[derive(Default)]
pub(crate) struct Tree {
    /// By schema module (none for `public`), then by kind.
    schemas: BTreeMap<Option<String>, BTreeMap<&'static str, Kind>>,
}

/// The file at the root.
pub(crate) struct Root {
    /// Without extension.
    pub(crate) name: &'static str,
    /// The line below its header.
    pub(crate) fingerprint: String,
}

/// The kinds of modules: name, whether callers name the modules, documentation, what clippy says of names that are the
/// schema's and not for this code to cure.
const KINDS: &[(&str, bool, &str, &str)] = &[
    (
        "composites",
        false,
        "One struct for each composite type.",
        "clippy::struct_field_names, clippy::pub_underscore_fields",
    ),
    ("domains", false, "One newtype for each domain.", ""),
    ("enums", false, "One enum for each enum type.", "clippy::enum_variant_names"),
    (
        "errors",
        false,
        "One error for each table: a variant for each constraint.",
        "clippy::enum_variant_names",
    ),
    ("functions", false, "One function for each function and procedure.", "clippy::disallowed_names"),
    (
        "models",
        false,
        "One struct for each table and view: a row as it is read; beside it what is inserted and what is changed.",
        "clippy::disallowed_names, clippy::struct_field_names, clippy::pub_underscore_fields, \
         clippy::used_underscore_binding",
    ),
    (
        "pages",
        true,
        "For each table the orders that its indexes serve, for pagination by key.",
        "clippy::disallowed_names, clippy::pub_underscore_fields, clippy::struct_field_names, \
         clippy::too_many_arguments, clippy::used_underscore_binding",
    ),
    (
        "stores",
        true,
        "For each table the functions that read and write its rows.",
        "clippy::disallowed_names, clippy::too_many_arguments, clippy::type_complexity, \
         clippy::used_underscore_binding",
    ),
];

impl Tree {
    /// Says that a file makes these types public.
    pub(crate) fn add(&mut self, kind: &'static str, item: &ItemName, types: Vec<String>) {
        let kinds = self.schemas.entry(item.schema.clone()).or_default();
        let found = KINDS.iter().find(|(name, ..)| *name == kind);
        let entry = kinds.entry(kind).or_insert_with(|| match found {
            Some((_, named, docs, allow)) => Kind { named: *named, docs, allow, modules: BTreeMap::new() },
            None => Kind::default(),
        });
        entry.modules.insert(item.module.clone(), types);
    }

    /// The module files, by path without extension from the root.
    pub(crate) fn files(
        &self,
        names: &Names,
        root: &Root,
        support: Option<&[(&str, String)]>,
    ) -> Vec<(String, String)> {
        let mut files = Vec::new();
        for (schema, kinds) in &self.schemas {
            let folder = schema.as_ref().map(|schema| format!("{}/", unraw(schema))).unwrap_or_default();
            for (name, kind) in kinds {
                files.push((format!("{folder}{name}/mod"), text::print(kind.blocks())));
            }
            if schema.is_some() {
                files.push((format!("{folder}mod"), text::print(declarations(kinds, names))));
            }
        }
        let mut blocks = self.schemas.get(&None).map(|kinds| declarations(kinds, names)).unwrap_or_default();
        for module in self.schemas.keys().flatten() {
            let name = docs::code(names.schema_of(module).unwrap_or(module));
            let doc = docs::lines("", &[vec![format!("The schema {name}.")]]);
            blocks.push(format!("{doc}pub mod {module};\n"));
        }
        if let Some(parts) = support {
            blocks.push("/// What the stores share: changes, defaults, pages, cursors.\n// Not every schema needs all of it.\n#[allow(dead_code, unused_imports)]\npub mod support;\n".to_owned());
            for (name, source) in parts {
                files.push((format!("support/{name}"), text::print(vec![source.clone()])));
            }
        }
        if names.enums().next().is_some() {
            blocks.push("mod unknown_label;\n".to_owned());
            blocks.push("pub use self::unknown_label::UnknownLabel;\n".to_owned());
            let text = text::print(vec![crate::enums::UNKNOWN_LABEL.to_owned()]);
            files.push(("unknown_label".to_owned(), text));
        }
        files.push((root.name.to_owned(), text::print_root(&root.fingerprint, blocks)));
        files
    }
}

impl Kind {
    fn blocks(&self) -> Vec<String> {
        let visible = if self.named { "pub " } else { "" };
        let mods = self.modules.keys().map(|module| format!("{visible}mod {module};\n")).collect();
        let uses = self
            .modules
            .iter()
            .filter(|_| !self.named)
            .map(|(module, types)| match types.as_slice() {
                [] => String::new(),
                [one] => format!("pub use self::{module}::{one};\n"),
                many => format!("pub use self::{module}::{{{}}};\n", many.join(", ")),
            })
            .collect();
        vec![mods, uses]
    }
}

/// What clippy says of lent values whose type is `Copy`: of a type that the settings choose, only they can say so.
const LENT: &str = "clippy::needless_borrows_for_generic_args";

fn declarations(kinds: &BTreeMap<&'static str, Kind>, names: &Names) -> Vec<String> {
    kinds
        .iter()
        .map(|(name, kind)| {
            let mut lints = vec![kind.allow];
            // A table may be called like the folder of its kind.
            let binds = matches!(*name, "pages" | "stores");
            lints.extend((binds && names.types().has_chosen()).then_some(LENT));
            lints.extend(kind.modules.contains_key(*name).then_some("clippy::module_inception"));
            lints.retain(|lint| !lint.is_empty());
            let allow =
                if lints.is_empty() { String::new() } else { format!("#[allow({})]\n", lints.join(", ")) };
            format!("/// {}\n{allow}pub mod {name};\n", kind.docs)
        })
        .collect()
}
