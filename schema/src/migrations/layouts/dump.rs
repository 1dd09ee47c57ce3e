//! A whole schema in one file, as `pg_dump` writes it: Rails' `db/structure.sql`
//! (<https://guides.rubyonrails.org/active_record_migrations.html#types-of-schema-dumps>), dbmate's `schema.sql`.

use super::super::folder::{File, Folder};
use super::super::kind::Kind;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::Pieces;
use super::super::version::Version;
use super::count_top;

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Dump,
    name: "pg_dump",
    files: "`structure.sql`, or one file that pg_dump wrote",
    found_by: "`structure.sql`, or pg_dump's first lines (`\\restrict`, `-- PostgreSQL database dump`) in a folder \
               with no other SQL",
    version: "none; there is one file",
    downs: Downs::None,
    outside: "",
    limits: "psql's commands other than `\\restrict` and `\\unrestrict`, and dumps that are not plain text; \
             `schema.rb` is not read",
    score,
    take,
    side: |_, name, _| format!("`{name}.sql`"),
};

/// Beside `structure.sql` other files are seeds and scripts, unless they are numbered.
fn score(folder: &Folder) -> usize {
    let structure = dumps(folder).any(|(_, file)| file.name() == "structure.sql");
    if structure && count_top(folder, &[Kind::Numbered]) == 0 {
        count_top(folder, &[Kind::Dump, Kind::Named])
    } else {
        usize::from(dumps(folder).next().is_some())
    }
}

/// Numbered files are steps of a history, even when pg_dump wrote the first.
pub(in super::super) fn looks_like(name: &str, text: &str) -> bool {
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        return false;
    }
    let head = text.get(..text.len().min(4096)).unwrap_or_else(|| text.lines().next().unwrap_or(""));
    name == "structure.sql"
        || head
            .lines()
            .take(20)
            .any(|line| line.starts_with("\\restrict ") || line.trim() == "-- PostgreSQL database dump")
}

fn dumps(folder: &Folder) -> impl Iterator<Item = (usize, &File)> {
    folder.files.iter().enumerate().filter(|(_, file)| file.depth() == 0 && file.kind == Kind::Dump)
}

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    // Rails keeps a file for each further database beside the first one's.
    let first = dumps(folder)
        .find(|(_, file)| file.name() == "structure.sql")
        .or_else(|| dumps(folder).next())
        .or_else(|| folder.files.iter().enumerate().find(|(_, file)| file.is_sql()));
    let Some((at, file)) = first else { return };
    let stem = file.name().get(..file.name().len() - 4).unwrap_or("");
    pieces.whole(at, Version::natural(stem, stem), stem, Direction::Up);
    for (other, _) in dumps(folder).filter(|(other, _)| *other != at) {
        pieces.misnamed(other, format!("it is the schema of another database than {}", file.name()));
    }
}
