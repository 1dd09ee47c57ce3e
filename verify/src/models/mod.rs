//! The models that people and the generator wrote in Rust, and how they agree with the catalog.

mod attributes;
mod compare;
mod enums;
mod files;
mod fit;
mod matching;
mod not_read;
mod parse;
mod rust_type;
mod type_facts;

use std::path::Path;

use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::source::{FileId, Sources, Span};

use crate::config::{Config, Setting};
use crate::rules;

pub(crate) use files::check_pattern;

pub use compare::{ColumnUse, ComparedStruct, Comparison, NotCompared, compare};
pub use enums::ComparedEnum;
pub use fit::Fit;
pub use matching::Target;
pub use not_read::NotRead;
pub use parse::{Author, Field, RustEnum, Struct, Variant};
pub use rust_type::RustType;

/// A file that was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ModelFile {
    pub file: FileId,
    pub author: Author,
}

/// Everything that the files of models define, in the order of the files.
#[derive(Clone, Default, Debug)]
pub struct ModelSet {
    pub files: Vec<ModelFile>,
    /// Structs with named fields, whether they turn out to be models or not.
    pub structs: Vec<Struct>,
    pub enums: Vec<RustEnum>,
    /// Types that are decoded as another, by name.
    pub transparent: Vec<(String, RustType)>,
    /// Types that are there, or mean something, in some builds only: name, and the attribute that says so.
    pub conditional: Vec<(String, String)>,
    /// Types that implement FromRow with code of their own.
    pub by_hand: Vec<String>,
    /// What may define models and was not read.
    pub not_read: Vec<NotRead>,
    /// The file of the settings, for places in it.
    pub settings: Option<FileId>,
}

impl ModelSet {
    /// Reads the generated code and the files that the settings name; their texts are added to `sources`,
    /// so that one [`Sources`] holds every place of the report.
    ///
    /// A file that cannot be read or parsed is a finding; the others are read all the same.
    pub fn read(config: &Config, sources: &mut Sources) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut files = Vec::new();
        let settings = config.written.as_ref().map(|written| written.add_to(sources));
        for (path, author) in files::find(config, settings, &mut findings) {
            match read(&path) {
                Ok(text) => files.push(ModelFile { file: sources.add(&path, text), author }),
                Err(finding) => findings.push(*finding),
            }
        }
        let mut set = Self::parse(files, sources, &mut findings);
        set.settings = settings;
        (set, findings)
    }

    /// Reads models from texts that are in `sources` already.
    pub fn parse(files: Vec<ModelFile>, sources: &Sources, findings: &mut Vec<Diagnostic>) -> Self {
        let mut set = Self::default();
        for result in parse_all(&files, sources) {
            match result {
                Ok(items) => {
                    set.structs.extend(items.structs);
                    set.enums.extend(items.enums);
                    set.transparent.extend(items.transparent);
                    set.conditional.extend(items.conditional);
                    set.by_hand.extend(items.by_hand);
                    set.not_read.extend(items.not_read);
                    findings.extend(items.unread.into_iter().map(unread));
                }
                Err((span, message)) => findings.push(
                    Diagnostic::new(&rules::MODEL_FILE_SYNTAX, message)
                        .subject(sources.file(span.file).path().display().to_string())
                        .at(span)
                        .why("what the file defines is unknown, so none of it was checked")
                        .help("correct it; `cargo check` says more"),
                ),
            }
        }
        set.files = files;
        set
    }

    /// The place of a setting, when the settings are from a file.
    pub fn setting(&self, config: &Config, setting: Setting<'_>) -> Option<Span> {
        config.written.as_ref()?.place(self.settings?, setting)
    }

    /// Whether any file of the generator's folder was read.
    pub fn has_generated(&self) -> bool {
        self.files.iter().any(|file| file.author == Author::Generator)
    }
}

type Parsed = Result<parse::Items, (Span, String)>;

/// Below this many files a thread costs more than it saves.
const FILES_WORTH_A_THREAD: usize = 16;

/// Parses all files, on two threads when there are many; results are in the order of the files.
fn parse_all(files: &[ModelFile], sources: &Sources) -> Vec<Parsed> {
    let parse = |part: &[ModelFile]| -> Vec<Parsed> {
        part.iter()
            .map(|entry| parse::parse(entry.file, sources.file(entry.file).text(), entry.author))
            .collect()
    };
    if files.len() < FILES_WORTH_A_THREAD {
        return parse(files);
    }
    let (first, second) = files.split_at(files.len() / 2);
    std::thread::scope(|scope| {
        let other = std::thread::Builder::new().spawn_scoped(scope, || parse(second));
        let mut results = parse(first);
        // Without a thread, or after its failure, the work is done here.
        results.extend(other.ok().and_then(|handle| handle.join().ok()).unwrap_or_else(|| parse(second)));
        results
    })
}

fn unread(span: Span) -> Diagnostic {
    Diagnostic::new(&rules::MODEL_ATTRIBUTE_UNREAD, "this attribute cannot be read")
        .at(span)
        .why("a name or a mapping that it gives is not known")
        .help("write it as a list: `#[sqlx(rename = \"name\", skip)]`")
}

fn read(path: &Path) -> Result<String, Box<Diagnostic>> {
    let finding = |message: String| {
        let finding = Diagnostic::new(&rules::MODEL_FILE_UNREADABLE, format!("{} {message}", path.display()))
            .subject(path.display().to_string())
            .why("the models that it defines are not checked")
            .help("correct the file, or `[models] rust` in schemactl.toml");
        Box::new(finding)
    };
    let bytes = std::fs::read(path).map_err(|error| finding(format!("cannot be read: {error}")))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| finding(format!("is not UTF-8: byte {}", error.utf8_error().valid_up_to())))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

#[cfg(test)]
mod tests;
