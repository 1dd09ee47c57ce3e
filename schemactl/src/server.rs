//! Servers that a command talks to: live databases and shadows.

use schemactl_live::introspect::{Introspected, introspect};
use schemactl_live::{LiveError, Shadow, ShadowOptions, connect, replay};
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::resolve::Touched;
use schemactl_schema::source::Span;

use crate::args::ShadowArgs;
use crate::failure::Failure;

/// A runtime on this thread: one connection at a time needs no more.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::Message(format!("cannot start: {error}")))
}

pub(crate) fn shadow_options(args: &ShadowArgs) -> ShadowOptions {
    ShadowOptions { url: args.shadow_url.clone(), ..ShadowOptions::default() }
}

/// Replays the migrations on a throw-away server and reads what came of it.
pub(crate) async fn shadow(set: &MigrationSet, options: &ShadowOptions) -> Result<Introspected, LiveError> {
    Ok(shadow_watching(set, options, &[]).await?.0)
}

/// As [`shadow`], and tells what some of the statements did.
pub(crate) async fn shadow_watching(
    set: &MigrationSet,
    options: &ShadowOptions,
    statements: &[Span],
) -> Result<(Introspected, Vec<Touched>), LiveError> {
    let shadow = Shadow::start(options).await?;
    let database = shadow.database("migrations").await?;
    let mut connection = database.connect().await?;
    let ran = replay::replay_watching(&mut connection, set, statements).await?;
    Ok((introspect(&mut connection).await?, ran.touched))
}

/// `150018` is 15.18.
pub(crate) fn version(number: u32) -> String {
    format!("{}.{}", number / 10_000, number % 10_000)
}

/// Reads a live database.
pub(crate) async fn live(url: &str) -> Result<Introspected, LiveError> {
    let mut connection = connect(url).await?;
    introspect(&mut connection).await
}
