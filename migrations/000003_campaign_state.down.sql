-- Removes phases, state events, snapshots and transitions, and their types.

DROP TABLE campaign_state_transitions;
DROP TABLE campaign_state_snapshots;
DROP TABLE campaign_state_events;
DROP TABLE campaign_event_sequences;
DROP TABLE campaign_phase_status_transitions;
DROP TABLE campaign_phases;

DROP TYPE event_processing_status_enum;
DROP TYPE state_event_type_enum;
