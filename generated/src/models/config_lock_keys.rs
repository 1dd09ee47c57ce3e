// Written by schemactl from the SQL migrations; edits are lost. Change a migration, then run `schemactl generate`.

/// One row per key ever locked. Acquiring locks this row first, so that two acquirers of one key take turns and neither overlooks the other.
///
/// A row of `public.config_lock_keys`; primary key: `lock_key`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, sqlx::FromRow)]
pub struct ConfigLockKey {
    /// `character varying(255) NOT NULL`
    pub lock_key: String,
    /// `bigint NOT NULL DEFAULT 0`
    pub last_token: i64,
}
