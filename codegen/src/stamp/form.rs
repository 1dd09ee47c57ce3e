//! The stamp as bytes: numbers of fixed width and texts with their length before them. It is read by every run of a build
//! script, which is not optimised, so nothing in it has to be searched for or converted.

use super::facts::{Facts, Hash};
use super::{Input, Made, Stamp, State};

/// What it begins with; the digit grows when the form changes.
const HEAD: &[u8] = b"schemactl stamp 2\n";

pub(super) fn write(stamp: &Stamp) -> Vec<u8> {
    let mut out = Writer(HEAD.to_vec());
    out.hash(stamp.options);
    out.facts(stamp.program);
    out.text(stamp.migrations.as_deref().map_or(&[0][..], str::as_bytes));
    out.number(stamp.inputs_seen.cast_unsigned());
    out.number(stamp.inputs.len() as u64);
    for input in &stamp.inputs {
        out.text(&input.path);
        match input.state {
            State::Absent => out.number(0),
            State::There(facts, hash) => {
                out.number(1);
                out.facts(facts);
                out.hash(hash);
            }
        }
    }
    out.number(stamp.made_seen.cast_unsigned());
    out.number(stamp.made.len() as u64);
    for made in &stamp.made {
        out.text(made.path.as_bytes());
        out.facts(made.facts);
        out.hash(made.hash);
    }
    out.number(stamp.warnings.len() as u64);
    for warning in &stamp.warnings {
        out.text(warning.as_bytes());
    }
    out.0
}

/// `None` for what is cut off, or no stamp of this form.
pub(super) fn read(bytes: &[u8]) -> Option<Stamp> {
    let mut rest = Reader(bytes.strip_prefix(HEAD)?);
    let options = rest.hash()?;
    let program = rest.facts()?;
    let migrations = match rest.bytes()? {
        [0] => None,
        path => Some(str::from_utf8(path).ok()?.to_owned()),
    };
    let inputs_seen = rest.number()?.cast_signed();
    let mut inputs = Vec::new();
    for _ in 0..rest.number()? {
        let path = rest.bytes()?.to_vec();
        let state = match rest.number()? {
            0 => State::Absent,
            _ => State::There(rest.facts()?, rest.hash()?),
        };
        inputs.push(Input { path, state });
    }
    let made_seen = rest.number()?.cast_signed();
    let mut made = Vec::new();
    for _ in 0..rest.number()? {
        let path = rest.string()?;
        made.push(Made { path, facts: rest.facts()?, hash: rest.hash()? });
    }
    let mut warnings = Vec::new();
    for _ in 0..rest.number()? {
        warnings.push(rest.string()?);
    }
    rest.0.is_empty().then_some(Stamp {
        options,
        program,
        migrations,
        inputs_seen,
        inputs,
        made_seen,
        made,
        warnings,
    })
}

struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn text(&mut self, text: &[u8]) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text);
    }

    fn hash(&mut self, hash: Hash) {
        self.number(hash.0[0]);
        self.number(hash.0[1]);
    }

    fn facts(&mut self, facts: Facts) {
        self.number(facts.length);
        self.number(facts.modified.cast_unsigned());
        self.number(facts.changed.cast_unsigned());
        self.number(facts.number);
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn number(&mut self) -> Option<u64> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u64::from_le_bytes(*number))
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(text)
    }

    fn string(&mut self) -> Option<String> {
        Some(str::from_utf8(self.bytes()?).ok()?.to_owned())
    }

    fn hash(&mut self) -> Option<Hash> {
        Some(Hash([self.number()?, self.number()?]))
    }

    fn facts(&mut self) -> Option<Facts> {
        Some(Facts {
            length: self.number()?,
            modified: self.number()?.cast_signed(),
            changed: self.number()?.cast_signed(),
            number: self.number()?,
        })
    }
}
