//! Statements and verdicts of whole files, for comparing with a server by hand.

use crate::source::FileId;

#[test]
#[ignore = "prints the verdict on every statement of the files named in SYNTAX_CORPUS"]
fn verdicts() {
    let Ok(list) = std::env::var("SYNTAX_CORPUS") else { return };
    let mut out = String::new();
    for path in std::fs::read_to_string(list).unwrap().lines() {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        let started = std::time::Instant::now();
        let (parsed, diagnostics) = crate::syntax::parse_file(FileId(0), &text);
        let elapsed = started.elapsed().as_micros();
        out.push_str(&format!("F\x01{path}\x01{}\x01{elapsed}\x02", text.len()));
        for parsed in parsed {
            let kind = format!("{:?}", parsed.statement);
            let kind: String = kind.chars().take(40).collect();
            out.push_str(&format!("A\x01{}\x01{kind}\x02", &text[parsed.span.range()]));
        }
        for raw in crate::syntax::split::split(&text).statements {
            let end = raw.end as usize;
            for diagnostic in &diagnostics {
                let at = diagnostic.places[0].0.start;
                if at >= raw.start && at <= raw.end + 3 && text[raw.start as usize..end].len() > 0 {
                    out.push_str(&format!(
                        "R\x01{}\x01{} [{}] {:?}\x02",
                        &text[raw.start as usize..end],
                        diagnostic.message,
                        at - raw.start,
                        diagnostic.help
                    ));
                    break;
                }
            }
        }
    }
    std::fs::write("/tmp/pgw/verdicts", out).unwrap();
}
