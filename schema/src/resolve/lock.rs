//! `schemactl.lock`: what a server made of a set of migrations, kept beside them so that nobody else needs one.
//!
//! A text file, SQL with a head of comments:
//!
//! ```text
//! -- What PostgreSQL made of the migrations beside this file …
//! -- format: 1
//! -- sum: 9f86d081884c7d65…
//! -- made on: PostgreSQL 15
//! -- file: 60303ae22b998861… 000001_users.up.sql
//! -- from: 000001_users.up.sql:12    table    public.users_2026
//! -- missing: not compared: security label of table users
//!
//! CREATE TABLE public.users (…
//! ```
//!
//! `sum` is the hash of all lines below it, `file` that of a migration's text, both with `\n` for line breaks; the
//! files stand in the order in which they run. `from` (its fields have a tab between them) names the line of the
//! statement that made an object, or set an attribute of one, where the replay does not follow that statement. The SQL is the dump of the whole schema.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{Known, Touched, complete, lasting};
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::diff::{Labels, ObjectKind, Places, diagnostics, diff};
use crate::dump::dump;
use crate::migrations::MigrationSet;
use crate::replay::{Replayed, replay_files};
use crate::rules;
use crate::source::{FileId, Sources, Span};

/// The file in the folder of the migrations; beside a single file it is that file's name with `.lock`.
pub const FILE_NAME: &str = "schemactl.lock";

/// The version of the form; it grows when an older program would misread a newer file.
const FORMAT: &str = "1";

const HEAD: &str = "\
-- What PostgreSQL made of the migrations beside this file, so that whoever reads them needs no server.
-- Made by `schemactl lock`; not to be edited or merged by hand. On a conflict, run it again.
";

/// What to do about a lock that does not fit.
const REMEDY: &str = "run `schemactl lock` where PostgreSQL is installed, and commit the result";

/// Where the lock of a set is, whether it is there or not.
pub fn path_of(set: &MigrationSet, sources: &Sources) -> PathBuf {
    let single = set.migrations.iter().all(|migration| sources.file(migration.up).path() == set.dir);
    path_beside(&set.dir, single && !set.migrations.is_empty())
}

/// Where the lock of a folder of migrations is, or of a single file that holds them all.
pub fn path_beside(dir: &Path, single: bool) -> PathBuf {
    if single {
        let mut name = dir.as_os_str().to_owned();
        name.push(".lock");
        return name.into();
    }
    dir.join(FILE_NAME)
}

/// True for a text that [`text_of`] has made, perhaps changed since.
pub fn is_ours(text: &str) -> bool {
    HEAD.lines().next().is_some_and(|line| text.starts_with(line))
}

/// What is to be kept.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    pub catalog: &'a Catalog,
    /// The server's version as people write it, of which the major one is kept: `15.18`.
    pub version: &'a str,
    /// What the server holds and the catalog cannot, one line each.
    pub missing: &'a [String],
    /// What the statements did that the replay does not follow.
    pub touched: &'a [Touched],
}

/// The text of a lock. The same set and catalog always give the same bytes.
pub fn text_of(set: &MigrationSet, sources: &Sources, content: Content<'_>) -> String {
    let Content { catalog, version, missing, touched } = content;
    let major = version.split('.').next().unwrap_or(version);
    let mut below = format!("-- made on: PostgreSQL {major}\n");
    for (name, hash) in files(set, sources) {
        // A String takes all that is written to it.
        let _ = writeln!(below, "-- file: {hash} {name}");
    }
    for entry in lasting(touched.to_vec(), catalog) {
        let name = name(set, sources, entry.span.file);
        let (line, _) = sources.file(entry.span.file).line_column(entry.span.start);
        let attribute = entry.attribute.map(|attribute| format!("\t{attribute}")).unwrap_or_default();
        // A name with a line break or a tab in it is not worth a form of its own.
        if !entry.identity.contains(['\n', '\t']) {
            let _ = writeln!(
                below,
                "-- from: {name}:{line}\t{}\t{}{attribute}",
                entry.kind.word(),
                entry.identity
            );
        }
    }
    for line in missing {
        let _ = writeln!(below, "-- missing: {}", line.replace('\n', " "));
    }
    below.push('\n');
    below.push_str(&dump(catalog));
    format!("{HEAD}-- format: {FORMAT}\n-- sum: {}\n{below}", hash(&below))
}

/// What a lock would lose: differences between the catalog and what the lock's text gives back, and statements of the
/// text that the replay does not follow. Empty for a lock that can be relied on.
///
/// The places are in `sources`, to which the text is added under `path`.
pub fn losses(path: &Path, text: &str, catalog: &Catalog, sources: &mut Sources) -> Vec<Diagnostic> {
    let file = sources.add(path, text.to_owned());
    let back = replay_files(sources, &[file]);
    let differences = diff(catalog, &back.catalog);
    let certain: Vec<_> = differences.into_iter().filter(|difference| !difference.is_undecidable()).collect();
    let labels = Labels { left: "PostgreSQL", right: "the lock", places: Places::Both };
    back.diagnostics.into_iter().chain(diagnostics(&certain, labels)).collect()
}

/// Completes a replay with the set's lock, when there is one.
///
/// A lock that does not fit is an error among the findings, and the replay stays as it was. Gives whose reading the
/// catalog is then: `schemactl.lock (PostgreSQL 15)`. Reads one file, and adds it to `sources`.
#[must_use]
pub fn apply(
    set: &MigrationSet,
    sources: &mut Sources,
    mut replayed: Replayed,
) -> (Replayed, Option<String>) {
    let path = path_of(set, sources);
    let text = match std::fs::read(&path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).replace("\r\n", "\n"),
        Err(error) if error.kind() == ErrorKind::NotFound => return (replayed, None),
        Err(error) => {
            let message = format!("{} cannot be read: {error}", path.display());
            let finding = Diagnostic::new(&rules::LOCK_STALE, message).help(REMEDY);
            replayed.diagnostics.push(finding);
            return (replayed, None);
        }
    };
    let file = sources.add(path, text);
    let head = match Head::read(file, sources).and_then(|head| head.fits(set, sources).map(|()| head)) {
        Ok(head) => head,
        Err(finding) => {
            replayed.diagnostics.push(*finding);
            return (replayed, None);
        }
    };
    let locked = replay_files(sources, &[file]);
    let by = format!("{} ({})", file_name(sources.file(file).path()), head.made_on);
    let touched = head.from.iter().filter_map(|line| touched(line, set, sources, &replayed)).collect();
    let known = Known { catalog: locked.catalog, role: None, by: by.clone(), touched };
    let mut completed = complete(replayed, known);
    completed.diagnostics.extend(locked.diagnostics);
    completed.diagnostics.extend(
        head.missing.into_iter().map(|(span, line)| Diagnostic::new(&rules::LOCK_INCOMPLETE, line).at(span)),
    );
    (completed, Some(by))
}

/// The lines above the SQL.
struct Head {
    made_on: String,
    files: Vec<(Span, String, String)>,
    from: Vec<String>,
    missing: Vec<(Span, String)>,
}

impl Head {
    fn read(file: FileId, sources: &Sources) -> Result<Self, Box<Diagnostic>> {
        let text = sources.file(file).text();
        let whole = Span::new(file, 0, text.lines().next().map_or(0, str::len));
        let mut head =
            Self { made_on: String::new(), files: Vec::new(), from: Vec::new(), missing: Vec::new() };
        let (mut format, mut sum) = (None, None);
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(file, at, at + line.trim_end().len());
            at += line.len();
            let Some(comment) = line.strip_prefix("-- ") else { break };
            let comment = comment.trim_end();
            let Some((key, value)) = comment.split_once(": ") else { continue };
            match key {
                "format" => format = Some(value),
                "sum" => sum = Some((span, value, text.get(at..).unwrap_or_default())),
                "made on" => value.clone_into(&mut head.made_on),
                "file" => {
                    let (hash, name) = value.split_once(' ').unwrap_or((value, ""));
                    head.files.push((span, hash.to_owned(), name.to_owned()));
                }
                "from" => head.from.push(value.to_owned()),
                "missing" => head.missing.push((span, value.to_owned())),
                _ => {}
            }
        }
        match (format, sum) {
            (Some(FORMAT), Some((_, wanted, below))) if hash(below) == wanted => Ok(head),
            (Some(FORMAT) | None, sum) => {
                let span = sum.map_or(whole, |(span, _, _)| span);
                Err(stale("the lock is not as `schemactl lock` wrote it: it was edited, or merged by hand")
                    .at(span)
                    .help(REMEDY)
                    .into())
            }
            (Some(other), _) => {
                Err(stale(format!("the lock has format {other}, and this program reads {FORMAT}"))
                    .at(whole)
                    .help("use the version of schemactl that wrote it, or run `schemactl lock` with this one")
                    .into())
            }
        }
    }

    /// The files of the set are those that the lock was made of.
    fn fits(&self, set: &MigrationSet, sources: &Sources) -> Result<(), Box<Diagnostic>> {
        let present = files(set, sources);
        let why = "what it says may not be what the migrations make now";
        let ups = set.migrations.iter().map(|migration| migration.up);
        for (number, ((name, hash), up)) in present.iter().zip(ups).enumerate() {
            let finding = match self.files.get(number) {
                Some((_, locked, named)) if named == name && locked == hash => continue,
                Some((span, _, named)) if named == name => {
                    stale(format!("{name} has changed since the lock was made")).at(*span)
                }
                _ if self.files.iter().any(|(_, _, named)| named == name) => {
                    stale(format!("{name} runs in another place than when the lock was made"))
                        .at(Span::new(up, 0, 0))
                }
                _ => stale(format!("{name} was not there when the lock was made")).at(Span::new(up, 0, 0)),
            };
            return Err(finding.why(why).help(REMEDY).into());
        }
        match self.files.get(present.len()) {
            None => Ok(()),
            Some((span, _, name)) => {
                let message = format!("the lock was made with {name}, which is not there");
                Err(stale(message).at(*span).why(why).help(REMEDY).into())
            }
        }
    }
}

fn stale(message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&rules::LOCK_STALE, message)
}

/// The up files by their names below the folder, with the hashes of their texts, in their order.
fn files(set: &MigrationSet, sources: &Sources) -> Vec<(String, String)> {
    let named = set.migrations.iter().map(|migration| {
        let text = sources.file(migration.up).text().replace("\r\n", "\n");
        (name(set, sources, migration.up), hash(&text))
    });
    named.collect()
}

/// A `from` line, as long as its statement is there.
fn touched(line: &str, set: &MigrationSet, sources: &Sources, replayed: &Replayed) -> Option<Touched> {
    let mut fields = line.split('\t');
    let (file, number) = fields.next()?.rsplit_once(':')?;
    let number: u32 = number.parse().ok()?;
    let (kind, identity) = (fields.next()?, fields.next()?);
    let up =
        set.migrations.iter().map(|migration| migration.up).find(|up| name(set, sources, *up) == file)?;
    let statement = replayed.statements.iter().find(|outcome| {
        outcome.span.file == up && sources.file(up).line_column(outcome.span.start).0 == number
    })?;
    Some(Touched {
        span: statement.span,
        kind: ObjectKind::ALL.iter().copied().find(|known| known.word() == kind)?,
        identity: identity.to_owned(),
        attribute: fields.next().map(str::to_owned),
    })
}

/// A file's path below the folder of the set, with `/`.
fn name(set: &MigrationSet, sources: &Sources, file: FileId) -> String {
    let path = sources.file(file).path();
    let below = path.strip_prefix(&set.dir).unwrap_or(path);
    let name = if below.as_os_str().is_empty() { file_name(path) } else { below.display().to_string() };
    name.replace('\\', "/")
}
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn hash(text: &str) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::replay::replay_text;

    #[test]
    fn a_lock_is_sql_with_a_head_of_comments() {
        let (set, _) = MigrationSet::from_texts([("000001_a.up.sql", "SELECT 1;\r\n")]);
        let (_, server) = replay_text("server.sql", "CREATE TABLE t (a int);");
        let missing = ["not compared: cast (a AS b)".to_owned()];
        let content = Content { catalog: &server.catalog, version: "15.18", missing: &missing, touched: &[] };
        let text = text_of(&set, &set.sources, content);
        expect![[r#"
            -- What PostgreSQL made of the migrations beside this file, so that whoever reads them needs no server.
            -- Made by `schemactl lock`; not to be edited or merged by hand. On a conflict, run it again.
            -- format: 1
            -- sum: 0
            -- made on: PostgreSQL 15
            -- file: 0 000001_a.up.sql
            -- missing: not compared: cast (a AS b)

            SET client_encoding = 'UTF8';
            SET standard_conforming_strings = on;
            SET check_function_bodies = false;
            SET client_min_messages = warning;
            SET search_path = public;

            CREATE TABLE public.t (
                a integer
            );
        "#]]
        .assert_eq(
            &text
                .lines()
                .map(|line| match line.split_once(": ") {
                    Some(("-- sum", _)) => "-- sum: 0\n".to_owned(),
                    Some(("-- file", value)) => format!("-- file: 0 {}\n", value.split_once(' ').unwrap().1),
                    _ => format!("{line}\n"),
                })
                .collect::<String>(),
        );
        assert!(is_ours(&text));
        let mut sources = Sources::new();
        assert!(losses(Path::new("lock"), &text, &server.catalog, &mut sources).is_empty());
        let (_, other) = replay_text("server.sql", "CREATE TABLE t (a int, b int);");
        assert_eq!(losses(Path::new("lock"), &text, &other.catalog, &mut sources).len(), 1);
    }
}
