//! What is noticed by the next run, and what is not worth reading a file for. No test waits: times are set.

use std::fs::File;
use std::time::{Duration, SystemTime};

use super::*;
use crate::{Builder, Settings};

const FIRST: &str = "000001_first.up.sql";
const HOUR: i64 = 3_600_000_000_000;

/// A crate's folder with migrations.
struct Crate {
    folder: tempfile::TempDir,
    builder: Builder,
}

impl Crate {
    fn new(sql: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut builder = Builder::new().out_dir(folder.path().join("out"));
        builder.root = folder.path().to_path_buf();
        fs::create_dir(folder.path().join("migrations")).unwrap();
        let made = Self { folder, builder };
        fs::write(made.migration(FIRST), sql).unwrap();
        fs::write(made.migration("000001_first.down.sql"), "SELECT 1;").unwrap();
        made
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn migration(&self, name: &str) -> PathBuf {
        self.folder.path().join("migrations").join(name)
    }

    /// The lines that cargo is told, and what was written and removed.
    fn run(&self) -> (Vec<String>, usize) {
        let mut lines = Vec::new();
        let outcome = self.builder.run(&mut |line| lines.push(line.to_owned())).unwrap();
        assert!(!(outcome.written.is_empty() && outcome.unchanged.is_empty()), "files are told");
        (lines, outcome.written.len() + outcome.removed.len())
    }

    fn changed(&self) -> usize {
        self.run().1
    }

    /// As if the last run had come an hour after the last change.
    fn later(&self) {
        let mut stamp = Stamp::load(&self.out()).unwrap();
        stamp.inputs_seen += HOUR;
        stamp.made_seen += HOUR;
        stamp.save(&self.out());
    }

    fn verdict(&self) -> Verdict {
        let inputs = Inputs::new(&self.builder.root, &self.builder.options()).unwrap();
        let inputs = inputs.with_migrations(&self.folder.path().join("migrations")).unwrap();
        Stamp::load(&self.out()).map_or(Verdict::Changed, |mut stamp| stamp.compare(&self.out(), &inputs))
    }
}

fn users() -> Crate {
    let made = Crate::new("CREATE TABLE users (id integer PRIMARY KEY);");
    assert!(made.changed() > 0);
    made.later();
    assert_eq!(made.verdict(), Verdict::Holds { read: 0 });
    made
}

/// Gives a file a time of modification, seconds after 1970.
fn touch(path: &Path, seconds: u64) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
}

#[test]
fn a_file_that_was_only_touched_is_read_once() {
    let made = users();
    touch(&made.migration(FIRST), 1_000_000_000);
    touch(&made.out().join("models/users.rs"), 1_000_000_000);
    assert_eq!(made.verdict(), Verdict::Holds { read: 2 });
    made.later();
    assert_eq!(made.verdict(), Verdict::Holds { read: 0 });
    assert_eq!(made.changed(), 0);
}

#[test]
fn a_content_of_the_same_length_and_time_is_noticed() {
    let made = users();
    let path = made.migration(FIRST);
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, "CREATE TABLE posts (id integer PRIMARY KEY);").unwrap();
    File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
    // Without an hour in between: the file may bear every time that it bore.
    let mut stamp = Stamp::load(&made.out()).unwrap();
    stamp.inputs_seen -= HOUR;
    stamp.save(&made.out());
    assert_eq!(made.verdict(), Verdict::Changed);
    assert!(made.changed() > 0);
    assert!(made.out().join("models/posts.rs").exists());
}

#[test]
fn a_file_that_changed_when_the_stamp_was_made_is_read() {
    let facts = |modified| Facts { length: 1, modified, changed: 0, number: 0 };
    // A file system that counts nanoseconds, one that counts seconds, a time to come, one long ago.
    assert!(facts(5 * HOUR + 1).are_too_young(5 * HOUR + 10_000_000));
    assert!(!facts(5 * HOUR + 1).are_too_young(5 * HOUR + 30_000_000));
    assert!(facts(5 * HOUR).are_too_young(5 * HOUR + 1_900_000_000));
    assert!(!facts(5 * HOUR).are_too_young(5 * HOUR + 2_100_000_000));
    assert!(facts(6 * HOUR).are_too_young(5 * HOUR));
    assert!(facts(i64::MAX).are_too_young(5 * HOUR));
    assert!(!facts(i64::MIN).are_too_young(5 * HOUR));
    // The time that can be set is long ago, the other is not.
    let changed = Facts { changed: 5 * HOUR + 1, ..facts(HOUR) };
    assert!(changed.are_too_young(5 * HOUR + 10_000_000));
}

#[test]
fn clocks_may_go_backwards() {
    let made = users();
    // Made when the clock was a year ahead; since then a file was changed in what is the past.
    let mut stamp = Stamp::load(&made.out()).unwrap();
    stamp.inputs_seen += 365 * 24 * HOUR;
    stamp.made_seen += 365 * 24 * HOUR;
    stamp.save(&made.out());
    fs::write(made.migration(FIRST), "CREATE TABLE posts (id integer PRIMARY KEY);").unwrap();
    touch(&made.migration(FIRST), 1);
    assert!(made.changed() > 0);
    // A file of the future is read each time, and the same each time.
    touch(&made.migration(FIRST), 5_000_000_000);
    for _ in 0..3 {
        assert!(matches!(made.verdict(), Verdict::Holds { read: 1.. }));
    }
    assert_eq!(made.changed(), 0);
}

#[test]
fn files_that_come_and_go_are_noticed() {
    let made = users();
    let second = made.migration("000002_second.up.sql");
    fs::write(&second, "CREATE TABLE posts (id integer PRIMARY KEY);").unwrap();
    fs::write(made.migration("000002_second.down.sql"), "SELECT 1;").unwrap();
    assert_eq!(made.verdict(), Verdict::Changed);
    assert!(made.changed() > 0);
    assert!(made.out().join("models/posts.rs").exists());
    fs::remove_file(second).unwrap();
    fs::remove_file(made.migration("000002_second.down.sql")).unwrap();
    assert!(made.changed() > 0);
    assert!(!made.out().join("models/posts.rs").exists());
    // In folders below, too, and the lock.
    made.later();
    fs::write(made.migration("schemactl.lock"), "no lock").unwrap();
    assert!(made.builder.generate().unwrap_err().to_string().contains("schemactl.lock"));
    fs::remove_file(made.migration("schemactl.lock")).unwrap();
    assert_eq!(made.verdict(), Verdict::Holds { read: 0 }, "what an error left is what was there");
}

#[test]
fn generated_files_are_mended() {
    let made = users();
    let row = made.out().join("models/users.rs");
    let text = fs::read_to_string(&row).unwrap();
    for spoil in [
        (|row: &Path, _: &str| fs::remove_file(row).unwrap()) as fn(&Path, &str),
        |row, text| fs::write(row, text.replace("i32", "i64")).unwrap(),
        |row, text| fs::write(row, format!("{text}\n")).unwrap(),
    ] {
        spoil(&row, &text);
        assert_eq!(made.changed(), 1);
        assert_eq!(fs::read_to_string(&row).unwrap(), text);
        assert_eq!(made.changed(), 0);
    }
    // Edited within the tick of the clock in which it was written: no run is told apart from the edit by its times.
    let mut stamp = Stamp::load(&made.out()).unwrap();
    fs::write(&row, text.replace("i32", "i64")).unwrap();
    for file in stamp.made.iter_mut().filter(|file| file.path == "models/users.rs") {
        file.facts = Facts::of(&fs::symlink_metadata(&row).unwrap());
        stamp.made_seen = file.facts.modified;
    }
    stamp.save(&made.out());
    assert_eq!(made.changed(), 1);
    assert_eq!(fs::read_to_string(&row).unwrap(), text);
}

#[test]
fn other_settings_are_noticed() {
    let mut made = users();
    let settings = made.folder.path().join(FILE_NAME);
    fs::write(&settings, "[generate]\npages = false\n").unwrap();
    assert!(made.changed() > 0);
    assert!(!made.out().join("pages").exists());
    let (lines, changed) = made.run();
    assert_eq!(changed, 0);
    assert!(lines.iter().any(|line| line.ends_with(FILE_NAME)), "{lines:?}");
    made.builder =
        made.builder.settings(Settings::parse("pages = true").unwrap().layout(crate::Layout::Module));
    assert!(made.changed() > 0);
    assert!(made.out().join("pages").exists());
    // Another folder of migrations, said by the file that names it.
    fs::create_dir(made.folder.path().join("other")).unwrap();
    fs::write(made.folder.path().join("other").join(FIRST), "CREATE TABLE posts (id integer);").unwrap();
    fs::write(made.folder.path().join("other/000001_first.down.sql"), "SELECT 1;").unwrap();
    fs::write(&settings, "migrations = \"other\"\n").unwrap();
    let (lines, changed) = made.run();
    assert!(changed > 0 && made.out().join("models/posts.rs").exists());
    let (again, changed) = made.run();
    assert_eq!((again, changed), (lines, 0));
}

#[test]
fn what_is_not_there_is_not_watched() {
    let made = users();
    let (lines, _) = made.run();
    assert_eq!(
        lines,
        [format!("cargo:rerun-if-changed={}", made.migration("").display()).trim_end_matches('/')]
    );
}

#[test]
fn a_warning_is_said_again() {
    let made = Crate::new("CREATE TABLE users (id integer PRIMARY KEY, search tsvector);");
    let (first, _) = made.run();
    let warned = |lines: &[String]| {
        lines.iter().any(|line| line.starts_with("cargo:warning=") && line.contains("tsvector"))
    };
    assert!(warned(&first), "{first:?}");
    made.later();
    assert_eq!(made.verdict(), Verdict::Holds { read: 0 });
    assert_eq!(made.run(), (first, 0));
    // Its place is in the settings as much as in the migrations.
    fs::write(made.folder.path().join(FILE_NAME), "[generate]\nexclude = [\"nothing\"]\n").unwrap();
    let place = |lines: &[String]| {
        lines.iter().find_map(|line| Some(line.split_once("schemactl.toml:")?.1[..2].to_owned()))
    };
    assert_eq!(place(&made.run().0).as_deref(), Some("2:"));
    fs::write(made.folder.path().join(FILE_NAME), "\n[generate]\nexclude = [\"nothing\"]\n").unwrap();
    assert_eq!(place(&made.run().0).as_deref(), Some("3:"));
    assert_eq!(place(&made.run().0).as_deref(), Some("3:"));
}

#[test]
fn a_stamp_that_cannot_be_read_or_written_only_costs_time() {
    let made = users();
    let stamp = made.out().join(NAME);
    let whole = fs::read(&stamp).unwrap();
    for end in [0, 1, HEAD_LENGTH, whole.len() / 2, whole.len() - 1] {
        fs::write(&stamp, &whole[..end]).unwrap();
        assert_eq!(Stamp::load(&made.out()), None, "{end}");
        assert_eq!(made.changed(), 0);
        assert!(Stamp::load(&made.out()).is_some());
    }
    fs::write(&stamp, [&whole[..], b"x"].concat()).unwrap();
    assert_eq!(Stamp::load(&made.out()), None);
    // Lengths that nothing has.
    let mut wrong = whole.clone();
    wrong[HEAD_LENGTH..].fill(0xff);
    fs::write(&stamp, wrong).unwrap();
    assert_eq!(made.changed(), 0);
    // Something else stands where it goes; nothing is left beside it.
    fs::remove_file(&stamp).unwrap();
    fs::create_dir_all(stamp.join("taken")).unwrap();
    assert_eq!((made.changed(), made.changed()), (0, 0));
    let beside = fs::read_dir(made.out())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().ends_with(".tmp"));
    assert_eq!(beside.count(), 0);
}

const HEAD_LENGTH: usize = 18;

#[cfg(unix)]
#[test]
fn links_are_what_they_lead_to() {
    use std::os::unix::fs::symlink;

    let made = users();
    let (one, two) = (made.folder.path().join("one.sql"), made.folder.path().join("two.sql"));
    fs::write(&one, "CREATE TABLE posts (id integer PRIMARY KEY);").unwrap();
    fs::write(&two, "CREATE TABLE likes (id integer PRIMARY KEY);").unwrap();
    touch(&one, 1_000_000_000);
    touch(&two, 1_000_000_000);
    let link = made.migration("000002_second.up.sql");
    symlink(&one, &link).unwrap();
    fs::write(made.migration("000002_second.down.sql"), "SELECT 1;").unwrap();
    assert!(made.changed() > 0);
    made.later();
    assert_eq!(made.verdict(), Verdict::Holds { read: 0 });
    fs::remove_file(&link).unwrap();
    symlink(&two, &link).unwrap();
    assert!(made.changed() > 0);
    assert!(made.out().join("models/likes.rs").exists());
    // To nowhere, to itself, and to the folder that it lies in.
    symlink("nowhere", made.migration("README")).unwrap();
    assert_eq!((made.changed(), made.changed()), (0, 0));
    symlink(".", made.migration("again")).unwrap();
    assert_eq!((made.changed(), made.changed()), (0, 0));
    fs::remove_file(made.migration("again")).unwrap();
    symlink("circle", made.migration("circle")).unwrap();
    assert_eq!((made.changed(), made.changed()), (0, 0), "nothing can be remembered of it");
    fs::remove_file(made.migration("circle")).unwrap();
    assert_eq!(made.changed(), 0);
    // A generated file that is a link to the like is not what was written.
    let row = made.out().join("models/likes.rs");
    fs::rename(&row, made.folder.path().join("likes.rs")).unwrap();
    symlink(made.folder.path().join("likes.rs"), &row).unwrap();
    assert_eq!(made.verdict(), Verdict::Changed);
}

#[cfg(target_os = "linux")]
#[test]
fn names_need_not_be_utf_8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let made = users();
    let name = OsStr::from_bytes(b"notes-\xff\xfe\nhere");
    let notes = made.folder.path().join("migrations").join(name);
    fs::write(&notes, "one").unwrap();
    assert_eq!(made.changed(), 0);
    made.later();
    assert_eq!(made.verdict(), Verdict::Holds { read: 0 });
    fs::write(&notes, "two").unwrap();
    assert_eq!(made.verdict(), Verdict::Changed);
    // The folder itself: cargo cannot be told to watch it.
    let folder = made.folder.path().join(OsStr::from_bytes(b"m\xff"));
    fs::rename(made.folder.path().join("migrations"), &folder).unwrap();
    let made = Crate { builder: made.builder.migrations(&folder), folder: made.folder };
    for _ in 0..2 {
        let (lines, _) = made.run();
        assert!(lines.iter().any(|line| line.contains("cargo cannot watch")), "{lines:?}");
        assert!(lines.iter().all(|line| !line.contains('\n')));
    }
}

#[test]
fn a_folder_may_hold_thousands_of_files() {
    let made = users();
    fs::create_dir(made.migration("notes")).unwrap();
    for number in 0..3000 {
        fs::write(made.migration("notes").join(number.to_string()), "").unwrap();
    }
    assert_eq!(made.changed(), 0);
    made.later();
    assert_eq!(made.verdict(), Verdict::Holds { read: 0 });
    fs::remove_file(made.migration("notes/2999")).unwrap();
    assert_eq!(made.verdict(), Verdict::Changed);
}
