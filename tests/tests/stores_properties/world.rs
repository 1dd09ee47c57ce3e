//! The server, the catalog, and the rows that others refer to.

use std::collections::BTreeMap;

use schemactl_live::Shadow;
use schemactl_schema::catalog::Catalog;
use schemactl_schema::replay::replay;
use schemactl_tests::{reference, servers};
use sqlx::postgres::PgConnection;

use super::rows::{Parents, Shape};
use super::table::Table;
use super::{tables_a_c, tables_d_z};

pub(super) struct World {
    _shadow: Shadow,
    pub(super) connection: PgConnection,
    pub(super) parents: Parents,
}

impl World {
    pub(super) async fn start() -> Self {
        let (shadow, database) = reference::server().await;
        servers::run(&database, include_str!("furniture.sql")).await.unwrap();
        let mut connection = database.connect().await.unwrap();
        let mut parents: Parents = BTreeMap::new();
        for table in tables() {
            parents.insert(table.name.to_owned(), (table.all)(&mut connection).await.1);
        }
        for (pool, kind) in [
            ("campaigns without events", "eventless"),
            ("campaigns without parameters", "bare"),
            ("lead_generation_campaigns", "plain"),
        ] {
            let named = |row: &&serde_json::Value| row["name"].as_str().unwrap().starts_with(kind);
            let rows = parents["lead_generation_campaigns"].iter().filter(named).cloned().collect();
            parents.insert(pool.to_owned(), rows);
        }
        // The keeper holds the grants that others are delegated from, and the lonely one is referred to by nobody.
        parents.get_mut("users").unwrap().retain(|row| row["email"].as_str().unwrap().starts_with("user"));
        let free = |row: &&serde_json::Value| row["reason"] == "free";
        let rows = parents["campaign_state_events"].iter().filter(free).cloned().collect();
        parents.insert("events without transition".to_owned(), rows);
        Self { _shadow: shadow, connection, parents }
    }
}

/// Every table's store, by name.
pub(super) fn tables() -> Vec<Table> {
    let mut tables = tables_a_c::tables();
    tables.extend(tables_d_z::tables());
    tables
}

pub(super) fn catalog() -> Catalog {
    replay(&reference::migrations()).catalog
}

pub(super) fn shape(catalog: &Catalog, table: &str) -> Shape {
    Shape::of(catalog, catalog.table("public", table).unwrap_or_else(|| panic!("there is no table {table}")))
}
