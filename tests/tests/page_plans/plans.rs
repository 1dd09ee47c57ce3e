//! The plans that the server makes for pages, and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use schemactl_generated::support::{Order, Page, Pages};
use serde_json::Value;
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection as _};

/// How many rows a page is asked for; the statement takes one more.
const LIMIT: &str = "51";

/// An index as the server has it: its keys as SQL with their directions, and the indexes of the partitions.
struct Index {
    keys: Vec<String>,
    parts: BTreeSet<String>,
}

pub(super) struct Plans {
    db: PgConnection,
    indexes: BTreeMap<String, Index>,
    pub(super) wrong: Vec<String>,
    /// How many plans were looked at, by what they were of.
    looked: BTreeMap<&'static str, usize>,
}

/// A function over the rows with given leading keys, by its name; it takes them from a row.
type Fixed<O> = (&'static str, fn(&<O as Order>::Row) -> Pages<O>);

/// What is asked of one function.
struct Asked {
    name: &'static str,
    /// How many of the leading keys are given.
    given: usize,
    /// Where in all pages a row stands that has the values of the leading keys.
    row: usize,
    /// Where in its pages, from either end, the row stands that the cursor is at.
    from: usize,
    /// The first page and the last.
    first: [String; 2],
    /// The page after a cursor, and the one before a cursor.
    beyond: [Option<String>; 2],
}

impl Plans {
    pub(super) async fn new(mut db: PgConnection) -> Self {
        let listed: Vec<(String, Vec<String>, Vec<String>)> = sqlx::query_as(
            "SELECT i.indexrelid::regclass::text,
                 ARRAY(SELECT pg_get_indexdef(i.indexrelid, n, true) || ' ' || i.indoption[n - 1]
                       FROM generate_series(1, i.indnkeyatts) AS g (n) ORDER BY n),
                 ARRAY(SELECT relid::text FROM pg_partition_tree(i.indexrelid) WHERE relid <> i.indexrelid)
             FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
             WHERE c.relnamespace = 'public'::regnamespace AND i.indpred IS NULL",
        )
        .fetch_all(&mut db)
        .await
        .unwrap();
        let indexes = listed
            .into_iter()
            .map(|(name, keys, parts)| (name, Index { keys, parts: parts.into_iter().collect() }))
            .collect();
        Self { db, indexes, wrong: Vec::new(), looked: BTreeMap::new() }
    }

    /// Looks at the plans of one order's functions: that over all rows, and those for given leading keys.
    pub(super) async fn order<O: Order>(
        &mut self,
        table: &'static str,
        index: &'static str,
        columns: &[&str],
        all: (&'static str, fn() -> Pages<O>),
        of: &[Fixed<O>],
    ) {
        let mut ends = [40, 1].into_iter();
        let (mut page, mut last) = (Page { rows: Vec::new(), next: None, previous: None }, None);
        // Far enough in that there are values, and not at the end.
        while let (None, Some(limit)) = (&page.next, ends.next()) {
            page = fetch(&mut self.db, all.1().limit(limit)).await;
            last = Some(fetch(&mut self.db, all.1().last().limit(limit)).await);
        }
        let from = page.rows.len().saturating_sub(1);
        let mut asked = vec![Asked {
            name: all.0,
            given: 0,
            row: 0,
            from,
            first: [sql(&all.1()), sql(&all.1().last())],
            beyond: [
                page.next.map(|next| sql(&all.1().after(next))),
                last.and_then(|last| last.previous).map(|previous| sql(&all.1().before(previous))),
            ],
        }];
        let rows =
            if of.is_empty() { Vec::new() } else { fetch(&mut self.db, all.1().limit(500)).await.rows };
        for (given, (name, pages)) in of.iter().enumerate() {
            // A row that shares its leading values with another.
            let mut found = None;
            for (at, row) in rows.iter().enumerate() {
                if let Some(next) = fetch(&mut self.db, pages(row).limit(1)).await.next {
                    found = Some((at, next));
                    break;
                }
            }
            let Some((at, next)) = found else {
                self.wrong.push(format!("{table}::{name}: no two rows share the leading values"));
                continue;
            };
            let row = &rows[at];
            let last = fetch(&mut self.db, pages(row).last().limit(1)).await;
            asked.push(Asked {
                name,
                given: given + 1,
                row: at,
                from: 0,
                first: [sql(&pages(row)), sql(&pages(row).last())],
                beyond: [
                    Some(sql(&pages(row).after(next))),
                    last.previous.map(|previous| sql(&pages(row).before(previous))),
                ],
            });
        }
        self.look(table, index, columns, &asked).await;
    }

    /// What does not depend on the order's type.
    async fn look(&mut self, table: &str, index: &str, columns: &[&str], asked: &[Asked]) {
        for one in asked {
            let row = self.keys(columns, &asked[0].first[0], &[], one.row).await;
            let given: Vec<String> = row[..one.given].iter().flatten().cloned().collect();
            let ways = [["first page", "page after a cursor"], ["last page", "page before a cursor"]];
            for (at, [first, beyond]) in ways.into_iter().enumerate() {
                let name = format!("{table}::{}", one.name);
                self.hold(index, columns, &name, first, &one.first[at], &given).await;
                let Some(sql) = &one.beyond[at] else {
                    self.wrong.push(format!("{name}: there is no {beyond}"));
                    continue;
                };
                let position = self.keys(columns, &one.first[at], &given, one.from).await;
                let mut values = given.clone();
                values.extend(position[one.given..].iter().flatten().cloned());
                self.hold(index, columns, &name, beyond, sql, &values).await;
            }
        }
    }

    /// The keys of the row at an offset of a page.
    async fn keys(
        &mut self,
        columns: &[&str],
        page: &str,
        given: &[String],
        offset: usize,
    ) -> Vec<Option<String>> {
        let keys: Vec<String> = columns.iter().map(|column| format!("{column}::text")).collect();
        let page = with_values(page, given, &format!("1 OFFSET {offset}"));
        let sql = format!("SELECT ARRAY[{}] FROM ({page}) AS page", keys.join(", "));
        sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut self.db).await.unwrap()
    }

    /// Holds one statement to its index.
    async fn hold(
        &mut self,
        index: &str,
        columns: &[&str],
        name: &str,
        way: &'static str,
        sql: &str,
        values: &[String],
    ) {
        *self.looked.entry(way).or_default() += 1;
        let sql = with_values(sql, values, LIMIT);
        // Tables of few rows, and of few for each value of a leading column, are read otherwise for good reasons: so the
        // planner is told not to where it can do without.
        let plan = self.explain(&sql, index, false).await;
        if self.complaints(&plan, index, columns).is_empty() {
            return;
        }
        // Without any sort it takes another index for rows that tie in all keys of the right one, or that other keys
        // tell sooner, and this index must do without the others.
        let plan = self.explain(&sql, index, true).await;
        let said = self.complaints(&plan, index, columns);
        if !said.is_empty() {
            self.wrong.push(format!("{name}, {way}, by {index}: {}\n{sql}\n{plan:#}", said.join(", ")));
        }
    }

    /// The plan of a statement, made without scans of whole tables and without sorts where there is another way;
    /// `alone`: as if the table had no other index.
    async fn explain(&mut self, sql: &str, index: &str, alone: bool) -> Value {
        let mut transaction = self.db.begin().await.unwrap();
        for setting in ["enable_seqscan", "enable_bitmapscan", "enable_sort"] {
            let set = sqlx::query("SELECT set_config($1, 'off', true)").bind(setting);
            set.execute(&mut *transaction).await.unwrap();
        }
        if alone {
            let hidden = sqlx::query(
                "UPDATE pg_index SET indisvalid = false
                 WHERE indrelid IN (
                     SELECT i.indrelid FROM pg_partition_tree($1::regclass) p JOIN pg_index i ON i.indexrelid = p.relid
                     UNION SELECT indrelid FROM pg_index WHERE indexrelid = $1::regclass
                 ) AND indexrelid <> $1::regclass
                   AND indexrelid NOT IN (SELECT relid FROM pg_partition_tree($1::regclass))",
            );
            hidden.bind(index).execute(&mut *transaction).await.unwrap();
        }
        let explained: Value = sqlx::query_scalar(AssertSqlSafe(format!("EXPLAIN (FORMAT json) {sql}")))
            .fetch_one(&mut *transaction)
            .await
            .unwrap();
        transaction.rollback().await.unwrap();
        explained[0]["Plan"].clone()
    }

    /// What a plan does beside walking the index and sorting what ties in it.
    fn complaints(&self, plan: &Value, index: &str, columns: &[&str]) -> Vec<String> {
        let ties = &columns[self.indexes[index].keys.len()..];
        let mut said = Vec::new();
        let mut scans = 0;
        for node in nodes(plan) {
            match node["Node Type"].as_str().unwrap() {
                "Index Scan" | "Index Only Scan" => {
                    scans += 1;
                    let used = node["Index Name"].as_str().unwrap();
                    if !self.serves(used, index) {
                        said.push(format!("walks {used}"));
                    }
                }
                "Sort" | "Incremental Sort" if !is_of_ties(node, ties) && !is_of_pages(node) => {
                    said.push(format!("sorts by {}", node["Sort Key"]));
                }
                kind if kind.ends_with("Scan") && kind != "Subquery Scan" => {
                    said.push(format!("does a {kind}"));
                }
                _ => {}
            }
        }
        if scans == 0 {
            said.push("walks no index".to_owned());
        }
        said
    }

    /// Whether an index is the wanted one, a partition's part of it, or one that begins with the same keys.
    fn serves(&self, used: &str, wanted: &str) -> bool {
        let index = &self.indexes[wanted];
        used == wanted
            || index.parts.contains(used)
            || self.indexes.get(used).is_some_and(|other| other.keys.starts_with(&index.keys))
    }

    /// How many plans were looked at, by what they were of.
    pub(super) fn told(&self) -> String {
        self.looked.iter().map(|(way, count)| format!("{count} of the {way}\n")).collect()
    }
}

async fn fetch<O: Order>(db: &mut PgConnection, pages: Pages<O>) -> Page<O> {
    pages.fetch(db).await.unwrap_or_else(|error| panic!("{}: {error}", O::NAME))
}

fn sql<O: Order>(pages: &Pages<O>) -> String {
    pages.sql().unwrap()
}

/// Whether a sort is of rows that are equal in all keys of the index: by its last keys alone, the others being there in
/// order already or the same for all rows.
fn is_of_ties(node: &Value, ties: &[&str]) -> bool {
    let keys = node["Sort Key"].as_array().unwrap();
    let sorted = node["Presorted Key"].as_array().map_or(0, Vec::len);
    keys[sorted..].iter().all(|key| {
        let column = key.as_str().unwrap().split(' ').next().unwrap();
        ties.contains(&column.rsplit('.').next().unwrap())
    })
}

/// Whether a sort is of a few pages, one a branch of the statement.
fn is_of_pages(node: &Value) -> bool {
    let is_page = |node: &Value| {
        let page = if node["Node Type"] == "Subquery Scan" { &node["Plans"][0] } else { node };
        page["Node Type"] == "Limit"
    };
    let below = &node["Plans"][0];
    is_page(below) || below["Node Type"] == "Append" && below["Plans"].as_array().unwrap().iter().all(is_page)
}

/// Every node of a plan.
fn nodes(plan: &Value) -> Vec<&Value> {
    let mut found = vec![plan];
    for below in plan["Plans"].as_array().into_iter().flatten() {
        found.extend(nodes(below));
    }
    found
}

/// Puts values in the place of the parameters, each of which is cast to its type where it stands, and the limit in that of
/// the last, so that the planner sees what it sees when a page is fetched.
fn with_values(sql: &str, values: &[String], limit: &str) -> String {
    let mut out = String::new();
    let mut rest = sql;
    while let Some(at) = rest.find('$') {
        out += &rest[..at];
        let digits = rest[at + 1..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - at - 1);
        let number: usize = rest[at + 1..at + 1 + digits].parse().unwrap();
        match values.get(number - 1) {
            Some(value) => {
                let _ = write!(out, "'{}'", value.replace('\'', "''"));
            }
            None => {
                assert_eq!(number, values.len() + 1, "only the limit has no value: {sql}");
                out += limit;
            }
        }
        rest = &rest[at + 1 + digits..];
    }
    out + rest
}
