// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! Floats in cursors, by their bits: JSON has no NaN and no infinity, and a text may be read as a neighbour.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A float, or a float that can be NULL.
pub trait Exact: Sized {
    /// The bits as a number.
    type Bits: Serialize + DeserializeOwned;

    /// The bits of this float.
    fn bits(&self) -> Self::Bits;

    /// The float with these bits.
    fn of(bits: Self::Bits) -> Self;
}

impl Exact for f64 {
    type Bits = u64;

    fn bits(&self) -> u64 {
        self.to_bits()
    }

    fn of(bits: u64) -> Self {
        Self::from_bits(bits)
    }
}

impl Exact for f32 {
    type Bits = u32;

    fn bits(&self) -> u32 {
        self.to_bits()
    }

    fn of(bits: u32) -> Self {
        Self::from_bits(bits)
    }
}

impl<T: Exact> Exact for Option<T> {
    type Bits = Option<T::Bits>;

    fn bits(&self) -> Self::Bits {
        self.as_ref().map(T::bits)
    }

    fn of(bits: Self::Bits) -> Self {
        bits.map(T::of)
    }
}
