// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use bigdecimal::BigDecimal;
use sqlx::{Decode, Encode, Postgres, Type};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueRef};
use sqlx::postgres::types::{PgRecordDecoder, PgRecordEncoder};
use time::{Date, OffsetDateTime};

use crate::types::Span;
use super::super::support::Declared;

/// A value of the composite type `public.place`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, Default)]
#[doc(alias = "database")]
pub struct Place {
    /// `text`
    #[serde(rename = "street")]
    pub road: Option<String>,
    /// `date`
    pub since: Option<Date>,
    /// `timestamp with time zone`
    pub seen: Option<OffsetDateTime>,
    /// `interval`
    pub stay: Option<Span>,
    /// `numeric`
    pub price: Option<BigDecimal>,
}

impl Type<Postgres> for Place {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("place")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("public.place")].contains(ty)
    }
}

impl PgHasArrayType for Place {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("place")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("public.place")].contains(ty)
    }
}

impl Encode<'_, Postgres> for Place {
    fn encode_by_ref(
        &self,
        buffer: &mut PgArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        let mut encoder = PgRecordEncoder::new(buffer);
        encoder.encode(&self.road)?;
        encoder.encode(self.since)?;
        encoder.encode(self.seen)?;
        encoder.encode(Declared("interval", self.stay))?;
        encoder.encode(&self.price)?;
        encoder.finish();
        Ok(IsNull::No)
    }
}

impl<'r> Decode<'r, Postgres> for Place {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let mut decoder = PgRecordDecoder::new(value)?;
        Ok(Self {
            road: decoder.try_decode()?,
            since: decoder.try_decode()?,
            seen: decoder.try_decode()?,
            stay: decoder.try_decode()?,
            price: decoder.try_decode()?,
        })
    }
}
