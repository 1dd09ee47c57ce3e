//! A folder of SQL files, numbered or named, in natural order: `1.sql`, `00001.sql`, `2_users.sql`, `init.sql`.
//!
//! It is what is left when no tool's layout is found, and reads what it can: files that say they undo (`x.down.sql`
//! beside `x.up.sql`) and sections that do are downs, files for another database are not read.

use std::collections::BTreeSet;

use super::super::folder::{File, Folder};
use super::super::kind::Kind;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::version::Version;

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Plain,
    name: "plain",
    files: "`N.sql`, `N_name.sql` or `name.sql`",
    found_by: "SQL files that follow no other layout, or ups and downs that name a database as Pop's do (`N_x.postgres.up.sql`, which stands for `N_x.up.sql`); in nested folders only when the folder itself has none",
    version: "the number that a file's name begins with, else its name; natural order of the paths (2 before 10)",
    downs: Downs::Optional,
    outside: "`-- no-transaction` as the first bytes",
    limits: "any order that is written down elsewhere (a script, a changelog file)",
    score,
    take,
    side: |version, name, direction| format!("`{version}_{name}.{direction}.sql`"),
};

/// Names of other databases in a file's or a folder's name.
pub(in super::super) const OTHER_DATABASES: &[(&str, &str)] = &[
    ("mysql", "MySQL"),
    ("mariadb", "MariaDB"),
    ("sqlite", "SQLite"),
    ("sqlite3", "SQLite"),
    ("mssql", "SQL Server"),
    ("sqlserver", "SQL Server"),
    ("oracle", "Oracle"),
    ("db2", "Db2"),
    ("h2", "H2"),
    ("hsqldb", "HSQLDB"),
    ("clickhouse", "ClickHouse"),
    ("cassandra", "Cassandra"),
    ("cockroach", "CockroachDB"),
    ("cockroachdb", "CockroachDB"),
    ("crdb", "CockroachDB"),
    ("duckdb", "DuckDB"),
    ("bigquery", "BigQuery"),
    ("snowflake", "Snowflake"),
    ("redshift", "Redshift"),
];

/// What folders for PostgreSQL are called beside those.
pub(in super::super) const POSTGRESQL: &[&str] = &["postgres", "postgresql", "pgsql", "pg", "psql", "pgx"];

/// Files that no tool names like that count; in nested folders any do.
fn score(folder: &Folder) -> usize {
    let by_database = by_database(folder);
    let unnamed = |file: &File| by_database || matches!(file.kind, Kind::Named | Kind::Numbered | Kind::Dump);
    taken(folder).filter(|(_, file)| file.depth() > 0 || unnamed(file)).count()
}

/// True when ups or downs end in the name of a database, as Pop's do: `1_a.postgres.up.sql`.
pub(super) fn by_database(folder: &Folder) -> bool {
    folder.files.iter().filter(|file| file.depth() == 0 && file.is_sql()).any(|file| {
        let stem = stem(&file.below);
        let side = stem.strip_suffix(".up").or_else(|| stem.strip_suffix(".down"));
        side.and_then(|path| path.rsplit_once('.')).is_some_and(|(_, word)| {
            let known = POSTGRESQL.iter().chain(OTHER_DATABASES.iter().map(|(name, _)| name));
            known.into_iter().any(|name| word.eq_ignore_ascii_case(name))
        })
    })
}

/// The files it reads: those directly in the folder, or all below when there are none.
fn taken(folder: &Folder) -> impl Iterator<Item = (usize, &File)> {
    let nested = !folder.files.iter().any(|file| file.depth() == 0 && file.is_sql());
    folder.files.iter().enumerate().filter(move |(_, file)| {
        (nested || file.depth() == 0) && file.is_sql() && other_database(file).is_none()
    })
}

/// The database that a file's name or folder says it is for, when that is not PostgreSQL.
fn other_database(file: &File) -> Option<&'static str> {
    let stem = stem(&file.below);
    // A file called `oracle.sql` is about something of that name.
    if !stem.bytes().any(|byte| matches!(byte, b'.' | b'/')) {
        return None;
    }
    stem.split(['.', '/'])
        .find_map(|part| OTHER_DATABASES.iter().find(|(name, _)| part.eq_ignore_ascii_case(name)))
        .map(|(_, database)| *database)
}

fn stem(path: &str) -> &str {
    path.get(..path.len().saturating_sub(4)).unwrap_or(path)
}

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    let stems: Vec<&str> = folder.files.iter().map(|file| stem(&file.below)).collect();
    let own: BTreeSet<(String, Direction)> = taken(folder)
        .filter(|(_, file)| [".up", ".down"].iter().any(|side| stem(&file.below).ends_with(side)))
        .map(|(_, file)| direction(stem(&file.below), &stems))
        .filter_map(|(path, direction)| Some((without_postgresql(&path)?.to_owned(), direction)))
        .collect();
    for (at, file) in taken(folder) {
        let (mut path, direction) = direction(stem(&file.below), &stems);
        // Pop (`x.up.sql` beside `x.postgres.up.sql`): the file of all databases is for those that have none of their own.
        if own.contains(&(path.clone(), direction)) {
            pieces.misnamed(at, "the file of its name for PostgreSQL stands for it".to_owned());
            continue;
        }
        if let Some(common) =
            without_postgresql(&path).filter(|common| own.contains(&((*common).to_owned(), direction)))
        {
            path = common.to_owned();
        }
        let last = path.rsplit('/').next().unwrap_or(&path);
        let (version, name) = version(last);
        let number = Version::natural(version, &path);
        match file.kind.sections(file.text().unwrap_or("")) {
            Some(sections) => pieces.sections(at, &number, name, sections, "up"),
            None => pieces.whole(at, number, name, direction),
        }
    }
    for (at, file) in folder.files.iter().enumerate().filter(|(_, file)| file.is_sql()) {
        if let Some(database) = other_database(file) {
            pieces.misnamed(at, format!("it is for {database}, says its name"));
        }
    }
}

/// The path without the last word, where that names PostgreSQL.
fn without_postgresql(path: &str) -> Option<&str> {
    let (rest, word) = path.rsplit_once('.')?;
    POSTGRESQL.iter().any(|name| word.eq_ignore_ascii_case(name)).then_some(rest)
}

/// The path without what says the direction, and the direction. Words that could be a part of the name count only when
/// the other side is there.
fn direction(path: &str, all: &[&str]) -> (String, Direction) {
    for (up, down) in
        [(".up", ".down"), ("-up", "-down"), ("_up", "_down"), ("/up", "/down"), (".do", ".undo")]
    {
        if let Some(rest) = path.strip_suffix(up)
            && (up == ".up" || all.contains(&format!("{rest}{down}").as_str()))
        {
            return (rest.to_owned(), Direction::Up);
        }
        if let Some(rest) = path.strip_suffix(down)
            && (down == ".down" || all.contains(&format!("{rest}{up}").as_str()))
        {
            return (rest.to_owned(), Direction::Down);
        }
    }
    // Postgrator: `001.do.users.sql`, `001.undo.users.sql`.
    let (number, rest) = path.split_at(path.bytes().take_while(u8::is_ascii_digit).count());
    for (word, direction) in [(".undo.", Direction::Down), (".do.", Direction::Up)] {
        if let Some(name) = rest.strip_prefix(word) {
            return (format!("{number}.{name}"), direction);
        }
    }
    (path.to_owned(), Direction::Up)
}

/// Splits a file's name into the numbers it begins with and the rest: `00001`, `2_users`, `01.00.00_01_users`,
/// `2024-01-31_users`, `V0001.users`. Without numbers the name is both.
pub(super) fn version(stem: &str) -> (&str, &str) {
    let bytes = stem.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let start = usize::from(matches!(bytes.first(), Some(b'v' | b'V')) && is_digit(1));
    let mut end = start;
    while is_digit(end) || end > start && matches!(bytes.get(end), Some(b'.' | b'-')) && is_digit(end + 1) {
        end += 1;
    }
    if end == start {
        return (stem, stem);
    }
    let name = stem[end..].trim_start_matches(['_', '-', '.', ' ']);
    (&stem[start..end], name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_come_apart() {
        assert_eq!(version("00001"), ("00001", ""));
        assert_eq!(version("2_users"), ("2", "users"));
        assert_eq!(version("01.00.00_01_pre"), ("01.00.00", "01_pre"));
        assert_eq!(version("2024-01-31-120000_a"), ("2024-01-31-120000", "a"));
        assert_eq!(version("V0001.Initial"), ("0001", "Initial"));
        assert_eq!(version("views"), ("views", "views"));
        assert_eq!(version("1é"), ("1", "é"));
    }

    #[test]
    fn a_word_is_a_direction_only_beside_its_other_side() {
        let all = ["a_up", "a_down", "shut_down", "b.down"];
        assert_eq!(direction("a_down", &all), ("a".into(), Direction::Down));
        assert_eq!(direction("shut_down", &all), ("shut_down".into(), Direction::Up));
        assert_eq!(direction("b.down", &all), ("b".into(), Direction::Down));
        assert_eq!(direction("001.undo.x", &all), ("001.x".into(), Direction::Down));
    }
}
