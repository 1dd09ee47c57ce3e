//! Money and scores in floating point columns.

use schemactl_schema::catalog::{Attribute, Catalog, DataType, TypeBase, TypeKind};
use schemactl_schema::diagnostic::Diagnostic;

use super::exact_names::is_exact;
use super::{Checked, count, declared_tables, labelled};
use crate::rules;

pub(super) fn run(catalog: &Catalog) -> Checked {
    let mut checked = Checked::default();
    let mut examined = 0;
    for table in declared_tables(catalog) {
        for column in table.columns() {
            examined += 1;
            if !is_exact(&column.name) || !is_float(catalog, &column.ty) {
                continue;
            }
            let name = column.printed_name();
            let finding = Diagnostic::new(
                &rules::FLOAT_FOR_EXACT,
                format!("{name} keeps money or a score as {}", column.type_text()),
            )
            .subject(name)
            .why("binary floating point rounds: sums and comparisons come out wrong")
            .help("use numeric(precision, scale), or whole numbers of the smallest unit");
            checked.findings.push(labelled(finding, column.origins.of(Attribute::TYPE), ""));
        }
    }
    checked.examined = count(examined, "column", "columns");
    checked
}

fn is_float(catalog: &Catalog, ty: &DataType) -> bool {
    match &ty.base {
        TypeBase::Builtin(builtin) => matches!(builtin.name, "float4" | "float8"),
        TypeBase::User(id) => match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => is_float(catalog, &domain.base),
            _ => false,
        },
        _ => false,
    }
}
