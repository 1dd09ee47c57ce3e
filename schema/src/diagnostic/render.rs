//! A diagnostic as text: the message, the source line with the place marked, why, and what to do.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::Sources;

/// How the text may look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    Plain,
    Colour,
}

/// Renders one diagnostic as several lines, without a line break at the end.
///
/// A diagnostic without a place is its message and notes alone.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let message = match &diagnostic.sqlstate {
        Some(state) => format!("{} (SQLSTATE {state})", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    let mut group = level
        .primary_title(message)
        .id(diagnostic.code)
        .elements(Vec::<annotate_snippets::Element<'_>>::new());
    // What was built at run time is shown where it was built.
    let places: Vec<_> =
        diagnostic.places.iter().map(|(span, label)| (sources.resolve(*span), label)).collect();
    let mut files: Vec<_> = places.iter().map(|(span, _)| span.file).collect();
    let mut seen = Vec::new();
    files.retain(|file| {
        !seen.contains(file) && {
            seen.push(*file);
            true
        }
    });
    for file in files {
        let source = sources.file(file);
        let marked: Vec<_> = places
            .iter()
            .enumerate()
            .filter(|(_, (span, _))| span.file == file)
            .map(|(at, (span, label))| {
                let kind = if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                (kind, one_line(source.text(), span.range()), label)
            })
            .collect();
        // The renderer reads all it is given, so it is given the lines from the first place to the last and no more.
        let first = marked.iter().map(|(_, range, _)| range.start).min().unwrap_or(0);
        let last = marked.iter().map(|(_, range, _)| range.end).max().unwrap_or(first);
        let first = source.line_column(first as u32).0;
        let (text, offset) = source.lines(first, source.line_column(last as u32).0);
        let annotations = marked.into_iter().map(|(kind, range, label)| {
            kind.span(range.start - offset..range.end - offset).label(label.as_str())
        });
        let path = source.path().display().to_string();
        let snippet = Snippet::source(text).line_start(first as usize).path(path);
        group = group.element(snippet.annotations(annotations));
    }
    if let Some(why) = &diagnostic.why {
        group = group.element(Level::NOTE.message(why.as_str()));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colour => Renderer::styled(),
    };
    renderer.render(&[group])
}

/// Cuts a span at the end of its first line: a place is a point to look at, not a whole statement.
fn one_line(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = range.start.min(text.len());
    let end = range.end.clamp(start, text.len());
    match text.get(start..end).and_then(|part| part.find(['\n', '\r'])) {
        Some(0) | None => start..end,
        Some(at) => start..start + at,
    }
}
