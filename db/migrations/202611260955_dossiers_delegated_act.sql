-- What was done under a power somebody lent: the list its principal reads. Written with the act, never changed.
create table dossiers.delegated_act (
  jurisdiction smallint not null,
  delegation_id uuid not null,
  act_id uuid not null,
  dossier_id uuid not null,
  command text not null,
  step_name text,
  person_id uuid not null,
  acted_at timestamptz not null,
  primary key (jurisdiction, delegation_id, act_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier (jurisdiction, dossier_id)
);
create index delegated_act_newest on dossiers.delegated_act (jurisdiction, delegation_id, acted_at desc, act_id desc);

select platform.wall('dossiers.delegated_act');
select platform.grant_app('dossiers');
revoke update, delete on dossiers.delegated_act from motcua_app;
