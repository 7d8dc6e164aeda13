-- When a step without a warning of its own is soon due: after which share of its hours, from day to day, as the rules say it.
create table process.warning_share (
  jurisdiction smallint not null,
  sector text not null,
  procedure_code text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  share numeric(4, 3) not null check (share > 0 and share < 1),
  source text not null,
  certainty text not null,
  primary key (jurisdiction, sector, procedure_code, valid_from)
);
select platform.wall('process.warning_share');
grant select, insert, update on process.warning_share to motcua_app;
