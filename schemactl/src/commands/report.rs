//! `schemactl report`: the compatibility report.

use schemactl_live::{LiveError, redact_url};
use schemactl_schema::diagnostic::{Diagnostic, Style};
use schemactl_schema::diff::{self, Options};
use schemactl_verify::models::ModelSet;
use schemactl_verify::render::{self, TextOptions};
use schemactl_verify::report::{CheckedServer, Report, ReportInput, ServerKind, ServerSide};

use crate::args::{Format, Global, Report as ReportArgs, ServerArgs};
use crate::failure::Failure;
use crate::project::Project;
use crate::terminal::Terminal;
use crate::{Ended, project, server};

pub(crate) fn run(args: &ReportArgs, global: &Global, terminal: &Terminal) -> Ended {
    let project = project::load(global, &args.server.shadow, terminal)?;
    let report = make(project, Vec::new(), &args.server)?;
    print(&report, project, args.format, args.full, terminal)?;
    Ok(report.exit_code())
}

pub(crate) fn print(
    report: &Report,
    project: &Project,
    format: Format,
    full: bool,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let text = match format {
        Format::Text => {
            let colour = terminal.stdout_style() == Style::Colour;
            let options = TextOptions { width: terminal.width(), colour, full };
            render::text(report, &project.set.sources, options)
        }
        Format::Markdown => render::markdown(report).map_err(|error| Failure::Message(error.to_string()))?,
        Format::Json => render::json(report).map_err(|error| Failure::Message(error.to_string()))?,
    };
    terminal.print(&text)
}

/// Makes the report; `more` are findings that a command adds to it.
pub(crate) fn make(
    project: &mut Project,
    more: Vec<Diagnostic>,
    args: &ServerArgs,
) -> Result<Report, Failure> {
    let (models, findings) = ModelSet::read(&project.config, &mut project.set.sources);
    let mut diagnostics = project.diagnostics.clone();
    diagnostics.extend(findings);
    diagnostics.extend(more);
    let side = server_side(project, args, &mut diagnostics)?;
    Ok(Report::make(ReportInput {
        set: &project.set,
        catalog: &project.catalog,
        statements: &project.statements,
        resolved: project.resolved.clone(),
        diagnostics,
        server: side,
        models: &models,
        config: &project.config,
    }))
}

/// Which server `--against` means.
enum Against<'a> {
    None {
        reason: &'static str,
    },
    Live(&'a str),
    /// `must`: it was asked for by name, so a missing server is an error.
    Shadow {
        must: bool,
    },
}

fn against(args: &ServerArgs) -> Result<Against<'_>, Failure> {
    match args.against.as_str() {
        "none" => Ok(Against::None { reason: "--against none" }),
        "shadow" => Ok(Against::Shadow { must: true }),
        "auto" => Ok(match &args.database_url {
            Some(url) => Against::Live(url),
            None => Against::Shadow { must: args.shadow.shadow_url.is_some() },
        }),
        url if url.starts_with("postgres://") || url.starts_with("postgresql://") => Ok(Against::Live(url)),
        other => Err(Failure::Message(format!(
            "`{}` is no server\nhelp: --against takes auto, shadow, none, or a postgres:// URL",
            redact_url(other)
        ))),
    }
}

fn server_side(
    project: &Project,
    args: &ServerArgs,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<ServerSide, Failure> {
    let sources = &project.set.sources;
    let (kind, name, introspected) = match against(args)? {
        Against::None { reason } => return Ok(ServerSide::NotChecked { reason: reason.to_owned() }),
        Against::Live(url) => {
            let read = server::runtime()?
                .block_on(server::live(url))
                .map_err(|error| Failure::live(error, sources))?;
            (ServerKind::Live, redact_url(url), read)
        }
        // What was read from a server is not compared with itself.
        Against::Shadow { .. } if project.by_shadow() => {
            let reason = "the catalog itself was read from a throw-away server (--shadow)";
            return Ok(ServerSide::NotChecked { reason: reason.to_owned() });
        }
        Against::Shadow { must } => {
            let options = server::shadow_options(&args.shadow);
            match server::runtime()?.block_on(server::shadow(&project.set, &options)) {
                Ok(read) => (ServerKind::Shadow, "shadow".to_owned(), read),
                Err(LiveError::NoServer { .. }) if !must => {
                    let reason =
                        "no PostgreSQL server is installed here (Debian, Ubuntu: apt-get install postgresql)";
                    return Ok(ServerSide::NotChecked { reason: reason.to_owned() });
                }
                // The server refuses a migration: that is what the report is for.
                Err(LiveError::Finding(finding)) => {
                    diagnostics.push(*finding);
                    let reason = "the server refuses a migration: see the findings";
                    return Ok(ServerSide::NotChecked { reason: reason.to_owned() });
                }
                Err(error) => return Err(Failure::live(error, sources)),
            }
        }
    };
    let options = if kind == ServerKind::Live { Options::live() } else { Options::default() };
    let differences = diff::diff_with(&project.catalog, &introspected.catalog, &options);
    Ok(ServerSide::Checked(Box::new(CheckedServer {
        kind,
        name,
        version: server::version(introspected.server_version),
        differences,
        not_modelled: introspected.diagnostics.iter().map(|finding| finding.message.clone()).collect(),
        catalog: introspected.catalog,
    })))
}
