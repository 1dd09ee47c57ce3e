//! What the names in one generated file mean: its `use` lines, and full paths where a short name is taken.

use std::collections::BTreeMap;

use crate::names::{ItemName, Names};
use crate::rust_type::RustType;

/// Paths that are clearer in full: their last word alone says too little.
const KEPT_WHOLE: &[&str] = &["serde_json::Value"];

/// Names of the prelude that generated code uses, with their paths for files whose own type hides them.
const PRELUDE: &[(&str, &str)] = &[
    ("Default", "std::default::Default"),
    ("Err", "std::result::Result::Err"),
    ("From", "std::convert::From"),
    ("Into", "std::convert::Into"),
    ("None", "std::option::Option::None"),
    ("Ok", "std::result::Result::Ok"),
    ("Option", "std::option::Option"),
    ("Result", "std::result::Result"),
    ("Some", "std::option::Option::Some"),
    ("String", "std::string::String"),
    ("Vec", "std::vec::Vec"),
];

pub(crate) struct Scope<'a> {
    names: &'a Names,
    /// The types that the file defines.
    own: Vec<&'a str>,
    /// How many modules lie between the file and the root of the generated modules.
    depth: usize,
    /// Last word → whole path.
    imports: BTreeMap<String, Vec<String>>,
}

impl<'a> Scope<'a> {
    /// The scope of the file that defines `item`, in `models` or `enums`.
    pub(crate) fn new(names: &'a Names, item: &'a ItemName) -> Self {
        let depth = if item.schema.is_some() { 3 } else { 2 };
        Self { names, own: vec![&item.type_name], depth, imports: BTreeMap::new() }
    }

    /// The scope of a file about `item` that defines other names, these.
    pub(crate) fn beside(names: &'a Names, item: &'a ItemName, own: Vec<&'a str>) -> Self {
        Self { own, ..Self::new(names, item) }
    }

    /// Names that the file defines, too.
    pub(crate) fn define(&mut self, names: impl IntoIterator<Item = &'a str>) {
        self.own.extend(names);
    }

    /// Something of another crate, by its whole path.
    pub(crate) fn other(&mut self, path: &str) -> String {
        self.import(path.split("::").map(str::to_owned).collect()).join("::")
    }

    /// The type of a column.
    pub(crate) fn ty(&mut self, ty: &RustType) -> String {
        match ty {
            RustType::Known(fact) => self.shorten(fact.rust),
            RustType::Enum(_) | RustType::Composite(_) | RustType::Domain(..) => {
                let path = ty.path(self.names);
                self.at_root(&path)
            }
            RustType::List(element) => {
                let element = self.ty(element);
                format!("{}<{element}>", self.prelude("Vec"))
            }
            RustType::Overridden(chosen) => self.shorten(&chosen.rust),
        }
    }

    /// Imports what the paths of a type name, and leaves their last words.
    fn shorten(&mut self, ty: &str) -> String {
        let in_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
        let mut out = String::with_capacity(ty.len());
        let mut rest = ty;
        while let Some(first) = rest.chars().next() {
            if in_path(first) {
                let end = rest.find(|c| !in_path(c)).unwrap_or(rest.len());
                let (path, after) = rest.split_at(end);
                let wanted = if path.contains("::") {
                    self.import(path.split("::").map(str::to_owned).collect())
                } else {
                    self.prelude_path(path)
                };
                out += &wanted.join("::");
                rest = after;
            } else {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        out
    }

    /// A word of the prelude.
    pub(crate) fn prelude(&self, word: &str) -> String {
        self.prelude_path(word).join("::")
    }

    fn prelude_path(&self, word: &str) -> Vec<String> {
        let hidden = self.own.contains(&word);
        let path = PRELUDE.iter().find(|(name, _)| hidden && *name == word).map_or(word, |(_, path)| path);
        path.split("::").map(str::to_owned).collect()
    }

    /// Something by its path from the root of the generated modules.
    pub(crate) fn at_root(&mut self, path: &str) -> String {
        let mut segments = vec!["super".to_owned(); self.depth];
        segments.extend(path.split("::").map(str::to_owned));
        self.import(segments).join("::")
    }

    /// The shortest path that means `path` in this file; imports what it must.
    fn import(&mut self, path: Vec<String>) -> Vec<String> {
        let Some(last) = path.last().cloned() else {
            return path;
        };
        let in_prelude = PRELUDE.iter().any(|(name, _)| *name == last);
        if path.len() == 1
            || self.own.contains(&last.as_str())
            || in_prelude
            || KEPT_WHOLE.contains(&path.join("::").as_str())
        {
            return path;
        }
        let imported = self.imports.entry(last.clone()).or_insert_with(|| path.clone());
        if *imported == path { vec![last] } else { path }
    }

    /// The `use` lines: other crates first, then what is of this crate.
    pub(crate) fn uses(&self) -> Vec<String> {
        let mut groups: BTreeMap<(bool, &[String]), Vec<&str>> = BTreeMap::new();
        for path in self.imports.values() {
            if let Some((last, parent)) = path.split_last() {
                let local =
                    parent.first().is_some_and(|first| matches!(first.as_str(), "super" | "crate" | "self"));
                groups.entry((local, parent)).or_default().push(last);
            }
        }
        let lines = |local: bool| -> String {
            groups
                .iter()
                .filter(|((of, _), _)| *of == local)
                .map(|((_, parent), names)| {
                    let parent = parent.join("::");
                    match names.as_slice() {
                        [name] => format!("use {parent}::{name};\n"),
                        names => format!("use {parent}::{{{}}};\n", names.join(", ")),
                    }
                })
                .collect()
        };
        vec![lines(false), lines(true)]
    }
}
