//! sqlx: `20240131120000_users.sql`, or reversible pairs `….up.sql` and `….down.sql`, and both in one folder
//! (<https://docs.rs/sqlx/latest/sqlx/macro.migrate.html>).

use super::super::folder::Folder;
use super::super::kind::{Kind, numbered};
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::version::Version;
use super::golang_migrate;
use super::{bigint, count_top};

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Sqlx,
    name: "sqlx",
    files: "`N_name.sql`, or `N_name.up.sql` and `N_name.down.sql`",
    found_by: "`N_x.sql`; with pairs alone a folder is golang-migrate's, which reads the same",
    version: "the number before the first `_`, up to bigint, in the order of numbers",
    downs: Downs::Optional,
    outside: "`-- no-transaction` as the first bytes",
    limits: "checksums of what was applied, ignored characters",
    score,
    take,
    side: golang_migrate::side,
};

fn score(folder: &Folder) -> usize {
    match count_top(folder, &[Kind::Numbered]) {
        0 => 0,
        simple => simple + count_top(folder, &[Kind::UpDown]),
    }
}

fn take(_: &Folder, pieces: &mut Pieces<'_>) {
    for (file, name) in pieces.top() {
        let Some((digits, rest)) = numbered(name) else {
            if name.to_ascii_lowercase().ends_with(".sql") {
                pieces.misnamed(file, "its name is not a number, `_` and a name that ends in `.sql`");
            }
            continue;
        };
        if !bigint(digits) {
            pieces.misnamed(file, format!("{digits} is too large for a version (PostgreSQL's bigint)"));
            continue;
        }
        let (rest, direction) = if let Some(rest) = rest.strip_suffix(".up") {
            (rest, Direction::Up)
        } else if let Some(rest) = rest.strip_suffix(".down") {
            (rest, Direction::Down)
        } else {
            (rest, Direction::Up)
        };
        pieces.whole(file, Version::number(digits), rest, direction);
    }
}
