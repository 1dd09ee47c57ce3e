//! The peer: a statement that sqlparser reads, the grammar of this crate reads too.
//!
//! The reverse does not hold, which is why there is a grammar; the test says how far it does not.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};

use schemactl_schema::source::FileId;
use schemactl_schema::syntax::{parse_file, split::RawKind, split::split};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::Parser;

/// Every .sql file below a folder, sorted.
fn sql_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sql_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "sql") {
            found.push(path);
        }
    }
}

#[test]
fn what_sqlparser_reads_is_read_here_too() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    sql_files(&root.join("migrations"), &mut files);
    sql_files(&root.join("tests/cases"), &mut files);
    let (mut both, mut only_here, mut only_there) = (0, 0, Vec::new());
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        for raw in split(&text).statements.iter().filter(|raw| raw.kind == RawKind::Sql) {
            let sql = &text[raw.start as usize..raw.end as usize];
            let here = parse_file(FileId(0), sql).1.is_empty();
            let there = Parser::parse_sql(&PostgreSqlDialect {}, sql).is_ok();
            match (here, there) {
                (true, true) => both += 1,
                (true, false) => only_here += 1,
                // What PostgreSQL refuses as well is no gap: the refused cases hold our words against its own.
                (false, true) if !path.to_string_lossy().contains("refused") => {
                    only_there.push(format!("{}: {sql}", path.display()));
                }
                (false, _) => {}
            }
        }
    }
    assert!(only_there.is_empty(), "{}", only_there.join("\n"));
    assert!(both > 1_000, "{both} statements are too few to say anything");
    assert!(only_here > 0, "sqlparser reads everything now: is a grammar of our own still needed?");
}
