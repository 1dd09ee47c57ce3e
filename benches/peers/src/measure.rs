//! Turns: one peer does one operation some times in a row, while the clock runs; then it is the next peer's turn.

use std::time::{Duration, Instant};

use nix::time::{ClockId, clock_gettime};

use crate::data;
use crate::peers::{Peer, Result};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    Get,
    GetByEmail,
    Insert,
    InsertMany,
    Upsert,
    Update,
    List,
    Page,
    Copy,
}

impl Operation {
    pub const ALL: [Self; 9] = [
        Self::Get,
        Self::GetByEmail,
        Self::Insert,
        Self::Upsert,
        Self::Update,
        Self::List,
        Self::Page,
        Self::InsertMany,
        Self::Copy,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Self::Get => "get by primary key",
            Self::GetByEmail => "get by unique key",
            Self::Insert => "insert one",
            Self::InsertMany => "insert 1,000",
            Self::Upsert => "upsert",
            Self::Update => "update by patch",
            Self::List => "list 100 by foreign key",
            Self::Page => "page of 50, in the middle",
            Self::Copy => "`COPY` 50,000",
        }
    }

    /// Calls a turn: few enough that what else runs on the machine meets all peers alike.
    pub fn calls(self) -> i64 {
        match self {
            Self::Get | Self::GetByEmail => 60,
            Self::Insert | Self::Upsert | Self::Update => 40,
            Self::List | Self::Page => 12,
            Self::InsertMany | Self::Copy => 1,
        }
    }
}

/// What one turn took.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    pub wall: Duration,
    /// Processor time of this thread, which is all of the client: the runtime has no other.
    pub processor: Duration,
    /// What the calls gave, for comparing peers.
    pub sum: i64,
}

fn processor() -> Duration {
    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).map(Duration::from).unwrap_or_default()
}

struct Clock {
    wall: Instant,
    processor: Duration,
}

impl Clock {
    fn start() -> Self {
        Self { processor: processor(), wall: Instant::now() }
    }

    fn stop(self, sum: i64) -> Turn {
        let wall = self.wall.elapsed();
        Turn { wall, processor: processor().saturating_sub(self.processor), sum }
    }
}

/// A peer's turn. `round` decides which rows are met, for every peer the same. `None`: the peer cannot do it.
pub async fn turn<P: Peer>(peer: &mut P, operation: Operation, round: i64) -> Result<Option<Turn>> {
    if operation == Operation::Copy {
        let readings: Vec<data::Reading> = (0..data::COPIED).map(data::reading).collect();
        let Some(new) = P::new_readings(&readings) else { return Ok(None) };
        let clock = Clock::start();
        let rows = peer.copy(&new).await?;
        return Ok(Some(clock.stop(rows as i64)));
    }
    let numbers = (0..operation.calls()).map(|call| round * operation.calls() + call);
    let existing = numbers.clone().map(|number| number * 7 % data::ACCOUNTS);
    // Those with a page's events come behind those with a list's.
    let listed = numbers.clone().map(|number| number % data::LISTED);
    let paged = numbers.clone().map(|number| data::LISTED + number % data::PAGED);
    let mut sum = 0;
    peer.begin().await?;
    let done = match operation {
        Operation::Get => {
            let ids: Vec<_> = existing.map(|number| data::id(1, number)).collect();
            let clock = Clock::start();
            for id in ids {
                sum += peer.get(id).await?;
            }
            clock.stop(sum)
        }
        Operation::GetByEmail => {
            let emails: Vec<_> = existing.map(data::email).collect();
            let clock = Clock::start();
            for email in &emails {
                sum += peer.get_by_email(email).await?;
            }
            clock.stop(sum)
        }
        Operation::Insert => {
            let new: Vec<_> =
                numbers.map(|number| P::new_account(&data::account(data::ACCOUNTS + number))).collect();
            let clock = Clock::start();
            for new in new {
                sum += peer.insert(new).await?;
            }
            clock.stop(sum)
        }
        Operation::Upsert => {
            let new = existing.map(|number| {
                let mut account = data::account(number);
                account.balance += account.balance;
                P::new_account(&account)
            });
            let new: Vec<_> = new.collect();
            let clock = Clock::start();
            for new in new {
                sum += peer.upsert(new).await?;
            }
            clock.stop(sum)
        }
        Operation::Update => {
            let patches = existing.map(|number| {
                let balance = data::account(number + 1).balance;
                (data::id(1, number), P::patch(&format!("Renamed Person {number}"), balance))
            });
            let patches: Vec<_> = patches.collect();
            let clock = Clock::start();
            for (id, patch) in patches {
                sum += peer.update(id, patch).await?;
            }
            clock.stop(sum)
        }
        Operation::List => {
            let ids: Vec<_> = listed.map(|number| data::id(1, number)).collect();
            let clock = Clock::start();
            for id in ids {
                sum += peer.list(id).await?;
            }
            clock.stop(sum)
        }
        Operation::Page => {
            let mut starts = Vec::new();
            for account in paged {
                let last = crate::last_before_page(account);
                let id = data::id(1, account);
                starts.push((id, peer.position(id, (last.created_at, last.id)).await?));
            }
            let clock = Clock::start();
            for (account, start) in starts {
                sum += peer.page(account, start).await?;
            }
            clock.stop(sum)
        }
        Operation::InsertMany | Operation::Copy => {
            let first = 1_000_000 + round * data::MANY;
            let new = (first..first + data::MANY)
                .map(|number| P::new_event(&data::event(data::ACCOUNTS - 1 - number % 97, number)));
            let new: Vec<_> = new.collect();
            let clock = Clock::start();
            sum += peer.insert_many(new).await?;
            clock.stop(sum)
        }
    };
    peer.roll_back().await?;
    Ok(Some(done))
}
