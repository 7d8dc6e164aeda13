-- By which decision the service was an essential one on the day the dossier came in; null: it was not.
alter table dossiers.dossier add column essential_by text;
