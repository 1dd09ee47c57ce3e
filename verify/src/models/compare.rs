//! Structs against tables, field by field.
//!
//! A finding counts for the direction that it breaks. Reading: a field without a column, a type that does
//! not decode and a nullable column in a plain field are errors. Writing: a column that needs a value and
//! has no field is a warning, because a model may be for reading only. A column that is nullable or has a
//! default may be left out by hand-written models without a word. Generated code must have every column.

use std::collections::BTreeSet;

use schemactl_codegen::Names;
use schemactl_codegen::types::Types;
use schemactl_schema::catalog::{
    Attribute, Catalog, ColumnId, DataType, Origins, RelationId, RelationKind, TypeBase, TypeId, TypeKind,
};
use schemactl_schema::diagnostic::{Diagnostic, Severity};
use schemactl_schema::source::Span;

use super::enums::{self, ComparedEnum};
use super::fit::{self, Fit, OwnTypes};
use super::matching::{self, Match, Matching, Target, of_party};
use super::{Author, Field, ModelSet, Struct, type_facts};
use crate::checks::exact_names;
use crate::config::Config;
use crate::rules;

/// What the comparison found out, beside the findings.
#[derive(Clone, Default, Debug)]
pub struct Comparison {
    pub structs: Vec<ComparedStruct>,
    pub enums: Vec<ComparedEnum>,
    pub columns: Vec<ColumnUse>,
    pub findings: Vec<Diagnostic>,
    /// Models that were compared with nothing, and why.
    pub not_compared: Vec<NotCompared>,
    /// Structs that a table has the name of and that say nothing of rows: places in [`ModelSet::structs`].
    pub undeclared: Vec<usize>,
}

/// A model that was not compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotCompared {
    /// Place in [`ModelSet::structs`].
    pub item: usize,
    pub reason: String,
}

/// A struct beside what it stands for.
#[derive(Clone, Debug)]
pub struct ComparedStruct {
    /// Place in [`ModelSet::structs`].
    pub item: usize,
    pub target: Target,
    /// How many fields have a column.
    pub fields: usize,
    /// Columns that no field reads.
    pub unread: Vec<String>,
    /// How many fields could not be compared.
    pub unknown: usize,
    /// Fields that are there in some builds only, in words.
    pub not_checked: Vec<String>,
    /// Where its findings stand in [`Comparison::findings`].
    pub findings: std::ops::Range<usize>,
}

/// A column and the Rust type that a model reads it into.
#[derive(Clone, Debug)]
pub struct ColumnUse {
    pub column: ColumnId,
    /// Without `Option`.
    pub rust: String,
    pub fit: Fit,
}

/// What a field is compared with: a column, or an attribute of a composite type.
struct Slot<'a> {
    name: &'a str,
    ty: &'a DataType,
    column: Option<ColumnId>,
    /// `None` where it is not known: columns of views.
    not_null: Option<bool>,
    needs_value: bool,
    origins: &'a Origins,
}

/// Compares every model with the catalog.
pub fn compare(models: &ModelSet, catalog: &Catalog, config: &Config) -> Comparison {
    let mut result = Comparison::default();
    // What the settings name in vain is said by generation.
    let (names, _) = Names::of(catalog, &config.generate);
    let matching = Matching::new(models, catalog, config, &names);
    let mut targets: Vec<Option<Target>> = Vec::with_capacity(models.structs.len());
    for (at, item) in models.structs.iter().enumerate() {
        let found = matching.of_struct(item, &mut result.findings);
        targets.push(match found {
            Match::To(target) => Some(target),
            Match::Nothing => None,
            Match::NotCompared(reason) => {
                result.not_compared.push(NotCompared { item: at, reason });
                None
            }
            Match::Undeclared => {
                result.undeclared.push(at);
                None
            }
        });
    }
    matching.map_in_vain(models, &mut result.findings);
    let enum_targets: Vec<Option<TypeId>> = models
        .enums
        .iter()
        .map(|item| {
            let mut findings = Vec::new();
            let target = matching::of_enum(item, catalog, config, &mut findings);
            if item.condition.is_none() {
                result.findings.extend(findings);
            }
            target
        })
        .collect();
    let own = own_types(models, &targets, &enum_targets, names.types().clone());
    for (at, (item, target)) in models.structs.iter().zip(&targets).enumerate() {
        if let Some(target) = target {
            let mut comparer =
                Comparer { models, catalog, own: &own, item, target: *target, result: &mut result };
            let compared = comparer.run(at);
            result.structs.push(compared);
        }
    }
    for (at, (item, ty)) in models.enums.iter().zip(&enum_targets).enumerate() {
        if let Some(ty) = *ty {
            result.enums.push(enums::compared(at, item, ty, catalog, &mut result.findings));
        }
    }
    if models.has_generated() {
        tables_without_model(models, catalog, &names, &mut result);
        enums::without_model(&result.enums, &models.enums, catalog, &names, &mut result.findings);
    }
    result
}

fn own_types<'a>(
    models: &'a ModelSet,
    targets: &[Option<Target>],
    enum_targets: &[Option<TypeId>],
    types: Types,
) -> OwnTypes<'a> {
    let mut own = OwnTypes { types, ..OwnTypes::default() };
    let enums = models.enums.iter().zip(enum_targets).map(|(item, ty)| (item.name.as_str(), *ty));
    let composites = models.structs.iter().zip(targets).map(|(item, target)| {
        let ty = match target {
            Some(Target::Composite(id)) => Some(*id),
            _ => None,
        };
        (item.name.as_str(), ty)
    });
    for (name, ty) in enums.chain(composites) {
        if let Some(id) = ty {
            own.mapped.entry(name).or_default().push(id);
            own.names.entry(id).or_insert(name);
        }
    }
    for (name, ty) in &models.transparent {
        own.transparent.entry(name).or_insert(ty);
    }
    for (name, condition) in &models.conditional {
        own.conditional.entry(name).or_insert(condition);
    }
    own
}

struct Comparer<'a, 'r> {
    models: &'a ModelSet,
    catalog: &'a Catalog,
    own: &'r OwnTypes<'a>,
    item: &'a Struct,
    target: Target,
    result: &'r mut Comparison,
}

/// `flatten` deeper than this is taken to be a circle.
const MAX_FLATTEN: usize = 8;

impl<'a> Comparer<'a, '_> {
    fn run(&mut self, at: usize) -> ComparedStruct {
        let first = self.result.findings.len();
        let slots = self.slots();
        let mut fields = Vec::new();
        let mut unknown = 0;
        self.flattened(self.item, 0, &mut fields, &mut unknown);
        let mut read: BTreeSet<&str> = BTreeSet::new();
        let mut matched = 0;
        let mut not_checked = Vec::new();
        for field in fields {
            if let Some(condition) = &field.condition {
                // Whether its column is read depends on the build, so its absence is not said either.
                read.insert(&field.column);
                not_checked.push(format!("`{}` not compared: it depends on `{condition}`", field.name));
                continue;
            }
            match slots.iter().find(|slot| slot.name == field.column) {
                Some(slot) => {
                    read.insert(slot.name);
                    matched += 1;
                    unknown += usize::from(!self.field(field, slot));
                }
                None => self.unknown_field(field, &slots),
            }
        }
        let unread: Vec<&Slot<'_>> = slots.iter().filter(|slot| !read.contains(slot.name)).collect();
        for slot in &unread {
            self.missing(slot);
        }
        ComparedStruct {
            item: at,
            target: self.target,
            fields: matched,
            unread: unread.iter().map(|slot| slot.name.to_owned()).collect(),
            unknown,
            not_checked,
            findings: first..self.result.findings.len(),
        }
    }

    /// The columns of the target, in order.
    fn slots(&self) -> Vec<Slot<'a>> {
        let catalog = self.catalog;
        match self.target {
            Target::Relation(id) => {
                let relation = &catalog.relations[id];
                let is_view = matches!(relation.kind, RelationKind::View | RelationKind::MaterializedView);
                catalog
                    .walk(id)
                    .columns()
                    .map(|column| {
                        let entity = column.get();
                        let filled = entity.default.is_some()
                            || entity.generated.is_some()
                            || entity.identity.is_some()
                            || domain_default(catalog, &entity.ty);
                        Slot {
                            name: &entity.name,
                            ty: &entity.ty,
                            column: Some(column.id),
                            not_null: (!is_view).then(|| column.is_not_null()),
                            needs_value: !is_view && column.is_not_null() && !filled,
                            origins: &entity.origins,
                        }
                    })
                    .collect()
            }
            Target::Composite(id) => match &catalog.types[id].kind {
                TypeKind::Composite(attributes) => attributes
                    .iter()
                    .map(|attribute| Slot {
                        name: &attribute.name,
                        ty: &attribute.ty,
                        column: None,
                        not_null: Some(false),
                        // sqlx reads and writes composites by position: every attribute needs its field.
                        needs_value: true,
                        origins: &attribute.origins,
                    })
                    .collect(),
                _ => Vec::new(),
            },
        }
    }

    /// The fields that read columns; those of flattened structs in their place.
    fn flattened(
        &mut self,
        item: &'a Struct,
        depth: usize,
        fields: &mut Vec<&'a Field>,
        unknown: &mut usize,
    ) {
        for field in &item.fields {
            if field.skip && field.condition.is_none() {
                continue;
            }
            if !field.flatten || field.condition.is_some() {
                fields.push(field);
                continue;
            }
            let inner = self.models.structs.iter().find(|other| field.ty.name() == Some(&other.name));
            match inner {
                Some(inner) if depth < MAX_FLATTEN && inner.condition.is_none() => {
                    self.flattened(inner, depth + 1, fields, unknown);
                }
                _ => {
                    *unknown += 1;
                    let (cause, help) = match inner.and_then(|inner| inner.condition.as_ref()) {
                        Some(condition) => (format!("depends on `{condition}`"), None),
                        None if inner.is_some() => ("is flattened too deep".to_owned(), None),
                        None => (
                            "is not defined in the files that were read".to_owned(),
                            Some("name the file that defines it in `[models] rust` of schemactl.toml"),
                        ),
                    };
                    let mut finding = Diagnostic::new(
                        &rules::MODEL_TYPE_UNKNOWN,
                        format!(
                            "`{}.{}` is flattened, and `{}` {cause}",
                            self.item.name, field.name, field.ty
                        ),
                    )
                    .subject(self.subject(&field.column))
                    .at(field.span)
                    .why("the columns that its fields read were not checked");
                    finding.help = help.map(str::to_owned);
                    self.result.findings.push(finding);
                }
            }
        }
    }

    fn target_name(&self) -> String {
        match self.target {
            Target::Relation(id) => self.catalog.printed_name(id.into()),
            Target::Composite(id) => self.catalog.printed_name(id.into()),
        }
    }

    fn target_origin(&self) -> Option<Span> {
        match self.target {
            Target::Relation(id) => self.catalog.relations[id].origins.creation(),
            Target::Composite(id) => self.catalog.types[id].origins.creation(),
        }
    }

    fn subject(&self, column: &str) -> String {
        format!("{}.{}", self.target_name(), schemactl_schema::catalog::names::quote_identifier(column))
    }

    fn push(&mut self, finding: Diagnostic, origin: Option<Span>, label: &str) {
        let finding = match origin {
            Some(span) => finding.label(span, label),
            None => finding,
        };
        self.result.findings.push(finding);
    }

    /// Compares one field with its column; false when that could not be done.
    fn field(&mut self, field: &Field, slot: &Slot<'_>) -> bool {
        let subject = self.subject(slot.name);
        let plain = field.ty.option().unwrap_or(&field.ty);
        let label = format!("`{}.{}`", self.item.name, field.name);
        let printed = slot.ty.print(self.catalog);
        let chosen = slot.column.and_then(|id| self.own.types.chosen_for_column(id));
        let fit = if chosen.is_some_and(|chosen| type_facts::is_path(&chosen.rust, plain)) {
            Fit::Fits
        } else if field.json {
            if fit::is_json(slot.ty, self.catalog) {
                Fit::Fits
            } else {
                Fit::Differs(fit::expected(slot.ty, self.catalog, self.own))
            }
        } else {
            fit::fit(slot.ty, plain, self.catalog, self.own)
        };
        match &fit {
            Fit::Fits => {}
            Fit::Differs(expected) => {
                let mut finding = of_party(&rules::MODEL_TYPE_MISMATCH, self.item.author)(format!(
                    "{label} is `{plain}`, but column {subject} is {printed}"
                ))
                .subject(subject.clone())
                .at(field.type_span)
                .why("sqlx refuses to decode the column when a row is read");
                if let Some(first) = expected.first() {
                    let others = if expected.len() > 1 {
                        format!(" (also possible: {})", expected[1..].join(", "))
                    } else {
                        String::new()
                    };
                    finding = finding.help(format!("use `{first}`{others}"));
                }
                self.push(finding, slot.origins.of(Attribute::TYPE), "the column's type");
            }
            Fit::Unknown(reason) => {
                let finding = Diagnostic::new(
                    &rules::MODEL_TYPE_UNKNOWN,
                    format!("{label} was not compared with column {subject} ({printed}): {reason}"),
                )
                .subject(subject.clone())
                .at(field.type_span);
                self.push(finding, slot.origins.of(Attribute::TYPE), "the column");
            }
        }
        if type_facts::is_float(plain) && exact_names::is_exact(&field.name) {
            let finding = of_party(&rules::MODEL_FLOAT_FOR_EXACT, Author::People)(format!(
                "{label} keeps money or a score as `{plain}`"
            ))
            .subject(subject.clone())
            .at(field.type_span)
            .why("binary floating point rounds: sums and comparisons come out wrong")
            .help("use `Decimal` and a numeric column");
            self.push(finding, slot.origins.of(Attribute::TYPE), "the column");
        }
        self.nullability(field, slot, &subject, &label, plain);
        if let Some(column) = slot.column {
            let known = !matches!(fit, Fit::Unknown(_));
            self.result.columns.push(ColumnUse { column, rust: plain.to_string(), fit });
            return known;
        }
        !matches!(fit, Fit::Unknown(_))
    }

    fn nullability(
        &mut self,
        field: &Field,
        slot: &Slot<'_>,
        subject: &str,
        label: &str,
        plain: &super::RustType,
    ) {
        let is_option = field.ty.option().is_some();
        match slot.not_null {
            Some(false) if !is_option => {
                let finding = of_party(&rules::MODEL_NULLABLE_INTO_PLAIN, self.item.author)(format!(
                    "{label} is `{plain}`, but column {subject} may be NULL"
                ))
                .subject(subject)
                .at(field.type_span)
                .why("reading a row in which it is NULL fails")
                .help(format!("make the field `Option<{plain}>`, or the column NOT NULL"));
                self.push(finding, slot.origins.of(Attribute::NOT_NULL), "nothing makes it NOT NULL");
            }
            Some(true) if is_option => {
                let finding = of_party(&rules::MODEL_OPTION_ON_NOT_NULL, self.item.author)(format!(
                    "{label} is `{}`, but column {subject} is NOT NULL",
                    field.ty
                ))
                .subject(subject)
                .at(field.type_span)
                .why("None is never read, and writing it fails")
                .help(format!("make the field `{plain}`"));
                self.push(finding, slot.origins.of(Attribute::NOT_NULL), "NOT NULL since here");
            }
            _ => {}
        }
    }

    fn unknown_field(&mut self, field: &Field, slots: &[Slot<'_>]) {
        let target = self.target_name();
        let named = if field.column == field.name {
            String::new()
        } else {
            format!(" (renamed to `{}`)", field.column)
        };
        if field.default {
            let mut finding = Diagnostic::new(
                &rules::MODEL_FIELD_UNKNOWN,
                format!(
                    "`{}.{}`{named} has no column in {target}: it has its default",
                    self.item.name, field.name
                ),
            )
            .subject(self.subject(&field.column))
            .at(field.span)
            .why("`#[sqlx(default)]` fills it, so reading a row does not fail");
            finding.severity = Severity::Info;
            let origin = self.target_origin();
            self.push(finding, origin, "the table");
            return;
        }
        let help = match nearest(&field.column, slots) {
            Some(name) => format!("is `{name}` meant? Else remove the field, or add the column"),
            None => "remove the field, mark it `#[sqlx(skip)]`, or add the column".to_owned(),
        };
        let finding = of_party(&rules::MODEL_FIELD_UNKNOWN, self.item.author)(format!(
            "`{}.{}`{named} has no column in {target}",
            self.item.name, field.name
        ))
        .subject(self.subject(&field.column))
        .at(field.span)
        .why("reading a row into the struct fails")
        .help(help);
        let origin = self.target_origin();
        self.push(finding, origin, "the table");
    }

    fn missing(&mut self, slot: &Slot<'_>) {
        let generated = self.item.author == Author::Generator;
        let composite = matches!(self.target, Target::Composite(_));
        if !(generated || slot.needs_value) {
            return;
        }
        // The generator leaves out what sqlx cannot read, and says so itself.
        let types = &self.own.types;
        let by_name = slot.column.and_then(|id| types.chosen_for_column(id));
        if generated && by_name.is_none() && types.of(self.catalog, slot.ty).is_err() {
            return;
        }
        let subject = self.subject(slot.name);
        let why = if composite {
            "the values of a composite type are matched by position, so none can be left out"
        } else if slot.needs_value {
            "it is NOT NULL and has no default, so a row cannot be inserted from the model"
        } else {
            "generated code must hold every column"
        };
        let finding = of_party(&rules::MODEL_FIELD_MISSING, self.item.author)(format!(
            "`{}` has no field for column {subject}",
            self.item.name
        ))
        .subject(subject)
        .at(self.item.span)
        .why(why)
        .help(if generated {
            "run `schemactl generate`".to_owned()
        } else {
            match fit::expected(slot.ty, self.catalog, self.own).first() {
                Some(ty) if slot.not_null == Some(false) => format!("add `{}: Option<{ty}>`", slot.name),
                Some(ty) => format!("add `{}: {ty}`", slot.name),
                None => "add the field".to_owned(),
            }
        });
        self.push(finding, slot.origins.creation(), "the column");
    }
}

fn domain_default(catalog: &Catalog, ty: &DataType) -> bool {
    match (&ty.base, ty.dimensions) {
        (TypeBase::User(id), 0) => match &catalog.types[*id].kind {
            TypeKind::Domain(domain) => domain.default.is_some() || domain_default(catalog, &domain.base),
            _ => false,
        },
        _ => false,
    }
}

/// The column whose name is nearest, when one is near enough to be meant.
fn nearest<'a>(name: &str, slots: &[Slot<'a>]) -> Option<&'a str> {
    schemactl_codegen::nearest::nearest(name, slots.iter().map(|slot| slot.name))
}

/// Tables that no struct of the generated code stands for. Partitions are read through their parent.
fn tables_without_model(models: &ModelSet, catalog: &Catalog, names: &Names, result: &mut Comparison) {
    let generated: BTreeSet<RelationId> = result
        .structs
        .iter()
        .filter(|compared| models.structs[compared.item].author == Author::Generator)
        .filter_map(|compared| match compared.target {
            Target::Relation(id) => Some(id),
            Target::Composite(_) => None,
        })
        .collect();
    for table in catalog.tables() {
        if generated.contains(&table.id) || names.table(table.id).is_none() {
            continue;
        }
        let mut finding = Diagnostic::new(
            &rules::TABLE_WITHOUT_MODEL,
            format!("the generated code has no struct for {}", table.printed_name()),
        )
        .subject(table.printed_name())
        .help("run `schemactl generate`");
        if let Some(span) = table.origins.creation() {
            finding = finding.label(span, "the table");
        }
        result.findings.push(finding);
    }
}
