//! Variants against labels.

use std::collections::BTreeSet;

use schemactl_codegen::Names;
use schemactl_schema::catalog::{Catalog, EnumLabel, TypeId, TypeKind};
use schemactl_schema::diagnostic::Diagnostic;

use super::matching::of_party;
use super::{Author, RustEnum};
use crate::rules;

/// A Rust enum beside the enum type that it stands for.
#[derive(Clone, Debug)]
pub struct ComparedEnum {
    /// Place in [`super::ModelSet::enums`].
    pub item: usize,
    pub ty: TypeId,
    /// How many labels have their variant.
    pub matched: usize,
    /// What of it could not be compared, and why; all of it when the enum itself is there in some builds only.
    pub not_checked: Vec<String>,
}

/// Compares a Rust enum with its type, unless the build decides whether there is one.
pub(super) fn compared(
    at: usize,
    item: &RustEnum,
    ty: TypeId,
    catalog: &Catalog,
    findings: &mut Vec<Diagnostic>,
) -> ComparedEnum {
    if let Some(condition) = &item.condition {
        let not_checked = vec![format!("not compared: it depends on `{condition}`")];
        return ComparedEnum { item: at, ty, matched: 0, not_checked };
    }
    let not_checked = item
        .variants
        .iter()
        .filter_map(|variant| {
            let condition = variant.condition.as_ref()?;
            Some(format!("`{}` not compared: it depends on `{condition}`", variant.name))
        })
        .collect();
    ComparedEnum { item: at, ty, matched: compare(item, ty, catalog, findings), not_checked }
}

/// Compares one pair; gives how many labels have a variant.
fn compare(item: &RustEnum, ty: TypeId, catalog: &Catalog, findings: &mut Vec<Diagnostic>) -> usize {
    let TypeKind::Enum(labels) = &catalog.types[ty].kind else { return 0 };
    let name = catalog.printed_name(ty.into());
    let with_place = |finding: Diagnostic, label: Option<&EnumLabel>| {
        let origin = match label {
            Some(label) => label.origins.creation().or(catalog.types[ty].origins.creation()),
            None => catalog.types[ty].origins.creation(),
        };
        match origin {
            Some(span) => finding.label(span, if label.is_some() { "the label" } else { "the type" }),
            None => finding,
        }
    };
    let mut without_variant: Vec<&EnumLabel> = labels
        .iter()
        .filter(|label| !item.variants.iter().any(|variant| *variant.label == *label.name))
        .collect();
    let mut matched = labels.len() - without_variant.len();
    for variant in &item.variants {
        if variant.condition.is_some() {
            // In some builds it stands for the label, in others nothing does: neither is said.
            matched -= usize::from(labels.iter().any(|label| *label.name == *variant.label));
            continue;
        }
        if labels.iter().any(|label| *label.name == *variant.label) {
            continue;
        }
        let alike = without_variant.iter().position(|label| bare(&label.name) == bare(&variant.label));
        let finding = if let Some(at) = alike {
            let label = without_variant.remove(at);
            with_place(
                of_party(&rules::ENUM_VARIANT_RENAMED, item.author)(format!(
                    "`{}::{}` stands for '{}', but the label of {name} is '{}'",
                    item.name, variant.name, variant.label, label.name
                ))
                .subject(format!("{name}.{}", label.name))
                .at(variant.span)
                .why("a row that holds the label cannot be read, and the variant cannot be written")
                .help(format!(
                    "write `#[sqlx(rename = \"{}\")]` on the variant, or a fitting `rename_all` on the enum",
                    label.name
                )),
                Some(label),
            )
        } else {
            with_place(
                of_party(&rules::ENUM_VARIANT_EXTRA, item.author)(format!(
                    "`{}::{}` stands for '{}', which is no label of {name}",
                    item.name, variant.name, variant.label
                ))
                .subject(format!("{name}.{}", variant.label))
                .at(variant.span)
                .why("PostgreSQL refuses it when it is written (SQLSTATE 22P02)")
                .help(format!(
                    "remove the variant, or add the label: ALTER TYPE {name} ADD VALUE '{}'",
                    variant.label.replace('\'', "''")
                )),
                None,
            )
        };
        findings.push(finding);
    }
    for label in without_variant {
        findings.push(with_place(
            of_party(&rules::ENUM_VARIANT_MISSING, item.author)(format!(
                "`{}` has no variant for the label '{}' of {name}",
                item.name, label.name
            ))
            .subject(format!("{name}.{}", label.name))
            .at(item.span)
            .why("a row that holds the label cannot be read")
            .help("add the variant"),
            Some(label),
        ));
    }
    if item.ordered {
        order(item, labels, &name, findings, &with_place);
    }
    matched
}

/// Variants that are compared must sort as their labels do.
fn order(
    item: &RustEnum,
    labels: &[EnumLabel],
    name: &str,
    findings: &mut Vec<Diagnostic>,
    with_place: &dyn Fn(Diagnostic, Option<&EnumLabel>) -> Diagnostic,
) {
    let rank = |wanted: &str| labels.iter().position(|label| *label.name == *wanted);
    let ranked: Vec<_> =
        item.variants.iter().filter_map(|variant| Some((rank(&variant.label)?, variant))).collect();
    if let Some(pair) = ranked.windows(2).find(|pair| pair[0].0 > pair[1].0) {
        let (before, after) = (pair[0].1, pair[1].1);
        findings.push(with_place(
            of_party(&rules::ENUM_VARIANT_ORDER, item.author)(format!(
                "`{}` sorts '{}' before '{}', and {name} sorts it after",
                item.name, before.label, after.label
            ))
            .subject(name)
            .at(after.span)
            .why("`<` and ORDER BY give other answers in Rust than in SQL")
            .help("put the variants in the order of the labels"),
            None,
        ));
    }
}

/// A name without case and word breaks: `NoMatch` and `no_match` are one.
fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Enum types that no enum of the generated code stands for.
pub(super) fn without_model(
    compared: &[ComparedEnum],
    items: &[RustEnum],
    catalog: &Catalog,
    names: &Names,
    findings: &mut Vec<Diagnostic>,
) {
    let generated: BTreeSet<TypeId> = compared
        .iter()
        .filter(|pair| items[pair.item].author == Author::Generator)
        .map(|pair| pair.ty)
        .collect();
    for ty in catalog.enums() {
        // For one without labels nothing is generated, nor for what the settings exclude or read as another type.
        if generated.contains(&ty.id) || names.enum_names(ty.id).is_none() {
            continue;
        }
        let mut finding = Diagnostic::new(
            &rules::ENUM_WITHOUT_MODEL,
            format!("the generated code has no enum for {}", ty.printed_name()),
        )
        .subject(ty.printed_name())
        .help("run `schemactl generate`");
        if let Some(span) = ty.origins.creation() {
            finding = finding.label(span, "the type");
        }
        findings.push(finding);
    }
}
