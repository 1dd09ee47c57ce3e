//! The report for terminals.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use schemactl_schema::diagnostic::Severity;
use schemactl_schema::source::Sources;
use unicode_width::UnicodeWidthStr;

use super::wrap::wrap;
use crate::report::{By, Group, Line, Report, Section, Verdict};

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
pub(super) const MIN_WIDTH: usize = 40;

/// A column of a table is never made narrower than this: then its rows are told as sentences.
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
        self.title(Style::new().bold(), "Database schema validation report", 0);
        let server = report.server.as_deref().unwrap_or("none was asked");
        let mut line = format!("migrations: {}; server: {server}", report.migrations);
        if let Some(resolved) = &report.resolved {
            let _ = write!(line, "; catalog: that of {resolved}");
        }
        self.wrapped(&line, 0);
        self.wrapped(
            "✅ checked and holds; ⚠ warning; ❌ fails; – not checked; · stated, nothing to hold it against. In brackets: checked against what.",
            0,
        );
    }

    fn section(&mut self, section: &Section) {
        self.out.push('\n');
        self.title(Style::new().bold(), section.title, 0);
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

    /// A heading; each of its lines is styled by itself, so that no style runs over the indentation.
    fn title(&mut self, style: Style, text: &str, indent: usize) {
        for line in wrap(text, self.width.saturating_sub(indent).max(MIN_COLUMN)) {
            self.pad(0, indent);
            self.styled(style, &line);
            self.out.push('\n');
        }
    }

    fn group(&mut self, group: &Group) {
        let mut indent = 2;
        if let Some(title) = &group.title {
            self.title(Style::new().underline(), title, 2);
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
            self.wrapped_from(&format!("{brief}{unchecked}{}", brackets(&group.by())), indent + 3);
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
        text.push_str(&brackets(&line.by));
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
        if widths.iter().map(|width| (*width).min(MIN_COLUMN)).sum::<usize>() > room {
            for line in lines {
                self.row(group, line, &kept, indent);
            }
            return;
        }
        while widths.iter().sum::<usize>() > room {
            match widths.iter_mut().max_by_key(|width| **width) {
                Some(widest) if *widest > MIN_COLUMN => *widest -= 1,
                _ => break,
            }
        }
        let by = group.by();
        let names: Vec<String> = kept.iter().map(|at| group.columns[*at].to_owned()).collect();
        let by = brackets(&by);
        for (row, text) in rows(&names, &widths).into_iter().enumerate() {
            self.pad(0, indent + 3);
            self.styled(Style::new().dimmed(), &text);
            if row == 0 && !by.is_empty() {
                if indent + 3 + text.width() + 1 + by.width() > self.width {
                    self.out.push('\n');
                    self.pad(0, indent + 2);
                } else {
                    self.out.push(' ');
                }
                self.out.push_str(&by);
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

    /// A row of a table that is too wide: each cell after the first with its column's name.
    fn row(&mut self, group: &Group, line: &Line, kept: &[usize], indent: usize) {
        let cells = kept.iter().filter_map(|at| Some((*at, line.cells.get(*at)?)));
        let parts: Vec<String> = cells
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(at, cell)| {
                let name = group.columns.get(at).filter(|_| kept.first() != Some(&at));
                name.map_or_else(|| cell.clone(), |name| format!("{name}: {cell}"))
            })
            .collect();
        self.pad(0, indent);
        self.sign(line.verdict);
        self.wrapped_from(&format!("{}{}", parts.join("; "), brackets(&line.by)), indent + 3);
    }

    /// A finding as the terminal has room for it: sentences are broken, lines of sources stay as they are.
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
        for finding in shown {
            self.out.push('\n');
            self.out.push_str(&super::finding(finding, sources, self.options));
        }
        let hidden = report.diagnostics.len()
            - report.diagnostics.iter().filter(|f| self.options.full || f.severity > Severity::Info).count();
        if hidden > 0 {
            let them = if hidden == 1 { "it" } else { "them" };
            let _ = writeln!(self.out, "\n{hidden} more of information; --full shows {them}");
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

/// ` [files, catalog]`; nothing when nothing was held against anything.
fn brackets(by: &[By]) -> String {
    if by.is_empty() {
        return String::new();
    }
    let words: Vec<&str> = by.iter().map(|by| by.word()).collect();
    format!(" [{}]", words.join(", "))
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
