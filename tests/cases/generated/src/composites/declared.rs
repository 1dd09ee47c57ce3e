// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use sqlx::{Decode, Encode, Postgres, Type};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueRef};
use sqlx::postgres::types::{PgRecordDecoder, PgRecordEncoder};

/// A value of the composite type `public.declared`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Declared {
    /// `character varying`
    pub name: Option<String>,
}

impl Type<Postgres> for Declared {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("declared")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("public.declared")].contains(ty)
    }
}

impl PgHasArrayType for Declared {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("declared")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("public.declared")].contains(ty)
    }
}

impl Encode<'_, Postgres> for Declared {
    fn encode_by_ref(
        &self,
        buffer: &mut PgArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        let mut encoder = PgRecordEncoder::new(buffer);
        encoder.encode(super::super::support::Declared("character varying", &self.name))?;
        encoder.finish();
        Ok(IsNull::No)
    }
}

impl<'r> Decode<'r, Postgres> for Declared {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let mut decoder = PgRecordDecoder::new(value)?;
        Ok(Self {
            name: decoder.try_decode()?,
        })
    }
}
