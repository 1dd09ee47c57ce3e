//! refinery: `V1__users.sql`, and `U2__users.sql` that may be applied after a later one
//! (<https://docs.rs/refinery/latest/refinery/#migrations>).

use super::super::folder::Folder;
use super::super::kind::Kind;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::version::Version;
use super::{bigint, flyway};

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Refinery,
    name: "refinery",
    files: "`V1__name.sql` or `U1__name.sql`",
    found_by: "`U1__x.sql` without a `V1__` of that version, which in Flyway would undo nothing",
    version: "the number after `V` or `U`, in the order of numbers",
    downs: Downs::None,
    outside: "",
    limits: "migrations written in Rust, `refinery: no_transaction` settings of the runner, checksums",
    score,
    take,
    side: flyway::side,
};

/// Files of both tools look alike; only an undo that undoes nothing tells.
fn score(folder: &Folder) -> usize {
    let of = |letter: char| {
        folder
            .files
            .iter()
            .filter(|file| file.kind == Kind::Flyway)
            .filter_map(move |file| flyway::parse(file.name()))
            .filter(move |file| file.letter == letter)
    };
    let versions: Vec<Version> = of('V').map(|file| Version::dotted(file.version)).collect();
    let mut unversioned = of('U').map(|file| Version::dotted(file.version)).peekable();
    let telling = unversioned.peek().is_some() && unversioned.all(|version| !versions.contains(&version));
    if telling && of('R').next().is_none() && of('B').next().is_none() {
        of('V').count() + of('U').count()
    } else {
        0
    }
}

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    for (at, file) in folder.files.iter().enumerate() {
        match flyway::parse(file.name()) {
            Some(named) if matches!(named.letter, 'V' | 'U') && bigint(named.version) => {
                pieces.whole(at, Version::number(named.version), named.name, Direction::Up);
            }
            Some(named) if matches!(named.letter, 'V' | 'U') => {
                pieces.misnamed(at, format!("{} is not one number up to bigint", named.version));
            }
            _ if file.is_sql() => {
                pieces.misnamed(at, "its name does not begin with `V` or `U`, a number and `__`");
            }
            _ => {}
        }
    }
}
