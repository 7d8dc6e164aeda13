-- Old failures are swept when a new one is written.
create index sign_in_failure_by_age on identity.sign_in_failure (jurisdiction, last_failure_at);
