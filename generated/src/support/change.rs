// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// What a patch does to a column that can be NULL.
///
/// As JSON it is a member of a merge patch (RFC 7396): absent leaves, `null` sets NULL, a value sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Change<T> {
    /// The column keeps its value.
    #[default]
    Leave,
    /// The column becomes NULL.
    Null,
    /// The column becomes this value.
    Set(T),
}

impl<T> Change<T> {
    /// Whether the column keeps its value.
    pub const fn is_leave(&self) -> bool {
        matches!(self, Self::Leave)
    }

    /// The value to write, `None` being NULL; nothing where the column keeps its own.
    pub const fn written(&self) -> Option<Option<&T>> {
        match self {
            Self::Leave => None,
            Self::Null => Some(None),
            Self::Set(value) => Some(Some(value)),
        }
    }
}

/// `Some` sets the value, `None` sets NULL: a column is left only where nothing is said of it.
impl<T> From<Option<T>> for Change<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Set)
    }
}

impl<T> From<T> for Change<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

impl<T: serde::Serialize> serde::Serialize for Change<T> {
    /// Leave it out with `skip_serializing_if = "Change::is_leave"`: what is left would be written as `null`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Leave | Self::Null => serializer.serialize_none(),
            Self::Set(value) => serializer.serialize_some(value),
        }
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Change<T> {
    fn deserialize<D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

/// Reads what a patch writes to a column that cannot be NULL: `null` is an error there, and not the same as nothing said.
pub(crate) fn some<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// A value for a column that has a default.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(untagged)]
pub enum OrDefault<T> {
    /// This value.
    Value(T),
    /// What the schema says.
    #[default]
    #[serde(skip)]
    Default,
}

impl<T> OrDefault<T> {
    /// Whether the schema's default stands.
    pub const fn is_default(&self) -> bool {
        matches!(self, Self::Default)
    }

    /// The value, unless the default stands.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Default => None,
        }
    }
}

impl<T> From<T> for OrDefault<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}
