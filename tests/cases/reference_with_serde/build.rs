//! Writes the data layer to `$OUT_DIR/schema`, as `schemactl.toml` says.

fn main() -> Result<(), schemactl_codegen::BuildError> {
    schemactl_codegen::Builder::new().generate()?;
    Ok(())
}
