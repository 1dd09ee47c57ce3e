//! The table of types names types that exist, each once.

use schemactl_codegen::type_map::{BUILTIN, EXTENSION, NEVER_DECODED, RANGE_OF_SUBTYPE, builtin};
use schemactl_schema::catalog::builtin_type;

#[test]
fn the_table_names_types_that_exist() {
    for fact in BUILTIN {
        assert!(builtin_type(fact.postgres).is_some(), "{}", fact.postgres);
        assert!(std::ptr::eq(builtin(fact.postgres).unwrap(), fact), "{} stands twice", fact.postgres);
    }
    for fact in BUILTIN.iter().chain(EXTENSION) {
        for text in fact.accepted.iter().chain([&fact.rust]) {
            assert!(syn::parse_str::<syn::Type>(text).is_ok(), "{text}");
        }
    }
    for text in NEVER_DECODED {
        assert!(syn::parse_str::<syn::Type>(text).is_ok(), "{text}");
    }
    for (subtype, range) in RANGE_OF_SUBTYPE {
        assert!(builtin(subtype).is_some() && builtin(range).is_some(), "{subtype}");
    }
}
