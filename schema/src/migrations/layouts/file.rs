//! One file that was named itself: all of it is run.

use super::super::folder::Folder;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::version::Version;
use super::plain;

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::File,
    name: "file",
    files: "one file of SQL",
    found_by: "the path names a file, and no section of another layout is marked in it",
    version: "the number in its name, else its name",
    downs: Downs::None,
    outside: "`-- no-transaction` as the first bytes",
    limits: "files that it includes with psql's `\\i`",
    score: |folder: &Folder| usize::from(folder.single),
    take,
    side: |_, name, _| format!("`{name}.sql`"),
};

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    for (at, file) in folder.files.iter().enumerate() {
        if folder.single || file.is_sql() {
            let stem = file.name().strip_suffix(".sql").unwrap_or(file.name());
            let (version, name) = plain::version(stem);
            pieces.whole(at, Version::natural(version, stem), name, Direction::Up);
        }
    }
}
