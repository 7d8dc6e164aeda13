-- Interconnected procedures (liên thông): what one dossier carries besides its own procedure, each with its agency.
create table dossiers.part (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  procedure_code text not null,
  position smallint not null,
  name text not null,
  -- Who takes part, in the words of its own text or of the list.
  agency text,
  -- The text of its procedure in force on that day; null where the catalogue has none.
  procedure_version_id uuid,
  -- The list that made it part of the dossier.
  source text,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'done', 'refused')),
  -- Code under which its agency handles it.
  foreign_code text,
  result_number text,
  result_on date,
  reason text,
  changed_at timestamptz,
  changed_by uuid,
  primary key (jurisdiction, dossier_id, procedure_code),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier,
  check ((state = 'waiting') = (changed_at is null)),
  check ((changed_at is null) = (changed_by is null)),
  check (state <> 'done' or (result_number is not null and result_on is not null)),
  check (state <> 'refused' or reason is not null)
);
select platform.wall('dossiers.part');
grant select, insert, update on dossiers.part to motcua_app;

-- On days without paper this one is neither taken nor asked for on paper.
alter table dossiers.component add column paperless boolean not null default false;
