// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::FromRow;
use sqlx::postgres::PgRow;

use super::super::enums::PhaseStatusEnum;
use super::super::support::{AnyRow, Record, RowReader};

/// The moves a phase may make; a trigger refuses every other (SQLSTATE SC002).
///
/// A row of `public.campaign_phase_status_transitions`; primary key: `from_status`, `to_status`.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignPhaseStatusTransition {
    /// `public.phase_status_enum NOT NULL`
    pub from_status: PhaseStatusEnum,
    /// `public.phase_status_enum NOT NULL`
    pub to_status: PhaseStatusEnum,
    /// `text NOT NULL`
    pub description: String,
}

impl Record for CampaignPhaseStatusTransition {
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        Ok(Self {
            from_status: row.column("from_status")?,
            to_status: row.column("to_status")?,
            description: row.column("description")?,
        })
    }
}

impl<'r> FromRow<'r, PgRow> for CampaignPhaseStatusTransition {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        Record::read(&mut AnyRow::new(row))
    }
}

/// A row to be inserted into `public.campaign_phase_status_transitions`; it comes back as [`CampaignPhaseStatusTransition`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewCampaignPhaseStatusTransition {
    /// `public.phase_status_enum NOT NULL`
    pub from_status: PhaseStatusEnum,
    /// `public.phase_status_enum NOT NULL`
    pub to_status: PhaseStatusEnum,
    /// `text NOT NULL`
    pub description: String,
}

impl NewCampaignPhaseStatusTransition {
    /// A row with what must be given; of the other columns, those with a default get it and the rest are NULL.
    #[must_use]
    pub fn new(
        from_status: PhaseStatusEnum,
        to_status: PhaseStatusEnum,
        description: impl Into<String>,
    ) -> Self {
        Self {
            from_status,
            to_status,
            description: description.into(),
        }
    }
}

/// A partial update of [`CampaignPhaseStatusTransition`]: only what is set here is written. `..Default::default()` leaves the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CampaignPhaseStatusTransitionPatch {
    /// `text NOT NULL`
    pub description: Option<String>,
}
