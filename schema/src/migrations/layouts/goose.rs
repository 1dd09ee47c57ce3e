//! goose: one file, `-- +goose Up` above `-- +goose Down` (<https://pressly.github.io/goose/documentation/annotations/>).

use super::super::folder::Folder;
use super::super::kind::{Kind, bare_number, numbered};
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::sections::{Marker, Sections, comment_words, cut};
use super::super::version::Version;
use super::{bigint, count_top};

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Goose,
    name: "goose",
    files: "`N_name.sql` with `-- +goose Up` and `-- +goose Down`",
    found_by: "a line `-- +goose Up`",
    version: "the number before the first `_`, up to bigint, in the order of numbers",
    downs: Downs::Sections,
    outside: "`-- +goose NO TRANSACTION`",
    limits: "migrations written in Go, variables of the environment (`-- +goose ENVSUB ON` is said); \
             `StatementBegin` and `StatementEnd` are not needed and change nothing",
    score: |folder: &Folder| count_top(folder, &[Kind::Goose]),
    take,
    side: |version, name, direction| {
        let word = if direction == Direction::Up { "Up" } else { "Down" };
        format!("a section `-- +goose {word}` to `{version:05}_{name}.sql`")
    },
};

pub(in super::super) fn marks(text: &str) -> bool {
    text.contains("+goose") && text.lines().any(|line| marker(line).is_some())
}

/// The words after `-- +goose`.
fn annotation(line: &str) -> Option<Vec<String>> {
    let mut words = comment_words(line);
    words.next().filter(|word| *word == "+goose")?;
    Some(words.map(str::to_ascii_uppercase).collect())
}

fn marker(line: &str) -> Option<Marker> {
    let words = annotation(line)?;
    let direction = match words.first()?.as_str() {
        "UP" => Direction::Up,
        "DOWN" => Direction::Down,
        _ => return None,
    };
    Some(Marker { direction, outside: false })
}

/// All annotations of a file, in upper case, with where their lines begin.
fn annotations(text: &str) -> impl Iterator<Item = (usize, Vec<String>)> {
    let lines = text.split_inclusive('\n').scan(0, |next, line| {
        let at = *next;
        *next += line.len();
        Some((at, line))
    });
    lines.filter(|(_, line)| line.starts_with("--")).filter_map(|(at, line)| Some((at, annotation(line)?)))
}

pub(in super::super) fn sections(text: &str) -> Sections {
    let mut sections = cut(text, None, marker);
    if annotations(text).any(|(_, words)| words == ["NO", "TRANSACTION"]) {
        (sections.up.outside, sections.down.outside) = (true, true);
    }
    sections
}

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    for (at, file) in pieces.top() {
        let Some((digits, name)) =
            numbered(file).or_else(|| bare_number(file)).filter(|(digits, _)| bigint(digits))
        else {
            if folder.files[at].is_sql() {
                pieces.misnamed(at, "its name does not begin with a number and `_`");
            }
            continue;
        };
        let text = folder.files[at].text().unwrap_or("");
        for (offset, words) in annotations(text) {
            if words == ["ENVSUB", "ON"] {
                pieces.placeholder(at, offset, "`${…}` below `-- +goose ENVSUB ON`");
            }
        }
        let sections = sections(text);
        pieces.sections(at, &Version::number(digits), name, sections, "-- +goose Up");
    }
}
