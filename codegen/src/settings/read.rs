//! Reads `schemactl.toml`, and says of what it cannot use where it stands and what may be meant.

use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};

use schemactl_schema::diagnostic::{Diagnostic, Style, render};
use schemactl_schema::migrations::Layout;
use schemactl_schema::source::{Sources, Span};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{FILE_NAME, Settings};
use crate::nearest::nearest;
use crate::rules;

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("{path} cannot be read: {cause}")]
    Unreadable { path: String, cause: std::io::Error },
    #[error("{path} is not UTF-8: byte {byte}")]
    NotUtf8 { path: String, byte: usize },
    /// Not TOML, an unknown setting, or a value of the wrong type; shown with its line.
    #[error("{}", render(finding, sources, Style::Plain))]
    Invalid { finding: Box<Diagnostic>, sources: Box<Sources> },
}

impl SettingsError {
    /// What is wrong with a part of the file's text.
    pub fn invalid(path: &Path, text: &str, range: Range<usize>, message: &str) -> Self {
        let mut sources = Sources::new();
        let place = Span::new(sources.add(path, text.to_owned()), range.start, range.end);
        let (what, known) = match message.split_once(", expected ") {
            Some((what, known)) if what.starts_with("unknown ") => (what, Some(known)),
            _ => (message, None),
        };
        let what = what.replacen("unknown field", "unknown setting", 1).replacen(
            "unknown variant",
            "unknown value",
            1,
        );
        let mut finding = Diagnostic::new(&rules::SETTINGS_INVALID, what).at(place);
        finding.why =
            known.map(|known| format!("it can be {}", known.strip_prefix("one of ").unwrap_or(known)));
        finding.help = meant(message).map(|meant| format!("did you mean `{meant}`?"));
        Self::Invalid { finding: Box::new(finding), sources: Box::new(sources) }
    }
}

/// Reads TOML; `path` names the text in messages.
///
/// # Errors
/// [`SettingsError::Invalid`] with the place.
pub fn parse_toml<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, SettingsError> {
    toml::from_str(text).map_err(|error| {
        let message = error.message().trim_end().replace('\n', "; ");
        SettingsError::invalid(path, text, error.span().unwrap_or(0..0), &message)
    })
}

/// The name that an unknown one is nearest to, of those that the message lists.
fn meant(message: &str) -> Option<&str> {
    let rest = message.strip_prefix("unknown field").or_else(|| message.strip_prefix("unknown variant"))?;
    let mut names = rest.split('`').skip(1).step_by(2);
    let unknown = names.next()?;
    nearest(unknown, names)
}

/// What a build script needs of the settings file. What other commands read there is passed over.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Project {
    /// The file, when there is one, with its text.
    pub file: Option<(PathBuf, String)>,
    pub migrations: Option<PathBuf>,
    pub layout: Option<Layout>,
    pub generate: Settings,
}

impl Project {
    /// Reads `schemactl.toml` of `folder`; without such a file, the defaults.
    ///
    /// # Errors
    /// When the file is there and cannot be read, is not TOML, or holds a setting that is not known.
    pub fn load(folder: &Path) -> Result<Self, SettingsError> {
        let path = folder.join(FILE_NAME);
        match read_text(&path) {
            Ok(text) => Self::parse(path, text),
            Err(SettingsError::Unreadable { cause, .. }) if cause.kind() == ErrorKind::NotFound => {
                Ok(Self::default())
            }
            Err(error) => Err(error),
        }
    }

    fn parse(path: PathBuf, text: String) -> Result<Self, SettingsError> {
        #[derive(Deserialize, Default)]
        #[serde(default)]
        struct File {
            migrations: Option<PathBuf>,
            layout: Option<LayoutName>,
            generate: Settings,
        }
        let file: File = parse_toml(&path, &text)?;
        Ok(Self {
            file: Some((path, text)),
            migrations: file.migrations,
            layout: file.layout.and_then(|name| name.0),
            generate: file.generate,
        })
    }
}

/// `layout = "NAME"`; `auto` finds it.
struct LayoutName(Option<Layout>);

impl<'de> Deserialize<'de> for LayoutName {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        if name == "auto" {
            return Ok(Self(None));
        }
        name.parse().map(|layout| Self(Some(layout))).map_err(serde::de::Error::custom)
    }
}

/// The text of a settings file.
pub(crate) fn read_text(path: &Path) -> Result<String, SettingsError> {
    let shown = || path.display().to_string();
    let bytes = std::fs::read(path).map_err(|cause| SettingsError::Unreadable { path: shown(), cause })?;
    String::from_utf8(bytes)
        .map_err(|error| SettingsError::NotUtf8 { path: shown(), byte: error.utf8_error().valid_up_to() })
}
