//! A table as the properties see it: its store behind functions that take and give rows as JSON, so that one engine
//! serves all tables.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use serde_json::Value;
use sqlx::postgres::PgConnection;

pub(super) type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// What a store's error came to.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The name of a variant.
    Variant(String),
    Sqlx(sqlx::Error),
}

impl Refusal {
    pub(super) fn sqlstate(&self) -> String {
        match self {
            Self::Variant(_) => String::new(),
            Self::Sqlx(error) => {
                let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
                code.unwrap_or_default().into_owned()
            }
        }
    }
}

type Insert = for<'a> fn(&'a mut PgConnection, &'a Value) -> Answer<'a, Result<Value, Refusal>>;
type InsertMany = for<'a> fn(&'a mut PgConnection, &'a [Value]) -> Answer<'a, Result<Vec<Value>, Refusal>>;
type CopyIn = for<'a> fn(&'a mut PgConnection, &'a [Value]) -> Answer<'a, Result<u64, Refusal>>;
type Update =
    for<'a> fn(&'a mut PgConnection, &'a Value, &'a Value) -> Answer<'a, Result<Option<Value>, Refusal>>;
/// Whether the row was found; nothing where a key of it is NULL.
type Find = for<'a> fn(&'a mut PgConnection, &'a Value) -> Answer<'a, Option<Result<bool, sqlx::Error>>>;
type Delete = for<'a> fn(&'a mut PgConnection, &'a Value) -> Answer<'a, Option<Result<bool, Refusal>>>;
type All = for<'a> fn(&'a mut PgConnection) -> Answer<'a, (i64, Vec<Value>)>;

pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) finds: Vec<(&'static str, Find)>,
    pub(super) partial: Vec<(&'static str, Find)>,
    pub(super) exists: Vec<(&'static str, Find)>,
    pub(super) deletes: Vec<(&'static str, Delete)>,
    pub(super) insert: Insert,
    pub(super) insert_many: InsertMany,
    pub(super) copy: Option<CopyIn>,
    pub(super) upserts: Vec<(&'static str, Insert)>,
    pub(super) update: Option<Update>,
    /// `count` and `stream`.
    pub(super) all: All,
    /// Whether two rows are the same, by the struct's own equality.
    pub(super) same: fn(&Value, &Value) -> bool,
    /// The variant that an error of sqlx becomes, or the error again.
    pub(super) convert: fn(sqlx::Error) -> Result<String, sqlx::Error>,
}

/// A finding function and its text.
pub(super) fn find(name: &'static str, find: Find) -> (&'static str, Find) {
    (name, find)
}

/// A deleting function and its text.
pub(super) fn delete(name: &'static str, delete: Delete) -> (&'static str, Delete) {
    (name, delete)
}

/// A function that inserts a row, and its name.
pub(super) fn upsert(name: &'static str, upsert: Insert) -> (&'static str, Insert) {
    (name, upsert)
}

/// What a finding function gives, as a list.
pub(super) trait Found<T> {
    fn rows(self) -> Vec<T>;
}

impl<T> Found<T> for Option<T> {
    fn rows(self) -> Vec<T> {
        self.into_iter().collect()
    }
}

impl<T> Found<T> for Vec<T> {
    fn rows(self) -> Vec<T> {
        self
    }
}

impl<K, T> Found<T> for HashMap<K, T> {
    fn rows(self) -> Vec<T> {
        self.into_values().collect()
    }
}

impl<K, T> Found<T> for HashMap<K, Vec<T>> {
    fn rows(self) -> Vec<T> {
        self.into_values().flatten().collect()
    }
}

/// Structs by their own serde traits.
pub(super) mod by_serde {
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use serde_json::Value;

    pub(crate) fn new<T: DeserializeOwned>(value: &Value) -> T {
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{error}: {value}"))
    }

    pub(crate) fn patch<T: DeserializeOwned>(value: &Value) -> T {
        new(value)
    }

    pub(crate) fn row<T: DeserializeOwned>(value: &Value) -> T {
        new(value)
    }

    pub(crate) fn json<T: Serialize>(row: &T) -> Value {
        serde_json::to_value(row).unwrap()
    }
}

/// The one table whose structs have no serde traits, because sqlx's interval has none.
pub(super) mod retention {
    use schemactl_reference_with_serde::models::{
        AuditRetentionPolicy, AuditRetentionPolicyPatch, NewAuditRetentionPolicy,
    };
    use schemactl_reference_with_serde::support::OrDefault;
    use serde_json::{Value, json};
    use sqlx::postgres::types::PgInterval;

    fn interval(value: &Value) -> PgInterval {
        let part = |name: &str| value[name].as_i64().unwrap();
        PgInterval {
            months: part("months") as i32,
            days: part("days") as i32,
            microseconds: part("microseconds"),
        }
    }

    fn of<T: serde::de::DeserializeOwned>(value: &Value) -> T {
        serde_json::from_value(value.clone()).unwrap()
    }

    pub(crate) fn new(value: &Value) -> NewAuditRetentionPolicy {
        let updated_at =
            value.get("updated_at").map_or(OrDefault::Default, |time| OrDefault::Value(of(time)));
        NewAuditRetentionPolicy {
            data_classification: of(&value["data_classification"]),
            retention: interval(&value["retention"]),
            updated_at,
        }
    }

    pub(crate) fn patch(value: &Value) -> AuditRetentionPolicyPatch {
        AuditRetentionPolicyPatch {
            retention: value.get("retention").map(interval),
            updated_at: value.get("updated_at").map(of),
        }
    }

    pub(crate) fn row(value: &Value) -> AuditRetentionPolicy {
        AuditRetentionPolicy {
            data_classification: of(&value["data_classification"]),
            retention: interval(&value["retention"]),
            updated_at: of(&value["updated_at"]),
        }
    }

    pub(crate) fn json(row: &AuditRetentionPolicy) -> Value {
        let PgInterval { months, days, microseconds } = row.retention;
        json!({
            "data_classification": row.data_classification,
            "retention": { "months": months, "days": days, "microseconds": microseconds },
            "updated_at": row.updated_at,
        })
    }
}

/// A [`Table`] of a store's module, its structs and its functions.
macro_rules! table {
    (
        $db:ident, $row:ident, $patch:ident => $name:ident: $Row:ident, $New:ident, $Patch:ident, $Error:ident, $via:ident,
        finds [$($find:expr),* $(,)?],
        partial [$($partial:expr),* $(,)?],
        exists [$($exists:expr),* $(,)?],
        deletes [$($delete:expr),* $(,)?],
        upserts [$($upsert:ident),* $(,)?],
        copy [$($copy:ident)?],
        update [$($update:expr)?],
    ) => {{
        use schemactl_reference_with_serde::stores::$name::*;
        use schemactl_reference_with_serde::{errors, models};

        use $crate::table::{Found, Refusal};

        fn refusal(error: errors::$Error) -> Refusal {
            match error {
                errors::$Error::Sqlx(error) => Refusal::Sqlx(error),
                variant => Refusal::Variant(format!("{variant:?}")),
            }
        }

        #[allow(unused_mut, unused_assignments)]
        let mut copy: Option<for<'a> fn(&'a mut sqlx::postgres::PgConnection, &'a [serde_json::Value]) -> $crate::table::Answer<'a, Result<u64, Refusal>>> = None;
        $(copy = Some(|$db, new| Box::pin(async move {
            let new: Vec<models::$New> = new.iter().map($via::new).collect();
            $copy($db, &new).await.map_err(refusal)
        }));)?
        #[allow(unused_mut, unused_assignments)]
        let mut update: Option<for<'a> fn(&'a mut sqlx::postgres::PgConnection, &'a serde_json::Value, &'a serde_json::Value) -> $crate::table::Answer<'a, Result<Option<serde_json::Value>, Refusal>>> = None;
        $(update = Some(|$db, row, patch| Box::pin(async move {
            let $row: models::$Row = $via::row(row);
            let $patch: &models::$Patch = &$via::patch(patch);
            Ok($update.await.map_err(refusal)?.map(|row| $via::json(&row)))
        }));)?
        Table {
            name: stringify!($name),
            finds: vec![$($crate::table::find(stringify!($find), |$db, row| Box::pin(async move {
                let $row: models::$Row = $via::row(row);
                Some($find.await.map(|found| Found::<models::$Row>::rows(found).contains(&$row)))
            }))),*],
            partial: vec![$($crate::table::find(stringify!($partial), |$db, row| Box::pin(async move {
                let $row: models::$Row = $via::row(row);
                Some($partial.await.map(|found| found.is_none_or(|found| found == $row)))
            }))),*],
            exists: vec![$($crate::table::find(stringify!($exists), |$db, row| Box::pin(async move {
                let $row: models::$Row = $via::row(row);
                Some($exists.await)
            }))),*],
            deletes: vec![$($crate::table::delete(stringify!($delete), |$db, row| Box::pin(async move {
                let $row: models::$Row = $via::row(row);
                Some($delete.await.map_err(refusal))
            }))),*],
            insert: |db, new| Box::pin(async move {
                let new: models::$New = $via::new(new);
                insert(db, &new).await.map(|row| $via::json(&row)).map_err(refusal)
            }),
            insert_many: |db, new| Box::pin(async move {
                let new: Vec<models::$New> = new.iter().map($via::new).collect();
                let rows = insert_many(db, &new).await.map_err(refusal)?;
                Ok(rows.iter().map($via::json).collect())
            }),
            copy,
            upserts: vec![$($crate::table::upsert(stringify!($upsert), |db, new| Box::pin(async move {
                let new: models::$New = $via::new(new);
                $upsert(db, &new).await.map(|row| $via::json(&row)).map_err(refusal)
            }))),*],
            update,
            all: |db| Box::pin(async move {
                let counted = count(&mut *db).await.unwrap();
                let mut rows = Vec::new();
                let mut stream = stream(db);
                while let Some(row) = std::future::poll_fn(|context| stream.as_mut().poll_next(context)).await {
                    rows.push($via::json(&row.unwrap()));
                }
                (counted, rows)
            }),
            same: |left, right| {
                let [left, right]: [models::$Row; 2] = [$via::row(left), $via::row(right)];
                left == right
            },
            convert: |error| match errors::$Error::from(error) {
                errors::$Error::Sqlx(error) => Err(error),
                variant => Ok(format!("{variant:?}")),
            },
        }
    }};
}

pub(super) use table;
