-- What a correction says beside the answers of a dossier that is decided: the answers stay as they were declared. Empty once erased.
create table dossiers.answer_note (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  note_id uuid not null,
  text_sealed text,
  correction_id uuid not null,
  noted_at timestamptz not null,
  noted_by uuid not null,
  primary key (jurisdiction, dossier_id, note_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier (jurisdiction, dossier_id)
);
select platform.wall('dossiers.answer_note');
grant select, insert, update on dossiers.answer_note to motcua_app;
