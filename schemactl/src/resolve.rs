//! PostgreSQL's own reading of the migrations in the place of ours: from a throw-away server (`--shadow`), or kept in
//! `schemactl.lock`.

use schemactl_live::LiveError;
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::replay::Replayed;
use schemactl_schema::resolve::{Known, Touched, complete, lock, unknown_statements};
use schemactl_schema::source::Sources;
use schemactl_verify::report::{By, Resolved};

use crate::args::ShadowArgs;
use crate::failure::Failure;
use crate::server;
use crate::terminal::Terminal;

/// What came of asking a throw-away server.
#[derive(Debug)]
pub(crate) struct OnShadow {
    pub(crate) completed: Replayed,
    /// `None`: it refuses a migration.
    pub(crate) resolved: Option<Resolved>,
    /// What the statements did that the replay does not follow.
    pub(crate) touched: Vec<Touched>,
}

/// Runs the migrations on a throw-away server, and gives the replay with that server's catalog, and what the server is
/// called.
///
/// When the server refuses a migration, that is the only finding, and the catalog stays the replay's.
pub(crate) fn on_shadow(
    set: &MigrationSet,
    mut replayed: Replayed,
    args: &ShadowArgs,
    terminal: &Terminal,
) -> Result<OnShadow, Failure> {
    let options = server::shadow_options(args);
    let number = set.migrations.len();
    let word = if number == 1 { "migration" } else { "migrations" };
    terminal.progress(&format!("running {number} {word} on a throw-away server …"));
    let unknown = unknown_statements(&replayed);
    match server::runtime()?.block_on(server::shadow_watching(set, &options, &unknown)) {
        Ok((read, touched)) => {
            let by = format!("a throw-away PostgreSQL {}", server::version(read.server_version));
            let role = Some(read.role.into());
            let known = Known { catalog: read.catalog, role, by: by.clone(), touched: touched.clone() };
            let mut completed = complete(replayed, known);
            // What the server holds and the catalog cannot is missing from everything that is made of it.
            completed.diagnostics.extend(read.diagnostics);
            Ok(OnShadow { completed, resolved: Some(Resolved { by: By::Shadow, name: by }), touched })
        }
        Err(LiveError::Finding(finding)) => {
            // It comes first; what the replay says of later statements may be its consequences.
            replayed.diagnostics = vec![*finding];
            Ok(OnShadow { completed: replayed, resolved: None, touched: Vec::new() })
        }
        Err(error) => Err(Failure::live(error, &set.sources)),
    }
}

/// Gives the replay with the catalog of the set's lock, if there is one that fits; see [`lock::apply`].
pub(crate) fn by_lock(
    set: &MigrationSet,
    sources: &mut Sources,
    replayed: Replayed,
) -> (Replayed, Option<Resolved>) {
    let (replayed, by) = lock::apply(set, sources, replayed);
    (replayed, by.map(|name| Resolved { by: By::Files, name }))
}
