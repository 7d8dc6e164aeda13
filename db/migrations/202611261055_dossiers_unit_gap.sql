-- Found each night: units that cannot act, and what each lacks (people, office hours that are kept, a code of its own).
create table dossiers.unit_gap (
  jurisdiction smallint not null,
  unit_id uuid not null,
  lacks text[] not null check (cardinality(lacks) > 0),
  found_at timestamptz not null,
  primary key (jurisdiction, unit_id)
);
select platform.wall('dossiers.unit_gap');
select platform.grant_app('dossiers');
