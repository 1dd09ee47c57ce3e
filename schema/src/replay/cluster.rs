//! What marks an index of a table (clustering, replica identity), and what a table's persistence asks of others.

use super::Replayer;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{ConstraintKind, IndexId, KeyTarget, Persistence, RelationId, RelationKind};
use crate::source::Span;
use crate::syntax::tree::{Cluster, Name};

/// Access methods of PostgreSQL whose indexes have no order that rows could be brought into.
const NOT_ORDERING: &[&str] = &["hash", "gin", "spgist", "brin"];

impl Replayer<'_> {
    pub(super) fn cluster(&mut self, cluster: &Cluster, _span: Span) -> Result<Applied> {
        for option in &cluster.options {
            if &*option.name.text != "verbose" {
                let message = format!("unrecognized CLUSTER option \"{}\"", option.name.text);
                return Err(Stop::refused("42601", option.span, message));
            }
        }
        let Some(name) = &cluster.table else { return Ok(Applied::Nothing("CLUSTER")) };
        let table = self.relation(name)?;
        if matches!(self.catalog.relations[table].kind, RelationKind::View | RelationKind::Foreign) {
            let message = format!("\"{}\" is not a table or materialized view", name.name.text);
            return Err(Stop::refused("42809", name.span(), message));
        }
        let Some(index) = &cluster.index else {
            let clustered = |id: &IndexId| self.catalog.indexes[*id].clustered;
            if self.catalog.indexes_of(table).iter().any(clustered) {
                return Ok(Applied::Nothing("CLUSTER"));
            }
            let message = format!("there is no previously clustered index for table \"{}\"", name.name.text);
            return Err(Stop::refused("42704", name.span(), message));
        };
        let id = self.index_to_mark(table, index)?;
        self.may_be_clustered(id, index.span)?;
        // Of a partitioned table only the partitions are brought into the order, once.
        if self.catalog.relations[table].kind == RelationKind::Partitioned {
            return Ok(Applied::Nothing("CLUSTER"));
        }
        self.mark_clustered(table, Some(id));
        Ok(Applied::Schema)
    }

    /// `ALTER TABLE … CLUSTER ON index`, or `SET WITHOUT CLUSTER`.
    pub(super) fn cluster_on(&mut self, table: RelationId, index: Option<&Name>, at: Span) -> Result<()> {
        let chosen = match index {
            Some(name) => {
                let id = self.index_to_mark(table, name)?;
                self.may_be_clustered(id, name.span)?;
                Some(id)
            }
            None => None,
        };
        if self.catalog.relations[table].kind == RelationKind::Partitioned {
            return Err(Stop::refused("0A000", at, "cannot mark index clustered in partitioned table"));
        }
        self.mark_clustered(table, chosen);
        Ok(())
    }

    fn mark_clustered(&mut self, table: RelationId, chosen: Option<IndexId>) {
        for id in self.catalog.indexes_of(table).to_vec() {
            self.catalog.indexes[id].clustered = Some(id) == chosen;
        }
    }

    /// An index of the table by its name alone: it lies in the table's schema.
    fn index_to_mark(&self, table: RelationId, name: &Name) -> Result<IndexId> {
        let own = self.catalog.indexes_of(table);
        if let Some(id) = own.iter().find(|id| self.catalog.indexes[**id].name == name.text) {
            return Ok(*id);
        }
        let entry = &self.catalog.relations[table];
        if self.catalog.class(entry.schema, &name.text).is_some() {
            let message = format!("\"{}\" is not an index for table \"{}\"", name.text, entry.name);
            return Err(Stop::refused("42809", name.span, message));
        }
        let message = format!("index \"{}\" for table \"{}\" does not exist", name.text, entry.name);
        Err(Stop::refused("42704", name.span, message))
    }

    fn may_be_clustered(&self, id: IndexId, at: Span) -> Result<()> {
        let index = &self.catalog.indexes[id];
        let why = if NOT_ORDERING.contains(&&*index.method) {
            format!(
                "cannot cluster on index \"{}\" because access method does not support clustering",
                index.name
            )
        } else if index.predicate.is_some() {
            format!("cannot cluster on partial index \"{}\"", index.name)
        } else if !index.valid {
            format!("cannot cluster on invalid index \"{}\"", index.name)
        } else {
            return Ok(());
        };
        Err(Stop::refused("0A000", at, why))
    }

    /// The index that tells rows apart for `REPLICA IDENTITY USING INDEX`.
    pub(super) fn identity_index(&self, table: RelationId, name: &Name) -> Result<IndexId> {
        let id = self.index_to_mark(table, name)?;
        let index = &self.catalog.indexes[id];
        let refused = |state, message: String| Err(Stop::refused(state, name.span, message));
        if !index.unique {
            let message = format!("cannot use non-unique index \"{}\" as replica identity", index.name);
            return refused("42809", message);
        }
        let deferrable = |constraint| {
            let entry: &crate::catalog::Constraint = &self.catalog.constraints[constraint];
            entry.deferrable
        };
        let kind = if index.constraint.is_some_and(deferrable) {
            Some("non-immediate")
        } else if index.keys.iter().any(|key| matches!(key.target, KeyTarget::Expression(_))) {
            Some("expression")
        } else if index.predicate.is_some() {
            Some("partial")
        } else {
            None
        };
        if let Some(kind) = kind {
            let message = format!("cannot use {kind} index \"{}\" as replica identity", index.name);
            return refused("0A000", message);
        }
        for key in &index.keys {
            if let KeyTarget::Column(column) = key.target
                && !self.catalog.columns[column].not_null
            {
                let message = format!(
                    "index \"{}\" cannot be used as replica identity because column \"{}\" is nullable",
                    index.name, self.catalog.columns[column].name
                );
                return refused("42809", message);
            }
        }
        Ok(id)
    }

    /// The tables that a table's foreign keys speak of, or that speak of it.
    fn key_partners(&self, table: RelationId, referring: bool) -> Vec<RelationId> {
        let partner = |id: &crate::catalog::ConstraintId| match &self.catalog.constraints[*id].kind {
            ConstraintKind::ForeignKey(key) => {
                let own = self.catalog.constraints[*id].relation;
                if referring {
                    (own == table).then_some(key.references)
                } else {
                    (key.references == table).then_some(own)
                }
            }
            _ => None,
        };
        let all: Vec<_> = self.catalog.constraints.ids().collect();
        all.iter().filter_map(partner).filter(|other| *other != table).collect()
    }

    /// `SET LOGGED` and `SET UNLOGGED`: a table that is logged refers to none that is not.
    pub(super) fn may_change_persistence(
        &self,
        table: RelationId,
        wanted: Persistence,
        at: Span,
    ) -> Result<()> {
        let entry = &self.catalog.relations[table];
        let refused = |message: String| Err(Stop::refused("42P16", at, message));
        if entry.persistence == Persistence::Temporary {
            return refused(format!(
                "cannot change logged status of table \"{}\" because it is temporary",
                entry.name
            ));
        }
        if entry.persistence == wanted {
            return Ok(());
        }
        let logged = wanted == Persistence::Permanent;
        let other = if logged { Persistence::Unlogged } else { Persistence::Permanent };
        let partners = self.key_partners(table, logged);
        match partners.into_iter().find(|partner| self.catalog.relations[*partner].persistence == other) {
            Some(partner) => refused(format!(
                "could not change table \"{}\" to {} because it references {} table \"{}\"",
                entry.name,
                if logged { "logged" } else { "unlogged" },
                if logged { "unlogged" } else { "logged" },
                self.catalog.relations[partner].name
            )),
            None => Ok(()),
        }
    }

    /// What lives longer cannot refer to what lives shorter.
    pub(super) fn fits_persistence(&self, table: RelationId, other: RelationId, at: Span) -> Result<()> {
        let (own, referenced) =
            (self.catalog.relations[table].persistence, self.catalog.relations[other].persistence);
        let words = match (own, referenced) {
            (Persistence::Permanent, Persistence::Unlogged | Persistence::Temporary) => {
                "constraints on permanent tables may reference only permanent tables"
            }
            (Persistence::Unlogged, Persistence::Temporary) => {
                "constraints on unlogged tables may reference only permanent or unlogged tables"
            }
            (Persistence::Temporary, Persistence::Permanent | Persistence::Unlogged) => {
                "constraints on temporary tables may reference only temporary tables"
            }
            _ => return Ok(()),
        };
        Err(Stop::refused("42P16", at, words))
    }
}
