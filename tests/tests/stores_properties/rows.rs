//! A row to be inserted, made of numbers: each column by its type first, then what the table's rules ask for.

use std::collections::BTreeMap;

use schemactl_schema::catalog::{Catalog, ConstraintKind, Identity, RelationWalker};
use serde_json::{Map, Value, json};

use super::values::{Kind, Numbers, later, time, value};

/// A column as rows give it.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) not_null: bool,
    pub(super) has_default: bool,
    /// Some check speaks of it.
    checked: bool,
}

/// A table as rows need it.
pub(super) struct Shape {
    /// Those that a new row can give.
    pub(super) columns: Vec<Column>,
    /// Those that follow from others.
    pub(super) generated: Vec<String>,
    pub(super) key: Vec<String>,
    /// Columns, the table they refer to, and the columns there.
    pub(super) parents: Vec<(Vec<String>, String, Vec<String>)>,
}

impl Shape {
    pub(super) fn of(catalog: &Catalog, table: RelationWalker<'_>) -> Self {
        let name_of = |id| catalog.columns[id].name.to_string();
        let mut checks = String::new();
        let mut parents = Vec::new();
        for constraint in table.constraints() {
            match &constraint.get().kind {
                ConstraintKind::Check { expression } => checks = checks + " " + &expression.print(catalog),
                ConstraintKind::ForeignKey(key) => parents.push((
                    key.columns.iter().copied().map(name_of).collect(),
                    catalog.relations[key.references].name.to_string(),
                    key.referenced_columns.iter().copied().map(name_of).collect(),
                )),
                _ => {}
            }
        }
        let words: Vec<&str> = checks.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let (mut columns, mut generated) = (Vec::new(), Vec::new());
        for column in table.columns() {
            if column.generated.is_some() || column.identity == Some(Identity::Always) {
                if column.generated.is_some() {
                    generated.push(column.name.to_string());
                }
                continue;
            }
            columns.push(Column {
                name: column.name.to_string(),
                kind: Kind::of(catalog, &column.ty),
                not_null: column.is_not_null(),
                has_default: column.get().default.is_some(),
                checked: words.contains(&&*column.name),
            });
        }
        let key = table.primary_key().and_then(schemactl_schema::catalog::ConstraintWalker::index);
        let key =
            key.map(|index| index.key_columns().flatten().map(|column| column.name.to_string()).collect());
        Self { columns, generated, key: key.unwrap_or_default(), parents }
    }

    /// How many numbers a row takes.
    pub(super) fn numbers(&self) -> usize {
        2 * self.columns.len() + 1
    }
}

/// The rows that are there for others to refer to: table, then rows as JSON.
pub(super) type Parents = BTreeMap<String, Vec<Value>>;

/// A row in the making.
pub(super) struct Row<'a> {
    shape: &'a Shape,
    /// Its place among the rows of one case: what must differ differs by it.
    pub(super) number: usize,
    /// A value for every column.
    spare: Map<String, Value>,
    given: Map<String, Value>,
    pub(super) numbers: Numbers,
}

impl<'a> Row<'a> {
    /// From the shape's number of numbers.
    pub(super) fn new(shape: &'a Shape, number: usize, seeds: &[u64], parents: &Parents) -> Self {
        let (mut spare, mut given) = (Map::new(), Map::new());
        for (column, seeds) in shape.columns.iter().zip(seeds.chunks(2)) {
            let mut made = value(&column.kind, &mut Numbers::from(seeds[0]));
            if let (Kind::Int(..), true, Some(number)) = (&column.kind, column.checked, made.as_i64()) {
                // Counts and sizes: room is left for sums of them.
                let bound = match column.kind {
                    Kind::Int(_, greatest) => greatest / 8 + 1,
                    _ => 1,
                };
                made = json!(number.rem_euclid(bound));
            }
            let absent =
                if column.not_null { column.has_default && seeds[1] % 3 == 0 } else { seeds[1] % 3 == 0 };
            if !absent {
                given.insert(column.name.clone(), made.clone());
            } else if !column.not_null && column.has_default && seeds[1] % 2 == 0 {
                given.insert(column.name.clone(), Value::Null);
            }
            spare.insert(column.name.clone(), made);
        }
        let numbers = Numbers::from(seeds[seeds.len() - 1]);
        let mut row = Self { shape, number, spare, given, numbers };
        for (columns, table, referenced) in &shape.parents {
            let rows = parents.get(table).map(Vec::as_slice).unwrap_or_default();
            let null = columns.iter().any(|column| row.is_null(column));
            let chosen = row.numbers.below(rows.len());
            for (column, referenced) in columns.iter().zip(referenced) {
                match rows.get(chosen) {
                    Some(parent) => {
                        row.spare.insert(column.clone(), parent[referenced].clone());
                        if null {
                            row.null(column);
                        } else {
                            row.given.insert(column.clone(), parent[referenced].clone());
                        }
                    }
                    None => row.null(column),
                }
            }
        }
        row
    }

    /// What `NewX` reads.
    pub(super) fn finish(self) -> Value {
        Value::Object(self.given)
    }

    fn column(&self, name: &str) -> &'a Column {
        self.shape.columns.iter().find(|column| column.name == name).unwrap_or_else(|| panic!("{name}"))
    }

    /// Whether the table has the column.
    pub(super) fn has(&self, name: &str) -> bool {
        self.shape.columns.iter().any(|column| column.name == name)
    }

    /// Nothing is given, or NULL.
    pub(super) fn is_null(&self, name: &str) -> bool {
        self.given.get(name).is_none_or(Value::is_null)
    }

    pub(super) fn get(&self, name: &str) -> &Value {
        self.given.get(name).unwrap_or(&Value::Null)
    }

    pub(super) fn int(&self, name: &str) -> i64 {
        self.get(name).as_i64().unwrap_or_default()
    }

    pub(super) fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.column(name);
        self.given.insert(name.to_owned(), value.into());
    }

    /// One of these.
    pub(super) fn choose(&mut self, name: &str, values: &[&str]) {
        let chosen = values[self.numbers.below(values.len())];
        self.set(name, chosen);
    }

    /// Gives a value.
    pub(super) fn need(&mut self, name: &str) {
        if self.is_null(name) {
            self.given.insert(name.to_owned(), self.spare[name].clone());
        }
    }

    /// NULL; where that cannot be, the default.
    pub(super) fn null(&mut self, name: &str) {
        self.given.remove(name);
    }

    pub(super) fn null_all(&mut self, names: &[&str]) {
        for name in names {
            self.null(name);
        }
    }

    /// All have values where the first has one, or where `wanted` says so.
    pub(super) fn together(&mut self, wanted: bool, names: &[&str]) {
        for name in names {
            if wanted { self.need(name) } else { self.null(name) }
        }
    }

    /// All have values, or none has, as the first does.
    pub(super) fn pair(&mut self, names: &[&str]) {
        let wanted = !self.is_null(names[0]);
        self.together(wanted, names);
    }

    /// Within bounds, if it is given.
    pub(super) fn within(&mut self, name: &str, least: i64, greatest: i64) {
        if !self.is_null(name) {
            let value = least + self.int(name).rem_euclid(greatest - least + 1);
            self.set(name, value);
        }
        let spare = self.spare[name].as_i64().unwrap_or_default();
        self.spare.insert(name.to_owned(), json!(least + spare.rem_euclid(greatest - least + 1)));
    }

    /// Given, and within bounds.
    pub(super) fn need_within(&mut self, name: &str, least: i64, greatest: i64) {
        self.need(name);
        self.within(name, least, greatest);
    }

    /// A share of 100, if it is given.
    pub(super) fn share(&mut self, name: &str) {
        if !self.is_null(name) {
            let hundredths = self.numbers.below(10_001) as i64;
            self.set(name, rust_decimal::Decimal::new(hundredths, 2).to_string());
        }
    }

    /// Times that follow each other, each later than the one before. Those that are NULL are passed over, those that
    /// would be left to their defaults are given.
    pub(super) fn in_order(&mut self, names: &[&str]) {
        let mut there = Vec::new();
        for name in names {
            if self.column(name).has_default {
                self.need(name);
            }
            if !self.is_null(name) {
                there.push(*name);
            }
        }
        let mut times: Vec<Value> = there.iter().map(|name| self.get(name).clone()).collect();
        times.sort_by_key(ToString::to_string);
        // Room for those that are pushed on.
        let mut last: Option<Value> = None;
        for (name, mut at) in there.into_iter().zip(times) {
            if let Some(last) = &last
                && format!("{at}") <= format!("{last}")
            {
                at = later(last, 1);
            }
            last = Some(at.clone());
            self.set(name, at);
        }
    }

    /// A time of the far past, so that nothing that is later is out of range.
    pub(super) fn past(&mut self, names: &[&str]) {
        for name in names {
            if !self.is_null(name) {
                let micros = 1_000_000_000_000_000 + (self.numbers.next() % 500_000_000_000_000) as i64;
                self.set(name, time(micros));
            }
            let micros = 1_000_000_000_000_000 + (self.numbers.next() % 500_000_000_000_000) as i64;
            self.spare.insert((*name).to_owned(), time(micros));
        }
    }

    /// Differs from that of every other row of the case.
    pub(super) fn distinct(&mut self, name: &str) {
        if self.is_null(name) {
            return;
        }
        let number = self.number;
        let value = match (&self.column(name).kind, self.get(name)) {
            (Kind::Text(most), Value::String(text)) => {
                let kept: String = text.chars().take(most - 4).collect();
                json!(format!("{number}:{kept}"))
            }
            (Kind::Int(_, greatest), value) => {
                json!(value.as_i64().unwrap_or_default().rem_euclid(greatest / 64) * 32 + number as i64)
            }
            (Kind::Domain(..), Value::Array(bytes)) => {
                let mut bytes = bytes.clone();
                bytes[31] = json!(number);
                Value::Array(bytes)
            }
            (Kind::Time, value) => later(value, number as i64),
            (kind, value) => panic!("{name}: {kind:?} {value}"),
        };
        self.set(name, value);
    }

    /// A text of these letters, one at least.
    pub(super) fn letters(&mut self, name: &str, letters: &str, most: usize) {
        if !self.is_null(name) {
            let all: Vec<char> = letters.chars().collect();
            let length = 1 + self.numbers.below(most);
            let text: String = (0..length).map(|_| all[self.numbers.below(all.len())]).collect();
            self.set(name, text);
        }
    }

    /// One element at least, if it is given.
    pub(super) fn not_empty(&mut self, name: &str) {
        if self.get(name).as_array().is_some_and(Vec::is_empty)
            && let Kind::List(element) = &self.column(name).kind
        {
            let element = value(element, &mut self.numbers);
            self.set(name, json!([element]));
        }
    }

    /// Refers to the row of this case's own number, so that rows of one case refer to different ones.
    pub(super) fn own_parent(&mut self, parents: &Parents, table: &str, columns: &[(&str, &str)]) {
        let rows = &parents[table];
        let parent = &rows[self.number % rows.len()];
        for (column, referenced) in columns {
            let key = parent[*referenced].clone();
            self.set(column, key);
        }
    }
}
