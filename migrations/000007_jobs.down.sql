-- Removes the job queue, its archive, the worker register and the fencing sequence.

DROP TABLE job_workers;
DROP TABLE campaign_job_archive;
DROP TABLE campaign_job_attempts;
DROP TABLE campaign_job_status_transitions;
DROP TABLE campaign_jobs;

DROP SEQUENCE campaign_job_fencing_token_seq;

DROP TYPE job_attempt_outcome_enum;
DROP TYPE job_status_enum;
DROP TYPE job_type_enum;
