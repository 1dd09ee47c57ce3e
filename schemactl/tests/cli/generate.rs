//! What `schemactl generate` writes where: module trees and whole crates.

use std::fs;

use expect_test::expect;

use crate::project::Project;

const SQL: &str = "CREATE TABLE users (id uuid PRIMARY KEY, born date, about jsonb, score numeric);\n";

#[test]
fn a_whole_crate_has_the_dependencies_that_its_code_names() {
    let project = Project::with_migration(SQL);
    let run = |more: &[&str]| {
        let mut args = vec!["generate", "--crate", "app-schema", "--out", "made"];
        args.extend(more);
        project.run(&args)
    };
    assert_eq!(run(&[]).status, 0);
    let manifest = project.path().join("made/Cargo.toml");
    expect![[r#"
        # Written by schemactl; edits are lost. Take this line away, and the file is yours and stays as it is.
        [package]
        name = "app-schema"
        version = "0.0.0"
        edition = "2024"
        rust-version = "1.88"
        publish = false

        [dependencies]
        base64 = "0.22"
        chrono = { version = "0.4", default-features = false, features = ["std", "serde"] }
        futures-core = { version = "0.3", default-features = false, features = ["alloc"] }
        hmac = "0.13"
        rust_decimal = { version = "1", default-features = false, features = ["std", "serde"] }
        serde = { version = "1", features = ["derive"] }
        serde_json = "1"
        sha2 = "0.11"
        sqlx = { version = "0.9", default-features = false, features = ["chrono", "derive", "json", "postgres", "rust_decimal", "uuid"] }
        uuid = { version = "1", features = ["serde"] }
    "#]]
    .assert_eq(&fs::read_to_string(&manifest).unwrap());
    assert!(project.path().join("made/src/lib.rs").is_file());
    assert_eq!(run(&["--check"]).status, 0);

    // An edit is seen, and mended.
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replace("0.22", "0.21")).unwrap();
    let checked = run(&["--check"]);
    assert_eq!(checked.status, 1);
    assert!(checked.stdout.contains("-base64 = \"0.21\"\n+base64 = \"0.22\"\n"), "{}", checked.stdout);
    assert_eq!(run(&[]).status, 0);
    assert_eq!(fs::read_to_string(&manifest).unwrap(), text);

    // Somebody's own stays, and is no difference.
    fs::write(&manifest, "[package]\nname = \"mine\"\n").unwrap();
    assert_eq!(run(&[]).status, 0);
    assert_eq!(run(&["--check"]).status, 0);
    assert_eq!(fs::read_to_string(&manifest).unwrap(), "[package]\nname = \"mine\"\n");
}

#[test]
fn the_folder_s_name_says_what_the_root_is() {
    let project = Project::with_migration(SQL);
    for (out, root) in [("app/src", "lib.rs"), ("app/src/schema", "mod.rs"), ("elsewhere", "mod.rs")] {
        assert_eq!(project.run(&["generate", "--out", out]).status, 0);
        assert!(project.path().join(out).join(root).is_file(), "{out}");
    }
}

#[test]
fn two_runs_write_the_same_bytes_and_leftovers_are_seen() {
    let project = Project::with_migration(SQL);
    for out in ["one", "two"] {
        assert_eq!(project.run(&["generate", "--crate", "same", "--out", out]).status, 0);
    }
    let listed = |out: &str| {
        let mut files = Vec::new();
        let mut folders = vec![project.path().join(out)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(project.path().join(out)).unwrap().to_path_buf();
                    files.push((name, fs::read(&path).unwrap()));
                }
            }
        }
        files.sort();
        files
    };
    assert_eq!(listed("one"), listed("two"));
    // As a module tree the crate's own files are leftovers, the manifest too.
    let checked = project.run(&["generate", "--check", "--out", "one"]);
    assert!(checked.stdout.contains("--- a/Cargo.toml\n+++ /dev/null"), "{}", checked.stdout);
    assert_eq!(project.run(&["generate", "--out", "one"]).status, 0);
    assert!(!project.path().join("one/Cargo.toml").exists() && !project.path().join("one/src").exists());
}

#[test]
fn init_says_what_it_found_and_overwrites_nothing() {
    let project = Project::with_migration(SQL);
    expect![[r#"
        status 0
        1 migration in migrations, laid out as golang-migrate does
        no generated code; it will be the crate app-schema in generated
        wrote schemactl.toml
        next: schemactl generate
    "#]]
    .assert_eq(&project.run(&["init"]).all());
    let text = project.read("schemactl.toml");
    expect![[r#"
        status 2
        error: schemactl.toml is there already, so it stays as it is
    "#]]
    .assert_eq(&project.run(&["init"]).all());
    assert_eq!(project.read("schemactl.toml"), text);
    assert_eq!(project.run(&["generate"]).status, 0);
    assert!(project.path().join("generated/src/lib.rs").is_file());
}

#[test]
fn init_finds_what_lies_deeper() {
    let project = Project::with_migration("");
    fs::remove_dir_all(project.path().join("migrations")).unwrap();
    project.write("crates/db/migrations/0001_users.sql", SQL.as_bytes());
    let migrations = "crates/db/migrations";
    project.run(&["generate", "--migrations", migrations, "--crate", "own", "--out", "crates/own"]).ok();
    expect![[r#"
        status 0
        1 migration in crates/db/migrations, laid out as sqlx does
        the generated crate own in crates/own
        sqlx in Cargo.toml; chrono and rust_decimal
        wrote schemactl.toml
        next: schemactl generate
    "#]]
    .assert_eq(&project.run(&["init"]).all());
    project.run(&["generate", "--check"]).ok();
}

#[test]
fn the_first_run_says_what_the_package_lacks() {
    let project = Project::with_migration(SQL);
    let last = |out: &str| {
        let run = project.run(&["generate", "--out", out]).ok();
        run.stderr.split_once("unchanged\n").unwrap().1.to_owned()
    };
    expect![[r#"
        there is no Cargo.toml for it yet: `schemactl generate --crate NAME --out FOLDER` writes a whole crate
    "#]]
    .assert_eq(&last("one"));
    project.write(
        "Cargo.toml",
        b"[package]
name = 'app'
[dependencies]
base64 = '0.22'
futures_core = { version = '0.3' }
serde = '1'
sha2 = '0.11'
sqlx = { version = '0.9', features = ['postgres', 'uuid'] }
uuid = '1'
",
    );
    expect![[r#"
        under [dependencies] of Cargo.toml it needs, too:
            chrono = { version = "0.4", default-features = false, features = ["std", "serde"] }
            hmac = "0.13"
            rust_decimal = { version = "1", default-features = false, features = ["std", "serde"] }
            serde_json = "1"
            sqlx = { features = ["chrono", "rust_decimal", …] }
        declare it in src: `pub mod schema;`
    "#]]
    .assert_eq(&last("src/schema"));
    // A crate's root has its manifest beside `src`, and the next run has nothing new to say.
    assert!(last("other/src").starts_with("there is no Cargo.toml"));
    assert_eq!(last("src/schema"), "");
    // What a workspace says of sqlx is not known.
    project.write("w/Cargo.toml", b"[package]\n[dependencies]\nsqlx.workspace = true\n");
    assert!(!last("w/src").contains("sqlx"));
}

#[test]
fn a_whole_crate_that_the_settings_name_is_written_and_checked_as_a_whole() {
    let project = Project::with_migration(SQL);
    project.write("schemactl.toml", b"[generate]\ncrate = 'app-schema'\nout = 'crates/app-schema'\n");
    project.run(&["generate"]).ok();
    let folder = project.path().join("crates/app-schema");
    assert!(folder.join("Cargo.toml").is_file() && folder.join("src/lib.rs").is_file());
    project.run(&["generate", "--check"]).ok();
    // Somebody's tests beside the generated sources are no models.
    project.write("crates/app-schema/tests/own.rs", b"struct User { id: String }\n");
    project.run(&["check", "--against", "none"]).ok();
    let report = project.run(&["report", "--against", "none"]).ok().stdout;
    assert!(report.contains("Generated code in crates/app-schema"), "{report}");

    // What is edited, in the manifest or the sources, is a finding of the gate.
    for (path, from) in [("Cargo.toml", "0.22"), ("src/models/users.rs", "PartialEq")] {
        let text = fs::read_to_string(folder.join(path)).unwrap();
        fs::write(folder.join(path), text.replacen(from, "edited", 1)).unwrap();
        let checked = project.run(&["check", "--against", "none"]);
        let finding = format!("crates/app-schema/{path} is not what the migrations make");
        assert!(checked.status == 1 && checked.stdout.contains(&finding), "{}", checked.all());
        project.run(&["generate"]).ok();
        assert_eq!(fs::read_to_string(folder.join(path)).unwrap(), text);
    }

    // A manifest of somebody's own is none of it.
    fs::write(folder.join("Cargo.toml"), "[package]\nname = \"mine\"\n").unwrap();
    project.run(&["check", "--against", "none"]).ok();

    project.write("schemactl.toml", b"[generate]\ncrate = '2fast'\n");
    expect![[r#"
        status 2
        error[settings-invalid]: `2fast` is not the name of a crate: a crate's name begins with a letter,
          holds letters, digits, - and _, and is no word of Rust and no crate that comes with it
         --> schemactl.toml:2:9
          |
        2 | crate = '2fast'
          |         ^^^^^^^

    "#]]
    .assert_eq(&project.run(&["generate"]).all());
    for name in ["std", "proc-macro", "self", "fn"] {
        project.write("schemactl.toml", format!("[generate]\ncrate = '{name}'\n").as_bytes());
        assert!(project.run(&["generate"]).all().contains("is not the name of a crate"), "{name}");
    }
}

#[test]
fn migrations_of_one_number_are_read_in_the_order_of_their_names() {
    let project = Project::with_migration("CREATE TABLE t (id integer);");
    project.write("migrations/000002_b.up.sql", b"ALTER TABLE t ADD b integer;");
    project.write("migrations/000002_c.up.sql", b"ALTER TABLE t RENAME b TO c;");
    let told = project.run(&["generate"]);
    assert!(
        told.all().contains("warning[migration-version-duplicate]: version 2 is taken by"),
        "{}",
        told.all()
    );
    told.ok();
    let model = fs::read_to_string(project.path().join("generated/src/models/t.rs")).unwrap();
    assert!(model.contains("pub c: Option<i32>"), "{model}");
    // Whether a database can come to have them all is another question.
    let told = project.run(&["check", "--against", "none"]).all();
    assert!(told.contains("error[migration-version-duplicate]"), "{told}");
}

#[test]
fn what_a_whole_crate_cannot_name_is_a_finding() {
    let project = Project::with_migration(SQL);
    project.write(
        "schemactl.toml",
        b"[generate]
crate = 'app-schema'
[generate.types]
'users.about' = 'sqlx::types::Json<my_crate::About>'
'users.born' = 'crate::Day'
'users.score' = 'Vec<crate::models::User>'
[generate.derive]
rows = ['Eq', 'other::Sortable']
",
    );
    let run = project.run(&["generate"]);
    let said: String = run
        .stderr
        .lines()
        .filter(|line| line.starts_with("warning") || line.contains("help: "))
        .map(|line| format!("{}\n", line.trim_start()))
        .collect();
    expect![[r#"
        warning[setting-unmatched]: `users.about` is read as sqlx::types::Json<my_crate::About>, and nothing
        = help: add `my_crate = "VERSION"` under [generate.dependencies]
        warning[setting-unmatched]: `users.born` is read as crate::Day, and all of this crate is generated:
        = help: name a type of another crate, or generate a module tree into a crate of yours
        warning[setting-unmatched]: `rows` derives other::Sortable, and nothing says where the crate other
        = help: add `other = "VERSION"` under [generate.dependencies]
    "#]]
    .assert_eq(&said);
}
