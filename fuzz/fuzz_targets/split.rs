//! Splitting never panics, and its statements lie in order inside the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use schemactl_schema::syntax::split::split;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for statement in split(text).statements {
        assert!(statement.start >= end && statement.start <= statement.end, "statements overlap");
        assert!(text.get(statement.start as usize..statement.end as usize).is_some(), "not a character boundary");
        end = statement.end;
    }
});
