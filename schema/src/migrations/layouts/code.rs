//! Migrations written in a programming language: known by their names, so that they can be said not to be read.

use super::super::folder::{File, Folder};

/// Endings, languages, and tools that keep migrations in them.
const LANGUAGES: &[(&str, &str, &str)] = &[
    (".rs", "Rust", "SeaORM, refinery"),
    (".go", "Go", "goose, golang-migrate"),
    (".rb", "Ruby", "Rails"),
    (".py", "Python", "Alembic, Django"),
    (".ts", "TypeScript", "TypeORM, Knex, Kysely"),
    (".js", "JavaScript", "Knex, Sequelize"),
    (".mjs", "JavaScript", "Knex"),
    (".exs", "Elixir", "Ecto"),
    (".php", "PHP", "Laravel, Doctrine"),
    (".cs", "C#", "Entity Framework"),
    (".java", "Java", "Flyway"),
    (".kt", "Kotlin", "Flyway"),
    (".xml", "XML", "Liquibase"),
    (".yaml", "YAML", "Liquibase"),
    (".yml", "YAML", "Liquibase"),
];

/// The language of a file that is named like a migration, and tools that use it.
pub(in super::super) fn language(file: &File) -> Option<(&'static str, &'static str)> {
    let name = file.name();
    let (_, language, tools) = LANGUAGES.iter().find(|(ending, ..)| name.ends_with(ending))?;
    let numbered = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let looks_alike = numbered(name) && name.contains('_')
        // SeaORM, Flyway, Doctrine, Alembic's random identifiers.
        || name.strip_prefix('m').is_some_and(|rest| numbered(rest) && rest.contains('_'))
        || name.strip_prefix(['V', 'U']).is_some_and(|rest| numbered(rest) && rest.contains("__"))
        || name.strip_prefix("Version").is_some_and(numbered)
        || name.split_once('_').is_some_and(|(id, _)| {
            id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
        || name.contains("changelog");
    let tested = name.contains("_test.") || name.contains(".test.") || name.contains(".spec.");
    (looks_alike && !tested).then_some((*language, *tools))
}

/// All of them, with where they stand in the folder.
pub(in super::super) fn files(folder: &Folder) -> Vec<(usize, &'static str, &'static str)> {
    let of = |(at, file): (usize, &File)| language(file).map(|(language, tools)| (at, language, tools));
    folder.files.iter().enumerate().filter_map(of).collect()
}
