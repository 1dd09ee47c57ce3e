//! The reference schema on a real server: one test for each file of `cases/reference`, in SQL.

use libtest_mimic::{Arguments, Failed, Trial};
use schemactl_tests::{cases, reference, sql_case};

fn main() {
    let arguments = Arguments::from_args();
    let trials = cases::files("reference").into_iter().map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Trial::test(name, move || run(&path))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn run(path: &std::path::Path) -> Result<(), Failed> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let (shadow, template) = reference::server().await;
        sql_case::run(path, &shadow, &template).await.map(|_| ()).map_err(Failed::from)
    })
}
