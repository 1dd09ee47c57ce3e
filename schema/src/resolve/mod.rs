//! A replay completed by what PostgreSQL itself made of the same migrations.
//!
//! Some statements cannot be followed without a server: a string that `EXECUTE` builds, an extension nobody here
//! knows. Whoever has the server's catalog, from a throw-away server or kept from an earlier one, puts it in the place
//! of the replay's. What a server cannot know stays the replay's: which statement set what, and whether anybody named
//! an owner.

mod adopt;
pub mod lock;
mod touched;

use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Severity};
use crate::replay::Replayed;
use crate::rules;

pub use touched::{Touched, lasting, touched, unknown_statements};

/// What PostgreSQL made of the migrations.
#[derive(Clone, Debug)]
pub struct Known {
    pub catalog: Catalog,
    /// The role that ran the migrations: it owns what nobody was made the owner of.
    pub role: Option<Box<str>>,
    /// Who knows, for messages: `PostgreSQL 15.18`.
    pub by: String,
    /// What the statements did that the replay does not follow, in the order in which they ran.
    pub touched: Vec<Touched>,
}

/// Puts the server's catalog in the place of the replay's.
///
/// Objects that both know keep the origins that the replay saw. What the replay did not follow, or refused, becomes
/// information ([`rules::RESOLVED`]): the server has accepted it, and its catalog shows the effect. What became of each
/// statement stays as the replay saw it.
#[must_use]
pub fn complete(replayed: Replayed, known: Known) -> Replayed {
    let mut known = known;
    let matched = adopt::adopt(&mut known.catalog, &replayed.catalog, known.role.as_deref());
    touched::note(&mut known, &replayed, &matched);
    let Known { catalog, by, .. } = known;
    let diagnostics = replayed.diagnostics.into_iter().map(|finding| resolved(finding, &by)).collect();
    Replayed { catalog, diagnostics, statements: replayed.statements }
}

fn resolved(finding: Diagnostic, by: &str) -> Diagnostic {
    let message = if finding.code == rules::OPAQUE.code {
        finding.message
    } else if finding.severity == Severity::Error {
        let state = finding.sqlstate.map(|state| format!(" (SQLSTATE {state})")).unwrap_or_default();
        format!("without a server this statement is not accepted: {}{state}", finding.message)
    } else {
        return finding;
    };
    let mut made = Diagnostic::new(&rules::RESOLVED, message).why(format!("{by} has shown what it does"));
    made.subject = finding.subject;
    made.places = finding.places;
    made
}

#[cfg(test)]
mod tests {
    use crate::catalog::Attribute;
    use crate::replay::replay_text;
    use crate::rules;
    use crate::source::Place;

    use super::{Known, complete};

    const MIGRATION: &str = "\
CREATE TABLE t (a int);
ALTER TABLE t ALTER a SET NOT NULL;
DO $$ BEGIN EXECUTE format('CREATE TABLE %I (b int)', current_setting('my.name')); END $$;
ALTER TABLE t OWNER TO app;
COMMENT ON TABLE t IS 'hello';
";

    #[test]
    fn origins_stay_and_only_named_owners_do() {
        let (sources, replayed) = replay_text("m.sql", MIGRATION);
        assert_eq!(replayed.diagnostics.len(), 1);
        let server = "CREATE TABLE t (a int NOT NULL); CREATE TABLE u1 (b int);
                      ALTER TABLE t OWNER TO app; ALTER TABLE u1 OWNER TO me; COMMENT ON TABLE t IS 'hello';";
        let (_, mut server) = replay_text("server.sql", server);
        for id in server.catalog.relations.ids().collect::<Vec<_>>() {
            server.catalog.relations[id].origins = crate::catalog::Origins::default();
        }
        let span = super::unknown_statements(&replayed)[0];
        let touched = super::touched(span, &replayed.catalog, &server.catalog);
        let known = Known {
            catalog: server.catalog,
            role: Some("me".into()),
            by: "PostgreSQL 15.1".to_owned(),
            touched: super::lasting(touched.clone(), &replayed.catalog),
        };
        assert!(known.touched.is_empty(), "what is not there at the end is not told");
        let known = Known { touched, ..known };
        let completed = complete(replayed, known);
        let codes: Vec<_> = completed.diagnostics.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [rules::RESOLVED.code]);
        let catalog = &completed.catalog;
        let line = |span| {
            let Place { line, .. } = sources.place(span);
            line
        };
        let t = catalog.table("public", "t").unwrap();
        assert_eq!(t.origins.creation().map(line), Some(1));
        assert_eq!(t.origins.of(Attribute::OWNER).map(line), Some(4));
        assert_eq!(t.column("a").unwrap().origins.of(Attribute::NOT_NULL).map(line), Some(2));
        assert_eq!(t.owner.as_deref(), Some("app"));
        let u = catalog.table("public", "u1").unwrap();
        assert_eq!((u.origins.creation().map(line), u.owner.as_deref()), (Some(3), None));
        assert_eq!(u.column("b").unwrap().origins.creation().map(line), Some(3));
    }
}
