// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::_2fa2;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    r#"SELECT "1st", "Größe", "用户", "a b", a_b, _note, note, self, "Self""#,
    r#" FROM public."2fa""#,
);

/// A position in the order of `2fa_pkey`: `"1st"`.
#[derive(Debug, Clone, PartialEq)]
pub struct By1st {
    pub _1st: i32,
}

impl Order for By1st {
    type Row = _2fa2;

    const NAME: &'static str = r#"public."2fa" by_1st"#;
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending(r#""1st""#, "integer"),
    ];

    fn position(row: &_2fa2) -> Self {
        Self {
            _1st: row._1st,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self._1st));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            _1st: from.key()?,
        })
    }
}

/// Pages over all rows: `"1st"`.
pub fn by_1st() -> Pages<By1st> {
    Pages::new()
}

/// A position in the order of `2fa_Größe_key`: `"Größe", "1st"`.
///
/// Ties are broken by `1st`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByGröße {
    pub größe: Option<i32>,
    pub _1st: i32,
}

impl Order for ByGröße {
    type Row = _2fa2;

    const NAME: &'static str = r#"public."2fa" by_gr_f6_df_e"#;
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending(r#""Größe""#, "integer").nullable(),
        Key::ascending(r#""1st""#, "integer"),
    ];

    fn position(row: &_2fa2) -> Self {
        Self {
            größe: row.größe,
            _1st: row._1st,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.größe);
        to.key(Some(self._1st));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            größe: from.key()?,
            _1st: from.key()?,
        })
    }
}

/// Pages over all rows: `"Größe", "1st"`.
pub fn by_gr_f6_df_e() -> Pages<ByGröße> {
    Pages::new()
}

/// A position in the order of `2fa_用户_key`: `"用户", "1st"`.
///
/// Ties are broken by `1st`.
#[derive(Debug, Clone, PartialEq)]
pub struct By用户 {
    pub 用户: Option<String>,
    pub _1st: i32,
}

impl Order for By用户 {
    type Row = _2fa2;

    const NAME: &'static str = r#"public."2fa" by_7528_6237"#;
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending(r#""用户""#, "text").nullable(),
        Key::ascending(r#""1st""#, "integer"),
    ];

    fn position(row: &_2fa2) -> Self {
        Self {
            用户: row.用户.clone(),
            _1st: row._1st,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.用户.as_ref());
        to.key(Some(self._1st));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            用户: from.key()?,
            _1st: from.key()?,
        })
    }
}

/// Pages over all rows: `"用户", "1st"`.
pub fn by_7528_6237() -> Pages<By用户> {
    Pages::new()
}
