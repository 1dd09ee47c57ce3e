//! golang-migrate: `000001_users.up.sql` beside `000001_users.down.sql`
//! (<https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md>).

use super::super::folder::Folder;
use super::super::kind::Kind;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::{Misnamed, Pieces};
use super::super::version::Version;
use super::{bigint, count_top};

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::GolangMigrate,
    name: "golang-migrate",
    files: "`NNNNNN_name.up.sql` or `NNNNNN_name.down.sql`",
    found_by: "`N_x.up.sql`",
    version: "the number before the first `_`, up to bigint, in the order of numbers",
    downs: Downs::Files,
    outside: "`-- no-transaction` as the first bytes",
    limits: "files with another ending than `.sql`, and URL parameters such as x-multi-statement",
    // It knows no databases in names: what has them would be several files of one version.
    score: |folder: &Folder| {
        if super::plain::by_database(folder) { 0 } else { count_top(folder, &[Kind::UpDown]) }
    },
    take,
    side,
};

fn take(_: &Folder, pieces: &mut Pieces<'_>) {
    for (file, name) in pieces.top() {
        match parse(name) {
            Ok(Some(named)) => {
                pieces.whole(file, Version::number(named.digits), named.name, named.direction);
            }
            Ok(None) => {}
            Err(misnamed) => pieces.misnamed.push((file, misnamed)),
        }
    }
}

pub(super) fn side(version: &Version, name: &str, direction: Direction) -> String {
    format!("`{version:06}_{name}.{direction}.sql`")
}

/// What a file's name says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) struct FileName<'a> {
    pub(in super::super) digits: &'a str,
    pub(in super::super) name: &'a str,
    pub(in super::super) direction: Direction,
}

/// golang-migrate's `^([0-9]+)_(.*)\.(down|up)\.(.*)$`, with `sql` for the last group. `Ok(None)` has nothing to do
/// with migrations.
pub(in super::super) fn parse(file: &str) -> Result<Option<FileName<'_>>, Misnamed> {
    let Some(stem) = file.strip_suffix(".sql") else {
        let looks_alike = file.starts_with(|first: char| first.is_ascii_digit())
            && file.contains('_')
            && (file.contains(".up.") || file.contains(".down."));
        if looks_alike {
            return Err(Misnamed {
                cause: "it is numbered like a migration and does not end in `.sql`".into(),
                why: "golang-migrate runs such files whatever their ending; other tools do not",
            });
        }
        if file.to_ascii_lowercase().ends_with(".sql") {
            return Err(Misnamed::new("its ending is not in lower case"));
        }
        return Ok(None);
    };
    let (rest, direction) = if let Some(rest) = stem.strip_suffix(".up") {
        (rest, Direction::Up)
    } else if let Some(rest) = stem.strip_suffix(".down") {
        (rest, Direction::Down)
    } else {
        return Err(Misnamed::new("its name says neither `.up.sql` nor `.down.sql`"));
    };
    let (digits, rest) = rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count());
    if digits.is_empty() {
        return Err(Misnamed::new("its name does not begin with a number"));
    }
    let Some(name) = rest.strip_prefix('_') else {
        return Err(Misnamed::new("no `_` follows its number"));
    };
    if !bigint(digits) {
        return Err(Misnamed::new(format!("{digits} is too large for a version (PostgreSQL's bigint)")));
    }
    Ok(Some(FileName { digits, name, direction }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(file: &str) -> Option<(&str, &str, Direction)> {
        parse(file).unwrap().map(|named| (named.digits, named.name, named.direction))
    }

    #[test]
    fn names_follow_golang_migrate() {
        assert_eq!(named("000001_create_users.up.sql"), Some(("000001", "create_users", Direction::Up)));
        assert_eq!(named("20240131120000_x.down.sql"), Some(("20240131120000", "x", Direction::Down)));
        assert_eq!(named("1_a.up.down.sql"), Some(("1", "a.up", Direction::Down)));
        assert_eq!(named("7_.up.sql"), Some(("7", "", Direction::Up)));
        assert_eq!(named("README.md"), None);
    }

    #[test]
    fn names_that_are_nearly_right_say_what_is_wrong() {
        let cause = |file| parse(file).unwrap_err().cause;
        assert_eq!(cause("seed.sql"), "its name says neither `.up.sql` nor `.down.sql`");
        assert_eq!(cause("users.up.sql"), "its name does not begin with a number");
        assert_eq!(cause("1-users.up.sql"), "no `_` follows its number");
        assert_eq!(cause("1_users.up.SQL"), "it is numbered like a migration and does not end in `.sql`");
        assert_eq!(cause("Users.SQL"), "its ending is not in lower case");
        assert_eq!(
            cause("9223372036854775808_x.up.sql"),
            "9223372036854775808 is too large for a version (PostgreSQL's bigint)"
        );
    }
}
