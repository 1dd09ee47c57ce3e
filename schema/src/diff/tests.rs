//! What a comparison tells, and what its cure says, for small schemas.
