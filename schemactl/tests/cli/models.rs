//! Models that disagree with the schema: each change is that very finding.

use crate::project::Project;

fn project() -> Project {
    let project = Project::new(&[
        (
            "migrations/000001_users.up.sql",
            "CREATE TABLE users (\n    id bigint PRIMARY KEY,\n    email text NOT NULL,\n    age int\n);\n",
        ),
        ("migrations/000001_users.down.sql", "DROP TABLE users;\n"),
    ]);
    project.run(&["generate"]).ok();
    project
}

/// The codes and subjects of all errors after one replacement in the generated struct.
fn errors_after(from: &str, to: &str) -> Vec<(String, String)> {
    let project = project();
    let model = project.read("generated/src/models/users.rs");
    assert!(model.contains(from), "{model}");
    project.write("generated/src/models/users.rs", model.replace(from, to).as_bytes());
    let run = project.run(&["report", "--against", "none", "--format", "json"]);
    assert_eq!(run.status, 1, "{}", run.all());
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["severity"] == "error")
        .map(|finding| (text(&finding["code"]), text(&finding["subject"])))
        .collect()
}

#[test]
fn nothing_changed_is_nothing_found() {
    let run = project().run(&["report", "--against", "none", "--format", "json"]).ok();
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["findings"].as_array().unwrap().len(), 0, "{}", run.stdout);
}

#[test]
fn a_deleted_field() {
    let found = errors_after("    pub email: String,\n", "");
    assert_eq!(found, [("model-field-missing".to_owned(), "public.users.email".to_owned())]);
}

#[test]
fn a_changed_type() {
    let found = errors_after("email: String", "email: i32");
    assert_eq!(found, [("model-type-mismatch".to_owned(), "public.users.email".to_owned())]);
}

#[test]
fn an_option_that_the_column_never_needs() {
    let found = errors_after("email: String", "email: Option<String>");
    assert_eq!(found, [("model-option-on-not-null".to_owned(), "public.users.email".to_owned())]);
}

#[test]
fn a_nullable_column_read_into_a_plain_type() {
    let found = errors_after("age: Option<i32>", "age: i32");
    assert_eq!(found, [("model-nullable-into-plain".to_owned(), "public.users.age".to_owned())]);
}

#[test]
fn a_field_without_a_column() {
    let found = errors_after("pub email: String,", "pub email: String,\n    pub phone: String,");
    assert_eq!(found, [("model-field-unknown".to_owned(), "public.users.phone".to_owned())]);
}

#[test]
fn findings_about_the_settings_name_their_line() {
    let project = Project::with_migration("CREATE TABLE users (id int PRIMARY KEY);\n");
    let settings = "[models]\nrust = ['src/**/*.rs']\n\n[models.map]\nGone = 'public.nowhere'\n\n\
                    [[allow]]\ncode = 'index-duplicate'\nsubject = 'public.a'\nreason = 'soon gone'\n";
    project.write("schemactl.toml", settings.as_bytes());
    let run = project.run(&["check", "--against", "none"]);
    for place in ["schemactl.toml:2:9", "schemactl.toml:5:1", "schemactl.toml:5:8", "schemactl.toml:9:11"] {
        assert!(run.stdout.contains(place), "{place}\n{}", run.all());
    }
}
