//! `ALTER … DEPENDS ON EXTENSION`: what goes with an extension though it is no part of it.

use super::Replayer;
use super::stop::{Applied, Result, Stop};
use crate::catalog::{PropertyValue, property};
use crate::source::Span;
use crate::syntax::tree::DependsOnExtension;

impl Replayer<'_> {
    pub(super) fn depends_on_extension(
        &mut self,
        depends: &DependsOnExtension,
        span: Span,
    ) -> Result<Applied> {
        let object = self.address(&depends.object)?;
        let wanted = &depends.extension;
        let named = self.catalog.extensions.iter().find(|(_, entry)| entry.name == wanted.text);
        let Some(extension) = named.map(|(id, _)| id) else {
            // Every database has it, and no catalog lists it.
            if wanted.as_str() == "plpgsql" {
                return Err(super::stop::not_modelled("dependence on the extension plpgsql", span));
            }
            let message = format!("extension \"{}\" does not exist", wanted.text);
            return Err(Stop::refused("42704", wanted.span, message));
        };
        let value = PropertyValue::Object(extension.into());
        let mut list = match self.catalog.property(object, property::DEPENDS) {
            Some(PropertyValue::List(list)) => list.clone(),
            _ => Vec::new(),
        };
        list.retain(|entry| *entry != value);
        if !depends.remove {
            list.push(value);
        }
        let value = (!list.is_empty()).then_some(PropertyValue::List(list));
        self.catalog.set_property(object, property::DEPENDS, value);
        self.mark(object, property::DEPENDS, span);
        self.catalog.link(object);
        Ok(Applied::Schema)
    }
}
