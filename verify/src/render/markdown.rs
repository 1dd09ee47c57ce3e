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

/// Text that may stand in a table's cell or a list's item: a line break or a bar would end it, `<` and `_`
/// would be read as markup.
#[expect(clippy::unnecessary_wraps, reason = "the form that tera asks for")]
fn cell(value: &Value, _: &HashMap<String, Value>) -> tera::Result<Value> {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut out = String::with_capacity(text.len() + 8);
    let mut code = false;
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '|' => out.push_str("\\|"),
            '`' => {
                code = !code;
                out.push(c);
            }
            '<' | '*' | '[' | ']' if !code => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    Ok(Value::from(out))
}
