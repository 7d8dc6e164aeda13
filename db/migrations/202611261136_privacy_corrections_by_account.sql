-- Asked with an account that was joined to another of the same person: seen with either.
create index correction_by_account on privacy.correction (jurisdiction, account_id);
