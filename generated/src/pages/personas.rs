// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use uuid::Uuid;

use super::super::enums::PersonaTypeEnum;
use super::super::models::Persona;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, name, persona_type, description, configuration, tags, is_enabled, ",
    "created_by, created_at, updated_at",
    " FROM public.personas",
);

/// A position in the order of `personas_pkey`: `id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ById {
    pub id: Uuid,
}

impl Order for ById {
    type Row = Persona;

    const NAME: &'static str = "public.personas by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "uuid"),
    ];

    fn position(row: &Persona) -> Self {
        Self {
            id: row.id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            id: from.key()?,
        })
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `personas_persona_type_name_key`: `persona_type, name`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPersonaTypeAndName {
    pub persona_type: PersonaTypeEnum,
    pub name: String,
}

impl Order for ByPersonaTypeAndName {
    type Row = Persona;

    const NAME: &'static str = "public.personas by_persona_type_and_name";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("persona_type", "public.persona_type_enum"),
        Key::ascending("name", "character varying"),
    ];

    fn position(row: &Persona) -> Self {
        Self {
            persona_type: row.persona_type,
            name: row.name.clone(),
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.persona_type));
        to.key(Some(&self.name));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            persona_type: from.key()?,
            name: from.key()?,
        })
    }
}

/// Pages over all rows: `persona_type, name`.
pub fn by_persona_type_and_name() -> Pages<ByPersonaTypeAndName> {
    Pages::new()
}

/// Pages over the rows with this `persona_type`: `name`.
pub fn of_persona_type_by_name(
    persona_type: PersonaTypeEnum,
) -> Pages<ByPersonaTypeAndName> {
    Pages::new().fix(Some(persona_type))
}
