//! tern: `001_users.sql`, with `---- create above / drop below ----` between up and down
//! (<https://github.com/jackc/tern#migrations>).

use super::super::folder::Folder;
use super::super::kind::{Kind, bare_number, numbered};
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::sections::{Marker, Sections, cut};
use super::super::version::Version;
use super::{bigint, count_top};

const BETWEEN: &str = "---- create above / drop below ----";
const OUTSIDE: &str = "---- tern: disable-tx ----";

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Tern,
    name: "tern",
    files: "`NNN_name.sql`, up above and down below `---- create above / drop below ----`",
    found_by: "a line `---- create above / drop below ----` in a file `N_x.sql`",
    version: "the number before the first `_`, in the order of numbers",
    downs: Downs::OptionalSections,
    outside: "a line `---- tern: disable-tx ----`",
    limits: "templates (`{{ … }}` is said), code packages",
    score: |folder: &Folder| match count_top(folder, &[Kind::Tern]) {
        0 => 0,
        marked => marked + count_top(folder, &[Kind::Numbered]),
    },
    take,
    side: |version, name, _| format!("`{version:03}_{name}.sql`"),
};

pub(in super::super) fn marks(text: &str) -> bool {
    // Short texts are looked for many bytes at a time, this long one is not.
    text.contains("---- create above") && text.lines().any(|line| line.trim_end() == BETWEEN)
}

pub(in super::super) fn sections(text: &str) -> Sections {
    let above = Marker { direction: Direction::Up, outside: false };
    let below = Marker { direction: Direction::Down, outside: false };
    let mut sections = cut(text, Some(above), |line| (line == BETWEEN).then_some(below));
    let outside = text.contains(OUTSIDE);
    (sections.up.outside, sections.down.outside) = (outside, outside);
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
        let sections = sections(text);
        if let Some(start) = text.find("{{") {
            pieces.placeholder(at, start, "the template `{{ … }}`");
        }
        pieces.sections(at, &Version::number(digits), name, sections, BETWEEN);
    }
}
