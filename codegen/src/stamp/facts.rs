//! What tells a file from what it was without reading it, and a hash for when that is not enough.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

const SECOND: i64 = 1_000_000_000;

/// How long two changes of a file may lie apart and bear the same time, where times have fractions of a second: file
/// systems take the time of the last tick of a clock, which is at most 10 ms ago.
const TICK: i64 = 20_000_000;

/// The same where times are whole seconds; FAT counts every second one.
const COARSE_TICK: i64 = 2 * SECOND;

/// Length and times of a file. Times are nanoseconds since 1970.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Facts {
    pub(super) length: u64,
    pub(super) modified: i64,
    /// When anything of it changed last. Nobody can set it, so it betrays a file that was changed, or another that was
    /// put in its place, with the old time of modification. Where there is none: when the file was made.
    pub(super) changed: i64,
    /// Its number in the file system; 0 where there is none.
    pub(super) number: u64,
}

impl Facts {
    pub(super) fn of(found: &Metadata) -> Self {
        let (changed, number) = system_facts(found);
        Self { length: found.len(), modified: found.modified().map_or(0, nanoseconds), changed, number }
    }

    /// Whether a change after `seen`, when the file was looked at, could have left all this as it is.
    pub(super) fn are_too_young(self, seen: i64) -> bool {
        let last = self.modified.max(self.changed);
        let tick = if last % SECOND == 0 { COARSE_TICK } else { TICK };
        last.saturating_add(tick) >= seen
    }
}

#[cfg(unix)]
fn system_facts(found: &Metadata) -> (i64, u64) {
    use std::os::unix::fs::MetadataExt as _;

    (found.ctime().saturating_mul(SECOND).saturating_add(found.ctime_nsec()), found.ino())
}

#[cfg(not(unix))]
fn system_facts(found: &Metadata) -> (i64, u64) {
    (found.created().map_or(0, nanoseconds), 0)
}

/// The clock's time, to compare with those of files.
pub(super) fn now() -> i64 {
    nanoseconds(SystemTime::now())
}

/// Years far from ours become the last that fits.
fn nanoseconds(time: SystemTime) -> i64 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |nanos| -nanos),
    }
}

/// 128 bits of a text that are quick without optimisation, as build scripts run; not meant to withstand anybody.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Hash(pub(super) [u64; 2]);

impl Hash {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut hash = [0x9e37_79b9_7f4a_7c15, bytes.len() as u64 ^ 0xc2b2_ae3d_27d4_eb4f];
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            mix(&mut hash, u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        mix(&mut hash, u64::from_le_bytes(last));
        Self(hash)
    }

    pub(super) fn of_file(path: &Path) -> io::Result<Self> {
        Ok(Self::of(&fs::read(path)?))
    }
}

#[expect(clippy::inline_always, reason = "without optimisation a call costs more than the work")]
#[inline(always)]
fn mix(hash: &mut [u64; 2], word: u64) {
    hash[0] = (hash[0] ^ word).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29);
    hash[1] = (hash[1].rotate_left(31) ^ word).wrapping_mul(0xc4ce_b9fe_1a85_ec53) ^ hash[0];
}
