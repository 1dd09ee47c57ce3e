//! Makes the module `schema` from `migrations/`, as any crate would.

fn main() -> Result<(), schemactl_codegen::BuildError> {
    schemactl_codegen::Builder::new().generate()?;
    Ok(())
}
