//! The version of a migration: what orders it among the others, and how its tool writes it.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A migration's version. Two are equal when the tool takes them for one (`1` and `0001`, Flyway's `1` and `1.0`), and
/// they are ordered as the tool orders them; it prints as it was written.
#[derive(Clone, Debug)]
pub struct Version {
    text: Box<str>,
    key: Box<[Part]>,
}

/// What versions are compared by, from the left.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Part {
    /// After everything that goes on: `1` stands before `1_a`.
    End(Box<str>),
    /// Between a folder and what is in it: its files stand before those of a folder whose name goes on.
    Folder,
    Number(Digits),
    Text(Box<str>),
    /// After everything that has a version.
    Repeatable(Box<str>),
}

/// A number of any length: more digits are more, of equally many the text decides.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
struct Digits {
    length: usize,
    digits: Box<str>,
}

impl Digits {
    fn new(digits: &str) -> Self {
        let digits = digits.trim_start_matches('0');
        Self { length: digits.len(), digits: digits.into() }
    }
}

impl Version {
    /// A whole number, whatever its leading zeros.
    pub fn number(digits: &str) -> Self {
        let stripped = digits.trim_start_matches('0');
        let text = if stripped.is_empty() { "0" } else { stripped };
        Self { text: text.into(), key: [Part::Number(Digits::new(digits))].into() }
    }

    /// Numbers between dots or underscores; zeros at the end say nothing: `1.2`, `1_2`, `1.2.0` are one version.
    pub fn dotted(text: &str) -> Self {
        let mut parts: Vec<Digits> = text.split(['.', '_']).map(Digits::new).collect();
        while parts.len() > 1 && parts.last().is_some_and(|last| last.length == 0) {
            parts.pop();
        }
        Self { text: text.replace('_', ".").into(), key: parts.into_iter().map(Part::Number).collect() }
    }

    /// A text that is compared byte by byte, beside the words that stand for it in messages.
    pub fn text(shown: &str, compared: &str) -> Self {
        Self { text: shown.into(), key: [Part::Text(compared.into())].into() }
    }

    /// A path in natural order: numbers in it count as numbers, so that `2_x` stands before `10_x`.
    pub fn natural(shown: &str, path: &str) -> Self {
        let mut key = Vec::new();
        for (at, name) in path.split('/').enumerate() {
            if at > 0 {
                key.push(Part::Folder);
            }
            let mut rest = name;
            while let Some(first) = rest.chars().next() {
                let is_digit = first.is_ascii_digit();
                let end = rest.find(|next: char| next.is_ascii_digit() != is_digit).unwrap_or(rest.len());
                let (chunk, after) = rest.split_at(end);
                let number = || Part::Number(Digits::new(chunk));
                key.push(if is_digit { number() } else { Part::Text(chunk.into()) });
                rest = after;
            }
        }
        key.push(Part::End(path.into()));
        Self { text: shown.into(), key: key.into() }
    }

    /// Of a migration that runs again whenever its text changes: after all others, in the order of the names.
    pub fn repeatable(name: &str) -> Self {
        Self { text: "R".into(), key: [Part::Repeatable(name.into())].into() }
    }

    /// Whether it is no version at all, but runs again whenever it changes.
    pub fn is_repeatable(&self) -> bool {
        matches!(*self.key, [Part::Repeatable(_)])
    }

    /// As the tool writes it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The version as one number that PostgreSQL's `bigint` holds; `None` for any other.
    pub fn as_number(&self) -> Option<u64> {
        let digits = !self.text.is_empty() && self.text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| self.text.parse().ok()).flatten().filter(|number| i64::try_from(*number).is_ok())
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_number() {
            Some(number) if f.width().is_some() => number.fmt(f),
            _ => f.pad(&self.text),
        }
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Version {}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key.cmp(&other.key)
    }
}

impl Hash for Version {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_ordered_as_its_tool_orders_it() {
        assert!(Version::number("9") < Version::number("010"));
        assert!(Version::number("18446744073709551616") > Version::number("18446744073709551615"));
        assert!(Version::dotted("1.2") < Version::dotted("1_10"));
        assert!(Version::dotted("1.9.9") < Version::dotted("2"));
        assert_eq!(Version::dotted("1.0"), Version::dotted("1"));
        assert!(Version::text("10", "10") < Version::text("9", "9"));
        assert!(Version::repeatable("a") > Version::number("99999999999999"));
        let natural = |path: &str| Version::natural(path, path);
        let ordered = ["1", "1-a", "1_a", "2_b", "10", "a/1", "a/x", "a1/1", "init", "init_2", "init_10"];
        for pair in ordered.windows(2) {
            assert!(natural(pair[0]) < natural(pair[1]), "{pair:?}");
        }
        assert_ne!(natural("1"), natural("01"));
    }

    #[test]
    fn it_prints_as_written_and_with_a_width_as_a_number() {
        assert_eq!(Version::dotted("1_2").to_string(), "1.2");
        assert_eq!(format!("{:06}", Version::number("0042")), "000042");
        assert_eq!(format!("{:06}", Version::dotted("1.2")), "1.2   ");
        assert_eq!(Version::number("9223372036854775808").as_number(), None);
        assert_eq!(Version::repeatable("x").as_number(), None);
    }
}
