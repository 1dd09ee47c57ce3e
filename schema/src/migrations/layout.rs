//! How migration tools name their files. A further tool is a further [`Layout`], and nothing else changes.

/// Whose way of naming files a folder follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Layout {
    /// `NNNNNN_name.up.sql` and `NNNNNN_name.down.sql`: golang-migrate, also sqlx's reversible migrations.
    #[default]
    GolangMigrate,
}

/// Which way a file takes the schema.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Direction {
    Up,
    Down,
}

impl std::fmt::Display for Direction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Up => "up",
            Self::Down => "down",
        })
    }
}

/// What a file's name says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct FileName {
    pub(super) version: u64,
    pub(super) name: String,
    pub(super) direction: Direction,
}

/// Why a name is not understood, and why that matters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Misnamed {
    pub(super) cause: String,
    pub(super) why: &'static str,
}

/// Numbers from here on are dates or times (`20240131`, `1500360784`, `20240131120000`).
const FIRST_TIMESTAMP: u64 = 10_000_000;

impl Layout {
    /// How its files are named, for messages.
    pub(super) fn pattern(self) -> &'static str {
        match self {
            Self::GolangMigrate => "`NNNNNN_name.up.sql` or `NNNNNN_name.down.sql`",
        }
    }

    /// The name a file would have, for messages.
    pub(super) fn file(self, version: u64, name: &str, up: bool) -> String {
        match self {
            Self::GolangMigrate => {
                format!("`{version:06}_{name}.{}.sql`", if up { "up" } else { "down" })
            }
        }
    }

    /// Whether a version counts one by one, so that a missing neighbour means something.
    pub(super) fn is_sequential(self, version: u64) -> bool {
        match self {
            Self::GolangMigrate => version < FIRST_TIMESTAMP,
        }
    }

    /// Reads a file's name. `Ok(None)` is a file that has nothing to do with migrations.
    pub(super) fn parse(self, file: &str) -> Result<Option<FileName>, Misnamed> {
        match self {
            Self::GolangMigrate => golang_migrate(file),
        }
    }
}

/// golang-migrate's `^([0-9]+)_(.*)\.(down|up)\.(.*)$`, with `sql` for the last group.
fn golang_migrate(file: &str) -> Result<Option<FileName>, Misnamed> {
    const UNREAD: &str = "what it holds is not part of the schema";
    if file.starts_with('.') || file.ends_with('~') {
        return Ok(None);
    }
    let misnamed = |cause: String| Err(Misnamed { cause, why: UNREAD });
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
            return misnamed("its ending is not in lower case".into());
        }
        return Ok(None);
    };
    let (rest, direction) = if let Some(rest) = stem.strip_suffix(".up") {
        (rest, Direction::Up)
    } else if let Some(rest) = stem.strip_suffix(".down") {
        (rest, Direction::Down)
    } else {
        return misnamed("its name says neither `.up.sql` nor `.down.sql`".into());
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return misnamed("its name does not begin with a number".into());
    }
    let Some(name) = rest[digits..].strip_prefix('_') else {
        return misnamed("no `_` follows its number".into());
    };
    let Some(version) = rest[..digits].parse().ok().filter(|version| i64::try_from(*version).is_ok()) else {
        return misnamed(format!("{} is too large for a version (PostgreSQL's bigint)", &rest[..digits]));
    };
    Ok(Some(FileName { version, name: name.to_owned(), direction }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(file: &str) -> Option<(u64, String, Direction)> {
        Layout::GolangMigrate.parse(file).unwrap().map(|named| (named.version, named.name, named.direction))
    }

    #[test]
    fn names_follow_golang_migrate() {
        assert_eq!(named("000001_create_users.up.sql"), Some((1, "create_users".into(), Direction::Up)));
        assert_eq!(
            named("20240131120000_x.down.sql"),
            Some((20_240_131_120_000, "x".into(), Direction::Down))
        );
        assert_eq!(named("1_a.up.down.sql"), Some((1, "a.up".into(), Direction::Down)));
        assert_eq!(named("7_.up.sql"), Some((7, String::new(), Direction::Up)));
        assert_eq!(named("README.md"), None);
        assert_eq!(named(".#1_a.up.sql"), None);
    }

    #[test]
    fn names_that_are_nearly_right_say_what_is_wrong() {
        let cause = |file| Layout::GolangMigrate.parse(file).unwrap_err().cause;
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
