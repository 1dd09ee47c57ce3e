//! How the program is linked.

/// Linux loads a program that may lie anywhere by writing the addresses into it: 30,000 of them at each start, on pages
/// that could else be shared. At a fixed place there is nothing to write, which is a third of what a start costs.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, wanted: &str| std::env::var(name).is_ok_and(|value| value == wanted);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
