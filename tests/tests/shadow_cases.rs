//! What `dump --shadow` prints is a fixed point: one test for each folder of `cases/schema`.
//!
//! `input.sql` runs on a server, whose catalog is read and dumped; the dump must load into an empty database and give
//! the same dump again, byte for byte.

use std::path::Path;

use libtest_mimic::{Arguments, Failed, Trial};
use schemactl_live::introspect::introspect;
use schemactl_live::{Shadow, ShadowDatabase, ShadowOptions};
use schemactl_schema::dump::dump;
use schemactl_schema::replay::replay_text;
use schemactl_schema::resolve::{Known, complete};
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
    let input = std::fs::read_to_string(folder.join("input.sql"))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let judged = runtime.block_on(async {
        let shadow = Shadow::start(&ShadowOptions::default()).await?;
        if let Some(why) = servers::too_old(&shadow, &input).await? {
            println!("not judged by a server: {why}");
            return Ok(None);
        }
        let first = printed(&shadow.database("input").await?, &input).await?;
        let second = printed(&shadow.database("dump").await?, &first).await.map_err(|error| {
            Failed::from(format!("{}\n{first}", error.message().unwrap_or("the dump does not load")))
        })?;
        Ok::<_, Failed>(Some((first, second)))
    })?;
    let Some((first, second)) = judged.filter(|(first, second)| first != second) else { return Ok(()) };
    let line = first.lines().zip(second.lines()).find(|(first, second)| first != second);
    Err(format!("the dump of the dump is another, from here on: {line:?}").into())
}

/// The dump of what a text makes on a server, as `--shadow` does it.
async fn printed(database: &ShadowDatabase, sql: &str) -> Result<String, Failed> {
    servers::run(database, sql).await?;
    let read = introspect(&mut database.connect().await?).await?;
    let (_, replayed) = replay_text("input.sql", sql);
    let known =
        Known { catalog: read.catalog, role: Some(read.role.into()), by: String::new(), touched: Vec::new() };
    Ok(dump(&complete(replayed, known).catalog))
}
