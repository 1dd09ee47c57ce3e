//! A small folder for each layout: what is found, in what order, which lines run, and what is said.

use proptest::prelude::*;

use super::*;

/// The layout, every migration with the text of both its sides, every finding.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &Expect) {
    let (set, findings) = MigrationSet::from_texts(files.iter().copied());
    expected.assert_eq(&shown(&set, &findings));
}

fn shown(set: &MigrationSet, findings: &[Diagnostic]) -> String {
    use std::fmt::Write as _;
    let mut out = format!("{}\n", set.layout);
    for migration in &set.migrations {
        write!(out, "{} {}", migration.version, migration.name).unwrap();
        for direction in [Direction::Up, Direction::Down] {
            let Some(file) = migration.file(direction) else { continue };
            let outside = if migration.transaction(direction) == Transaction::Outside { "!" } else { "" };
            let lines = set.sources.file(file).text().lines().map(str::trim).filter(|line| !line.is_empty());
            let text = lines.collect::<Vec<_>>().join(" ");
            write!(out, " | {direction}{outside}: {text}").unwrap();
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    for finding in findings {
        let places: Vec<_> =
            finding.places.iter().map(|(span, _)| set.sources.place(*span).to_string()).collect();
        writeln!(out, "{}: {} [{}]", finding.code, finding.message, places.join(", ")).unwrap();
    }
    out
}

#[test]
fn goose() {
    check(
        &[
            (
                "00001_a.sql",
                "-- +goose Up\nA;\n-- +goose StatementBegin\nF;\n-- +goose StatementEnd\n\n-- +goose Down\nB;\n",
            ),
            ("00010_c.sql", "C0;\n-- +goose NO TRANSACTION\n-- +goose up\n-- +goose ENVSUB ON\nC;\n"),
            ("00002_b.sql", "-- +goose Up\nB;"),
            ("00003_d.sql", "D;"),
            ("00004_e.go", "package migrations"),
            ("seed.sql", ""),
        ],
        &expect![[r"
            goose
            1 a | up: A; -- +goose StatementBegin F; -- +goose StatementEnd | down: B;
            2 b | up: B;
            10 c | up!: -- +goose ENVSUB ON C;
            migration-name-unknown: 00003_d.sql is not read: it has no `-- +goose Up` []
            migration-name-unknown: seed.sql is not read: its name does not begin with a number and `_` []
            migration-placeholder: `${…}` below `-- +goose ENVSUB ON` is replaced before this file is run; here it is read as it stands [00010_c.sql:4:1]
            migration-outside-section: this stands before `-- +goose Up` and is not run [00010_c.sql:1:1]
            migration-in-code: 00004_e.go is written in Go and is not read []
            migration-version-gap: versions 3 to 9 are missing between 2 and 10 [00010_c.sql:1:1, 00002_b.sql:1:1]
            migration-down-missing: 00002_b.sql has no down section [00002_b.sql:1:1]
            migration-down-missing: 00010_c.sql has no down section [00010_c.sql:1:1]
        "]],
    );
}

#[test]
fn dbmate_runs_in_the_order_of_names() {
    check(
        &[
            ("9_b.sql", "-- migrate:up transaction:false\nB;\n-- migrate:down\n"),
            ("10_a.sql", "-- a comment\n-- migrate:up\nA;\n-- migrate:down transaction:false\nNA;\n"),
            ("1_c.sql", "C0;\n-- migrate:up\nC;\n"),
        ],
        &expect![[r"
            dbmate
            10 a | up: A; | down!: NA;
            1 c | up: C;
            9 b | up!: B; | down:
            migration-outside-section: this stands before `-- migrate:up` and is not run [1_c.sql:1:1]
            migration-version-gap: versions 2 to 8 are missing between 1 and 9 [9_b.sql:1:1, 1_c.sql:1:1]
            migration-down-missing: 1_c.sql has no down section [1_c.sql:1:1]
        "]],
    );
}

#[test]
fn sql_migrate_has_several_sections() {
    check(
        &[
            ("2-b.sql", "-- +migrate Up notransaction\nB;\n-- +migrate Down\nNB;\n-- +migrate Up\nB2;\n"),
            ("10-a.sql", "-- +migrate Up\nA;\n-- +migrate Down\n"),
        ],
        &expect![[r"
            sql-migrate
            2 2-b | up!: B; B2; | down: NB;
            10 10-a | up: A; | down:
            migration-version-gap: versions 3 to 9 are missing between 2 and 10 [10-a.sql:1:1, 2-b.sql:1:1]
        "]],
    );
}

#[test]
fn tern() {
    check(
        &[
            ("001_a.sql", "A;\n---- create above / drop below ----\nNA;\n"),
            ("002_b.sql", "---- tern: disable-tx ----\nB {{ .x }};"),
            ("tern.conf", ""),
        ],
        &expect![[r"
            tern
            1 a | up: A; | down: NA;
            2 b | up!: ---- tern: disable-tx ---- B {{ .x }};
            migration-placeholder: the template `{{ … }}` is replaced before this file is run; here it is read as it stands [002_b.sql:2:3]
        "]],
    );
}

#[test]
fn prisma() {
    check(
        &[
            ("20240102000000_b/migration.sql", "B;"),
            ("20240101000000_a/migration.sql", "A;"),
            ("0_init/migration.sql", "I;"),
            ("migration_lock.toml", "provider = \"mysql\"\n"),
        ],
        &expect![[r"
            prisma
            0 init | up: I;
            20240101000000 a | up: A;
            20240102000000 b | up: B;
            migration-other-database: these migrations were made for mysql, says migration_lock.toml []
        "]],
    );
}

#[test]
fn diesel() {
    check(
        &[
            ("2024-01-01-000000_a/up.sql", "A;"),
            ("2024-01-01-000000_a/down.sql", "NA;"),
            ("00000000000000_setup/up.sql", "S;"),
            ("00000000000000_setup/metadata.toml", "run_in_transaction = false # why\n"),
            ("2024-01-02-000000_c/down.sql", ""),
            ("2024-01-02-000000_c/notes.sql", ""),
        ],
        &expect![[r"
            diesel
            00000000000000 setup | up!: S;
            20240101000000 a | up: A; | down: NA;
            migration-name-unknown: 2024-01-02-000000_c/notes.sql is not read: it is neither `up.sql` nor `down.sql` []
            migration-up-missing: 2024-01-02-000000_c/down.sql has no up file [2024-01-02-000000_c/down.sql:1:1]
            migration-down-missing: 00000000000000_setup/up.sql has no down file [00000000000000_setup/up.sql:1:1]
        "]],
    );
}

#[test]
fn flyway() {
    check(
        &[
            ("V1__a.sql", "A;"),
            ("V1.10__c.sql", "C ${schema};"),
            ("sub/V1_2__b.sql", "B;"),
            ("sub/V1_2__b.sql.conf", "executeInTransaction=false\n"),
            ("U1.2__b.sql", "NB;"),
            ("R__views.sql", "R;"),
            ("v9__low.sql", ""),
            ("V1.0__again.sql", ""),
        ],
        &expect![[r"
            flyway
            1.0 again | up:
            1 a | up: A;
            1.2 b | up!: B; | down: NB;
            1.10 c | up: C ${schema};
            R views | up: R;
            migration-name-unknown: v9__low.sql is not read: its prefix is not in upper case []
            migration-placeholder: the placeholder ${schema} is replaced before this file is run; here it is read as it stands [V1.10__c.sql:1:3]
            migration-version-duplicate: version 1.0 is taken by V1.0__again.sql and V1__a.sql [V1__a.sql:1:1, V1.0__again.sql:1:1]
            migration-down-missing: V1.0__again.sql has no down file [V1.0__again.sql:1:1]
            migration-down-missing: V1__a.sql has no down file [V1__a.sql:1:1]
            migration-down-missing: V1.10__c.sql has no down file [V1.10__c.sql:1:1]
        "]],
    );
    check(
        &[("V1__a.sql", "A;"), ("B2__all.sql", "B;"), ("V2__b.sql", ""), ("V3__c.sql", "C;")],
        &expect![[r"
            flyway
            2 all | up: B;
            3 c | up: C;
            migration-replaced: V1__a.sql is replaced by the baseline 2 []
            migration-replaced: V2__b.sql is replaced by the baseline 2 []
        "]],
    );
}

#[test]
fn refinery_is_told_from_flyway_by_what_u_means() {
    check(
        &[("V1__a.sql", "A;"), ("U2__b.sql", "B;"), ("V3__c.rs", "")],
        &expect![[r"
            refinery
            1 a | up: A;
            2 b | up: B;
            migration-in-code: V3__c.rs is written in Rust and is not read []
        "]],
    );
    check(
        &[("V1__a.sql", "A;"), ("U1__a.sql", "NA;")],
        &expect![[r"
            flyway
            1 a | up: A; | down: NA;
        "]],
    );
}

#[test]
fn golang_migrate_beside_others() {
    check(
        &[
            ("1_a.up.sql", "A;"),
            ("1_a.down.sql", "NA;"),
            ("2_b.up.sql", "B;"),
            ("2_b.down.sql", "NB;"),
            ("V1__x.sql", ""),
            ("3_c.up.go", ""),
            ("3_c.down.sql", ""),
            ("test/data.sql", ""),
        ],
        &expect![[r"
            golang-migrate
            1 a | up: A; | down: NA;
            2 b | up: B; | down: NB;
            migration-layout-mixed: the folder is read as golang-migrate; a file that is flyway's is not read: V1__x.sql []
            migration-name-unknown: 1 file of SQL is not read below test: read as golang-migrate, the folder has no migrations there []
            migration-in-code: 3_c.up.go is written in Go and is not read []
        "]],
    );
}

#[test]
fn sqlx_takes_pairs_and_single_files() {
    check(
        &[
            ("1_a.sql", "A;"),
            ("2_b.up.sql", "-- no-transaction\nB;"),
            ("2_b.down.sql", "NB;"),
            ("10_c.sql", "C;"),
        ],
        &expect![[r"
            sqlx
            1 a | up: A;
            2 b | up: -- no-transaction B; | down: NB;
            10 c | up: C;
            migration-version-gap: versions 3 to 9 are missing between 2 and 10 [10_c.sql:1:1, 2_b.up.sql:1:1]
        "]],
    );
    check(
        &[("1_a.sql", "A;"), ("2_b.sql", "B;"), ("3_c.sql", "C;"), ("seed.sql", "S;")],
        &expect![[r"
            sqlx
            1 a | up: A;
            2 b | up: B;
            3 c | up: C;
            migration-name-unknown: seed.sql is not read: its name is not a number, `_` and a name that ends in `.sql` []
        "]],
    );
}

#[test]
fn a_dump_is_one_migration() {
    check(
        &[("structure.sql", "A;"), ("seeds.sql", "S;"), ("schema.rb", "")],
        &expect![[r"
            pg_dump
            structure structure | up: A;
            migration-name-unknown: seeds.sql is not read: it is not one of `structure.sql`, or one file that pg_dump wrote []
        "]],
    );
    check(
        &[("schema.sql", "--\n-- PostgreSQL database dump\n--\n\n\\restrict x\nA;")],
        &expect![[r"
            pg_dump
            schema schema | up: -- -- PostgreSQL database dump -- \restrict x A;
        "]],
    );
}

#[test]
fn plain_folders_are_in_natural_order() {
    check(
        &[("10.sql", "B;"), ("9.sql", "A;"), ("00011.sql", "C;")],
        &expect![[r"
            plain
            9  | up: A;
            10  | up: B;
            00011  | up: C;
        "]],
    );
    check(
        &[("init.sql", "I;"), ("2_x.sql", "X;")],
        &expect![[r"
            plain
            2 x | up: X;
            init init | up: I;
        "]],
    );
    check(
        &[("01.00.00_02_b.sql", "B;"), ("01.00.00_01_a.sql", "A;"), ("00.09.00_01_z.sql", "Z;")],
        &expect![[r"
            plain
            00.09.00 01_z | up: Z;
            01.00.00 01_a | up: A;
            01.00.00 02_b | up: B;
        "]],
    );
    check(
        &[("V0001.Initial.up.sql", "A;"), ("V0001.Initial.down.sql", "NA;"), ("V0002.B.up.sql", "B;")],
        &expect![[r"
            plain
            0001 Initial | up: A; | down: NA;
            0002 B | up: B;
            migration-down-missing: V0002.B.up.sql has no down file [V0002.B.up.sql:1:1]
        "]],
    );
    check(
        &[("a/2.sql", "A2;"), ("a/10.sql", "A10;"), ("b/1.sql", "B1;")],
        &expect![[r"
            plain
            2  | up: A2;
            10  | up: A10;
            1  | up: B1;
        "]],
    );
    check(
        &[("1.mysql.sql", ""), ("1.postgres.sql", "A;")],
        &expect![[r"
            plain
            1 postgres | up: A;
            migration-name-unknown: 1.mysql.sql is not read: it is for MySQL, says its name []
        "]],
    );
}

#[test]
fn the_file_for_postgresql_stands_for_the_one_of_its_name() {
    check(
        &[
            ("1_a.down.sql", "NA;"),
            ("1_a.postgres.up.sql", "A;"),
            ("1_a.sqlite.up.sql", "S;"),
            ("1_a.up.sql", "M;"),
            ("2_b.up.sql", "B;"),
            ("2_b.down.sql", "NB;"),
        ],
        &expect![[r#"
            plain
            1 a | up: A; | down: NA;
            2 b | up: B; | down: NB;
            migration-name-unknown: 1_a.sqlite.up.sql is not read: it is for SQLite, says its name []
            migration-name-unknown: 1_a.up.sql is not read: the file of its name for PostgreSQL stands for it []
        "#]],
    );
}

#[test]
fn the_ups_of_a_tool_laid_out_by_number_are_plain() {
    check(
        &[
            ("00000.sql", "P;"),
            ("00001.sql", "BEGIN;\n-- +goose Up\nA;\n;COMMIT;"),
            ("00002.sql", "-- migrate:up\nB;"),
        ],
        &expect![[r"
            plain
            00000  | up: P;
            00001  | up: BEGIN; -- +goose Up A; ;COMMIT;
            00002  | up: -- migrate:up B;
        "]],
    );
    check(
        &[
            ("00000.sql", "P;"),
            ("00001.sql", "-- +goose Up\nA;"),
            ("00002.sql", "-- +goose Up\nB;\n-- +goose down\nNB;"),
        ],
        &expect![[r"
            plain
            00000  | up: P;
            00001  | up: -- +goose Up A;
            00002  | up: B; | down: NB;
        "]],
    );
    check(
        &[("1.sql", "-- +goose Up\nB;\n-- +goose Down\nNB;")],
        &expect![[r"
            goose
            1  | up: B; | down: NB;
        "]],
    );
}

#[test]
fn the_folder_of_postgresql_is_found_below() {
    check(
        &[("mysql/1_a/up.sql", "M;"), ("postgresql/1_a/up.sql", "P;"), ("postgresql/1_a/down.sql", "")],
        &expect![[r"
            diesel
            1 a | up: P; | down:
            migration-folder-chosen: of  only the folder postgresql is read, beside mysql []
        "]],
    );
    check(
        &[("default/2_b.sql", "B;"), ("default/1_a.sql", "A;")],
        &expect![[r"
            sqlx
            1 a | up: A;
            2 b | up: B;
        "]],
    );
}

#[test]
fn a_folder_of_code_says_so() {
    check(
        &[("m20220101_000001_create.rs", ""), ("lib.rs", "")],
        &expect![[r"
        golang-migrate
        migration-folder-empty:  holds no migration []
    "]],
    );
}

#[test]
fn one_file_is_a_set() {
    let folder = Folder::new(&[
        ("schema.sql", b"A;"),
        ("7_x.sql", b"-- +goose Up\nB;\n-- +goose Down\nC;"),
        ("notes.txt", b"D;"),
    ]);
    let read = |name: &str, layout| {
        let (set, findings) = MigrationSet::read_as(&folder.0.join(name), layout);
        shown(&set, &findings)
    };
    expect![[r"
        file
        schema schema | up: A;
        goose
        7 x | up: B; | down: C;
        file
        7 x | up: -- +goose Up B; -- +goose Down C;
        file
        notes.txt notes.txt | up: D;
    "]]
    .assert_eq(
        &[
            read("schema.sql", None),
            read("7_x.sql", None),
            read("7_x.sql", Some(Layout::File)),
            read("notes.txt", None),
        ]
        .concat(),
    );
}

#[test]
fn who_insists_gets_that_layout_and_hears_what_it_leaves() {
    let folder = Folder::new(&[("1_a.sql", b"A;"), ("V1__b.sql", b"B;")]);
    let (set, findings) = MigrationSet::read_as(&folder.0, Some(Layout::Flyway));
    let text = shown(&set, &findings).replace(&folder.0.display().to_string(), "DIR");
    expect![[r"
        flyway
        1 b | up: B;
        migration-name-unknown: DIR/1_a.sql is not read: its name does not begin with `V` and a version, `U` and a version, or `R`, with `__` after it []
    "]].assert_eq(&text);
}

/// Names of real layouts, and what people make of them.
fn any_name() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "1",
        "00002",
        "20240101",
        "V",
        "U",
        "R",
        "B",
        "_",
        "__",
        "-",
        ".",
        "up",
        "down",
        "migration",
        "structure",
        "init",
        "postgres",
        "mysql",
        "/",
        "x",
        "é",
    ]);
    (prop::collection::vec(part, 1..6), prop::sample::select(vec![".sql", ".up.sql", ".SQL", "/up.sql"]))
        .prop_map(|(parts, ending)| format!("{}{ending}", parts.concat()))
        .prop_filter("a path", |name| !name.starts_with('/') && !name.contains("//"))
}

proptest! {
    /// Whatever the files are called, each is a migration's or is spoken of.
    #[test]
    fn no_file_of_sql_is_passed_over_in_silence(
        names in prop::collection::btree_set(any_name(), 1..6),
        text in prop::sample::select(vec!["A;", "-- +goose Up\nA;", "-- migrate:up\nA;", "---- create above / drop below ----\n"]),
        insisted in prop::option::of(prop::sample::select(layout::ALL.iter().map(|facts| facts.layout).collect::<Vec<_>>())),
    ) {
        let folder = folder::Folder::of_texts(names.iter().map(|name| (name.as_str(), text)));
        let (set, findings) = MigrationSet::of(Path::new(""), folder, insisted);
        for name in names.iter().filter(|name| !name.rsplit('/').next().unwrap().starts_with('.')) {
            let read = set.sources.iter().any(|(_, file)| file.path() == Path::new(name));
            let spoken_of = findings.iter().any(|finding| {
                finding.code == rules::FOLDER_CHOSEN.code
                    || finding.message.contains(name.as_str())
                    || name.split_once('/').is_some_and(|(top, _)| finding.message.contains(top))
            });
            prop_assert!(read || spoken_of, "{name}: {findings:?}");
        }
    }
}
