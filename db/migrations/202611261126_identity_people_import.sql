-- A file of people and posts somebody sent: read, shown, then taken in or laid aside. Its account of what was wrong stays; the
-- rows, with names and contacts, only while they wait.
create table identity.people_import (
  jurisdiction smallint not null,
  import_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  state text not null check (state in ('waiting', 'applied', 'discarded')),
  staged_at timestamptz not null,
  staged_by uuid not null,
  settled_at timestamptz,
  read integer not null check (read >= 0),
  wrong_rows integer not null check (wrong_rows >= 0),
  -- The first wrong places, by row and column; never a name or a contact.
  wrong jsonb not null check (jsonb_typeof(wrong) = 'array'),
  -- Letter of each column of the file.
  places jsonb not null,
  -- What taking it in did; before that what it would do.
  report jsonb not null,
  -- Something changed after the preview: it was made anew and is to be looked at again.
  is_rechecked boolean not null default false,
  -- Accounts it opened: whom codes are issued to.
  account_ids uuid[] not null default '{}',
  primary key (jurisdiction, import_id),
  foreign key (jurisdiction, staged_by) references identity.account (jurisdiction, id),
  check ((state = 'waiting') = (settled_at is null))
);
create index people_import_by_sender on identity.people_import (jurisdiction, staged_by, staged_at desc, import_id desc);
create index people_import_waiting on identity.people_import (jurisdiction, staged_at) where state = 'waiting';

create table identity.people_import_row (
  jurisdiction smallint not null,
  import_id uuid not null,
  row integer not null,
  record jsonb not null,
  primary key (jurisdiction, import_id, row),
  foreign key (jurisdiction, import_id) references identity.people_import (jurisdiction, import_id)
);

select platform.wall('identity.people_import');
select platform.wall('identity.people_import_row');
grant select, insert, update on identity.people_import to motcua_app;
grant select, insert, delete on identity.people_import_row to motcua_app;
