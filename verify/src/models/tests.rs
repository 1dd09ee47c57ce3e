//! Each way in which a model can leave its table is its very own finding.

use expect_test::{Expect, expect};
use schemactl_schema::source::Sources;

use super::*;
use crate::test_schema::{Builder, lines};

/// Compares models with a small schema; a finding a line.
#[track_caller]
fn check(rust: &str, author: Author, expected: &Expect) -> Comparison {
    check_with(rust, author, &Config::default(), expected)
}

#[track_caller]
fn check_with(rust: &str, author: Author, config: &Config, expected: &Expect) -> Comparison {
    let mut schema = Builder::new();
    schema.enumeration("mood_enum", "glad no_match sad");
    schema.table(
        "users",
        "id uuid!=, email varchar!, nick text, tags text[]!=, mood mood_enum!, score numeric!=, seen_at timestamptz",
    );
    let (catalog, mut sources) = schema.finish();
    let mut findings = Vec::new();
    let file = sources.add("a.rs", rust.to_owned());
    let models = ModelSet::parse(vec![ModelFile { file, author }], &sources, &mut findings);
    let compared = compare(&models, &catalog, config);
    findings.extend(compared.findings.iter().cloned());
    expected.assert_eq(&lines(&findings, &sources));
    compared
}

const USER: &str = "
use chrono::{DateTime, Utc};
#[derive(sqlx::FromRow)]
pub struct User {
    pub id: uuid::Uuid,
    pub email: String,
    pub nick: Option<String>,
    pub tags: Vec<String>,
    pub mood: MoodEnum,
    pub score: rust_decimal::Decimal,
    pub seen_at: Option<DateTime<Utc>>,
}
#[derive(sqlx::Type)]
#[sqlx(type_name = \"mood_enum\", rename_all = \"snake_case\")]
pub enum MoodEnum { Glad, NoMatch, Sad }
";

/// The model above, with one line changed.
fn changed(from: &str, to: &str) -> String {
    assert!(USER.contains(from), "{from}");
    USER.replace(from, to)
}

#[test]
fn a_type_that_the_settings_name_is_right() {
    let generate = "
        [generate.types]
        varchar = 'crate::Email'
        'users.tags' = 'crate::Tags'
        mood_enum = 'crate::Feeling'
    ";
    let config = Config::parse(std::path::Path::new("schemactl.toml"), generate).unwrap();
    let rust = changed("email: String", "email: Email")
        .replace("tags: Vec<String>", "tags: crate::Tags")
        .replace("mood: MoodEnum", "mood: Feeling");
    let (rust, _) = rust.split_once("#[derive(sqlx::Type)]").unwrap();
    let compared = check_with(rust, Author::Generator, &config, &expect![""]);
    assert_eq!(compared.structs[0].unknown, 0);
    // Without the settings they are types that nobody knows.
    let compared = compare(
        &{
            let mut sources = Sources::new();
            let file = sources.add("a.rs", rust.to_owned());
            ModelSet::parse(vec![ModelFile { file, author: Author::Generator }], &sources, &mut Vec::new())
        },
        &{
            let mut schema = Builder::new();
            schema.table("users", "id uuid!=, email varchar!");
            schema.finish().0
        },
        &Config::default(),
    );
    assert_eq!(compared.structs[0].unknown, 1);
}

#[test]
fn a_model_that_agrees_says_nothing() {
    let compared = check(USER, Author::Generator, &expect![""]);
    assert_eq!((compared.structs[0].fields, compared.structs[0].unread.len()), (7, 0));
    assert_eq!(compared.enums[0].matched, 3);
    check(USER, Author::People, &expect![""]);
}

#[test]
fn a_deleted_field_is_missing() {
    let rust = changed("    pub email: String,\n", "");
    check(
        &rust,
        Author::Generator,
        &expect![[r"
        Error model-field-missing: `User` has no field for column public.users.email [a.rs:4:12 m.sql:7:1]
    "]],
    );
    check(
        &rust,
        Author::People,
        &expect![[r"
        Warning model-field-missing: `User` has no field for column public.users.email [a.rs:4:12 m.sql:7:1]
    "]],
    );
    // What can be left out when a row is inserted may be left out of a model that people wrote.
    let rust = changed("    pub nick: Option<String>,\n", "");
    check(
        &rust,
        Author::Generator,
        &expect![[r"
        Error model-field-missing: `User` has no field for column public.users.nick [a.rs:4:12 m.sql:8:1]
    "]],
    );
    let compared = check(&rust, Author::People, &expect![""]);
    assert_eq!(compared.structs[0].unread, ["nick"]);
}

#[test]
fn a_changed_type_is_a_mismatch() {
    check(
        &changed("email: String", "email: i64"),
        Author::Generator,
        &expect![[r"
        Error model-type-mismatch: `User.email` is `i64`, but column public.users.email is character varying [a.rs:6:16 m.sql:7:1]
    "]],
    );
    check(
        &changed("tags: Vec<String>", "tags: String"),
        Author::People,
        &expect![[r"
        Error model-type-mismatch: `User.tags` is `String`, but column public.users.tags is text[] [a.rs:8:15 m.sql:9:1]
    "]],
    );
    check(
        &changed("mood: MoodEnum", "mood: String"),
        Author::People,
        &expect![[r"
        Error model-type-mismatch: `User.mood` is `String`, but column public.users.mood is public.mood_enum [a.rs:9:15 m.sql:10:1]
    "]],
    );
    check(
        &changed("score: rust_decimal::Decimal", "score: f64"),
        Author::People,
        &expect![[r"
        Error model-type-mismatch: `User.score` is `f64`, but column public.users.score is numeric [a.rs:10:16 m.sql:11:1]
        Warning model-float-for-exact: `User.score` keeps money or a score as `f64` [a.rs:10:16 m.sql:11:1]
    "]],
    );
    check(
        &changed("email: String", "email: Email"),
        Author::People,
        &expect![[r"
        Info model-type-unknown: `User.email` was not compared with column public.users.email (character varying): `Email` is not defined in the files that were read [a.rs:6:16 m.sql:7:1]
    "]],
    );
}

#[test]
fn option_must_follow_null() {
    check(
        &changed("email: String", "email: Option<String>"),
        Author::Generator,
        &expect![[r"
        Error model-option-on-not-null: `User.email` is `Option<String>`, but column public.users.email is NOT NULL [a.rs:6:16 m.sql:7:1]
    "]],
    );
    check(
        &changed("email: String", "email: Option<String>"),
        Author::People,
        &expect![[r"
        Warning model-option-on-not-null: `User.email` is `Option<String>`, but column public.users.email is NOT NULL [a.rs:6:16 m.sql:7:1]
    "]],
    );
    check(
        &changed("nick: Option<String>", "nick: String"),
        Author::People,
        &expect![[r"
        Error model-nullable-into-plain: `User.nick` is `String`, but column public.users.nick may be NULL [a.rs:7:15 m.sql:8:1]
    "]],
    );
}

#[test]
fn an_unknown_field_has_no_column() {
    check(
        &changed("pub email", "pub emial"),
        Author::People,
        &expect![[r"
        Error model-field-unknown: `User.emial` has no column in public.users [a.rs:6:9 m.sql:5:1]
        Warning model-field-missing: `User` has no field for column public.users.email [a.rs:4:12 m.sql:7:1]
    "]],
    );
    check(
        &changed("pub nick", "#[sqlx(rename = \"name\")] pub nick"),
        Author::People,
        &expect![[r"
        Error model-field-unknown: `User.nick` (renamed to `name`) has no column in public.users [a.rs:7:34 m.sql:5:1]
    "]],
    );
}

#[test]
fn attributes_rename_skip_flatten_and_convert() {
    check(
        "
        type Id = uuid::Uuid;
        #[derive(sqlx::Type)] #[sqlx(transparent)] struct Email(String);
        #[derive(sqlx::FromRow)]
        #[sqlx(rename_all = \"snake_case\")]
        struct User {
            id: Id,
            #[sqlx(rename = \"email\")] address: Email,
            #[sqlx(flatten)] rest: Rest,
            #[sqlx(skip)] cached: Vec<u64>,
            #[sqlx(try_from = \"String\")] nick: Option<Nick>,
        }
        struct Rest { seenAt: Option<chrono::DateTime<chrono::Utc>>, r#mood: Mood }
        #[derive(sqlx::Type)] #[sqlx(type_name = \"public.mood_enum\", rename_all = \"snake_case\")]
        enum Mood { Glad, NoMatch, Sad }
        ",
        Author::People,
        &expect![[r"
            Error model-field-unknown: `User.seenAt` has no column in public.users [a.rs:13:23 m.sql:5:1]
            Error model-nullable-into-plain: `User.nick` is `String`, but column public.users.nick may be NULL [a.rs:11:48 m.sql:8:1]
        "]],
    );
}

#[test]
fn variants_are_compared_with_labels() {
    check(
        &changed("NoMatch, Sad", "Sad"),
        Author::Generator,
        &expect![[r"
        Error enum-variant-missing: `MoodEnum` has no variant for the label 'no_match' of public.mood_enum [a.rs:15:10 m.sql:3:1]
    "]],
    );
    check(
        &changed("NoMatch, Sad", "NoMatch, Sad, Angry"),
        Author::People,
        &expect![[r"
        Error enum-variant-extra: `MoodEnum::Angry` stands for 'angry', which is no label of public.mood_enum [a.rs:15:41 m.sql:1:1]
    "]],
    );
    check(
        &changed(", rename_all = \"snake_case\"", ", rename_all = \"lowercase\""),
        Author::People,
        &expect![[r"
        Error enum-variant-renamed: `MoodEnum::NoMatch` stands for 'nomatch', but the label of public.mood_enum is 'no_match' [a.rs:15:27 m.sql:3:1]
    "]],
    );
    check(
        &changed("derive(sqlx::Type)]", "derive(sqlx::Type, PartialOrd)]")
            .replace("NoMatch, Sad", "Sad, NoMatch"),
        Author::People,
        &expect![[r"
            Warning enum-variant-order: `MoodEnum` sorts 'sad' before 'no_match', and public.mood_enum sorts it after [a.rs:15:32 m.sql:1:1]
        "]],
    );
}

#[test]
fn a_struct_is_matched_by_attribute_settings_or_name() {
    check(
        "#[diesel(table_name = users)] struct NewUser { email: String }",
        Author::People,
        &expect![[r"
        Warning model-field-missing: `NewUser` has no field for column public.users.mood [a.rs:1:38 m.sql:10:1]
    "]],
    );
    check(
        "#[schemactl(table = \"public.people\")] struct Person { id: u8 }",
        Author::People,
        &expect![[r"
        Error model-table-missing: `Person` maps table `public.people`, as its attribute says, and there is no such table [a.rs:1:46]
    "]],
    );
    check(
        "#[derive(FromRow)] struct Total { n: i64 } struct Request { id: u8 }",
        Author::People,
        &expect![[r"
        Warning model-table-unknown: `Total` reads rows, and no table or view is named `total` or `totals` [a.rs:1:27]
    "]],
    );
    let mut config = Config::default();
    config.models.map.insert("Account".into(), "users".into());
    config.models.ignore.push("Total".into());
    check_with(
        "struct Account { email: u64 } #[derive(FromRow)] struct Total { n: i64 }",
        Author::People,
        &config,
        &expect![[r"
            Error model-type-mismatch: `Account.email` is `u64`, but column public.users.email is character varying [a.rs:1:25 m.sql:7:1]
            Warning model-field-missing: `Account` has no field for column public.users.mood [a.rs:1:8 m.sql:10:1]
        "]],
    );
}

#[test]
fn a_struct_with_a_tables_name_alone_is_no_model() {
    let compared =
        check("#[derive(Clone, serde::Deserialize)] struct User { phone: i8 }", Author::People, &expect![""]);
    assert!(compared.structs.is_empty());
    assert_eq!(compared.undeclared, [0]);
    // What the generator writes is a model by where it stands.
    check(
        "struct User { phone: i8, id: Uuid, email: String, nick: Option<String>, tags: Vec<String>, mood: MoodEnum, score: Decimal, seen_at: Option<DateTime<Utc>> }
         #[sqlx(rename_all = \"snake_case\")] enum MoodEnum { Glad, NoMatch, Sad }",
        Author::Generator,
        &expect![[r"
            Error model-field-unknown: `User.phone` has no column in public.users [a.rs:1:15 m.sql:5:1]
        "]],
    );
}

#[test]
fn a_flattened_struct_is_a_part_of_another_and_no_model_by_itself() {
    let compared = check(
        "
        #[derive(FromRow)] struct User {
            id: Uuid, email: String, mood: MoodEnum,
            #[sqlx(flatten)] times: Times,
            #[sqlx(flatten)] rest: Mine,
        }
        #[derive(FromRow)] struct Times { seen_at: Option<DateTime<Utc>> }
        #[derive(FromRow)] struct Mine { nick: Option<String>, wrong: i8 }
        #[derive(FromRow)] struct Both { #[sqlx(flatten)] user: User, n: i64 }
        #[sqlx(rename_all = \"snake_case\")] enum MoodEnum { Glad, NoMatch, Sad }
        ",
        Author::People,
        &expect![[r"
            Warning model-table-unknown: `Both` reads rows, and no table or view is named `both` or `boths` [a.rs:9:35]
            Error model-field-unknown: `User.wrong` has no column in public.users [a.rs:8:64 m.sql:5:1]
        "]],
    );
    assert_eq!(compared.structs.len(), 1);
}

#[test]
fn a_flattened_struct_that_has_the_name_of_a_table_is_not_held_to_it() {
    let compared = check(
        "
        #[derive(FromRow)] #[schemactl(table = \"users\")]
        struct Account { id: Uuid, email: String, mood: MoodEnum, #[sqlx(flatten)] part: User }
        #[derive(FromRow)] struct User { nick: Option<String> }
        #[sqlx(rename_all = \"snake_case\")] enum MoodEnum { Glad, NoMatch, Sad }
        ",
        Author::People,
        &expect![[""]],
    );
    expect![[r"
        compared as a part of `Account` only, which flattens it: `[models.map]` of schemactl.toml can say that it has a table of its own
    "]].assert_eq(&not_compared(&compared));
}

#[test]
fn a_field_with_a_default_needs_no_column() {
    let rust = changed("pub nick", "#[sqlx(default)] pub extra: i8, pub nick");
    check(
        &rust,
        Author::People,
        &expect![[r"
        Info model-field-unknown: `User.extra` has no column in public.users: it has its default [a.rs:7:26 m.sql:5:1]
    "]],
    );
    let rust = changed("pub struct User {", "#[sqlx(default)] pub struct User { extra: i8,");
    check(
        &rust,
        Author::People,
        &expect![[r"
        Info model-field-unknown: `User.extra` has no column in public.users: it has its default [a.rs:4:36 m.sql:5:1]
    "]],
    );
}

/// What was not compared, a line each.
fn not_compared(compared: &Comparison) -> String {
    let structs = compared.not_compared.iter().map(|entry| entry.reason.clone());
    let fields = compared.structs.iter().flat_map(|item| item.not_checked.clone());
    let enums = compared.enums.iter().flat_map(|item| item.not_checked.clone());
    structs.chain(fields).chain(enums).map(|line| line + "\n").collect()
}

#[test]
fn what_depends_on_the_build_is_neither_right_nor_wrong() {
    let told = |rust: &str, findings: &Expect, reasons: &Expect| {
        let compared = check(rust, Author::People, findings);
        reasons.assert_eq(&not_compared(&compared));
    };
    // A struct.
    told(
        &changed("pub struct User {", "#[cfg(feature = \"a\")] pub struct User { wrong: i8,"),
        &expect![[""]],
        &expect![[r#"
            not compared: it depends on `#[cfg(feature = "a")]`
        "#]],
    );
    told(
        &changed("#[derive(sqlx::FromRow)]", "#[cfg_attr(feature = \"a\", derive(sqlx::FromRow))]"),
        &expect![[""]],
        &expect![[r#"
            not compared: it depends on `#[cfg_attr(feature = "a", …)]`
        "#]],
    );
    // Through its module.
    told(
        "#[cfg(unix)] mod m { #[derive(FromRow)] struct User { wrong: i8 } }",
        &expect![[""]],
        &expect![[r"
            not compared: it depends on `#[cfg(unix)]`
        "]],
    );
    // A field, one that has no column, and one whose type depends on the build.
    told(
        &changed("pub email", "#[cfg(any(a, b))] pub wrong: i8, #[cfg_attr(a, sqlx(skip))] pub email"),
        &expect![""],
        &expect![[r"
            `wrong` not compared: it depends on `#[cfg(any(a, b))]`
            `email` not compared: it depends on `#[cfg_attr(a, …)]`
        "]],
    );
    told(
        &(changed("email: String", "email: Email") + "#[cfg(a)] #[derive(sqlx::Type)] struct Email(i8);"),
        &expect![[r"
            Info model-type-unknown: `User.email` was not compared with column public.users.email (character varying): `Email` depends on `#[cfg(a)]` [a.rs:6:16 m.sql:7:1]
        "]],
        &expect![[""]],
    );
    // A variant, and an enum.
    told(
        &changed("NoMatch, Sad", "#[cfg(a)] NoMatch, #[cfg(b)] Wrong, Sad"),
        &expect![[""]],
        &expect![[r"
            `NoMatch` not compared: it depends on `#[cfg(a)]`
            `Wrong` not compared: it depends on `#[cfg(b)]`
        "]],
    );
    told(
        &changed("pub enum MoodEnum", "#[cfg(a)] pub enum MoodEnum"),
        &expect![[r"
        Info model-type-unknown: `User.mood` was not compared with column public.users.mood (public.mood_enum): `MoodEnum` depends on `#[cfg(a)]` [a.rs:9:15 m.sql:10:1]
    "]],
        &expect![[r"
        not compared: it depends on `#[cfg(a)]`
    "]],
    );
    // A FromRow that people wrote.
    told(
        "struct User { wrong: i8 } impl<'r> sqlx::FromRow<'r, PgRow> for User { }",
        &expect![[""]],
        &expect![[r"
            not compared: it implements FromRow with code of its own, which is not read
        "]],
    );
}

#[test]
fn what_every_build_has_is_compared() {
    // Attributes that map nothing, and what is there in tests only.
    let rust = changed(
        "pub email",
        "#[cfg(test)] pub wrong: i8, #[cfg(not(test))] #[cfg_attr(feature = \"serde\", serde(skip))] pub email",
    ) + "#[cfg(all(test, unix))] #[derive(FromRow)] struct Fake { a: i8 }";
    let compared = check(&rust, Author::People, &expect![""]);
    assert_eq!((compared.structs[0].fields, not_compared(&compared).as_str()), (7, ""));
}

#[test]
fn entries_of_the_map_that_name_nothing_are_findings() {
    let mut config = Config::default();
    config.models.map.insert("Gone".into(), "public.nope".into());
    config.models.map.insert("Lost".into(), "users".into());
    check_with(
        "",
        Author::People,
        &config,
        &expect![[r"
        Warning model-map-unused: `[models.map]` of schemactl.toml maps `Gone`, and no file that was read defines such a struct []
        Error model-table-missing: `[models.map]` of schemactl.toml maps `Gone` to table `public.nope`, and there is no such table []
        Warning model-map-unused: `[models.map]` of schemactl.toml maps `Lost`, and no file that was read defines such a struct []
    "]],
    );
}

#[test]
fn models_out_of_sight_are_named() {
    let mut sources = Sources::new();
    let rust = "
        model! { User }
        thread_local! { static A: u8 = 1; }
        macro_rules! made { () => { struct A; } }
        macro_rules! harmless { ($a:expr) => { const A: u8 = $a; } }
        made!();
        harmless!(1);
        fn f() { if true { #[derive(sqlx::FromRow)] struct Row { a: i8 } } struct Plain; }
        impl User { async fn g() { #[derive(sqlx::Type)] enum E { A } } }
        #[cfg(test)] mod tests { fn f() { #[derive(FromRow)] struct Row {} } }
        #[test] fn t() { #[derive(FromRow)] struct Row {} }
    ";
    let file = sources.add("a.rs", rust.to_owned());
    let models = ModelSet::parse(vec![ModelFile { file, author: Author::People }], &sources, &mut Vec::new());
    let told: Vec<String> =
        models.not_read.iter().map(|entry| format!("{} {}", sources.place(entry.span), entry.what)).collect();
    expect![[r"
        a.rs:2:9 what `model!` expands to: it may define structs and enums
        a.rs:6:9 what `made!` expands to: it may define structs and enums
        a.rs:8:60 the struct `Row` inside of a function
        a.rs:9:63 the enum `E` inside of a function"]]
    .assert_eq(&told.join("\n"));
}

#[cfg(unix)]
#[test]
fn a_folder_is_entered_once_whatever_links_lead_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let src = folder.path().join("src");
    std::fs::create_dir_all(src.join("b")).unwrap();
    std::fs::write(src.join("b/user.rs"), "struct User {}").unwrap();
    std::os::unix::fs::symlink(&src, src.join("b/loop")).unwrap();
    std::os::unix::fs::symlink(src.join("b"), src.join("a")).unwrap();
    // From elsewhere, only a link leads there.
    let other = folder.path().join("other");
    std::fs::create_dir_all(&other).unwrap();
    std::fs::write(other.join("group.rs"), "struct Group {}").unwrap();
    std::os::unix::fs::symlink(&other, src.join("linked")).unwrap();
    let mut config = Config { folder: folder.path().into(), ..Config::default() };
    config.models.rust = vec!["src/**/*.rs".into(), "src/a/*.rs".into()];
    let (models, findings) = ModelSet::read(&config, &mut Sources::new());
    assert_eq!(findings, []);
    let names: Vec<_> = models.structs.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["User", "Group"]);
}

#[test]
fn generated_code_must_hold_every_table_and_enum() {
    check(
        "// nothing",
        Author::Generator,
        &expect![[r"
        Error table-without-model: the generated code has no struct for public.users [m.sql:5:1]
        Error enum-without-model: the generated code has no enum for public.mood_enum [m.sql:1:1]
    "]],
    );
}

#[test]
fn a_file_that_is_not_rust_is_a_finding_with_its_place() {
    check(
        "struct User {\n    id: ,\n}",
        Author::People,
        &expect![[r"
        Error model-file-syntax: expected one of: `for`, parentheses, `unsafe`, `fn`, `extern`, identifier, `::`, `<`, `dyn`, square brackets, `*`, `&`, `!`, `impl`, `_`, lifetime [a.rs:2:9]
    "]],
    );
    check(
        "#!/usr/bin/env x\n#[derive(FromRow)] struct User { emial: String, email: String }",
        Author::People,
        &expect![[r"
            Error model-field-unknown: `User.emial` has no column in public.users [a.rs:2:34 m.sql:5:1]
            Warning model-field-missing: `User` has no field for column public.users.mood [a.rs:2:27 m.sql:10:1]
        "]],
    );
}

#[test]
fn files_are_found_below_the_generated_folder_and_by_pattern() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("generated/src/tables/users.rs", "struct User {}");
    write("src/models/deep/account.rs", "struct Account {}");
    write("src/other.rs", "struct Other {}");
    write("src/broken.rs", "struct");
    let mut config = Config { folder: folder.path().into(), ..Config::default() };
    config.models.rust = vec![
        "src/models/**/*.rs".into(),
        "src/none/*.rs".into(),
        "src/absent.rs".into(),
        "src/broken.rs".into(),
    ];
    let mut sources = Sources::new();
    let (models, findings) = ModelSet::read(&config, &mut sources);
    let names: Vec<_> = models.structs.iter().map(|item| (item.name.as_str(), item.author)).collect();
    assert_eq!(names, [("User", Author::Generator), ("Account", Author::People)]);
    let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["model-pattern-empty", "model-file-unreadable", "model-file-syntax"]);
}

#[test]
fn domains_composites_ranges_and_arrays_are_seen_through() {
    let sql = "
        CREATE DOMAIN email AS text NOT NULL;
        CREATE DOMAIN digest AS bytea;
        CREATE TYPE point3 AS (x integer, y integer, z bigint);
        CREATE TABLE places (at point3, contact email, digests digest[], open int4range, codes smallint[] NOT NULL);
    ";
    let (mut sources, replayed) = schemactl_schema::replay::replay_text("m.sql", sql);
    let rust = "
        #[derive(sqlx::Type)] struct Point3 { x: Option<i32>, y: Option<i64> }
        #[derive(sqlx::FromRow)]
        struct Place {
            at: Option<Point3>, contact: String, digests: Option<Vec<Vec<u8>>>,
            open: Option<PgRange<i64>>, codes: Vec<Option<i16>>,
        }
    ";
    let file = sources.add("a.rs", rust.to_owned());
    let mut findings = Vec::new();
    let models = ModelSet::parse(vec![ModelFile { file, author: Author::People }], &sources, &mut findings);
    findings.extend(compare(&models, &replayed.catalog, &Config::default()).findings);
    expect![[r"
        Error model-type-mismatch: `Point3.y` is `i64`, but column public.point3.y is integer [a.rs:2:66 m.sql:4:43]
        Warning model-field-missing: `Point3` has no field for column public.point3.z [a.rs:2:38 m.sql:4:54]
        Info model-type-unknown: `Place.digests` was not compared with column public.places.digests (public.digest[]): sqlx does not recognise its elements inside an array [a.rs:5:59 m.sql:5:56]
        Error model-type-mismatch: `Place.open` is `PgRange<i64>`, but column public.places.open is int4range [a.rs:6:19 m.sql:5:74]
    "]].assert_eq(&lines(&findings, &sources));
}
