-- What an extension grants, as the law allowed it on its day: { unit, amount, moves }.
alter table dossiers.promise add column extension jsonb,
  add check ((kind = 'extension') = (extension is not null));
-- The promise a letter tells, beside the receipt's.
alter table dossiers.letter add column promise_seq smallint,
  add foreign key (jurisdiction, dossier_id, promise_seq) references dossiers.promise;
