//! Which statements PostgreSQL refuses inside a transaction block (`PreventInTransactionBlock`).

use super::{AlterTableActionKind, ObjectKind, Reindex, ReindexTarget, Statement, Transaction};

impl Statement {
    /// The statement's name, if PostgreSQL refuses it inside a transaction block whatever the state of the database.
    ///
    /// Not told here, because it depends on data: `REINDEX` and `CLUSTER` of partitioned tables.
    pub fn refuses_transaction(&self) -> Option<&'static str> {
        match self {
            Self::CreateIndex(index) if index.concurrently => Some("CREATE INDEX CONCURRENTLY"),
            Self::Drop(drop) if drop.concurrently => Some("DROP INDEX CONCURRENTLY"),
            Self::Drop(drop) if drop.kind == ObjectKind::Database => Some("DROP DATABASE"),
            Self::Drop(drop) if drop.kind == ObjectKind::Tablespace => Some("DROP TABLESPACE"),
            Self::Reindex(reindex) => reindex_refuses(reindex),
            Self::Cluster(cluster) if cluster.table.is_none() => Some("CLUSTER"),
            Self::AlterTable(alter) => alter.actions.iter().find_map(|action| match &action.kind {
                AlterTableActionKind::DetachPartition { concurrently: true, .. } => {
                    Some("ALTER TABLE ... DETACH CONCURRENTLY")
                }
                _ => None,
            }),
            Self::Transaction(Transaction::CommitPrepared(_)) => Some("COMMIT PREPARED"),
            Self::Transaction(Transaction::RollbackPrepared(_)) => Some("ROLLBACK PREPARED"),
            Self::Irrelevant(other) => ALWAYS.iter().find(|kind| **kind == other.kind).copied(),
            _ => None,
        }
    }
}

/// Statements without a schema effect that always refuse. `ANALYZE` alone does not.
const ALWAYS: &[&str] = &[
    "VACUUM",
    "CREATE DATABASE",
    "DROP DATABASE",
    "ALTER DATABASE SET TABLESPACE",
    "CREATE TABLESPACE",
    "DROP TABLESPACE",
    "ALTER SYSTEM",
    "DISCARD ALL",
];

fn reindex_refuses(reindex: &Reindex) -> Option<&'static str> {
    match reindex.target {
        ReindexTarget::Schema(_) => Some("REINDEX SCHEMA"),
        ReindexTarget::Database(_) => Some("REINDEX DATABASE"),
        ReindexTarget::System(_) => Some("REINDEX SYSTEM"),
        ReindexTarget::Index(_) | ReindexTarget::Table(_) if reindex.concurrently => {
            Some("REINDEX CONCURRENTLY")
        }
        _ => None,
    }
}
