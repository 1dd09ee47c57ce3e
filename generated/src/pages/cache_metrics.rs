// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::models::CacheMetric;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    "SELECT configuration_id, period_start, period_end, hits, misses, evictions, ",
    "expirations, invalidations, entry_count, used_bytes, max_bytes, ",
    "average_read_ms, hit_ratio",
    " FROM public.cache_metrics",
);

/// A position in the order of `cache_metrics_pkey`: `configuration_id, period_start`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByConfigurationIdAndPeriodStart {
    pub configuration_id: Uuid,
    pub period_start: DateTime<Utc>,
}

impl Order for ByConfigurationIdAndPeriodStart {
    type Row = CacheMetric;

    const NAME: &'static str = "public.cache_metrics by_configuration_id_and_period_start";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("configuration_id", "uuid"),
        Key::ascending("period_start", "timestamp with time zone"),
    ];

    fn position(row: &CacheMetric) -> Self {
        Self {
            configuration_id: row.configuration_id,
            period_start: row.period_start,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.configuration_id));
        to.key(Some(self.period_start));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            configuration_id: from.key()?,
            period_start: from.key()?,
        })
    }
}

/// Pages over all rows: `configuration_id, period_start`.
pub fn by_configuration_id_and_period_start() -> Pages<ByConfigurationIdAndPeriodStart> {
    Pages::new()
}

/// Pages over the rows with this `configuration_id`: `period_start`.
pub fn of_configuration_id_by_period_start(
    configuration_id: Uuid,
) -> Pages<ByConfigurationIdAndPeriodStart> {
    Pages::new().fix(Some(configuration_id))
}

/// A position in the order of `cache_metrics_period_idx`: `period_start DESC, configuration_id DESC`.
///
/// Ties are broken by `configuration_id`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByPeriodStart {
    pub period_start: DateTime<Utc>,
    pub configuration_id: Uuid,
}

impl Order for ByPeriodStart {
    type Row = CacheMetric;

    const NAME: &'static str = "public.cache_metrics by_period_start";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::descending("period_start", "timestamp with time zone"),
        Key::descending("configuration_id", "uuid"),
    ];

    fn position(row: &CacheMetric) -> Self {
        Self {
            period_start: row.period_start,
            configuration_id: row.configuration_id,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.period_start));
        to.key(Some(self.configuration_id));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            period_start: from.key()?,
            configuration_id: from.key()?,
        })
    }
}

/// Pages over all rows: `period_start DESC, configuration_id DESC`.
pub fn by_period_start() -> Pages<ByPeriodStart> {
    Pages::new()
}
