//! A replay file by file, whose state can be looked at and copied between two files.

use super::{Outcome, Replayer};
use crate::catalog::Catalog;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};
use crate::syntax;

/// A replay that stands between two files. A clone goes on by itself: what the one runs, the other never sees.
#[derive(Clone, Debug)]
pub struct Steps<'a> {
    replayer: Replayer<'a>,
}

/// What became of one file.
#[derive(Clone, Default, Debug)]
pub struct Ran {
    /// Syntax errors, then refused and opaque statements.
    pub diagnostics: Vec<Diagnostic>,
    /// One entry a statement, in the order of execution; a syntax error has none.
    pub statements: Vec<Outcome>,
}

impl<'a> Steps<'a> {
    /// An empty database.
    pub fn new(sources: &'a Sources) -> Self {
        Self { replayer: Replayer::new(sources) }
    }

    /// Runs a file of the sources in a session of its own.
    pub fn run_file(&mut self, file: FileId) -> Ran {
        let (statements, mut diagnostics) = syntax::parse_file(file, self.replayer.sources.file(file).text());
        self.replayer.run_file(&statements);
        diagnostics.append(&mut self.replayer.diagnostics);
        Ran { diagnostics, statements: std::mem::take(&mut self.replayer.outcomes) }
    }

    /// What the files so far have made.
    pub fn catalog(&self) -> &Catalog {
        &self.replayer.catalog
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_goes_on_by_itself() {
        let mut sources = Sources::new();
        let up = sources.add("1.sql", "CREATE TABLE t (a int);".into());
        let down = sources.add("2.sql", "DROP TABLE t; DROP TABLE t;".into());
        let mut steps = Steps::new(&sources);
        assert_eq!(steps.run_file(up).statements.len(), 1);
        let mut other = steps.clone();
        let ran = other.run_file(down);
        assert_eq!((ran.statements.len(), ran.diagnostics.len()), (2, 1));
        assert_eq!((steps.catalog().relations.len(), other.catalog().relations.len()), (1, 0));
        assert!(steps.run_file(up).diagnostics.iter().all(|finding| finding.places[0].0.file == up));
    }
}
