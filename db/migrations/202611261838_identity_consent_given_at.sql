-- At which counter a consent was written down: whoever works there takes it back when the citizen asks. Older ones: only who gave it.
alter table identity.helper_consent
  add column given_unit_id uuid,
  add foreign key (jurisdiction, given_unit_id) references identity.unit (jurisdiction, id);
create index helper_consent_by_counter on identity.helper_consent (jurisdiction, given_unit_id, given_at desc)
  where given_unit_id is not null;
