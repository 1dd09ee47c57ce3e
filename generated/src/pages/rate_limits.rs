// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::RateLimit;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT identifier, action, attempts, window_started_at, blocked_until",
    " FROM public.rate_limits",
);

/// A position in the order of `rate_limits_pkey`: `identifier, action`.
#[derive(Debug, Clone, PartialEq)]
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

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(&self.identifier));
        to.key(Some(&self.action));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            identifier: from.key()?,
            action: from.key()?,
        })
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
