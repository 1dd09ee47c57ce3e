//! The folders of `cases/`: SQL in, the generated files that the case is about out.
//!
//! The first line of `input.sql` names those files (`-- files: models/a.rs stores/a.rs`); `findings.txt` among them holds
//! what generation said. `UPDATE_EXPECT=1` writes `expected/`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use schemactl_codegen::{GeneratedFile, HEADER, Settings, generate};
use schemactl_schema::replay::replay_text;

#[test]
fn every_case_gives_the_files_that_are_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty(), "{} has no cases", folder.display());
    let wrong: String = cases.iter().map(|case| check(case)).collect();
    assert!(wrong.is_empty(), "UPDATE_EXPECT=1 writes what is made now:\n{wrong}");
}

/// What is not as expected.
fn check(case: &Path) -> String {
    let input = fs::read_to_string(case.join("input.sql")).unwrap();
    let wanted = input.lines().next().and_then(|line| line.strip_prefix("-- files: ")).unwrap();
    let (_, replayed) = replay_text("input.sql", &input);
    assert_eq!(replayed.diagnostics, [], "{}", case.display());
    let (files, findings) = generate(&replayed.catalog, &Settings::default());
    let mut told = String::new();
    for finding in findings {
        writeln!(told, "{:?} {}: {}", finding.severity, finding.code, finding.message).unwrap();
    }
    let mut wrong = String::new();
    for name in wanted.split(' ') {
        let made = if name == "findings.txt" { told.clone() } else { below_header(&files, name) };
        let path = case.join("expected").join(name);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, made).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(&made) {
            writeln!(wrong, "{}\n{made}", path.display()).unwrap();
        }
    }
    wrong
}

fn below_header(files: &[GeneratedFile], name: &str) -> String {
    let file = files.iter().find(|file| file.path == Path::new(name));
    let file = file.unwrap_or_else(|| {
        let paths: Vec<_> = files.iter().map(|file| &file.path).collect();
        panic!("no {name} in {paths:?}")
    });
    let text = file.text.strip_prefix(HEADER).unwrap().trim_start_matches('\n');
    // The root's second line is a hash, and tests of its own are about it.
    let rest = text.strip_prefix("// Schema ").and_then(|line| line.split_once("\n\n")).map(|(_, rest)| rest);
    rest.unwrap_or(text).to_owned()
}
