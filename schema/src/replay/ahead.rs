//! Parses files side by side while those before them are replayed: a file's text says all about its statements.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};
use crate::syntax::{self, Parsed};

/// Less text than this is parsed sooner than a thread is started.
const BYTES_WORTH_A_THREAD: usize = 24 * 1024;

/// With less text than this, one thread beside the caller's is enough. How many processors there are is not asked then:
/// the answer takes a dozen system calls.
const BYTES_WORTH_MANY: usize = 1024 * 1024;

/// The statements of a file, and what the grammar refuses in it.
type File = (Vec<Parsed>, Vec<Diagnostic>);

/// Gives `each` every file, parsed, in the order of the files, on the caller's thread.
pub(super) fn parse(sources: &Sources, files: &[FileId], mut each: impl FnMut(File)) {
    let read = |file: FileId| syntax::parse_file(file, sources.file(file).text());
    let bytes: usize = files.iter().map(|file| sources.file(*file).text().len()).sum();
    let threads = match bytes {
        0..BYTES_WORTH_A_THREAD => 0,
        BYTES_WORTH_A_THREAD..BYTES_WORTH_MANY => 1,
        _ => std::thread::available_parallelism().map_or(1, std::num::NonZero::get) - 1,
    };
    let threads = threads.min(files.len().saturating_sub(1));
    if threads == 0 {
        for file in files {
            each(read(*file));
        }
        return;
    }
    // Each is taken out when its turn comes, so that what comes later can have its memory.
    let parsed: Vec<OnceLock<Mutex<Option<File>>>> = files.iter().map(|_| OnceLock::new()).collect();
    // The first file that nobody has taken. The caller's thread begins with the first of all.
    let next = AtomicUsize::new(1);
    let file = |at: usize| parsed.get(at).zip(files.get(at));
    let take = || match file(next.fetch_add(1, Ordering::Relaxed)) {
        Some((slot, file)) => {
            slot.get_or_init(|| Mutex::new(Some(read(*file))));
            true
        }
        None => false,
    };
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| while take() {});
        }
        for (at, (slot, file)) in parsed.iter().zip(files).enumerate() {
            // Whoever waits for a file that another thread reads, reads one of the next meanwhile.
            while at > 0 && slot.get().is_none() && take() {}
            // If that thread panics, so does this one: it reads the file itself.
            let parsed = slot.get_or_init(|| Mutex::new(Some(read(*file))));
            if let Some(parsed) = parsed.lock().unwrap_or_else(PoisonError::into_inner).take() {
                each(parsed);
            }
        }
    });
}
