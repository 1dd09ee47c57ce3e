//! The report as a whole: what is wrong is told, what holds has a check behind it, the rest is not checked.

use std::path::Path;

use expect_test::expect;
use schemactl_schema::source::Sources;

use super::*;
use crate::render;

const UP: &str = "\
CREATE TYPE mood_enum AS ENUM ('glad', 'sad');
CREATE TABLE people (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    nick varchar(20),
    mood mood_enum NOT NULL DEFAULT 'glad',
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE people IS 'Who they are. Not where.';
";

const INDEXES: &str = "\
CREATE INDEX CONCURRENTLY people_created_at_id_idx ON people (created_at DESC, id DESC);
CREATE INDEX CONCURRENTLY people_name_idx ON people (name);
";

/// A folder with two migrations and the code that is generated for them.
struct Project {
    folder: tempfile::TempDir,
    config: Config,
}

impl Project {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = Config { folder: folder.path().into(), ..Config::default() };
        let project = Self { folder, config };
        project.write("migrations/000001_people.up.sql", UP);
        project.write("migrations/000001_people.down.sql", "DROP TABLE people; DROP TYPE mood_enum;");
        project.write("migrations/000002_indexes.up.sql", INDEXES);
        project.write(
            "migrations/000002_indexes.down.sql",
            "DROP INDEX people_name_idx, people_created_at_id_idx;",
        );
        project
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(path)).unwrap()
    }

    /// Writes what the generator makes of the migrations.
    fn generate(&self) {
        let (set, _) = MigrationSet::read(&self.config.migrations_dir());
        let replayed = schemactl_schema::replay::replay(&set);
        let (files, _) =
            schemactl_codegen::generate(&replayed.catalog, &schemactl_codegen::Settings::default());
        for file in files {
            self.write(&Path::new("generated/src").join(file.path).display().to_string(), &file.text);
        }
    }

    fn report_with(&self, server: impl FnOnce(&Catalog) -> ServerSide) -> (Report, Sources) {
        let (mut set, mut diagnostics) = MigrationSet::read(&self.config.migrations_dir());
        let replayed = schemactl_schema::replay::replay(&set);
        let (models, findings) = ModelSet::read(&self.config, &mut set.sources);
        diagnostics.extend(replayed.diagnostics);
        diagnostics.extend(findings);
        let server = server(&replayed.catalog);
        let mut report = Report::make(ReportInput {
            set: &set,
            catalog: &replayed.catalog,
            statements: &replayed.statements,
            resolved: None,
            diagnostics,
            server,
            models: &models,
            config: &self.config,
        });
        // The folder's name differs from run to run, and with it the width of columns.
        report.migrations = self.plain(&report.migrations);
        for group in report.sections.iter_mut().flat_map(|section| &mut section.groups) {
            group.title = group.title.as_ref().map(|title| self.plain(title));
            for cell in group.lines.iter_mut().flat_map(|line| &mut line.cells) {
                *cell = self.plain(cell);
            }
        }
        (report, set.sources)
    }

    fn report(&self) -> (Report, Sources) {
        self.report_with(|_| ServerSide::NotChecked { reason: "no server was named".into() })
    }

    /// The report's text without the folder's name, which differs from run to run.
    fn plain(&self, text: &str) -> String {
        text.replace(&format!("{}/", self.folder.path().display()), "")
    }

    fn codes(&self) -> Vec<&'static str> {
        self.report().0.findings.iter().map(|finding| finding.code).collect()
    }
}

#[test]
fn a_project_that_agrees_has_nothing_to_say() {
    let project = Project::new();
    project.generate();
    let (report, sources) = project.report();
    assert_eq!(report.findings, []);
    assert_eq!(report.exit_code(), 0);
    let options = render::TextOptions { width: 90, full: true, ..render::TextOptions::default() };
    expect![[r#"
        Database schema validation report
        migrations: migrations; server: none was asked
        ✅ checked and holds; ⚠ warning; ❌ fails; – not checked; · stated, nothing to hold it
        against. In brackets: checked against what.

        Schema summary
          000001 people
            ✅ 3 statements applied [catalog]
            ✅ people – 5 columns, 3 indexes. Who they are. [catalog]
            ✅ 1 enum type: mood_enum [catalog]
          000002 indexes
            ✅ 2 statements applied [catalog]
            ✅ 2 indexes: people_created_at_id_idx, people_name_idx [catalog]

        Model compatibility
          Generated code in generated/src
               Struct  Table   Columns read  File  [catalog]
            ✅ Person  people  5 of 5        generated/src/models/people.rs:14
          –  hand-written Rust models: none are named (`[models] rust` of schemactl.toml)
          –  Go models: they are not read yet

        Type mapping
             PostgreSQL                Rust           Columns  [catalog]
          ✅ bigint                    i64            1
          ✅ character varying         String         1
          ✅ mood_enum                 MoodEnum       1
          ✅ text                      String         1
          ✅ timestamp with time zone  DateTime<Utc>  1

        Enum mapping
             Enum type  Rust enum  Labels  [catalog]
          ✅ mood_enum  MoodEnum   2

        Store compatibility
          –  no stores are configured; SQL in stores is not read yet

        Performance characteristics
          Indexes
            ✅ 3 indexes: no two are equal, and none is the beginning of another that serves the
               same queries [catalog]
            ✅ 3 indexes: none is on a boolean or a small enum alone [catalog]
            ·  there are 0 foreign keys [catalog]
          Pagination: which index serves which keyset
               Table   Keyset, forwards and backwards     Index                     Remarks
               [catalog]
            ✅ people  ORDER BY id                        people_pkey               primary key
            ✅ people  ORDER BY created_at DESC, id DESC  people_created_at_id_idx
          Queues: partial indexes over a status, in the order of the turn
               Table  [catalog]
            ·  none
          Not measured
            –  speed and load: the report runs no query and reads no statistics of a server

        Mistakes looked for
          ·  there are 0 foreign keys [catalog]
          ✅ 1 constraint: each is validated [catalog]
          ✅ 1 table: each has a primary key [catalog]
          ✅ 5 columns: none keeps money or a score in floating point [catalog]
          ·  there are 0 row triggers [catalog]
          Not looked for
            –  a function body that names a column, table or enum label that does not exist:
               bodies are text to the catalog, except NEW and OLD above
            –  an enum compared with text inside a function body (in checks, predicates and views
               PostgreSQL itself refuses it)
            –  a check constraint that the table's own trigger violates
            –  a unique key that forbids the next legal row
            –  a status that the code writes and no type allows, outside the enums of the models:
               SQL in stores is not read yet
            –  a NOT NULL column without a default that an INSERT of a store leaves out (models
               are compared above)
            –  a claim statement that its own table's check refuses

        Migration system compatibility
          ✅ 4 files of migrations are readable and UTF-8 [files]
          ✅ every .sql file is named `NNNNNN_name.up.sql` or `NNNNNN_name.down.sql`
             (golang-migrate) [files]
          ✅ 2 migrations have an up and a down file [files]
          ✅ each number is taken once, so the order is defined (1 to 2) [files]
          ✅ no number is left out [files]
          ✅ 5 statements of the up files are read; every quote, comment and dollar-quoted body is
             closed (0 function bodies) [catalog]
          ✅ run in their order, no statement is refused: each finds what it names [catalog]
          ✅ 2 statements run CONCURRENTLY in 1 file, with no statement beside them that needs a
             transaction [files]
          ✅ 2 down files (3 statements), each run right after its up file, give back the schema
             of before [catalog]

        Agreement with a server
          –  no server was named

        What was not understood
          ✅ 5 of 5 statements are understood [catalog]

        Schema statistics
             Number  Of  [catalog]
          ·  1       table
          ·  5       columns
          ·  3       indexes
          ·  1       of these behind a primary key, unique or exclusion constraint
          ·  1       primary key
          ·  1       enum type
          ·  2       enum labels
          ·  1       sequence
          ·  1       comment
          –  counted from the migrations; no server was asked whether it counts the same

        Validation summary
             Section                         Lines  [files, catalog]
          ✅ Schema summary                  5 hold
          ✅ Model compatibility             1 holds, 2 not checked
          ✅ Type mapping                    5 hold
          ✅ Enum mapping                    1 holds
          –  Store compatibility             1 not checked
          ✅ Performance characteristics     4 hold, 2 stated, 1 not checked
          ✅ Mistakes looked for             3 hold, 2 stated, 7 not checked
          ✅ Migration system compatibility  9 hold
          –  Agreement with a server         1 not checked
          ✅ What was not understood         1 holds
          –  Schema statistics               9 stated, 1 not checked
          Findings
            ✅ no findings [catalog]
    "#]]
    .assert_eq(&project.plain(&render::text(&report, &sources, options)));
}

#[test]
fn markdown_has_the_same_lines() {
    let project = Project::new();
    project.generate();
    let file = "generated/src/models/people.rs";
    project.write(file, &project.read(file).replace("pub name: String", "pub name: Option<String>"));
    let (report, _) = project.report();
    expect![[r#"
        # Database schema validation report

        Migrations: `migrations`. Server: none was asked.
        Verdict: ❌

        ✅ checked and holds · ⚠ warning · ❌ fails · – not checked · `·` stated, nothing to hold it against.
        In brackets: what the line was checked against.

        ## Schema summary ✅

        ### 000001 people

        - ✅ 3 statements applied [catalog]
        - ✅ people – 5 columns, 3 indexes. Who they are. [catalog]
        - ✅ 1 enum type: mood_enum [catalog]

        ### 000002 indexes

        - ✅ 2 statements applied [catalog]
        - ✅ 2 indexes: people_created_at_id_idx, people_name_idx [catalog]

        ## Model compatibility ❌

        ### Generated code in generated/src

        | | Struct | Table | Columns read | File | Remarks | By |
        |---|---|---|---|---|---|---|
        | ❌ | Person | people | 5 of 5 | generated/src/models/people.rs:14 | 1 finding | catalog |

        - – hand-written Rust models: none are named (`[models] rust` of schemactl.toml)

        - – Go models: they are not read yet

        ## Type mapping ✅

        | | PostgreSQL | Rust | Columns | Remarks | By |
        |---|---|---|---|---|---|
        | ✅ | bigint | i64 | 1 |  | catalog |
        | ✅ | character varying | String | 1 |  | catalog |
        | ✅ | mood_enum | MoodEnum | 1 |  | catalog |
        | ✅ | text | String | 1 |  | catalog |
        | ✅ | timestamp with time zone | DateTime\<Utc> | 1 |  | catalog |

        ## Enum mapping ✅

        | | Enum type | Rust enum | Labels | Remarks | By |
        |---|---|---|---|---|---|
        | ✅ | mood_enum | MoodEnum | 2 |  | catalog |

        ## Store compatibility –

        - – no stores are configured; SQL in stores is not read yet

        ## Performance characteristics ✅

        ### Indexes

        - ✅ 3 indexes: no two are equal, and none is the beginning of another that serves the same queries [catalog]
        - ✅ 3 indexes: none is on a boolean or a small enum alone [catalog]
        - · there are 0 foreign keys [catalog]

        ### Pagination: which index serves which keyset

        | | Table | Keyset, forwards and backwards | Index | Remarks | By |
        |---|---|---|---|---|---|
        | ✅ | people | ORDER BY id | people_pkey | primary key | catalog |
        | ✅ | people | ORDER BY created_at DESC, id DESC | people_created_at_id_idx |  | catalog |

        ### Queues: partial indexes over a status, in the order of the turn

        | | Table | Index | Order | Rows in it | By |
        |---|---|---|---|---|---|
        | · | none |  |  |  | catalog |

        ### Not measured

        - – speed and load: the report runs no query and reads no statistics of a server

        ## Mistakes looked for ✅

        - · there are 0 foreign keys [catalog]
        - ✅ 1 constraint: each is validated [catalog]
        - ✅ 1 table: each has a primary key [catalog]
        - ✅ 5 columns: none keeps money or a score in floating point [catalog]
        - · there are 0 row triggers [catalog]

        ### Not looked for

        - – a function body that names a column, table or enum label that does not exist: bodies are text to the catalog, except NEW and OLD above
        - – an enum compared with text inside a function body (in checks, predicates and views PostgreSQL itself refuses it)
        - – a check constraint that the table's own trigger violates
        - – a unique key that forbids the next legal row
        - – a status that the code writes and no type allows, outside the enums of the models: SQL in stores is not read yet
        - – a NOT NULL column without a default that an INSERT of a store leaves out (models are compared above)
        - – a claim statement that its own table's check refuses

        ## Migration system compatibility ✅

        - ✅ 4 files of migrations are readable and UTF-8 [files]
        - ✅ every .sql file is named `NNNNNN_name.up.sql` or `NNNNNN_name.down.sql` (golang-migrate) [files]
        - ✅ 2 migrations have an up and a down file [files]
        - ✅ each number is taken once, so the order is defined (1 to 2) [files]
        - ✅ no number is left out [files]
        - ✅ 5 statements of the up files are read; every quote, comment and dollar-quoted body is closed (0 function bodies) [catalog]
        - ✅ run in their order, no statement is refused: each finds what it names [catalog]
        - ✅ 2 statements run CONCURRENTLY in 1 file, with no statement beside them that needs a transaction [files]
        - ✅ 2 down files (3 statements), each run right after its up file, give back the schema of before [catalog]

        ## Agreement with a server –

        - – no server was named

        ## What was not understood ✅

        - ✅ 5 of 5 statements are understood [catalog]

        ## Schema statistics –

        | | Number | Of | By |
        |---|---|---|---|
        | · | 1 | table | catalog |
        | · | 5 | columns | catalog |
        | · | 3 | indexes | catalog |
        | · | 1 | of these behind a primary key, unique or exclusion constraint | catalog |
        | · | 1 | primary key | catalog |
        | · | 1 | enum type | catalog |
        | · | 2 | enum labels | catalog |
        | · | 1 | sequence | catalog |
        | · | 1 | comment | catalog |

        - – counted from the migrations; no server was asked whether it counts the same

        ## Validation summary ❌

        | | Section | Lines | By |
        |---|---|---|---|
        | ✅ | Schema summary | 5 hold | catalog |
        | ❌ | Model compatibility | 1 fails, 2 not checked | catalog |
        | ✅ | Type mapping | 5 hold | catalog |
        | ✅ | Enum mapping | 1 holds | catalog |
        | – | Store compatibility | 1 not checked |  |
        | ✅ | Performance characteristics | 4 hold, 2 stated, 1 not checked | catalog |
        | ✅ | Mistakes looked for | 3 hold, 2 stated, 7 not checked | catalog |
        | ✅ | Migration system compatibility | 9 hold | files, catalog |
        | – | Agreement with a server | 1 not checked |  |
        | ✅ | What was not understood | 1 holds | catalog |
        | – | Schema statistics | 9 stated, 1 not checked | catalog |

        ### Findings

        - ❌ 1 error, 0 warnings, 0 lines of information [catalog]

        ## Findings

        - **error** `model-option-on-not-null` `Person.name` is `Option<String>`, but column public.people.name is NOT NULL – `generated/src/models/people.rs:18:15`, `migrations/000001_people.up.sql:4:15`. Why: None is never read, and writing it fails. To do: make the field `String`
    "#]].assert_eq(&project.plain(&render::markdown(&report).unwrap()));
}

#[test]
fn each_change_of_a_generated_struct_is_its_own_finding() {
    let project = Project::new();
    project.generate();
    let file = "generated/src/models/people.rs";
    let text = project.read(file);
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from} in {text}");
        project.write(file, &text.replace(from, to));
        project.codes()
    };
    assert_eq!(with("pub name: String,", ""), ["model-field-missing"]);
    assert_eq!(with("pub name: String", "pub name: i32"), ["model-type-mismatch"]);
    assert_eq!(with("pub name: String", "pub name: Option<String>"), ["model-option-on-not-null"]);
    assert_eq!(with("pub nick: Option<String>", "pub nick: String"), ["model-nullable-into-plain"]);
    assert_eq!(with("pub name: String", "pub name: String, pub age: i32"), ["model-field-unknown"]);
    let (report, _) = project.report();
    assert_eq!(report.exit_code(), 1);
    let finding = &report.findings[0];
    assert_eq!(finding.subject.as_deref(), Some("public.people.age"));
    let places: Vec<_> = finding.places.iter().map(|place| project.plain(&place.to_string())).collect();
    assert!(places[0].starts_with(file), "{places:?}");
    assert_eq!(places[1], "migrations/000001_people.up.sql:2:1");
}

#[test]
fn in_brief_what_is_wrong_is_told_line_by_line_and_the_rest_in_one() {
    let project = Project::new();
    project.generate();
    let file = "generated/src/models/people.rs";
    project.write(file, &project.read(file).replace("pub name: String", "pub name: Option<String>"));
    let (report, sources) = project.report();
    let options = render::TextOptions { width: 100, ..render::TextOptions::default() };
    let text = project.plain(&render::text(&report, &sources, options));
    let part = |from: &str, to: &str| {
        let start = text.find(from).unwrap();
        text[start..start + text[start..].find(to).unwrap()].to_owned()
    };
    expect![[r#"
        Model compatibility
          Generated code in generated/src
               Struct  Table   Columns read  File                               Remarks  [catalog]
            ❌ Person  people  5 of 5        generated/src/models/people.rs:14  1 finding
            ·  1 struct compared field by field [catalog]
          –  hand-written Rust models: none are named (`[models] rust` of schemactl.toml)
          –  Go models: they are not read yet

    "#]]
    .assert_eq(&part("Model compatibility", "Type mapping"));
    expect![[r#"
        Findings

        error[model-option-on-not-null]: `Person.name` is `Option<String>`, but column public.people.name is
          NOT NULL
          --> generated/src/models/people.rs:18:15
           |
        18 |     pub name: Option<String>,
           |               ^^^^^^^^^^^^^^
           |
          ::: migrations/000001_people.up.sql:4:15
           |
         4 |     name text NOT NULL,
           |               -------- NOT NULL since here
           |
           = note: None is never read, and writing it fails
           = help: make the field `String`

    "#]]
    .assert_eq(&part("Findings\n", "Validation summary"));
}

#[test]
fn colour_changes_nothing_but_colour() {
    let project = Project::new();
    let (report, sources) = project.report();
    let plain = render::TextOptions { full: true, ..render::TextOptions::default() };
    let coloured = render::text(&report, &sources, render::TextOptions { colour: true, ..plain });
    assert!(coloured.contains("\u{1b}["));
    let mut stripped = String::new();
    let mut rest = coloured.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        stripped.push_str(&rest[..at]);
        rest = &rest[at + rest[at..].find('m').unwrap() + 1..];
    }
    stripped.push_str(rest);
    assert_eq!(stripped, render::text(&report, &sources, plain));
}

#[test]
fn down_files_must_take_everything_back() {
    let project = Project::new();
    let line = || {
        let (report, _) = project.report();
        let section = report.sections.into_iter().find(|section| section.id == "migration_system").unwrap();
        section.groups[0].lines.last().unwrap().clone()
    };
    assert_eq!(line().verdict, Verdict::Holds);
    project.write("migrations/000001_people.down.sql", "DROP TABLE people;");
    assert_eq!(project.codes(), ["migration-down-leaves"]);
    assert_eq!(
        line().cells,
        ["down files: the down file of 000001_people does not take all back: enum public.mood_enum stays"]
    );
    project.write("migrations/000001_people.down.sql", "DROP TABLE persons; DROP TYPE mood_enum;");
    assert!(project.codes().iter().all(|code| *code == "migration-down-refused"));
    assert_eq!(line().verdict, Verdict::Fails);
    std::fs::remove_file(project.folder.path().join("migrations/000001_people.down.sql")).unwrap();
    assert_eq!(line().cells, ["down files: 1 migration has none"]);
}

#[test]
fn without_models_nothing_about_models_holds() {
    let project = Project::new();
    let (report, _) = project.report();
    assert_eq!(report.exit_code(), 0);
    for id in ["model_compatibility", "type_mapping", "enum_mapping", "store_compatibility", "agreement"] {
        let section = report.sections.iter().find(|section| section.id == id).unwrap();
        assert_eq!((section.verdict, section.count(Verdict::Holds)), (Verdict::NotChecked, 0), "{id}");
    }
}

#[test]
fn an_empty_folder_holds_nothing() {
    let project = Project::new();
    std::fs::remove_dir_all(project.folder.path().join("migrations")).unwrap();
    let (report, _) = project.report();
    assert_eq!(report.exit_code(), 1);
    let section = report.sections.iter().find(|section| section.id == "migration_system").unwrap();
    assert_eq!(section.count(Verdict::Holds), 0);
}

#[test]
fn a_server_that_agrees_is_named_and_one_that_does_not_fails() {
    let project = Project::new();
    project.generate();
    let server = |catalog: Catalog, differences: Vec<diff::Difference>| {
        ServerSide::Checked(Box::new(CheckedServer {
            kind: ServerKind::Shadow,
            name: "shadow".into(),
            version: "15.14".into(),
            catalog,
            differences,
            not_modelled: Vec::new(),
        }))
    };
    let (report, _) = project.report_with(|catalog| server(catalog.clone(), Vec::new()));
    assert_eq!(report.server.as_deref(), Some("shadow (PostgreSQL 15.14)"));
    let section = |report: &Report, id: &str| report.sections.iter().find(|s| s.id == id).unwrap().clone();
    assert_eq!(section(&report, "agreement").verdict, Verdict::Holds);
    assert_eq!(section(&report, "statistics").count(Verdict::Fact), 0);
    // A catalog of another shape is told by its counts even when no difference was handed in.
    let (report, _) = project.report_with(|_| server(Catalog::new(), Vec::new()));
    assert_eq!(section(&report, "statistics").verdict, Verdict::Fails);
}

#[test]
fn differences_are_called_uncertain_only_when_they_are() {
    let project = Project::new();
    let told = |undecidable: &[bool]| {
        let differences = undecidable
            .iter()
            .map(|undecidable| diff::Difference {
                kind: diff::ObjectKind::Index,
                identity: "public.people_name_idx".into(),
                change: if *undecidable {
                    diff::Change::Attribute {
                        attribute: schemactl_schema::catalog::Attribute::DEFINITION,
                        left: "a".into(),
                        right: "b".into(),
                        undecidable: true,
                    }
                } else {
                    diff::Change::OnlyRight("index".into())
                },
                left: None,
                right: None,
                left_origin: None,
                right_origin: None,
            })
            .collect();
        let (report, _) = project.report_with(|catalog| {
            ServerSide::Checked(Box::new(CheckedServer {
                kind: ServerKind::Live,
                name: "live".into(),
                version: "15.14".into(),
                catalog: catalog.clone(),
                differences,
                not_modelled: Vec::new(),
            }))
        });
        let section = report.sections.into_iter().find(|section| section.id == "agreement").unwrap();
        section.groups[0].lines[0].cells[0].clone()
    };
    assert_eq!(told(&[false]), "1 difference from live (PostgreSQL 15.14)");
    assert_eq!(told(&[false, false]), "2 differences from live (PostgreSQL 15.14)");
    assert_eq!(told(&[false, true]), "2 differences from live (PostgreSQL 15.14), 1 of them not certain");
    assert_eq!(told(&[true]), "1 difference from live (PostgreSQL 15.14), not a certain one");
    assert_eq!(told(&[true, true]), "2 differences from live (PostgreSQL 15.14), none of them certain");
}

/// A project whose hand-written models are this text.
fn with_models(files: &[(&str, &str)]) -> Project {
    let mut project = Project::new();
    for (path, text) in files {
        project.write(path, text);
        project.config.models.rust.push((*path).into());
    }
    project
}

/// The text of a section, in columns of the width.
fn section_text(project: &Project, title: &str, width: usize, full: bool) -> String {
    let (report, sources) = project.report();
    let options = render::TextOptions { width, full, ..render::TextOptions::default() };
    let text = project.plain(&render::text(&report, &sources, options));
    let start = text.find(&format!("\n{title}\n")).unwrap() + 1;
    let end = text[start..].find("\n\n").map_or(text.len(), |end| start + end);
    text[start..end].to_owned() + "\n"
}

#[test]
fn what_was_not_compared_is_never_ticked() {
    let project = with_models(&[(
        "src/a.rs",
        "model!();
         #[cfg(unix)] #[derive(FromRow)] struct Person { id: i8 }
         #[derive(FromRow)] #[sqlx(rename_all = \"snake_case\")]
         struct People { id: i64, name: String, mood: Mood, #[cfg(unix)] nick: Option<String> }
         #[derive(Deserialize)] struct Persons; struct PEOPLE { a: i8 }
         #[sqlx(type_name = \"mood_enum\", rename_all = \"snake_case\")] enum Mood { Glad, #[cfg(unix)] Sad }
         fn f() { #[derive(FromRow)] struct Inner { a: i8 } }",
    )]);
    expect![[r"
        Model compatibility
          –  generated code: generated/src holds no Rust file (`schemactl generate` writes them)
          Hand-written Rust models
               Struct  Table   Columns read  File        Remarks  [catalog]
            –  People  people  3 of 5        src/a.rs:4  `nick` not compared: it depends on `#[cfg(unix)]`; not read:
                                                         created_at
            –  Person                        src/a.rs:2  not compared: it depends on `#[cfg(unix)]`
          –  1 struct is named like a table and does not say that it reads rows (no FromRow, no table attribute, not
             in `[models.map]`): PEOPLE (src/a.rs:5)
          –  not read: what `model!` expands to: it may define structs and enums (src/a.rs:1)
          –  not read: the struct `Inner` inside of a function (src/a.rs:7)
          –  Go models: they are not read yet
    "]].assert_eq(&section_text(&project, "Model compatibility", 110, true));
    expect![[r"
        Enum mapping
             Enum type  Rust enum  Labels  Remarks  [catalog]
          –  mood_enum  Mood       2       1 of 2 labels has a variant; 2 variants; `Sad` not compared: it depends on
                                           `#[cfg(unix)]`
    "]].assert_eq(&section_text(&project, "Enum mapping", 110, true));
}

#[test]
fn enums_of_one_name_are_told_apart() {
    let mood = "#[sqlx(type_name = \"mood_enum\", rename_all = \"snake_case\")] enum Mood { Glad, Sad }";
    let project = with_models(&[("src/a.rs", mood), ("src/b.rs", mood)]);
    expect![[r"
        Enum mapping
             Enum type  Rust enum          Labels  [catalog]
          ✅ mood_enum  Mood (src/a.rs:1)  2
          ✅ mood_enum  Mood (src/b.rs:1)  2
    "]]
    .assert_eq(&section_text(&project, "Enum mapping", 100, true));
}

#[test]
fn a_narrow_terminal_has_everything_in_its_width() {
    let project = Project::new();
    project.generate();
    let file = "generated/src/models/people.rs";
    project.write(file, &project.read(file).replace("pub name: String", "pub name: Option<String>"));
    expect![[r#"
        Model compatibility
          Generated code in generated/src
            ❌ Person; Table: people; Columns
               read: 5 of 5; File:
               generated/src/models/people.
               rs:14; Remarks: 1 finding
               [catalog]
          –  hand-written Rust models: none are
             named (`[models] rust` of
             schemactl.toml)
          –  Go models: they are not read yet
    "#]]
    .assert_eq(&section_text(&project, "Model compatibility", 40, true));
    let (report, sources) = project.report();
    let options = render::TextOptions { width: 40, full: true, ..render::TextOptions::default() };
    let text = project.plain(&render::text(&report, &sources, options));
    // Excerpts of sources keep their lines, and a name of a file is not cut.
    let wide: Vec<&str> = text
        .lines()
        .filter(|line| unicode_width::UnicodeWidthStr::width(*line) > 40)
        .filter(|line| !line.contains(" | ") && !line.contains("-->") && !line.contains(":::"))
        .collect();
    assert_eq!(wide, Vec::<&str>::new());
}

#[test]
fn nothing_is_said_to_be_checked_against_nothing() {
    let project = with_models(&[("src/a.rs", "#[cfg(unix)] #[derive(FromRow)] struct Person { id: i8 }")]);
    let (report, sources) = project.report();
    let text = render::text(&report, &sources, render::TextOptions::default());
    assert!(!text.contains("[]"), "{text}");
}

#[test]
fn one_of_anything_is_told_in_the_singular() {
    let mut project = Project::new();
    for side in ["up", "down"] {
        std::fs::remove_file(project.folder.path().join(format!("migrations/000002_indexes.{side}.sql")))
            .unwrap();
    }
    project.write("migrations/000001_people.up.sql", "CREATE TYPE mood_enum AS ENUM ('glad');");
    project.write("migrations/000001_people.down.sql", "DROP TYPE mood_enum;");
    project.write("src/a.rs", "enum Mood { Glad }");
    project.config.models.rust.push("src/a.rs".into());
    let (report, sources) = project.report();
    for full in [true, false] {
        let options = render::TextOptions { full, width: 200, ..render::TextOptions::default() };
        let text = render::text(&report, &sources, options);
        let many = [
            "files",
            "migrations",
            "statements",
            "types",
            "labels",
            "variants",
            "lines",
            "bodies",
            "have",
            "are",
        ];
        for line in text.lines() {
            let words: Vec<&str> = line.split([' ', ';', ',', '(', ')']).collect();
            let wrong = words.windows(2).any(|pair| pair[0] == "1" && many.contains(&pair[1]));
            assert!(!wrong && !line.contains("1 migration have"), "{line}");
        }
    }
}

#[test]
fn allowed_findings_are_information_with_their_reason() {
    let mut project = Project::new();
    project.write(
        "migrations/000003_more.up.sql",
        "CREATE INDEX CONCURRENTLY again ON people (name);\nALTER TABLE people ADD COLUMN n int;",
    );
    project.write("migrations/000003_more.down.sql", "DROP INDEX again; ALTER TABLE people DROP COLUMN n;");
    assert_eq!(project.codes(), ["migration-mixes-transaction-modes", "index-duplicate"]);
    let allow = |code: &str, subject: &str| crate::config::Allow {
        code: code.into(),
        subject: subject.into(),
        reason: "being replaced".into(),
    };
    project.config.allow =
        vec![allow("index-duplicate", "public.again"), allow("index-duplicate", "public.gone")];
    let (report, _) = project.report();
    let told: Vec<_> = report.findings.iter().map(|finding| (finding.code, finding.severity)).collect();
    assert_eq!(
        told,
        [
            ("migration-mixes-transaction-modes", Severity::Error),
            ("allow-unused", Severity::Warning),
            ("index-duplicate", Severity::Info),
        ]
    );
    assert_eq!(report.findings[2].why.as_deref(), Some("allowed: being replaced"));
}

#[test]
fn json_carries_findings_statistics_and_sections() {
    let project = Project::new();
    let (report, _) = project.report();
    let json: serde_json::Value = serde_json::from_str(&render::json(&report).unwrap()).unwrap();
    assert_eq!(json["statistics"]["tables"], 1);
    assert_eq!(json["statistics"]["enum_labels"], 2);
    assert!(json["findings"].as_array().unwrap().is_empty());
    assert_eq!(json["sections"][0]["id"], "schema_summary");
    assert_eq!(json["verdict"], "holds");
}
