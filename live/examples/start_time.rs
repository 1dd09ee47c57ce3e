//! How long a warm start of a shadow server takes: `cargo run --release -p schemactl-live --example start_time`.

use std::time::{Duration, Instant};

use schemactl_live::{LiveError, Shadow, ShadowOptions};

/// Enough for a median that a busy moment does not move.
const ROUNDS: usize = 15;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), LiveError> {
    // The first start may have to make the template.
    drop(Shadow::start(&ShadowOptions::default()).await?);
    let mut times: [Vec<Duration>; 4] = Default::default();
    for _ in 0..ROUNDS {
        let mut since = Instant::now();
        let mut lap = || {
            let elapsed = since.elapsed();
            since = Instant::now();
            elapsed
        };
        let shadow = Shadow::start(&ShadowOptions::default()).await?;
        times[0].push(lap());
        let template = shadow.database("a").await?;
        times[1].push(lap());
        shadow.clone_database(&template.name, "b").await?;
        times[2].push(lap());
        drop(shadow);
        times[3].push(lap());
    }
    for (what, times) in ["start", "create database", "clone", "stop"].iter().zip(&mut times) {
        times.sort();
        println!("{what:16} median {:?}", times[times.len() / 2]);
    }
    Ok(())
}
