//! One file an enum: the type, its labels as text, and the way back.

use std::fmt::Write as _;

use heck::ToSnakeCase;
use schemactl_schema::catalog::TypeWalker;

use crate::names::{EnumNames, Names};
use crate::rust_type::sqlx_type_name;
use crate::scope::Scope;
use crate::{docs, named, text};

/// What every enum derives.
const DERIVES: &[&str] = &[
    "Debug",
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
    "sqlx::Encode",
    "sqlx::Decode",
];

/// The text of an enum's file.
pub(crate) fn file(ty: TypeWalker<'_>, enum_names: &EnumNames, names: &Names) -> String {
    let mut scope = Scope::new(names, &enum_names.item);
    let unknown_label = scope.at_root("UnknownLabel");
    let result = scope.prelude("Result");
    let name = &enum_names.item.type_name;
    let type_name = text::string(&sqlx_type_name(ty));
    let labels: Vec<&str> = ty.labels().collect();
    let variants = || labels.iter().zip(&enum_names.variants);

    let all_snake = variants()
        .all(|(label, variant)| *label == serde_snake_case(variant) && *label == variant.to_snake_case());
    let mut definition = docs::lines(
        "",
        &[
            docs::comment(ty.catalog, ty.id.into()),
            vec![format!(
                "The enum {}; its variants are in the server's order.",
                docs::code(&ty.printed_name())
            )],
        ],
    );
    // Whoever has attributes of serde's on it wants its derives, which the attributes are for.
    let derives_serde = names.has_serde_attributes("enums", &enum_names.item);
    let serde: &[&str] = if derives_serde { &["serde::Serialize", "serde::Deserialize"] } else { &[] };
    definition += &names.head("enums", &enum_names.item, &[DERIVES, serde].concat());
    // Writing to a String cannot fail.
    let _ = match (all_snake, derives_serde) {
        (true, true) => writeln!(
            definition,
            "#[serde(rename_all = \"snake_case\")]\n#[sqlx(type_name = {type_name}, rename_all = \"snake_case\")]"
        ),
        (true, false) => {
            writeln!(definition, "#[sqlx(type_name = {type_name}, rename_all = \"snake_case\")]")
        }
        (false, _) => writeln!(definition, "#[sqlx(type_name = {type_name})]"),
    };
    let (mut members, mut to_label, mut from_label) = (String::new(), String::new(), String::new());
    for (label, variant) in variants() {
        let constant = text::string(label);
        if !all_snake && *label != variant {
            if derives_serde {
                let _ = writeln!(members, "    #[serde(rename = {constant})]");
            }
            let _ = writeln!(members, "    #[sqlx(rename = {constant})]");
        }
        let _ = writeln!(members, "    {variant},");
        let _ = writeln!(to_label, "            Self::{variant} => {constant},");
        let _ = writeln!(from_label, "            {constant} => Ok(Self::{variant}),");
    }
    definition += &text::braced(&format!("pub enum {name}"), &members);

    let head = format!("    pub const ALL: [Self; {}] = ", labels.len());
    let all: Vec<_> = enum_names.variants.iter().map(|variant| format!("Self::{variant}")).collect();
    let all = text::array(&head, &all);
    let inherent = format!(
        "\
impl {name} {{
    /// Every value, in the server's order.
{all}
    /// The label, as PostgreSQL writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {{
        match self {{
{to_label}        }}
    }}
}}
"
    );
    let display = format!(
        "\
impl std::fmt::Display for {name} {{
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{
        f.pad(self.as_str())
    }}
}}
"
    );
    // `Self::Err` could be a variant, so the error is named.
    let from_str = format!(
        "\
impl std::str::FromStr for {name} {{
    type Err = {unknown_label};

    fn from_str(label: &str) -> {result}<Self, {unknown_label}> {{
        match label {{
{from_label}            _ => Err({unknown_label}::new({type_name}, label)),
        }}
    }}
}}
"
    );
    let [type_impl, array_impl] = named::implementations(ty, name, &mut scope);
    let serde_impls =
        if derives_serde { Vec::new() } else { through_serde(name, &unknown_label, &mut scope).to_vec() };
    let mut blocks = scope.uses();
    blocks.extend([definition, inherent, display, from_str, type_impl, array_impl]);
    if !derives_serde {
        blocks.extend(serde_impls);
    }
    text::print(blocks)
}

/// What serde's `rename_all = "snake_case"` makes of a variant.
fn serde_snake_case(variant: &str) -> String {
    let mut snake = String::new();
    for (at, c) in variant.char_indices() {
        if at > 0 && c.is_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// The label, as serde writes and reads it. By hand: all enums of a schema are checked in three quarters of the time that the
/// derives take.
fn through_serde(name: &str, unknown_label: &str, scope: &mut Scope<'_>) -> [String; 2] {
    let [serialize, serializer, deserialize, deserializer] =
        ["serde::Serialize", "serde::Serializer", "serde::Deserialize", "serde::Deserializer"]
            .map(|path| scope.other(path));
    let result = scope.prelude("Result");
    [
        format!(
            "\
impl {serialize} for {name} {{
    fn serialize<S: {serializer}>(&self, to: S) -> {result}<S::Ok, S::Error> {{
        to.serialize_str(self.as_str())
    }}
}}
"
        ),
        format!(
            "\
impl<'de> {deserialize}<'de> for {name} {{
    fn deserialize<D: {deserializer}<'de>>(from: D) -> {result}<Self, D::Error> {{
        {unknown_label}::read(from)
    }}
}}
"
        ),
    ]
}

/// The file of the error of every enum's `FromStr`, below its header.
pub(crate) const UNKNOWN_LABEL: &str = "\
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
        write!(f, \"{:?} is no label of {}\", self.label, self.type_name)
    }
}

impl std::error::Error for UnknownLabel {}
";
