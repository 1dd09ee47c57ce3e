//! The manual's page on layouts is made from the table that the program uses.

use std::fmt::Write as _;

use crate::migrations::layout::{ALL, Downs};

const HEAD: &str = "\
# Layouts of migrations

A folder, or one file, is read in the layout of the tool that it was written for. The layout is found from what lies in
the folder; `--layout NAME`, or `layout = \"NAME\"` in `schemactl.toml`, insists on one. Where a folder could be two, the
layout that reads most of its files is taken, and the files it leaves are named. `plain` is taken when a tool's layout
would leave more than half of the files unread. A file of SQL that is not read is always said.

When the folder itself holds no SQL, the one folder below it that does is taken, or PostgreSQL's beside those of other
databases (`postgres/`, `mysql/`, `sqlite/`).

Migrations written in a programming language (SeaORM, Rails, Alembic, Django, Knex, TypeORM, Ecto, Entity Framework, and
goose's or golang-migrate's in Go) cannot be read, and are named. `schemactl migrate` keeps golang-migrate's table and
runs layouts whose versions are rising whole numbers. `schemactl.lock` in the folder is ours (`schemactl lock`); for a
set of one file it is that file's name with `.lock`.
";

#[test]
fn the_page_on_layouts_is_the_table() {
    let mut page = HEAD.to_owned();
    for facts in ALL {
        let undone = match facts.downs {
            Downs::Files => "a file of its own, expected of each migration",
            Downs::Sections => "a section of the same file, expected of each migration",
            Downs::Optional => "a file of its own, if there is one",
            Downs::OptionalSections => "a section of the same file, if there is one",
            Downs::None => "nothing",
        };
        let outside = if facts.outside.is_empty() { "nothing in the files" } else { facts.outside };
        write!(
            page,
            "\n## {}\n\n- Files: {}\n- Found by: {}\n- Version: {}\n- Undone by: {undone}\n- Outside a transaction: \
             {outside}\n- Not followed: {}\n",
            facts.name, facts.files, facts.found_by, facts.version, facts.limits
        )
        .unwrap();
    }
    expect_test::expect_file!["../../../../docs/layouts.md"].assert_eq(&page);
}
