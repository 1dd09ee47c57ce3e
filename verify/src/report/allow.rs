//! Findings that stay for a reason that the settings give.

use schemactl_schema::diagnostic::{Diagnostic, Severity};

use crate::config::Config;
use crate::rules;

/// Turns what is allowed into information that carries its reason; what is allowed in vain is a warning.
pub(super) fn apply(findings: &mut Vec<Diagnostic>, config: &Config) {
    for entry in &config.allow {
        let mut used = false;
        for finding in findings.iter_mut() {
            if finding.code == entry.code && finding.subject.as_deref() == Some(&entry.subject) {
                finding.severity = Severity::Info;
                finding.why = Some(format!("allowed: {}", entry.reason));
                finding.help = None;
                used = true;
            }
        }
        if !used {
            findings.push(
                Diagnostic::new(
                    &rules::ALLOW_UNUSED,
                    format!("no finding `{}` about {} was made", entry.code, entry.subject),
                )
                .subject(entry.subject.as_str())
                .why("what it excused is gone, or was never spelled so")
                .help("remove the `[[allow]]` entry from schemactl.toml"),
            );
        }
    }
}
