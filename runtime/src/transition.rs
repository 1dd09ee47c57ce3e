//! The moves that statuses may make: the same facts as the transition tables of the schema.

use schemactl_generated::enums::{
    CampaignStatusEnum as Campaign, JobStatusEnum as Job, PhaseStatusEnum as Phase,
};

/// Whether a campaign may go from one status to another (`campaign_status_transitions`).
pub fn campaign_may_move(from: Campaign, to: Campaign) -> bool {
    let allowed: &[Campaign] = match from {
        Campaign::Draft => &[Campaign::Running, Campaign::Cancelled],
        Campaign::Running => &[Campaign::Paused, Campaign::Completed, Campaign::Failed, Campaign::Cancelled],
        Campaign::Paused => &[Campaign::Running, Campaign::Failed, Campaign::Cancelled],
        Campaign::Failed => &[Campaign::Running, Campaign::Cancelled, Campaign::Archived],
        Campaign::Completed | Campaign::Cancelled => &[Campaign::Archived],
        Campaign::Archived => &[],
    };
    allowed.contains(&to)
}

/// Whether a phase may go from one status to another (`campaign_phase_status_transitions`).
pub fn phase_may_move(from: Phase, to: Phase) -> bool {
    let allowed: &[Phase] = match from {
        Phase::NotStarted => &[Phase::Ready, Phase::Configured, Phase::Skipped],
        Phase::Ready => &[Phase::Configured, Phase::Skipped],
        Phase::Configured => &[Phase::Ready, Phase::InProgress, Phase::Skipped],
        Phase::InProgress => &[Phase::Paused, Phase::Completed, Phase::Failed],
        Phase::Paused => &[Phase::InProgress, Phase::Failed],
        Phase::Failed => &[Phase::Configured, Phase::Skipped],
        Phase::Completed | Phase::Skipped => &[],
    };
    allowed.contains(&to)
}

/// Whether a job may go from one status to another (`campaign_job_status_transitions`).
pub fn job_may_move(from: Job, to: Job) -> bool {
    let allowed: &[Job] = match from {
        Job::Pending => &[Job::Queued, Job::Cancelled],
        Job::Queued => &[Job::Pending, Job::Running, Job::Cancelled],
        Job::Running => &[Job::Completed, Job::Queued, Job::Pending, Job::Failed, Job::Dead, Job::Cancelled],
        Job::Failed | Job::Dead => &[Job::Queued, Job::Pending],
        Job::Completed | Job::Cancelled => &[],
    };
    allowed.contains(&to)
}
