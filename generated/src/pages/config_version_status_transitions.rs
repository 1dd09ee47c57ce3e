// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::enums::ConfigVersionStatusEnum;
use super::super::models::ConfigVersionStatusTransition;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT from_status, to_status, description",
    " FROM public.config_version_status_transitions",
);

/// A position in the order of `config_version_status_transitions_pkey`: `from_status, to_status`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByFromStatusAndToStatus {
    pub from_status: ConfigVersionStatusEnum,
    pub to_status: ConfigVersionStatusEnum,
}

impl Order for ByFromStatusAndToStatus {
    type Row = ConfigVersionStatusTransition;

    const NAME: &'static str = "public.config_version_status_transitions by_from_status_and_to_status";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("from_status", "public.config_version_status_enum"),
        Key::ascending("to_status", "public.config_version_status_enum"),
    ];

    fn position(row: &ConfigVersionStatusTransition) -> Self {
        Self {
            from_status: row.from_status,
            to_status: row.to_status,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.from_status));
        to.key(Some(self.to_status));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            from_status: from.key()?,
            to_status: from.key()?,
        })
    }
}

/// Pages over all rows: `from_status, to_status`.
pub fn by_from_status_and_to_status() -> Pages<ByFromStatusAndToStatus> {
    Pages::new()
}

/// Pages over the rows with this `from_status`: `to_status`.
pub fn of_from_status_by_to_status(
    from_status: ConfigVersionStatusEnum,
) -> Pages<ByFromStatusAndToStatus> {
    Pages::new().fix(Some(from_status))
}
