-- What stops a legal clock, as each regime says it; an empty sector or procedure is any. Facts with source and certainty.
create table process.suspension_ground (
  jurisdiction smallint not null,
  ground text not null,
  sector text not null,
  procedure_code text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  effect text not null check (effect in ('continue', 'restart', 'none')),
  status smallint check (status in (5, 6)),
  name text not null,
  name_en text,
  source text not null,
  certainty text not null,
  primary key (jurisdiction, ground, sector, procedure_code, valid_from)
);
select platform.wall('process.suspension_ground');
grant select, insert, update on process.suspension_ground to motcua_app;
