//! The names that the settings give.

use std::collections::BTreeMap;

use schemactl_schema::catalog::{Catalog, FunctionId};
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
                let what = "is no table, column, type, label, attribute or function of the schema";
                findings.push(rules::setting_unmatched(settings, key, what, meant.as_deref()));
            }
            for named in found {
                if rename.module.is_some()
                    && !matches!(named, Named::Relation(_) | Named::Type(_) | Named::Function(_))
                {
                    let what = "has no module: only tables, types and functions do";
                    let finding = rules::setting_unmatched(settings, key, what, None);
                    findings.push(finding.help("take `module` out"));
                }
                renames.0.insert(named, rename);
            }
        }
        renames
    }

    /// Those of functions: the names, and the modules.
    pub(super) fn of_functions(
        &self,
    ) -> impl Iterator<Item = (FunctionId, Option<&'a str>, Option<&'a str>)> {
        self.0.keys().filter_map(|named| match named {
            Named::Function(id) => Some((*id, self.name(*named), self.module(*named))),
            _ => None,
        })
    }

    pub(super) fn name(&self, named: Named) -> Option<&'a str> {
        self.0.get(&named).and_then(|rename| rename.name.as_ref()).map(|name| name.0.as_str())
    }

    pub(super) fn module(&self, named: Named) -> Option<&'a str> {
        self.0.get(&named).and_then(|rename| rename.module.as_ref()).map(|name| name.0.as_str())
    }
}
