//! How the program is linked: a run is a few milliseconds of work, of which its start must not be half.

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, wanted: &str| env::var(name).is_ok_and(|value| value == wanted);
    let gnu = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    if !gnu || !is("PROFILE", "release") {
        return;
    }
    // Where a program may lie anywhere, each start writes 30,000 addresses into it, on pages that could else be shared.
    println!("cargo::rustc-link-arg-bins=-no-pie");
    // As a shared library the unwinder asks the processor for all its features at each start, which takes long on
    // virtual machines. What a linker or a compiler does not have is left as it was.
    if env::var("HOST").ok() == env::var("TARGET").ok() && has_static_unwinder() {
        println!("cargo::rustc-link-lib=static=gcc_eh");
    }
}

/// The C compiler, which links the program, has the unwinder as a static library.
fn has_static_unwinder() -> bool {
    let found = Command::new("cc").arg("-print-file-name=libgcc_eh.a").output();
    // It answers with the bare name where it has none.
    found.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_absolute())
}
