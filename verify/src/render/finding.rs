//! One finding for terminals: its message and its notes wrapped, its source lines as they are.

use schemactl_schema::diagnostic::{Diagnostic, Style, render};
use schemactl_schema::source::Sources;
use unicode_width::UnicodeWidthStr;

use super::text::{MIN_WIDTH, TextOptions};
use super::wrap;

/// Renders a finding; every line ends with a line break.
///
/// Source lines and paths are never broken: people look for them, and open them.
pub fn finding(finding: &Diagnostic, sources: &Sources, options: TextOptions) -> String {
    let style = if options.colour { Style::Colour } else { Style::Plain };
    let width = options.width.max(MIN_WIDTH);
    let mut out = String::new();
    for (at, line) in render(finding, sources, style).lines().enumerate() {
        let text = wrap::plain(line);
        let note = text.trim_start().starts_with("= ");
        if (at == 0 || note) && text.width() > width {
            let indent = match text.split_once(": ") {
                Some((mark, _)) if note => mark.width() + 2,
                _ => 2,
            };
            for part in wrap::rewrap(line, width, indent) {
                out.push_str(&part);
                out.push('\n');
            }
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
