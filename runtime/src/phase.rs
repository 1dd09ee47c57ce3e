//! The order of a campaign's phases.

use schemactl_generated::enums::PhaseTypeEnum;

/// The phase that follows, `None` after the last. The order is that of the enum, as the database's is.
pub fn next_phase(phase: PhaseTypeEnum) -> Option<PhaseTypeEnum> {
    let at = PhaseTypeEnum::ALL.iter().position(|candidate| *candidate == phase)?;
    PhaseTypeEnum::ALL.get(at + 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_phases_follow_each_other() {
        let order: Vec<_> =
            std::iter::successors(Some(PhaseTypeEnum::DomainGeneration), |phase| next_phase(*phase))
                .collect();
        assert_eq!(order, PhaseTypeEnum::ALL);
    }
}
