-- Dossiers on their way under one procedure version: counted and listed before a decision changes the procedure.
create index dossier_open_by_version on dossiers.dossier (jurisdiction, procedure_version_id, submitted_at desc, dossier_id desc)
  where phase in ('submitted', 'accepted', 'inProcess', 'completed');
