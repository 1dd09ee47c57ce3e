// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::enums::DataClassificationEnum;
use super::super::models::AuditRetentionPolicy;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT data_classification, retention, updated_at",
    " FROM public.audit_retention_policies",
);

/// A position in the order of `audit_retention_policies_pkey`: `data_classification`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByDataClassification {
    pub data_classification: DataClassificationEnum,
}

impl Order for ByDataClassification {
    type Row = AuditRetentionPolicy;

    const NAME: &'static str = "public.audit_retention_policies by_data_classification";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("data_classification", "public.data_classification_enum"),
    ];

    fn position(row: &AuditRetentionPolicy) -> Self {
        Self {
            data_classification: row.data_classification,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.data_classification));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            data_classification: from.key()?,
        })
    }
}

/// Pages over all rows: `data_classification`.
pub fn by_data_classification() -> Pages<ByDataClassification> {
    Pages::new()
}
