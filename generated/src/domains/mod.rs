// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

mod generator_alphabet;
mod percentage;
mod score;
mod sha256_digest;

pub use self::generator_alphabet::GeneratorAlphabet;
pub use self::percentage::Percentage;
pub use self::score::Score;
pub use self::sha256_digest::Sha256Digest;
