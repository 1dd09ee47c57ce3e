//! The functions that read.

use crate::docs;
use crate::names::unraw;
use crate::plan::KeyPlan;
use crate::text;

use super::Store;

impl Store<'_, '_> {
    pub(super) fn reads(&mut self) {
        let keys = self.plan.keys.clone();
        for key in &keys {
            self.get(key);
        }
        for key in &keys {
            self.exists(key);
        }
        if let Some(key) = keys.iter().find(|key| key.primary) {
            self.get_many(key);
            self.lock(key, "get_for_update", "", "waits for whoever has it locked");
            self.lock(
                key,
                "get_for_update_skip_locked",
                " SKIP LOCKED",
                "gives `None` too when somebody else has it locked",
            );
        }
        for columns in &self.plan.references {
            let unique = keys.iter().any(|key| {
                key.predicate.is_none()
                    && key.expressions.is_none()
                    && key.columns.iter().all(|at| columns.contains(at))
            });
            if unique {
                self.get_many_by(columns);
            } else {
                self.list_by(columns);
                self.list_by_many(columns);
            }
        }
        self.count();
        self.stream();
    }

    fn suffix(&self, key: &KeyPlan) -> String {
        if key.primary { String::new() } else { format!("_by_{}", self.words(&key.columns)) }
    }

    /// The name by the index, for a second key over the same columns.
    fn by_index(key: &KeyPlan, verb: &str) -> String {
        format!("{verb}_by_{}", key.name)
    }

    fn get(&mut self, key: &KeyPlan) {
        let name = self.name(&format!("get{}", self.suffix(key)), &Self::by_index(key, "get"));
        let docs = format!("The row with this {}.", self.documented_key(key));
        self.one(key, &name, &docs, None);
    }

    fn lock(&mut self, key: &KeyPlan, name: &str, clause: &str, what: &str) {
        let name = self.name(name, "");
        if !self.plan.table.kind.is_table() {
            return;
        }
        let docs = format!(
            "The row with this {}, locked until the transaction ends (`FOR UPDATE{clause}`); {what}.",
            self.documented(&key.columns)
        );
        self.one(key, &name, &docs, Some(format!(" FOR UPDATE{clause}")));
    }

    /// A function that gives the row with a key, if there is one; `clause` ends its query.
    fn one(&mut self, key: &KeyPlan, name: &str, docs: &str, clause: Option<String>) {
        let (db, arguments, row) = (self.executor(), self.arguments(&key.columns), self.row.clone());
        let option = self.scope.prelude("Option");
        let returned = self.future(&format!("{option}<{row}>"), "sqlx::Error");
        let head = format!("pub fn {name}<'e>({db}, {arguments}) -> {returned}");
        let clauses: Vec<String> =
            std::iter::once(format!(" WHERE {}", self.key_condition(key))).chain(clause).collect();
        let sql = self.select(&clauses);
        let body = self.run(&sql, &key.columns, "fetch_optional(db)");
        self.push(&[docs], &head, &body);
    }

    fn exists(&mut self, key: &KeyPlan) {
        let name = self.name(&format!("exists{}", self.suffix(key)), &Self::by_index(key, "exists"));
        let docs = format!("Whether there is a row with this {}.", self.documented_key(key));
        let (db, arguments) = (self.executor(), self.arguments(&key.columns));
        let returned = self.future("bool", "sqlx::Error");
        let head = format!("pub fn {name}<'e>({db}, {arguments}) -> {returned}");
        let sql = format!(
            "SELECT EXISTS (SELECT FROM {} WHERE {})",
            self.plan.table.printed_name(),
            self.key_condition(key)
        );
        let body = self.run(&text::long_sql(&sql, "    "), &key.columns, "fetch_value(db)");
        self.push(&[&docs], &head, &body);
    }

    /// Whether rows can be found by many values of these columns at once.
    fn can_batch(&self, columns: &[usize]) -> bool {
        columns.iter().all(|at| {
            let ty = &self.column(*at).ty;
            ty.is_hashable() && ty.has_array()
        })
    }

    fn not_batched(&mut self, name: &str, columns: &[usize]) {
        let documented = self.documented(columns);
        self.left_out.push(format!("{}: a map cannot have {documented} as its key.", docs::code(name)));
    }

    /// What to know of a map whose keys the server compares otherwise than Rust; nothing where both agree.
    fn loose(&self, columns: &[usize]) -> String {
        let loose: Vec<usize> =
            columns.iter().copied().filter(|at| self.column(*at).is_loosely_equal()).collect();
        if loose.is_empty() {
            return String::new();
        }
        format!(
            "The keys of the map are written as the rows have them. For {} the server takes more for equal than Rust does, so a \
             key of the map may differ from the one that was asked for.",
            self.documented(&loose)
        )
    }

    /// The type of the key in a map, and of the slice that asks for many.
    fn map_key(&mut self, columns: &[usize]) -> String {
        let types: Vec<String> = columns
            .iter()
            .map(|at| {
                let ty = &self.column(*at).ty;
                self.scope.ty(ty)
            })
            .collect();
        tuple(&types)
    }

    /// The closure that gives the key of a row: a row where a part of it is NULL has none.
    fn key_of(&self, columns: &[usize]) -> String {
        let alone = columns.len() == 1;
        let parts: Vec<String> = columns
            .iter()
            .map(|at| {
                let column = self.column(*at);
                let clone = if column.ty.is_copy() { "" } else { ".clone()" };
                let given = if column.not_null || alone { "" } else { "?" };
                format!("row.{}{clone}{given}", column.field)
            })
            .collect();
        let nullable = !self.column(columns[0]).not_null;
        if alone && nullable {
            format!("|row| {}", parts[0])
        } else {
            format!("|row| Some({})", tuple(&parts))
        }
    }

    /// The condition for many, and what is bound to it.
    fn many(&self, columns: &[usize]) -> (String, String, Vec<String>) {
        if let [at] = columns {
            let column = self.column(*at);
            let condition = format!(" WHERE {} = ANY($1::{}[])", column.sql(), column.cast());
            return (condition, String::new(), vec![".bind(keys)".to_owned()]);
        }
        let names: Vec<String> = columns.iter().map(|at| self.column(*at).sql()).collect();
        let arrays: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(number, at)| format!("${}::{}[]", number + 1, self.column(*at).cast()))
            .collect();
        let condition =
            format!(" WHERE ({}) IN (SELECT * FROM UNNEST({}))", names.join(", "), arrays.join(", "));
        let (mut lets, mut binds) = (String::new(), Vec::new());
        for at in 0..columns.len() {
            lets += &format!("    let keys_{at}: Vec<_> = keys.iter().map(|key| &key.{at}).collect();\n");
            binds.push(format!(".bind(keys_{at})"));
        }
        (condition, lets, binds)
    }

    fn get_many(&mut self, key: &KeyPlan) {
        self.map_of_one(&key.columns, "get_many");
    }

    fn get_many_by(&mut self, columns: &[usize]) {
        let primary = self.plan.primary_key().is_some_and(|key| key.columns == columns);
        if !primary {
            let name = format!("get_many_by_{}", self.words(columns));
            self.map_of_one(columns, &name);
        }
    }

    /// Rows by a unique key, many at once.
    fn map_of_one(&mut self, columns: &[usize], name: &str) {
        if !self.can_batch(columns) {
            self.not_batched(name, columns);
            return;
        }
        let name = self.name(name, "");
        let docs = format!(
            "The rows with these values of {}, in one statement; what has no row is not in the map.",
            self.documented(columns)
        );
        let loose = self.loose(columns);
        let (db, key, row) = (self.executor(), self.map_key(columns), self.row.clone());
        let map = self.scope.other("std::collections::HashMap");
        let returned = self.future(&format!("{map}<{key}, {row}>"), "sqlx::Error");
        let head = format!("pub fn {name}<'e>({db}, keys: &[{key}]) -> {returned}");
        let (condition, lets, mut calls) = self.many(columns);
        let sql = self.select(&[condition]);
        calls.push(format!(".fetch_map(db, {})", self.key_of(columns)));
        let body = lets + &text::call_chain(&format!("{}::new", self.query()), &sql, &calls);
        self.push(&[&docs, &loose], &head, &body);
    }

    /// By the primary key, so that the same rows always come in the same order.
    fn order(&self) -> Vec<String> {
        let columns: Vec<String> = self
            .plan
            .primary_key()
            .map(|key| key.columns.iter().map(|at| self.column(*at).sql()).collect())
            .unwrap_or_default();
        if columns.is_empty() { Vec::new() } else { vec![format!(" ORDER BY {}", columns.join(", "))] }
    }

    fn list_by(&mut self, columns: &[usize]) {
        let name = self.name(&format!("list_by_{}", self.words(columns)), "");
        let ordered = if self.order().is_empty() { "" } else { ", by primary key" };
        let docs = format!("All rows with this {}{ordered}.", self.documented(columns));
        let (db, arguments, row) = (self.executor(), self.arguments(columns), self.row.clone());
        let vec = self.scope.prelude("Vec");
        let returned = self.future(&format!("{vec}<{row}>"), "sqlx::Error");
        let head = format!("pub fn {name}<'e>({db}, {arguments}) -> {returned}");
        let mut clauses = vec![format!(" WHERE {}", self.condition(columns, None))];
        clauses.extend(self.order());
        let sql = self.select(&clauses);
        let body = self.run(&sql, columns, "fetch_all(db)");
        self.push(&[&docs], &head, &body);
    }

    fn list_by_many(&mut self, columns: &[usize]) {
        let plural = if let [at] = columns {
            plural(unraw(self.column(*at).field))
        } else {
            format!("many_{}", self.words(columns))
        };
        let name = format!("list_by_{plural}");
        if !self.can_batch(columns) {
            self.not_batched(&name, columns);
            return;
        }
        let name = self.name(&name, "");
        let docs = format!(
            "The rows with each of these values of {}, in one statement; a value that no row has is not in the map.",
            self.documented(columns)
        );
        let loose = self.loose(columns);
        let (db, key, row) = (self.executor(), self.map_key(columns), self.row.clone());
        let map = self.scope.other("std::collections::HashMap");
        let vec = self.scope.prelude("Vec");
        let returned = self.future(&format!("{map}<{key}, {vec}<{row}>>"), "sqlx::Error");
        let head = format!("pub fn {name}<'e>({db}, keys: &[{key}]) -> {returned}");
        let (condition, lets, mut calls) = self.many(columns);
        let mut clauses = vec![condition];
        clauses.extend(self.order());
        let sql = self.select(&clauses);
        calls.push(format!(".fetch_groups(db, {})", self.key_of(columns)));
        let body = lets + &text::call_chain(&format!("{}::new", self.query()), &sql, &calls);
        self.push(&[&docs, &loose], &head, &body);
    }

    fn count(&mut self) {
        let name = self.name("count", "count_rows");
        let docs = format!("How many rows {} has.", docs::code(&self.plan.table.printed_name()));
        let db = self.executor();
        let returned = self.future("i64", "sqlx::Error");
        let head = format!("pub fn {name}<'e>({db}) -> {returned}");
        let sql = format!("SELECT count(*) FROM {}", self.plan.table.printed_name());
        let body = self.run(&text::long_sql(&sql, "    "), &[], "fetch_value(db)");
        self.push(&[&docs], &head, &body);
    }

    fn stream(&mut self) {
        let name = self.name("stream", "stream_rows");
        let docs = "All rows as the server sends them, in no particular order, without holding them all.";
        let executor = self.scope.other("sqlx::PgExecutor");
        let stream = self.scope.other("futures_core::stream::BoxStream");
        let row = self.row.clone();
        let head =
            format!("pub fn {name}<'e>(db: impl {executor}<'e>) -> {stream}<'e, Result<{row}, sqlx::Error>>");
        let sql = self.select(&[]);
        let body = self.run(&sql, &[], "stream(db)");
        self.push(&[docs], &head, &body);
    }
}

/// One alone, or a tuple of them.
fn tuple(parts: &[String]) -> String {
    if let [one] = parts { one.clone() } else { format!("({})", parts.join(", ")) }
}

/// `user_id` → `user_ids`.
fn plural(word: &str) -> String {
    let es = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if es { "es" } else { "s" })
}
