-- Who asks who saw what is kept of them is looked for by their record too.
create index party_by_person on dossiers.party (jurisdiction, person_id) where person_id is not null;
