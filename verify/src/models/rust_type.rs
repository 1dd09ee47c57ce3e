//! A Rust type as far as its comparison with a column's type needs it.

use std::collections::BTreeMap;
use std::fmt;

use syn::{GenericArgument, PathArguments, Type};

/// A Rust type. References and lifetimes are gone: `&'a str` is `str`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RustType {
    /// `chrono::DateTime<Utc>`: the path's segments and the arguments of the last.
    Path {
        segments: Vec<String>,
        arguments: Vec<RustType>,
    },
    /// `[T]`, and `[T; N]` with its length as written.
    Slice(Box<RustType>, Option<String>),
    Tuple(Vec<RustType>),
    /// Anything else, as a word that names the kind of type.
    Other(&'static str),
}

/// What the names of one file stand for.
#[derive(Clone, Default, Debug)]
pub(super) struct Names {
    /// `use chrono::DateTime as Dt` → `Dt`: `chrono`, `DateTime`.
    pub(super) uses: BTreeMap<String, Vec<String>>,
    /// `type Id = Uuid`, without generic parameters.
    pub(super) aliases: BTreeMap<String, Type>,
}

/// A chain of aliases longer than this is taken to be a circle.
const MAX_ALIASES: usize = 16;

impl RustType {
    /// Reads a type; the file's imports and aliases are seen through.
    pub(super) fn read(ty: &Type, names: &Names) -> Self {
        Self::read_within(ty, names, 0)
    }

    fn read_within(ty: &Type, names: &Names, depth: usize) -> Self {
        match ty {
            Type::Path(path) if path.qself.is_none() => {
                let mut segments: Vec<String> = path
                    .path
                    .segments
                    .iter()
                    .map(|segment| super::attributes::plain(&segment.ident))
                    .collect();
                let arguments = match path.path.segments.last().map(|segment| &segment.arguments) {
                    Some(PathArguments::AngleBracketed(list)) => list
                        .args
                        .iter()
                        .filter_map(|argument| match argument {
                            GenericArgument::Type(ty) => Some(Self::read_within(ty, names, depth)),
                            _ => None,
                        })
                        .collect(),
                    _ => Vec::new(),
                };
                if let [name] = segments.as_slice()
                    && arguments.is_empty()
                    && depth < MAX_ALIASES
                    && let Some(alias) = names.aliases.get(name)
                {
                    return Self::read_within(alias, names, depth + 1);
                }
                if let Some(import) = segments.first().and_then(|first| names.uses.get(first)) {
                    segments.splice(..1, import.iter().cloned());
                }
                Self::Path { segments, arguments }
            }
            Type::Reference(reference) => Self::read_within(&reference.elem, names, depth),
            Type::Paren(inner) => Self::read_within(&inner.elem, names, depth),
            Type::Group(inner) => Self::read_within(&inner.elem, names, depth),
            Type::Slice(slice) => Self::Slice(Box::new(Self::read_within(&slice.elem, names, depth)), None),
            Type::Array(array) => {
                let length = match &array.len {
                    syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(length), .. }) => length.to_string(),
                    _ => "_".to_owned(),
                };
                Self::Slice(Box::new(Self::read_within(&array.elem, names, depth)), Some(length))
            }
            Type::Tuple(tuple) => {
                Self::Tuple(tuple.elems.iter().map(|ty| Self::read_within(ty, names, depth)).collect())
            }
            Type::FnPtr(_) => Self::Other("a function pointer"),
            Type::Ptr(_) => Self::Other("a raw pointer"),
            Type::TraitObject(_) | Type::ImplTrait(_) => Self::Other("a trait"),
            _ => Self::Other("a type of another kind"),
        }
    }

    /// A type from its plain name, as attributes write it (`try_from = "i64"`).
    pub(super) fn parse(text: &str, names: &Names) -> Option<Self> {
        syn::parse_str::<Type>(text).ok().map(|ty| Self::read(&ty, names))
    }

    /// The last segment of a path: `DateTime` of `chrono::DateTime<Utc>`.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Path { segments, .. } => segments.last().map(String::as_str),
            _ => None,
        }
    }

    /// The `T` of `Option<T>`.
    pub fn option(&self) -> Option<&Self> {
        self.argument_of(&["Option"])
    }

    /// The `T` of `Vec<T>`, `Box<[T]>`, `[T]` and `[T; N]`: what an array column decodes into.
    pub fn element(&self) -> Option<&Self> {
        match self {
            Self::Slice(element, _) => Some(element),
            _ => match self.argument_of(&["Box"]) {
                Some(Self::Slice(element, None)) => Some(element),
                Some(_) => None,
                None => self.argument_of(&["Vec"]),
            },
        }
    }

    fn argument_of(&self, names: &[&str]) -> Option<&Self> {
        match self {
            Self::Path { segments, arguments } => match (segments.last(), arguments.as_slice()) {
                (Some(name), [argument]) if names.contains(&name.as_str()) => Some(argument),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Paths by their last segment: `DateTime<Utc>`, `Option<Vec<String>>`.
impl fmt::Display for RustType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |f: &mut fmt::Formatter<'_>, types: &[Self]| {
            for (at, ty) in types.iter().enumerate() {
                if at > 0 {
                    f.write_str(", ")?;
                }
                write!(f, "{ty}")?;
            }
            Ok(())
        };
        match self {
            Self::Path { arguments, .. } => {
                f.write_str(self.name().unwrap_or("_"))?;
                if !arguments.is_empty() {
                    f.write_str("<")?;
                    list(f, arguments)?;
                    f.write_str(">")?;
                }
                Ok(())
            }
            Self::Slice(element, None) => write!(f, "[{element}]"),
            Self::Slice(element, Some(length)) => write!(f, "[{element}; {length}]"),
            Self::Tuple(types) => {
                f.write_str("(")?;
                list(f, types)?;
                f.write_str(")")
            }
            Self::Other(word) => f.write_str(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(ty: &str, names: &Names) -> String {
        RustType::parse(ty, names).unwrap().to_string()
    }

    #[test]
    fn imports_and_aliases_are_seen_through() {
        let mut names = Names::default();
        names.uses.insert("Dt".into(), vec!["chrono".into(), "DateTime".into()]);
        names.aliases.insert("Id".into(), syn::parse_str("uuid::Uuid").unwrap());
        names.aliases.insert("Loop".into(), syn::parse_str("Loop").unwrap());
        assert_eq!(read("Option<Dt<chrono::Utc>>", &names), "Option<DateTime<Utc>>");
        assert_eq!(read("Vec<Id>", &names), "Vec<Uuid>");
        assert_eq!(read("Loop", &names), "Loop");
        assert_eq!(read("&'a [u8]", &names), "[u8]");
        assert_eq!(read("Cow<'static, str>", &names), "Cow<str>");
    }
}
