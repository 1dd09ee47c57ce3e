//! The values of settings, each refused with its reason when it is no Rust.

use std::fmt;
use std::path::PathBuf;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use syn::parse::Parser as _;

use crate::manifest::{CRATE_NAME, is_crate_name};

/// The path of a folder.
pub(super) fn folder<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<PathBuf>, D::Error> {
    let path = PathBuf::deserialize(deserializer)?;
    if path.as_os_str().is_empty() {
        return Err(de::Error::custom("this must not be empty; `.` is the folder of this file"));
    }
    Ok(Some(path))
}

/// The name of a crate.
pub(super) fn crate_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let name = String::deserialize(deserializer)?;
    if !is_crate_name(&name) {
        return Err(de::Error::custom(format!("`{name}` is not the name of a crate: {CRATE_NAME}")));
    }
    Ok(Some(name))
}

/// A Rust type by its path: `crate::Email`, `Box<str>`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RustPath(pub String);

impl RustPath {
    fn new(text: &str) -> Result<Self, String> {
        let refused = || format!("`{text}` is not the path of a Rust type, such as `crate::Email`");
        let path: syn::TypePath = syn::parse_str(text).map_err(|_| refused())?;
        if path.qself.is_some() {
            return Err(refused());
        }
        Ok(Self(text.split_whitespace().collect()))
    }
}

/// A name in Rust; a keyword is written raw, `r#type`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RustIdent(pub String);

impl RustIdent {
    fn new(text: &str) -> Result<Self, String> {
        match syn::parse_str::<proc_macro2::Ident>(text) {
            Ok(_) => Ok(Self(text.to_owned())),
            Err(_) => Err(format!("`{text}` is not a name in Rust (a keyword is written raw: `r#type`)")),
        }
    }
}

/// The path of a derive macro.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DerivePath(pub String);

/// An attribute, `#[…]` and all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttributeText(pub String);

macro_rules! from_text {
    ($($name:ident: $make:expr;)*) => {
        $(impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let make: fn(&str) -> Result<Self, String> = $make;
                make(&text).map_err(de::Error::custom)
            }
        })*
    };
}

from_text! {
    RustPath: Self::new;
    RustIdent: Self::new;
    DerivePath: |text| match syn::parse_str::<syn::Path>(text) {
        Ok(_) => Ok(Self(text.split_whitespace().collect())),
        Err(_) => Err(format!("`{text}` is not the path of a derive macro, such as `my_crate::Sortable`")),
    };
    AttributeText: |text| match syn::Attribute::parse_outer.parse_str(text) {
        Ok(attributes) if !attributes.is_empty() && !text.contains('\n') => Ok(Self(text.trim().to_owned())),
        _ => Err(format!("`{text}` is not an attribute on one line, such as `#[my_crate(option)]`")),
    };
}

/// What reads a column, with the facts that code around it needs. `"path::Type"` alone takes the defaults.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypeSetting {
    pub rust: RustPath,
    /// It implements `Copy`.
    pub copy: Option<bool>,
    /// It implements `Eq` and `Hash`.
    pub hash: Option<bool>,
    /// It implements `Serialize` and `Deserialize`.
    pub serde: Option<bool>,
    /// It implements `sqlx::postgres::PgHasArrayType`.
    pub array: Option<bool>,
    /// The Cargo feature of sqlx that it needs.
    pub feature: Option<String>,
}

impl<'de> Deserialize<'de> for TypeSetting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Table {
            rust: RustPath,
            copy: Option<bool>,
            hash: Option<bool>,
            serde: Option<bool>,
            array: Option<bool>,
            feature: Option<String>,
        }
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = TypeSetting;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the path of a Rust type, or a table { rust = \"path\", copy, hash, serde, array, feature }")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<TypeSetting, E> {
                let rust = RustPath::new(text).map_err(E::custom)?;
                Ok(TypeSetting { rust, copy: None, hash: None, serde: None, array: None, feature: None })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TypeSetting, A::Error> {
                let Table { rust, copy, hash, serde, array, feature } =
                    Table::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(TypeSetting { rust, copy, hash, serde, array, feature })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// The Rust name of something: of a table also that of its modules, where the two differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ItemRename {
    pub name: Option<RustIdent>,
    /// The module of a table's store and pages, `stores::NAME`.
    pub module: Option<RustIdent>,
}

impl<'de> Deserialize<'de> for ItemRename {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Table {
            name: Option<RustIdent>,
            module: Option<RustIdent>,
        }
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = ItemRename;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name in Rust, or a table { name = \"Name\", module = \"module\" }")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<ItemRename, E> {
                Ok(ItemRename { name: Some(RustIdent::new(text).map_err(E::custom)?), module: None })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ItemRename, A::Error> {
                let Table { name, module } = Table::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(ItemRename { name, module })
            }
        }
        deserializer.deserialize_any(Either)
    }
}
