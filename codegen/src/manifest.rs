//! The `Cargo.toml` of a generated crate: the crates that its code names, with the features that it needs of them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use schemactl_schema::diagnostic::Diagnostic;
use toml::Spanned;

use crate::settings::Settings;
use crate::types::Override;
use crate::{GeneratedFile, rules};

/// The first line of a generated `Cargo.toml`: one that begins so may be overwritten and removed.
pub const MANIFEST_HEADER: &str =
    "# Written by schemactl; edits are lost. Take this line away, and the file is yours and stays as it is.";

/// The crates that generated code can name: as code names them, as Cargo does, what stands behind the name in
/// `[dependencies]`, and the feature of sqlx that goes with them.
#[rustfmt::skip]
const KNOWN: &[(&str, &str, &str, Option<&str>)] = &[
    ("base64", "base64", "\"0.22\"", None),
    ("bigdecimal", "bigdecimal", "{ version = \"0.4\", features = [\"serde\"] }", Some("bigdecimal")),
    ("bit_vec", "bit-vec", "\"0.8\"", Some("bit-vec")),
    ("chrono", "chrono", "{ version = \"0.4\", default-features = false, features = [\"std\", \"serde\"] }", Some("chrono")),
    ("futures_core", "futures-core", "{ version = \"0.3\", default-features = false, features = [\"alloc\"] }", None),
    ("hmac", "hmac", "\"0.13\"", None),
    ("ipnet", "ipnet", "{ version = \"2\", features = [\"serde\"] }", Some("ipnet")),
    ("ipnetwork", "ipnetwork", "{ version = \"0.21\", features = [\"serde\"] }", Some("ipnetwork")),
    ("mac_address", "mac_address", "\"1.1\"", Some("mac_address")),
    ("rust_decimal", "rust_decimal", "{ version = \"1\", default-features = false, features = [\"std\", \"serde\"] }", Some("rust_decimal")),
    ("serde", "serde", "{ version = \"1\", features = [\"derive\"] }", None),
    ("serde_json", "serde_json", "\"1\"", Some("json")),
    ("sha2", "sha2", "\"0.11\"", None),
    ("time", "time", "{ version = \"0.3\", features = [\"serde-human-readable\"] }", Some("time")),
    ("uuid", "uuid", "{ version = \"1\", features = [\"serde\"] }", Some("uuid")),
];

/// Crates that are always there.
const BUILT_IN: &[&str] = &["std", "core", "alloc", "crate", "self", "super"];

/// Makes a whole crate of a module tree: `Cargo.toml`, and the files in `src`.
///
/// A crate that only the settings name, and `[generate.dependencies]` does not, is a finding.
pub fn whole_crate(
    name: &str,
    files: Vec<GeneratedFile>,
    settings: &Settings,
) -> (Vec<GeneratedFile>, Vec<Diagnostic>) {
    let needs = Needs::of(&files, settings);
    let findings = not_there(&files, settings);
    let mut lines = needs.lines();
    for (package, value) in &settings.dependencies {
        lines.retain(|(known, _)| known != package.get_ref());
        lines.push((package.get_ref().clone(), value.to_string()));
    }
    lines.sort();
    let dependencies: String =
        lines.iter().map(|(package, value)| format!("{package} = {value}\n")).collect();
    let text = format!(
        "{MANIFEST_HEADER}\n[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         rust-version = \"1.88\"\npublish = false\n\n[dependencies]\n{dependencies}"
    );
    let src = Path::new("src");
    let mut all: Vec<GeneratedFile> =
        files.into_iter().map(|file| GeneratedFile { path: src.join(file.path), text: file.text }).collect();
    all.push(GeneratedFile { path: PathBuf::from("Cargo.toml"), text });
    all.sort_by(|left, right| left.path.cmp(&right.path));
    (all, findings)
}

/// What generated code asks of the crate that it is part of.
struct Needs {
    /// The crates that it names, as code names them.
    crates: BTreeSet<String>,
    sqlx_features: BTreeSet<String>,
}

impl Needs {
    fn of(files: &[GeneratedFile], settings: &Settings) -> Self {
        let mut crates = BTreeSet::new();
        let mut sqlx_features: BTreeSet<String> = ["derive", "postgres"].map(str::to_owned).into();
        for file in files {
            let mut here = BTreeSet::new();
            // What is not Rust is a finding of generation.
            if let Ok(tokens) = file.text.parse() {
                collect(tokens, &mut here);
            }
            let shared = file.path.starts_with("support");
            for (krate, _, _, feature) in KNOWN.iter().filter(|(krate, ..)| here.contains(*krate)) {
                // Cursors need JSON, and not from the database.
                let feature = feature.filter(|_| !(shared && *krate == "serde_json"));
                sqlx_features.extend(feature.map(str::to_owned));
            }
            crates.extend(here);
        }
        sqlx_features.extend(settings.types.values().filter_map(|setting| Override::of(setting).feature));
        Self { crates, sqlx_features }
    }

    /// The lines of `[dependencies]`: as Cargo names the crate, and what stands behind the name.
    fn lines(&self) -> Vec<(String, String)> {
        let known = KNOWN.iter().filter(|(krate, ..)| self.crates.contains(*krate));
        let mut lines: Vec<_> =
            known.map(|(_, package, value, _)| ((*package).to_owned(), (*value).to_owned())).collect();
        let features: Vec<String> =
            self.sqlx_features.iter().map(|feature| format!("\"{feature}\"")).collect();
        let sqlx = format!(
            "{{ version = \"0.9\", default-features = false, features = [{}] }}",
            features.join(", ")
        );
        lines.push(("sqlx".to_owned(), sqlx));
        lines
    }
}

/// What the `[dependencies]` of a `Cargo.toml` lack for a module tree in its package, line by line. Where they name sqlx, it
/// is the features that they lack.
///
/// A manifest that is no TOML lacks nothing: Cargo says what is wrong with it.
pub fn lacking(manifest: &str, files: &[GeneratedFile], settings: &Settings) -> Vec<String> {
    let Ok(manifest) = manifest.parse::<toml::Table>() else {
        return Vec::new();
    };
    let there = manifest.get("dependencies").and_then(toml::Value::as_table);
    let needs = Needs::of(files, settings);
    let mut lines = Vec::new();
    for (package, value) in needs.lines() {
        let found = there.and_then(|there| {
            there.iter().find(|(name, _)| name.replace('-', "_") == package.replace('-', "_"))
        });
        match found {
            None => lines.push(format!("{package} = {value}")),
            Some((_, found)) if package == "sqlx" => {
                lines.extend(lacking_features(found, &needs.sqlx_features));
            }
            Some(_) => {}
        }
    }
    lines.sort();
    lines
}

/// The features of sqlx that a dependency on it lacks, where the dependency says them itself.
fn lacking_features(sqlx: &toml::Value, needed: &BTreeSet<String>) -> Option<String> {
    if sqlx.get("workspace").is_some() {
        return None;
    }
    let named = sqlx.get("features").and_then(toml::Value::as_array);
    let named: Vec<&str> = named.into_iter().flatten().filter_map(toml::Value::as_str).collect();
    let by_default = sqlx.get("default-features").and_then(toml::Value::as_bool).unwrap_or(true);
    let has = |feature: &str| {
        named.contains(&feature)
            || (by_default && matches!(feature, "derive" | "json"))
            || (feature == "derive" && named.contains(&"macros"))
    };
    let lacking: Vec<String> =
        needed.iter().filter(|feature| !has(feature)).map(|feature| format!("\"{feature}\"")).collect();
    (!lacking.is_empty()).then(|| format!("sqlx = {{ features = [{}, …] }}", lacking.join(", ")))
}

/// Types and derives of the settings whose paths lead nowhere from the generated crate.
fn not_there(files: &[GeneratedFile], settings: &Settings) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut look = |key: &Spanned<String>, what: &str, rust: &str| {
        for path in paths(rust) {
            let mut segments = path.trim_start_matches("::").split("::");
            let first = segments.next().unwrap_or_default();
            let (what, help) = if first == "crate" {
                let module = segments.next().unwrap_or_default();
                let is_module = |file: &GeneratedFile| {
                    file.path.components().next().is_some_and(|part| part.as_os_str() == module)
                };
                if files.iter().any(is_module) {
                    continue;
                }
                let what = format!("{what} {path}, and all of this crate is generated: nothing defines it");
                (
                    what,
                    "name a type of another crate, or generate a module tree into a crate of yours"
                        .to_owned(),
                )
            } else {
                let there = KNOWN.iter().any(|(krate, ..)| *krate == first)
                    || first == "sqlx"
                    || BUILT_IN.contains(&first)
                    || settings.dependencies.keys().any(|known| known.get_ref().replace('-', "_") == first);
                if there {
                    continue;
                }
                let what = format!("{what} {rust}, and nothing says where the crate {first} is");
                (what, format!("add `{first} = \"VERSION\"` under [generate.dependencies]"))
            };
            let finding = rules::setting_unmatched(settings, key, &what, None);
            findings.push(finding.why("the generated crate does not compile without it").help(help));
        }
    };
    for (key, setting) in &settings.types {
        look(key, "is read as", &setting.rust.0);
    }
    for (key, derives) in &settings.derive {
        for derive in derives {
            look(key, "derives", &derive.0);
        }
    }
    findings
}

/// The paths of more than one segment in the text of a type.
fn paths(rust: &str) -> impl Iterator<Item = &str> {
    rust.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').filter(|path| path.contains("::"))
}

/// The first segments of all paths: what stands before `::` and not behind one.
fn collect(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut before: Option<String> = None;
    let mut colons = 0;
    let mut behind = false;
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                behind = colons == 2;
                before = Some(word.to_string());
                colons = 0;
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' => {
                colons += 1;
                if colons == 2 && !behind {
                    found.extend(before.take());
                }
            }
            TokenTree::Group(group) => {
                collect(group.stream(), found);
                (before, colons, behind) = (None, 0, false);
            }
            _ => (before, colons, behind) = (None, 0, false),
        }
    }
}

/// What [`is_crate_name`] asks of a name.
pub const CRATE_NAME: &str = "a crate's name begins with a letter, holds letters, digits, - and _, and is no word of Rust and no crate that comes with it";

/// Whether Cargo takes a name for a crate.
pub fn is_crate_name(name: &str) -> bool {
    const TAKEN: &[&str] = &["std", "core", "alloc", "proc_macro", "test"];
    let ident = name.replace('-', "_");
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && syn::parse_str::<proc_macro2::Ident>(&ident).is_ok()
        && !TAKEN.contains(&ident.as_str())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}
