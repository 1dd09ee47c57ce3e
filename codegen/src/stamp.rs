//! What a build script remembers of its last run, so that one with nothing to do looks at files and reads nothing else.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use std::{env, fs, io};

/// The file in the folder of the generated modules.
const NAME: &str = ".schemactl-stamp";

/// What decides the generated files: each migration's name and content, the settings, and the build of the generator.
///
/// A file that cannot be read is an error for generation to tell; here it only means that there is no stamp.
pub(crate) fn inputs(migrations: &Path, settings: &str) -> io::Result<String> {
    let mut hash = Hash::new();
    hash.add(settings.as_bytes());
    // The generator is part of the build script: another build of it may write something else.
    let program = env::current_exe()?;
    hash.add(of_file(&program)?.as_bytes());
    let mut files = Vec::new();
    let mut folders = vec![migrations.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if folder.is_file() {
            files.push(folder);
            continue;
        }
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let known = if entry.file_type()?.is_file() { &mut files } else { &mut folders };
            known.push(entry.path());
        }
    }
    files.sort();
    for file in files {
        hash.add(file.as_os_str().as_encoded_bytes());
        hash.add(&fs::read(&file)?);
    }
    Ok(hash.text())
}

/// Whether the folder is as the last run left it, and was made of these inputs.
pub(crate) fn holds(out_dir: &Path, inputs: &str) -> bool {
    let Ok(text) = fs::read_to_string(out_dir.join(NAME)) else {
        return false;
    };
    let mut lines = text.lines();
    lines.next() == Some(inputs)
        && lines.all(|line| {
            line.split_once(' ').is_some_and(|(path, found)| {
                of_file(&out_dir.join(path)).is_ok_and(|present| present == found)
            })
        })
}

/// The files of the last run, when its stamp [`holds`].
pub(crate) fn files(out_dir: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(out_dir.join(NAME)).unwrap_or_default();
    text.lines().skip(1).filter_map(|line| Some(PathBuf::from(line.split_once(' ')?.0))).collect()
}

/// Remembers a run. One that cannot be remembered is only slower the next time.
pub(crate) fn keep<'a>(out_dir: &Path, inputs: &str, files: impl Iterator<Item = &'a Path>) {
    let mut text = format!("{inputs}\n");
    for file in files {
        match of_file(&out_dir.join(file)) {
            // Writing to a String cannot fail.
            Ok(found) => drop(writeln!(text, "{} {found}", file.display())),
            Err(_) => return,
        }
    }
    drop(fs::write(out_dir.join(NAME), text));
}

/// Length and time of change.
fn of_file(path: &Path) -> io::Result<String> {
    let found = fs::symlink_metadata(path)?;
    let changed = found.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(format!("{}-{}", found.len(), changed.as_nanos()))
}

/// 128 bits that are quick without optimisation, as build scripts run; not meant to withstand anybody.
struct Hash([u64; 2]);

impl Hash {
    fn new() -> Self {
        Self([0x9e37_79b9_7f4a_7c15, 0xc2b2_ae3d_27d4_eb4f])
    }

    fn add(&mut self, bytes: &[u8]) {
        self.word(bytes.len() as u64);
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            let mut value = [0; 8];
            value.copy_from_slice(word);
            self.word(u64::from_le_bytes(value));
        }
        let mut last = [0; 8];
        last[..words.remainder().len()].copy_from_slice(words.remainder());
        self.word(u64::from_le_bytes(last));
    }

    fn word(&mut self, word: u64) {
        self.0[0] = (self.0[0] ^ word).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29);
        self.0[1] = (self.0[1].rotate_left(31) ^ word).wrapping_mul(0xc4ce_b9fe_1a85_ec53) ^ self.0[0];
    }

    fn text(&self) -> String {
        format!("{:016x}{:016x}", self.0[0], self.0[1])
    }
}
