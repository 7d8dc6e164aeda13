-- What later grants on the schema had given back, taken away again; from now on they grant on new tables only.
revoke delete on dossiers.dossier, dossiers.party, dossiers.component, dossiers.dossier_file, dossiers.task,
  dossiers.letter, dossiers.number_counter, dossiers.code_pattern, dossiers.clock, dossiers.suspension from motcua_app;
revoke update, delete on dossiers.promise, dossiers.delegated_act from motcua_app;
