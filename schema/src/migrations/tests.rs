//! Folders as people leave them, and what is said about each.

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::{Expect, expect};

use crate::rules;

use super::*;

mod layouts;
mod manual;

/// A folder of its own for one test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    #[track_caller]
    fn new(files: &[(&str, &[u8])]) -> Self {
        let line = std::panic::Location::caller().line();
        let dir = std::env::temp_dir().join(format!("schemactl-migrations-{}-{line}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).unwrap();
        for (name, text) in files {
            fs::create_dir_all(dir.join(name).parent().unwrap()).unwrap();
            fs::write(dir.join(name), text).unwrap();
        }
        Self(dir)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Every migration on a line, then every finding: code, message, places.
#[track_caller]
fn check(files: &[(&str, &[u8])], expected: &Expect) -> MigrationSet {
    use std::fmt::Write as _;
    let folder = Folder::new(files);
    let (set, findings) = MigrationSet::read(&folder.0);
    let mut out = String::new();
    for migration in &set.migrations {
        let down = if migration.down.is_some() { "up down" } else { "up" };
        writeln!(out, "{} {} {down}", migration.version, migration.name).unwrap();
    }
    for finding in &findings {
        let places: Vec<_> = finding
            .places
            .iter()
            .map(|(span, label)| format!("{} {label}", set.sources.place(*span)))
            .collect();
        writeln!(out, "{}: {} [{}]", finding.code, finding.message, places.join(", ")).unwrap();
    }
    expected.assert_eq(
        &out.replace(&format!("{}/", folder.0.display()), "").replace(&folder.0.display().to_string(), "DIR"),
    );
    set
}

#[test]
fn ordered_by_number_not_by_name() {
    check(
        &[
            ("10_c.up.sql", b""),
            ("10_c.down.sql", b""),
            ("9_b.up.sql", b""),
            ("9_b.down.sql", b""),
            ("README.md", b"not a migration"),
        ],
        &expect![[r"
            9 b up down
            10 c up down
        "]],
    );
}

#[test]
fn gaps_duplicates_and_missing_sides() {
    check(
        &[
            ("000001_a.up.sql", b""),
            ("000001_a.down.sql", b""),
            ("000002_b.up.sql", b""),
            ("000002_c.up.sql", b""),
            ("000002_c.down.sql", b""),
            ("000006_d.up.sql", b""),
            ("000007_e.down.sql", b""),
            ("seed.sql", b""),
        ],
        &expect![[r"
            1 a up down
            2 b up
            2 c up down
            6 d up
            migration-name-unknown: seed.sql is not read: its name says neither `.up.sql` nor `.down.sql` []
            migration-version-duplicate: version 2 is taken by 000002_b.up.sql and 000002_c.up.sql [000002_c.up.sql:1:1 this one, 000002_b.up.sql:1:1 and this one have the same number]
            migration-up-missing: 000007_e.down.sql has no up file [000007_e.down.sql:1:1 ]
            migration-version-gap: versions 3 to 5 are missing between 2 and 6 [000006_d.up.sql:1:1 no file stands before this one, 000002_b.up.sql:1:1 the last before the gap]
            migration-down-missing: 000002_b.up.sql has no down file [000002_b.up.sql:1:1 ]
            migration-down-missing: 000006_d.up.sql has no down file [000006_d.up.sql:1:1 ]
        "]],
    );
}

#[test]
fn timestamps_and_tens_have_no_gaps() {
    check(
        &[("20240101_a.up.sql", b""), ("20240301_b.up.sql", b""), ("1500360784_c.up.sql", b"")],
        &expect![[r"
            20240101 a up
            20240301 b up
            1500360784 c up
            migration-down-missing: none of 3 migrations has a down file [20240101_a.up.sql:1:1 ]
        "]],
    );
    check(
        &[("10_a.up.sql", b""), ("20_b.up.sql", b""), ("40_c.up.sql", b"")],
        &expect![[r"
            10 a up
            20 b up
            40 c up
            migration-version-gap: version 30 is missing between 20 and 40 [40_c.up.sql:1:1 no file stands before this one, 20_b.up.sql:1:1 the last before the gap]
            migration-down-missing: none of 3 migrations has a down file [10_a.up.sql:1:1 ]
        "]],
    );
}

#[test]
fn a_file_that_is_not_text_costs_only_itself() {
    let set = check(
        &[
            ("1_a.up.sql", b"\xef\xbb\xbfSELECT 1"),
            ("1_a.down.sql", b""),
            ("2_b.up.sql", b"SELECT '\xc3\xa9';\n-- caf\xe9\n"),
            ("2_b.down.sql", b""),
            ("3_c.up.sql", b"S\0"),
            ("3_c.down.sql", b""),
            ("4_d.up.sql", b"\xff\xfeS\0"),
            ("5_e.up.sql", b""),
            ("5_e.down.sql", b"\x80"),
        ],
        &expect![[r"
            1 a up down
            5 e up
            migration-file-unreadable: 2_b.up.sql is not UTF-8: byte 19, on line 2 []
            migration-file-unreadable: 3_c.up.sql has a zero byte: byte 1, on line 1 []
            migration-file-unreadable: 4_d.up.sql is UTF-16, not UTF-8 []
            migration-file-unreadable: 5_e.down.sql is not UTF-8: byte 0, on line 1 []
            migration-down-missing: 4_d.up.sql has no down file []
        "]],
    );
    assert_eq!(set.sources.file(set.migrations[0].up).text(), "SELECT 1");
    assert!(!set.whole);
}

#[test]
fn a_folder_that_is_empty_or_missing() {
    check(
        &[],
        &expect![["
        migration-folder-empty: DIR holds no migration []
    "]],
    );
    let message = |dir: &Path| {
        let (set, findings) = MigrationSet::read(dir);
        assert!(set.migrations.is_empty());
        assert_eq!(findings[0].code, "migration-folder-missing");
        findings[0].message.clone()
    };
    assert_eq!(message(Path::new("no/such")), "the folder no/such does not exist");
}

#[test]
fn a_file_too_large_and_a_folder_named_like_a_file() {
    let folder = Folder::new(&[("2_b.up.sql", b""), ("2_b.down.sql", b"")]);
    // A sparse file: its length counts, not what it holds.
    fs::File::create(folder.0.join("1_a.up.sql")).unwrap().set_len(MAX_FILE_BYTES + 1).unwrap();
    fs::create_dir(folder.0.join("1_a.down.sql")).unwrap();
    let (set, findings) = MigrationSet::read(&folder.0);
    assert_eq!(set.migrations.len(), 1);
    let messages: Vec<_> = findings.iter().map(|finding| finding.message.as_str()).collect();
    assert!(messages[0].ends_with("is a folder, not a file"), "{messages:?}");
    assert!(messages[1].contains("67108865 bytes"), "{messages:?}");
    assert_eq!(messages.len(), 2);
}

#[test]
fn renamed_ups_find_their_down_by_number() {
    check(
        &[("1_new.up.sql", b""), ("1_old.down.sql", b"")],
        &expect![["
        1 new up down
    "]],
    );
}

#[test]
fn texts_in_memory_make_the_same_set() {
    let (set, findings) = MigrationSet::from_texts([
        ("2_b.up.sql", "B"),
        ("1_a.up.sql", "A"),
        ("1_a.down.sql", "C"),
        ("2_b.down.sql", ""),
    ]);
    assert_eq!(findings, []);
    assert!(set.whole);
    let texts: Vec<_> =
        set.migrations.iter().map(|migration| set.sources.file(migration.up).text()).collect();
    assert_eq!(texts, ["A", "B"]);
}
