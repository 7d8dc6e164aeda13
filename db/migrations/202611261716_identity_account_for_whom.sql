-- One sign-in at the issuer acts for whom the provider names that day: an account for each organisation, one for the
-- person alone. A closed one keeps what was filed with it.
alter table identity.account drop constraint account_jurisdiction_issuer_subject_key;
create unique index account_by_subject on identity.account (jurisdiction, issuer, subject, organisation_id)
  nulls not distinct where kind = 'citizen' and closed_at is null;
