// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

use super::super::support::violated;

/// What can go wrong when `public.type` is written: a variant for each constraint; all else is [`Self::Sqlx`].
///
/// `?` makes it of an [`sqlx::Error`], that of a commit too, where deferred constraints are checked.
#[derive(Debug)]
#[non_exhaustive]
pub enum TypeError {
    /// `type_pkey`: another row has this `db, new, patch, set, row`.
    DbNewPatchSetRowTaken,
    /// `type_type_key`: another row has this `type`.
    TypeTaken,
    /// `type_self_key`: another row has this `self`.
    SelfTaken,
    /// `type_rows_key_keys_copy_found_key`: another row has this `rows, key, keys, copy, found`.
    RowsKeyKeysCopyFoundTaken,
    /// `type_version_fkey`: `public.users` has no row for `version`.
    VersionNotFound,
    /// Anything else: the connection, the server, a value that Rust cannot hold.
    Sqlx(sqlx::Error),
}

impl From<sqlx::Error> for TypeError {
    fn from(error: sqlx::Error) -> Self {
        match violated(&error) {
            ("type", "type_pkey") => Self::DbNewPatchSetRowTaken,
            ("type", "type_type_key") => Self::TypeTaken,
            ("type", "type_self_key") => Self::SelfTaken,
            ("type", "type_rows_key_keys_copy_found_key") => {
                Self::RowsKeyKeysCopyFoundTaken
            }
            ("type", "type_version_fkey") => Self::VersionNotFound,
            _ => Self::Sqlx(error),
        }
    }
}

impl std::fmt::Display for TypeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = match self {
            Self::DbNewPatchSetRowTaken => {
                "another row has this db, new, patch, set, row (type_pkey)"
            }
            Self::TypeTaken => "another row has this type (type_type_key)",
            Self::SelfTaken => "another row has this self (type_self_key)",
            Self::RowsKeyKeysCopyFoundTaken => {
                "another row has this rows, key, keys, copy, found (type_rows_key_keys_copy_found_key)"
            }
            Self::VersionNotFound => {
                "public.users has no row for version (type_version_fkey)"
            }
            Self::Sqlx(error) => return error.fmt(f),
        };
        f.write_str(message)
    }
}

impl std::error::Error for TypeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlx(error) => Some(error),
            _ => None,
        }
    }
}
