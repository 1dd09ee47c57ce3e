// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use time::Date;
use uuid::Uuid;

use crate::types::Email;
use super::super::composites::Place;

/// A row of the view `public.adults`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
#[doc(alias = "database")]
#[non_exhaustive]
pub struct Adult {
    /// `uuid`
    pub id: Uuid,
    /// `public.email`
    pub email: Email,
    /// `date`
    pub born: Date,
    /// `public.place`
    pub home: Option<Place>,
}
