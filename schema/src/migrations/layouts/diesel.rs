//! Diesel: a folder a migration, `2024-01-31-120000_users/up.sql` and `down.sql`
//! (<https://docs.rs/diesel_migrations/latest/diesel_migrations/struct.FileBasedMigrations.html>). Hasura's is the same.

use super::super::folder::{File, Folder};
use super::super::kind::Kind;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::version::Version;

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Diesel,
    name: "diesel",
    files: "`VERSION_name/up.sql` and `VERSION_name/down.sql`",
    found_by: "`N_x/up.sql`",
    version: "the folder's name before the first `_`, without `-`, compared as text",
    downs: Downs::Files,
    outside: "`run_in_transaction = false` in the folder's `metadata.toml`, or `-- no-transaction` as the first bytes",
    limits: "migrations written in Rust",
    score: |folder: &Folder| {
        folder.files.iter().filter(|file| file.depth() == 1 && file.kind == Kind::Diesel).count()
    },
    take,
    side: |version, name, direction| format!("`{direction}.sql` in the folder `{version}_{name}`"),
};

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    for (at, file) in folder.files.iter().enumerate() {
        let (1, Some(parent)) = (file.depth(), file.parent()) else {
            if file.is_sql() && file.depth() == 0 {
                pieces.misnamed(at, "it stands in no folder of its own");
            }
            continue;
        };
        let direction = match file.name() {
            "up.sql" => Direction::Up,
            "down.sql" => Direction::Down,
            _ => {
                if file.is_sql() {
                    pieces.misnamed(at, "it is neither `up.sql` nor `down.sql`");
                }
                continue;
            }
        };
        let (version, name) = parent.split_once('_').unwrap_or((parent, ""));
        let version = version.replace('-', "");
        pieces.whole(at, Version::text(&version, &version), name, direction);
        if outside(folder, file) {
            pieces.outside();
        }
    }
}

/// `run_in_transaction = false` in `metadata.toml` beside the file.
fn outside(folder: &Folder, file: &File) -> bool {
    let Some(beside) = file.below.rsplit_once('/').map(|(parent, _)| format!("{parent}/metadata.toml"))
    else {
        return false;
    };
    let metadata = folder.files.iter().find(|file| file.below == beside);
    metadata.and_then(|file| file.text().ok()).is_some_and(|text| {
        text.lines().any(|line| {
            let line = line.split('#').next().unwrap_or("");
            line.split_once('=')
                .is_some_and(|(key, value)| key.trim() == "run_in_transaction" && value.trim() == "false")
        })
    })
}
