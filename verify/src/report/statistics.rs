//! What a catalog holds, in numbers.

use std::collections::BTreeSet;

use schemactl_schema::catalog::{
    Catalog, ConstraintKind, FunctionId, FunctionKind, RelationKind, TriggerFunction, TypeKind,
};
use serde::Serialize;

macro_rules! statistics {
    ($($(#[$doc:meta])* $field:ident = $one:literal, $many:literal;)*) => {
        /// Counts of one catalog. Partitions, and what they repeat of their parents, are counted apart.
        #[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
        pub struct Statistics { $($(#[$doc])* pub $field: usize,)* }

        impl Statistics {
            /// Each count with its name for people, in the order of the report.
            pub fn entries(&self) -> Vec<(&'static str, usize)> {
                vec![$((if self.$field == 1 { $one } else { $many }, self.$field)),*]
            }
        }
    };
}

statistics! {
    /// Without partitions.
    tables = "table", "tables";
    partitioned_tables = "of these partitioned", "of these partitioned";
    partitions = "partition", "partitions";
    views = "view or materialized view", "views and materialized views";
    columns = "column", "columns";
    /// Those behind constraints included.
    indexes = "index", "indexes";
    constraint_indexes = "of these behind a primary key, unique or exclusion constraint", "of these behind a primary key, unique or exclusion constraint";
    partial_indexes = "of these partial", "of these partial";
    primary_keys = "primary key", "primary keys";
    unique_constraints = "unique constraint", "unique constraints";
    foreign_keys = "foreign key", "foreign keys";
    check_constraints = "check constraint of tables", "check constraints of tables";
    domain_checks = "check constraint of domains", "check constraints of domains";
    exclusion_constraints = "exclusion constraint", "exclusion constraints";
    triggers = "trigger", "triggers";
    /// Not counting those that triggers run.
    functions = "function that users call", "functions that users call";
    procedures = "procedure", "procedures";
    trigger_functions = "trigger function", "trigger functions";
    enums = "enum type", "enum types";
    enum_labels = "enum label", "enum labels";
    domains = "domain", "domains";
    composite_types = "composite type", "composite types";
    sequences = "sequence", "sequences";
    policies = "row security policy", "row security policies";
    extensions = "extension", "extensions";
    comments = "comment", "comments";
}

impl Statistics {
    pub fn of(catalog: &Catalog) -> Self {
        let mut count = Self::default();
        for (id, relation) in catalog.relations.iter() {
            if matches!(relation.kind, RelationKind::View | RelationKind::MaterializedView) {
                count.views += 1;
                continue;
            }
            if relation.partition_bound.is_some() {
                count.partitions += 1;
                continue;
            }
            count.tables += 1;
            count.partitioned_tables += usize::from(relation.kind == RelationKind::Partitioned);
            count.columns += relation.columns.len();
            for index in catalog.walk(id).indexes() {
                count.indexes += 1;
                count.constraint_indexes += usize::from(index.constraint.is_some());
                count.partial_indexes += usize::from(index.predicate.is_some());
            }
            for constraint in catalog.walk(id).constraints() {
                *match constraint.kind {
                    ConstraintKind::PrimaryKey { .. } => &mut count.primary_keys,
                    ConstraintKind::Unique { .. } => &mut count.unique_constraints,
                    ConstraintKind::Exclusion { .. } => &mut count.exclusion_constraints,
                    ConstraintKind::ForeignKey(_) => &mut count.foreign_keys,
                    ConstraintKind::Check { .. } => &mut count.check_constraints,
                } += 1;
            }
        }
        let mut run_by_triggers: BTreeSet<FunctionId> = BTreeSet::new();
        for (_, trigger) in catalog.triggers.iter() {
            count.triggers += usize::from(trigger.parent.is_none());
            if let TriggerFunction::User(id) = trigger.function {
                run_by_triggers.insert(id);
            }
        }
        for (id, function) in catalog.functions.iter() {
            let returns_trigger = function
                .returns
                .as_ref()
                .and_then(schemactl_schema::catalog::DataType::builtin_name)
                .is_some_and(|name| matches!(name, "trigger" | "event_trigger"));
            if function.kind == FunctionKind::Procedure {
                count.procedures += 1;
            } else if returns_trigger || run_by_triggers.contains(&id) {
                count.trigger_functions += 1;
            } else {
                count.functions += 1;
            }
        }
        for (_, ty) in catalog.types.iter() {
            match &ty.kind {
                TypeKind::Enum(labels) => {
                    count.enums += 1;
                    count.enum_labels += labels.len();
                }
                TypeKind::Domain(domain) => {
                    count.domains += 1;
                    count.domain_checks += domain.constraints.len();
                }
                TypeKind::Composite(_) => count.composite_types += 1,
                TypeKind::Range(_) | TypeKind::Base => {}
            }
        }
        count.sequences = catalog.sequences.len();
        count.policies = catalog.policies.len();
        count.extensions = catalog.extensions.len();
        count.comments = catalog.comments.len();
        count
    }
}
