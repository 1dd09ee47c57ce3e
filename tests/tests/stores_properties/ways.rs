//! What is held of one table and a few rows: the ways in, the functions that find, patches, upserts, deletions.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value};
use sqlx::postgres::PgConnection;

use super::rows::Shape;
use super::rules::Rules;
use super::table::{Refusal, Table};

/// What the cases of a table came to, so that nothing passes because it never happened.
#[derive(Default)]
pub(super) struct Done(BTreeMap<String, usize>);

impl Done {
    fn count(&mut self, what: impl Into<String>) {
        *self.0.entry(what.into()).or_default() += 1;
    }

    /// What never happened and should have.
    pub(super) fn lacks(&self, table: &Table, rules: &Rules) -> impl Iterator<Item = String> {
        let mut wanted: Vec<String> = Vec::new();
        if table.update.is_some() {
            wanted.push(if rules.append_only.is_some() { "patch refused" } else { "patched" }.to_owned());
            wanted.extend(rules.kept.iter().map(|(column, _)| format!("{column} kept")));
        }
        for (name, _) in &table.upserts {
            wanted.push(format!("{name} anew"));
            wanted.push(format!("{name} over"));
        }
        wanted.extend(table.finds.iter().map(|(name, _)| format!("{name} found")));
        let excepted =
            |what: &String| UNREACHED.iter().any(|(at, name, _)| *at == table.name && name == what);
        let lacks: Vec<String> =
            wanted.into_iter().filter(|what| !self.0.contains_key(what) && !excepted(what)).collect();
        let reached = UNREACHED
            .iter()
            .filter(|(at, name, _)| *at == table.name && self.0.contains_key(*name))
            .map(|(_, name, reason)| format!("did happen: {name} ({reason})"));
        let lacks = lacks.into_iter().map(|what| format!("never happened: {what}"));
        lacks.chain(reached).collect::<Vec<_>>().into_iter()
    }
}

/// What cannot happen, table by table, and why.
const UNREACHED: &[(&str, &str, &str)] = &[
    (
        "campaign_state_events",
        "upsert_by_campaign_id_and_sequence_number over",
        "a trigger refuses a number that is not the next before the conflict is found",
    ),
    ("config_locks", "upsert over", "a lock is never turned into one of another key"),
    (
        "config_locks",
        "upsert_by_lock_key over",
        "a trigger refuses a second holder before the conflict is found",
    ),
    ("config_versions", "upsert over", "the key of a version is kept"),
    (
        "config_versions",
        "upsert_by_config_key over",
        "a new version is proposed, the key is of those deployed",
    ),
];

pub(super) struct Case<'a> {
    pub(super) table: &'a Table,
    pub(super) shape: &'a Shape,
    pub(super) rules: &'a Rules,
    /// Legal together.
    pub(super) rows: &'a [Value],
    pub(super) mask: u64,
    pub(super) done: &'a mut Done,
    /// When the transaction began.
    pub(super) now: DateTime<Utc>,
}

async fn savepoint(db: &mut PgConnection) {
    sqlx::query("SAVEPOINT way").execute(db).await.unwrap();
}

async fn back(db: &mut PgConnection) {
    sqlx::query("ROLLBACK TO SAVEPOINT way").execute(db).await.unwrap();
}

fn members(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap()
}

impl Case<'_> {
    pub(super) async fn hold(&mut self, db: &mut PgConnection) -> Result<(), String> {
        savepoint(db).await;
        self.insert(db).await?;
        back(db).await;
        self.insert_many(db).await?;
        back(db).await;
        self.copy(db).await?;
        back(db).await;
        self.upsert(db).await?;
        back(db).await;
        self.patch(db).await?;
        back(db).await;
        self.delete(db).await
    }

    /// The row that must have come of what was given: the same, but for what the server makes.
    fn expected(&self, given: &Value, actual: &Value) -> Value {
        let mut expected = actual.clone();
        for (name, value) in members(given) {
            if !self.rules.on_insert.contains(&name.as_str()) {
                expected[name] = value.clone();
            }
        }
        // What is neither given nor has a default is NULL.
        for column in &self.shape.columns {
            if !members(given).contains_key(&column.name) && !column.has_default {
                expected[&column.name] = Value::Null;
            }
        }
        expected
    }

    fn same(&self, what: &str, actual: &Value, expected: &Value) -> Result<(), String> {
        if (self.table.same)(actual, expected) {
            return Ok(());
        }
        let differ: Vec<String> = members(expected)
            .iter()
            .filter(|(name, value)| actual[name.as_str()] != **value)
            .map(|(name, value)| format!("{name}: {} is not {value}", actual[name.as_str()]))
            .collect();
        Err(format!("{what}: {}", differ.join("; ")))
    }

    fn refused(&self, what: &str, refusal: &Refusal, row: &Value) -> String {
        format!("{what}: {refusal:?}\n    {row}")
    }

    async fn inserted(&self, db: &mut PgConnection, row: &Value) -> Result<Value, String> {
        (self.table.insert)(db, row).await.map_err(|refusal| self.refused("insert", &refusal, row))
    }

    async fn insert(&mut self, db: &mut PgConnection) -> Result<(), String> {
        for given in self.rows {
            let actual = self.inserted(db, given).await?;
            self.same("insert", &actual, &self.expected(given, &actual))?;
            for (name, find) in &self.table.finds {
                match find(db, &actual).await {
                    Some(Ok(true)) => self.done.count(format!("{name} found")),
                    Some(Ok(false)) => return Err(format!("{name} does not find {actual}")),
                    Some(Err(error)) => return Err(format!("{name}: {error}")),
                    None => {}
                }
            }
            for (name, find) in self.table.partial.iter().chain(&self.table.exists) {
                match find(db, &actual).await {
                    Some(Ok(true)) | None => {}
                    Some(Ok(false)) => return Err(format!("{name} does not know {actual}")),
                    Some(Err(error)) => return Err(format!("{name}: {error}")),
                }
            }
        }
        let (counted, rows) = (self.table.all)(db).await;
        if usize::try_from(counted) == Ok(rows.len()) {
            Ok(())
        } else {
            Err(format!("count says {counted}, the stream has {}", rows.len()))
        }
    }

    async fn insert_many(&mut self, db: &mut PgConnection) -> Result<(), String> {
        let none = (self.table.insert_many)(db, &[]).await;
        if !none.is_ok_and(|rows| rows.is_empty()) {
            return Err("insert_many of nothing".to_owned());
        }
        let all = (self.table.insert_many)(db, self.rows).await;
        let all =
            all.map_err(|refusal| self.refused("insert_many", &refusal, &Value::from(self.rows.to_vec())))?;
        if all.len() != self.rows.len() {
            return Err(format!("insert_many gives {} rows", all.len()));
        }
        for (given, actual) in self.rows.iter().zip(&all) {
            self.same("insert_many", actual, &self.expected(given, actual))?;
            if let Some((name, find)) = self.table.finds.first()
                && !find(db, actual).await.is_none_or(|found| found.unwrap())
            {
                return Err(format!("{name} does not find what insert_many gave: {actual}"));
            }
        }
        Ok(())
    }

    async fn copy(&mut self, db: &mut PgConnection) -> Result<(), String> {
        let Some(copy) = self.table.copy else { return Ok(()) };
        let (_, before) = (self.table.all)(db).await;
        let copied = copy(db, self.rows).await;
        let copied =
            copied.map_err(|refusal| self.refused("copy_in", &refusal, &Value::from(self.rows.to_vec())))?;
        let (_, mut after) = (self.table.all)(db).await;
        after.retain(|row| !before.contains(row));
        if copied != self.rows.len() as u64 || after.len() != self.rows.len() {
            return Err(format!("copy_in says {copied}, {} rows are new", after.len()));
        }
        for given in self.rows {
            let found =
                after.iter().position(|actual| (self.table.same)(actual, &self.expected(given, actual)));
            match found {
                Some(at) => drop(after.remove(at)),
                None => return Err(format!("copy_in of {given} made none of {after:?}")),
            }
        }
        Ok(())
    }

    /// Columns that an update may change beside those that are named.
    fn may_follow(&self, name: &str) -> bool {
        self.rules.on_update.contains(&name)
            || self.rules.follow.contains(&name)
            || self.shape.generated.iter().any(|generated| generated == name)
    }

    /// The row after `changes`, the server's own columns as they have become.
    fn changed(&self, before: &Value, changes: &Map<String, Value>, after: &Value) -> Value {
        let mut expected = before.clone();
        for (name, value) in changes {
            expected[name] = value.clone();
        }
        for name in members(after).keys() {
            if self.may_follow(name) {
                expected[name] = after[name].clone();
            }
        }
        expected
    }

    /// That the columns which a trigger writes were written by this transaction.
    fn written_by_trigger(&self, after: &Value) -> Result<(), String> {
        for name in self.rules.on_update {
            let at: DateTime<Utc> = serde_json::from_value(after[*name].clone()).unwrap();
            if at < self.now || at > self.now + TimeDelta::minutes(10) {
                return Err(format!("{name} is {at}: no trigger has written it"));
            }
        }
        Ok(())
    }

    async fn upsert(&mut self, db: &mut PgConnection) -> Result<(), String> {
        let [first, second, ..] = self.rows else { return Ok(()) };
        for (name, upsert) in &self.table.upserts {
            back(db).await;
            let before = upsert(db, first).await.map_err(|refusal| self.refused(name, &refusal, first))?;
            self.same(name, &before, &self.expected(first, &before))?;
            self.done.count(format!("{name} anew"));
            let key: Vec<&str> = match name.strip_prefix("upsert_by_") {
                Some(columns) => columns.split("_and_").collect(),
                None => self.shape.key.iter().map(String::as_str).collect(),
            };
            let mut given = second.clone();
            for column in &key {
                given[*column] = before[*column].clone();
            }
            // NULLs are not equal to each other.
            let condition = key.iter().any(|column| before[*column].is_null())
                || self.table.partial.iter().any(|(get, _)| get.starts_with(&name.replace("upsert", "get")));
            sqlx::query("SAVEPOINT again").execute(&mut *db).await.unwrap();
            match upsert(db, &given).await {
                Ok(after) => {
                    let over = self.shape.key.iter().all(|column| after[column] == before[column]);
                    let expected = if over {
                        let mut changes = members(&self.expected(&given, &after)).clone();
                        changes.retain(|column, _| {
                            let shape = self.shape.columns.iter().find(|shape| shape.name == *column);
                            let written = members(&given).contains_key(column)
                                || shape.is_some_and(|shape| !shape.has_default);
                            written && !self.shape.key.contains(column) && !key.contains(&column.as_str())
                        });
                        for column in self.rules.on_insert {
                            changes.insert((*column).to_owned(), after[*column].clone());
                        }
                        self.changed(&before, &changes, &after)
                    } else {
                        self.expected(&given, &after)
                    };
                    self.same(&format!("{name} over a row"), &after, &expected)?;
                    if over {
                        self.written_by_trigger(&after)?;
                        self.done.count(format!("{name} over"));
                    } else if !condition {
                        return Err(format!("{name} made a second row: {after}"));
                    }
                }
                Err(refusal) => {
                    self.refusal_is_legal(name, &refusal, &given)?;
                    sqlx::query("ROLLBACK TO SAVEPOINT again").execute(&mut *db).await.unwrap();
                    if self.rules.append_only.is_some() {
                        self.done.count(format!("{name} over"));
                    }
                }
            }
        }
        Ok(())
    }

    /// Two legal rows mixed need not be legal: a check or a trigger may refuse them, and nothing else.
    fn refusal_is_legal(&self, what: &str, refusal: &Refusal, given: &Value) -> Result<(), String> {
        let legal = match refusal {
            Refusal::Variant(_) => true,
            Refusal::Sqlx(_) => refusal.sqlstate().starts_with("SC"),
        };
        if legal { Ok(()) } else { Err(self.refused(what, refusal, given)) }
    }

    async fn patch(&mut self, db: &mut PgConnection) -> Result<(), String> {
        let (Some(update), [first, second, ..]) = (self.table.update, self.rows) else { return Ok(()) };
        let before = self.inserted(db, first).await?;
        let unchanged = update(db, &before, &Value::Object(Map::new())).await;
        match unchanged {
            Ok(Some(row)) => self.same("an empty patch", &row, &before)?,
            other => return Err(format!("an empty patch: {other:?}")),
        }
        let (mut patch, mut kept) = (Map::new(), Vec::new());
        for (at, column) in self.shape.columns.iter().enumerate() {
            let name = column.name.as_str();
            if self.shape.key.contains(&column.name)
                || self.may_follow(name) && !self.rules.follow.contains(&name)
            {
                continue;
            }
            let value = match second.get(name) {
                Some(value) => value.clone(),
                None if column.not_null || column.has_default => continue,
                None => Value::Null,
            };
            if let Some((_, sqlstate)) = self.rules.kept.iter().find(|(kept, _)| *kept == name) {
                kept.push((name, *sqlstate, value));
            } else if self.mask.is_multiple_of(3) || self.mask >> (at % 60 + 2) & 1 == 1 {
                patch.insert(name.to_owned(), value);
            }
        }
        if !patch.is_empty() {
            sqlx::query("SAVEPOINT again").execute(&mut *db).await.unwrap();
            match (update(db, &before, &Value::Object(patch.clone())).await, self.rules.append_only) {
                (Ok(Some(after)), None) => {
                    self.same("patch", &after, &self.changed(&before, &patch, &after))?;
                    self.written_by_trigger(&after)?;
                    if let Some((_, find)) = self.table.finds.first()
                        && find(db, &after).await.is_some_and(|found| !found.unwrap())
                    {
                        return Err(format!("the patched row is not as it was given back: {after}"));
                    }
                    self.done.count("patched");
                }
                (Err(refusal), Some((sqlstate, _))) if refusal.sqlstate() == sqlstate => {
                    self.done.count("patch refused");
                }
                (Err(refusal), None) => self.refusal_is_legal("patch", &refusal, &Value::Object(patch))?,
                (other, _) => return Err(format!("patch: {other:?}")),
            }
            sqlx::query("ROLLBACK TO SAVEPOINT again").execute(&mut *db).await.unwrap();
        }
        for (name, sqlstate, value) in kept {
            if before[name] == value || value.is_null() {
                continue;
            }
            sqlx::query("SAVEPOINT again").execute(&mut *db).await.unwrap();
            let patch = Value::Object(Map::from_iter([(name.to_owned(), value)]));
            match update(db, &before, &patch).await {
                Err(refusal) if refusal.sqlstate() == sqlstate => self.done.count(format!("{name} kept")),
                // A released lock refuses everything.
                Err(refusal) if refusal.sqlstate().starts_with("SC") => {}
                other => return Err(format!("a patch of {name} alone: {other:?}")),
            }
            sqlx::query("ROLLBACK TO SAVEPOINT again").execute(&mut *db).await.unwrap();
        }
        Ok(())
    }

    async fn delete(&mut self, db: &mut PgConnection) -> Result<(), String> {
        for (name, delete) in &self.table.deletes {
            back(db).await;
            let row = self.inserted(db, &self.rows[0]).await?;
            match (delete(db, &row).await, self.rules.append_only) {
                (None, _) => continue,
                (Some(Ok(true)), None | Some((_, false))) => {}
                (Some(Err(refusal)), Some((sqlstate, true))) if refusal.sqlstate() == sqlstate => continue,
                (other, _) => return Err(format!("{name}: {other:?}")),
            }
            if !matches!(delete(db, &row).await, Some(Ok(false))) {
                return Err(format!("{name} twice"));
            }
        }
        Ok(())
    }
}
