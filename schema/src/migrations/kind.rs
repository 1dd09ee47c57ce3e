//! What a single file looks like, by its name and its markers: the evidence that layouts are found by.

use super::folder::File;
use super::layouts::{dbmate, dump, flyway, golang_migrate, goose, sql_migrate, tern};
use super::sections::Sections;

/// What kind of file it is, most telling first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// `-- +goose Up`.
    Goose,
    /// `-- migrate:up`.
    Dbmate,
    /// `-- +migrate Up`.
    SqlMigrate,
    /// `---- create above / drop below ----`.
    Tern,
    /// `N_x/migration.sql`.
    Prisma,
    /// `N_x/up.sql`, `N_x/down.sql`.
    Diesel,
    /// `V1__x.sql`, `U1__x.sql`, `R__x.sql`, `B1__x.sql`.
    Flyway,
    /// `N_x.up.sql`, `N_x.down.sql`.
    UpDown,
    /// `N_x.sql`.
    Numbered,
    /// What `pg_dump` writes; Rails' `structure.sql`.
    Dump,
    /// Any other SQL.
    Named,
    NotSql,
}

impl Kind {
    pub(super) fn of(file: &File) -> Self {
        if !file.is_sql() {
            return Self::NotSql;
        }
        let name = file.name();
        let text = file.text().unwrap_or("");
        let marked = [
            (goose::marks(text), Self::Goose),
            (dbmate::marks(text), Self::Dbmate),
            (sql_migrate::marks(text), Self::SqlMigrate),
            (tern::marks(text), Self::Tern),
        ];
        let marked = marked.into_iter().find(|(marked, _)| *marked).map(|(_, kind)| kind);
        if let Some(kind) = marked {
            // Somebody has laid out the ups of a tool's history: all of such a file is to be run.
            let laid_out = bare_number(name).is_some()
                && kind.sections(text).is_some_and(|sections| sections.down.ranges.is_empty());
            return if laid_out { Self::Named } else { kind };
        }
        match (file.parent(), name) {
            (Some(_), "migration.sql") => return Self::Prisma,
            (Some(_), "up.sql" | "down.sql") => return Self::Diesel,
            _ => {}
        }
        if flyway::parse(name).is_some() {
            Self::Flyway
        } else if golang_migrate::parse(name).is_ok_and(|named| named.is_some()) {
            Self::UpDown
        } else if numbered(name).is_some() && !is_direction(name) {
            Self::Numbered
        } else if dump::looks_like(name, text) {
            Self::Dump
        } else {
            Self::Named
        }
    }

    /// The sections of a file whose kind has them.
    pub(super) fn sections(self, text: &str) -> Option<Sections> {
        match self {
            Self::Goose => Some(goose::sections(text)),
            Self::Dbmate => Some(dbmate::sections(text)),
            Self::SqlMigrate => Some(sql_migrate::sections(text)),
            Self::Tern => Some(tern::sections(text)),
            _ => None,
        }
    }
}

/// `N.sql`: the number, and no name.
pub(super) fn bare_number(name: &str) -> Option<(&str, &str)> {
    let stem = name.strip_suffix(".sql")?;
    (!stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_digit())).then_some((stem, ""))
}

/// `N_x.sql`: the number and the name.
pub(super) fn numbered(name: &str) -> Option<(&str, &str)> {
    let stem = name.strip_suffix(".sql")?;
    let (digits, rest) = stem.split_at(stem.bytes().take_while(u8::is_ascii_digit).count());
    (!digits.is_empty()).then_some(())?;
    Some((digits, rest.strip_prefix('_')?))
}

fn is_direction(name: &str) -> bool {
    name.ends_with(".up.sql") || name.ends_with(".down.sql")
}
