//! The names that the settings give.

use std::collections::BTreeMap;

use schemactl_schema::catalog::Catalog;
use schemactl_schema::diagnostic::Diagnostic;

use crate::rules;
use crate::settings::{ItemRename, Settings};
use crate::sql_name::{self, Named};

/// Renames by what they rename.
#[derive(Default)]
pub(super) struct Renames<'a>(BTreeMap<Named, &'a ItemRename>);

impl<'a> Renames<'a> {
    /// Looks up what the settings name; what is not there is a finding.
    pub(super) fn new(catalog: &Catalog, settings: &'a Settings, findings: &mut Vec<Diagnostic>) -> Self {
        let mut renames = Self::default();
        for (key, rename) in &settings.rename {
            let found = sql_name::find(catalog, key.get_ref());
            if found.is_empty() {
                let meant = sql_name::meant(catalog, key.get_ref(), []);
                let what = "is no table, column, type, label or attribute of the schema";
                findings.push(rules::setting_unmatched(settings, key, what, meant.as_deref()));
            }
            for named in found {
                if rename.module.is_some() && !matches!(named, Named::Relation(_) | Named::Type(_)) {
                    let what = "has no module: only tables and types do";
                    let finding = rules::setting_unmatched(settings, key, what, None);
                    findings.push(finding.help("take `module` out"));
                }
                renames.0.insert(named, rename);
            }
        }
        renames
    }

    pub(super) fn name(&self, named: Named) -> Option<&'a str> {
        self.0.get(&named).and_then(|rename| rename.name.as_ref()).map(|name| name.0.as_str())
    }

    pub(super) fn module(&self, named: Named) -> Option<&'a str> {
        self.0.get(&named).and_then(|rename| rename.module.as_ref()).map(|name| name.0.as_str())
    }
}
