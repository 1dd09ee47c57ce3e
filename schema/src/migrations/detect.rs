//! Finds the layout of a folder from what lies in it.

use crate::diagnostic::Diagnostic;
use crate::rules;

use super::folder::Folder;
use super::kind::Kind;
use super::layout::{ALL, Facts, Layout};
use super::layouts::plain::{OTHER_DATABASES, POSTGRESQL};

/// Folders around the folder that was meant: `migrations/default/…`.
const MOST_STEPS: usize = 4;

/// Goes down to the folder that holds the migrations when the one that was named holds none itself: into the only one
/// there is, or into PostgreSQL's where others have a database's name.
pub(super) fn descend(folder: &mut Folder, findings: &mut Vec<Diagnostic>) {
    for _ in 0..MOST_STEPS {
        if folder.single || folder.files.iter().any(|file| file.depth() == 0 && file.is_sql()) {
            return;
        }
        let names = folder.folders_with_sql();
        let is_step = |file: &super::folder::File| {
            file.depth() == 1 && matches!(file.kind, Kind::Diesel | Kind::Prisma)
        };
        let (chosen, others) = match names.as_slice() {
            [only] if !folder.files.iter().any(is_step) => ((*only).to_owned(), Vec::new()),
            [] | [_] => return,
            several => {
                let is = |name: &str, known: &str| name.eq_ignore_ascii_case(known);
                let other = |name: &&&str| OTHER_DATABASES.iter().any(|(known, _)| is(name, known));
                let ours = several.iter().find(|name| POSTGRESQL.iter().any(|known| is(name, known)));
                let others: Vec<String> =
                    several.iter().filter(other).map(|name| (*name).to_owned()).collect();
                match ours {
                    Some(ours) if !others.is_empty() => ((*ours).to_owned(), others),
                    _ => return,
                }
            }
        };
        if !others.is_empty() {
            let message = format!(
                "of {} only the folder {chosen} is read, beside {}",
                folder.path.display(),
                others.join(", ")
            );
            findings.push(
                Diagnostic::new(&rules::FOLDER_CHOSEN, message)
                    .subject(folder.path.display().to_string())
                    .why("the others are called like other databases")
                    .help("name the folder itself with `--migrations DIR` to choose another"),
            );
        }
        folder.enter(&chosen);
    }
}

/// The layout that reads most of the folder; `None` when nothing could be read at all.
///
/// A plain folder is what remains: it is taken when a tool's layout would leave more than half of the files unread.
pub(super) fn detect(folder: &Folder) -> Option<&'static Facts> {
    if folder.single {
        let kind = folder.files.first().map(|file| file.kind);
        return Some(kind.and_then(in_sections).unwrap_or(Layout::File).facts());
    }
    let mut best: Option<(usize, &Facts)> = None;
    for facts in ALL.iter().filter(|facts| !matches!(facts.layout, Layout::Plain | Layout::File)) {
        let score = (facts.score)(folder);
        if score > best.map_or(0, |(best, _)| best) {
            best = Some((score, facts));
        }
    }
    let plain = (Layout::Plain.facts().score)(folder);
    match best {
        Some((score, facts)) if plain < 2 * score => Some(facts),
        _ if plain > 0 => Some(Layout::Plain.facts()),
        _ => best.map(|(_, facts)| facts),
    }
}

fn in_sections(kind: Kind) -> Option<Layout> {
    match kind {
        Kind::Goose | Kind::Dbmate | Kind::SqlMigrate | Kind::Tern => kind.layout(),
        _ => None,
    }
}

impl Kind {
    /// Whose files look like that; `None` when they could be anybody's.
    pub(super) fn layout(self) -> Option<Layout> {
        match self {
            Self::Goose => Some(Layout::Goose),
            Self::Dbmate => Some(Layout::Dbmate),
            Self::SqlMigrate => Some(Layout::SqlMigrate),
            Self::Tern => Some(Layout::Tern),
            Self::Prisma => Some(Layout::Prisma),
            Self::Diesel => Some(Layout::Diesel),
            Self::Flyway => Some(Layout::Flyway),
            Self::UpDown => Some(Layout::GolangMigrate),
            Self::Numbered => Some(Layout::Sqlx),
            Self::Dump | Self::Named | Self::NotSql => None,
        }
    }
}
