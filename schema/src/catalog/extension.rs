//! Extensions, and which of what the catalog names belongs to one of them.

use super::{Catalog, DataType, ExtensionId, SchemaId, TypeBase, TypeKind, names};
use crate::expression::typing::{extension, facts};

impl Catalog {
    /// The installed extension of this name.
    pub fn extension_named(&self, name: &str) -> Option<ExtensionId> {
        self.extensions.iter().find(|(_, entry)| *entry.name == *name).map(|(id, _)| id)
    }

    /// The extension that a type known by name is of.
    pub fn extension_of_type(&self, schema: &str, name: &str) -> Option<ExtensionId> {
        let mut all = self.extensions.iter();
        let found = all.find(|(_, entry)| {
            let home = entry.schema.map_or("pg_catalog", |id| &*self.schemas[id].name);
            home == schema && extension::brings_type(&entry.name, name)
        });
        found.map(|(id, _)| id)
    }

    /// The extension that an operator class is of, by its printed name.
    pub(super) fn extension_of_opclass(&self, printed: &str) -> Option<ExtensionId> {
        if self.extensions.is_empty() {
            return None;
        }
        let name = crate::expression::path_of_text(printed).ok()?.pop()?;
        let mut rows = facts::objects(&name).filter(|row| row.kind == "operator class");
        rows.find_map(|row| if row.source.is_empty() { None } else { self.extension_named(row.source) })
    }

    /// Gives an extension another schema, and the types that it brings with it.
    pub(crate) fn move_extension(&mut self, id: ExtensionId, schema: SchemaId) {
        let entry = &self.extensions[id];
        let old = entry.schema.map_or_else(|| "pg_catalog".into(), |id| self.schemas[id].name.clone());
        let (name, new) = (entry.name.clone(), self.schemas[schema].name.clone());
        let moved = |ty: &mut DataType| {
            if let TypeBase::Extension { schema, name: ty } = &mut ty.base
                && *schema == old
                && extension::brings_type(&name, ty)
            {
                schema.clone_from(&new);
            }
        };
        for column in self.columns.ids().collect::<Vec<_>>() {
            moved(&mut self.columns[column].ty);
        }
        for function in self.functions.ids().collect::<Vec<_>>() {
            let entry = &mut self.functions[function];
            entry.arguments.iter_mut().for_each(|argument| moved(&mut argument.ty));
            entry.returns.iter_mut().for_each(moved);
        }
        for ty in self.types.ids().collect::<Vec<_>>() {
            match &mut self.types[ty].kind {
                TypeKind::Domain(domain) => moved(&mut domain.base),
                TypeKind::Composite(attributes) => {
                    for attribute in attributes {
                        moved(&mut attribute.ty);
                    }
                }
                TypeKind::Range(range) => moved(&mut range.subtype),
                _ => {}
            }
        }
        let (old, new) = (names::quote_identifier(&old), names::quote_identifier(&new));
        for index in self.indexes.ids().collect::<Vec<_>>() {
            for key in &mut self.indexes[index].keys {
                let bare =
                    key.opclass.as_deref().and_then(|text| text.strip_prefix(&*old)?.strip_prefix('.'));
                let ours = |opclass: &&str| facts::objects(opclass).any(|row| row.source == &*name);
                if let Some(opclass) = bare.filter(ours) {
                    key.opclass = Some(format!("{new}.{opclass}").into());
                }
            }
        }
        self.extensions[id].schema = Some(schema);
        self.link(id.into());
    }
}
