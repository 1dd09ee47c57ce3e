//! A first `schemactl.toml` for the project that is found in a folder.

mod folders;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use schemactl_codegen::HEADER;
use schemactl_codegen::manifest::MANIFEST_HEADER;
use schemactl_codegen::settings::{DateTime, Numeric};
use schemactl_schema::migrations::{Layout, MigrationSet};

/// Where migrations usually are, the likeliest first.
const MIGRATIONS: &[&str] = &[
    "migrations",
    "db/migrations",
    "db/migrate",
    "database/migrations",
    "sql/migrations",
    "src/migrations",
    "prisma/migrations",
    "internal/migrations",
    "schema/migrations",
    "sql",
];

/// What folders of migrations are called wherever they are.
const MIGRATION_FOLDERS: &[&str] = &["migrations", "migrate"];

/// Where generated code usually is.
const GENERATED: &[&str] =
    &["generated", "generated/src", "src/schema", "src/generated", "src/db", "src/models", "crates/schema"];

/// The modules that generated code may become in a package, the first that is free.
const MODULES: &[&str] = &["schema", "generated", "schema_generated"];

/// What a whole crate is called where nothing says so.
const CRATE_NAME: &str = "app-schema";

/// What a folder says of its project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The folder of the migrations, how they are laid out, and how many there are.
    pub migrations: Option<(PathBuf, Layout, usize)>,
    /// The folder that generated code is in already; of a whole crate its name, too.
    pub generated: Option<(PathBuf, Option<String>)>,
    /// The folder that generated code goes to where there is none, and the name of the crate that it becomes.
    pub free: (PathBuf, Option<String>),
    /// The version of sqlx that `Cargo.toml` asks for, empty where it is said elsewhere.
    pub sqlx: Option<String>,
    pub datetime: DateTime,
    pub numeric: Numeric,
}

/// Looks at a folder; what cannot be read counts as not there.
pub fn look(folder: &Path) -> Found {
    // The empty path stands for the current folder where names are joined to it, and cannot be listed.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folders = folders::below(folder);
    let generated = find_generated(folder, &folders);
    let manifest = manifest(&folder.join("Cargo.toml"));
    // What a whole crate was made with is what it shall be made with.
    let whole = generated.as_ref().filter(|(_, name)| name.is_some());
    let whole = whole.map(|(path, _)| self::manifest(&folder.join(path).join("Cargo.toml")));
    // A workspace's root names the versions for its members.
    let tables: Vec<&toml::Table> = [
        whole.as_ref().and_then(|whole| whole.get("dependencies")),
        manifest.get("dependencies"),
        manifest.get("workspace").and_then(|workspace| workspace.get("dependencies")),
    ]
    .into_iter()
    .flatten()
    .filter_map(toml::Value::as_table)
    .collect();
    let sqlx_feature = |name: &str| {
        tables
            .iter()
            .filter_map(|table| table.get("sqlx")?.get("features")?.as_array())
            .any(|features| features.iter().any(|feature| feature.as_str() == Some(name)))
    };
    let uses = |name: &str| tables.iter().any(|table| table.contains_key(name)) || sqlx_feature(name);
    let sqlx = tables.iter().find_map(|table| table.get("sqlx")).map(|sqlx| {
        let version = sqlx.as_str().or_else(|| sqlx.get("version")?.as_str());
        version.unwrap_or_default().to_owned()
    });
    Found {
        migrations: find_migrations(folder, &folders),
        free: free(folder, manifest.contains_key("package")),
        datetime: if uses("time") && !uses("chrono") { DateTime::Time } else { DateTime::Chrono },
        numeric: if uses("bigdecimal") && !uses("rust_decimal") {
            Numeric::BigDecimal
        } else {
            Numeric::RustDecimal
        },
        generated,
        sqlx,
    }
}

fn manifest(path: &Path) -> toml::Table {
    fs::read_to_string(path).ok().and_then(|text| text.parse().ok()).unwrap_or_default()
}

fn find_migrations(folder: &Path, folders: &[PathBuf]) -> Option<(PathBuf, Layout, usize)> {
    let called = |path: &&PathBuf| {
        MIGRATION_FOLDERS.iter().any(|name| path.file_name().is_some_and(|own| own == *name))
    };
    let usual = MIGRATIONS.iter().map(Path::new).filter(|path| folder.join(path).is_dir());
    usual.chain(folders.iter().filter(called).map(PathBuf::as_path)).find_map(|path| {
        let (set, _) = MigrationSet::read_as(&folder.join(path), None);
        (!set.migrations.is_empty()).then(|| (path.to_path_buf(), set.layout, set.migrations.len()))
    })
}

/// The folder of a whole crate, or of a module tree that is of no crate of ours.
fn find_generated(folder: &Path, folders: &[PathBuf]) -> Option<(PathBuf, Option<String>)> {
    let begins =
        |path: PathBuf, header: &str| fs::read_to_string(path).is_ok_and(|text| text.starts_with(header));
    let usual = GENERATED.iter().map(PathBuf::from);
    usual.chain(folders.iter().cloned()).find_map(|path| {
        let whole = folder.join(&path);
        if begins(whole.join("Cargo.toml"), MANIFEST_HEADER) {
            let name = manifest(&whole.join("Cargo.toml")).get("package")?.get("name")?.as_str()?.to_owned();
            return Some((path, Some(name)));
        }
        let is_part = path.parent().is_some_and(|parent| {
            path.file_name().is_some_and(|name| name == "src")
                && begins(folder.join(parent).join("Cargo.toml"), MANIFEST_HEADER)
        });
        // The root of a tree has a line of hashes below that of schemactl.
        let root = format!("{HEADER}\n// Schema ");
        let is_root = ["lib.rs", "mod.rs"].iter().any(|name| begins(whole.join(name), &root));
        (is_root && !is_part).then_some((path, None))
    })
}

/// Where code can go: a module of the folder's package, else a crate of its own.
fn free(folder: &Path, has_package: bool) -> (PathBuf, Option<String>) {
    let src = folder.join("src");
    if has_package && src.is_dir() {
        let taken = |name: &&&str| !src.join(name).exists() && !src.join(format!("{name}.rs")).exists();
        let name = MODULES.iter().find(taken).unwrap_or(&MODULES[0]);
        return (Path::new("src").join(name), None);
    }
    let crates = if folder.join("crates").is_dir() {
        Path::new("crates").join(CRATE_NAME)
    } else {
        "generated".into()
    };
    (crates, Some(CRATE_NAME.to_owned()))
}

/// The version of sqlx that generated code is written for.
const SQLX: &str = "0.9";

/// Whether a version that is asked for is of an sqlx before that.
fn is_old(version: &str) -> bool {
    let mut numbers = version.trim_start_matches(['^', '=', '~', '>', ' ']).split('.').map(str::parse);
    matches!((numbers.next(), numbers.next()), (Some(Ok(0)), Some(Ok(0..=8))))
}

impl Found {
    /// The folder that code is generated into.
    pub fn out(&self) -> &Path {
        &self.generated.as_ref().unwrap_or(&self.free).0
    }

    /// The name of the crate that generated code is, where it is a whole one.
    pub fn crate_name(&self) -> Option<&str> {
        self.generated.as_ref().unwrap_or(&self.free).1.as_deref()
    }

    /// What was found, a line each.
    pub fn told(&self) -> Vec<String> {
        let mut lines = Vec::new();
        lines.push(match &self.migrations {
            Some((folder, layout, count)) => {
                let s = if *count == 1 { "" } else { "s" };
                format!("{count} migration{s} in {}, laid out as {} does", folder.display(), layout.name())
            }
            None => "no migrations: name their folder in schemactl.toml".to_owned(),
        });
        let out = self.out().display();
        lines.push(match (&self.generated, self.crate_name()) {
            (Some(_), Some(name)) => format!("the generated crate {name} in {out}"),
            (Some(_), None) => format!("generated code in {out}"),
            (None, Some(name)) => format!("no generated code; it will be the crate {name} in {out}"),
            (None, None) => format!("no generated code; it will go to {out}"),
        });
        let crates = format!("{} and {}", self.datetime_name(), self.numeric_name());
        match &self.sqlx {
            Some(version) if is_old(version) => {
                lines.push(format!("sqlx {version} in Cargo.toml: generated code needs {SQLX}"));
            }
            Some(_) => lines.push(format!("sqlx in Cargo.toml; {crates}")),
            // A whole crate has a manifest of its own.
            None if self.crate_name().is_some() => {}
            None => lines.push(format!("no sqlx in Cargo.toml: generated code needs {SQLX}")),
        }
        lines
    }

    fn datetime_name(&self) -> &'static str {
        match self.datetime {
            DateTime::Chrono => "chrono",
            DateTime::Time => "time",
        }
    }

    fn numeric_name(&self) -> &'static str {
        match self.numeric {
            Numeric::RustDecimal => "rust_decimal",
            Numeric::BigDecimal => "bigdecimal",
        }
    }

    /// The text of `schemactl.toml`. In a comment that begins with `#` and no space stands a setting.
    pub fn text(&self) -> String {
        let shown =
            |path: &Path| toml::Value::String(path.display().to_string().replace('\\', "/")).to_string();
        let (folder, layout) = match &self.migrations {
            Some((folder, layout, _)) => (folder.as_path(), layout.name()),
            None => (Path::new("migrations"), "auto"),
        };
        let set = |name: &str, value: &str, default: &str| {
            format!("{}{name} = \"{value}\"\n", if value == default { "#" } else { "" })
        };
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "# Settings of schemactl. Every line is optional; take the # away from a setting to use it.\n\n\
             # The folder of the migrations, relative to this file, and how they are laid out.\n\
             migrations = {}\n#layout = \"{layout}\"\n\n[generate]\n\
             # The folder that `schemactl generate` owns: one called src is a crate's, any other a module.\n\
             out = {}\n#layout = \"module\"\n\
             # A whole crate of this name instead, its Cargo.toml and src in the folder above.\n\
             {}crate = \"{}\"\n\
             # The crates of dates and times (chrono, time) and of numeric (rust_decimal, bigdecimal).\n{}{}",
            shown(folder),
            shown(self.out()),
            if self.crate_name().is_some() { "" } else { "#" },
            self.crate_name().unwrap_or(CRATE_NAME),
            set("datetime", self.datetime_name(), "chrono"),
            set("numeric", self.numeric_name(), "rust_decimal"),
        );
        text += REST;
        text
    }
}

const REST: &str = "\
# The column that counts the updates of a row, for optimistic updates.
#version_column = \"version\"
# Whether rows, new rows and patches derive Serialize and Deserialize.
#serde = true
# What is left out.
#stores = true
#pages = true
#functions = true
# Schemas, tables, types and functions, with * and ?; nothing included means all of them.
#include = []
#exclude = []

# The Rust type of a column, a domain or a type.
#[generate.types]
#\"public.users.email\" = \"crate::Email\"
#citext = { rust = \"crate::Text\", copy = false, hash = true, serde = true, array = true }

# Rust names of tables, columns, types and labels.
#[generate.rename]
#\"public.users\" = \"Account\"

# Derives and attributes for all, rows, new, patches, enums, composites, domains, or one type.
#[generate.derive]
#rows = [\"Eq\"]
#[generate.attributes]
#enums = [\"#[non_exhaustive]\"]

# Crates for the Cargo.toml of a whole crate.
#[generate.dependencies]
#my_types = \"1\"

# Hand-written structs to hold against the schema.
#[models]
#rust = [\"src/models/**/*.rs\"]
#ignore = []

# Which table a struct stands for, where its name does not tell.
#[models.map]
#Account = \"public.users\"

# A finding that is known and stays, with its reason.
#[[allow]]
#code = \"index-prefix-redundant\"
#subject = \"public.users_email_idx\"
#reason = \"kept until the old release is gone\"
";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    /// The text with every setting in it in use.
    fn uncommented(text: &str) -> String {
        text.lines()
            .map(|line| match line.strip_prefix('#') {
                Some(setting) if !setting.starts_with(' ') => setting,
                _ => line,
            })
            .map(|line| format!("{line}\n"))
            .collect()
    }

    #[test]
    fn every_setting_parses_as_it_is_and_uncommented() {
        let folder = tempfile::tempdir().unwrap();
        let found = look(folder.path());
        for text in [found.text(), uncommented(&found.text())] {
            Config::parse(Path::new("schemactl.toml"), &text).unwrap();
        }
        let plain = Config::parse(Path::new("schemactl.toml"), &found.text()).unwrap();
        let mut alone = Config::default().generate;
        alone.out = Some("generated".into());
        alone.crate_name = Some(CRATE_NAME.to_owned());
        assert_eq!(plain.generate, alone, "without a package a crate of its own, else defaults");
        let all = Config::parse(Path::new("schemactl.toml"), &uncommented(&found.text())).unwrap();
        assert_eq!(all.models.map.len(), 1);
        assert_eq!(all.generate.types.len(), 2);
    }

    #[test]
    fn what_a_project_has_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("db/migrations/000001_a.up.sql", "CREATE TABLE a (b int);");
        write("db/migrations/000001_a.down.sql", "DROP TABLE a;");
        write("src/db/mod.rs", &format!("{HEADER}\n// Schema 1, settings 2\n"));
        write(
            "Cargo.toml",
            "[package]\nname = 'app'\n[dependencies]\nsqlx = { version = '0.9', features = ['time'] }\nbigdecimal = '0.4'\n",
        );
        let found = look(folder.path());
        assert_eq!(
            found.told(),
            [
                "1 migration in db/migrations, laid out as golang-migrate does",
                "generated code in src/db",
                "sqlx in Cargo.toml; time and bigdecimal",
            ]
        );
        let config = Config::parse(Path::new("schemactl.toml"), &found.text()).unwrap();
        assert_eq!(config.migrations.0, Path::new("db/migrations"));
        assert_eq!(config.generate.folder(), Path::new("src/db"));
        assert_eq!(
            (config.generate.datetime, config.generate.numeric),
            (DateTime::Time, Numeric::BigDecimal)
        );
    }

    #[track_caller]
    fn check(files: &[(&str, &str)], told: &[&str], out: &str, crate_name: Option<&str>) {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let found = look(folder.path());
        assert_eq!(found.told(), told);
        let config = Config::parse(Path::new("schemactl.toml"), &found.text()).unwrap();
        assert_eq!(config.generate.folder(), Path::new(out));
        assert_eq!(config.generate.crate_name.as_deref(), crate_name);
    }

    #[test]
    fn migrations_and_a_generated_crate_are_found_wherever_they_are() {
        let made =
            format!("{MANIFEST_HEADER}\n[package]\nname = 'own-schema'\n[dependencies]\ntime = '0.3'\n");
        let root = format!("{HEADER}\n// Schema 1, settings 2\n");
        check(
            &[
                ("Cargo.toml", "[workspace]\nmembers = ['crates/*']\n"),
                ("crates/db/migrations/0001_a.sql", "CREATE TABLE a (b int);"),
                ("crates/made/Cargo.toml", &made),
                ("crates/made/src/lib.rs", &root),
                ("crates/made/src/models/mod.rs", &format!("{HEADER}\n")),
            ],
            &[
                "1 migration in crates/db/migrations, laid out as sqlx does",
                "the generated crate own-schema in crates/made",
            ],
            "crates/made",
            Some("own-schema"),
        );
    }

    #[test]
    fn code_goes_where_nothing_is() {
        check(
            &[
                ("Cargo.toml", "[package]\nname = 'a'\n[dependencies]\nsqlx = { version = '0.8.6' }\n"),
                ("src/schema.rs", "// diesel's"),
            ],
            &[
                "no migrations: name their folder in schemactl.toml",
                "no generated code; it will go to src/generated",
                "sqlx 0.8.6 in Cargo.toml: generated code needs 0.9",
            ],
            "src/generated",
            None,
        );
        check(
            &[("Cargo.toml", "[workspace]\n"), ("crates/a/src/lib.rs", "")],
            &[
                "no migrations: name their folder in schemactl.toml",
                "no generated code; it will be the crate app-schema in crates/app-schema",
            ],
            "crates/app-schema",
            Some("app-schema"),
        );
    }
}
