//! Pieces to migrations: reads the texts, pairs ups with downs, and says what is doubled, missing or unread.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::{FileId, Sources, Span};

use super::folder::Folder;
use super::layout::{Direction, Downs, Facts, Layout};
use super::layouts::code;
use super::pieces::{Misnamed, Piece, Pieces, Transaction};
use super::version::Version;
use super::{Migration, sections};

/// Numbers from here on are dates or times (`20240131`, `1500360784`, `20240131120000`).
const FIRST_TIMESTAMP: u64 = 10_000_000;

/// At most so many paths stand in one finding.
const PATHS: usize = 8;

/// A piece whose version was understood. `text` is `None` when its content could not be used.
struct Named {
    version: Version,
    name: String,
    path: PathBuf,
    text: Option<FileId>,
    transaction: Transaction,
}

#[derive(Default)]
struct Sides {
    up: Vec<Named>,
    down: Vec<Named>,
}

pub(super) struct Assembler {
    facts: &'static Facts,
    pub(super) sources: Sources,
    /// Names of files that are written in a programming language.
    in_code: Vec<String>,
    pub(super) findings: Vec<Diagnostic>,
}

impl Assembler {
    pub(super) fn new(facts: &'static Facts, findings: Vec<Diagnostic>) -> Self {
        Self { facts, sources: Sources::new(), in_code: Vec::new(), findings }
    }

    pub(super) fn assemble(&mut self, folder: &Folder, pieces: Pieces<'_>) -> Vec<Migration> {
        let versions = self.read(folder, pieces);
        if versions.is_empty() {
            self.empty(folder);
            return Vec::new();
        }
        self.in_code(folder);
        let mut migrations = Vec::new();
        for (version, sides) in &versions {
            self.duplicates(version, &sides.up);
            self.duplicates(version, &sides.down);
            self.pair(version, sides, &mut migrations);
        }
        self.gaps(&versions);
        self.downs(&versions);
        migrations
    }

    /// Reads the files of the pieces, and accounts for every other file of SQL.
    fn read(&mut self, folder: &Folder, pieces: Pieces<'_>) -> BTreeMap<Version, Sides> {
        let Pieces { made: pieces, misnamed, remarks, .. } = pieces;
        let mut by_file: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
        for piece in pieces {
            by_file.entry(piece.file).or_default().push(piece);
        }
        let mut misnamed: BTreeMap<usize, Misnamed> = misnamed.into_iter().collect();
        let replaced: BTreeSet<usize> = remarks
            .iter()
            .filter(|remark| remark.rule.code == rules::MIGRATION_REPLACED.code)
            .map(|remark| remark.file)
            .collect();
        let mut versions: BTreeMap<Version, Sides> = BTreeMap::new();
        let mut first_of = BTreeMap::new();
        let mut unread = Unread::default();
        for (at, file) in folder.files.iter().enumerate() {
            let pieces = by_file.remove(&at).unwrap_or_default();
            let problem = misnamed.remove(&at).filter(|_| code::language(file).is_none());
            if pieces.is_empty() && problem.is_none() && (!file.is_sql() || replaced.contains(&at)) {
                continue;
            }
            if pieces.is_empty() {
                unread.add(self, folder, at, problem);
                continue;
            }
            let text = match file.text() {
                Ok(text) => Some(text),
                Err(finding) => {
                    self.findings.push(finding.clone());
                    None
                }
            };
            for piece in pieces {
                let id = text.map(|text| {
                    let text = match &piece.ranges {
                        Some(ranges) => sections::keep(text, ranges),
                        None => text.to_owned(),
                    };
                    self.sources.add(&file.path, text)
                });
                if let Some(id) = id {
                    first_of.entry(at).or_insert(id);
                }
                let sides = versions.entry(piece.version.clone()).or_default();
                let side = match piece.direction {
                    Direction::Up => &mut sides.up,
                    Direction::Down => &mut sides.down,
                };
                side.push(Named {
                    version: piece.version,
                    name: piece.name,
                    path: file.path.clone(),
                    text: id,
                    transaction: piece.transaction,
                });
            }
        }
        unread.say(self, folder);
        for remark in remarks {
            let path = &folder.files[remark.file].path;
            let mut finding = Diagnostic::new(remark.rule, remark.message)
                .subject(path.display().to_string())
                .why(remark.why)
                .help(remark.help);
            // The whole text, not a section of it: the place may be in none.
            if let (Some(offset), Some(id)) = (remark.offset, first_of.get(&remark.file)) {
                let id = match folder.files[remark.file].text() {
                    Ok(text) if self.sources.file(*id).text() != text => {
                        self.sources.add(path, text.to_owned())
                    }
                    _ => *id,
                };
                finding = finding.at(Span::new(id, offset, offset));
            }
            self.findings.push(finding);
        }
        versions
    }

    fn empty(&mut self, folder: &Folder) {
        let dir = folder.path.display();
        let pattern = self.facts.files;
        let code = code::files(folder);
        let (why, help) = if let Some((_, language, tools)) = code.first() {
            (
                format!("its migrations are written in {language} (as for {tools}); only SQL is read"),
                "give the schema as SQL: dump a database that has it (`pg_dump --schema-only > schema.sql`) and name \
                 that file with `--migrations schema.sql`"
                    .to_owned(),
            )
        } else {
            let unknown = [rules::NAME_UNKNOWN.code, rules::LAYOUT_MIXED.code];
            let help = if self.findings.iter().any(|finding| unknown.contains(&finding.code)) {
                format!("rename the files to {pattern}")
            } else {
                format!("add a file named {pattern}, or name another folder")
            };
            ("without migrations there is nothing to build a schema from".to_owned(), help)
        };
        self.findings.push(
            Diagnostic::new(&rules::FOLDER_EMPTY, format!("{dir} holds no migration"))
                .subject(dir.to_string())
                .why(why)
                .help(help),
        );
    }

    /// Steps of the history that are written in a programming language, one finding a language.
    fn in_code(&mut self, folder: &Folder) {
        let mut languages: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (at, language, _) in code::files(folder) {
            self.in_code.push(folder.files[at].name().to_owned());
            languages.entry(language).or_default().push(folder.files[at].path.display().to_string());
        }
        for (language, paths) in languages {
            let message = if paths.len() == 1 {
                format!("{} is written in {language} and is not read", listed(&paths))
            } else {
                format!(
                    "{} migrations are written in {language} and are not read: {}",
                    paths.len(),
                    listed(&paths)
                )
            };
            self.findings.push(
                Diagnostic::new(&rules::IN_CODE, message)
                    .subject(paths.into_iter().next().unwrap_or_default())
                    .why("what they do to the schema is unknown, and later migrations may need it")
                    .help("write them as SQL, or begin with a dump of a database that has run them"),
            );
        }
    }

    fn duplicates(&mut self, version: &Version, files: &[Named]) {
        let [first, second, ..] = files else { return };
        let paths: Vec<_> = files.iter().map(|file| file.path.display().to_string()).collect();
        let mut finding = Diagnostic::new(
            &rules::VERSION_DUPLICATE,
            format!("version {version} is taken by {}", paths.join(" and ")),
        )
        .subject(second.path.display().to_string())
        .why("their order is not defined, and a database that has one of them never gets the other")
        .help(format!(
            "give the newer of them the next free number; `{}` stays if it was released",
            first.name
        ));
        for (at, file) in files.iter().rev().enumerate() {
            if let Some(id) = file.text {
                let label = if at == 0 { "this one" } else { "and this one have the same number" };
                finding = finding.label(Span::new(id, 0, 0), label);
            }
        }
        self.findings.push(finding);
    }

    /// Puts ups and downs of one version together: by name where it can be, else by version alone, as
    /// golang-migrate does.
    fn pair(&mut self, version: &Version, sides: &Sides, migrations: &mut Vec<Migration>) {
        let mut taken = BTreeSet::new();
        for up in &sides.up {
            let by_name = sides.down.iter().position(|down| down.name == up.name);
            let down = by_name.or_else(|| (sides.up.len() == 1 && !sides.down.is_empty()).then_some(0));
            taken.extend(down);
            let Some(id) = up.text else { continue };
            let down = down.and_then(|at| sides.down.get(at));
            migrations.push(Migration {
                version: up.version.clone(),
                name: up.name.clone(),
                up: id,
                down: down.and_then(|down| down.text),
                up_transaction: up.transaction,
                down_transaction: down.map(|down| down.transaction).unwrap_or_default(),
            });
        }
        for (at, down) in sides.down.iter().enumerate() {
            // What it undoes is written in a programming language, which is said by itself.
            let name = down.path.file_name().unwrap_or_default().to_string_lossy();
            let stem = name.strip_suffix(".down.sql");
            if stem
                .is_some_and(|stem| self.in_code.iter().any(|file| file.starts_with(&format!("{stem}.up."))))
            {
                continue;
            }
            if taken.contains(&at) || (at > 0 && !sides.up.is_empty()) {
                continue;
            }
            let mut finding =
                Diagnostic::new(&rules::UP_MISSING, format!("{} has no up file", down.path.display()))
                    .subject(down.path.display().to_string())
                    .why("it undoes something that is never done")
                    .help(format!(
                        "add {}, or remove this file",
                        (self.facts.side)(version, &down.name, Direction::Up)
                    ));
            if let Some(id) = down.text {
                finding = finding.at(Span::new(id, 0, 0));
            }
            self.findings.push(finding);
        }
    }

    /// Numbers that are missing between two files. Timestamps have no neighbours, so they have no gaps.
    fn gaps(&mut self, versions: &BTreeMap<Version, Sides>) {
        let by_name =
            matches!(self.facts.layout, Layout::Prisma | Layout::Diesel | Layout::Dump | Layout::File);
        // Where a name may be anything, one that is no number says that they do not count.
        let counted: Vec<_> = versions.keys().map(Version::as_number).collect();
        let mixed = self.facts.layout == Layout::Plain && (counted.contains(&None) || !counted.is_sorted());
        if by_name || mixed {
            return;
        }
        let numbered: BTreeMap<u64, &Sides> = versions
            .iter()
            .filter_map(|(version, sides)| Some((version.as_number()?, sides)))
            .filter(|(number, _)| *number < FIRST_TIMESTAMP)
            .collect();
        let numbers: Vec<u64> = numbered.keys().copied().collect();
        let step = stride(&numbers);
        for pair in numbers.windows(2) {
            let [before, after] = [pair[0], pair[1]];
            let (first, last) = (before + step, after - step);
            if first > last {
                continue;
            }
            let missing = if first == last {
                format!("version {first} is missing")
            } else {
                format!("versions {first} to {last} are missing")
            };
            let mut finding =
                Diagnostic::new(&rules::VERSION_GAP, format!("{missing} between {before} and {after}"))
                    .why("a file may have been forgotten in a commit or lost in a merge")
                    .help("add the forgotten file, or renumber the later ones if no database has run them");
            for (version, label) in
                [(after, "no file stands before this one"), (before, "the last before the gap")]
            {
                let file = numbered.get(&version).and_then(|sides| sides.up.first().or(sides.down.first()));
                if let Some(file) = file {
                    finding = finding.subject(file.path.display().to_string());
                    if let Some(id) = file.text {
                        finding = finding.label(Span::new(id, 0, 0), label);
                    }
                }
            }
            self.findings.push(finding);
        }
    }

    /// Ups that cannot be undone. A folder without any down is one decision, so it is one finding.
    fn downs(&mut self, versions: &BTreeMap<Version, Sides>) {
        let none_at_all = versions.values().all(|sides| sides.down.is_empty());
        let noun = match self.facts.downs {
            Downs::None | Downs::OptionalSections => return,
            Downs::Optional if none_at_all => return,
            Downs::Files | Downs::Optional => "file",
            Downs::Sections => "section",
        };
        let optional = self.facts.downs == Downs::Optional;
        let ups: Vec<_> = versions
            .iter()
            .filter(|(version, _)| !version.is_repeatable())
            .flat_map(|(version, sides)| {
                let alone = |up: &&Named| {
                    // Where downs are optional, the name of the up says whether one belongs to it.
                    let alone = !optional
                        || self.facts.layout == Layout::Flyway
                        || up.path.to_string_lossy().ends_with(".up.sql");
                    alone
                        && !(sides.down.iter().any(|down| down.name == up.name)
                            || sides.up.len() == 1 && !sides.down.is_empty())
                };
                sides.up.iter().filter(alone).map(move |up| (version, up))
            })
            .collect();
        if let ([(_, first), _, ..], true) = (ups.as_slice(), none_at_all) {
            let message = format!("none of {} migrations has a down {noun}", ups.len());
            let help = format!("add down {noun}s, or go on without: only `migrate down` needs them");
            self.down_missing(message, first, &help);
            return;
        }
        for (version, up) in ups {
            let message = format!("{} has no down {noun}", up.path.display());
            let help = format!("add {}", (self.facts.side)(version, &up.name, Direction::Down));
            self.down_missing(message, up, &help);
        }
    }

    fn down_missing(&mut self, message: String, up: &Named, help: &str) {
        let mut finding = Diagnostic::new(&rules::DOWN_MISSING, message)
            .subject(up.path.display().to_string())
            .why("it cannot be undone")
            .help(help);
        if let Some(id) = up.text {
            finding = finding.at(Span::new(id, 0, 0));
        }
        self.findings.push(finding);
    }
}

/// Files of SQL that no piece was made of.
#[derive(Default)]
struct Unread {
    /// By the layout that they look like.
    foreign: BTreeMap<Layout, Vec<String>>,
    /// By the folder they stand in, which the layout does not look into.
    nested: BTreeMap<String, usize>,
}

impl Unread {
    /// Says at once what concerns one file alone, and keeps what is said of several together.
    fn add(&mut self, assembler: &mut Assembler, folder: &Folder, at: usize, problem: Option<Misnamed>) {
        let file = &folder.files[at];
        let path = file.path.display().to_string();
        if let Err(finding) = file.text() {
            assembler.findings.push(finding.clone());
            return;
        }
        let facts = assembler.facts;
        // A number alone says nothing about the tool.
        let foreign = file.kind.layout().filter(|layout| *layout != facts.layout && *layout != Layout::Sqlx);
        // A plain folder has no names of its own: what it says of a file is about that file.
        let told = facts.layout == Layout::Plain && problem.is_some();
        let alike = matches!((foreign, facts.layout), (Some(Layout::Flyway), Layout::Refinery));
        if problem.is_none()
            && let Some((top, _)) = file.below.split_once('/')
        {
            *self.nested.entry(top.to_owned()).or_default() += 1;
        } else if let Some(layout) = foreign.filter(|_| !alike && !told) {
            self.foreign.entry(layout).or_default().push(path);
        } else {
            let problem =
                problem.unwrap_or_else(|| Misnamed::new(format!("it is not one of {}", facts.files)));
            assembler.findings.push(
                Diagnostic::new(&rules::NAME_UNKNOWN, format!("{path} is not read: {}", problem.cause))
                    .subject(path)
                    .why(problem.why)
                    .help(format!("name it {}, or move it out of the folder", facts.files)),
            );
        }
    }

    fn say(self, assembler: &mut Assembler, folder: &Folder) {
        let taken = assembler.facts.name;
        for (layout, paths) in self.foreign {
            let (files, verb) = if paths.len() == 1 { ("a file", "is") } else { ("files", "are") };
            let message = format!(
                "the folder is read as {taken}; {files} that {verb} {layout}'s {verb} not read: {}",
                listed(&paths)
            );
            assembler.findings.push(
                Diagnostic::new(&rules::LAYOUT_MIXED, message)
                    .subject(folder.path.display().to_string())
                    .why("what they hold is not part of the schema")
                    .help(format!("move them to a folder of their own, or insist with `--layout {layout}`")),
            );
        }
        for (name, count) in self.nested {
            let files =
                if count == 1 { "1 file of SQL is".to_owned() } else { format!("{count} files of SQL are") };
            let inner = folder.path.join(name).display().to_string();
            assembler.findings.push(
                Diagnostic::new(
                    &rules::NAME_UNKNOWN,
                    format!(
                        "{files} not read below {inner}: read as {taken}, the folder has no migrations there"
                    ),
                )
                .subject(inner)
                .why("what they hold is not part of the schema")
                .help("move them out of the folder, or name that folder with `--migrations DIR`"),
            );
        }
    }
}

fn listed(paths: &[String]) -> String {
    match paths.get(..PATHS) {
        Some(shown) if paths.len() > PATHS => {
            format!("{} and {} more", shown.join(", "), paths.len() - PATHS)
        }
        _ => paths.join(", "),
    }
}

/// The distance between neighbours: 1, or what teams use who leave room on purpose (10, 20, 30).
fn stride(numbers: &[u64]) -> u64 {
    let steps = numbers.windows(2).map(|pair| pair[1] - pair[0]);
    let common = steps.fold(0, greatest_common_divisor);
    if common > 0 && common % 10 == 0 { common } else { 1 }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
