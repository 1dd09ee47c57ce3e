//! dbmate: one file, `-- migrate:up` above `-- migrate:down` (<https://github.com/amacneil/dbmate#creating-migrations>).

use super::super::folder::Folder;
use super::super::kind::Kind;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::sections::{Marker, Sections, comment_words, cut};
use super::super::version::Version;
use super::count_top;

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Dbmate,
    name: "dbmate",
    files: "`VERSION_name.sql` with `-- migrate:up` and `-- migrate:down`",
    found_by: "a line `-- migrate:up`",
    version: "the digits that a file's name begins with; files run in the order of their names, byte by byte",
    downs: Downs::Sections,
    outside: "`-- migrate:up transaction:false`",
    limits: "the order is dbmate's own: `10_x` runs before `9_x`",
    score: |folder: &Folder| count_top(folder, &[Kind::Dbmate]),
    take,
    side: |version, name, direction| format!("a section `-- migrate:{direction}` to `{version}_{name}.sql`"),
};

pub(in super::super) fn marks(text: &str) -> bool {
    text.contains("migrate:") && text.lines().any(|line| marker(line).is_some())
}

pub(in super::super) fn sections(text: &str) -> Sections {
    cut(text, None, marker)
}

fn marker(line: &str) -> Option<Marker> {
    let mut words = comment_words(line);
    let direction = match words.next()? {
        "migrate:up" => Direction::Up,
        "migrate:down" => Direction::Down,
        _ => return None,
    };
    Some(Marker { direction, outside: words.any(|word| word == "transaction:false") })
}

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    for (at, file) in pieces.top() {
        let Some(stem) = file.strip_suffix(".sql") else { continue };
        let digits = stem.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            pieces.misnamed(at, "its name does not begin with a number");
            continue;
        }
        let (version, rest) = stem.split_at(digits);
        // What follows the digits decides too: `10_` stands before `1_`.
        let after = rest.chars().next().map_or(digits, |next| digits + next.len_utf8());
        let version = Version::text(version, &stem[..after]);
        let sections = sections(folder.files[at].text().unwrap_or(""));
        pieces.sections(at, &version, rest.trim_start_matches(['_', '-']), sections, "-- migrate:up");
    }
}
