-- Where the law allows further time by reasoned notice, how much and how often. Not the apology, which every office may owe.
create table process.extension_rule (
  jurisdiction smallint not null,
  sector text not null,
  procedure_code text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  unit text not null check (unit in ('working-days', 'calendar-days')),
  most smallint not null check (most > 0),
  times smallint not null check (times > 0),
  -- Whether what ends within the further time is in time.
  moves boolean not null,
  name text not null,
  name_en text,
  source text not null,
  certainty text not null,
  primary key (jurisdiction, sector, procedure_code, valid_from)
);
select platform.wall('process.extension_rule');
grant select, insert, update on process.extension_rule to motcua_app;
