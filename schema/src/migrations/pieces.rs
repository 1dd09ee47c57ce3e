//! What a layout makes of a folder: pieces of migrations, and remarks on what it leaves.

use std::ops::Range;

use crate::diagnostic::Rule;

use super::folder::Folder;
use super::layout::Direction;
use super::sections::{Section, Sections};
use super::version::Version;
use crate::rules;

/// How a migration's statements may share a transaction.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Transaction {
    /// One for all of them, where PostgreSQL allows it.
    #[default]
    Usual,
    /// None: the file or its tool's settings ask for that.
    Outside,
}

/// One direction of one migration.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) version: Version,
    pub(super) name: String,
    pub(super) direction: Direction,
    /// Where it stands in [`Folder::files`].
    pub(super) file: usize,
    /// The stretches of the file that it is; `None` for all of it.
    pub(super) ranges: Option<Vec<Range<usize>>>,
    pub(super) transaction: Transaction,
}

/// Why a file is not read, and why that matters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Misnamed {
    pub(super) cause: String,
    pub(super) why: &'static str,
}

pub(super) const UNREAD: &str = "what it holds is not part of the schema";

impl Misnamed {
    pub(super) fn new(cause: impl Into<String>) -> Self {
        Self { cause: cause.into(), why: UNREAD }
    }
}

/// A remark about a file that is read, or should have been.
#[derive(Debug)]
pub(super) struct Remark {
    pub(super) rule: &'static Rule,
    pub(super) file: usize,
    /// In the file; `None` for the file as a whole.
    pub(super) offset: Option<usize>,
    pub(super) message: String,
    pub(super) why: &'static str,
    pub(super) help: String,
}

/// Filled by a layout.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    pub(super) folder: &'a Folder,
    pub(super) made: Vec<Piece>,
    /// Files that were looked at and not understood.
    pub(super) misnamed: Vec<(usize, Misnamed)>,
    pub(super) remarks: Vec<Remark>,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(folder: &'a Folder) -> Self {
        Self { folder, made: Vec::new(), misnamed: Vec::new(), remarks: Vec::new() }
    }

    /// A whole file in one direction.
    pub(super) fn whole(&mut self, file: usize, version: Version, name: &str, direction: Direction) {
        self.made.push(Piece {
            version,
            name: name.to_owned(),
            direction,
            file,
            ranges: None,
            transaction: Transaction::Usual,
        });
    }

    /// Makes the last piece run outside a transaction.
    pub(super) fn outside(&mut self) {
        if let Some(piece) = self.made.last_mut() {
            piece.transaction = Transaction::Outside;
        }
    }

    pub(super) fn misnamed(&mut self, file: usize, cause: impl Into<String>) {
        self.misnamed.push((file, Misnamed::new(cause)));
    }

    /// A file in sections; one without an up section is no migration.
    pub(super) fn sections(
        &mut self,
        file: usize,
        version: &Version,
        name: &str,
        sections: Sections,
        marker: &str,
    ) {
        if sections.up.ranges.is_empty() {
            self.misnamed(file, format!("it has no `{marker}`"));
            return;
        }
        if let Some(offset) = sections.stray {
            self.remarks.push(Remark {
                rule: &rules::OUTSIDE_SECTION,
                file,
                offset: Some(offset),
                message: format!("this stands before `{marker}` and is not run"),
                why: UNREAD,
                help: format!("move it below `{marker}`"),
            });
        }
        let mut push = |direction, section: Section| {
            if section.ranges.is_empty() {
                return;
            }
            self.made.push(Piece {
                version: version.clone(),
                name: name.to_owned(),
                direction,
                file,
                ranges: Some(section.ranges),
                transaction: if section.outside { Transaction::Outside } else { Transaction::Usual },
            });
        };
        push(Direction::Up, sections.up);
        push(Direction::Down, sections.down);
    }

    /// Says that the tool changes a stretch of the text before it runs it.
    pub(super) fn placeholder(&mut self, file: usize, offset: usize, what: &str) {
        self.remarks.push(Remark {
            rule: &rules::PLACEHOLDER,
            file,
            offset: Some(offset),
            message: format!("{what} is replaced before this file is run; here it is read as it stands"),
            why: "what the tool puts there is not known, so the schema may differ",
            help: "write what it stands for, or check the schema on a server that the tool has migrated"
                .into(),
        });
    }

    /// The files that stand directly in the folder.
    pub(super) fn top(&self) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
        let folder = self.folder;
        folder
            .files
            .iter()
            .enumerate()
            .filter(|(_, file)| file.depth() == 0)
            .map(|(at, file)| (at, file.name()))
    }
}
