//! The files that every generated store shares, as they are written. They are compiled where they are generated.

/// Their names and texts, in the folder `support`.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("change", include_str!("../templates/support/change.rs")),
    ("copy", include_str!("../templates/support/copy.rs")),
    ("cursor", include_str!("../templates/support/cursor.rs")),
    ("mod", include_str!("../templates/support/mod.rs")),
    ("page", include_str!("../templates/support/page.rs")),
    ("write", include_str!("../templates/support/write.rs")),
];
