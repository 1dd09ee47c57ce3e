//! What a build script remembers of its last run, so that one with nothing to do looks at files and reads none.
//!
//! A file is as it was when its length, its times and its number in the file system are ([`Facts`]). Where only the
//! length is, its content is compared by a hash, and the stamp is written anew with the present times. So it is, too,
//! for a file that was changed so shortly before the stamp looked at it that one more change would bear the same time.
//! Whether a time is earlier or later than another decides nothing else: clocks go backwards.

mod facts;
mod form;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use schemactl_schema::migrations;
use schemactl_schema::resolve::lock;

use crate::GeneratedFile;
use crate::settings::FILE_NAME;
use facts::{Facts, Hash, now};

/// The file in the folder of the generated modules.
const NAME: &str = ".schemactl-stamp";

/// A run, as far as the next one needs to know of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Stamp {
    /// What the build script asked for.
    options: Hash,
    /// The generator is part of the build script: another build of it may write something else.
    program: Facts,
    /// The folder that `schemactl.toml` names.
    pub(crate) migrations: Option<String>,
    /// When the inputs were looked at.
    inputs_seen: i64,
    inputs: Vec<Input>,
    /// When the generated files were looked at.
    made_seen: i64,
    made: Vec<Made>,
    /// What the run warned of, and each run must.
    pub(crate) warnings: Vec<String>,
}

/// What decides the generated files, on disk: the settings, the lock, the migrations.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Input {
    /// As the system has it, whatever its encoding.
    path: Vec<u8>,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Absent,
    /// The hash of inputs that were only looked at is not known, which is `Hash::default()`.
    There(Facts, Hash),
}

/// A generated file; its path is relative to the folder.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Made {
    path: String,
    facts: Facts,
    hash: Hash,
}

/// The inputs of this run.
#[derive(Clone, Debug)]
pub(crate) struct Inputs {
    options: Hash,
    program: Facts,
    seen: i64,
    files: Vec<(PathBuf, Input)>,
}

/// How a stamp compares with what is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    /// There is nothing to do; so many files had to be read to know it.
    Holds {
        read: usize,
    },
    Changed,
}

impl Inputs {
    /// Looks at the build script itself and at `schemactl.toml` of the crate's folder.
    ///
    /// `None` when something cannot be looked at, here as below: then nothing is remembered, and if it matters,
    /// generation says why.
    pub(crate) fn new(root: &Path, options: &str) -> Option<Self> {
        // Before anything is looked at: what changes from now on must be found by the next run.
        let seen = now();
        let program = Facts::of(&fs::metadata(env::current_exe().ok()?).ok()?);
        let mut inputs = Self { options: Hash::of(options.as_bytes()), program, seen, files: Vec::new() };
        inputs.add(root.join(FILE_NAME))?;
        Some(inputs)
    }

    /// Looks at the lock and at all files of the migrations.
    pub(crate) fn with_migrations(mut self, folder: &Path) -> Option<Self> {
        let files = migrations::files_of(folder)?;
        let single = files.first().is_some_and(|first| first == folder);
        self.add(lock::path_beside(folder, single))?;
        for file in files {
            self.add(file)?;
        }
        Some(self)
    }

    /// A path that there is no file at is an input: it may come. Nothing but a file can be read twice.
    fn add(&mut self, path: PathBuf) -> Option<()> {
        let state = match fs::metadata(&path) {
            Ok(found) if found.is_file() => State::There(Facts::of(&found), Hash::default()),
            Ok(_) => return None,
            Err(error) if error.kind() == ErrorKind::NotFound => State::Absent,
            Err(_) => return None,
        };
        let bytes = path.as_os_str().as_encoded_bytes().to_vec();
        self.files.push((path, Input { path: bytes, state }));
        Some(())
    }

    /// Reads them: what is remembered must be no younger than what generation will see, so this comes before it.
    pub(crate) fn read(mut self) -> Option<Self> {
        for (path, input) in &mut self.files {
            if let State::There(_, hash) = &mut input.state {
                *hash = Hash::of_file(path).ok()?;
            }
        }
        Some(self)
    }

    /// Whether there is a `schemactl.toml`.
    pub(crate) fn has_settings(&self) -> bool {
        self.files.first().is_some_and(|(_, input)| input.state != State::Absent)
    }
}

impl Stamp {
    /// The stamp in a folder, if one can be read.
    pub(crate) fn load(out_dir: &Path) -> Option<Self> {
        let path = out_dir.join(NAME);
        // To open anything else (a pipe) could wait for ever.
        if !fs::symlink_metadata(&path).ok()?.is_file() {
            return None;
        }
        form::read(&fs::read(path).ok()?)
    }

    /// Remembers a run that has just written `files`. One that cannot be remembered is only slower the next time.
    pub(crate) fn keep(
        out_dir: &Path,
        inputs: Inputs,
        migrations: Option<&Path>,
        files: &[GeneratedFile],
        warnings: Vec<String>,
    ) {
        if let Some(stamp) = Self::of_run(out_dir, inputs, migrations, files, warnings) {
            stamp.save(out_dir);
        }
    }

    fn of_run(
        out_dir: &Path,
        inputs: Inputs,
        migrations: Option<&Path>,
        files: &[GeneratedFile],
        warnings: Vec<String>,
    ) -> Option<Self> {
        let migrations = match migrations {
            Some(path) => Some(path.to_str()?.to_owned()),
            None => None,
        };
        let hashes: Vec<Hash> = files.iter().map(|file| Hash::of(file.text.as_bytes())).collect();
        // After the hashes, which take a while: most files are old enough by now to be believed by the next run.
        let made_seen = now();
        let mut made = Vec::with_capacity(files.len());
        for (file, hash) in files.iter().zip(hashes) {
            let path = out_dir.join(&file.path);
            let facts = Facts::of(&fs::symlink_metadata(&path).ok()?);
            made.push(Made { path: file.path.to_str()?.to_owned(), facts, hash });
            // Somebody may have changed it since it was written.
            if fs::read(&path).ok()? != file.text.as_bytes() {
                return None;
            }
        }
        let Inputs { options, program, seen: inputs_seen, files } = inputs;
        let inputs = files.into_iter().map(|(_, input)| input).collect();
        Some(Self { options, program, migrations, inputs_seen, inputs, made_seen, made, warnings })
    }

    /// Compares it with what is there. When it holds it has the present times afterwards, and if a file had to be read
    /// for that, the next run will find them.
    pub(crate) fn compare(&mut self, out_dir: &Path, inputs: &Inputs) -> Verdict {
        let verdict = match self.follow_inputs(inputs).zip(self.follow_made(out_dir)) {
            Some((inputs, made)) => Verdict::Holds { read: inputs + made },
            None => Verdict::Changed,
        };
        if matches!(verdict, Verdict::Holds { read: 1.. }) {
            self.inputs_seen = inputs.seen;
            self.made_seen = inputs.seen;
            self.save(out_dir);
        }
        verdict
    }

    /// How many inputs had to be read to know that none has changed.
    fn follow_inputs(&mut self, inputs: &Inputs) -> Option<usize> {
        if self.options != inputs.options
            || self.program != inputs.program
            || self.inputs.len() != inputs.files.len()
        {
            return None;
        }
        let mut doubtful = Vec::new();
        for (known, (path, found)) in self.inputs.iter_mut().zip(&inputs.files) {
            if known.path != found.path {
                return None;
            }
            match (&mut known.state, &found.state) {
                (State::Absent, State::Absent) => {}
                (State::There(facts, hash), State::There(present, _)) => {
                    if facts.length != present.length {
                        return None;
                    }
                    if facts != present || facts.are_too_young(self.inputs_seen) {
                        doubtful.push((path, *hash));
                        *facts = *present;
                    }
                }
                _ => return None,
            }
        }
        let same = |(path, hash): &(&PathBuf, Hash)| Hash::of_file(path).is_ok_and(|found| found == *hash);
        doubtful.iter().all(same).then_some(doubtful.len())
    }

    /// How many generated files had to be read to know that all are as they were written.
    fn follow_made(&mut self, out_dir: &Path) -> Option<usize> {
        let mut doubtful = Vec::new();
        for made in &mut self.made {
            let path = out_dir.join(&made.path);
            let found = fs::symlink_metadata(&path).ok()?;
            let present = Facts::of(&found);
            if made.facts.length != present.length || !found.is_file() {
                return None;
            }
            if made.facts != present || made.facts.are_too_young(self.made_seen) {
                doubtful.push((path, made.hash));
                made.facts = present;
            }
        }
        let same = |(path, hash): &(PathBuf, Hash)| Hash::of_file(path).is_ok_and(|found| found == *hash);
        doubtful.iter().all(same).then_some(doubtful.len())
    }

    /// The generated files.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        self.made.iter().map(|made| PathBuf::from(&made.path)).collect()
    }

    /// In one step, because cargo and an editor may run one build script at the same time.
    fn save(&self, out_dir: &Path) {
        let beside = out_dir.join(format!("{NAME}.{}.tmp", process::id()));
        let written = fs::write(&beside, form::write(self));
        if written.and_then(|()| fs::rename(&beside, out_dir.join(NAME))).is_err() {
            drop(fs::remove_file(&beside));
        }
    }
}

#[cfg(test)]
mod tests;
