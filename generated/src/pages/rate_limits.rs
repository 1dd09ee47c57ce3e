// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::super::models::RateLimit;
use super::super::support::{Key, Order, Pages};

const SELECT: &str = concat!(
    "SELECT identifier, action, attempts, window_started_at, blocked_until",
    " FROM public.rate_limits",
);

/// A position in the order of `rate_limits_pkey`: `identifier, action`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ByIdentifierAndAction {
    pub identifier: String,
    pub action: String,
}

impl Order for ByIdentifierAndAction {
    type Row = RateLimit;

    const NAME: &'static str = "public.rate_limits by_identifier_and_action";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("identifier", "character varying"),
        Key::ascending("action", "character varying"),
    ];

    fn position(row: &RateLimit) -> Self {
        Self {
            identifier: row.identifier.clone(),
            action: row.action.clone(),
        }
    }

    fn is_null(&self, _: usize) -> bool {
        false
    }

    fn bind(&self, key: usize, arguments: &mut PgArguments) -> Result<(), BoxDynError> {
        use sqlx::Arguments as _;

        match key {
            0 => arguments.add(&self.identifier),
            1 => arguments.add(&self.action),
            _ => Ok(()),
        }
    }
}

/// Pages over all rows: `identifier, action`.
pub fn by_identifier_and_action() -> Pages<ByIdentifierAndAction> {
    Pages::new()
}

/// Pages over the rows with this `identifier`: `action`.
pub fn of_identifier_by_action(identifier: String) -> Pages<ByIdentifierAndAction> {
    Pages::new().fix(Some(identifier))
}
