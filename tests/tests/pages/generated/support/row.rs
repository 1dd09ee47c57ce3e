// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! Reading rows: checked against the struct once a result, and then by place.

use sqlx::error::BoxDynError;
use sqlx::postgres::{PgRow, PgValueFormat, PgValueRef};
use sqlx::{Column, Decode, Postgres, Row, Type};

/// What a row becomes.
pub trait Record: Sized {
    /// Reads the columns in the struct's order.
    ///
    /// # Errors
    /// When a column is missing, or a value has no place in its field.
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error>;
}

/// What gives the columns of a row, one after the other.
pub trait RowReader<'r> {
    /// The value of the next column, which has this name.
    ///
    /// # Errors
    /// When there is no such column, or the value is of another type.
    fn column<T>(&mut self, name: &str) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>;

    /// The same of a date or a time stamp. `infinity` is an error: Rust has no such date, and sqlx would panic.
    ///
    /// # Errors
    /// As [`Self::column`], and for what is infinite.
    fn finite<T>(&mut self, name: &str) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        self.column_unless(name, |value| is_infinite(value).then_some(INFINITE))
    }

    /// The same of a range. `empty` is an error: Rust has no such range, and sqlx would give one of all values.
    ///
    /// # Errors
    /// As [`Self::column`], and for what is empty.
    fn range<T>(&mut self, name: &str) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        self.column_unless(name, |value| is_empty(value).then_some(EMPTY))
    }

    /// The same of a range of dates or time stamps: neither `empty` nor with a bound that is infinite.
    ///
    /// # Errors
    /// As [`Self::range`], and for bounds that are infinite.
    fn finite_range<T>(&mut self, name: &str) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        self.column_unless(name, |value| {
            let infinite = has_infinite_bound(value).then_some(INFINITE);
            infinite.or_else(|| is_empty(value).then_some(EMPTY))
        })
    }

    /// The value of the next column, unless there is a reason why its type cannot hold it.
    ///
    /// # Errors
    /// As [`Self::column`], and with the reason.
    fn column_unless<T>(
        &mut self,
        name: &str,
        reason: impl FnOnce(&PgValueRef<'r>) -> Option<&'static str>,
    ) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>;

    /// The value of the first column, whatever its name.
    ///
    /// # Errors
    /// When the value is of another type.
    fn first<T>(&mut self) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>;
}

/// Reads a row of any statement: one of the stores', where each column is at its place, or another, where they are found
/// by their names.
#[derive(Debug)]
pub struct AnyRow<'r> {
    row: &'r PgRow,
    place: usize,
    /// Whether each column so far stood at its place and had its type.
    holds: bool,
}

impl<'r> AnyRow<'r> {
    pub fn new(row: &'r PgRow) -> Self {
        Self { row, place: 0, holds: true }
    }
}

impl<'r> RowReader<'r> for AnyRow<'r> {
    fn column<T>(&mut self, name: &str) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        self.column_unless(name, |_| None)
    }

    fn column_unless<T>(
        &mut self,
        name: &str,
        reason: impl FnOnce(&PgValueRef<'r>) -> Option<&'static str>,
    ) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        let place = self.place;
        self.place += 1;
        let (value, compatible) = match self.row.columns().get(place) {
            Some(column) if column.name() == name => {
                // Of a NULL sqlx does not check the type; the next row may hold a value.
                let compatible = T::compatible(column.type_info());
                self.holds &= compatible;
                (self.row.try_get_raw(place)?, compatible)
            }
            _ => {
                self.holds = false;
                (self.row.try_get_raw(name)?, false)
            }
        };
        match reason(&value) {
            Some(reason) => Err(not_decoded(name, reason.into())),
            None if compatible => T::decode(
                value,
            ).map_err(|error| not_decoded(name, error)),
            // Whether it is of another type is sqlx's to say.
            None => self.row.try_get(name).map_err(|error| named(error, name)),
        }
    }

    fn first<T>(&mut self) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        self.holds &= self
            .row
            .columns()
            .first()
            .is_some_and(|column| T::compatible(column.type_info()));
        self.row.try_get(0)
    }
}

/// Reads a row whose columns are known to be those of their places and types.
struct KnownRow<'r> {
    row: &'r PgRow,
    place: usize,
}

impl<'r> RowReader<'r> for KnownRow<'r> {
    #[inline]
    fn column<T>(&mut self, name: &str) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        self.column_unless(name, |_| None)
    }

    #[inline]
    fn column_unless<T>(
        &mut self,
        name: &str,
        reason: impl FnOnce(&PgValueRef<'r>) -> Option<&'static str>,
    ) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        let value = self.row.try_get_raw(self.place)?;
        self.place += 1;
        match reason(&value) {
            Some(reason) => Err(not_decoded(name, reason.into())),
            None => T::decode(value).map_err(|error| not_decoded(name, error)),
        }
    }

    fn first<T>(&mut self) -> Result<T, sqlx::Error>
    where
        T: Decode<'r, Postgres> + Type<Postgres>,
    {
        self.row.try_get_unchecked(0)
    }
}

/// The error with the column's name, where sqlx has its number.
#[cold]
fn named(error: sqlx::Error, name: &str) -> sqlx::Error {
    match error {
        sqlx::Error::ColumnDecode { source, .. } => not_decoded(name, source),
        other => other,
    }
}

const INFINITE: &str = "the value is infinite, which its Rust type cannot be";
const EMPTY: &str = "the range is empty, which its Rust type cannot be";

/// The error for a value that has no place in its Rust type.
#[cold]
fn not_decoded(name: &str, source: BoxDynError) -> sqlx::Error {
    sqlx::Error::ColumnDecode { index: name.to_owned(), source }
}

/// What the server sent, in binary; nothing for NULL.
fn bytes<'r>(value: &PgValueRef<'r>) -> &'r [u8] {
    match value.format() {
        PgValueFormat::Binary => value.as_bytes().unwrap_or_default(),
        PgValueFormat::Text => &[],
    }
}

/// Whether a date or a time stamp is infinite: the server sends the least or the greatest number for it.
fn is_infinite(value: &PgValueRef<'_>) -> bool {
    is_outermost(bytes(value))
}

/// Whether a range is empty: the first of the flags that it begins with.
fn is_empty(value: &PgValueRef<'_>) -> bool {
    bytes(value).first().is_some_and(|flags| flags & 1 == 1)
}

/// Whether a bound of a range of dates or time stamps is infinite.
fn has_infinite_bound(value: &PgValueRef<'_>) -> bool {
    // A byte of flags, then each bound behind its length.
    let mut bounds = bytes(value).get(1..).unwrap_or_default();
    while let Some((length, rest)) = bounds.split_first_chunk() {
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        let Some((bound, rest)) = rest.split_at_checked(length) else {
            return false;
        };
        if is_outermost(bound) {
            return true;
        }
        bounds = rest;
    }
    false
}

fn is_outermost(number: &[u8]) -> bool {
    match number {
        [0x7f, rest @ ..] => rest.iter().all(|byte| *byte == 0xff),
        [0x80, rest @ ..] => rest.iter().all(|byte| *byte == 0),
        _ => false,
    }
}

/// Reads the rows of one result, which all have the same description: the first is checked, the others need not be.
#[derive(Default)]
pub(crate) struct ResultReader {
    known: bool,
}

impl ResultReader {
    #[inline]
    pub(crate) fn read<R: Record>(&mut self, row: &PgRow) -> Result<R, sqlx::Error> {
        if self.known {
            return R::read(&mut KnownRow { row, place: 0 });
        }
        let mut reader = AnyRow::new(row);
        let record = R::read(&mut reader)?;
        self.known = reader.holds;
        Ok(record)
    }
}

/// The first column of a row, whatever its name.
pub(crate) struct Value<T>(pub(crate) T);

impl<T> Record for Value<T>
where
    T: for<'r> Decode<'r, Postgres> + Type<Postgres>,
{
    fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
        row.first().map(Self)
    }
}

/// The column `value` of a row: a date or a time stamp.
pub(crate) struct Finite<T>(pub(crate) T);

/// The column `value` of a row: a range.
pub(crate) struct Range<T>(pub(crate) T);

/// The column `value` of a row: a range of dates or time stamps.
pub(crate) struct FiniteRange<T>(pub(crate) T);

macro_rules! read_value {
    ($($record:ident: $read:ident;)*) => {
        $(impl<T> Record for $record<T>
        where
            T: for<'r> Decode<'r, Postgres> + Type<Postgres>,
        {
            fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
                row.$read("value").map(Self)
            }
        })*
    };
}

read_value! {
    Finite: finite;
    Range: range;
    FiniteRange: finite_range;
}
