// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDateTime;
use sqlx::{Decode, Encode, Postgres, Type};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueRef};
use sqlx::postgres::types::{PgRange, PgRecordDecoder, PgRecordEncoder};

use super::super::enums::Mood;
use super::super::support::Declared;

/// A value of the composite type `public.part`.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// `character(3)`
    pub code: Option<String>,
    /// `public.mood`
    pub kind: Option<Mood>,
    /// `public.shift`
    pub during: Option<PgRange<NaiveDateTime>>,
}

impl Type<Postgres> for Part {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("part")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("public.part")].contains(ty)
    }
}

impl PgHasArrayType for Part {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("part")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("public.part")].contains(ty)
    }
}

impl Encode<'_, Postgres> for Part {
    fn encode_by_ref(
        &self,
        buffer: &mut PgArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        let mut encoder = PgRecordEncoder::new(buffer);
        encoder.encode(Declared("bpchar", &self.code))?;
        encoder.encode(self.kind)?;
        encoder.encode(Declared("public.shift", self.during))?;
        encoder.finish();
        Ok(IsNull::No)
    }
}

impl<'r> Decode<'r, Postgres> for Part {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let mut decoder = PgRecordDecoder::new(value)?;
        Ok(Self {
            code: decoder.try_decode()?,
            kind: decoder.try_decode()?,
            during: decoder.try_decode()?,
        })
    }
}
