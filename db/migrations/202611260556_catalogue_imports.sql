-- A file somebody sent to be imported: read, shown, then taken in or laid aside. Its account of what was wrong and
-- what was done stays; the records only while they wait.
create table catalogue.import (
  jurisdiction smallint not null,
  import_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  format text not null check (format in ('excel', 'json')),
  state text not null check (state in ('waiting', 'applied', 'discarded')),
  staged_at timestamptz not null,
  staged_by uuid,
  settled_at timestamptz,
  settled_by uuid,
  -- Procedures the file speaks of, right and wrong.
  read integer not null check (read >= 0),
  wrong_count integer not null check (wrong_count >= 0),
  -- The first wrong places, by sheet, row and column.
  wrong jsonb not null check (jsonb_typeof(wrong) = 'array'),
  -- What taking it in did; before that what it would do.
  report jsonb not null,
  primary key (jurisdiction, import_id),
  check ((state = 'waiting') = (settled_at is null))
);
create index import_by_time on catalogue.import (jurisdiction, staged_at desc, import_id desc);

create table catalogue.import_record (
  jurisdiction smallint not null,
  import_id uuid not null,
  code text not null,
  record jsonb not null,
  primary key (jurisdiction, import_id, code),
  foreign key (jurisdiction, import_id) references catalogue.import
);

select platform.wall('catalogue.import');
select platform.wall('catalogue.import_record');
grant select, insert, update on catalogue.import to motcua_app;
grant select, insert, delete on catalogue.import_record to motcua_app;
