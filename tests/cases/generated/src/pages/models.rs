// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;
use uuid::Uuid;

use super::super::models::Model;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT id, uuid, connection",
    " FROM public.models",
);

/// A position in the order of `models_pkey`: `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ById {
    pub id: i32,
}

impl Order for ById {
    type Row = Model;

    const NAME: &'static str = "public.models by_id";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Model) -> Self {
        Self {
            id: row.id,
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.id),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `id`.
pub fn by_id() -> Pages<ById> {
    Pages::new()
}

/// A position in the order of `models_uuid_key`: `uuid, id`.
///
/// Ties are broken by `id`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByUuid {
    pub uuid: Option<Uuid>,
    pub id: i32,
}

impl Order for ByUuid {
    type Row = Model;

    const NAME: &'static str = "public.models by_uuid";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("uuid", "uuid").nullable(),
        Key::ascending("id", "integer"),
    ];

    fn position(row: &Model) -> Self {
        Self {
            uuid: row.uuid,
            id: row.id,
        }
    }

    fn is_null(&self, key: usize) -> bool {
        match key {
            0 => self.uuid.is_none(),
            _ => false,
        }
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(self.uuid),
            1 => arguments.add(self.id),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `uuid, id`.
pub fn by_uuid() -> Pages<ByUuid> {
    Pages::new()
}
