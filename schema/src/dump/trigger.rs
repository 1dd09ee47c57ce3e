//! Triggers, their state, and row security policies as SQL.

use crate::catalog::names::{quote_identifier, quote_literal};
use crate::catalog::{Catalog, PolicyId, TriggerFunction, TriggerId, TriggerState, TriggerTiming};

use super::text;

/// `CREATE [CONSTRAINT] TRIGGER …`.
pub(crate) fn create(catalog: &Catalog, id: TriggerId) -> String {
    let trigger = &catalog.triggers[id];
    let mut out = format!(
        "CREATE {}TRIGGER {}\n    {} {} ON {}",
        if trigger.constraint { "CONSTRAINT " } else { "" },
        quote_identifier(&trigger.name),
        timing(trigger.timing),
        events(catalog, id),
        catalog.printed_name(trigger.relation.into())
    );
    if let Some(from) = trigger.from {
        append!(out, "\n    FROM {}", catalog.printed_name(from.into()));
    }
    if trigger.deferrable {
        out.push_str("\n    DEFERRABLE");
        if trigger.initially_deferred {
            out.push_str(" INITIALLY DEFERRED");
        }
    }
    if trigger.old_table.is_some() || trigger.new_table.is_some() {
        out.push_str("\n    REFERENCING");
        for (word, name) in [("OLD", &trigger.old_table), ("NEW", &trigger.new_table)] {
            if let Some(name) = name {
                append!(out, " {word} TABLE AS {}", quote_identifier(name));
            }
        }
    }
    out.push_str(if trigger.for_each_row { "\n    FOR EACH ROW" } else { "\n    FOR EACH STATEMENT" });
    if let Some(when) = &trigger.when {
        append!(out, "\n    WHEN {}", text::parenthesised(catalog, when));
    }
    append!(out, "\n    EXECUTE FUNCTION {};", call(catalog, id));
    out
}

/// `BEFORE`, `AFTER`, `INSTEAD OF`.
pub(crate) fn timing(timing: TriggerTiming) -> &'static str {
    match timing {
        TriggerTiming::Before => "BEFORE",
        TriggerTiming::After => "AFTER",
        TriggerTiming::InsteadOf => "INSTEAD OF",
    }
}

/// `INSERT OR UPDATE OF a, b`.
pub(crate) fn events(catalog: &Catalog, id: TriggerId) -> String {
    let trigger = &catalog.triggers[id];
    let update = if trigger.update_columns.is_empty() {
        "UPDATE".to_owned()
    } else {
        format!("UPDATE OF {}", text::column_list(catalog, &trigger.update_columns))
    };
    [
        (trigger.insert, "INSERT".to_owned()),
        (trigger.delete, "DELETE".to_owned()),
        (trigger.update, update),
        (trigger.truncate, "TRUNCATE".to_owned()),
    ]
    .into_iter()
    .filter_map(|(present, word)| present.then_some(word))
    .collect::<Vec<_>>()
    .join(" OR ")
}

/// `public.f('argument')`.
pub(crate) fn call(catalog: &Catalog, id: TriggerId) -> String {
    let trigger = &catalog.triggers[id];
    let function = match &trigger.function {
        TriggerFunction::User(function) => catalog.printed_name((*function).into()),
        TriggerFunction::Builtin(name) => name.to_string(),
    };
    let arguments: Vec<_> = trigger.arguments.iter().map(|argument| quote_literal(argument)).collect();
    format!("{function}({})", arguments.join(", "))
}

/// `ALTER TABLE … ENABLE …`: brings the trigger from any state into its own.
pub(crate) fn set_state(catalog: &Catalog, id: TriggerId) -> String {
    let trigger = &catalog.triggers[id];
    let words = match trigger.enabled {
        TriggerState::Origin => "ENABLE",
        TriggerState::Disabled => "DISABLE",
        TriggerState::Replica => "ENABLE REPLICA",
        TriggerState::Always => "ENABLE ALWAYS",
    };
    format!(
        "ALTER TABLE ONLY {} {words} TRIGGER {};",
        catalog.printed_name(trigger.relation.into()),
        quote_identifier(&trigger.name)
    )
}

/// `CREATE POLICY …`.
pub(crate) fn create_policy(catalog: &Catalog, id: PolicyId) -> String {
    let policy = &catalog.policies[id];
    let mut out = format!(
        "CREATE POLICY {} ON {}",
        quote_identifier(&policy.name),
        catalog.printed_name(policy.relation.into())
    );
    if !policy.permissive {
        out.push_str("\n    AS RESTRICTIVE");
    }
    if policy.command != '*' {
        append!(out, "\n    FOR {}", command(policy.command));
    }
    if !policy.roles.is_empty() {
        let roles: Vec<_> = policy.roles.iter().map(|role| quote_identifier(role)).collect();
        append!(out, "\n    TO {}", roles.join(", "));
    }
    if let Some(using) = &policy.using {
        append!(out, "\n    USING {}", text::parenthesised(catalog, using));
    }
    if let Some(check) = &policy.check {
        append!(out, "\n    WITH CHECK {}", text::parenthesised(catalog, check));
    }
    out.push(';');
    out
}

/// The word for `pg_policy.polcmd`.
pub(crate) fn command(command: char) -> &'static str {
    match command {
        'r' => "SELECT",
        'a' => "INSERT",
        'w' => "UPDATE",
        'd' => "DELETE",
        _ => "ALL",
    }
}
