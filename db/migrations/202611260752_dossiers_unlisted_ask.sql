-- Each time an officer asked for a paper outside the published list and was refused; what was asked for is not kept.
create table dossiers.unlisted_ask (
  jurisdiction smallint not null,
  ask_id uuid not null,
  dossier_id uuid not null,
  unit_id uuid not null,
  asked_at timestamptz not null,
  primary key (jurisdiction, ask_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier
);
create index unlisted_ask_by_time on dossiers.unlisted_ask (jurisdiction, asked_at desc, ask_id desc);

select platform.wall('dossiers.unlisted_ask');
grant select, insert on dossiers.unlisted_ask to motcua_app;
