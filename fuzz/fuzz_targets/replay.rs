//! Replaying never panics; what comes of it can be printed, rendered and compared with itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schemactl_schema::diagnostic::{Style, render};
use schemactl_schema::{diff, dump, replay};

fuzz_target!(|text: &str| {
    let (sources, replayed) = replay::replay_text("fuzz.sql", text);
    for diagnostic in &replayed.diagnostics {
        let _ = render(diagnostic, &sources, Style::Plain);
    }
    let _ = dump::dump(&replayed.catalog);
    assert!(diff::diff(&replayed.catalog, &replayed.catalog).is_empty(), "a catalog differs from itself");
});
