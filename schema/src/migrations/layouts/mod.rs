//! One file a layout: what it is found by, what its files mean, and what of its tool is not followed.

pub(super) mod code;
pub(super) mod dbmate;
pub(super) mod diesel;
pub(super) mod dump;
pub(super) mod file;
pub(super) mod flyway;
pub(super) mod golang_migrate;
pub(super) mod goose;
pub(super) mod plain;
pub(super) mod prisma;
pub(super) mod refinery;
pub(super) mod sql_migrate;
pub(super) mod sqlx;
pub(super) mod tern;

use super::folder::Folder;
use super::kind::Kind;

/// How many files directly in the folder are of one of the kinds.
fn count_top(folder: &Folder, kinds: &[Kind]) -> usize {
    folder.files.iter().filter(|file| file.depth() == 0 && kinds.contains(&file.kind)).count()
}

/// A whole number that fits into PostgreSQL's `bigint`.
fn bigint(digits: &str) -> bool {
    digits.parse::<i64>().is_ok()
}
