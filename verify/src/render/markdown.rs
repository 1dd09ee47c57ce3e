//! The report as Markdown, from the template beside this file.

use std::collections::HashMap;

use tera::{Context, Tera, Value};

use crate::report::Report;

const TEMPLATE: &str = include_str!("report.md.tera");

/// Why a report could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    #[error("the report's template: {}", causes(.0))]
    Template(#[from] tera::Error),
    #[error("the report as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// tera says what is wrong in the causes of its errors only.
fn causes(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

/// Renders the whole report.
///
/// # Errors
/// When the template is broken, which a test excludes.
pub fn markdown(report: &Report) -> Result<String, RenderError> {
    let mut tera = Tera::default();
    tera.register_filter("sign", sign);
    tera.register_filter("cell", cell);
    tera.add_raw_template("report.md", TEMPLATE)?;
    let context = Context::from_value(serde_json::to_value(report)?)?;
    Ok(tera.render("report.md", &context)?)
}

/// The sign of a verdict's JSON name.
#[expect(clippy::unnecessary_wraps, reason = "the form that tera asks for")]
fn sign(value: &Value, _: &HashMap<String, Value>) -> tera::Result<Value> {
    use crate::report::Verdict;
    let all = [Verdict::Fact, Verdict::Holds, Verdict::NotChecked, Verdict::Warning, Verdict::Fails];
    let found =
        all.into_iter().find(|verdict| serde_json::to_value(verdict).is_ok_and(|name| name == *value));
    Ok(Value::from(found.map_or("", Verdict::sign)))
}

/// Text that may stand in a table's cell or a list's item.
#[expect(clippy::unnecessary_wraps, reason = "the form that tera asks for")]
fn cell(value: &Value, _: &HashMap<String, Value>) -> tera::Result<Value> {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Ok(Value::from(escape(&text)))
}

/// Keeps stretches of code, and makes everything else stand for itself: the text may come from a comment of the
/// schema, in which a line break or a bar would end the cell, and `<`, `*` or a lone backtick be read as markup.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(code) = code_span(rest) {
            for c in code.chars() {
                push(c, &mut out, |c| c == '|');
            }
            rest = &rest[code.len()..];
        } else {
            // A run of backticks is one mark: half of it must not be left to be one.
            let run = rest.len() - rest.trim_start_matches('`').len();
            if run > 0 {
                out.push_str(&"\\`".repeat(run));
                rest = &rest[run..];
            } else {
                push(c, &mut out, |c| matches!(c, '<' | '*' | '[' | ']' | '|' | '\\' | '&' | '~'));
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    out
}

fn push(c: char, out: &mut String, is_markup: impl Fn(char) -> bool) {
    match c {
        '\n' | '\r' => out.push(' '),
        c if is_markup(c) => {
            out.push('\\');
            out.push(c);
        }
        c => out.push(c),
    }
}

/// The stretch of code that the text begins with: between two single backticks on one line.
fn code_span(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('`')?;
    let end = inner.find(['`', '\n', '\r']).filter(|end| *end > 0)?;
    let after = inner[end..].strip_prefix('`')?;
    (!after.starts_with('`')).then(|| &text[..end + 2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_comment_says_is_no_markup() {
        assert_eq!(escape("a <b> | c\nd"), "a \\<b> \\| c d");
        assert_eq!(escape("`Vec<u8>` of a|b"), "`Vec<u8>` of a\\|b");
        assert_eq!(escape("`a|b`"), "`a\\|b`");
        assert_eq!(escape("one ` alone <b>"), "one \\` alone \\<b>");
        assert_eq!(escape("``` `x`"), "\\`\\`\\` `x`");
        assert_eq!(escape("`` a ``"), "\\`\\` a \\`\\`");
        assert_eq!(escape("a \\`<b>`"), "a \\\\`<b>`");
        assert_eq!(escape("&lt; *x* [y](z)"), "\\&lt; \\*x\\* \\[y\\](z)");
    }
}
