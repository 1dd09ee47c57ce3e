//! sql-migrate: one file, `-- +migrate Up` above `-- +migrate Down` (<https://github.com/rubenv/sql-migrate#writing-migrations>).

use super::super::folder::Folder;
use super::super::kind::Kind;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::sections::{Marker, Sections, comment_words, cut};
use super::super::version::Version;
use super::count_top;

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::SqlMigrate,
    name: "sql-migrate",
    files: "`N-name.sql` with `-- +migrate Up` and `-- +migrate Down`",
    found_by: "a line `-- +migrate Up`",
    version: "the file's name: by the number it begins with, then by the name",
    downs: Downs::Sections,
    outside: "`-- +migrate Up notransaction`",
    limits: "`StatementBegin` and `StatementEnd` are not needed and change nothing",
    score: |folder: &Folder| count_top(folder, &[Kind::SqlMigrate]),
    take,
    side: |_, name, direction| {
        let word = if direction == Direction::Up { "Up" } else { "Down" };
        format!("a section `-- +migrate {word}` to `{name}.sql`")
    },
};

pub(in super::super) fn marks(text: &str) -> bool {
    text.contains("+migrate") && text.lines().any(|line| marker(line).is_some())
}

pub(in super::super) fn sections(text: &str) -> Sections {
    cut(text, None, marker)
}

fn marker(line: &str) -> Option<Marker> {
    let mut words = comment_words(line);
    words.next().filter(|word| *word == "+migrate")?;
    let direction = match words.next()? {
        "Up" => Direction::Up,
        "Down" => Direction::Down,
        _ => return None,
    };
    Some(Marker { direction, outside: words.any(|word| word == "notransaction") })
}

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    for (at, file) in pieces.top() {
        let Some(stem) = file.strip_suffix(".sql") else { continue };
        let (digits, _) = stem.split_at(stem.bytes().take_while(u8::is_ascii_digit).count());
        let shown = if digits.is_empty() { stem } else { digits };
        let sections = sections(folder.files[at].text().unwrap_or(""));
        pieces.sections(at, &Version::natural(shown, stem), stem, sections, "-- +migrate Up");
    }
}
