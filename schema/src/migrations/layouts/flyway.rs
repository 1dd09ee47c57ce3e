//! Flyway: `V1.2__users.sql`, undone by `U1.2__users.sql`, and `R__views.sql` that runs again when it changes
//! (<https://documentation.red-gate.com/fd/migrations-184127470.html>).

use super::super::folder::Folder;
use super::super::kind::Kind;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::{Pieces, Remark, UNREAD};
use super::super::version::Version;
use crate::rules;

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Flyway,
    name: "flyway",
    files: "`V1.2__name.sql`, `U1.2__name.sql`, `R__name.sql` or `B1.2__name.sql`",
    found_by: "`V1__x.sql`, in nested folders too",
    version: "numbers between `.` or `_` after the `V`, in the order of numbers; repeatable ones (`R__`) last, by name",
    downs: Downs::Optional,
    outside: "`executeInTransaction=false` in `V1__x.sql.conf`",
    limits: "prefixes and separators of your own, callbacks, migrations in Java, placeholders (said), and it does not \
             know what a repeatable migration did before it was changed",
    score: |folder: &Folder| folder.files.iter().filter(|file| file.kind == Kind::Flyway).count(),
    take,
    side,
};

pub(super) fn side(version: &Version, name: &str, direction: Direction) -> String {
    let letter = if direction == Direction::Up { "V" } else { "U" };
    format!("`{letter}{version}__{name}.sql`")
}

/// What a file's name says: the letter, the version as written, the name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) struct FileName<'a> {
    pub(in super::super) letter: char,
    pub(in super::super) version: &'a str,
    pub(in super::super) name: &'a str,
}

pub(in super::super) fn parse(file: &str) -> Option<FileName<'_>> {
    let stem = file.strip_suffix(".sql")?;
    let letter = stem.chars().next().filter(|letter| "VURB".contains(*letter))?;
    let (version, name) = stem[1..].split_once("__")?;
    let numbers = version.split(['.', '_']);
    let right = if letter == 'R' {
        version.is_empty()
    } else {
        numbers.into_iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    right.then_some(FileName { letter, version, name })
}

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    let named: Vec<_> =
        folder.files.iter().enumerate().filter_map(|(at, file)| Some((at, parse(file.name())?))).collect();
    // A new database begins with the newest baseline: it stands for everything up to its version.
    let baseline = named
        .iter()
        .filter(|(_, file)| file.letter == 'B')
        .map(|(_, file)| Version::dotted(file.version))
        .max();
    for (at, file) in named {
        let (version, direction) = match file.letter {
            'R' => (Version::repeatable(file.name), Direction::Up),
            'U' => (Version::dotted(file.version), Direction::Down),
            _ => (Version::dotted(file.version), Direction::Up),
        };
        let replaced = baseline.as_ref().is_some_and(|baseline| match file.letter {
            'R' => false,
            'B' => version < *baseline,
            _ => version <= *baseline,
        });
        if let (true, Some(baseline)) = (replaced, &baseline) {
            pieces.remarks.push(Remark {
                rule: &rules::MIGRATION_REPLACED,
                file: at,
                offset: None,
                message: format!(
                    "{} is replaced by the baseline {baseline}",
                    folder.files[at].path.display()
                ),
                why: "Flyway begins a new database with the newest baseline",
                help: "nothing, if the baseline does what it replaces".into(),
            });
            continue;
        }
        pieces.whole(at, version, file.name, direction);
        if settings(folder, at, "executeInTransaction").is_some_and(|value| value == "false") {
            pieces.outside();
        }
        if settings(folder, at, "placeholderReplacement").is_none_or(|value| value != "false") {
            placeholders(folder, at, pieces);
        }
    }
    let unread: Vec<_> = (0..folder.files.len())
        .filter(|at| folder.files[*at].is_sql() && parse(folder.files[*at].name()).is_none())
        .collect();
    for at in unread {
        let lower = folder.files[at].name().starts_with(['v', 'u', 'r', 'b']);
        let cause = if lower && folder.files[at].name().contains("__") {
            "its prefix is not in upper case"
        } else {
            "its name does not begin with `V` and a version, `U` and a version, or `R`, with `__` after it"
        };
        pieces.misnamed.push((at, super::super::pieces::Misnamed { cause: cause.into(), why: UNREAD }));
    }
}

/// The first `${…}` of a file.
fn placeholders(folder: &Folder, at: usize, pieces: &mut Pieces<'_>) {
    let text = folder.files[at].text().unwrap_or("");
    if let Some(start) = text.find("${")
        && let Some(length) = text[start..].find('}').filter(|length| *length < 200)
    {
        pieces.placeholder(at, start, &format!("the placeholder {}", &text[start..=start + length]));
    }
}

/// A setting of `FILE.conf` beside the file.
fn settings<'a>(folder: &'a Folder, at: usize, key: &str) -> Option<&'a str> {
    let beside = format!("{}.conf", folder.files[at].below);
    let text = folder.files.iter().find(|file| file.below == beside)?.text().ok()?;
    text.lines()
        .filter_map(|line| line.split_once('='))
        .find(|(name, _)| name.trim() == key)
        .map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_flyway() {
        let parts = |file| parse(file).map(|file| (file.letter, file.version, file.name));
        assert_eq!(parts("V1.2_3__add_it.sql"), Some(('V', "1.2_3", "add_it")));
        assert_eq!(parts("R__a__b.sql"), Some(('R', "", "a__b")));
        assert_eq!(parts("V__a.sql"), None);
        assert_eq!(parts("V1_a.sql"), None);
        assert_eq!(parts("R1__a.sql"), None);
        assert_eq!(parts("Värde__a.sql"), None);
    }
}
