-- The nightly walk goes procedure by procedure: those whose dossiers are kept for ever are not walked. A `case`, for under the wall no
-- condition on a `coalesce` becomes one of the index: each page read everything before it.
create index dossier_ended_of_procedure on dossiers.dossier (jurisdiction, procedure_code,
  (case when returned_at is not null then returned_at when stopped_at is not null then stopped_at else refused_at end), dossier_id)
  where phase in ('returned', 'stopped', 'refused') and cardinality(erased_kinds) < 4;
drop index dossiers.dossier_ended;
