//! Collects what the server remarks (NOTICE, WARNING) while statements run.
//!
//! sqlx hands these messages to `tracing` and nowhere else, so a subscriber of our own listens for the time
//! of one statement. It hears the message and how grave it is; the hint and the place are lost on the way.

use std::sync::{Arc, Mutex, PoisonError};

use tracing::field::{Field, Visit};
use tracing::instrument::WithSubscriber;
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Where sqlx's connection writes what the server remarks.
const TARGET: &str = "sqlx::postgres::notice";

/// One remark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Notice {
    pub(crate) is_warning: bool,
    pub(crate) message: String,
}

/// An ear that can be lent to a future, again and again.
#[derive(Clone)]
pub(crate) struct Listener {
    heard: Arc<Mutex<Vec<Notice>>>,
    dispatch: tracing::Dispatch,
}

impl Listener {
    pub(crate) fn new() -> Self {
        let heard = Arc::<Mutex<Vec<Notice>>>::default();
        let dispatch = tracing::Dispatch::new(Ear { heard: Arc::clone(&heard) });
        Self { heard, dispatch }
    }

    /// Runs the future and returns what was remarked meanwhile.
    pub(crate) async fn listen<T>(&self, future: impl Future<Output = T>) -> (T, Vec<Notice>) {
        let value = future.with_subscriber(self.dispatch.clone()).await;
        let heard = std::mem::take(&mut *self.heard.lock().unwrap_or_else(PoisonError::into_inner));
        (value, heard)
    }
}

struct Ear {
    heard: Arc<Mutex<Vec<Notice>>>,
}

impl Subscriber for Ear {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == TARGET && *metadata.level() <= Level::INFO
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(LevelFilter::INFO)
    }

    fn event(&self, event: &Event<'_>) {
        let mut message = Message(String::new());
        event.record(&mut message);
        let is_warning = *event.metadata().level() <= Level::WARN;
        let notice = Notice { is_warning, message: message.0 };
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).push(notice);
    }

    // Spans are of no interest; one number does for all of them.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

struct Message(String);

impl Visit for Message {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "message" {
            value.clone_into(&mut self.0);
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}
