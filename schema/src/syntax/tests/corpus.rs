//! The grammar against the project's own migrations: real files, which PostgreSQL takes whole.

use std::path::Path;

use crate::source::Sources;
use crate::syntax::parse_file;
use crate::syntax::tree::Statement;

#[test]
fn every_statement_of_the_migrations_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations");
    let mut sources = Sources::new();
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "sql") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let file = sources.add(path.clone(), text.clone());
        let (parsed, diagnostics) = parse_file(file, &text);
        let places: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| (sources.place(diagnostic.places[0].0).to_string(), &diagnostic.message))
            .collect();
        assert!(places.is_empty(), "{places:#?}");
        assert!(parsed.iter().all(|parsed| !matches!(parsed.statement, Statement::Unknown(_))));
        count += parsed.len();
    }
    assert!(count > 0);
}
