//! Every trigger and every routine of the reference schema is noticed by a block of `cases/reference`: without it, a
//! block that names it fails.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use schemactl_live::{Shadow, ShadowDatabase};
use schemactl_tests::sql_case::{self, Block, CaseFile};
use schemactl_tests::{cases, reference};
use sqlx::postgres::PgConnection;

/// A block, with the text that its author wrote.
struct Case {
    file: usize,
    block: Block,
    text: String,
}

struct Cases {
    files: Vec<CaseFile>,
    cases: Vec<Case>,
}

impl Cases {
    fn read() -> Self {
        let mut all = Self { files: Vec::new(), cases: Vec::new() };
        for path in cases::files("reference") {
            let text = std::fs::read_to_string(&path).unwrap();
            let file = sql_case::parse(&text).unwrap();
            let lines: Vec<&str> = text.lines().collect();
            let starts: Vec<usize> =
                file.blocks.iter().map(|block| block.line - 1).chain([lines.len()]).collect();
            for (at, block) in file.blocks.iter().enumerate() {
                let text = lines[starts[at]..starts[at + 1]].join("\n");
                all.cases.push(Case { file: all.files.len(), block: block.clone(), text });
            }
            all.files.push(file);
        }
        all
    }

    fn naming<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c Case> {
        self.cases.iter().filter(move |case| words(&case.text).any(|word| word == name))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
}

struct Server {
    shadow: Shadow,
    template: ShadowDatabase,
    shared: PgConnection,
    clones: usize,
}

impl Server {
    async fn start() -> Self {
        let (shadow, template) = reference::server().await;
        let shared = shadow.clone_database(&template.name, "shared").await.unwrap().connect().await.unwrap();
        Self { shadow, template, shared, clones: 0 }
    }

    async fn still_passes(&mut self, all: &Cases, case: &Case, change: &str) -> bool {
        let file = &all.files[case.file];
        let outcome = if case.block.autocommit {
            self.clones += 1;
            let name = format!("own_{}", self.clones);
            let own = self.shadow.clone_database(&self.template.name, &name).await.unwrap();
            sql_case::passes_despite(&mut own.connect().await.unwrap(), file, &case.block, change).await
        } else {
            sql_case::passes_despite(&mut self.shared, file, &case.block, change).await
        };
        outcome.unwrap_or_else(|error| panic!("{}: {error}", case.block.name))
    }

    /// `things` are names and the statement that does away with each.
    async fn unnoticed(&mut self, things: Vec<(String, String)>) -> Vec<String> {
        let all = Cases::read();
        let mut unnoticed = Vec::new();
        for (name, change) in things {
            let mut noticed = false;
            for case in all.naming(&name) {
                if !self.still_passes(&all, case, &change).await {
                    noticed = true;
                    break;
                }
            }
            if !noticed {
                let blocks: Vec<&str> = all.naming(&name).map(|case| &*case.block.name).collect();
                unnoticed.push(format!(
                    "{name}: {}",
                    if blocks.is_empty() { "no block names it".into() } else { blocks.join("; ") }
                ));
            }
        }
        unnoticed
    }

    async fn asked(&mut self, sql: &'static str) -> Vec<(String, String)> {
        let things: Vec<(String, String)> = sqlx::query_as(sql).fetch_all(&mut self.shared).await.unwrap();
        assert!(!things.is_empty());
        things
    }
}

#[tokio::test]
async fn every_trigger_is_seen_firing() {
    let mut server = Server::start().await;
    let triggers = server
        .asked(
            "SELECT t.tgname::text, format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass)
             FROM pg_trigger AS t
             WHERE NOT t.tgisinternal AND t.tgparentid = 0
             ORDER BY t.tgname",
        )
        .await;
    assert_eq!(server.unnoticed(triggers).await, [""; 0]);
}

#[tokio::test]
async fn every_routine_is_called() {
    let mut server = Server::start().await;
    let routines = server
        .asked(
            "SELECT p.proname::text, format('ALTER ROUTINE %s RENAME TO gone', p.oid::regprocedure)
             FROM pg_proc AS p
             WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype <> 'trigger'::regtype
             ORDER BY p.proname",
        )
        .await;
    assert_eq!(server.unnoticed(routines).await, [""; 0]);
}

/// A function that no trigger calls would be there for nothing; those of triggers are seen with them.
#[tokio::test]
async fn every_trigger_function_has_a_trigger() {
    let mut server = Server::start().await;
    let idle: Vec<String> = sqlx::query_scalar(
        "SELECT p.proname::text
         FROM pg_proc AS p
         WHERE p.pronamespace = 'public'::regnamespace
           AND p.prorettype = 'trigger'::regtype
           AND NOT EXISTS (SELECT FROM pg_trigger AS t WHERE t.tgfoid = p.oid)
         ORDER BY p.proname",
    )
    .fetch_all(&mut server.shared)
    .await
    .unwrap();
    assert_eq!(idle, [""; 0]);
}
