//! Constants in the form of their type, so that equal values have equal texts.
//!
//! Where a type's input rules are not followed to the end the text is kept and marked as written.

use super::term::Value;

/// The value that a string constant has once it is of the type `base` (internal name).
pub(super) fn value(base: &str, text: &str) -> Value {
    let exact = match base {
        "text" | "varchar" | "json" | "xml" | "char" => Some(text.to_owned()),
        // Blanks at the end do not count.
        "bpchar" => Some(text.trim_end_matches(' ').to_owned()),
        "name" => Some(crate::catalog::names::truncate(text).to_owned()),
        "bool" => boolean(text),
        "int2" | "int4" | "int8" | "oid" => integer(text),
        "numeric" => numeric(text),
        "float4" => text.trim().parse::<f32>().ok().map(|number| format!("{number:?}")),
        "float8" => text.trim().parse::<f64>().ok().map(|number| format!("{number:?}")),
        "uuid" => uuid(text),
        "bytea" => bytea(text),
        "date" => date(text.trim()).map(|day| day.to_string()).or_else(|| infinity(text)),
        "time" => time(text.trim()).map(|time| time.to_string()),
        "timestamp" => timestamp(text.trim()).map(|time| time.to_string()).or_else(|| infinity(text)),
        "timestamptz" => timestamptz(text.trim()).map(|time| time.to_string()).or_else(|| infinity(text)),
        "interval" => interval(text, "second"),
        "bit" | "varbit" => bit_string(text),
        "inet" => inet(text),
        "jsonb" => json::canonical(text),
        _ => None,
    };
    match exact {
        Some(exact) => Value::Exact(exact.into()),
        None => Value::Written(text.into()),
    }
}

/// A constant of one type as the same value of another; `None` where that is not certain.
pub(super) fn convert(from: &str, to: &str, text: &str) -> Option<Value> {
    let strings = |name: &str| matches!(name, "text" | "varchar");
    let exact = match (from, to) {
        _ if strings(from) && (strings(to) || to == "bpchar") => text.to_owned(),
        ("bpchar", _) if strings(to) => text.trim_end_matches(' ').to_owned(),
        ("int2" | "int4" | "int8", "int2" | "int4" | "int8") => {
            let number: i64 = text.parse().ok()?;
            let fits = match to {
                "int2" => i16::try_from(number).is_ok(),
                "int4" => i32::try_from(number).is_ok(),
                _ => true,
            };
            if !fits {
                return None;
            }
            text.to_owned()
        }
        ("int2" | "int4" | "int8", "numeric") => text.to_owned(),
        // Up to 2^53 every integer is itself.
        ("int2" | "int4", "float8") => format!("{:?}", text.parse::<f64>().ok()?),
        ("numeric", "float8") => format!("{:?}", text.parse::<f64>().ok()?),
        ("date", "timestamp") if text.parse::<i64>().is_ok() => {
            (text.parse::<i64>().ok()?.checked_mul(DAY)?).to_string()
        }
        _ => return None,
    };
    Some(Value::Exact(exact.into()))
}

/// The text of a constant after it was fitted to modifiers; `None` where fitting changes it or is not certain.
pub(super) fn fit(base: &str, modifiers: &[Box<str>], text: &str) -> Option<String> {
    let number = |at: usize| modifiers.get(at).and_then(|text| text.parse::<usize>().ok());
    match base {
        "varchar" => (text.chars().count() <= number(0)?).then(|| text.to_owned()),
        "numeric" => {
            let (precision, scale) = (number(0)?, number(1).unwrap_or(0));
            let digits = text.strip_prefix('-').unwrap_or(text);
            let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
            let fraction = fraction.trim_end_matches('0');
            let whole_digits = whole.trim_start_matches('0').len();
            if fraction.len() > scale
                || whole_digits + scale > precision
                || !text.bytes().any(|b| b.is_ascii_digit())
            {
                return None;
            }
            let sign = if text.starts_with('-') { "-" } else { "" };
            let point = if scale > 0 { "." } else { "" };
            Some(format!("{sign}{whole}{point}{fraction:0<scale$}"))
        }
        _ => None,
    }
}

/// A number as the lexer read it: its type (`int4`, `int8`, `numeric`) and text.
pub(super) fn number(written: &str) -> Option<(&'static str, String)> {
    let lower = written.to_ascii_lowercase();
    let radix = [("0x", 16), ("0o", 8), ("0b", 2)].iter().find_map(|(prefix, radix)| {
        lower.strip_prefix(prefix).map(|digits| i128::from_str_radix(digits, *radix).ok())
    });
    let integer = match radix {
        Some(value) => Some(value?),
        None if lower.bytes().all(|byte| byte.is_ascii_digit()) => lower.parse::<i128>().ok(),
        None => None,
    };
    match integer {
        Some(value) if i32::try_from(value).is_ok() => Some(("int4", value.to_string())),
        Some(value) if i64::try_from(value).is_ok() => Some(("int8", value.to_string())),
        Some(value) => Some(("numeric", value.to_string())),
        None => numeric(&lower).map(|text| ("numeric", text)),
    }
}

/// The same constant with the other sign, as `doNegate`.
pub(super) fn negate(base: &str, text: &str) -> Option<String> {
    if !matches!(base, "int2" | "int4" | "int8" | "numeric" | "float4" | "float8") {
        return None;
    }
    let is_zero = !text.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    match text.strip_prefix('-') {
        Some(rest) => Some(rest.to_owned()),
        None if text.starts_with(|first: char| first.is_ascii_digit()) && !is_zero => {
            Some(format!("-{text}"))
        }
        None if is_zero && base.starts_with(['i', 'n']) => Some(text.to_owned()),
        None => None,
    }
}

/// The bits of `b101` and `x1F`, as the parser keeps such constants.
pub(super) fn bits(digits: &str) -> String {
    match digits.strip_prefix('x') {
        Some(hexadecimal) => hexadecimal
            .chars()
            .map(|digit| digit.to_digit(16).map_or_else(|| digit.to_string(), |value| format!("{value:04b}")))
            .collect(),
        None => digits.strip_prefix('b').unwrap_or(digits).to_owned(),
    }
}

fn boolean(text: &str) -> Option<String> {
    let word = text.trim().to_ascii_lowercase();
    let begins = |whole: &str, least: usize| word.len() >= least && whole.starts_with(&*word);
    if begins("true", 1) || begins("yes", 1) || word == "on" || word == "1" {
        Some("true".into())
    } else if begins("false", 1) || begins("no", 1) || begins("off", 2) || word == "0" {
        Some("false".into())
    } else {
        None
    }
}

fn integer(text: &str) -> Option<String> {
    text.trim().parse::<i64>().ok().map(|value| value.to_string())
}

/// The scale is part of the value as it is printed, so zeros at the end stay.
fn numeric(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some((mantissa, exponent)) = text.split_once(['e', 'E']) {
        return numeric(&shifted(mantissa, exponent.parse().ok()?)?);
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let zero = whole == "0" && fraction.bytes().all(|byte| byte == b'0');
    let sign = if zero { "" } else { sign };
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{fraction}"))
}

/// `1.5e3` is `1500`, `1e-2` is `0.01`: the exponent moves the point.
fn shifted(mantissa: &str, exponent: i32) -> Option<String> {
    const MAX_EXPONENT: u32 = 400;
    if exponent.unsigned_abs() > MAX_EXPONENT {
        return None;
    }
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let moved = exponent.unsigned_abs() as usize;
    let (whole, fraction) = if exponent >= 0 {
        let padded = format!("{fraction:0<moved$}");
        let (more, rest) = padded.split_at_checked(moved)?;
        (format!("{whole}{more}"), rest.to_owned())
    } else {
        let padded = format!("{whole:0>moved$}");
        let (rest, less) = padded.split_at_checked(padded.len() - moved)?;
        (rest.to_owned(), format!("{less}{fraction}"))
    };
    Some(format!("{sign}{whole}.{fraction}"))
}

fn uuid(text: &str) -> Option<String> {
    let digits: String = text.trim_matches(['{', '}']).chars().filter(|c| *c != '-').collect();
    (digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .then(|| digits.to_ascii_lowercase())
}

fn bytea(text: &str) -> Option<String> {
    if let Some(digits) = text.strip_prefix("\\x") {
        let digits: String = digits.chars().filter(|c| !c.is_ascii_whitespace()).collect();
        let fits = digits.len().is_multiple_of(2) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        return fits.then(|| digits.to_ascii_lowercase());
    }
    if text.contains('\\') {
        return None;
    }
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
    Some(text.bytes().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
}

fn infinity(text: &str) -> Option<String> {
    let word = text.trim().to_ascii_lowercase();
    matches!(&*word, "infinity" | "-infinity").then_some(word)
}

fn inet(text: &str) -> Option<String> {
    let (address, mask) = text.split_once('/').unwrap_or((text, ""));
    let address: std::net::IpAddr = address.parse().ok()?;
    let full = if address.is_ipv4() { 32 } else { 128 };
    let mask: u8 = if mask.is_empty() { full } else { mask.parse().ok()? };
    (mask <= full).then(|| format!("{address}/{mask}"))
}

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

fn digits(text: &str) -> Option<i64> {
    (!text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Days since 1970-01-01 of `YYYY-MM-DD`.
fn date(text: &str) -> Option<i64> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let (year, month, day) = (digits(year)?, digits(month)?, digits(day)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let longest = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=longest).contains(&day) || year == 0 {
        return None;
    }
    // The civil calendar counted in eras of 400 years from the first of March.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// Microseconds of `HH:MM[:SS[.ffffff]]`.
fn time(text: &str) -> Option<i64> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut parts = clock.split(':');
    let (hours, minutes) = (digits(parts.next()?)?, digits(parts.next()?)?);
    let seconds = match parts.next() {
        Some(seconds) => digits(seconds)?,
        None if fraction.is_empty() => 0,
        None => return None,
    };
    if parts.next().is_some() || minutes > 59 || seconds > 59 || fraction.len() > 6 {
        return None;
    }
    let micros = if fraction.is_empty() { 0 } else { digits(&format!("{fraction:0<6}"))? };
    Some(((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + micros)
}

fn timestamp(text: &str) -> Option<i64> {
    let (day, clock) = text.split_once([' ', 'T']).unwrap_or((text, "00:00"));
    Some(date(day)? * DAY + time(clock.trim())?)
}

/// Only with a zone: without one the value depends on the session.
fn timestamptz(text: &str) -> Option<i64> {
    let (day, clock) = text.split_once([' ', 'T'])?;
    let clock = clock.trim();
    if let Some(clock) = clock.strip_suffix(['Z', 'z']).or_else(|| clock.strip_suffix("UTC")) {
        return Some(date(day)? * DAY + time(clock.trim())?);
    }
    let at = clock.rfind(['+', '-'])?;
    let (clock, zone) = clock.split_at(at);
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let zone = zone.get(1..)?;
    let (hours, minutes) = zone.split_once(':').unwrap_or((zone, "0"));
    if hours.len() > 2 {
        return None;
    }
    let offset = (digits(hours)? * 60 + digits(minutes)?) * 60_000_000 * sign;
    Some(date(day)? * DAY + time(clock.trim())? - offset)
}

fn bit_string(text: &str) -> Option<String> {
    let digits = text.strip_prefix(['b', 'B']).unwrap_or(text);
    digits.bytes().all(|byte| matches!(byte, b'0' | b'1')).then(|| digits.to_owned())
}

/// An interval constant with fields: `interval '1' day`. A number alone counts the last field.
pub(super) fn interval_with_fields(text: &str, fields: &str) -> Value {
    // `'2:03'` would be minutes and seconds.
    let minutes_first = fields == "minute to second" && text.contains(':');
    let last = fields.rsplit(' ').next().unwrap_or("");
    match interval(text, last).filter(|_| !minutes_first) {
        Some(exact) => Value::Exact(exact.into()),
        None => Value::Written(text.into()),
    }
}

/// Months, days and microseconds. `last` is the unit of a number without one.
fn interval(text: &str, last: &str) -> Option<String> {
    /// Unit, months, days, microseconds.
    const UNITS: &[(&str, i64, i64, i64)] = &[
        ("year", 12, 0, 0),
        ("mon", 1, 0, 0),
        ("month", 1, 0, 0),
        ("week", 0, 7, 0),
        ("day", 0, 1, 0),
        ("hour", 0, 0, 3_600_000_000),
        ("minute", 0, 0, 60_000_000),
        ("min", 0, 0, 60_000_000),
        ("second", 0, 0, 1_000_000),
        ("sec", 0, 0, 1_000_000),
        ("millisecond", 0, 0, 1_000),
        ("microsecond", 0, 0, 1),
    ];
    let (mut months, mut days, mut micros) = (0_i64, 0_i64, 0_i64);
    let lower = text.to_ascii_lowercase();
    let mut words = lower.split_ascii_whitespace().peekable();
    words.peek()?;
    while let Some(word) = words.next() {
        let (sign, bare) = match word.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, word.strip_prefix('+').unwrap_or(word)),
        };
        if bare.contains(':') {
            micros = micros.checked_add(sign * time(bare)?)?;
            continue;
        }
        let split = bare.find(|c: char| !c.is_ascii_digit()).unwrap_or(bare.len());
        let (amount, glued) = bare.split_at(split);
        let amount = sign * digits(amount)?;
        let unit = match words.peek() {
            _ if !glued.is_empty() => glued,
            None => last,
            Some(clock) if clock.contains(':') => "day",
            Some(unit) => {
                let unit = *unit;
                words.next();
                unit
            }
        };
        let unit = if unit.len() > 3 { unit.strip_suffix('s').unwrap_or(unit) } else { unit };
        let (_, m, d, u) = UNITS.iter().find(|(name, ..)| *name == unit)?;
        months = months.checked_add(amount.checked_mul(*m)?)?;
        days = days.checked_add(amount.checked_mul(*d)?)?;
        micros = micros.checked_add(amount.checked_mul(*u)?)?;
    }
    Some(format!("{months} {days} {micros}"))
}

/// The items of an array constant of one dimension; `None` in an item is `NULL`. `None` for what is not read:
/// several dimensions, bounds.
pub(super) fn array_items(text: &str) -> Option<Vec<Option<String>>> {
    let inside = text.trim().strip_prefix('{')?.strip_suffix('}')?;
    let mut items = Vec::new();
    let mut characters = inside.chars().peekable();
    if inside.trim().is_empty() {
        return Some(items);
    }
    loop {
        while characters.peek().is_some_and(char::is_ascii_whitespace) {
            characters.next();
        }
        let mut item = String::new();
        let quoted = characters.peek() == Some(&'"');
        if quoted {
            characters.next();
            loop {
                match characters.next()? {
                    '"' => break,
                    '\\' => item.push(characters.next()?),
                    other => item.push(other),
                }
            }
            while characters.peek().is_some_and(char::is_ascii_whitespace) {
                characters.next();
            }
        } else {
            while let Some(next) = characters.next_if(|c| *c != ',') {
                match next {
                    '{' | '}' | '"' => return None,
                    '\\' => item.push(characters.next()?),
                    other => item.push(other),
                }
            }
            item.truncate(item.trim_end().len());
            if item.is_empty() {
                return None;
            }
        }
        let null = !quoted && item.eq_ignore_ascii_case("null");
        items.push((!null).then_some(item));
        match characters.next() {
            None => return Some(items),
            Some(',') => {}
            Some(_) => return None,
        }
    }
}

/// `jsonb` in one form: no blanks, keys sorted, the last of equal keys kept.
mod json {
    use std::collections::BTreeMap;

    const MAX_DEPTH: u32 = 64;

    /// `None` for what is no JSON, or holds escapes beyond the plain ones.
    pub(super) fn canonical(text: &str) -> Option<String> {
        let mut reader = Reader { text, at: 0 };
        let found = reader.value(0)?;
        reader.blanks();
        (reader.at == text.len()).then_some(found)
    }

    struct Reader<'a> {
        text: &'a str,
        at: usize,
    }

    impl Reader<'_> {
        fn rest(&self) -> &str {
            self.text.get(self.at..).unwrap_or("")
        }

        fn blanks(&mut self) {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        }

        fn take(&mut self, expected: char) -> bool {
            self.blanks();
            let found = self.rest().starts_with(expected);
            if found {
                self.at += expected.len_utf8();
            }
            found
        }

        fn value(&mut self, depth: u32) -> Option<String> {
            if depth > MAX_DEPTH {
                return None;
            }
            self.blanks();
            match self.rest().chars().next()? {
                '{' => self.object(depth),
                '[' => self.array(depth),
                '"' => self.string(),
                _ => self.scalar(),
            }
        }

        fn object(&mut self, depth: u32) -> Option<String> {
            self.take('{');
            let mut members = BTreeMap::new();
            if !self.take('}') {
                loop {
                    self.blanks();
                    let key = self.string()?;
                    if !self.take(':') {
                        return None;
                    }
                    members.insert(key, self.value(depth + 1)?);
                    if self.take('}') {
                        break;
                    }
                    if !self.take(',') {
                        return None;
                    }
                }
            }
            let members: Vec<String> = members.iter().map(|(key, value)| format!("{key}:{value}")).collect();
            Some(format!("{{{}}}", members.join(",")))
        }

        fn array(&mut self, depth: u32) -> Option<String> {
            self.take('[');
            let mut items = Vec::new();
            if !self.take(']') {
                loop {
                    items.push(self.value(depth + 1)?);
                    if self.take(']') {
                        break;
                    }
                    if !self.take(',') {
                        return None;
                    }
                }
            }
            Some(format!("[{}]", items.join(",")))
        }

        /// With its quotes. An escape with several spellings makes it unread.
        fn string(&mut self) -> Option<String> {
            if !self.take('"') {
                return None;
            }
            let start = self.at - 1;
            loop {
                match self.rest().chars().next()? {
                    '"' => {
                        self.at += 1;
                        return self.text.get(start..self.at).map(str::to_owned);
                    }
                    '\\' => {
                        if !self
                            .rest()
                            .get(1..)
                            .is_some_and(|next| next.starts_with(['"', '\\', 'n', 't', 'r']))
                        {
                            return None;
                        }
                        self.at += 2;
                    }
                    other => self.at += other.len_utf8(),
                }
            }
        }

        fn scalar(&mut self) -> Option<String> {
            let rest = self.rest();
            let end = rest.find([',', '}', ']', ' ', '\t', '\n', '\r']).unwrap_or(rest.len());
            let word = rest.get(..end)?.to_owned();
            self.at += end;
            match &*word {
                "true" | "false" | "null" => Some(word),
                _ => super::numeric(&word).filter(|_| !word.starts_with(['+', '.'])),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(base: &str, left: &str, right: &str, expected: bool) {
        assert_eq!(value(base, left) == value(base, right), expected, "{left} {right}");
    }

    #[test]
    fn equal_values_have_equal_texts() {
        same("interval", "1 hour", "01:00:00", true);
        same("interval", "1 mon", "30 days", false);
        same("interval", "1 year 2 months -3 days", "14 mons -3 days", true);
        same("timestamptz", "2020-01-01 02:00:00+02", "2020-01-01T00:00:00Z", true);
        same("timestamptz", "2020-01-01", "2020-01-02", false);
        same("date", "2020-02-29", "2020-03-01", false);
        same("jsonb", "{\"b\": 1, \"a\": [1, 2]}", "{\"a\":[1,2],\"b\":1}", true);
        same("jsonb", "{\"a\": 1}", "{\"a\": 2}", false);
        same("uuid", "{A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11}", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", true);
        same("bool", "yes", "t", true);
        same("numeric", "00.50", "0.50", true);
        same("numeric", "0.5", "0.50", false);
        same("inet", "10.0.0.1", "10.0.0.1/32", true);
        same("bytea", "ab", "\\x6162", true);
        assert_eq!(array_items("{a, \"b,c\",NULL}"), Some(vec![Some("a".into()), Some("b,c".into()), None]));
        assert_eq!(array_items("{{a}}"), None);
    }
}
