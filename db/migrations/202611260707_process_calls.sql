-- The version of another process that a diagram's call activity runs: chosen at publication, never moved afterwards.
create table process.process_call (
  jurisdiction smallint not null,
  process_version_id uuid not null,
  -- As the diagram names the called process.
  called text not null,
  called_version_id uuid not null,
  primary key (jurisdiction, process_version_id, called),
  foreign key (jurisdiction, process_version_id) references process.process_version,
  foreign key (jurisdiction, called_version_id) references process.process_version
);
select platform.wall('process.process_call');
grant select, insert on process.process_call to motcua_app;
