//! Several directions in one file, told apart by marker lines: which lines are which, and a text of one alone.

use std::ops::Range;

use crate::syntax::split::split;

use super::layout::Direction;

/// What a marker line says: the direction of what follows, and whether that must run outside a transaction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Marker {
    pub(super) direction: Direction,
    pub(super) outside: bool,
}

/// The stretches of a file.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Sections {
    pub(super) up: Section,
    pub(super) down: Section,
    /// Where the first statement stands that no marker precedes.
    pub(super) stray: Option<usize>,
}

#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Section {
    /// Whole lines, without the markers. A section that is marked and empty has one empty range.
    pub(super) ranges: Vec<Range<usize>>,
    pub(super) outside: bool,
}

/// Cuts a text at the lines for which `marker` gives one. Before the first marker nothing belongs to any section,
/// unless `start` says what it is.
pub(super) fn cut(text: &str, start: Option<Marker>, marker: impl Fn(&str) -> Option<Marker>) -> Sections {
    let mut sections = Sections::default();
    let mut current = start;
    let mut from = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        // Comparing bytes first keeps long files of data quick.
        if line.starts_with('-')
            && let Some(found) = marker(line.trim_end())
        {
            sections.close(text, current, from..at);
            (current, from) = (Some(found), next);
        }
        at = next;
    }
    sections.close(text, current, from..text.len());
    sections
}

impl Sections {
    fn close(&mut self, text: &str, marker: Option<Marker>, range: Range<usize>) {
        let Some(marker) = marker else {
            let head = text.get(range).unwrap_or("");
            self.stray = split(head).statements.first().map(|first| first.start as usize);
            return;
        };
        let section = match marker.direction {
            Direction::Up => &mut self.up,
            Direction::Down => &mut self.down,
        };
        section.ranges.push(range);
        section.outside |= marker.outside;
    }
}

/// The text with nothing but the ranges left, everything where it was: what is cut out becomes blanks, so that places
/// stay true.
pub(super) fn keep(text: &str, ranges: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for range in ranges {
        blank(&mut kept, text.get(at..range.start).unwrap_or(""));
        kept.push_str(text.get(range.clone()).unwrap_or(""));
        at = range.end;
    }
    kept
}

fn blank(kept: &mut String, cut: &str) {
    kept.extend(cut.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
}

/// The words of a comment line `-- a b c`.
pub(super) fn comment_words(line: &str) -> impl Iterator<Item = &str> {
    line.strip_prefix("--").unwrap_or("").split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_stays_where_it_was() {
        let text = "é\n-- up\nA;\n-- down\nB;\n-- up\nC;";
        let sections = cut(text, None, |line| {
            let direction = match line {
                "-- up" => Direction::Up,
                "-- down" => Direction::Down,
                _ => return None,
            };
            Some(Marker { direction, outside: false })
        });
        let up = keep(text, &sections.up.ranges);
        assert_eq!(up, "  \n     \nA;\n       \n  \n     \nC;");
        assert_eq!(up.find("C;"), text.find("C;"));
        assert_eq!(keep(text, &sections.down.ranges).trim(), "B;");
        assert_eq!(sections.stray, Some(0));
    }
}
