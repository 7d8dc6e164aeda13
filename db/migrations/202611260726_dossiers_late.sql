-- The list of late dossiers walks open promises, earliest first: by who decides, who received, everywhere, and by whom a step
-- lies with now.
create index dossier_promised_by_competent_unit on dossiers.dossier (jurisdiction, competent_unit_id, promised_at, dossier_id)
  where phase in ('accepted', 'inProcess');
create index dossier_promised_by_received_unit on dossiers.dossier (jurisdiction, received_unit_id, promised_at, dossier_id)
  where phase in ('accepted', 'inProcess');
create index dossier_promised on dossiers.dossier (jurisdiction, promised_at, dossier_id)
  where phase in ('accepted', 'inProcess');
create index task_promised on dossiers.task (jurisdiction, unit_id, promised_at, dossier_id, task_id) where closed_at is null;
