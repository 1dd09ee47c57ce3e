//! A table of facts: lines sorted by their first field, searched in place by where they begin.

/// A text whose lines begin with a name and a tab, sorted by the bytes of the name.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) text: &'static str,
    /// Where each line begins. The compiler counts them: at run time nothing is read before it is asked for.
    pub(super) starts: &'static [u32],
}

/// The table in a file of `schema/facts`.
macro_rules! table {
    ($file:literal) => {{
        const TEXT: &str = include_str!(concat!("../../../facts/", $file));
        const STARTS: [u32; super::table::count(TEXT)] = super::table::starts(TEXT);
        super::table::Table { text: TEXT, starts: &STARTS }
    }};
}
pub(super) use table;

pub(super) const fn count(text: &str) -> usize {
    let (bytes, mut at, mut lines) = (text.as_bytes(), 0, 0);
    while at < bytes.len() {
        if bytes[at] == b'\n' {
            lines += 1;
        }
        at += 1;
    }
    lines
}

pub(super) const fn starts<const LINES: usize>(text: &str) -> [u32; LINES] {
    let (bytes, mut at, mut line) = (text.as_bytes(), 0, 0);
    let mut starts = [0; LINES];
    while at < bytes.len() {
        if bytes[at] == b'\n' && line + 1 < LINES {
            line += 1;
            starts[line] = at as u32 + 1;
        }
        at += 1;
    }
    starts
}

impl Table {
    /// The lines of a name.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = &'static str> + use<> {
        let (text, name) = (self.text, name.as_bytes());
        // A tab stands before everything that a name may hold, so comparing as many bytes as the name has orders
        // shorter names, too.
        let compared = |start: &u32| {
            let rest = text.as_bytes().get(*start as usize..).unwrap_or(&[]);
            rest.get(..name.len()).unwrap_or(rest).cmp(name)
        };
        let first = self.starts.partition_point(|start| compared(start).is_lt());
        let from = self.starts.get(first..).unwrap_or(&[]);
        let is_named = |start: &&u32| {
            text.as_bytes().get(**start as usize + name.len()) == Some(&b'\t') && compared(start).is_eq()
        };
        let count = if name.contains(&b'\t') { 0 } else { from.iter().take_while(is_named).count() };
        let until = from.get(count).map_or(text.len(), |end| *end as usize);
        let from = from.first().map_or(text.len(), |start| *start as usize);
        text.get(from..until).unwrap_or("").lines()
    }

    /// Every line.
    pub(super) fn lines(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.text.lines()
    }
}

/// The fields of a line. They are short, so they are looked through byte by byte.
#[derive(Clone, Debug)]
pub(super) struct Fields(Option<&'static str>);

impl Fields {
    pub(super) fn of(line: &'static str) -> Self {
        Self(Some(line))
    }

    /// Those that follow the name.
    pub(super) fn after_name(line: &'static str) -> Self {
        let mut fields = Self::of(line);
        fields.next();
        fields
    }
}

impl Iterator for Fields {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        let line = self.0?;
        let end = line.bytes().position(|byte| byte == b'\t');
        self.0 = end.and_then(|end| line.get(end + 1..));
        line.get(..end.unwrap_or(line.len()))
    }
}
