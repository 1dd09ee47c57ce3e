//! How long a warm start takes. Run alone: `cargo test -p schemactl-live --test start_time -- --ignored --nocapture`.

mod common;

use std::time::{Duration, Instant};

use schemactl_live::{Shadow, ShadowOptions};

#[tokio::test]
#[ignore = "a measurement: depends on how busy the machine is"]
async fn a_warm_start_is_quick() {
    drop(Shadow::start(&ShadowOptions::default()).await.unwrap());
    let mut times = Vec::new();
    for _ in 0..15 {
        let started = Instant::now();
        let shadow = Shadow::start(&ShadowOptions::default()).await.unwrap();
        let up = started.elapsed();
        let template = shadow.database("a").await.unwrap();
        let made = started.elapsed() - up;
        let _ = shadow.clone_database(&template.name, "b").await.unwrap();
        let cloned = started.elapsed() - up - made;
        let stopping = Instant::now();
        drop(shadow);
        times.push((up, made, cloned, stopping.elapsed()));
    }
    times.sort();
    println!("start, database, clone, stop: fastest {:?}, median {:?}", times[0], times[times.len() / 2]);
    assert!(times[times.len() / 2].0 < Duration::from_millis(500), "{times:?}");
}
