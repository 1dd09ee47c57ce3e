//! `schemactl.toml`: where the migrations, the generated code and the hand-written models are.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use schemactl_codegen::settings::{self, Settings, SettingsError};
use schemactl_schema::migrations::Layout;
use schemactl_schema::source::{FileId, Sources, Span};
use serde::Deserialize;

/// The name of the settings file, looked for in the folder that a command runs in.
pub const FILE_NAME: &str = settings::FILE_NAME;

/// Why the settings cannot be used. A command that meets one could not run (exit status 2).
pub type ConfigError = SettingsError;

/// The settings, defaults filled in. Paths are relative to [`Config::folder`].
#[derive(Clone, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The folder that relative paths start from: the one that holds the file; empty for the defaults.
    #[serde(skip)]
    pub folder: PathBuf,
    pub migrations: Migrations,
    /// How the migrations are laid out, when the folder's content shall not decide.
    #[serde(deserialize_with = "layout")]
    pub layout: Option<Layout>,
    /// How code is generated. The files in its folder are always read as generated models.
    pub generate: Settings,
    pub models: Models,
    /// Findings that stay, each with its reason.
    pub allow: Vec<Allow>,
    /// Where they are written; `None` for settings that no file holds.
    #[serde(skip)]
    pub written: Option<Box<Written>>,
}

/// `layout = "NAME"`; `auto` finds it.
fn layout<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Layout>, D::Error> {
    let name = String::deserialize(deserializer)?;
    if name == "auto" { Ok(None) } else { name.parse().map(Some).map_err(serde::de::Error::custom) }
}

/// A text that says something: an empty one is a slip, and would be read as the settings' own folder or as no reason.
fn text<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.trim().is_empty() { Err(serde::de::Error::custom("this must not be empty")) } else { Ok(text) }
}

/// The path of a folder.
fn folder<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
    let path = PathBuf::deserialize(deserializer)?;
    if path.as_os_str().is_empty() {
        return Err(serde::de::Error::custom("this must not be empty; `.` is the folder of this file"));
    }
    Ok(path)
}

/// The parts of the settings that are judged beyond their form, with their places.
#[derive(Clone, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(default)]
pub struct Written {
    /// The file.
    #[serde(skip)]
    path: PathBuf,
    #[serde(skip)]
    text: String,
    models: WrittenModels,
    allow: Vec<WrittenAllow>,
}

#[derive(Clone, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(default)]
struct WrittenModels {
    rust: Vec<toml::Spanned<String>>,
    map: BTreeMap<toml::Spanned<String>, toml::Spanned<String>>,
}

#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
struct WrittenAllow {
    code: toml::Spanned<String>,
    subject: toml::Spanned<String>,
}

/// A part of the settings that a finding can be about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Setting<'a> {
    /// The struct's name in `[models.map]`.
    MapName(&'a str),
    /// The table of a struct in `[models.map]`.
    MapTable(&'a str),
    /// A pattern of `[models] rust`.
    Rust(&'a str),
    /// The subject of an `[[allow]]` with this code and subject.
    Allow(&'a str, &'a str),
}

impl Written {
    /// Adds the file to the sources, for places in it.
    pub fn add_to(&self, sources: &mut Sources) -> FileId {
        sources.add(&self.path, self.text.clone())
    }

    /// The place of a setting in the file, which [`Written::add_to`] has added.
    pub fn place(&self, file: FileId, setting: Setting<'_>) -> Option<Span> {
        let entry = |name: &str| self.models.map.iter().find(|(key, _)| key.get_ref() == name);
        let range = match setting {
            Setting::MapName(name) => entry(name)?.0.span(),
            Setting::MapTable(name) => entry(name)?.1.span(),
            Setting::Rust(pattern) => self.models.rust.iter().find(|text| text.get_ref() == pattern)?.span(),
            Setting::Allow(code, subject) => {
                let fits = |entry: &&WrittenAllow| {
                    entry.code.get_ref() == code && entry.subject.get_ref() == subject
                };
                self.allow.iter().find(fits)?.subject.span()
            }
        };
        Some(Span::new(file, range.start, range.end))
    }

    /// The first pattern that cannot be understood: where it stands, and why.
    fn refused(&self) -> Option<(std::ops::Range<usize>, String)> {
        self.models.rust.iter().find_map(|pattern| {
            let text = pattern.get_ref();
            let cause = if text.trim().is_empty() {
                "this must not be empty".to_owned()
            } else {
                let cause = crate::models::check_pattern(text).err()?;
                format!(
                    "`{text}` is not a pattern: {cause} (`*` matches within one folder, `**` any number of folders)"
                )
            };
            Some((pattern.span(), cause))
        })
    }
}

/// `migrations = "DIR"`.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(transparent)]
pub struct Migrations(#[serde(deserialize_with = "folder")] pub PathBuf);

impl Default for Migrations {
    fn default() -> Self {
        Self("migrations".into())
    }
}

/// `[models]`.
#[derive(Clone, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Models {
    /// Files or patterns (`src/models/**/*.rs`) of hand-written models.
    pub rust: Vec<String>,
    /// Struct name → table (`public.users`, or `users` in any schema), where names do not tell.
    pub map: BTreeMap<String, String>,
    /// Names of structs and enums that are not models although their names look like it.
    pub ignore: Vec<String>,
}

/// `[[allow]]`: a finding that is known and stays. It is shown as information, with the reason.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The finding's code, for example `index-prefix-redundant`.
    #[serde(deserialize_with = "text")]
    pub code: String,
    /// The finding's subject, for example `public.users_email_idx`.
    #[serde(deserialize_with = "text")]
    pub subject: String,
    #[serde(deserialize_with = "text")]
    pub reason: String,
}

impl Config {
    /// Reads `schemactl.toml` of `folder`; without such a file, the defaults.
    ///
    /// # Errors
    /// When the file is there and cannot be read, is not TOML, or holds a setting that is not known.
    pub fn load(folder: &Path) -> Result<Self, ConfigError> {
        let path = folder.join(FILE_NAME);
        match std::fs::read(&path) {
            Ok(bytes) => {
                let text = String::from_utf8(bytes).map_err(|error| ConfigError::NotUtf8 {
                    path: path.display().to_string(),
                    byte: error.utf8_error().valid_up_to(),
                })?;
                Self::parse(&path, &text)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Ok(Self { folder: folder.to_path_buf(), ..Self::default() })
            }
            Err(cause) => Err(ConfigError::Unreadable { path: path.display().to_string(), cause }),
        }
    }

    /// Reads a settings file that was named on the command line: it must be there.
    ///
    /// # Errors
    /// As [`Config::load`], and when there is no such file.
    pub fn load_file(path: &Path) -> Result<Self, ConfigError> {
        let bytes = std::fs::read(path)
            .map_err(|cause| ConfigError::Unreadable { path: path.display().to_string(), cause })?;
        let text = String::from_utf8(bytes).map_err(|error| ConfigError::NotUtf8 {
            path: path.display().to_string(),
            byte: error.utf8_error().valid_up_to(),
        })?;
        Self::parse(path, &text)
    }

    /// Reads settings from text; `path` names it in messages, and relative paths start from its folder.
    ///
    /// # Errors
    /// [`ConfigError::Invalid`] with the place: no TOML, an unknown setting, a value of the wrong type,
    /// an empty text where one is needed, a pattern that is none.
    pub fn parse(path: &Path, text: &str) -> Result<Self, ConfigError> {
        let mut config: Self = settings::parse_toml(path, text)?;
        let written: Written = settings::parse_toml(path, text)?;
        if let Some((range, message)) = written.refused() {
            return Err(ConfigError::invalid(path, text, range, &message));
        }
        config.written =
            Some(Box::new(Written { path: path.to_path_buf(), text: text.to_owned(), ..written }));
        config.folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        Ok(config)
    }

    /// The folder of the migrations, as it can be opened.
    pub fn migrations_dir(&self) -> PathBuf {
        self.resolve(&self.migrations.0)
    }

    /// The folder of the generated code, as it can be opened.
    pub fn generated_dir(&self) -> PathBuf {
        self.resolve(self.generate.folder())
    }

    /// The folder below which every Rust file is a generated one: of a whole crate its `src`, since people put tests
    /// and examples beside it.
    pub fn generated_sources(&self) -> PathBuf {
        let folder = self.generated_dir();
        if self.generate.crate_name.is_some() { folder.join("src") } else { folder }
    }

    /// A path of the settings, as it can be opened: relative ones start from the file's folder.
    pub fn resolve(&self, path: &Path) -> PathBuf {
        // "." would show in every place of every finding.
        if self.folder.as_os_str().is_empty() || self.folder == Path::new(".") {
            path.to_path_buf()
        } else {
            self.folder.join(path)
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn refused(text: &str, expected: &Expect) {
        let error = Config::parse(Path::new("a/schemactl.toml"), text).unwrap_err();
        expected.assert_eq(&error.to_string());
    }

    #[test]
    fn paths_start_from_the_folder_of_the_file() {
        let text = "
            migrations = 'db/migrations'
            layout = 'goose'
            [models]
            rust = ['src/models/**/*.rs']
            map = { Account = 'public.users' }
            [[allow]]
            code = 'index-duplicate'
            subject = 'public.a_idx'
            reason = 'being replaced'
        ";
        let config = Config::parse(Path::new("service/schemactl.toml"), text).unwrap();
        assert_eq!(config.migrations_dir(), Path::new("service/db/migrations"));
        assert_eq!(config.layout, Some(Layout::Goose));
        assert_eq!(config.generated_dir(), Path::new("service/generated/src"));
        assert_eq!(config.models.map["Account"], "public.users");
        assert_eq!(config.allow[0].reason, "being replaced");
    }

    #[test]
    fn a_missing_file_means_the_defaults() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::load(folder.path()).unwrap();
        assert_eq!(config.migrations_dir(), folder.path().join("migrations"));
        assert!(config.models.rust.is_empty());
    }

    #[test]
    fn what_says_nothing_is_refused_with_its_place() {
        refused(
            "[generate]\nout = ''\n",
            &expect![[r#"
                error[settings-invalid]: this must not be empty; `.` is the folder of this file
                 --> a/schemactl.toml:2:7
                  |
                2 | out = ''
                  |       ^^"#]],
        );
        refused(
            "migrations = ''\n",
            &expect![[r#"
                error[settings-invalid]: this must not be empty; `.` is the folder of this file
                 --> a/schemactl.toml:1:14
                  |
                1 | migrations = ''
                  |              ^^"#]],
        );
        refused(
            "[[allow]]\ncode = 'index-duplicate'\nsubject = 'public.a'\nreason = ' '\n",
            &expect![[r#"
                error[settings-invalid]: this must not be empty
                 --> a/schemactl.toml:4:10
                  |
                4 | reason = ' '
                  |          ^^^"#]],
        );
    }

    #[test]
    fn a_pattern_that_is_none_is_refused_with_its_place() {
        refused(
            "[models]\nrust = [\n    'src/*.rs',\n    'src/[b-a].rs',\n]\n",
            &expect![[r#"
                error[settings-invalid]: `src/[b-a].rs` is not a pattern: invalid range; 'b' > 'a' (`*` matches within one folder, `**` any number of folders)
                 --> a/schemactl.toml:4:5
                  |
                4 |     'src/[b-a].rs',
                  |     ^^^^^^^^^^^^^^"#]],
        );
    }

    #[test]
    fn what_is_not_known_is_refused_with_its_place() {
        refused(
            "\n[models]\nruts = ['a.rs']\n",
            &expect![[r#"
                error[settings-invalid]: unknown setting `ruts`
                 --> a/schemactl.toml:3:1
                  |
                3 | ruts = ['a.rs']
                  | ^^^^
                  |
                  = note: it can be `rust`, `map`, `ignore`"#]],
        );
        refused(
            "migrations = 7\n",
            &expect![[r#"
                error[settings-invalid]: invalid type: integer `7`, expected path string
                 --> a/schemactl.toml:1:14
                  |
                1 | migrations = 7
                  |              ^"#]],
        );
        refused(
            "layout = 'rails'\n",
            &expect![[r#"
                error[settings-invalid]: `rails` is no layout; the layouts are goose, dbmate, sql-migrate, tern, prisma, diesel, refinery, flyway, golang-migrate, sqlx, pg_dump, file, plain
                 --> a/schemactl.toml:1:10
                  |
                1 | layout = 'rails'
                  |          ^^^^^^^"#]],
        );
        refused(
            "migrations = \n",
            &expect![[r#"
                error[settings-invalid]: string values must be quoted, expected literal string
                 --> a/schemactl.toml:1:14
                  |
                1 | migrations = 
                  |              ^"#]],
        );
    }
}
