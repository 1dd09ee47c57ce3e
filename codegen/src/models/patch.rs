//! `XPatch`: what a partial update changes.

use std::fmt::Write as _;

use crate::names::{ItemName, Names};
use crate::plan::TablePlan;
use crate::scope::Scope;
use crate::{docs, text};

use super::{derives, field_docs, serde_attribute};

pub(super) fn items(
    plan: &TablePlan<'_>,
    item: &ItemName,
    names: &Names,
    serde: bool,
    scope: &mut Scope<'_>,
) -> Vec<String> {
    let Some(derived) = names.derived(plan.table.id) else {
        return Vec::new();
    };
    let mut fields = String::new();
    for column in plan.columns.iter().filter(|column| column.patched) {
        fields += &docs::lines("    ", &field_docs(column)[1..]);
        let ty = scope.ty(&column.ty);
        let (ty, skip) = if column.not_null {
            let option = scope.prelude("Option");
            (format!("{option}<{ty}>"), format!("{option}::is_none"))
        } else {
            let change = scope.at_root("support::Change");
            (format!("{change}<{ty}>"), format!("{change}::is_leave"))
        };
        let skip = format!("skip_serializing_if = \"{skip}\"");
        let with;
        let mut words = vec!["default", &skip];
        if serde && column.not_null {
            with = format!("deserialize_with = \"{}\"", scope.at_root("support::some"));
            words.push(&with);
        }
        fields += &serde_attribute(column, serde, &words);
        // Writing to a String cannot fail.
        let _ = writeln!(fields, "    pub {}: {ty},", column.field);
    }
    let docs = docs::lines(
        "",
        &[vec![format!(
            "A partial update of {}: only what is set here is written. `..Default::default()` leaves the rest.",
            docs::link(&item.type_name)
        )]],
    );
    let mut derives = derives(serde);
    derives.insert(3, "Default");
    let named = ItemName { type_name: derived.patch.clone(), ..item.clone() };
    let head = names.head("patches", &named, &derives);
    vec![format!("{docs}{head}{}", text::braced(&format!("pub struct {}", derived.patch), &fields))]
}
