//! The findings that generation can make, one constant each. [`ALL`] lists them for the manual and the tests.

use schemactl_schema::diagnostic::{Diagnostic, Party, Rule, Severity};
use toml::Spanned;

use crate::settings::Settings;

macro_rules! rules {
    ($($name:ident = $code:literal, $severity:ident, $summary:literal;)*) => {
        $(pub const $name: Rule =
            Rule { code: $code, severity: Severity::$severity, party: Party::Generated, summary: $summary };)*
        /// Every rule of this crate, in the order of the manual.
        pub const ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    TYPE_UNMAPPED = "type-unmapped", Warning,
        "A column's type has no Rust type that can read it, so the column is left out of its struct.";
    INSERT_LEFT_OUT = "insert-left-out", Warning,
        "A column that every new row must give has no Rust type, so no function inserts rows.";
    SERDE_MISSING = "serde-missing", Info,
        "A struct derives neither Serialize nor Deserialize, because the Rust type of a column has neither.";
    NAME_TAKEN = "rust-name-taken", Info,
        "Two SQL names become one Rust name; one of them got another name.";
    NAME_INVENTED = "rust-name-invented", Info,
        "A SQL name holds nothing that a Rust name may hold; it got a name by its position.";
    ENUM_EMPTY = "enum-empty", Info,
        "An enum without labels has no value to read, so no Rust enum is made for it.";
    COMPOSITE_LEFT_OUT = "composite-left-out", Info,
        "A composite type has an attribute that nothing can read, so no struct is made for it.";
    FUNCTION_LEFT_OUT = "function-left-out", Info,
        "A function has an argument or a result that has no Rust type, so no caller is made for it.";
    SETTING_UNMATCHED = "setting-unmatched", Warning,
        "A setting of [generate] names something that the schema does not have, or is about files that are not written, so it \
         does nothing.";
    SETTINGS_INVALID = "settings-invalid", Error,
        "The settings file is no TOML, or holds a setting or a value that is not known; nothing can be done with it.";
    FILE_STALE = "generated-file-stale", Error,
        "A generated file is not what the migrations make now.";
}

/// Makes a warning of a finding that leaves no doubt about what to generate: migrations of the same number are read in the
/// order of their names, as some tools run them. Whether a database can come to have them all is for `check` to ask.
pub fn soften(finding: &mut Diagnostic) {
    if finding.code == schemactl_schema::rules::VERSION_DUPLICATE.code && finding.severity == Severity::Error
    {
        finding.severity = Severity::Warning;
    }
}

/// The finding that a name of the settings stands for nothing.
pub(crate) fn setting_unmatched(
    settings: &Settings,
    name: &Spanned<String>,
    what: &str,
    meant: Option<&str>,
) -> Diagnostic {
    let mut finding = setting_idle(settings, name, what);
    finding.help = Some(match meant {
        Some(meant) => format!("did you mean `{meant}`? Else take the setting out"),
        None => "write it as the schema has it, `schema.name`, or take the setting out".to_owned(),
    });
    finding
}

/// The finding that a setting does nothing.
pub(crate) fn setting_idle(settings: &Settings, name: &Spanned<String>, what: &str) -> Diagnostic {
    let written = name.get_ref();
    let finding = Diagnostic::new(&SETTING_UNMATCHED, format!("`{written}` {what}"))
        .subject(written.as_str())
        .why("the setting does nothing");
    match settings.place(name.span()) {
        Some(place) => finding.at(place),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manual_lists_every_rule() {
        let manual = include_str!("../../docs/generate.md");
        for rule in ALL {
            let severity = format!("{:?}", rule.severity).to_lowercase();
            let row = format!("| `{}` | {severity} | {} |", rule.code, rule.summary);
            assert!(manual.contains(&row), "docs/generate.md lacks {row}");
        }
    }
}
