-- Seen whole for a reason: for a quarter of an hour it opens the files too, to this account and by this id.
create table dossiers.unmasking (
  jurisdiction smallint not null,
  unmasking_id uuid not null,
  dossier_id uuid not null,
  account_id uuid not null,
  reason text not null,
  unmasked_at timestamptz not null,
  primary key (jurisdiction, unmasking_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier (jurisdiction, dossier_id)
);
select platform.wall('dossiers.unmasking');
grant select, insert on dossiers.unmasking to motcua_app;
