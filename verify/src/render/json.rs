//! The report for programs. Its fields are documented in `docs/report.md`.

use super::RenderError;
use crate::report::Report;

/// Pretty-printed JSON that ends with a line break.
///
/// # Errors
/// Never in practice: the report holds nothing that JSON cannot.
pub fn json(report: &Report) -> Result<String, RenderError> {
    let mut out = serde_json::to_string_pretty(report)?;
    out.push('\n');
    Ok(out)
}
