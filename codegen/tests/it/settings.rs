//! What each setting does to the generated text, and what is said of settings that do nothing.

use std::path::Path;

use expect_test::{Expect, expect};
use schemactl_codegen::{Settings, generate};
use schemactl_schema::replay::replay_text;
use schemactl_schema::source::Sources;

const SQL: &str = "
CREATE TYPE mood AS ENUM ('happy', 'on hold');
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TYPE place AS (street text, since date);
CREATE TABLE users (
    id uuid PRIMARY KEY,
    email email NOT NULL UNIQUE,
    mood mood NOT NULL,
    home place,
    balance numeric(10,2) NOT NULL DEFAULT 0,
    tags text[] NOT NULL,
    born date,
    seen timestamptz NOT NULL DEFAULT now(),
    active tstzrange,
    search tsvector,
    version integer NOT NULL DEFAULT 0
);
CREATE SCHEMA audit;
CREATE TABLE audit.log (id bigint PRIMARY KEY, user_id uuid REFERENCES public.users, said text NOT NULL);
";

/// The files, each below a line with its path.
fn generated(settings: &str) -> Vec<(String, String)> {
    let (_, replayed) = replay_text("schema.sql", SQL);
    assert!(replayed.diagnostics.is_empty(), "{:?}", replayed.diagnostics);
    let (files, _) = generate(&replayed.catalog, &Settings::parse(settings).unwrap());
    for file in &files {
        syn::parse_file(&file.text).unwrap();
    }
    files.into_iter().map(|file| (file.path.display().to_string().replace('\\', "/"), file.text)).collect()
}

fn file(settings: &str, path: &str) -> String {
    let files = generated(settings);
    files.into_iter().find(|(known, _)| known == path).unwrap_or_else(|| panic!("no file {path}")).1
}

/// The lines of a file that hold one of the words.
#[track_caller]
fn lines(settings: &str, path: &str, words: &[&str], expected: &Expect) {
    let text = file(settings, path);
    let chosen: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//") && words.iter().any(|word| line.contains(word)))
        .map(|line| format!("{}\n", line.trim_start()))
        .collect();
    expected.assert_eq(&chosen);
}

/// The findings, each on a line with its place.
fn findings(settings: &str) -> String {
    let (_, replayed) = replay_text("schema.sql", SQL);
    let mut sources = Sources::new();
    let file = sources.add("schemactl.toml", settings.to_owned());
    let mut settings = Settings::parse(settings).unwrap();
    settings.read_from(file);
    let (_, findings) = generate(&replayed.catalog, &settings);
    findings
        .iter()
        .filter(|finding| finding.code == "setting-unmatched")
        .map(|finding| {
            let place = sources.place(finding.places[0].0);
            format!("{place}: {} ({})\n", finding.message, finding.help.as_deref().unwrap_or(""))
        })
        .collect()
}

#[test]
fn an_override_is_followed_through_structs_and_signatures() {
    let settings = "
        [types]
        email = 'crate::mail::Email'
        'public.users.id' = { rust = 'crate::UserId', copy = true, hash = true }
        tsvector = { rust = 'crate::Vector', serde = true, array = false }
    ";
    lines(
        settings,
        "models/users.rs",
        &["Email", "UserId", "Vector", "derive"],
        &expect![[r#"
            use crate::{UserId, Vector};
            use crate::mail::Email;
            #[derive(Debug, Clone, PartialEq)]
            pub id: UserId,
            pub email: Email,
            pub search: Option<Vector>,
            #[derive(Debug, Clone, PartialEq)]
            pub id: UserId,
            pub email: Email,
            pub search: Option<Vector>,
            pub fn new(id: UserId, email: Email, mood: Mood, tags: Vec<String>) -> Self {
            pub fn with_search(mut self, search: Vector) -> Self {
            #[derive(Debug, Clone, PartialEq, Default)]
            pub email: Option<Email>,
            pub search: Change<Vector>,
        "#]],
    );
    lines(
        settings,
        "stores/users.rs",
        &["Email", "UserId", "Vector"],
        &expect![[r#"
            use crate::UserId;
            use crate::mail::Email;
            id: UserId,
            email: &Email,
            id: UserId,
            email: &Email,
            keys: &[UserId],
            ) -> BoxFuture<'e, Result<HashMap<UserId, User>, sqlx::Error>> {
            id: UserId,
            id: UserId,
            id: UserId,
            id: UserId,
            email: &Email,
        "#]],
    );
    let files = generated(settings);
    assert!(files.iter().all(|(path, _)| path != "domains/email.rs"), "the domain is read as another type");
    // The column of the foreign key has a name of its own.
    lines(
        settings,
        "audit/models/log.rs",
        &["user_id: Option"],
        &expect![[r#"
                pub user_id: Option<Uuid>,
                pub user_id: Option<Uuid>,
        "#]],
    );
}

#[test]
fn an_override_by_type_reaches_domains_arrays_and_attributes() {
    let settings = "types = { text = { rust = 'my_text::Text', hash = true }, 'date' = 'my_text::Day' }";
    lines(
        settings,
        "domains/email.rs",
        &["Text"],
        &expect![[r#"
            use my_text::Text;
            pub struct Email(pub Text);
            impl From<Text> for Email {
            fn from(value: Text) -> Self {
            impl From<Email> for Text {
        "#]],
    );
    lines(
        settings,
        "composites/place.rs",
        &["pub "],
        &expect![[r#"
            pub struct Place {
            pub street: Option<Text>,
            pub since: Option<Day>,
        "#]],
    );
    lines(
        settings,
        "models/users.rs",
        &["pub tags", "pub born"],
        &expect![[r#"
                pub tags: Vec<Text>,
                pub born: Option<Day>,
                pub tags: Vec<Text>,
                pub born: Option<Day>,
                pub tags: Option<Vec<Text>>,
                pub born: Change<Day>,
        "#]],
    );
}

#[test]
fn time_and_bigdecimal_stand_for_chrono_and_rust_decimal() {
    let settings = "datetime = 'time'\nnumeric = 'bigdecimal'";
    lines(
        settings,
        "models/users.rs",
        &["time::", "bigdecimal::", "pub balance", "pub born", "pub seen", "pub active"],
        &expect![[r#"
            use bigdecimal::BigDecimal;
            use time::{Date, OffsetDateTime};
            pub balance: BigDecimal,
            pub born: Option<Date>,
            pub seen: OffsetDateTime,
            pub active: Option<PgRange<OffsetDateTime>>,
            pub balance: OrDefault<BigDecimal>,
            pub born: Option<Date>,
            pub seen: OrDefault<OffsetDateTime>,
            pub active: Option<PgRange<OffsetDateTime>>,
            pub balance: Option<BigDecimal>,
            pub born: Change<Date>,
            pub seen: Option<OffsetDateTime>,
            pub active: Change<PgRange<OffsetDateTime>>,
        "#]],
    );
    assert!(generated(settings).iter().all(|(_, text)| !text.contains("chrono::")));
}

#[test]
fn renames_reach_types_fields_variants_and_modules() {
    let settings = "
        [rename]
        users = { name = 'Account', module = 'accounts' }
        'users.mood' = 'r#type'
        'public.mood' = 'Feeling'
        'public.mood.on hold' = 'Paused'
        'place.street' = 'road'
    ";
    lines(
        settings,
        "models/accounts.rs",
        &["struct", "r#type:", "rename", "Feeling"],
        &expect![[r#"
            use super::super::enums::Feeling;
            pub struct Account {
            pub r#type: Feeling,
            r#type: row.column("mood")?,
            pub struct NewAccount {
            pub r#type: Feeling,
            pub fn new(id: Uuid, email: Email, r#type: Feeling, tags: Vec<String>) -> Self {
            pub struct AccountPatch {
            pub r#type: Option<Feeling>,
        "#]],
    );
    lines(
        settings,
        "enums/mood.rs",
        &["Paused", "rename"],
        &expect![[r##"
            #[sqlx(rename = "happy")]
            #[sqlx(rename = "on hold")]
            Paused,
            pub const ALL: [Self; 2] = [Self::Happy, Self::Paused];
            Self::Paused => "on hold",
            "on hold" => Ok(Self::Paused),
        "##]],
    );
    lines(
        settings,
        "composites/place.rs",
        &["road"],
        &expect![[r#"
                pub road: Option<String>,
        "#]],
    );
    assert!(file(settings, "errors/accounts.rs").contains("pub enum AccountError"));
    assert!(file(settings, "stores/accounts.rs").contains("NewAccount"));
}

#[test]
fn derives_and_attributes_go_where_their_scope_says() {
    let settings = "
        [derive]
        rows = ['my::Row']
        'public.users' = ['my::OfUsers']
        NewUser = ['my::OfNew', 'Debug']
        [attributes]
        all = ['#[my(all)]']
        enums = ['#[non_exhaustive]']
    ";
    lines(
        settings,
        "models/users.rs",
        &["derive", "my("],
        &expect![[r#"
            #[derive(Debug, Clone, PartialEq, my::Row, my::OfUsers)]
            #[my(all)]
            #[derive(Debug, Clone, PartialEq, my::OfNew)]
            #[my(all)]
            #[derive(Debug, Clone, PartialEq, Default)]
            #[my(all)]
        "#]],
    );
    lines(
        settings,
        "audit/models/log.rs",
        &["my::"],
        &expect![[r#"
            #[derive(Debug, Clone, PartialEq, my::Row)]
        "#]],
    );
    lines(
        settings,
        "enums/mood.rs",
        &["my(", "non_ex"],
        &expect![[r#"
        #[my(all)]
        #[non_exhaustive]
    "#]],
    );
}

#[test]
fn what_is_excluded_is_not_written_and_its_types_only_where_they_are_used() {
    let paths = |settings: &str| -> Vec<String> {
        generated(settings)
            .into_iter()
            .map(|(path, _)| path)
            .filter(|path| !path.ends_with("mod.rs") && !path.starts_with("support") && path.contains('/'))
            .collect()
    };
    assert_eq!(
        paths("include = ['audit']\nstores = false\npages = false"),
        ["audit/errors/log.rs", "audit/models/log.rs"]
    );
    let kept = paths("exclude = ['audit.*', 'mood']\nstores = false\npages = false");
    assert_eq!(
        kept,
        ["composites/place.rs", "domains/email.rs", "enums/mood.rs", "errors/users.rs", "models/users.rs"]
    );
}

#[test]
fn without_stores_and_pages_only_what_the_structs_need_is_shared() {
    let text = |settings: &str| {
        let files = generated(settings);
        let shared: Vec<&str> = files
            .iter()
            .map(|(path, _)| path.as_str())
            .filter(|path| {
                path.starts_with("support") || path.starts_with("stores") || path.starts_with("pages")
            })
            .collect();
        shared.join(" ")
    };
    assert_eq!(
        text("stores = false\npages = false"),
        "support/change.rs support/mod.rs support/row.rs support/violated.rs"
    );
    assert!(!text("pages = false").contains("cursor"));
    expect![[r#"
        //! What the stores share.

        mod change;
        mod row;
        mod violated;

        pub use change::{Change, OrDefault};
        pub use row::{AnyRow, Record, RowReader};

        pub(crate) use change::some;
        pub(crate) use violated::{is_numbered, violated};
    "#]]
    .assert_eq(file("stores = false\npages = false", "support/mod.rs").split_once("\n\n").unwrap().1);
}

#[test]
fn structs_have_serde_where_somebody_wants_it() {
    let text = file("", "models/users.rs");
    assert!(!text.contains("serde"), "{text}");
    assert_eq!(file("serde = true", "audit/models/log.rs").matches("serde::Deserialize").count(), 3);
    // A column's type has no such traits: said, and the table's structs do without.
    assert!(!file("serde = true", "models/users.rs").contains("serde"));
    // A cursor holds its keys as JSON, which may be enums; and whatever holds values can derive the traits.
    assert!(file("", "enums/mood.rs").contains("impl Serialize for Mood"));
    // Attributes of serde's are for its derives.
    for settings in ["[derive]\nenums = ['serde::Serialize']", "[attributes]\nMood = ['#[serde(untagged)]']"]
    {
        let text = file(settings, "enums/mood.rs");
        assert_eq!(text.matches("Serialize").count(), 1, "{text}");
        assert!(text.contains("#[serde(rename = \"happy\")]"), "{text}");
    }
}

#[test]
fn a_version_column_gives_an_optimistic_update() {
    let settings = "version_column = 'version'";
    assert!(file(settings, "stores/users.rs").contains("pub fn update_at_version<'e>("));
    assert!(!file(settings, "audit/stores/log.rs").contains("update_at_version"));
}

#[test]
fn what_names_nothing_is_a_finding_with_its_place() {
    let text = "\
version_column = 'versoin'
include = ['public', 'adit']
[types]
'users.emial' = 'crate::Email'
geometry = 'crate::Geometry'
[rename]
'public.user' = 'Account'
'users.mood' = { module = 'feelings' }
[derive]
row = ['Eq']
Usr = ['Eq']
[dependencies]
types = '1'
";
    expect![[r#"
        schemactl.toml:5:1: `geometry` is neither a type nor a column of the schema (write it as the schema has it, `schema.name`, or take the setting out)
        schemactl.toml:4:1: `users.emial` is neither a type nor a column of the schema (did you mean `users.email`? Else take the setting out)
        schemactl.toml:2:22: `adit` matches no schema, table, type or function (did you mean `audit`? Else take the setting out)
        schemactl.toml:7:1: `public.user` is no table, column, type, label, attribute or function of the schema (did you mean `public.users`? Else take the setting out)
        schemactl.toml:8:1: `users.mood` has no module: only tables, types and functions do (take `module` out)
        schemactl.toml:11:1: `Usr` is neither a kind of types (all, rows, new, patches, enums, composites, domains, results) nor a generated type (did you mean `User`? Else take the setting out)
        schemactl.toml:10:1: `row` is neither a kind of types (all, rows, new, patches, enums, composites, domains, results) nor a generated type (did you mean `rows`? Else take the setting out)
        schemactl.toml:1:18: `versoin` is no column of a generated table that is NOT NULL and smallint, integer or bigint (did you mean `version`? Else take the setting out)
        schemactl.toml:13:1: `types` is about a generated `Cargo.toml`, and none is written (name the crate, `crate = "name"`, or take the setting out)
    "#]]
    .assert_eq(&findings(text));
}

#[test]
fn what_is_no_rust_is_refused_with_its_place() {
    let refused = |text: &str| Settings::parse(text).unwrap_err().to_string();
    expect![[r#"
        error[settings-invalid]: unknown setting `typs`
         --> schemactl.toml:1:1
          |
        1 | typs = {}
          | ^^^^
          |
          = note: it can be `out`, `crate`, `layout`, `datetime`, `numeric`, `version_column`, `stores`, `pages`, `functions`, `serde`, `include`, `exclude`, `types`, `rename`, `derive`, `attributes`, `dependencies`
          = help: did you mean `types`?
        error[settings-invalid]: unknown value `tme`
         --> schemactl.toml:1:12
          |
        1 | datetime = 'tme'
          |            ^^^^^
          |
          = note: it can be `chrono` or `time`
          = help: did you mean `time`?
        error[settings-invalid]: `not a path` is not the path of a Rust type, such as `crate::Email`
         --> schemactl.toml:2:8
          |
        2 | text = 'not a path'
          |        ^^^^^^^^^^^^
        error[settings-invalid]: unknown setting `cpy`
         --> schemactl.toml:2:27
          |
        2 | text = { rust = 'String', cpy = true }
          |                           ^^^
          |
          = note: it can be `rust`, `copy`, `hash`, `serde`, `array`, `feature`
          = help: did you mean `copy`?
        error[settings-invalid]: invalid type: integer `7`, expected the path of a Rust type, or a table { rust = "path", copy, hash, serde, array, feature }
         --> schemactl.toml:2:8
          |
        2 | text = 7
          |        ^
        error[settings-invalid]: `type` is not a name in Rust (a keyword is written raw: `r#type`)
         --> schemactl.toml:2:9
          |
        2 | users = 'type'
          |         ^^^^^^
        error[settings-invalid]: `not one` is not the path of a derive macro, such as `my_crate::Sortable`
         --> schemactl.toml:2:8
          |
        2 | rows = ['Eq', 'not one']
          |        ^^^^^^^^^^^^^^^^^
        error[settings-invalid]: `my(attribute)` is not an attribute on one line, such as `#[my_crate(option)]`
         --> schemactl.toml:2:8
          |
        2 | rows = ['my(attribute)']
          |        ^^^^^^^^^^^^^^^^^"#]].assert_eq(
        &[
            refused("typs = {}"),
            refused("datetime = 'tme'"),
            refused("[types]\ntext = 'not a path'"),
            refused("[types]\ntext = { rust = 'String', cpy = true }"),
            refused("[types]\ntext = 7"),
            refused("[rename]\nusers = 'type'"),
            refused("[derive]\nrows = ['Eq', 'not one']"),
            refused("[attributes]\nrows = ['my(attribute)']"),
        ]
        .join("\n"),
    );
}

#[test]
fn the_root_says_what_it_was_made_of() {
    let second = |sql: &str, settings: &str| {
        let (_, replayed) = replay_text("schema.sql", sql);
        let settings = Settings::parse(settings).unwrap();
        let (files, _) = generate(&replayed.catalog, &settings);
        let root = files.into_iter().find(|file| file.path == Path::new("lib.rs")).unwrap();
        root.text.lines().nth(1).unwrap().to_owned()
    };
    let line = second("CREATE TABLE a (b integer);", "");
    let (schema, settings) =
        line.strip_prefix("// Schema ").and_then(|line| line.split_once(", settings ")).unwrap();
    assert!([schema, settings].iter().all(|hash| hash.len() == 16), "{line}");
    // The same schema by other migrations, and the same settings in another form, are the same.
    assert_eq!(second("CREATE TABLE a ();ALTER TABLE a ADD b int;", "types = {}"), line);
    let other = second("CREATE TABLE a (b integer, c integer);", "");
    assert!(other != line && other.ends_with(settings), "{other}");
    let other = second("CREATE TABLE a (b integer);", "pages = false");
    assert!(other != line && other.contains(schema), "{other}");
    // Where it is written is no part of it.
    assert_eq!(second("CREATE TABLE a (b integer);", "out = 'other/src'"), line);
}
