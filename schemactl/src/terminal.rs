//! Where text goes: results to standard output, progress and errors to standard error, colour where it is wanted.

use std::io::{IsTerminal, Write};

use schemactl_schema::diagnostic::{Diagnostic, Style};
use schemactl_schema::source::Sources;
use schemactl_verify::render::{self, TextOptions};

use crate::args::{Colour, Global};
use crate::failure::Failure;

#[derive(Debug)]
pub(crate) struct Terminal {
    colour: Colour,
    quiet: bool,
}

impl Terminal {
    pub(crate) fn new(global: &Global) -> Self {
        Self { colour: global.color, quiet: global.quiet }
    }

    fn style(&self, terminal: bool) -> Style {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        match self.colour {
            Colour::Always => Style::Colour,
            Colour::Auto if terminal && !no_color && !dumb => Style::Colour,
            Colour::Auto | Colour::Never => Style::Plain,
        }
    }

    /// How standard output may look.
    pub(crate) fn stdout_style(&self) -> Style {
        self.style(std::io::stdout().is_terminal())
    }

    fn stderr_style(&self) -> Style {
        self.style(std::io::stderr().is_terminal())
    }

    /// Columns of the screen; 100 when it is no screen.
    pub(crate) fn width(&self) -> usize {
        let width = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
        width.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))).unwrap_or(100)
    }

    fn text_options(&self, style: Style) -> TextOptions {
        TextOptions { width: self.width(), colour: style == Style::Colour, full: true }
    }

    /// Prints a result.
    pub(crate) fn print(&self, text: &str) -> Result<(), Failure> {
        let mut out = std::io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        Ok(())
    }

    /// Says what is going on.
    pub(crate) fn progress(&self, text: &str) {
        if !self.quiet {
            // Progress that cannot be shown is no reason to stop.
            let _ = writeln!(std::io::stderr(), "{text}");
        }
    }

    /// Shows findings beside a result.
    pub(crate) fn findings(&self, findings: &[Diagnostic], sources: &Sources) {
        if findings.is_empty() {
            return;
        }
        let options = self.text_options(self.stderr_style());
        // Standard error is not buffered, and a terminal is slow at many small writes.
        let mut out = std::io::BufWriter::new(std::io::stderr().lock());
        for finding in findings {
            let _ = writeln!(out, "{}", render::finding(finding, sources, options));
        }
        let _ = out.flush();
    }

    /// Shows findings as the result.
    pub(crate) fn print_findings(&self, findings: &[Diagnostic], sources: &Sources) -> Result<(), Failure> {
        let options = self.text_options(self.stdout_style());
        let mut text = String::new();
        for finding in findings {
            text.push_str(&render::finding(finding, sources, options));
            text.push('\n');
        }
        self.print(&text)
    }

    pub(crate) fn error(&self, failure: &Failure) {
        match failure {
            Failure::ClosedPipe => {}
            Failure::Message(message) => {
                let (bold, reset) = match self.stderr_style() {
                    Style::Colour => ("\u{1b}[1;31m", "\u{1b}[0m"),
                    Style::Plain => ("", ""),
                };
                let _ = writeln!(std::io::stderr(), "{bold}error{reset}: {message}");
            }
            Failure::Findings(findings, sources) => self.findings(findings, sources),
        }
    }
}
