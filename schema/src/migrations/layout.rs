//! The layouts that are known, one line each. How one is read stands in its file below `layouts/`.

use std::str::FromStr;

use super::folder::Folder;
use super::layouts::{
    dbmate, diesel, dump, file, flyway, golang_migrate, goose, plain, prisma, refinery, sql_migrate, sqlx,
    tern,
};
use super::pieces::Pieces;
use super::version::Version;

/// Whose way of laying out migrations a folder follows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Layout {
    Goose,
    Dbmate,
    SqlMigrate,
    Tern,
    Prisma,
    Diesel,
    Refinery,
    Flyway,
    GolangMigrate,
    Sqlx,
    Dump,
    File,
    Plain,
}

/// What is known about a layout, for the manual and for messages.
#[derive(Debug)]
pub struct Facts {
    pub layout: Layout,
    /// What `--layout` takes.
    pub name: &'static str,
    /// How its files are named, for messages.
    pub files: &'static str,
    /// What it is found by.
    pub found_by: &'static str,
    /// What is a version, and how versions are ordered.
    pub version: &'static str,
    /// How a migration is undone.
    pub downs: Downs,
    /// What makes a migration run outside a transaction; empty for nothing.
    pub outside: &'static str,
    /// What its tool does and this program does not.
    pub limits: &'static str,
    /// How many files of the folder it would read.
    pub(super) score: fn(&Folder) -> usize,
    pub(super) take: fn(&Folder, &mut Pieces<'_>),
    /// The name of a migration's other side, for messages.
    pub(super) side: fn(&Version, &str, Direction) -> String,
}

/// Where the statements that undo a migration stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Downs {
    /// In files of their own, which each migration should have.
    Files,
    /// In a section of the same file, which each migration should have.
    Sections,
    /// In files of their own; a folder may do without.
    Optional,
    /// In a section; a migration without one is meant to stay.
    OptionalSections,
    /// Nowhere.
    None,
}

/// In the order in which they are preferred where a folder could be two.
pub const ALL: &[&Facts] = &[
    &goose::FACTS,
    &dbmate::FACTS,
    &sql_migrate::FACTS,
    &tern::FACTS,
    &prisma::FACTS,
    &diesel::FACTS,
    &refinery::FACTS,
    &flyway::FACTS,
    &golang_migrate::FACTS,
    &sqlx::FACTS,
    &dump::FACTS,
    &file::FACTS,
    &plain::FACTS,
];

impl Layout {
    pub fn facts(self) -> &'static Facts {
        ALL.iter().find(|facts| facts.layout == self).copied().unwrap_or(&plain::FACTS)
    }

    /// What `--layout` takes.
    pub fn name(self) -> &'static str {
        self.facts().name
    }
}

impl std::fmt::Display for Layout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is no layout's; its text lists those that are.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{name}` is no layout; the layouts are {}", names().join(", "))]
pub struct UnknownLayout {
    pub name: String,
}

fn names() -> Vec<&'static str> {
    ALL.iter().map(|facts| facts.name).collect()
}

impl FromStr for Layout {
    type Err = UnknownLayout;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = ALL.iter().find(|facts| facts.name == name);
        found.map(|facts| facts.layout).ok_or_else(|| UnknownLayout { name: name.to_owned() })
    }
}

/// Which way a file takes the schema.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Direction {
    Up,
    Down,
}

impl std::fmt::Display for Direction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Up => "up",
            Self::Down => "down",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_is_found_by_its_name() {
        for facts in ALL {
            assert_eq!(facts.name.parse(), Ok(facts.layout));
            assert_eq!(facts.layout.facts().name, facts.name);
        }
        assert!("rails".parse::<Layout>().unwrap_err().to_string().contains("golang-migrate"));
    }
}
