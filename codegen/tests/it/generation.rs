//! What generation makes of tables, types and names.

use crate::support::{Fixture, sql};
use expect_test::{Expect, expect};
use schemactl_codegen::{HEADER, Layout, Settings, generate};
use schemactl_schema::catalog::{Generated, Identity, RelationKind};
use schemactl_schema::diagnostic::Diagnostic;

/// With the traits of serde, so that their attributes are seen.
fn settings() -> Settings {
    Settings::parse("serde = true").unwrap()
}

fn text(fixture: &Fixture, path: &str) -> String {
    let (files, _) = generate(&fixture.catalog, &settings());
    let file = files.iter().find(|file| file.path.to_str() == Some(path));
    let text = &file.unwrap_or_else(|| panic!("no file {path} in {files:#?}")).text;
    let text = text.strip_prefix(HEADER).unwrap().trim_start_matches('\n');
    // What stands beside a row struct has tests of its own.
    let row = text.find("\n/// A row to be inserted into ").map_or(text, |end| &text[..end]);
    row.to_owned()
}

#[track_caller]
fn check(fixture: &Fixture, path: &str, expected: &Expect) {
    expected.assert_eq(&text(fixture, path));
}

fn findings(fixture: &Fixture) -> Vec<Diagnostic> {
    generate(&fixture.catalog, &settings()).1
}

fn paths(fixture: &Fixture, layout: Layout) -> Vec<String> {
    let (files, _) = generate(&fixture.catalog, &settings().layout(layout));
    files.iter().map(|file| file.path.display().to_string()).collect()
}

/// The files of models and enums alone, and those that hold the tree together.
fn paths_of_types(fixture: &Fixture, layout: Layout) -> Vec<String> {
    let others = ["errors/", "pages/", "stores/", "support/"];
    let of_types = |path: &String| !others.iter().any(|other| path.contains(other));
    paths(fixture, layout).into_iter().filter(of_types).collect()
}

#[test]
fn a_table_becomes_a_row_struct() {
    let mut fixture = Fixture::default();
    fixture.enumeration("user_role_enum", &["viewer", "admin"]);
    let users = fixture.table(
        "users",
        &[
            ("id", "uuid not null"),
            ("number", "int8 not null"),
            ("email", "varchar not null"),
            ("full_name", "text not null"),
            ("role", "user_role_enum not null"),
            ("seen_at", "timestamptz"),
            ("tags", "text[] not null"),
        ],
    );
    fixture.primary_key(users, &["id"]);
    fixture.comment(users, "Accounts.\n\nDeactivated rather than deleted.");
    let email = fixture.column_id(users, "email");
    fixture.comment(email, "Login name [as typed].");
    fixture.column(users, "email").ty.modifiers = vec!["320".into()];
    fixture.column(users, "id").default = Some(sql("gen_random_uuid()"));
    fixture.column(users, "number").identity = Some(Identity::Always);
    fixture.column(users, "role").default = Some(sql("'viewer'"));
    fixture.column(users, "full_name").generated =
        Some(Generated { expression: sql("first ||\n   last"), stored: true });
    check(
        &fixture,
        "models/users.rs",
        &expect![[r#"
            use chrono::{DateTime, Utc};
            use sqlx::FromRow;
            use sqlx::postgres::PgRow;
            use uuid::Uuid;

            use super::super::enums::UserRoleEnum;
            use super::super::support::{AnyRow, Change, OrDefault, Record, RowReader, some};

            /// Accounts.
            ///
            /// Deactivated rather than deleted.
            ///
            /// A row of `public.users`; primary key: `id`.
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            pub struct User {
                /// `uuid NOT NULL DEFAULT gen_random_uuid()`
                pub id: Uuid,
                /// `bigint NOT NULL GENERATED ALWAYS AS IDENTITY`
                pub number: i64,
                /// Login name \[as typed\].
                ///
                /// `character varying(320) NOT NULL`
                pub email: String,
                /// `text NOT NULL GENERATED ALWAYS AS (first || last) STORED`
                pub full_name: String,
                /// `public.user_role_enum NOT NULL DEFAULT 'viewer'`
                pub role: UserRoleEnum,
                /// `timestamp with time zone`
                pub seen_at: Option<DateTime<Utc>>,
                /// `text[] NOT NULL`
                pub tags: Vec<String>,
            }

            impl Record for User {
                fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
                    Ok(Self {
                        id: row.column("id")?,
                        number: row.column("number")?,
                        email: row.column("email")?,
                        full_name: row.column("full_name")?,
                        role: row.column("role")?,
                        seen_at: row.finite("seen_at")?,
                        tags: row.column("tags")?,
                    })
                }
            }

            impl<'r> FromRow<'r, PgRow> for User {
                fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
                    Record::read(&mut AnyRow::new(row))
                }
            }
        "#]],
    );
    check(
        &fixture,
        "models/mod.rs",
        &expect![[r#"
            mod users;

            pub use self::users::{NewUser, User, UserPatch};
        "#]],
    );
    check(
        &fixture,
        "lib.rs",
        &expect![[r#"
            // Schema 776f6dfda13c7907, settings 52564aa7ab1980f3

            /// One enum for each enum type.
            #[allow(clippy::enum_variant_names)]
            pub mod enums;

            /// One error for each table: a variant for each constraint.
            #[allow(clippy::enum_variant_names)]
            pub mod errors;

            /// One struct for each table and view: a row as it is read; beside it what is inserted and what is changed.
            #[allow(
                clippy::disallowed_names,
                clippy::struct_field_names,
                clippy::pub_underscore_fields,
                clippy::used_underscore_binding,
            )]
            pub mod models;

            /// For each table the orders that its indexes serve, for pagination by key.
            #[allow(
                clippy::disallowed_names,
                clippy::pub_underscore_fields,
                clippy::struct_field_names,
                clippy::too_many_arguments,
                clippy::used_underscore_binding,
            )]
            pub mod pages;

            /// For each table the functions that read and write its rows.
            #[allow(
                clippy::disallowed_names,
                clippy::too_many_arguments,
                clippy::type_complexity,
                clippy::used_underscore_binding,
            )]
            pub mod stores;

            /// What the stores share: changes, defaults, pages, cursors.
            // Not every schema needs all of it.
            #[allow(dead_code, unused_imports)]
            pub mod support;

            mod unknown_label;

            pub use self::unknown_label::UnknownLabel;
        "#]],
    );
    assert_eq!(findings(&fixture), []);
}

#[test]
fn an_enum_has_its_labels_and_the_way_back() {
    let mut fixture = Fixture::default();
    let role = fixture.enumeration("user_role_enum", &["viewer", "super_admin"]);
    fixture.comment(role, "Roles in rising order.");
    check(
        &fixture,
        "enums/user_role_enum.rs",
        &expect![[r#"
            use serde::{Deserialize, Deserializer, Serialize, Serializer};
            use sqlx::{Postgres, Type};
            use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

            use super::super::UnknownLabel;

            /// Roles in rising order.
            ///
            /// The enum `public.user_role_enum`; its variants are in the server's order.
            #[derive(
                Debug,
                Clone,
                Copy,
                PartialEq,
                Eq,
                PartialOrd,
                Ord,
                Hash,
                sqlx::Encode,
                sqlx::Decode
            )]
            #[sqlx(type_name = "public.user_role_enum", rename_all = "snake_case")]
            pub enum UserRoleEnum {
                Viewer,
                SuperAdmin,
            }

            impl UserRoleEnum {
                /// Every value, in the server's order.
                pub const ALL: [Self; 2] = [Self::Viewer, Self::SuperAdmin];

                /// The label, as PostgreSQL writes it.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        Self::Viewer => "viewer",
                        Self::SuperAdmin => "super_admin",
                    }
                }
            }

            impl std::fmt::Display for UserRoleEnum {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.pad(self.as_str())
                }
            }

            impl std::str::FromStr for UserRoleEnum {
                type Err = UnknownLabel;

                fn from_str(label: &str) -> Result<Self, UnknownLabel> {
                    match label {
                        "viewer" => Ok(Self::Viewer),
                        "super_admin" => Ok(Self::SuperAdmin),
                        _ => Err(UnknownLabel::new("public.user_role_enum", label)),
                    }
                }
            }

            impl Type<Postgres> for UserRoleEnum {
                fn type_info() -> PgTypeInfo {
                    PgTypeInfo::with_name("public.user_role_enum")
                }

                fn compatible(ty: &PgTypeInfo) -> bool {
                    [Self::type_info(), PgTypeInfo::with_name("user_role_enum")].contains(ty)
                }
            }

            impl PgHasArrayType for UserRoleEnum {
                fn array_type_info() -> PgTypeInfo {
                    PgTypeInfo::array_of("public.user_role_enum")
                }

                fn array_compatible(ty: &PgTypeInfo) -> bool {
                    [Self::array_type_info(), PgTypeInfo::array_of("user_role_enum")].contains(ty)
                }
            }

            impl Serialize for UserRoleEnum {
                fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    to.serialize_str(self.as_str())
                }
            }

            impl<'de> Deserialize<'de> for UserRoleEnum {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                    UnknownLabel::read(from)
                }
            }
        "#]],
    );
    check(
        &fixture,
        "enums/mod.rs",
        &expect![[r#"
        mod user_role_enum;

        pub use self::user_role_enum::UserRoleEnum;
    "#]],
    );
    check(
        &fixture,
        "unknown_label.rs",
        &expect![[r#"
            use std::str::FromStr;

            use serde::de::Error as _;
            use serde::{Deserialize, Deserializer};

            /// A text that is no label of an enum.
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct UnknownLabel {
                /// The enum, as SQL names it.
                pub type_name: &'static str,
                /// The text that was given.
                pub label: String,
            }

            impl UnknownLabel {
                pub(crate) fn new(type_name: &'static str, label: &str) -> Self {
                    Self {
                        type_name,
                        label: label.to_owned(),
                    }
                }

                /// Reads an enum by its label.
                ///
                /// # Errors
                /// When there is no text, or no such label.
                pub fn read<'de, T, D>(from: D) -> Result<T, D::Error>
                where
                    T: FromStr<Err = Self>,
                    D: Deserializer<'de>,
                {
                    String::deserialize(from)?.parse().map_err(D::Error::custom)
                }
            }

            impl std::fmt::Display for UnknownLabel {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    write!(f, "{:?} is no label of {}", self.label, self.type_name)
                }
            }

            impl std::error::Error for UnknownLabel {}
        "#]],
    );
}

#[test]
fn labels_that_are_no_identifiers_get_names() {
    let mut fixture = Fixture::default();
    fixture.enumeration("Blood", &["A+", "A-", "0", "", "self", "§", "in-progress", "None"]);
    let text = text(&fixture, "enums/blood.rs");
    let definition = text.split("impl").next().unwrap();
    expect![[r#"
        use serde::{Deserialize, Deserializer, Serialize, Serializer};
        use sqlx::{Postgres, Type};
        use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

        use super::super::UnknownLabel;

        /// The enum `public."Blood"`; its variants are in the server's order.
        #[derive(
            Debug,
            Clone,
            Copy,
            PartialEq,
            Eq,
            PartialOrd,
            Ord,
            Hash,
            sqlx::Encode,
            sqlx::Decode
        )]
        #[sqlx(type_name = "public.\"Blood\"")]
        pub enum Blood {
            #[sqlx(rename = "A+")]
            APlus,
            #[sqlx(rename = "A-")]
            AMinus,
            #[sqlx(rename = "0")]
            _0,
            #[sqlx(rename = "")]
            Empty,
            #[sqlx(rename = "self")]
            Self_,
            #[sqlx(rename = "§")]
            Label6,
            #[sqlx(rename = "in-progress")]
            InProgress,
            None,
        }

    "#]]
    .assert_eq(definition);
    let found = findings(&fixture);
    let found: Vec<_> = found.iter().map(|finding| (finding.code, finding.message.as_str())).collect();
    expect![[r#"
        [
            (
                "rust-name-taken",
                "public.\"Blood\": label 'A+' is named APlus in Rust, not A",
            ),
            (
                "rust-name-taken",
                "public.\"Blood\": label 'A-' is named AMinus in Rust, not A",
            ),
            (
                "rust-name-invented",
                "public.\"Blood\": label '§' is named Label6 in Rust",
            ),
        ]
    "#]]
    .assert_debug_eq(&found);
}

#[test]
fn every_type_class_has_its_rust_type() {
    let mut fixture = Fixture::default();
    fixture.enumeration("mood", &["sad", "ok"]);
    fixture.domain("percentage", "numeric");
    fixture.domain("required", "text not null");
    fixture.domain("labels", "text[]");
    fixture.range("money_range", "numeric");
    let types = [
        "bool",
        "int2",
        "int4",
        "int8",
        "float4",
        "float8",
        "numeric",
        "money",
        "text",
        "varchar",
        "bpchar",
        "name",
        "char",
        "bytea",
        "date",
        "time",
        "timetz",
        "timestamp",
        "timestamptz",
        "interval",
        "uuid",
        "json",
        "jsonb",
        "inet",
        "cidr",
        "macaddr",
        "bit",
        "varbit",
        "oid",
        "int4range",
        "int8range",
        "numrange",
        "daterange",
        "tsrange",
        "tstzrange",
        "point",
        "line",
        "lseg",
        "box",
        "path",
        "polygon",
        "circle",
        "x.citext",
        "x.hstore",
        "x.ltree",
        "x.lquery",
        "x.cube",
        "mood",
        "mood[]",
        "percentage",
        "required",
        "required[]",
        "labels",
        "money_range",
        "uuid[]",
        "jsonb[]",
    ];
    let names: Vec<_> = types.iter().map(|ty| format!("c_{}", ty.replace("[]", "_list"))).collect();
    let columns: Vec<_> = names.iter().map(String::as_str).zip(types).collect();
    fixture.table("everything", &columns);
    let text = text(&fixture, "models/everything.rs");
    let lines: Vec<_> =
        text.lines().filter(|line| line.starts_with("use ") || line.starts_with("    pub ")).collect();
    expect![[r#"
        use bit_vec::BitVec;
        use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
        use ipnetwork::IpNetwork;
        use mac_address::MacAddress;
        use rust_decimal::Decimal;
        use sqlx::FromRow;
        use sqlx::postgres::PgRow;
        use sqlx::postgres::types::{
        use uuid::Uuid;
        use super::super::domains::{Percentage, Required};
        use super::super::enums::Mood;
        use super::super::support::{AnyRow, Record, RowReader};
            pub c_bool: Option<bool>,
            pub c_int2: Option<i16>,
            pub c_int4: Option<i32>,
            pub c_int8: Option<i64>,
            pub c_float4: Option<f32>,
            pub c_float8: Option<f64>,
            pub c_numeric: Option<Decimal>,
            pub c_money: Option<PgMoney>,
            pub c_text: Option<String>,
            pub c_varchar: Option<String>,
            pub c_bpchar: Option<String>,
            pub c_name: Option<String>,
            pub c_char: Option<i8>,
            pub c_bytea: Option<Vec<u8>>,
            pub c_date: Option<NaiveDate>,
            pub c_time: Option<NaiveTime>,
            pub c_timetz: Option<PgTimeTz<NaiveTime, FixedOffset>>,
            pub c_timestamp: Option<NaiveDateTime>,
            pub c_timestamptz: Option<DateTime<Utc>>,
            pub c_interval: Option<PgInterval>,
            pub c_uuid: Option<Uuid>,
            pub c_json: Option<serde_json::Value>,
            pub c_jsonb: Option<serde_json::Value>,
            pub c_inet: Option<IpNetwork>,
            pub c_cidr: Option<IpNetwork>,
            pub c_macaddr: Option<MacAddress>,
            pub c_bit: Option<BitVec>,
            pub c_varbit: Option<BitVec>,
            pub c_oid: Option<Oid>,
            pub c_int4range: Option<PgRange<i32>>,
            pub c_int8range: Option<PgRange<i64>>,
            pub c_numrange: Option<PgRange<Decimal>>,
            pub c_daterange: Option<PgRange<NaiveDate>>,
            pub c_tsrange: Option<PgRange<NaiveDateTime>>,
            pub c_tstzrange: Option<PgRange<DateTime<Utc>>>,
            pub c_point: Option<PgPoint>,
            pub c_line: Option<PgLine>,
            pub c_lseg: Option<PgLSeg>,
            pub c_box: Option<PgBox>,
            pub c_path: Option<PgPath>,
            pub c_polygon: Option<PgPolygon>,
            pub c_circle: Option<PgCircle>,
            pub c_x_citext: Option<String>,
            pub c_x_hstore: Option<PgHstore>,
            pub c_x_ltree: Option<PgLTree>,
            pub c_x_lquery: Option<PgLQuery>,
            pub c_x_cube: Option<PgCube>,
            pub c_mood: Option<Mood>,
            pub c_mood_list: Option<Vec<Mood>>,
            pub c_percentage: Option<Percentage>,
            pub c_required: Required,
            pub c_required_list: Option<Vec<String>>,
            pub c_labels: Option<Vec<String>>,
            pub c_money_range: Option<PgRange<Decimal>>,
            pub c_uuid_list: Option<Vec<Uuid>>,
            pub c_jsonb_list: Option<Vec<serde_json::Value>>,
    "#]]
    .assert_eq(&(lines.join("\n") + "\n"));
    let found = findings(&fixture);
    assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["serde-missing"]);
    assert!(text.contains("#[derive(Debug, Clone, PartialEq)]"));
}

#[test]
fn a_composite_type_becomes_a_struct_of_options() {
    let mut fixture = Fixture::default();
    fixture.enumeration("mood", &["sad"]);
    let record = fixture.composite("mx_record", &[("Host", "text"), ("type", "mood"), ("decoder", "int4")]);
    fixture.comment(record, "A mail exchanger.");
    fixture.composite("held", &[("records", "mx_record[]"), ("span", "interval")]);
    fixture.table("t", &[("records", "mx_record[] not null"), ("one", "mx_record")]);
    check(
        &fixture,
        "composites/mx_record.rs",
        &expect![[r#"
            use sqlx::{Postgres, Type};
            use sqlx::postgres::{PgHasArrayType, PgTypeInfo};

            use super::super::enums::Mood;

            /// A mail exchanger.
            ///
            /// A value of the composite type `public.mx_record`.
            #[derive(
                Debug,
                Clone,
                PartialEq,
                serde::Serialize,
                serde::Deserialize,
                sqlx::Encode,
                sqlx::Decode
            )]
            #[sqlx(type_name = "mx_record")]
            pub struct MxRecord {
                /// `text`
                #[serde(rename = "Host")]
                pub host: Option<String>,
                /// `public.mood`
                pub r#type: Option<Mood>,
                /// `integer`
                #[serde(rename = "decoder")]
                pub decoder_: Option<i32>,
            }

            impl Type<Postgres> for MxRecord {
                fn type_info() -> PgTypeInfo {
                    PgTypeInfo::with_name("mx_record")
                }

                fn compatible(ty: &PgTypeInfo) -> bool {
                    [Self::type_info(), PgTypeInfo::with_name("public.mx_record")].contains(ty)
                }
            }

            impl PgHasArrayType for MxRecord {
                fn array_type_info() -> PgTypeInfo {
                    PgTypeInfo::array_of("mx_record")
                }

                fn array_compatible(ty: &PgTypeInfo) -> bool {
                    [Self::array_type_info(), PgTypeInfo::array_of("public.mx_record")].contains(ty)
                }
            }
        "#]],
    );
    check(
        &fixture,
        "composites/held.rs",
        &expect![[r#"
            use sqlx::{Postgres, Type};
            use sqlx::postgres::{PgHasArrayType, PgTypeInfo};
            use sqlx::postgres::types::PgInterval;

            use super::super::composites::MxRecord;

            /// A value of the composite type `public.held`.
            #[derive(Debug, Clone, PartialEq, sqlx::Encode, sqlx::Decode)]
            #[sqlx(type_name = "held")]
            pub struct Held {
                /// `public.mx_record[]`
                pub records: Option<Vec<MxRecord>>,
                /// `interval`
                pub span: Option<PgInterval>,
            }

            impl Type<Postgres> for Held {
                fn type_info() -> PgTypeInfo {
                    PgTypeInfo::with_name("held")
                }

                fn compatible(ty: &PgTypeInfo) -> bool {
                    [Self::type_info(), PgTypeInfo::with_name("public.held")].contains(ty)
                }
            }

            impl PgHasArrayType for Held {
                fn array_type_info() -> PgTypeInfo {
                    PgTypeInfo::array_of("held")
                }

                fn array_compatible(ty: &PgTypeInfo) -> bool {
                    [Self::array_type_info(), PgTypeInfo::array_of("public.held")].contains(ty)
                }
            }
        "#]],
    );
    check(
        &fixture,
        "models/t.rs",
        &expect![[r#"
            use sqlx::FromRow;
            use sqlx::postgres::PgRow;

            use super::super::composites::MxRecord;
            use super::super::support::{AnyRow, Record, RowReader};

            /// A row of `public.t`, which has no primary key.
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            pub struct T {
                /// `public.mx_record[] NOT NULL`
                pub records: Vec<MxRecord>,
                /// `public.mx_record`
                pub one: Option<MxRecord>,
            }

            impl Record for T {
                fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
                    Ok(Self {
                        records: row.column("records")?,
                        one: row.column("one")?,
                    })
                }
            }

            impl<'r> FromRow<'r, PgRow> for T {
                fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
                    Record::read(&mut AnyRow::new(row))
                }
            }
        "#]],
    );
    check(
        &fixture,
        "lib.rs",
        &expect![[r#"
            // Schema 925a19467cfb6295, settings 52564aa7ab1980f3

            /// One struct for each composite type.
            #[allow(clippy::struct_field_names, clippy::pub_underscore_fields)]
            pub mod composites;

            /// One enum for each enum type.
            #[allow(clippy::enum_variant_names)]
            pub mod enums;

            /// One error for each table: a variant for each constraint.
            #[allow(clippy::enum_variant_names)]
            pub mod errors;

            /// One struct for each table and view: a row as it is read; beside it what is inserted and what is changed.
            #[allow(
                clippy::disallowed_names,
                clippy::struct_field_names,
                clippy::pub_underscore_fields,
                clippy::used_underscore_binding,
            )]
            pub mod models;

            /// For each table the functions that read and write its rows.
            #[allow(
                clippy::disallowed_names,
                clippy::too_many_arguments,
                clippy::type_complexity,
                clippy::used_underscore_binding,
            )]
            pub mod stores;

            /// What the stores share: changes, defaults, pages, cursors.
            // Not every schema needs all of it.
            #[allow(dead_code, unused_imports)]
            pub mod support;

            mod unknown_label;

            pub use self::unknown_label::UnknownLabel;
        "#]],
    );
    assert_eq!(findings(&fixture), []);
}

#[test]
fn what_nothing_can_read_is_left_out_and_told() {
    let mut fixture = Fixture::default();
    fixture.composite("pair", &[("a", "int4"), ("b", "tsvector")]);
    fixture.enumeration("nothing", &[]);
    fixture.domain("percentage", "numeric");
    fixture.domain("labels", "text[]");
    fixture.range("text_range", "text");
    fixture.range("money_range", "numeric");
    fixture.table(
        "t",
        &[
            ("id", "int4 not null"),
            ("search", "tsvector"),
            ("pair", "pair"),
            ("nothing", "nothing"),
            ("grid", "int4[][]"),
            ("shares", "percentage[]"),
            ("labels", "labels[]"),
            ("words", "text_range"),
            ("prices", "money_range[]"),
            ("place", "x.geometry"),
            ("transaction", "xid8"),
        ],
    );
    check(
        &fixture,
        "models/t.rs",
        &expect![[r#"
            use sqlx::FromRow;
            use sqlx::postgres::PgRow;

            use super::super::support::{AnyRow, Record, RowReader};

            /// A row of `public.t`, which has no primary key.
            ///
            /// Left out, because nothing can read them:
            ///
            /// - `search` (`tsvector`): sqlx has no Rust type for it.
            /// - `pair` (`public.pair`): an attribute of it has no Rust type that sqlx reads there.
            /// - `nothing` (`public.nothing`): an enum without labels has no value to read.
            /// - `grid` (`integer[]`): sqlx reads arrays of one dimension only.
            /// - `shares` (`public.percentage[]`): sqlx does not recognise its elements inside an array.
            /// - `labels` (`public.labels[]`): sqlx does not recognise its elements inside an array.
            /// - `words` (`public.text_range`): sqlx has no range over its subtype.
            /// - `prices` (`public.money_range[]`): sqlx does not recognise its elements inside an array.
            /// - `place` (`x.geometry`): nothing is known about it but its name.
            /// - `transaction` (`xid8`): sqlx has no Rust type for it.
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            pub struct T {
                /// `integer NOT NULL`
                pub id: i32,
            }

            impl Record for T {
                fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
                    Ok(Self {
                        id: row.column("id")?,
                    })
                }
            }

            impl<'r> FromRow<'r, PgRow> for T {
                fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
                    Record::read(&mut AnyRow::new(row))
                }
            }
        "#]],
    );
    let found = findings(&fixture);
    let found: Vec<_> = found
        .iter()
        .map(|finding| format!("{} {} | {}", finding.code, finding.subject.clone().unwrap(), finding.message))
        .collect();
    expect![[r#"
        [
            "type-unmapped public.t.search | public.t.search is left out of T: tsvector: sqlx has no Rust type for it",
            "type-unmapped public.t.pair | public.t.pair is left out of T: public.pair: an attribute of it has no Rust type that sqlx reads there",
            "type-unmapped public.t.nothing | public.t.nothing is left out of T: public.nothing: an enum without labels has no value to read",
            "type-unmapped public.t.grid | public.t.grid is left out of T: integer[]: sqlx reads arrays of one dimension only",
            "type-unmapped public.t.shares | public.t.shares is left out of T: public.percentage[]: sqlx does not recognise its elements inside an array",
            "type-unmapped public.t.labels | public.t.labels is left out of T: public.labels[]: sqlx does not recognise its elements inside an array",
            "type-unmapped public.t.words | public.t.words is left out of T: public.text_range: sqlx has no range over its subtype",
            "type-unmapped public.t.prices | public.t.prices is left out of T: public.money_range[]: sqlx does not recognise its elements inside an array",
            "type-unmapped public.t.place | public.t.place is left out of T: x.geometry: nothing is known about it but its name",
            "type-unmapped public.t.transaction | public.t.transaction is left out of T: xid8: sqlx has no Rust type for it",
            "composite-left-out public.pair | the composite type public.pair has no struct: an attribute of it has no Rust type that sqlx reads there",
            "enum-empty public.nothing | the enum public.nothing has no labels",
        ]
    "#]].assert_debug_eq(&found);
}

#[test]
fn names_that_rust_does_not_take_are_renamed() {
    let mut fixture = Fixture::default();
    fixture.table(
        "type",
        &[
            ("type", "int4 not null"),
            ("self", "int4 not null"),
            ("gen", "int4 not null"),
            ("2fa", "int4 not null"),
            ("createdAt", "int4 not null"),
            ("created_at", "int4 not null"),
            ("Größe", "int4 not null"),
            ("$", "int4 not null"),
            ("__row", "int4 not null"),
        ],
    );
    let text = text(&fixture, "models/type.rs");
    let lines: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("///")).collect();
    expect![[r#"
        use sqlx::FromRow;
        use sqlx::postgres::PgRow;

        use super::super::support::{AnyRow, Record, RowReader};

        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct Type {
            pub r#type: i32,
            #[serde(rename = "self")]
            pub self_: i32,
            pub r#gen: i32,
            #[serde(rename = "2fa")]
            pub _2fa: i32,
            #[serde(rename = "createdAt")]
            pub created_at_2: i32,
            pub created_at: i32,
            #[serde(rename = "Größe")]
            pub größe: i32,
            #[serde(rename = "$")]
            pub column_8: i32,
            #[serde(rename = "__row")]
            pub __row_: i32,
        }

        impl Record for Type {
            fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
                Ok(Self {
                    r#type: row.column("type")?,
                    self_: row.column("self")?,
                    r#gen: row.column("gen")?,
                    _2fa: row.column("2fa")?,
                    created_at_2: row.column("createdAt")?,
                    created_at: row.column("created_at")?,
                    größe: row.column("Größe")?,
                    column_8: row.column("$")?,
                    __row_: row.column("__row")?,
                })
            }
        }

        impl<'r> FromRow<'r, PgRow> for Type {
            fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
                Record::read(&mut AnyRow::new(row))
            }
        }
    "#]]
    .assert_eq(&(lines.join("\n") + "\n"));
    check(
        &fixture,
        "models/mod.rs",
        &expect![[r#"
            mod r#type;

            pub use self::r#type::{NewType, Type};
        "#]],
    );
    let found = findings(&fixture);
    let found: Vec<_> = found.iter().map(|finding| (finding.code, finding.message.as_str())).collect();
    expect![[r#"
        [
            (
                "rust-name-taken",
                "public.type.\"createdAt\" is named created_at_2 in Rust, not created_at",
            ),
            (
                "rust-name-invented",
                "public.type.\"$\" is named column_8 in Rust",
            ),
        ]
    "#]]
    .assert_debug_eq(&found);
}

#[test]
fn a_struct_that_hides_the_prelude_uses_whole_paths() {
    let mut fixture = Fixture::default();
    fixture.enumeration("Uuid", &["a"]);
    fixture.table("options", &[("a", "text"), ("b", "Uuid"), ("c", "uuid")]);
    fixture.table("strings", &[("a", "text"), ("b", "text[]")]);
    let fields = |path: &str| -> String {
        let text = text(&fixture, path);
        text.lines()
            .filter(|line| line.contains("pub ") || line.starts_with("use "))
            .collect::<Vec<_>>()
            .join("\n")
    };
    expect![[r#"
        use sqlx::FromRow;
        use sqlx::postgres::PgRow;
        use super::super::enums::Uuid;
        use super::super::support::{AnyRow, Record, RowReader};
        pub struct Option {
            pub a: std::option::Option<String>,
            pub b: std::option::Option<Uuid>,
            pub c: std::option::Option<uuid::Uuid>,"#]]
    .assert_eq(&fields("models/options.rs"));
    expect![[r#"
        use sqlx::FromRow;
        use sqlx::postgres::PgRow;
        use super::super::support::{AnyRow, Record, RowReader};
        pub struct String {
            pub a: Option<std::string::String>,
            pub b: Option<Vec<std::string::String>>,"#]]
    .assert_eq(&fields("models/strings.rs"));
}

#[test]
fn tables_that_share_a_singular_keep_their_own_names() {
    let mut fixture = Fixture::default();
    fixture.table("user", &[]);
    fixture.table("users", &[]);
    fixture.table("Users", &[]);
    expect![[r#"
        mod user;
        mod users;
        mod users_2;

        pub use self::user::User;
        pub use self::users::Users2;
        pub use self::users_2::Users;
    "#]]
    .assert_eq(&text(&fixture, "models/mod.rs"));
}

#[test]
fn schemas_are_modules() {
    let mut fixture = Fixture::default();
    let billing = fixture.schema("billing");
    let models = fixture.schema("models");
    fixture.enumeration_in(billing, "state", &["open"]);
    fixture.relation(billing, "invoices", RelationKind::Table, &[]);
    fixture.relation(models, "cars", RelationKind::Table, &[]);
    fixture.table("users", &[]);
    let state = fixture.catalog.user_type("billing", "state").unwrap().id;
    let ty = schemactl_schema::catalog::DataType::new(schemactl_schema::catalog::TypeBase::User(state));
    fixture.table("orders", &[("state", "int4 not null")]);
    let orders = fixture.catalog.table("public", "orders").unwrap().id;
    fixture.column(orders, "state").ty = ty;
    expect![[r#"
        [
            "billing/enums/mod.rs",
            "billing/enums/state.rs",
            "billing/mod.rs",
            "billing/models/invoices.rs",
            "billing/models/mod.rs",
            "mod.rs",
            "models/mod.rs",
            "models/orders.rs",
            "models/users.rs",
            "models_2/mod.rs",
            "models_2/models/cars.rs",
            "models_2/models/mod.rs",
            "unknown_label.rs",
        ]
    "#]]
    .assert_debug_eq(&paths_of_types(&fixture, Layout::Module));
    check(
        &fixture,
        "lib.rs",
        &expect![[r#"
            // Schema 9cffc61ffd29fe26, settings 52564aa7ab1980f3

            /// One error for each table: a variant for each constraint.
            #[allow(clippy::enum_variant_names)]
            pub mod errors;

            /// One struct for each table and view: a row as it is read; beside it what is inserted and what is changed.
            #[allow(
                clippy::disallowed_names,
                clippy::struct_field_names,
                clippy::pub_underscore_fields,
                clippy::used_underscore_binding,
            )]
            pub mod models;

            /// For each table the functions that read and write its rows.
            #[allow(
                clippy::disallowed_names,
                clippy::too_many_arguments,
                clippy::type_complexity,
                clippy::used_underscore_binding,
            )]
            pub mod stores;

            /// The schema `billing`.
            pub mod billing;

            /// The schema `models`.
            pub mod models_2;

            /// What the stores share: changes, defaults, pages, cursors.
            // Not every schema needs all of it.
            #[allow(dead_code, unused_imports)]
            pub mod support;

            mod unknown_label;

            pub use self::unknown_label::UnknownLabel;
        "#]],
    );
    check(
        &fixture,
        "billing/mod.rs",
        &expect![[r#"
            /// One enum for each enum type.
            #[allow(clippy::enum_variant_names)]
            pub mod enums;

            /// One struct for each table and view: a row as it is read; beside it what is inserted and what is changed.
            #[allow(
                clippy::disallowed_names,
                clippy::struct_field_names,
                clippy::pub_underscore_fields,
                clippy::used_underscore_binding,
            )]
            pub mod models;
        "#]],
    );
    check(
        &fixture,
        "models/orders.rs",
        &expect![[r#"
            use sqlx::FromRow;
            use sqlx::postgres::PgRow;

            use super::super::billing::enums::State;
            use super::super::support::{AnyRow, Record, RowReader};

            /// A row of `public.orders`, which has no primary key.
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            pub struct Order {
                /// `billing.state NOT NULL`
                pub state: State,
            }

            impl Record for Order {
                fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
                    Ok(Self {
                        state: row.column("state")?,
                    })
                }
            }

            impl<'r> FromRow<'r, PgRow> for Order {
                fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
                    Record::read(&mut AnyRow::new(row))
                }
            }
        "#]],
    );
    assert!(text(&fixture, "billing/enums/state.rs").contains("type_name = \"billing.state\""));
    assert!(text(&fixture, "billing/enums/state.rs").contains("use super::super::super::UnknownLabel;"));
}

#[test]
fn partitions_have_no_struct_and_views_have_one_to_read() {
    let mut fixture = Fixture::default();
    let parent = fixture.table("events", &[("id", "int8 not null")]);
    fixture.catalog.relations[parent].kind = RelationKind::Partitioned;
    let child = fixture.table("events_2024", &[("id", "int8 not null")]);
    fixture.catalog.relations[child].partition_bound = Some(sql("DEFAULT"));
    fixture.relation(fixture.catalog.public(), "recent", RelationKind::View, &[("id", "int8")]);
    expect![[r#"
        [
            "errors/events.rs",
            "errors/mod.rs",
            "lib.rs",
            "models/events.rs",
            "models/mod.rs",
            "models/recent.rs",
            "stores/events.rs",
            "stores/mod.rs",
            "stores/recent.rs",
            "support/change.rs",
            "support/copy.rs",
            "support/cursor.rs",
            "support/declared.rs",
            "support/exact.rs",
            "support/mod.rs",
            "support/page.rs",
            "support/query.rs",
            "support/row.rs",
            "support/violated.rs",
            "support/write.rs",
        ]
    "#]]
    .assert_debug_eq(&paths(&fixture, Layout::Crate));
    check(
        &fixture,
        "models/recent.rs",
        &expect![[r#"
            use sqlx::FromRow;
            use sqlx::postgres::PgRow;

            use super::super::support::{AnyRow, Record, RowReader};

            /// A row of the view `public.recent`.
            #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
            pub struct Recent {
                /// `bigint`
                pub id: Option<i64>,
            }

            impl Record for Recent {
                fn read<'r>(row: &mut impl RowReader<'r>) -> Result<Self, sqlx::Error> {
                    Ok(Self {
                        id: row.column("id")?,
                    })
                }
            }

            impl<'r> FromRow<'r, PgRow> for Recent {
                fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
                    Record::read(&mut AnyRow::new(row))
                }
            }
        "#]],
    );
    assert_eq!(findings(&fixture), []);
}

#[test]
fn the_same_catalog_gives_the_same_bytes_and_an_empty_one_a_root() {
    let mut fixture = Fixture::default();
    assert_eq!(paths(&fixture, Layout::Crate), ["lib.rs"]);
    assert_eq!(paths(&fixture, Layout::Module), ["mod.rs"]);
    fixture.enumeration("mood", &["sad"]);
    fixture.table("users", &[("id", "uuid not null")]);
    let first = generate(&fixture.catalog, &settings());
    assert_eq!(first, generate(&fixture.catalog.clone(), &settings()));
    assert!(first.0.iter().all(|file| file.text.starts_with(HEADER) && file.text.ends_with('\n')));
}
