//! What writing and checking do to a folder.

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect;
use schemactl_codegen::files::{FilesError, Outcome, StaleKind, check, write};
use schemactl_codegen::{GeneratedFile, HEADER};

fn file(path: &str, body: &str) -> GeneratedFile {
    GeneratedFile { path: PathBuf::from(path), text: format!("{HEADER}\n{body}\n") }
}

fn paths(paths: &[&str]) -> Vec<PathBuf> {
    paths.iter().map(PathBuf::from).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn only_what_changed_is_written_and_what_is_gone_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("src");
    let first = [file("lib.rs", "a"), file("models/users.rs", "b"), file("billing/models/x.rs", "c")];
    let outcome = write(&out, &first).unwrap();
    assert_eq!(outcome.written, paths(&["lib.rs", "models/users.rs", "billing/models/x.rs"]));
    assert_eq!(check(&out, &first).unwrap(), []);

    let before = fs::metadata(out.join("lib.rs")).unwrap().modified().unwrap();
    let outcome = write(&out, &[file("lib.rs", "a"), file("models/users.rs", "changed")]).unwrap();
    assert_eq!(
        outcome,
        Outcome {
            written: paths(&["models/users.rs"]),
            unchanged: paths(&["lib.rs"]),
            removed: paths(&["billing/models/x.rs"]),
        }
    );
    assert_eq!(fs::metadata(out.join("lib.rs")).unwrap().modified().unwrap(), before);
    assert_eq!(names(&out), ["lib.rs", "models"]);
    assert_eq!(names(&out.join("models")), ["users.rs"]);
}

#[test]
fn files_of_others_stay_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    fs::write(out.join("lib.rs"), "// by hand\n").unwrap();
    fs::write(out.join("other.rs"), "// by hand\n").unwrap();
    fs::write(out.join("notes.txt"), format!("{HEADER}\n")).unwrap();
    fs::write(out.join("longer.rs"), format!("{HEADER} or not\n")).unwrap();

    let error = write(out, &[file("a.rs", "a"), file("lib.rs", "a")]).unwrap_err();
    assert!(matches!(&error, FilesError::NotOurs { path } if path.ends_with("lib.rs")), "{error}");
    assert!(error.to_string().contains("move it away"));
    assert!(!out.join("a.rs").exists(), "nothing is written when one file cannot be");

    write(out, &[file("a.rs", "a")]).unwrap();
    assert_eq!(names(out), ["a.rs", "lib.rs", "longer.rs", "notes.txt", "other.rs"]);
    assert_eq!(fs::read_to_string(out.join("lib.rs")).unwrap(), "// by hand\n");
}

#[test]
fn a_folder_or_a_link_in_the_way_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("lib.rs")).unwrap();
    let error = write(folder.path(), &[file("lib.rs", "a")]).unwrap_err();
    assert!(matches!(error, FilesError::NotOurs { .. }));
    #[cfg(unix)]
    {
        let elsewhere = folder.path().join("elsewhere.rs");
        fs::write(&elsewhere, "// by hand\n").unwrap();
        std::os::unix::fs::symlink(&elsewhere, folder.path().join("link.rs")).unwrap();
        let error = write(folder.path(), &[file("link.rs", "a")]).unwrap_err();
        assert!(matches!(error, FilesError::NotOurs { .. }));
    }
}

#[test]
fn check_shows_what_write_would_do() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[file("changed.rs", "old"), file("gone.rs", "x")]).unwrap();
    let wanted = [file("changed.rs", "new"), file("new.rs", "y")];
    let stale = check(folder.path(), &wanted).unwrap();
    let kinds: Vec<_> = stale.iter().map(|stale| (stale.path.to_str().unwrap(), stale.kind)).collect();
    assert_eq!(
        kinds,
        [
            ("changed.rs", StaleKind::Differs),
            ("gone.rs", StaleKind::Leftover),
            ("new.rs", StaleKind::Missing),
        ]
    );
    let diffs: String = stale.iter().map(|stale| stale.diff.as_str()).collect();
    expect![[r#"
        --- a/changed.rs
        +++ b/changed.rs
        @@ -1,2 +1,2 @@
         // Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.
        -old
        +new
        --- a/gone.rs
        +++ /dev/null
        @@ -1,2 +0,0 @@
        -// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.
        -x
        --- /dev/null
        +++ b/new.rs
        @@ -0,0 +1,2 @@
        +// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.
        +y
    "#]].assert_eq(&diffs);
    assert_eq!(names(folder.path()), ["changed.rs", "gone.rs"]);
    write(folder.path(), &wanted).unwrap();
    assert_eq!(check(folder.path(), &wanted).unwrap(), []);
}
