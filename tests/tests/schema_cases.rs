//! PostgreSQL as the judge of the replay and of the dump: one test for each folder of `cases/schema`.
//!
//! `input.sql` is replayed without a database, and run on a server. Then our catalog must be what the server
//! has, the dump of our catalog must load and make the same, and the dump is `dump.sql`, byte for byte
//! (`UPDATE_EXPECT=1` writes it). A case whose first line is `-- needs PostgreSQL 18` is not run on older servers.

use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use schemactl_live::introspect::{Introspected, introspect};
use schemactl_live::{Shadow, ShadowDatabase, ShadowOptions};
use schemactl_schema::catalog::Catalog;
use schemactl_schema::diagnostic::{Style, render};
use schemactl_schema::diff::{Labels, Places, diagnostics, diff};
use schemactl_schema::dump::dump;
use schemactl_schema::replay::replay_text;
use schemactl_schema::source::Sources;
use schemactl_tests::{cases, servers};

fn main() {
    let arguments = Arguments::from_args();
    let trials = cases::folders("schema").into_iter().map(|folder| {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Trial::test(name, move || run(&folder))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn run(folder: &Path) -> Result<(), Failed> {
    let path = folder.join("input.sql");
    let input = std::fs::read_to_string(&path)?;
    let (sources, replayed) = replay_text("input.sql", &input);
    let findings: Vec<String> =
        replayed.diagnostics.iter().map(|finding| render(finding, &sources, Style::Plain)).collect();
    if !findings.is_empty() {
        return Err(findings.join("\n").into());
    }
    let dumped = dump(&replayed.catalog);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let judged = runtime.block_on(async {
        let shadow = Shadow::start(&ShadowOptions::default()).await?;
        if let Some(why) = servers::too_old(&shadow, &input).await? {
            println!("not judged by a server: {why}");
            return Ok(None);
        }
        let made = load(&shadow.database("input").await?, &input).await?;
        let again = load(&shadow.database("dump").await?, &dumped).await.map_err(|error| {
            Failed::from(format!("the dump does not load: {}\n{dumped}", error.message().unwrap_or("")))
        })?;
        Ok::<_, Failed>(Some((made, again)))
    })?;
    let Some((from_input, from_dump)) = judged else {
        return cases::expect_file(&PathBuf::from(folder).join("dump.sql"), &dumped);
    };
    same(
        &replayed.catalog,
        &from_input.catalog,
        Labels { left: "replay", right: "server", places: Places::Left },
        &sources,
    )?;
    same(
        &from_input.catalog,
        &from_dump.catalog,
        Labels { left: "server", right: "dump", places: Places::Left },
        &sources,
    )?;
    cases::expect_file(&PathBuf::from(folder).join("dump.sql"), &dumped)
}

async fn load(database: &ShadowDatabase, sql: &str) -> Result<Introspected, Failed> {
    servers::run(database, sql).await?;
    let mut connection = database.connect().await?;
    let introspected = introspect(&mut connection).await?;
    match introspected.diagnostics.first() {
        None => Ok(introspected),
        Some(finding) => Err(finding.message.clone().into()),
    }
}

fn same(left: &Catalog, right: &Catalog, labels: Labels<'_>, sources: &Sources) -> Result<(), Failed> {
    let mut differences = diff(left, right);
    // What only a server can tell is told by the second comparison, where both sides are a server's words.
    differences.retain(|difference| !difference.is_undecidable());
    if differences.is_empty() {
        return Ok(());
    }
    let findings = diagnostics(&differences, labels);
    let text: Vec<String> = findings.iter().map(|finding| render(finding, sources, Style::Plain)).collect();
    Err(text.join("\n").into())
}
