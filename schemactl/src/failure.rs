//! Why a command could not run (exit status 2).

use schemactl_codegen::files::FilesError;
use schemactl_live::LiveError;
use schemactl_schema::diagnostic::Diagnostic;
use schemactl_schema::source::Sources;
use schemactl_verify::config::ConfigError;

#[derive(Debug)]
pub(crate) enum Failure {
    /// Whoever reads our output went away.
    ClosedPipe,
    Message(String),
    /// Findings that leave nothing to go on with; their places are in the sources.
    Findings(Vec<Diagnostic>, Box<Sources>),
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::ClosedPipe
        } else {
            Self::Message(format!("cannot write the output: {error}"))
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        match error {
            ConfigError::Invalid { finding, sources } => Self::Findings(vec![*finding], sources),
            other => Self::Message(other.to_string()),
        }
    }
}

impl From<FilesError> for Failure {
    fn from(error: FilesError) -> Self {
        Self::Message(error.to_string())
    }
}

impl Failure {
    /// A server's error; one about a migration is shown with its source line.
    pub(crate) fn live(error: LiveError, sources: &Sources) -> Self {
        match error {
            LiveError::Finding(finding) => Self::Findings(vec![*finding], Box::new(sources.clone())),
            other => Self::Message(other.to_string()),
        }
    }
}
