//! The statements that change one part of an object of a rarer kind.

use super::Cure;
use super::alter::Written;
use crate::catalog::{Attribute, DefinedId};

impl Cure<'_> {
    /// Changes what `ALTER` can change; else drops the object and makes it anew, which fails while others need it.
    pub(super) fn defined(&mut self, attribute: Attribute, ours: DefinedId, theirs: DefinedId) -> Written {
        let _ = attribute;
        self.remake(ours.into(), theirs.into())
    }
}
