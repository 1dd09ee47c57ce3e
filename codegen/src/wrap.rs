//! Breaks lines that are too long, as rustfmt would: at the outermost brackets, an element a line.
//!
//! The generator writes its lines itself, so it knows their shapes: calls, signatures, patterns and imports. Parsing and
//! printing them anew would take longer than all the rest of generation.

use crate::text::{MARGIN, fits};

/// The text with each line that is too long broken, if it has brackets to break at. A line that has none, such as one
/// long string, stays.
pub(crate) fn wrap(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for line in text.lines() {
        push(&mut out, line);
    }
    out
}

fn push(out: &mut String, line: &str) {
    if let Some(parts) = (!fits(line)).then(|| Parts::of(line)).flatten() {
        parts.push(out);
    } else {
        out.push_str(line);
        out.push('\n');
    }
}

/// A line taken apart at one pair of brackets.
struct Parts<'a> {
    indent: &'a str,
    /// Up to the opening bracket, and from the closing one on.
    head: &'a str,
    tail: &'a str,
    elements: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    /// At the first pair that holds something and is not all that makes the line long.
    fn of(line: &'a str) -> Option<Self> {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        // The brackets of an attribute hold one thing, which takes no comma.
        let start = if code.starts_with('#') {
            code.find('[').map_or(0, |at| at + 1)
        } else if code.starts_with("pub(") {
            code.find(')').map_or(0, |at| at + 1)
        } else {
            0
        };
        let mut scanner = Scanner::from(code, start);
        while let Some((at, byte)) = scanner.next() {
            if !scanner.opens(byte) {
                continue;
            }
            let (commas, close) = Scanner::from(code, at).group()?;
            let inner = &code[at + 1..close];
            // `[T; 2]` is no list.
            if !inner.trim().is_empty() && !inner.contains(';') {
                let mut elements = Vec::new();
                let mut start = at + 1;
                for comma in commas.into_iter().chain([close]) {
                    elements.push(code[start..comma].trim());
                    start = comma + 1;
                }
                elements.retain(|element| !element.is_empty());
                return Some(Self { indent, head: &code[..=at], tail: &code[close..], elements });
            }
            scanner = Scanner::from(code, close);
            scanner.next();
        }
        None
    }

    fn push(&self, out: &mut String) {
        let (indent, inner) = (self.indent, format!("{}    ", self.indent));
        out.extend([indent, self.head.trim_end(), "\n"]);
        if self.head.trim_start().starts_with("use ") || self.head.trim_start().starts_with("pub use ") {
            // Imports fill their lines.
            let mut line = String::new();
            for element in &self.elements {
                if !line.is_empty() && inner.len() + line.len() + element.len() + 2 > MARGIN {
                    out.extend([inner.as_str(), line.trim_end(), "\n"]);
                    line.clear();
                }
                line.extend([element, ", "]);
            }
            out.extend([inner.as_str(), line.trim_end(), "\n"]);
        } else {
            for element in &self.elements {
                let line = format!("{inner}{element},");
                if fits(&line) {
                    out.extend([line.as_str(), "\n"]);
                } else {
                    push_alternatives(out, &inner, element);
                }
            }
        }
        push(out, &format!("{indent}{}", self.tail.trim_start()));
    }
}

/// A pattern with alternatives has one a line; anything else is broken at its brackets.
fn push_alternatives(out: &mut String, indent: &str, element: &str) {
    let mut depth = 0_i32;
    let mut start = 0;
    for (at, byte) in Scanner::new(element) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b'|' if depth == 0 && element[..at].ends_with(") ") => {
                push(out, &format!("{indent}{}", element[start..at].trim_end()));
                start = at;
            }
            _ => {}
        }
    }
    push(out, &format!("{indent}{},", &element[start..]));
}

/// Walks over code, passing by strings, characters and lifetimes.
struct Scanner<'a> {
    code: &'a str,
    at: usize,
    /// Whether angle brackets are brackets: in signatures, not in expressions.
    angles: bool,
}

impl<'a> Scanner<'a> {
    fn new(code: &'a str) -> Self {
        let of_types = code.starts_with(") ->") || code.starts_with("pub ") && !code.contains('(');
        Self { code, at: 0, angles: of_types }
    }

    fn from(code: &'a str, at: usize) -> Self {
        Self { at, ..Self::new(code) }
    }

    fn opens(&self, byte: u8) -> bool {
        matches!(byte, b'(' | b'[' | b'{') && !(byte == b'{' && self.at == self.code.len())
            || byte == b'<' && self.angles
    }

    /// The commas of the group that begins here, and where it ends.
    fn group(self) -> Option<(Vec<usize>, usize)> {
        let (mut depth, mut commas, mut angles) = (0_u32, Vec::new(), 0_u32);
        let mut last = b' ';
        for (at, byte) in self {
            match byte {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => {
                    depth = depth.checked_sub(1)?;
                }
                // Of types: they hold commas of their own.
                b'<' => angles += 1,
                b'>' if last != b'-' && last != b'=' => angles = angles.checked_sub(1)?,
                b',' if depth + angles == 1 => commas.push(at),
                _ => {}
            }
            if depth + angles == 0 {
                return Some((commas, at));
            }
            last = byte;
        }
        None
    }
}

impl Iterator for Scanner<'_> {
    type Item = (usize, u8);

    fn next(&mut self) -> Option<(usize, u8)> {
        let bytes = self.code.as_bytes();
        let at = self.at;
        let byte = *bytes.get(at)?;
        // Only at ASCII bytes can the text be cut: a name may have others.
        let rest = || &self.code[at..];
        let length = match byte {
            b'r' if rest().starts_with("r#\"") => rest()[3..].find("\"#").map_or(rest().len(), |end| end + 5),
            b'"' => {
                let mut escaped = false;
                let end = rest().bytes().skip(1).position(|byte| {
                    let ends = byte == b'"' && !escaped;
                    escaped = byte == b'\\' && !escaped;
                    ends
                });
                end.map_or(rest().len(), |end| end + 2)
            }
            b'\'' => {
                let mut chars = rest().char_indices().skip(1);
                match (chars.next(), chars.next()) {
                    (Some((_, '\\')), _) => rest()[2..].find('\'').map_or(1, |end| end + 3),
                    (Some(_), Some((end, '\''))) => end + 1,
                    _ => 1,
                }
            }
            _ => 1,
        };
        self.at += length;
        Some((at, byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_lines_are_short_and_mean_the_same() {
        let x = |width: usize| "x".repeat(width);
        // An identifier of PostgreSQL has 63 bytes at most.
        for width in 1..70 {
            for block in [
                format!("fn a() {{\n    rows.or_default(\"a\", \"b, (c\", |row| &row.{});\n}}\n", x(width)),
                format!(
                    "fn a() {{\n    {}(b, &[c, d], e('(', \"\\\"(\"), r#\"\"(\"\"#, r#\"#(\"\"#);\n}}\n",
                    x(width)
                ),
                format!(
                    "impl A {{\n    pub fn a(mut self, {}: Text) -> Self {{\n        self\n    }}\n}}\n",
                    x(width)
                ),
                format!("pub fn a<'e>(a: &'e A, b: B) -> C<{}> {{\n    a\n}}\n", x(width)),
                format!("use a::{{b, {}, c}};\n", x(width)),
                format!("#[allow(a::{}, b)]\nmod c;\n", x(width)),
                format!("pub(crate) struct A(B, pub(crate) {});\n", x(width)),
            ] {
                crate::text::tests::assert_laid_out(&block);
            }
        }
    }

    #[test]
    fn a_name_may_have_any_letters() {
        let name = "é".repeat(40);
        crate::text::tests::assert_laid_out(&format!("fn a() {{\n    a({name}, '→', \"ß\", b);\n}}\n"));
        crate::text::tests::assert_laid_out(&format!("pub fn {name}(ñ: {name}, b: B) -> C {{\n    a\n}}\n"));
    }

    #[test]
    fn what_has_no_brackets_stays() {
        let line = format!("    const A: &str = \"{}\";\n", "x ( ".repeat(40));
        assert_eq!(wrap(&line), line);
    }

    #[test]
    fn alternatives_stand_one_a_line() {
        let (a, b) = ("a".repeat(40), "b".repeat(40));
        let block =
            format!("            Some((Some(\"{a}\"), \") | (\") | (Some(\"{b}\"), \"d\")) => Self::E,\n");
        let expected = format!(
            "            Some(\n                (Some(\"{a}\"), \") | (\")\n                | (Some(\"{b}\"), \"d\"),\n            ) => Self::E,\n"
        );
        assert_eq!(wrap(&block), expected);
    }
}
