//! The sections in one line each, and the findings counted.

use schemactl_schema::diagnostic::Severity;

use super::{Facts, Group, Line, Section, Verdict, of_severity};
use crate::checks::count;

pub(super) fn section(facts: &Facts<'_>, sections: &[Section]) -> Section {
    let lines = sections
        .iter()
        .map(|section| {
            let parts: Vec<String> = [
                (Verdict::Fails, "fail", "fails"),
                (Verdict::Warning, "warnings", "warning"),
                (Verdict::Holds, "hold", "holds"),
                (Verdict::Fact, "stated", "stated"),
                (Verdict::NotChecked, "not checked", "not checked"),
            ]
            .into_iter()
            .filter_map(|(verdict, many, one)| {
                let number = section.count(verdict);
                (number > 0).then(|| format!("{number} {}", if number == 1 { one } else { many }))
            })
            .collect();
            let mut by: Vec<_> = section.groups.iter().flat_map(Group::by).collect();
            by.sort_unstable();
            by.dedup();
            Line::cells(section.verdict, &by, vec![section.title.to_owned(), parts.join(", ")])
        })
        .collect();
    let of = |severity| facts.diagnostics.iter().filter(|finding| finding.severity == severity).count();
    let (errors, warnings, infos) = (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
    let worst = facts.diagnostics.first().map_or(Verdict::Holds, |finding| of_severity(finding.severity));
    let text = if errors + warnings + infos == 0 {
        "no findings".to_owned()
    } else {
        format!(
            "{}, {}, {} of information",
            count(errors, "error", "errors"),
            count(warnings, "warning", "warnings"),
            count(infos, "line", "lines")
        )
    };
    Section::new(
        "summary",
        "Validation summary",
        vec![
            Group::untitled(lines).columns(&["Section", "Lines"]),
            Group::new("Findings", vec![Line::new(worst, &facts.by(), text)]),
        ],
    )
}
