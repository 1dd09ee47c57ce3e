//! From the server's object ids to the catalog's ids.

use std::collections::{HashMap, HashSet};

use schemactl_schema::catalog::{
    ColumnId, ConstraintId, DefinedId, ExtensionId, FunctionId, Id, IndexId, ObjectId, PolicyId, RelationId,
    SchemaId, SequenceId, TriggerId, TypeId,
};
use sqlx::postgres::types::Oid;

use super::Rows;
use crate::error::LiveError;

/// Every object that the catalog will hold. An object that is not here is an extension's or the server's own.
#[derive(Default, Debug)]
pub(super) struct Objects {
    pub(super) schemas: HashMap<Oid, SchemaId>,
    pub(super) extensions: HashMap<Oid, ExtensionId>,
    pub(super) types: HashMap<Oid, TypeId>,
    pub(super) relations: HashMap<Oid, RelationId>,
    pub(super) columns: HashMap<(Oid, i16), ColumnId>,
    pub(super) sequences: HashMap<Oid, SequenceId>,
    pub(super) functions: HashMap<Oid, FunctionId>,
    pub(super) indexes: HashMap<Oid, IndexId>,
    pub(super) constraints: HashMap<Oid, ConstraintId>,
    /// Constraints of domains, by their type and their place in its list.
    pub(super) domain_constraints: HashMap<Oid, (TypeId, u32)>,
    pub(super) triggers: HashMap<Oid, TriggerId>,
    pub(super) policies: HashMap<Oid, PolicyId>,
    /// By system catalog and object id.
    pub(super) defined: HashMap<(String, Oid), DefinedId>,
}

fn number<I: Id>(oids: impl Iterator<Item = Oid>) -> HashMap<Oid, I> {
    oids.enumerate().map(|(at, oid)| (oid, I::from_index(at))).collect()
}

impl Objects {
    /// Gives ids in the order of the rows, which is the order in which the entities must be added to an empty
    /// catalog. Schemas and extensions get theirs when they are added.
    pub(super) fn number(&mut self, rows: &Rows) {
        self.types = number(rows.user_types.iter().map(|ty| ty.oid));
        self.relations = number(rows.relations.iter().map(|relation| relation.oid));
        self.sequences = number(rows.sequences.iter().map(|sequence| sequence.oid));
        self.functions = number(rows.functions.iter().map(|function| function.oid));
        // What stands on an extension's table is the extension's.
        let tables: HashSet<Oid> = rows.relations.iter().map(|relation| relation.oid).collect();
        let own = |relation: Oid| tables.contains(&relation);
        self.columns = rows
            .columns
            .iter()
            .filter(|column| own(column.relation))
            .enumerate()
            .map(|(at, column)| ((column.relation, column.number), ColumnId::from_index(at)))
            .collect();
        self.defined = (rows.defined.iter().filter(|row| !row.kind.is_empty()))
            .enumerate()
            .map(|(at, row)| ((row.class.clone(), row.oid), DefinedId::from_index(at)))
            .collect();
        self.indexes = number(rows.indexes.iter().filter(|index| own(index.relation)).map(|index| index.oid));
        self.triggers =
            number(rows.triggers.iter().filter(|trigger| own(trigger.relation)).map(|trigger| trigger.oid));
        self.policies =
            number(rows.policies.iter().filter(|policy| own(policy.relation)).map(|policy| policy.oid));
    }

    pub(super) fn schema(&self, oid: Oid) -> Result<SchemaId, LiveError> {
        self.schemas.get(&oid).copied().ok_or_else(|| unknown("schema", oid))
    }

    pub(super) fn relation(&self, oid: Oid) -> Result<RelationId, LiveError> {
        self.relations.get(&oid).copied().ok_or_else(|| unknown("relation", oid))
    }

    pub(super) fn column(&self, relation: Oid, number: i16) -> Result<ColumnId, LiveError> {
        self.columns.get(&(relation, number)).copied().ok_or_else(|| {
            LiveError::Defect(format!("column {number} of relation {} is not in pg_attribute", relation.0))
        })
    }

    pub(super) fn columns(
        &self,
        relation: Oid,
        numbers: impl IntoIterator<Item = i16>,
    ) -> Result<Vec<ColumnId>, LiveError> {
        numbers.into_iter().map(|number| self.column(relation, number)).collect()
    }

    /// The object that `pg_description` or an ACL is about; `class` is the name of a system catalog.
    pub(super) fn object(&self, class: &str, oid: Oid, sub: i16) -> Option<ObjectId> {
        if sub != 0 {
            return self.columns.get(&(oid, sub)).map(|id| (*id).into());
        }
        match class {
            "pg_namespace" => self.schemas.get(&oid).map(|id| (*id).into()),
            "pg_extension" => self.extensions.get(&oid).map(|id| (*id).into()),
            "pg_type" => self.types.get(&oid).map(|id| (*id).into()),
            "pg_proc" => self.functions.get(&oid).map(|id| (*id).into()),
            "pg_trigger" => self.triggers.get(&oid).map(|id| (*id).into()),
            "pg_policy" => self.policies.get(&oid).map(|id| (*id).into()),
            "pg_class" => {
                let relation = self.relations.get(&oid).map(|id| ObjectId::from(*id));
                let index = || self.indexes.get(&oid).map(|id| ObjectId::from(*id));
                let sequence = || self.sequences.get(&oid).map(|id| ObjectId::from(*id));
                relation.or_else(index).or_else(sequence)
            }
            "pg_constraint" => {
                let constraint = self.constraints.get(&oid).map(|id| ObjectId::from(*id));
                let domain =
                    || self.domain_constraints.get(&oid).map(|(ty, at)| ObjectId::DomainConstraint(*ty, *at));
                constraint.or_else(domain)
            }
            _ => self.defined.get(&(class.to_owned(), oid)).map(|id| (*id).into()),
        }
    }
}

pub(super) fn unknown(what: &str, oid: Oid) -> LiveError {
    LiveError::Defect(format!("the {what} with object id {} is referred to, but was not read", oid.0))
}

/// `name=value` entries of `reloptions`, `attoptions` and `proconfig`.
pub(super) fn options(entries: &[String]) -> Vec<(Box<str>, Box<str>)> {
    entries
        .iter()
        .map(|entry| {
            let (name, value) = entry.split_once('=').unwrap_or((entry, ""));
            (name.into(), value.into())
        })
        .collect()
}

/// The numbers of an `int2vector` or `oidvector`, as its text has them.
pub(super) fn vector<N: std::str::FromStr>(text: &str) -> Vec<N> {
    text.split_ascii_whitespace().filter_map(|number| number.parse().ok()).collect()
}

/// The only character of a `"char"` value; `fallback` for an empty one.
pub(super) fn letter(text: &str, fallback: char) -> char {
    text.chars().next().unwrap_or(fallback)
}
