// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

//! Where a page begins, and its opaque text.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use sqlx::{Encode, Postgres, Type};

use super::exact::Exact;
use super::{KeyWriter, Order};

/// What pages are filtered by, as a hash of the values.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize,
)]
pub(crate) struct Filter([u8; 16]);

impl Filter {
    pub(crate) fn add<T: serde::Serialize>(
        &mut self,
        value: &T,
    ) -> Result<(), serde_json::Error> {
        let hash = Sha256::new()
            .chain_update(self.0)
            .chain_update(serde_json::to_vec(value)?)
            .finalize();
        self.0.copy_from_slice(&hash[..16]);
        Ok(())
    }
}

/// A place between the rows of an order: behind one row, or before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor<O> {
    position: O,
    filter: Filter,
}

/// The secret that makes texts of cursors trustworthy; keep one an application, not one a process.
#[derive(Clone)]
pub struct CursorKey([u8; 32]);

impl CursorKey {
    /// From 32 secret bytes.
    pub const fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }
}

impl fmt::Debug for CursorKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CursorKey")
    }
}

/// A text that is no cursor of this order, or that somebody changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CursorRefused;

impl fmt::Display for CursorRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is no cursor of these pages")
    }
}

impl std::error::Error for CursorRefused {}

/// The bytes of the code at the head of a cursor's text.
const CODE: usize = 16;

impl<O: Order> Cursor<O> {
    pub(crate) fn new(position: O, filter: Filter) -> Self {
        Self { position, filter }
    }

    /// The position, if the filter is the one it was made under.
    pub(crate) fn position(&self, filter: Filter) -> Option<&O> {
        (self.filter == filter).then_some(&self.position)
    }

    /// The text to hand out. It can be read by whoever has it (base64), and changed only by who knows the key.
    ///
    /// # Errors
    /// When a key column's value has no form as JSON.
    pub fn seal(&self, key: &CursorKey) -> Result<String, serde_json::Error> {
        let mut writer = JsonWriter {
            values: vec![serde_json::to_value(self.filter)?],
            failed: None,
        };
        self.position.keys(&mut writer);
        if let Some(error) = writer.failed {
            return Err(error);
        }
        let body = serde_json::to_vec(&writer.values)?;
        let mut bytes = code::<O>(key, &body).to_vec();
        bytes.extend_from_slice(&body);
        Ok(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The cursor of a text that [`Self::seal`] made with the same key, of the same order.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn open(key: &CursorKey, text: &str) -> Result<Self, CursorRefused> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| CursorRefused)?;
        let (code, body) = bytes.split_at_checked(CODE).ok_or(CursorRefused)?;
        mac::<O>(key, body).verify_truncated_left(code).map_err(|_| CursorRefused)?;
        let values: Vec<Value> =
            serde_json::from_slice(body).map_err(|_| CursorRefused)?;
        let mut reader = KeyReader(values.into_iter());
        let filter = reader.key().ok_or(CursorRefused)?;
        let position = O::read(&mut reader).ok_or(CursorRefused)?;
        Ok(Self { position, filter })
    }
}

/// Writes a position's keys as JSON.
struct JsonWriter {
    values: Vec<Value>,
    failed: Option<serde_json::Error>,
}

impl JsonWriter {
    fn value(&mut self, value: impl serde::Serialize) {
        match serde_json::to_value(value) {
            Ok(value) => self.values.push(value),
            Err(error) => {
                self.failed.get_or_insert(error);
            }
        }
    }
}

impl<'k> KeyWriter<'k> for JsonWriter {
    fn key<T>(&mut self, value: Option<T>)
    where
        T: serde::Serialize + Encode<'k, Postgres> + Type<Postgres>,
    {
        self.value(value);
    }

    fn float<T>(&mut self, value: Option<T>)
    where
        T: Exact + Encode<'k, Postgres> + Type<Postgres>,
    {
        self.value(value.map(|value| value.bits()));
    }
}

/// Gives the values of a position's keys that a cursor's text holds.
#[derive(Debug)]
pub struct KeyReader(std::vec::IntoIter<Value>);

impl KeyReader {
    /// The value of the next key, of one that can be NULL as an `Option`.
    pub fn key<T: serde::de::DeserializeOwned>(&mut self) -> Option<T> {
        serde_json::from_value(self.0.next()?).ok()
    }

    /// The value of the next key, a float.
    pub fn float<T: Exact>(&mut self) -> Option<T> {
        self.key().map(T::of)
    }
}

/// HMAC-SHA256 (RFC 2104) over the order's name and the body.
fn mac<O: Order>(key: &CursorKey, body: &[u8]) -> Hmac<Sha256> {
    // A key shorter than a block is filled up with zeros (RFC 2104, section 2).
    let mut block = [0; 64];
    block[..key.0.len()].copy_from_slice(&key.0);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    mac.update(O::NAME.as_bytes());
    mac.update(&[0]);
    mac.update(body);
    mac
}

fn code<O: Order>(key: &CursorKey, body: &[u8]) -> [u8; CODE] {
    let mut code = [0; CODE];
    code.copy_from_slice(&mac::<O>(key, body).finalize().into_bytes()[..CODE]);
    code
}
