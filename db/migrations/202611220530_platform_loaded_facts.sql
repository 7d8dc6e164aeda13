-- What of data/ a database was last brought to, so that a start with unchanged facts does not read them all again.
create table platform.loaded_facts (
  jurisdiction smallint not null,
  name text not null,
  hash text not null,
  loaded_at timestamptz not null,
  primary key (jurisdiction, name)
);
select platform.wall('platform.loaded_facts');
grant select, insert, update on platform.loaded_facts to motcua_app;
