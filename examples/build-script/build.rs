//! Writes the data layer to `$OUT_DIR/schema` when a migration or `schemactl.toml` has changed.

fn main() -> Result<(), schemactl_codegen::BuildError> {
    schemactl_codegen::Builder::new().generate()?;
    Ok(())
}
