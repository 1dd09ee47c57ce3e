-- Removes campaigns, the table of their moves, and the campaign and phase types.

DROP TABLE campaign_status_transitions;
DROP TABLE lead_generation_campaigns;

DROP TYPE phase_status_enum;
DROP TYPE phase_type_enum;
DROP TYPE campaign_status_enum;
DROP TYPE campaign_type_enum;
