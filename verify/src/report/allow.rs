//! Findings that stay for a reason that the settings give.

use schemactl_schema::diagnostic::{Diagnostic, Severity};

use crate::config::{Config, Setting};
use crate::models::ModelSet;
use crate::rules;

/// Turns what is allowed into information that carries its reason; what is allowed in vain is a warning.
pub(super) fn apply(findings: &mut Vec<Diagnostic>, config: &Config, models: &ModelSet) {
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
            let mut unused = Diagnostic::new(
                &rules::ALLOW_UNUSED,
                format!("no finding `{}` about {} was made", entry.code, entry.subject),
            )
            .subject(entry.subject.as_str())
            .why("what it excused is gone, or was never spelled so")
            .help("remove the `[[allow]]` entry from schemactl.toml");
            if let Some(place) = models.setting(config, Setting::Allow(&entry.code, &entry.subject)) {
                unused = unused.at(place);
            }
            findings.push(unused);
        }
    }
}
