//! Breaks text into lines of a width, counting what a terminal shows.

use unicode_width::UnicodeWidthStr;

/// Breaks text at spaces; a word that is too long is cut, behind a `_`, `/` or `.` if it has one.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let mut word = word;
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        }
        while word.width() > width {
            let mut end = word.len();
            while end > 0 && (!word.is_char_boundary(end) || word[..end].width() > width) {
                end -= 1;
            }
            if let Some(at) = word[..end].rfind(['_', '/', '.']).filter(|at| *at > 0 && at + 1 < word.len()) {
                end = at + 1;
            }
            // A single wide character may be wider than the column.
            let end = if end == 0 { word.chars().next().map_or(word.len(), char::len_utf8) } else { end };
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            lines.push(word[..end].to_owned());
            word = &word[end..];
        }
        if !line.is_empty() && !word.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// Breaks one line of a rendered finding, colours and all; further lines begin at `indent`.
///
/// Only spaces are places to break at: a name is never cut.
pub(super) fn rewrap(line: &str, width: usize, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut current = String::new();
    let mut filled = 0;
    // The spaces before the first word are its place.
    let start = line.len() - line.trim_start_matches(' ').len();
    current.push_str(&line[..start]);
    filled += start;
    let mut first = true;
    for word in line[start..].split(' ') {
        let wide = shown_width(word);
        if !first && filled + 1 + wide > width && filled > indent {
            lines.push(std::mem::replace(&mut current, " ".repeat(indent)));
            filled = indent;
            first = true;
        }
        if !first {
            current.push(' ');
            filled += 1;
        }
        current.push_str(word);
        filled += wide;
        first = false;
    }
    lines.push(current);
    lines
}

/// The columns that text takes, without the codes that colour it.
pub(super) fn shown_width(text: &str) -> usize {
    plain(text).width()
}

/// The text without the codes that colour it.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\u{1b}') {
        out.push_str(&rest[..at]);
        rest = rest[at..].find('m').map_or("", |end| &rest[at + end + 1..]);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_at_spaces_and_long_words_are_cut() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("ab_cd_efgh", 7), ["ab_cd_", "efgh"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("✅✅", 2), ["✅", "✅"]);
    }

    #[test]
    fn colours_take_no_room_and_names_are_not_cut() {
        assert_eq!(rewrap("\u{1b}[1mone two\u{1b}[0m three", 7, 2), ["\u{1b}[1mone two\u{1b}[0m", "  three"]);
        assert_eq!(rewrap("  = note: a_long_name b", 12, 10), ["  = note: a_long_name", "          b"]);
    }
}
