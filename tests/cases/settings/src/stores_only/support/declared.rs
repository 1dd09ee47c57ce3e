// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! Values that are declared by the name of a PostgreSQL type, where sqlx would declare them as another type with the same
//! binary form; and values of domains inside of composite values.

use std::iter::once;

use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{
    PgArgumentBuffer, PgBindIterExt, PgHasArrayType, PgTypeInfo, PgTypeKind, PgValueRef,
};
use sqlx::{Decode, Encode, Postgres, Type};

/// A value, with the name of its type as `regtype` reads it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Declared<T>(pub &'static str, pub T);

impl<'q, T: Encode<'q, Postgres>> Encode<'q, Postgres> for Declared<T> {
    fn encode_by_ref(
        &self,
        buffer: &mut PgArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        let start = buffer.len();
        let written = self.1.encode_by_ref(buffer)?;
        // What sqlx writes begins with the version of `jsonb`, and of `json` inside of another value it does not know.
        if self.0 == "json"
            && let Some(first) = buffer.get_mut(start)
            && *first == 1
        {
            *first = b' ';
        }
        Ok(written)
    }

    fn produces(&self) -> Option<PgTypeInfo> {
        Some(PgTypeInfo::with_name(self.0))
    }

    fn size_hint(&self) -> usize {
        self.1.size_hint()
    }
}

impl<T: Type<Postgres>> Type<Postgres> for Declared<T> {
    fn type_info() -> PgTypeInfo {
        T::type_info()
    }
}

impl<T> PgHasArrayType for Declared<T> {
    /// Left to the server, which reads it off the cast: only the elements know its name.
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(Oid(0))
    }
}

/// An array or NULL, with the name of the type of its elements.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DeclaredList<'a, T>(pub &'static str, pub Option<&'a [T]>);

impl<'q, T> Encode<'q, Postgres> for DeclaredList<'_, T>
where
    T: Encode<'q, Postgres> + Type<Postgres>,
{
    fn encode_by_ref(
        &self,
        buffer: &mut PgArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        let Some(elements) = self.1 else {
            return Ok(IsNull::Yes);
        };
        if !elements.is_empty() {
            return elements.iter().map(
                |element| Declared(self.0, element),
            ).bind_iter().encode(buffer);
        }
        // Without elements sqlx would write its own type. So one is written that says the name, and all that stands behind
        // the name is taken away.
        let start = buffer.len();
        let written = once(Declared(self.0, None::<bool>)).bind_iter().encode(buffer)?;
        if let Some(dimensions) = buffer.get_mut(start..start + 4) {
            dimensions.fill(0);
        }
        buffer.truncate(start + 12);
        Ok(written)
    }

    fn produces(&self) -> Option<PgTypeInfo> {
        Some(PgTypeInfo::array_of(self.0))
    }
}

impl<T: Type<Postgres>> Type<Postgres> for DeclaredList<'_, T> {
    fn type_info() -> PgTypeInfo {
        T::type_info()
    }
}

/// A value of a domain inside of a composite value: read as what the domain is over. Of a column the server says that itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Undomained<T>(pub T);

impl<T: Type<Postgres>> Type<Postgres> for Undomained<T> {
    fn type_info() -> PgTypeInfo {
        T::type_info()
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        T::compatible(
            ty,
        ) || matches!(ty.kind(), PgTypeKind::Domain(base) if Self::compatible(base))
    }
}

impl<'r, T: Decode<'r, Postgres>> Decode<'r, Postgres> for Undomained<T> {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        T::decode(value).map(Self)
    }
}
