//! Source files and places in them: what lets every fact say where it was written.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::Serialize;

/// A file in [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(pub u32);

/// A stretch of bytes of one file: `start` included, `end` not. Both lie on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start: start as u32, end: end as u32 }
    }

    /// The smallest span that holds both; `self` when they are of different files.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        if self.file == other.file {
            Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
        } else {
            self
        }
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place as people and programs name it. Lines and columns count from 1; columns count characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Place {
    pub file: String,
    pub line: u32,
    pub column: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// One file's text, with an index of where its lines begin.
#[derive(Clone, Debug)]
pub struct SourceFile {
    path: PathBuf,
    text: String,
    /// Made when the first place is told: most runs have nothing to tell.
    line_starts: OnceLock<Vec<u32>>,
}

impl SourceFile {
    fn new(path: PathBuf, text: String) -> Self {
        Self { path, text, line_starts: OnceLock::new() }
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at as u32 + 1)).collect()
        })
    }

    /// The path as it was given when the file was read.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column (from 1, in characters) of a byte offset; past the end is the end.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_starts().partition_point(|start| *start as usize <= offset) - 1;
        let start = self.line_starts()[line] as usize;
        (line as u32 + 1, self.text[start..offset].chars().count() as u32 + 1)
    }

    /// The text from the beginning of one line (from 1) to the end of another, with all line breaks, and the byte
    /// at which it begins.
    pub fn lines(&self, first: u32, last: u32) -> (&str, usize) {
        let at = |line: u32| self.line_starts().get(line as usize).map_or(self.text.len(), |at| *at as usize);
        let start = at(first.max(1) - 1);
        (&self.text[start..at(last).max(start)], start)
    }

    /// The text of a line (from 1) without its line break.
    pub fn line(&self, line: u32) -> &str {
        let index = (line.max(1) - 1) as usize;
        let start = self.line_starts().get(index).map_or(self.text.len(), |at| *at as usize);
        let end = self.line_starts().get(index + 1).map_or(self.text.len(), |at| *at as usize);
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }
}

/// All files that were read, in the order of reading. Ids of other `Sources` must not be mixed in.
///
/// Beside them stand texts that no file has: statements that a migration builds while it runs.
#[derive(Clone, Default, Debug)]
pub struct Sources {
    files: Vec<SourceFile>,
    built: Built,
}

/// Ids from here on are of built texts.
const FIRST_BUILT: u32 = 1 << 31;

/// A built text, and the place in a file, or in another built text, that had it built.
#[derive(Clone, Debug)]
struct BuiltText {
    file: SourceFile,
    place: Span,
}

/// Built texts, added while others are being read: chunk `n` has room for 2^n of them.
#[derive(Clone, Default, Debug)]
struct Built {
    chunks: [OnceLock<Box<[OnceLock<BuiltText>]>>; 24],
}

impl Built {
    fn slot(&self, at: usize) -> Option<&OnceLock<BuiltText>> {
        let chunk = (at + 1).ilog2();
        let slots = self
            .chunks
            .get(chunk as usize)?
            .get_or_init(|| (0..1_usize << chunk).map(|_| OnceLock::new()).collect());
        slots.get(at + 1 - (1 << chunk))
    }

    fn get(&self, id: FileId) -> Option<&BuiltText> {
        let at = id.0.checked_sub(FIRST_BUILT)? as usize;
        let chunk = (at + 1).ilog2();
        self.chunks.get(chunk as usize)?.get()?.get(at + 1 - (1 << chunk))?.get()
    }

    fn add(&self, text: BuiltText) -> Option<FileId> {
        let mut text = text;
        let mut at = 0;
        while let Some(slot) = self.slot(at) {
            match slot.set(text) {
                Ok(()) => return Some(FileId(FIRST_BUILT + at as u32)),
                // Taken, maybe by another thread just now.
                Err(back) => text = back,
            }
            at += 1;
        }
        None
    }
}

impl Sources {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&mut self, path: impl Into<PathBuf>, text: String) -> FileId {
        let id = FileId(self.files.len() as u32);
        self.files.push(SourceFile::new(path.into(), text));
        id
    }

    /// Takes all files of another `Sources` over. Adds the result to each of its ids to have the new ones.
    pub fn absorb(&mut self, other: Self) -> u32 {
        let offset = self.files.len() as u32;
        self.files.extend(other.files);
        offset
    }

    pub fn file(&self, id: FileId) -> &SourceFile {
        match self.built.get(id) {
            Some(built) => &built.file,
            None => &self.files[id.0 as usize],
        }
    }

    /// Adds a text that the statement at `place` builds; none once there are millions of them.
    ///
    /// It is not among [`Sources::iter`], and its spans are shown as the place that had it built.
    pub(crate) fn add_built(&self, place: Span, text: String) -> Option<FileId> {
        let path = self.file(place.file).path().to_owned();
        self.built.add(BuiltText { file: SourceFile::new(path, text), place })
    }

    /// The place in a file that a span stands for: itself, or for one in a built text the place that had it built.
    #[must_use]
    pub fn resolve(&self, span: Span) -> Span {
        let mut span = span;
        while let Some(built) = self.built.get(span.file) {
            span = built.place;
        }
        span
    }

    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(at as u32), file))
    }

    pub fn text(&self, span: Span) -> &str {
        self.file(span.file).text().get(span.range()).unwrap_or("")
    }

    /// Where a span begins, in words: path with `/`, line, column.
    pub fn place(&self, span: Span) -> Place {
        let span = self.resolve(span);
        let file = self.file(span.file);
        let (line, column) = file.line_column(span.start);
        Place { file: file.path().display().to_string().replace('\\', "/"), line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let mut sources = Sources::new();
        let file = sources.add("a.sql", "é x\r\nsecond".into());
        assert_eq!(sources.place(Span::new(file, 3, 4)).to_string(), "a.sql:1:3");
        assert_eq!(sources.place(Span::new(file, 6, 7)).to_string(), "a.sql:2:1");
        assert_eq!(sources.file(file).line(1), "é x");
        assert_eq!(sources.place(Span::new(file, 999, 999)).to_string(), "a.sql:2:7");
    }

    #[test]
    fn built_texts_are_shown_where_they_were_built() {
        let mut sources = Sources::new();
        let file = sources.add("a.sql", "one\ntwo".into());
        let place = Span::new(file, 4, 7);
        let ids: Vec<_> = (0..100).filter_map(|n| sources.add_built(place, format!("text {n}"))).collect();
        let inner = sources.add_built(Span::new(ids[7], 0, 4), "inner".into()).unwrap();
        assert_eq!(sources.text(Span::new(ids[99], 5, 7)), "99");
        assert_eq!(sources.text(Span::new(inner, 0, 5)), "inner");
        assert_eq!(sources.place(Span::new(inner, 2, 3)).to_string(), "a.sql:2:1");
        assert_eq!(sources.resolve(Span::new(inner, 2, 3)), place);
        assert_eq!(sources.iter().count(), 1);
    }
}
