//! Each down file of the reference schema undoes its up file, and nothing else: on a real server, step by step.

use schemactl_live::introspect::{Introspected, introspect};
use schemactl_live::migrate::{self, MigrateOptions, Steps};
use schemactl_live::{LiveError, Shadow, ShadowDatabase, ShadowOptions};
use schemactl_schema::diff::{Options, diff_with};
use schemactl_schema::migrations::MigrationSet;
use schemactl_tests::reference;
use sqlx::Row;

/// Everything outside of PostgreSQL's own schemas, but the table that says which migrations were applied.
const LEFTOVERS: &str = "
    WITH books (oid) AS (SELECT oid FROM pg_catalog.pg_class WHERE relname = 'schema_migrations'),
    own (oid) AS (
        SELECT oid
        FROM pg_catalog.pg_namespace
        WHERE nspname IN ('pg_catalog', 'information_schema', 'pg_toast') OR nspname LIKE 'pg\\_temp%' OR nspname LIKE 'pg\\_toast\\_temp%'
    )
    SELECT 'relation ' || c.oid::pg_catalog.regclass::text
    FROM pg_catalog.pg_class AS c
    WHERE c.relnamespace NOT IN (SELECT oid FROM own)
      AND c.oid NOT IN (SELECT oid FROM books)
      AND c.oid NOT IN (SELECT indexrelid FROM pg_catalog.pg_index WHERE indrelid IN (SELECT oid FROM books))
    UNION ALL
    SELECT 'type ' || t.oid::pg_catalog.regtype::text
    FROM pg_catalog.pg_type AS t
    LEFT JOIN pg_catalog.pg_type AS e ON e.oid = t.typelem
    WHERE t.typnamespace NOT IN (SELECT oid FROM own)
      AND t.typrelid NOT IN (SELECT oid FROM books)
      AND coalesce(e.typrelid, 0) NOT IN (SELECT oid FROM books)
    UNION ALL
    SELECT 'routine ' || p.oid::pg_catalog.regprocedure::text FROM pg_catalog.pg_proc AS p WHERE p.pronamespace NOT IN (SELECT oid FROM own)
    UNION ALL
    SELECT 'schema ' || n.nspname FROM pg_catalog.pg_namespace AS n WHERE n.nspname <> 'public' AND n.oid NOT IN (SELECT oid FROM own)
    UNION ALL
    SELECT 'extension ' || x.extname FROM pg_catalog.pg_extension AS x WHERE x.extname <> 'plpgsql'
    UNION ALL
    SELECT 'event trigger ' || v.evtname FROM pg_catalog.pg_event_trigger AS v
    UNION ALL
    SELECT 'default privileges ' || d.oid::text FROM pg_catalog.pg_default_acl AS d
    ORDER BY 1";

async fn up(database: &ShadowDatabase, set: &MigrationSet, steps: Steps) -> Result<usize, LiveError> {
    migrate::up(&database.url, set, steps, &MigrateOptions::default(), &mut |_| ())
        .await
        .map(|done| done.len())
}

async fn down(database: &ShadowDatabase, set: &MigrationSet, steps: Steps) -> Result<usize, LiveError> {
    migrate::down(&database.url, set, steps, &MigrateOptions::default(), &mut |_| ())
        .await
        .map(|done| done.len())
}

async fn schema(database: &ShadowDatabase) -> Result<Introspected, LiveError> {
    introspect(&mut database.connect().await?).await
}

async fn leftovers(database: &ShadowDatabase) -> Vec<String> {
    let mut connection = database.connect().await.unwrap_or_else(|error| panic!("{error}"));
    let rows =
        sqlx::query(LEFTOVERS).fetch_all(&mut connection).await.unwrap_or_else(|error| panic!("{error}"));
    rows.iter().map(|row| row.get(0)).collect()
}

/// The bookkeeping table is there after the first up, and was not before.
#[track_caller]
fn same(before: &Introspected, after: &Introspected, what: &str) {
    let differences = diff_with(&before.catalog, &after.catalog, &Options::live());
    let told: Vec<String> = differences.iter().map(|difference| format!("{difference:?}")).collect();
    assert!(told.is_empty(), "{what} leaves another schema:\n{}", told.join("\n"));
    let not_modelled = |schema: &Introspected| -> Vec<String> {
        schema.diagnostics.iter().map(|finding| finding.message.clone()).collect()
    };
    assert_eq!(
        not_modelled(before),
        not_modelled(after),
        "{what} leaves other objects that are not modelled"
    );
}

#[tokio::test]
async fn each_down_undoes_its_up() -> Result<(), LiveError> {
    let set = reference::migrations();
    let shadow = Shadow::start(&ShadowOptions::default()).await?;
    let database = shadow.database("down").await?;

    let mut stages = vec![schema(&database).await?];
    for migration in &set.migrations {
        assert_eq!(up(&database, &set, Steps::Only(1)).await?, 1, "{}", migration.name);
        stages.push(schema(&database).await?);
    }
    for (at, migration) in set.migrations.iter().enumerate().rev() {
        let name = format!("{:06}_{}", migration.version, migration.name);
        let (before, after) = (&stages[at], &stages[at + 1]);
        down(&database, &set, Steps::Only(1)).await?;
        same(before, &schema(&database).await?, &format!("{name}: down"));
        up(&database, &set, Steps::Only(1)).await?;
        same(after, &schema(&database).await?, &format!("{name}: down, up"));
        down(&database, &set, Steps::Only(1)).await?;
        same(before, &schema(&database).await?, &format!("{name}: down, up, down"));
    }
    assert_eq!(leftovers(&database).await, Vec::<String>::new(), "the last down leaves objects");

    assert_eq!(up(&database, &set, Steps::All).await?, set.migrations.len());
    same(&stages[set.migrations.len()], &schema(&database).await?, "all down, all up");
    Ok(())
}

#[tokio::test]
async fn a_database_that_was_in_use_goes_down_to_nothing() -> Result<(), LiveError> {
    let set = reference::migrations();
    let shadow = Shadow::start(&ShadowOptions::default()).await?;
    let database = shadow.database("used").await?;
    up(&database, &set, Steps::All).await?;
    let mut connection = database.connect().await?;
    sqlx::raw_sql(
        "INSERT INTO users (id, email, first_name, last_name, password_hash)
         VALUES ('a0000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada', 'Lovelace', 'hash');
         INSERT INTO lead_generation_campaigns (name, owner_id) VALUES ('Spring', 'a0000000-0000-0000-0000-000000000001');
         INSERT INTO event_store (aggregate_type, aggregate_id, event_type, event_data)
         VALUES ('user', 'a0000000-0000-0000-0000-000000000001', 'created', '{}');
         SELECT create_audit_partitions()",
    )
    .execute(&mut connection)
    .await
    .unwrap_or_else(|error| panic!("{error}"));
    drop(connection);

    assert_eq!(down(&database, &set, Steps::All).await?, set.migrations.len());
    assert_eq!(leftovers(&database).await, Vec::<String>::new());
    Ok(())
}
