// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use chrono::NaiveDateTime;
use ipnetwork::IpNetwork;
use rust_decimal::Decimal;
use sqlx::{Decode, Encode, Postgres, Type};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgHasArrayType, PgTypeInfo, PgValueRef};
use sqlx::postgres::types::{PgRange, PgRecordDecoder, PgRecordEncoder};

use super::super::billing::domains::Home;
use super::super::composites::Part;
use super::super::domains::{Email, LateMood, SmallShare};
use super::super::enums::Mood;
use super::super::support::{Declared, DeclaredList, Undomained};

/// A value of the composite type `public.parcel`.
#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    /// `character varying(10)`
    pub a_varchar: Option<String>,
    /// `character(3)`
    pub a_bpchar: Option<String>,
    /// `public.citext`
    pub a_citext: Option<String>,
    /// `name`
    pub a_name: Option<String>,
    /// `"char"`
    pub a_char: Option<i8>,
    /// `text`
    pub a_text: Option<String>,
    /// `json`
    pub a_json: Option<serde_json::Value>,
    /// `jsonb`
    pub a_jsonb: Option<serde_json::Value>,
    /// `cidr`
    pub a_cidr: Option<IpNetwork>,
    /// `public.mood`
    pub a_mood: Option<Mood>,
    /// `public.small_share`
    pub a_share: Option<SmallShare>,
    /// `public.email`
    pub an_email: Option<Email>,
    /// `public.shift`
    pub during: Option<PgRange<NaiveDateTime>>,
    /// `billing."Odd"`
    pub odd: Option<PgRange<i32>>,
    /// `public.part`
    pub part: Option<Part>,
    /// `public.late_mood`
    pub late_mood: Option<LateMood>,
    /// `billing.home`
    pub home: Option<Home>,
    /// `numeric(8,2)`
    pub amount: Option<Decimal>,
    /// `character varying(10)[]`
    pub varchars: Option<Vec<String>>,
    /// `character(3)[]`
    pub bpchars: Option<Vec<String>>,
    /// `public.citext[]`
    pub citexts: Option<Vec<String>>,
    /// `name[]`
    pub names: Option<Vec<String>>,
    /// `text[]`
    pub texts: Option<Vec<String>>,
    /// `json[]`
    pub jsons: Option<Vec<serde_json::Value>>,
    /// `cidr[]`
    pub cidrs: Option<Vec<IpNetwork>>,
    /// `public.mood[]`
    pub moods: Option<Vec<Mood>>,
    /// `public.email[]`
    pub emails: Option<Vec<String>>,
    /// `public.words`
    pub words: Option<Vec<String>>,
    /// `public.codes`
    pub codes: Option<Vec<String>>,
    /// `public.part[]`
    pub parts: Option<Vec<Part>>,
}

impl Type<Postgres> for Parcel {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("parcel")
    }

    fn compatible(ty: &PgTypeInfo) -> bool {
        [Self::type_info(), PgTypeInfo::with_name("public.parcel")].contains(ty)
    }
}

impl PgHasArrayType for Parcel {
    fn array_type_info() -> PgTypeInfo {
        PgTypeInfo::array_of("parcel")
    }

    fn array_compatible(ty: &PgTypeInfo) -> bool {
        [Self::array_type_info(), PgTypeInfo::array_of("public.parcel")].contains(ty)
    }
}

impl Encode<'_, Postgres> for Parcel {
    fn encode_by_ref(
        &self,
        buffer: &mut PgArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        let mut encoder = PgRecordEncoder::new(buffer);
        encoder.encode(Declared("character varying", &self.a_varchar))?;
        encoder.encode(Declared("bpchar", &self.a_bpchar))?;
        encoder.encode(Declared("public.citext", &self.a_citext))?;
        encoder.encode(Declared("name", &self.a_name))?;
        encoder.encode(self.a_char)?;
        encoder.encode(&self.a_text)?;
        encoder.encode(Declared("json", &self.a_json))?;
        encoder.encode(&self.a_jsonb)?;
        encoder.encode(Declared("cidr", self.a_cidr))?;
        encoder.encode(self.a_mood)?;
        encoder.encode(Declared("public.small_share", self.a_share))?;
        encoder.encode(Declared("public.email", &self.an_email))?;
        encoder.encode(Declared("public.shift", self.during))?;
        encoder.encode(Declared(r#"billing."Odd""#, self.odd))?;
        encoder.encode(&self.part)?;
        encoder.encode(Declared("public.late_mood", self.late_mood))?;
        encoder.encode(Declared("billing.home", &self.home))?;
        encoder.encode(self.amount)?;
        encoder.encode(DeclaredList("character varying", self.varchars.as_deref()))?;
        encoder.encode(DeclaredList("bpchar", self.bpchars.as_deref()))?;
        encoder.encode(DeclaredList("public.citext", self.citexts.as_deref()))?;
        encoder.encode(DeclaredList("name", self.names.as_deref()))?;
        encoder.encode(&self.texts)?;
        encoder.encode(DeclaredList("json", self.jsons.as_deref()))?;
        encoder.encode(DeclaredList("cidr", self.cidrs.as_deref()))?;
        encoder.encode(&self.moods)?;
        encoder.encode(DeclaredList("public.email", self.emails.as_deref()))?;
        encoder.encode(Declared("public.words", &self.words))?;
        encoder.encode(
            Declared(
                "public.codes",
                DeclaredList("character varying", self.codes.as_deref()),
            ),
        )?;
        encoder.encode(&self.parts)?;
        encoder.finish();
        Ok(IsNull::No)
    }
}

impl<'r> Decode<'r, Postgres> for Parcel {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        let mut decoder = PgRecordDecoder::new(value)?;
        Ok(Self {
            a_varchar: decoder.try_decode()?,
            a_bpchar: decoder.try_decode()?,
            a_citext: decoder.try_decode()?,
            a_name: decoder.try_decode()?,
            a_char: decoder.try_decode()?,
            a_text: decoder.try_decode()?,
            a_json: decoder.try_decode()?,
            a_jsonb: decoder.try_decode()?,
            a_cidr: decoder.try_decode()?,
            a_mood: decoder.try_decode()?,
            a_share: decoder.try_decode::<Undomained<_>>()?.0,
            an_email: decoder.try_decode::<Undomained<_>>()?.0,
            during: decoder.try_decode()?,
            odd: decoder.try_decode()?,
            part: decoder.try_decode()?,
            late_mood: decoder.try_decode::<Undomained<_>>()?.0,
            home: decoder.try_decode::<Undomained<_>>()?.0,
            amount: decoder.try_decode()?,
            varchars: decoder.try_decode()?,
            bpchars: decoder.try_decode()?,
            citexts: decoder.try_decode()?,
            names: decoder.try_decode()?,
            texts: decoder.try_decode()?,
            jsons: decoder.try_decode()?,
            cidrs: decoder.try_decode()?,
            moods: decoder.try_decode()?,
            emails: decoder.try_decode()?,
            words: decoder.try_decode::<Undomained<_>>()?.0,
            codes: decoder.try_decode::<Undomained<_>>()?.0,
            parts: decoder.try_decode()?,
        })
    }
}
