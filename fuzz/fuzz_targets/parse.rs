//! Parsing never panics, and every place lies inside the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schemactl_schema::source::FileId;
use schemactl_schema::syntax::parse_file;

fuzz_target!(|text: &str| {
    let (statements, diagnostics) = parse_file(FileId(0), text);
    for parsed in &statements {
        assert!(text.get(parsed.span.range()).is_some(), "not a character boundary");
    }
    for (span, _) in diagnostics.iter().flat_map(|diagnostic| &diagnostic.places) {
        assert!(span.start <= span.end && span.end as usize <= text.len(), "a place outside the text");
    }
});
