//! Splitting, parsing, replaying and dumping: `cargo bench -p schemactl-schema`.
//!
//! The input is the reference schema, once and as 10 and 100 schemas side by side, so that the times show
//! whether they grow in proportion.

use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use schemactl_schema::migrations::MigrationSet;
use schemactl_schema::source::{FileId, Sources};
use schemactl_schema::{dump, replay, syntax};

fn main() {
    divan::main();
}

/// How many copies of the reference schema.
const SIZES: &[usize] = &[1, 10, 100];

/// The up files of the reference schema, `copies` times, each copy in a schema of its own.
fn input(copies: usize) -> (Sources, Vec<FileId>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations");
    let (set, _) = MigrationSet::read(&folder);
    let mut sources = Sources::new();
    let mut files = Vec::new();
    for copy in 0..copies {
        let made = format!("CREATE SCHEMA copy_{copy};\n");
        files.push(sources.add(format!("{copy}.sql"), made));
        for file in set.up_files() {
            let text = set.sources.file(file).text().replace("public", &format!("copy_{copy}"));
            let text = format!("SET search_path = copy_{copy};\n{text}");
            files.push(sources.add(format!("{copy}.sql"), text));
        }
    }
    (sources, files)
}

fn bytes(sources: &Sources, files: &[FileId]) -> BytesCount {
    BytesCount::new(files.iter().map(|file| sources.file(*file).text().len()).sum::<usize>())
}

#[divan::bench(args = SIZES)]
fn split(bencher: Bencher, copies: usize) {
    let (sources, files) = input(copies);
    bencher.counter(bytes(&sources, &files)).bench(|| {
        files
            .iter()
            .map(|file| syntax::split::split(sources.file(*file).text()).statements.len())
            .sum::<usize>()
    });
}

#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher, copies: usize) {
    let (sources, files) = input(copies);
    bencher.counter(bytes(&sources, &files)).bench(|| {
        files.iter().map(|file| syntax::parse_file(*file, sources.file(*file).text()).0.len()).sum::<usize>()
    });
}

/// Parsing included.
#[divan::bench(args = SIZES)]
fn replay_all(bencher: Bencher, copies: usize) {
    let (sources, files) = input(copies);
    bencher
        .counter(bytes(&sources, &files))
        .bench(|| replay::replay_files(&sources, &files).statements.len());
}

#[divan::bench(args = SIZES)]
fn dump_all(bencher: Bencher, copies: usize) {
    let (sources, files) = input(copies);
    let catalog = replay::replay_files(&sources, &files).catalog;
    bencher.bench(|| dump::dump(&catalog).len());
}
