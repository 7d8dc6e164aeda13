-- What a correction changed of somebody in a dossier: the fact as it was, sealed, for whoever may see the dossier.
create table dossiers.party_change (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  change_id uuid not null,
  role text not null,
  field text not null check (field in ('name', 'birthDate', 'phone', 'email', 'address')),
  before_sealed text,
  correction_id uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (jurisdiction, dossier_id, change_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier (jurisdiction, dossier_id)
);
select platform.wall('dossiers.party_change');
grant select, insert, update on dossiers.party_change to motcua_app;
