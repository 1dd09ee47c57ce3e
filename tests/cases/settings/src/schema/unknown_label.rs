// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// A text that is no label of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLabel {
    /// The enum, as SQL names it.
    pub type_name: &'static str,
    /// The text that was given.
    pub label: String,
}

impl UnknownLabel {
    pub(crate) fn new(type_name: &'static str, label: &str) -> Self {
        Self {
            type_name,
            label: label.to_owned(),
        }
    }

    /// Reads an enum by its label.
    ///
    /// # Errors
    /// When there is no text, or no such label.
    pub fn read<'de, T, D>(from: D) -> Result<T, D::Error>
    where
        T: FromStr<Err = Self>,
        D: Deserializer<'de>,
    {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

impl std::fmt::Display for UnknownLabel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} is no label of {}", self.label, self.type_name)
    }
}

impl std::error::Error for UnknownLabel {}
