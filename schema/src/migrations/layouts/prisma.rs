//! Prisma: a folder a migration, `20240131120000_users/migration.sql`
//! (<https://www.prisma.io/docs/orm/prisma-migrate/understanding-prisma-migrate/migration-histories>).

use super::super::folder::Folder;
use super::super::kind::Kind;
use super::super::layout::{Direction, Downs, Facts, Layout};
use super::super::pieces::{Pieces, Remark};
use super::super::version::Version;
use crate::rules;

pub(in super::super) const FACTS: Facts = Facts {
    layout: Layout::Prisma,
    name: "prisma",
    files: "`VERSION_name/migration.sql`",
    found_by: "`x/migration.sql`",
    version: "the folder's name, compared as text; what stands before the first `_` is shown",
    downs: Downs::None,
    outside: "",
    limits: "`schema.prisma`, which is not read",
    score: |folder: &Folder| {
        folder.files.iter().filter(|file| file.depth() == 1 && file.kind == Kind::Prisma).count()
    },
    take,
    side: |version, name, _| format!("`{version}_{name}/migration.sql`"),
};

fn take(folder: &Folder, pieces: &mut Pieces<'_>) {
    for (at, file) in folder.files.iter().enumerate() {
        match (file.depth(), file.parent(), file.name()) {
            (1, Some(parent), "migration.sql") => {
                let (shown, name) = match parent.split_once('_') {
                    Some((digits, name)) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                        (digits, name)
                    }
                    _ => (parent, parent),
                };
                pieces.whole(at, Version::text(shown, parent), name, Direction::Up);
            }
            (0, None, "migration_lock.toml") => provider(folder, at, pieces),
            (1, ..) if file.is_sql() => pieces.misnamed(at, "it is not called `migration.sql`"),
            (0, ..) if file.is_sql() => pieces.misnamed(at, "it stands in no folder of its own"),
            _ => {}
        }
    }
}

/// The lock file says for which database the SQL was made.
fn provider(folder: &Folder, at: usize, pieces: &mut Pieces<'_>) {
    let text = folder.files[at].text().unwrap_or("");
    let provider = text
        .lines()
        .filter_map(|line| line.split_once('='))
        .find(|(key, _)| key.trim() == "provider")
        .map(|(_, value)| value.trim().trim_matches('"'));
    if let Some(provider) =
        provider.filter(|provider| !matches!(*provider, "postgresql" | "postgres" | "cockroachdb"))
    {
        pieces.remarks.push(Remark {
            rule: &rules::OTHER_DATABASE,
            file: at,
            offset: None,
            message: format!(
                "these migrations were made for {provider}, says {}",
                folder.files[at].path.display()
            ),
            why: "they are read as PostgreSQL would read them",
            help: "name the folder of the migrations for PostgreSQL".into(),
        });
    }
}
