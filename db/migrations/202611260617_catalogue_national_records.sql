-- What the national database last said of a procedure whose text here is another: for comparing, never in force.
create table catalogue.national_record (
  jurisdiction smallint not null,
  code text not null,
  record jsonb not null,
  content_hash text not null,
  taken_at timestamptz not null,
  primary key (jurisdiction, code)
);
select platform.wall('catalogue.national_record');
grant select, insert, update, delete on catalogue.national_record to motcua_app;
