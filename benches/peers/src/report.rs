//! Tables of what the turns took.

use std::fmt::Write as _;
use std::time::Duration;

use crate::measure::{Operation, Turn};

/// All turns of an operation, a list a peer, by round.
pub struct Line<const PEERS: usize> {
    pub operation: Operation,
    pub turns: [Vec<Turn>; PEERS],
}

/// Hand-written sqlx: what ratios are to.
const BASE: usize = 1;

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn in_words(seconds: f64) -> String {
    if seconds >= 0.01 {
        format!("{:.0} ms", seconds * 1e3)
    } else if seconds >= 0.001 {
        format!("{:.2} ms", seconds * 1e3)
    } else {
        format!("{:.1} µs", seconds * 1e6)
    }
}

/// Two tables: time a call, and processor time of the client a call. A cell is the median and the ratio to hand-written
/// sqlx: the median of the rounds' ratios, because turns of one round met the same load.
pub fn render<const PEERS: usize>(names: &[&str; PEERS], lines: &[Line<PEERS>]) -> String {
    let mut out = String::new();
    type Part = fn(&Turn) -> Duration;
    let parts: [(&str, Part); 2] =
        [("time a call", |turn| turn.wall), ("of the client's processor", |turn| turn.processor)];
    for (what, part) in parts {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "| {what} | {} |", names.join(" | "));
        let _ = writeln!(out, "|---|{}", "---:|".repeat(PEERS));
        for line in lines {
            let calls = line.operation.calls() as f64;
            let _ = write!(out, "| {} |", line.operation.title());
            for turns in &line.turns {
                let seconds: Vec<f64> = turns.iter().map(|turn| part(turn).as_secs_f64() / calls).collect();
                if seconds.is_empty() {
                    out.push_str(" – |");
                    continue;
                }
                let ratios = turns.iter().zip(&line.turns[BASE]);
                let ratios = ratios.map(|(turn, base)| part(turn).as_secs_f64() / part(base).as_secs_f64());
                let _ = write!(out, " {} ({:.2}) |", in_words(median(seconds)), median(ratios.collect()));
            }
            out.push('\n');
        }
        out.push('\n');
    }
    out
}
