// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::models::Type;
use super::super::support::{Key, KeyReader, KeyWriter, Order, Pages};

const SELECT: &str = concat!(
    r#"SELECT db, new, patch, set, "row", rows, key, keys, copy, found, version, type, "#,
    r#"self, "default""#,
    " FROM public.type",
);

/// A position in the order of `type_pkey`: `db, new, patch, set, "row"`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByDbAndNewAndPatchAndSetAndRow {
    pub db: i32,
    pub new: i32,
    pub patch: i32,
    pub set: i32,
    pub row: i32,
}

impl Order for ByDbAndNewAndPatchAndSetAndRow {
    type Row = Type;

    const NAME: &'static str = "public.type by_db_and_new_and_patch_and_set_and_row";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("db", "integer"),
        Key::ascending("new", "integer"),
        Key::ascending("patch", "integer"),
        Key::ascending("set", "integer"),
        Key::ascending(r#""row""#, "integer"),
    ];

    fn position(row: &Type) -> Self {
        Self {
            db: row.db,
            new: row.new,
            patch: row.patch,
            set: row.set,
            row: row.row,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(Some(self.db));
        to.key(Some(self.new));
        to.key(Some(self.patch));
        to.key(Some(self.set));
        to.key(Some(self.row));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            db: from.key()?,
            new: from.key()?,
            patch: from.key()?,
            set: from.key()?,
            row: from.key()?,
        })
    }
}

/// Pages over all rows: `db, new, patch, set, "row"`.
pub fn by_db_and_new_and_patch_and_set_and_row() -> Pages<ByDbAndNewAndPatchAndSetAndRow> {
    Pages::new()
}

/// Pages over the rows with this `db`: `new, patch, set, "row"`.
pub fn of_db_by_new_and_patch_and_set_and_row(
    db: i32,
) -> Pages<ByDbAndNewAndPatchAndSetAndRow> {
    Pages::new().fix(Some(db))
}

/// Pages over the rows with this `db`, `new`: `patch, set, "row"`.
pub fn of_db_and_new_by_patch_and_set_and_row(
    db: i32,
    new: i32,
) -> Pages<ByDbAndNewAndPatchAndSetAndRow> {
    Pages::new().fix(Some(db)).fix(Some(new))
}

/// Pages over the rows with this `db`, `new`, `patch`: `set, "row"`.
pub fn of_db_and_new_and_patch_by_set_and_row(
    db: i32,
    new: i32,
    patch: i32,
) -> Pages<ByDbAndNewAndPatchAndSetAndRow> {
    Pages::new().fix(Some(db)).fix(Some(new)).fix(Some(patch))
}

/// Pages over the rows with this `db`, `new`, `patch`, `set`: `"row"`.
pub fn of_db_and_new_and_patch_and_set_by_row(
    db: i32,
    new: i32,
    patch: i32,
    set: i32,
) -> Pages<ByDbAndNewAndPatchAndSetAndRow> {
    Pages::new().fix(Some(db)).fix(Some(new)).fix(Some(patch)).fix(Some(set))
}

/// A position in the order of `type_type_key`: `type, db, new, patch, set, "row"`.
///
/// Ties are broken by `db`, `new`, `patch`, `set`, `row`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByType {
    pub r#type: Option<i32>,
    pub db: i32,
    pub new: i32,
    pub patch: i32,
    pub set: i32,
    pub row: i32,
}

impl Order for ByType {
    type Row = Type;

    const NAME: &'static str = "public.type by_type";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("type", "integer").nullable(),
        Key::ascending("db", "integer"),
        Key::ascending("new", "integer"),
        Key::ascending("patch", "integer"),
        Key::ascending("set", "integer"),
        Key::ascending(r#""row""#, "integer"),
    ];

    fn position(row: &Type) -> Self {
        Self {
            r#type: row.r#type,
            db: row.db,
            new: row.new,
            patch: row.patch,
            set: row.set,
            row: row.row,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.r#type);
        to.key(Some(self.db));
        to.key(Some(self.new));
        to.key(Some(self.patch));
        to.key(Some(self.set));
        to.key(Some(self.row));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            r#type: from.key()?,
            db: from.key()?,
            new: from.key()?,
            patch: from.key()?,
            set: from.key()?,
            row: from.key()?,
        })
    }
}

/// Pages over all rows: `type, db, new, patch, set, "row"`.
pub fn by_type() -> Pages<ByType> {
    Pages::new()
}

/// A position in the order of `type_self_key`: `self, db, new, patch, set, "row"`.
///
/// Ties are broken by `db`, `new`, `patch`, `set`, `row`.
#[derive(Debug, Clone, PartialEq)]
pub struct BySelf {
    pub self_: Option<i32>,
    pub db: i32,
    pub new: i32,
    pub patch: i32,
    pub set: i32,
    pub row: i32,
}

impl Order for BySelf {
    type Row = Type;

    const NAME: &'static str = "public.type by_self_";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("self", "integer").nullable(),
        Key::ascending("db", "integer"),
        Key::ascending("new", "integer"),
        Key::ascending("patch", "integer"),
        Key::ascending("set", "integer"),
        Key::ascending(r#""row""#, "integer"),
    ];

    fn position(row: &Type) -> Self {
        Self {
            self_: row.self_,
            db: row.db,
            new: row.new,
            patch: row.patch,
            set: row.set,
            row: row.row,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.self_);
        to.key(Some(self.db));
        to.key(Some(self.new));
        to.key(Some(self.patch));
        to.key(Some(self.set));
        to.key(Some(self.row));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            self_: from.key()?,
            db: from.key()?,
            new: from.key()?,
            patch: from.key()?,
            set: from.key()?,
            row: from.key()?,
        })
    }
}

/// Pages over all rows: `self, db, new, patch, set, "row"`.
pub fn by_self_() -> Pages<BySelf> {
    Pages::new()
}

/// A position in the order of `type_rows_key_keys_copy_found_key`: `rows, key, keys, copy, found, db, new, patch, set, "row"`.
///
/// Ties are broken by `db`, `new`, `patch`, `set`, `row`.
#[derive(Debug, Clone, PartialEq)]
pub struct ByRowsAndKeyAndKeysAndCopyAndFound {
    pub rows: Option<i32>,
    pub key: Option<i32>,
    pub keys: Option<i32>,
    pub copy: Option<i32>,
    pub found: Option<i32>,
    pub db: i32,
    pub new: i32,
    pub patch: i32,
    pub set: i32,
    pub row: i32,
}

impl Order for ByRowsAndKeyAndKeysAndCopyAndFound {
    type Row = Type;

    const NAME: &'static str = "public.type by_rows_and_key_and_keys_and_copy_and_found";
    const SELECT: &'static str = SELECT;
    const KEYS: &'static [Key] = &[
        Key::ascending("rows", "integer").nullable(),
        Key::ascending("key", "integer").nullable(),
        Key::ascending("keys", "integer").nullable(),
        Key::ascending("copy", "integer").nullable(),
        Key::ascending("found", "integer").nullable(),
        Key::ascending("db", "integer"),
        Key::ascending("new", "integer"),
        Key::ascending("patch", "integer"),
        Key::ascending("set", "integer"),
        Key::ascending(r#""row""#, "integer"),
    ];

    fn position(row: &Type) -> Self {
        Self {
            rows: row.rows,
            key: row.key,
            keys: row.keys,
            copy: row.copy,
            found: row.found,
            db: row.db,
            new: row.new,
            patch: row.patch,
            set: row.set,
            row: row.row,
        }
    }

    fn keys<'k>(&'k self, to: &mut impl KeyWriter<'k>) {
        to.key(self.rows);
        to.key(self.key);
        to.key(self.keys);
        to.key(self.copy);
        to.key(self.found);
        to.key(Some(self.db));
        to.key(Some(self.new));
        to.key(Some(self.patch));
        to.key(Some(self.set));
        to.key(Some(self.row));
    }

    fn read(from: &mut KeyReader) -> Option<Self> {
        Some(Self {
            rows: from.key()?,
            key: from.key()?,
            keys: from.key()?,
            copy: from.key()?,
            found: from.key()?,
            db: from.key()?,
            new: from.key()?,
            patch: from.key()?,
            set: from.key()?,
            row: from.key()?,
        })
    }
}

/// Pages over all rows: `rows, key, keys, copy, found, db, new, patch, set, "row"`.
pub fn by_rows_and_key_and_keys_and_copy_and_found() -> Pages<ByRowsAndKeyAndKeysAndCopyAndFound> {
    Pages::new()
}

/// Pages over the rows with this `rows`: `key, keys, copy, found, db, new, patch, set, "row"`.
pub fn of_rows_by_key_and_keys_and_copy_and_found(
    rows: Option<i32>,
) -> Pages<ByRowsAndKeyAndKeysAndCopyAndFound> {
    Pages::new().fix(rows)
}

/// Pages over the rows with this `rows`, `key`: `keys, copy, found, db, new, patch, set, "row"`.
pub fn of_rows_and_key_by_keys_and_copy_and_found(
    rows: Option<i32>,
    key: Option<i32>,
) -> Pages<ByRowsAndKeyAndKeysAndCopyAndFound> {
    Pages::new().fix(rows).fix(key)
}

/// Pages over the rows with this `rows`, `key`, `keys`: `copy, found, db, new, patch, set, "row"`.
pub fn of_rows_and_key_and_keys_by_copy_and_found(
    rows: Option<i32>,
    key: Option<i32>,
    keys: Option<i32>,
) -> Pages<ByRowsAndKeyAndKeysAndCopyAndFound> {
    Pages::new().fix(rows).fix(key).fix(keys)
}

/// Pages over the rows with this `rows`, `key`, `keys`, `copy`: `found, db, new, patch, set, "row"`.
pub fn of_rows_and_key_and_keys_and_copy_by_found(
    rows: Option<i32>,
    key: Option<i32>,
    keys: Option<i32>,
    copy: Option<i32>,
) -> Pages<ByRowsAndKeyAndKeysAndCopyAndFound> {
    Pages::new().fix(rows).fix(key).fix(keys).fix(copy)
}
