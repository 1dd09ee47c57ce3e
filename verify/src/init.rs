//! A first `schemactl.toml` for the project that is found in a folder.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use schemactl_codegen::HEADER;
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

/// Where generated code usually is.
const GENERATED: &[&str] =
    &["generated/src", "src/schema", "src/generated", "src/db", "src/models", "crates/schema/src"];

/// What a folder says of its project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The folder of the migrations, how they are laid out, and how many there are.
    pub migrations: Option<(PathBuf, Layout, usize)>,
    /// The folder that generated code is in already.
    pub generated: Option<PathBuf>,
    /// Whether there is a crate whose `src` can hold a module.
    pub has_src: bool,
    /// Whether `Cargo.toml` names sqlx.
    pub has_sqlx: bool,
    pub datetime: DateTime,
    pub numeric: Numeric,
}

/// Looks at a folder; what cannot be read counts as not there.
pub fn look(folder: &Path) -> Found {
    let migrations = MIGRATIONS.iter().find_map(|name| {
        let dir = folder.join(name);
        if !dir.is_dir() {
            return None;
        }
        let (set, _) = MigrationSet::read_as(&dir, None);
        (!set.migrations.is_empty()).then(|| (PathBuf::from(name), set.layout, set.migrations.len()))
    });
    let is_generated = |name: &&&str| {
        ["lib.rs", "mod.rs"].iter().any(|root| {
            fs::read_to_string(folder.join(**name).join(root)).is_ok_and(|text| text.starts_with(HEADER))
        })
    };
    let generated = GENERATED.iter().find(is_generated).map(PathBuf::from);
    let manifest: toml::Table = fs::read_to_string(folder.join("Cargo.toml"))
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_default();
    // A workspace's root names the versions for its members.
    let tables: Vec<&toml::Table> = [
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
    Found {
        migrations,
        generated,
        has_src: folder.join("src").is_dir(),
        has_sqlx: tables.iter().any(|table| table.contains_key("sqlx")),
        datetime: if uses("time") && !uses("chrono") { DateTime::Time } else { DateTime::Chrono },
        numeric: if uses("bigdecimal") && !uses("rust_decimal") {
            Numeric::BigDecimal
        } else {
            Numeric::RustDecimal
        },
    }
}

impl Found {
    /// The folder that code is generated into.
    pub fn out(&self) -> PathBuf {
        match &self.generated {
            Some(folder) => folder.clone(),
            None if self.has_src => "src/schema".into(),
            None => "generated/src".into(),
        }
    }

    /// What was found, a line each.
    pub fn told(&self) -> Vec<String> {
        let mut lines = Vec::new();
        lines.push(match &self.migrations {
            Some((folder, layout, count)) => {
                format!("{count} migrations in {}, laid out as {} does", folder.display(), layout.name())
            }
            None => "no migrations: name their folder in schemactl.toml".to_owned(),
        });
        lines.push(match &self.generated {
            Some(folder) => format!("generated code in {}", folder.display()),
            None => format!("no generated code; it will go to {}", self.out().display()),
        });
        if self.has_sqlx {
            lines.push(format!("sqlx in Cargo.toml; {} and {}", self.datetime_name(), self.numeric_name()));
        } else {
            lines.push("no sqlx in Cargo.toml: generated code needs it".to_owned());
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
             #crate = \"app-schema\"\n\
             # The crates of dates and times (chrono, time) and of numeric (rust_decimal, bigdecimal).\n{}{}",
            shown(folder),
            shown(&self.out()),
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
        assert_eq!(plain.generate, Config::default().generate, "nothing but defaults without a project");
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
        write("src/db/mod.rs", &format!("{HEADER}\n"));
        write(
            "Cargo.toml",
            "[dependencies]\nsqlx = { version = '0.9', features = ['time'] }\nbigdecimal = '0.4'\n",
        );
        let found = look(folder.path());
        assert_eq!(
            found.told(),
            [
                "1 migrations in db/migrations, laid out as golang-migrate does",
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
}
