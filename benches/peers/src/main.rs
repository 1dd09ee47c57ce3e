//! The generated store beside hand-written sqlx, tokio-postgres, SeaORM and diesel-async: the same operations on the same
//! rows of a throw-away server, in turns, and a Markdown table of what they took.
//!
//! ```console
//! $ cargo run --release --manifest-path benches/peers/Cargo.toml [ROUNDS]
//! ```

#[allow(dead_code)]
mod schema {
    include!(concat!(env!("OUT_DIR"), "/schema/mod.rs"));
}

mod data;
mod measure;
mod peers;
mod report;

use schemactl_live::{Shadow, ShadowDatabase, ShadowOptions};
use sqlx::{Connection as _, PgConnection};

use crate::measure::{Operation, Turn, turn};
use crate::peers::diesel_async::DieselAsync;
use crate::peers::generated::Generated;
use crate::peers::plain_sqlx::PlainSqlx;
use crate::peers::sea::Sea;
use crate::peers::tokio_pg::TokioPostgres;
use crate::peers::{Peer, Result};
use crate::schema::models::{NewAccount, NewEvent};
use crate::schema::stores;

/// Rounds where nothing is said; of `COPY` and of inserts of many, a tenth.
const ROUNDS: i64 = 300;
const MIGRATIONS: [&str; 3] = [
    include_str!("../migrations/000001_accounts.up.sql"),
    include_str!("../migrations/000002_events.up.sql"),
    include_str!("../migrations/000003_readings.up.sql"),
];

struct Peers {
    generated: Generated,
    sqlx: PlainSqlx,
    tokio_postgres: TokioPostgres,
    sea: Sea,
    diesel: DieselAsync,
}

const NAMES: [&str; 5] =
    [Generated::NAME, PlainSqlx::NAME, TokioPostgres::NAME, Sea::NAME, DieselAsync::NAME];

impl Peers {
    async fn turn(&mut self, peer: usize, operation: Operation, round: i64) -> Result<Option<Turn>> {
        match peer {
            0 => turn(&mut self.generated, operation, round).await,
            1 => turn(&mut self.sqlx, operation, round).await,
            2 => turn(&mut self.tokio_postgres, operation, round).await,
            3 => turn(&mut self.sea, operation, round).await,
            _ => turn(&mut self.diesel, operation, round).await,
        }
    }
}

/// The last row before the page that an operation asks for.
fn last_before_page(account: i64) -> data::Event {
    data::event(account, number_of_paged_event(account, data::PAGED_EVENTS - i64::from(data::BEFORE_PAGE)))
}

fn number_of_paged_event(account: i64, place: i64) -> i64 {
    data::LISTED * data::LIST + (account - data::LISTED) * data::PAGED_EVENTS + place
}

async fn fill(control: &mut PgConnection) -> Result<()> {
    for migration in MIGRATIONS {
        sqlx::raw_sql(migration).execute(&mut *control).await?;
    }
    let accounts: Vec<NewAccount> =
        (0..data::ACCOUNTS).map(|number| Generated::new_account(&data::account(number))).collect();
    stores::accounts::copy_in(control, &accounts).await?;
    let listed = (0..data::LISTED * data::LIST).map(|number| data::event(number / data::LIST, number));
    let paged = (data::LISTED..data::LISTED + data::PAGED).flat_map(|account| {
        (0..data::PAGED_EVENTS).map(move |place| data::event(account, number_of_paged_event(account, place)))
    });
    let events: Vec<NewEvent> = listed.chain(paged).map(|event| Generated::new_event(&event)).collect();
    stores::events::copy_in(control, &events).await?;
    sqlx::raw_sql("VACUUM ANALYZE").execute(control).await?;
    Ok(())
}

async fn connect(database: &ShadowDatabase) -> Result<Peers> {
    Ok(Peers {
        generated: Generated::connect(database).await?,
        sqlx: PlainSqlx::connect(database).await?,
        tokio_postgres: TokioPostgres::connect(database).await?,
        sea: Sea::connect(database).await?,
        diesel: DieselAsync::connect(database).await?,
    })
}

/// Takes away what a turn left behind.
async fn tidy(control: &mut PgConnection, operation: Operation) -> Result<()> {
    let sql = match operation {
        Operation::Insert | Operation::Upsert | Operation::Update => "VACUUM accounts",
        Operation::InsertMany => "VACUUM events",
        Operation::Copy => "TRUNCATE readings",
        _ => return Ok(()),
    };
    sqlx::raw_sql(sql).execute(control).await?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let rounds: i64 = std::env::args().nth(1).map_or(Ok(ROUNDS), |rounds| rounds.parse())?;
    let wanted: Vec<String> = std::env::args().skip(2).collect();
    let settings = vec![("shared_buffers".to_owned(), "256MB".to_owned())];
    let shadow = Shadow::start(&ShadowOptions { settings, ..ShadowOptions::default() }).await?;
    let database = shadow.database("peers").await?;
    let mut control = PgConnection::connect_with(&database.options).await?;
    fill(&mut control).await?;
    let mut peers = connect(&database).await?;
    let mut lines = Vec::new();
    for operation in Operation::ALL {
        if !wanted.is_empty() && !wanted.iter().any(|name| operation.title().contains(name.as_str())) {
            continue;
        }
        let rounds = if operation.calls() == 1 { (rounds / 10).max(3) } else { rounds };
        let mut turns: [Vec<Turn>; NAMES.len()] = Default::default();
        // The first rounds prepare statements, and let the server settle on a generic plan.
        for round in -3..rounds {
            let mut sums = Vec::new();
            for place in 0..NAMES.len() {
                // Nobody is always the first, or always comes after the same one: rows that another peer has just
                // read or written are nearer.
                let stride = 1 + round.rem_euclid(4);
                let peer = (place as i64 * stride + round / 4).rem_euclid(NAMES.len() as i64) as usize;
                if let Some(done) = peers.turn(peer, operation, round.rem_euclid(rounds)).await? {
                    sums.push(done.sum);
                    if round >= 0 {
                        turns[peer].push(done);
                    }
                }
                if operation.calls() == 1 {
                    tidy(&mut control, operation).await?;
                }
            }
            if sums.windows(2).any(|pair| pair[0] != pair[1]) {
                return Err(format!("{}: the peers do not agree: {sums:?}", operation.title()).into());
            }
            if operation.calls() > 1 {
                tidy(&mut control, operation).await?;
            }
        }
        eprintln!("{}: done", operation.title());
        lines.push(report::Line { operation, turns });
    }
    print!("{}", report::render(&NAMES, &lines));
    Ok(())
}
