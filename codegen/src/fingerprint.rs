//! What generated code was made of, as hashes: the second line of the root file.

use schemactl_schema::catalog::Catalog;
use schemactl_schema::dump::dump;
use sha2::{Digest as _, Sha256};

use crate::settings::Settings;

/// `// Schema 0123456789abcdef, settings 0123456789abcdef`: the same wherever and by whomever it is made.
///
/// Only the root file has it. In every file it would change all of them with each migration.
pub(crate) fn line(catalog: &Catalog, settings: &Settings) -> String {
    format!("// Schema {}, settings {}\n", short_hash(&dump(catalog)), short_hash(&settings.canonical()))
}

/// The first 16 hexadecimal digits of SHA-256.
fn short_hash(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
