//! How code is generated: `[generate]` of `schemactl.toml`, read so that every finding has its place there.

mod read;
mod value;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use schemactl_schema::source::{FileId, Span};
use serde::Deserialize;
use toml::Spanned;

pub use read::{Project, SettingsError, parse_toml};
pub use value::{AttributeText, DerivePath, ItemRename, RustIdent, RustPath, TypeSetting};

/// The name of the settings file.
pub const FILE_NAME: &str = "schemactl.toml";

/// `[generate]`. `Settings::default()` is what holds without a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Settings {
    /// The folder that is written to, relative to the file; [`Settings::folder`] says which where nothing is said.
    #[serde(deserialize_with = "value::folder")]
    pub out: Option<PathBuf>,
    /// The name of the whole crate that is written, `Cargo.toml` and all; `None`: a module tree.
    #[serde(rename = "crate", deserialize_with = "value::crate_name")]
    pub crate_name: Option<String>,
    /// What the files are to the crate that holds them; `None`: a folder called `src` is a crate's, any other a module.
    pub layout: Option<Layout>,
    /// The crate whose types hold dates and times.
    pub datetime: DateTime,
    /// The crate whose type holds `numeric`.
    pub numeric: Numeric,
    /// The column that counts the updates of a row, by its name in SQL; tables that have no such column are written
    /// without.
    pub version_column: Option<Spanned<String>>,
    /// Whether stores are written.
    pub stores: bool,
    /// Whether orders for pagination are written.
    pub pages: bool,
    /// Whether callers of the schema's functions and procedures are written.
    pub functions: bool,
    /// Whether rows, new rows and patches derive the serde traits; enums, domains and composites do in any case.
    pub serde: bool,
    /// What is generated; nothing here means everything. Patterns of `schema` or `schema.name`.
    pub include: Vec<Spanned<String>>,
    /// What is not generated, of what is included.
    pub exclude: Vec<Spanned<String>>,
    /// Rust types by SQL type, domain or column.
    pub types: BTreeMap<Spanned<String>, TypeSetting>,
    /// Rust names by SQL name.
    pub rename: BTreeMap<Spanned<String>, ItemRename>,
    /// Further derives, by scope.
    pub derive: BTreeMap<Spanned<String>, Vec<DerivePath>>,
    /// Further attributes, by scope.
    pub attributes: BTreeMap<Spanned<String>, Vec<AttributeText>>,
    /// What a generated `Cargo.toml` says of crates that schemactl does not know, and of those that it does.
    pub dependencies: BTreeMap<Spanned<String>, toml::Value>,
    /// The settings file, for places in it.
    #[serde(skip)]
    file: Option<FileId>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            out: None,
            crate_name: None,
            layout: None,
            datetime: DateTime::default(),
            numeric: Numeric::default(),
            version_column: None,
            stores: true,
            pages: true,
            functions: true,
            serde: false,
            include: Vec::new(),
            exclude: Vec::new(),
            types: BTreeMap::new(),
            rename: BTreeMap::new(),
            derive: BTreeMap::new(),
            attributes: BTreeMap::new(),
            dependencies: BTreeMap::new(),
            file: None,
        }
    }
}

/// What the generated files are to the crate that holds them.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// The whole of a crate's `src`: the root is `lib.rs`.
    #[default]
    Crate,
    /// A module anywhere in a crate: the root is `mod.rs`.
    Module,
}

impl Layout {
    /// The layout of a folder for which no setting names one: `src` is a crate's, any other a module.
    pub fn of(out: &Path) -> Self {
        if out.file_name().is_some_and(|name| name == "src") { Self::Crate } else { Self::Module }
    }

    pub(crate) fn root(self) -> &'static str {
        match self {
            Self::Crate => "lib",
            Self::Module => "mod",
        }
    }
}

/// The crate whose types hold dates and times.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateTime {
    #[default]
    Chrono,
    Time,
}

/// The crate whose type holds `numeric`.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
pub enum Numeric {
    #[default]
    #[serde(rename = "rust_decimal")]
    RustDecimal,
    #[serde(rename = "bigdecimal")]
    BigDecimal,
}

impl Settings {
    /// Reads the text of a `[generate]` table, without its head: for settings that no file holds.
    ///
    /// # Errors
    /// As [`parse_toml`].
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        parse_toml(Path::new(FILE_NAME), text)
    }

    #[must_use]
    pub fn layout(mut self, layout: Layout) -> Self {
        self.layout = Some(layout);
        self
    }

    /// The folder that is written to: of a whole crate that of its `Cargo.toml`.
    pub fn folder(&self) -> &Path {
        match &self.out {
            Some(folder) => folder,
            None => Path::new(if self.crate_name.is_some() { "generated" } else { "generated/src" }),
        }
    }

    /// What the files are to the crate that holds them; in a whole crate its root is theirs, whatever `layout` says.
    pub fn effective_layout(&self) -> Layout {
        if self.crate_name.is_some() {
            return Layout::Crate;
        }
        self.layout.unwrap_or_else(|| Layout::of(self.folder()))
    }

    /// Says which file of the sources the settings were read from, so that findings about them have places.
    pub fn read_from(&mut self, file: FileId) {
        self.file = Some(file);
    }

    pub(crate) fn place(&self, range: std::ops::Range<usize>) -> Option<Span> {
        self.file.map(|file| Span::new(file, range.start, range.end))
    }

    /// All that decides the text of generated files, in one form whatever the file looks like. Where they are written
    /// is not part of it.
    pub(crate) fn canonical(&self) -> String {
        // Taken apart, so that a new setting cannot be forgotten.
        let Self {
            out: _,
            crate_name: _,
            layout: _,
            datetime,
            numeric,
            version_column,
            stores,
            pages,
            functions,
            serde,
            include,
            exclude,
            types,
            rename,
            derive,
            attributes,
            dependencies,
            file: _,
        } = self;
        let layout = self.effective_layout();
        let version_column = version_column.as_ref().map(Spanned::get_ref);
        let mut text = format!(
            "{layout:?} {datetime:?} {numeric:?} {version_column:?} {stores} {pages} {functions} {serde}\n"
        );
        let mut line = |kind: &str, key: &str, value: &dyn std::fmt::Debug| {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{kind} {key:?} {value:?}");
        };
        for pattern in include {
            line("include", pattern.get_ref(), &());
        }
        for pattern in exclude {
            line("exclude", pattern.get_ref(), &());
        }
        for (key, value) in types {
            line("type", key.get_ref(), value);
        }
        for (key, value) in rename {
            line("rename", key.get_ref(), value);
        }
        for (key, value) in derive {
            line("derive", key.get_ref(), value);
        }
        for (key, value) in attributes {
            line("attributes", key.get_ref(), value);
        }
        for (key, value) in dependencies {
            line("dependency", key.get_ref(), value);
        }
        text
    }
}

impl PartialEq for Settings {
    fn eq(&self, other: &Self) -> bool {
        self.folder() == other.folder()
            && self.crate_name == other.crate_name
            && self.canonical() == other.canonical()
    }
}

impl Eq for Settings {}
