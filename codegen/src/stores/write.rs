//! The functions that write.

use crate::names::{ItemName, unraw};
use crate::plan::{ColumnPlan, Inserted, KeyPlan, TablePlan};
use crate::rust_type::RustType;
use crate::{docs, text};

use super::Store;

impl<'a> Store<'a, '_> {
    pub(super) fn writes(&mut self) {
        let keys = self.plan.keys.clone();
        if self.plan.is_writable() {
            self.insert();
            self.insert_many();
            self.copy_in();
            for key in &keys {
                if key.arbiter && self.can_be_given(key) {
                    self.upsert(key);
                } else if !key.arbiter {
                    let name = docs::code(&key.name);
                    self.left_out.push(format!("an upsert by {name}: it is deferrable."));
                }
            }
            self.new_row();
        }
        if let Some(key) = keys.iter().find(|key| key.primary && self.plan.has_patch()) {
            self.update(key);
            self.update_at_version(key);
            self.changes();
        }
        for key in &keys {
            self.delete(key);
        }
    }

    fn derived(&mut self, of: impl Fn(&crate::names::DerivedNames) -> &str) -> String {
        let id = self.plan.table.id;
        let (Some(derived), Some(item)) = (self.names.derived(id), self.names.table(id)) else {
            return String::new();
        };
        let path = ItemName { type_name: of(derived).to_owned(), ..item.clone() }.path("models");
        self.scope.at_root(&path)
    }

    pub(super) fn new_type(&mut self) -> String {
        self.derived(|derived| &derived.new)
    }

    fn patch_type(&mut self) -> String {
        self.derived(|derived| &derived.patch)
    }

    pub(super) fn written(&self) -> Vec<&'a ColumnPlan<'a>> {
        let plan: &'a TablePlan<'a> = self.plan;
        plan.columns.iter().filter(|column| column.inserted != Inserted::Never).collect()
    }

    fn can_be_given(&self, key: &KeyPlan) -> bool {
        key.columns.iter().all(|at| self.column(*at).inserted != Inserted::Never)
    }

    fn insert(&mut self) {
        let name = self.name("insert", "insert_row");
        let (db, new, row, error) = (self.executor(), self.new_type(), self.row.clone(), self.error.clone());
        let returned = self.future(&row, &error);
        let head = format!("pub fn {name}<'e>({db}, new: &{new}) -> {returned}");
        let assignments = self.scope.at_root("support::Assignments");
        let body = format!("    {assignments}::of(new).insert(TABLE, COLUMNS).fetch_one(db)\n");
        self.push(&["Inserts a row, and gives it as the server has it."], &head, &body);
    }

    fn upsert(&mut self, key: &KeyPlan) {
        let words = if key.primary { String::new() } else { format!("_by_{}", self.words(&key.columns)) };
        let name = self.name(&format!("upsert{words}"), &format!("upsert_by_{}", key.name));
        let docs = format!(
            "Inserts a row, or updates the one that already has this {}; gives the row as it is then.",
            self.documented_key(key)
        );
        let written = "The update writes the columns that `new` gives. The key stays, and so does what `new` leaves to its default.";
        let (db, new, row, error) = (self.executor(), self.new_type(), self.row.clone(), self.error.clone());
        let returned = self.future(&row, &error);
        let head = format!("pub fn {name}<'e>({db}, new: &{new}) -> {returned}");
        let assignments = self.scope.at_root("support::Assignments");
        let columns: Vec<String> = key.columns.iter().map(|at| self.column(*at).sql()).collect();
        let mut target = match &key.expressions {
            Some(expressions) => format!("({})", super::one_line(&expressions.target)),
            None => format!("({})", columns.join(", ")),
        };
        if let Some(predicate) = &key.predicate {
            target += &format!(" WHERE {}", super::one_line(predicate));
        }
        let mut kept = columns;
        if let Some(primary) = self.plan.primary_key() {
            for at in &primary.columns {
                let column = self.column(*at).sql();
                if !kept.contains(&column) {
                    kept.push(column);
                }
            }
        }
        let kept: Vec<String> = kept.iter().map(|column| text::sql(column)).collect();
        let body = format!(
            "    {assignments}::of(new)\n        .upsert(TABLE, {}, &[{}], COLUMNS)\n        .fetch_one(db)\n",
            text::sql(&target),
            kept.join(", ")
        );
        self.push(&[&docs, written], &head, &body);
    }

    /// What a new row gives, column by column.
    fn new_row(&mut self) {
        let new = self.new_type();
        let trait_name = self.scope.at_root("support::NewRow");
        let columns = self.scope.at_root("support::Columns");
        let mut lines = String::new();
        for column in self.written() {
            let name = text::sql(&column.sql());
            let default = matches!(column.inserted, Inserted::Default(_));
            if let Some(declared) = column.declared() {
                let declares =
                    format!("{}({}", self.scope.at_root("support::Declared"), text::sql(&declared));
                lines += &if default {
                    let form = self.scope.at_root("support::Form");
                    let value = format!("self.{}.value().map(|value| {declares}, value))", column.field);
                    format!("        to.column({name}, {form}::Plain, {value});\n")
                } else {
                    format!("        to.set({name}, {declares}, {}));\n", column.lent("self"))
                };
                continue;
            }
            let value = if default { format!("&self.{}", column.field) } else { column.lent("self") };
            let form = if column.is_array() {
                Some(format!("List({})", text::sql(&element_cast(column))))
            } else {
                (column.cast() == "json").then(|| "Json".to_owned())
            };
            lines += &match form {
                Some(form) => {
                    let form = format!("{}::{form}", self.scope.at_root("support::Form"));
                    let value = if default {
                        format!("self.{}.value()", column.field)
                    } else {
                        format!("Some({value})")
                    };
                    format!("        to.column({name}, {form}, {value});\n")
                }
                None if default => format!("        to.or_default({name}, {value});\n"),
                None => format!("        to.set({name}, {value});\n"),
            };
        }
        let to = if lines.is_empty() { "_" } else { "to" };
        self.items.push(format!(
            "impl {trait_name} for {new} {{\n    fn columns<'a>(&'a self, {to}: &mut impl {columns}<'a>) {{\n{lines}    }}\n}}\n"
        ));
    }

    /// Why a column that a new row gives cannot stand in an array.
    fn not_many(&self) -> Option<String> {
        self.written().iter().find_map(|column| {
            let name = docs::code(&column.column.name);
            match &column.ty {
                RustType::List(element) if element.has_array() => None,
                ty if !column.is_array() && ty.has_array() => None,
                ty if column.is_array() && !matches!(ty, RustType::List(_)) => Some(format!(
                    "`UNNEST` takes the arrays of {name} apart, and its Rust type does not show their elements"
                )),
                _ => Some(format!("sqlx writes no arrays of the type of {name}")),
            }
        })
    }

    fn insert_many(&mut self) {
        if let Some(why) = self.not_many() {
            self.left_out.push(format!("`insert_many`: {why}."));
            return;
        }
        let name = self.name("insert_many", "insert_many_rows");
        let docs = [
            "Inserts rows in one statement, and gives them as the server has them, in the same order.",
            "A default is the server's own where no row gives the column; beside rows that give it, it is what the \
             migrations say.",
        ];
        let (db, new, row, error) = (self.executor(), self.new_type(), self.row.clone(), self.error.clone());
        let rows_type = self.scope.at_root("support::Rows");
        let vec = self.scope.prelude("Vec");
        let returned = self.future(&format!("{vec}<{row}>"), &error);
        let head = format!("pub fn {name}<'e>({db}, new: &[{new}]) -> {returned}");
        let mut body = format!("    let mut rows = {rows_type}::new(new);\n");
        let mut any = false;
        for column in self.written() {
            any = true;
            let sql = text::sql(&column.sql());
            let cast = text::sql(&element_cast(column));
            let field = column.field;
            let list = matches!(column.ty, RustType::List(_));
            if column.declared().is_some() {
                body += &match &column.inserted {
                    Inserted::Default(default) => {
                        let default = text::sql(&super::one_line(default));
                        format!(
                            "    rows.declared_or_default({sql}, {cast}, {default}, |row| &row.{field});\n"
                        )
                    }
                    _ => format!("    rows.declared({sql}, {cast}, |row| &row.{field});\n"),
                };
                continue;
            }
            body += &match (&column.inserted, list, column.not_null) {
                (Inserted::Default(default), false, not_null) => {
                    let method = if not_null { "or_default" } else { "null_or_default" };
                    let default = text::sql(&super::one_line(default));
                    format!("    rows.{method}({sql}, {cast}, {default}, |row| &row.{field});\n")
                }
                (Inserted::Default(default), true, not_null) => {
                    let method = if not_null { "list_or_default" } else { "null_list_or_default" };
                    let default = text::sql(&super::one_line(default));
                    format!("    rows.{method}({sql}, {cast}, {default}, |row| &row.{field});\n")
                }
                (_, true, true) => {
                    format!("    rows.list({sql}, {cast}, |row| Some(&row.{field}));\n")
                }
                (_, true, false) => {
                    format!("    rows.list({sql}, {cast}, |row| row.{field}.as_ref());\n")
                }
                (_, false, _) => {
                    format!("    rows.column({sql}, {cast}, |row| &row.{field});\n")
                }
            };
        }
        if !any {
            body = body.replace("let mut rows", "let rows");
        }
        body += "    rows.insert(TABLE, COLUMNS, db)\n";
        self.push(&docs, &head, &body);
    }

    fn update(&mut self, key: &KeyPlan) {
        let name = self.name("update", "update_row");
        let docs = format!(
            "Writes what the patch sets to the row with this {}, and gives the row as it is then; `None` when there is no such row.",
            self.documented(&key.columns)
        );
        let uncounted = self.version.map_or_else(String::new, |version| {
            let column = docs::code(&version.column.name);
            format!("{column} grows only by [`{}`], or when the patch sets it.", update_at(version))
        });
        let (db, arguments, patch) = (self.executor(), self.arguments(&key.columns), self.patch_type());
        let (row, error) = (self.row.clone(), self.error.clone());
        let option = self.scope.prelude("Option");
        let returned = self.future(&format!("{option}<{row}>"), &error);
        let head = format!("pub fn {name}<'e>({db}, {arguments}, patch: &{patch}) -> {returned}");
        let keys = self.keys(key);
        let body = format!(
            "    changes(patch)\n{keys}        .update(TABLE, COLUMNS)\n        .fetch_optional(db)\n"
        );
        self.push(&[&docs, &uncounted], &head, &body);
    }

    /// The calls that say which row is written.
    fn keys(&mut self, key: &KeyPlan) -> String {
        let mut calls = String::new();
        for at in &key.columns {
            let column = self.column(*at);
            let (name, cast) = (text::sql(&column.sql()), text::sql(&column.cast()));
            calls += &format!("        .key({name}, {cast}, {})\n", self.given(*at));
        }
        calls
    }

    fn update_at_version(&mut self, key: &KeyPlan) {
        let Some(version) = self.version else {
            return;
        };
        let name = self.name(&update_at(version), "update_at_version");
        let docs = format!(
            "As [`update`], but only while {} is still what was read; it grows by one. `None` when the row has gone or somebody \
             else was quicker.",
            docs::code(&version.column.name)
        );
        let (db, arguments, patch) = (self.executor(), self.arguments(&key.columns), self.patch_type());
        let (row, error) = (self.row.clone(), self.error.clone());
        let option = self.scope.prelude("Option");
        let ty = self.scope.ty(&version.ty);
        let returned = self.future(&format!("{option}<{row}>"), &error);
        let head =
            format!("pub fn {name}<'e>({db}, {arguments}, version: {ty}, patch: &{patch}) -> {returned}");
        let keys = self.keys(key);
        let (column, field) = (version.sql(), version.field);
        let reset = if version.patched {
            format!("    let patch = &{patch} {{ {field}: None, ..patch.clone() }};\n")
        } else {
            String::new()
        };
        let body = format!(
            "{reset}    changes(patch)\n{keys}        .key({}, {}, version)\n        .also({})\n        \
             .update(TABLE, COLUMNS)\n        .fetch_optional(db)\n",
            text::sql(&column),
            text::sql(&version.cast()),
            text::sql(&format!("{column} = {column} + 1"))
        );
        self.push(&[&docs], &head, &body);
    }

    /// What a patch writes, column by column.
    fn changes(&mut self) {
        let patch = self.patch_type();
        let assignments = self.scope.at_root("support::Assignments");
        let mut lines = String::new();
        for column in self.plan.columns.iter().filter(|column| column.patched) {
            let field = column.field;
            if let Some(declared) = column.declared() {
                let declares =
                    format!("{}({}", self.scope.at_root("support::Declared"), text::sql(&declared));
                let given = if column.not_null { "as_ref" } else { "written" };
                let value = format!("patch.{field}.{given}().map(|value| {declares}, value))");
                lines += &format!("    set.given({}, {value});\n", text::sql(&column.sql()));
                continue;
            }
            let call = match (column.not_null, column.ty.is_copy()) {
                (false, _) => format!("change({}, &patch.{field})", text::sql(&column.sql())),
                (true, true) => format!("given({}, patch.{field})", text::sql(&column.sql())),
                (true, false) => format!("given({}, patch.{field}.as_ref())", text::sql(&column.sql())),
            };
            lines += &format!("    set.{call};\n");
        }
        let head = format!("fn changes(patch: &{patch}) -> {assignments}");
        let body = format!("    let mut set = {assignments}::default();\n{lines}    set\n");
        self.push(&[], &head, &body);
    }

    fn delete(&mut self, key: &KeyPlan) {
        let words = if key.primary { String::new() } else { format!("_by_{}", self.words(&key.columns)) };
        let name = self.name(&format!("delete{words}"), &format!("delete_by_{}", key.name));
        let docs =
            format!("Deletes the row with this {}; gives whether there was one.", self.documented_key(key));
        let (db, arguments, error) = (self.executor(), self.arguments(&key.columns), self.error.clone());
        let returned = self.future("bool", &error);
        let head = format!("pub fn {name}<'e>({db}, {arguments}) -> {returned}");
        let sql = format!("DELETE FROM {} WHERE {}", self.plan.table.printed_name(), self.key_condition(key));
        let body = self.run(&text::long_sql(&sql, "    "), &key.columns, "affects(db)");
        self.push(&[&docs], &head, &body);
    }
}

/// The name of the update that counts.
fn update_at(version: &ColumnPlan<'_>) -> String {
    format!("update_at_{}", unraw(version.field))
}

/// The type of an element of the array that holds a column's values; of an array column that of its own elements.
fn element_cast(column: &ColumnPlan<'_>) -> String {
    let cast = column.cast();
    cast.strip_suffix("[]").map_or(cast.clone(), ToOwned::to_owned)
}
