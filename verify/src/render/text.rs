//! The report for terminals.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use schemactl_schema::diagnostic::{self, Severity};
use schemactl_schema::source::Sources;
use unicode_width::UnicodeWidthStr;

use crate::report::{Group, Line, Report, Section, Verdict};

/// How the text may look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextOptions {
    /// Columns of the terminal.
    pub width: usize,
    pub colour: bool,
    /// Every line, where else a group without warnings is told in one.
    pub full: bool,
}

impl Default for TextOptions {
    fn default() -> Self {
        Self { width: 100, colour: false, full: false }
    }
}

/// Narrower than this, texts are not wrapped any further.
const MIN_WIDTH: usize = 40;

/// A column of a table is never made narrower than this.
const MIN_COLUMN: usize = 12;

/// Renders the report; `sources` are those that it was made with.
pub fn text(report: &Report, sources: &Sources, options: TextOptions) -> String {
    let mut out = Printer { out: String::new(), options, width: options.width.max(MIN_WIDTH) };
    out.heading(report);
    let (sections, last) = match report.sections.split_last() {
        Some((last, rest)) => (rest, Some(last)),
        None => (&[][..], None),
    };
    for section in sections {
        out.section(section);
    }
    out.findings(report, sources);
    if let Some(last) = last {
        out.section(last);
    }
    out.out
}

struct Printer {
    out: String,
    options: TextOptions,
    width: usize,
}

impl Printer {
    fn heading(&mut self, report: &Report) {
        self.styled(Style::new().bold(), "Database schema validation report");
        self.out.push('\n');
        let server = report.server.as_deref().unwrap_or("none was asked");
        let line = format!("migrations: {}; server: {server}", report.migrations);
        self.wrapped(&line, 0);
        self.wrapped(
            "✅ checked and holds; ⚠ warning; ❌ fails; – not checked; · stated, nothing to hold it against. In brackets: checked against what.",
            0,
        );
    }

    fn section(&mut self, section: &Section) {
        self.out.push('\n');
        self.styled(Style::new().bold(), section.title);
        self.out.push('\n');
        for group in &section.groups {
            self.group(group);
        }
    }

    /// One column of signs, two cells wide: `✅` fills both on every terminal, `⚠` one or both.
    fn sign(&mut self, verdict: Verdict) {
        let sign = verdict.sign();
        let colour = match verdict {
            Verdict::Fact | Verdict::NotChecked => AnsiColor::BrightBlack,
            Verdict::Holds => AnsiColor::Green,
            Verdict::Warning => AnsiColor::Yellow,
            Verdict::Fails => AnsiColor::Red,
        };
        self.styled(Style::new().fg_color(Some(colour.into())), sign);
        self.pad(sign.width(), 3);
    }

    fn pad(&mut self, from: usize, to: usize) {
        for _ in from..to {
            self.out.push(' ');
        }
    }

    fn styled(&mut self, style: Style, text: &str) {
        if self.options.colour {
            let _ = write!(self.out, "{style}{text}{style:#}");
        } else {
            self.out.push_str(text);
        }
    }

    fn group(&mut self, group: &Group) {
        let mut indent = 2;
        if let Some(title) = &group.title {
            self.out.push_str("  ");
            self.styled(Style::new().underline(), title);
            self.out.push('\n');
            indent = 4;
        }
        let quiet = |line: &&Line| line.verdict < Verdict::Warning;
        if let Some(brief) = group.brief.as_ref().filter(|_| !self.options.full) {
            // What is wrong is always told; what holds is told in one line.
            let shown: Vec<&Line> = group.lines.iter().filter(|line| !quiet(line)).collect();
            self.table(group, &shown, indent);
            let quiet_lines = group.lines.iter().filter(quiet);
            let verdict = if quiet_lines.clone().any(|line| line.verdict == Verdict::Holds) {
                Verdict::Holds
            } else {
                quiet_lines.map(|line| line.verdict).max().unwrap_or(Verdict::Fact)
            };
            let unchecked = group.lines.iter().filter(|line| line.verdict == Verdict::NotChecked).count();
            self.pad(0, indent);
            self.sign(verdict);
            let unchecked = match unchecked {
                0 => String::new(),
                1 => "; 1 line not checked".to_owned(),
                number => format!("; {number} lines not checked"),
            };
            let by: Vec<&str> = group.by().into_iter().map(crate::report::By::word).collect();
            self.wrapped_from(&format!("{brief}{unchecked} [{}]", by.join(", ")), indent + 3);
            return;
        }
        let all: Vec<&Line> = group.lines.iter().collect();
        if group.columns.is_empty() {
            for line in all {
                self.sentence(line, indent);
            }
        } else {
            self.table(group, &all, indent);
        }
    }

    fn sentence(&mut self, line: &Line, indent: usize) {
        self.pad(0, indent);
        self.sign(line.verdict);
        let mut text = line.cells.join(" ");
        if !line.names.is_empty() && (self.options.full || line.names.len() <= 8) {
            // Names that are whole clauses need a stronger mark between them.
            let mark = if line.names.iter().any(|name| name.contains(", ")) { "; " } else { ", " };
            let _ = write!(text, ": {}", line.names.join(mark));
        }
        if !line.by.is_empty() {
            let by: Vec<&str> = line.by.iter().map(|by| by.word()).collect();
            let _ = write!(text, " [{}]", by.join(", "));
        }
        self.wrapped_from(&text, indent + 3);
    }

    /// Cells in columns; the last is wrapped, the others are as wide as their widest.
    fn table(&mut self, group: &Group, lines: &[&Line], indent: usize) {
        if lines.is_empty() {
            return;
        }
        // A column without a word in it is left out.
        let kept: Vec<usize> = (0..group.columns.len())
            .filter(|at| lines.iter().any(|line| line.cells.get(*at).is_some_and(|cell| !cell.is_empty())))
            .collect();
        let columns = kept.len();
        let cell = |line: &Line, at: usize| line.cells.get(at).cloned().unwrap_or_default();
        let mut widths: Vec<usize> = kept
            .iter()
            .map(|at| {
                let cells = lines.iter().map(|line| cell(line, *at).width());
                cells.chain([group.columns[*at].width()]).max().unwrap_or(0)
            })
            .collect();
        // A wide table takes from its widest columns until it fits.
        let room = self.width.saturating_sub(indent + 3 + 2 * columns.saturating_sub(1));
        while widths.iter().sum::<usize>() > room {
            match widths.iter_mut().max_by_key(|width| **width) {
                Some(widest) if *widest > MIN_COLUMN => *widest -= 1,
                _ => break,
            }
        }
        let by = group.by();
        let names: Vec<String> = kept.iter().map(|at| group.columns[*at].to_owned()).collect();
        for (row, text) in rows(&names, &widths).into_iter().enumerate() {
            self.pad(0, indent + 3);
            self.styled(Style::new().dimmed(), &text);
            if row == 0 && !by.is_empty() {
                let by: Vec<&str> = by.iter().map(|by| by.word()).collect();
                let _ = write!(self.out, "  [{}]", by.join(", "));
            }
            self.out.push('\n');
        }
        for line in lines {
            let cells: Vec<String> = kept.iter().map(|at| cell(line, *at)).collect();
            for (row, text) in rows(&cells, &widths).into_iter().enumerate() {
                self.pad(0, indent);
                if row == 0 {
                    self.sign(line.verdict);
                } else {
                    self.pad(0, 3);
                }
                self.out.push_str(&text);
                self.out.push('\n');
            }
        }
    }

    fn findings(&mut self, report: &Report, sources: &Sources) {
        let shown: Vec<_> = report
            .diagnostics
            .iter()
            .filter(|finding| self.options.full || finding.severity > Severity::Info)
            .collect();
        if shown.is_empty() {
            return;
        }
        self.out.push('\n');
        self.styled(Style::new().bold(), "Findings");
        self.out.push('\n');
        let style = if self.options.colour { diagnostic::Style::Colour } else { diagnostic::Style::Plain };
        for finding in shown {
            self.out.push('\n');
            self.out.push_str(&diagnostic::render(finding, sources, style));
            self.out.push('\n');
        }
        let hidden = report.diagnostics.len()
            - report.diagnostics.iter().filter(|f| self.options.full || f.severity > Severity::Info).count();
        if hidden > 0 {
            let _ = writeln!(self.out, "\n{hidden} more of information; --full shows them");
        }
    }

    fn wrapped(&mut self, text: &str, indent: usize) {
        self.pad(0, indent);
        self.wrapped_from(text, indent);
    }

    /// Writes text whose first line begins where the cursor is, the others at `indent`.
    fn wrapped_from(&mut self, text: &str, indent: usize) {
        for (at, line) in wrap(text, self.width.saturating_sub(indent).max(MIN_COLUMN)).iter().enumerate() {
            if at > 0 {
                self.pad(0, indent);
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }
}

/// Cells beside each other, each wrapped to its width, without spaces at the ends of the lines.
fn rows(cells: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, width)| wrap(cell, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|row| {
            let mut text = String::new();
            for (cell, width) in cells.iter().zip(widths) {
                let part = cell.get(row).map_or("", String::as_str);
                let _ = write!(text, "{part}{}  ", " ".repeat(width.saturating_sub(part.width())));
            }
            text.trim_end().to_owned()
        })
        .collect()
}

/// Breaks text at spaces; a word that is too long is cut, behind a `_`, `/` or `.` if it has one.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let mut word = word;
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        while word.width() > width {
            let mut end = word.len();
            while end > 0 && (!word.is_char_boundary(end) || word[..end].width() > width) {
                end -= 1;
            }
            if let Some(at) = word[..end].rfind(['_', '/', '.']).filter(|at| *at > 0 && at + 1 < word.len()) {
                end = at + 1;
            }
            // A single wide character may be wider than the column.
            let end = if end == 0 { word.chars().next().map_or(word.len(), char::len_utf8) } else { end };
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            lines.push(word[..end].to_owned());
            word = &word[end..];
        }
        if !line.is_empty() && !word.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_at_spaces_and_long_words_are_cut() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("ab_cd_efgh", 7), ["ab_cd_", "efgh"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("✅✅", 2), ["✅", "✅"]);
    }
}
