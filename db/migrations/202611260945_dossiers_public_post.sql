-- What a person chooses besides the form: the public post (bưu chính công ích), the linked procedures.
alter table dossiers.draft add column choices jsonb not null default '{}';

-- A list of what was handed to the post in one go: printed, signed by both.
create table dossiers.postal_list (
  jurisdiction smallint not null,
  list_id uuid not null,
  unit_id uuid not null,
  handed_at timestamptz not null,
  handed_by uuid not null,
  primary key (jurisdiction, list_id)
);
create index postal_list_by_unit on dossiers.postal_list (jurisdiction, unit_id, handed_at desc, list_id desc);

-- What travels by the public post for a dossier: papers `in`, the result `out`.
create table dossiers.postal_item (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  -- The counter it comes to or leaves from.
  unit_id uuid not null,
  recipient text,
  phone text,
  address text,
  -- The list by which the post was offered on the day of the choice; it stays though the list changes.
  source text,
  chosen_at timestamptz not null,
  tracking_number text check (tracking_number ~ '^[A-Z0-9]{8,20}$'),
  -- When it came from the post, or was given to it.
  moved_at timestamptz,
  moved_by uuid,
  list_id uuid,
  primary key (jurisdiction, dossier_id, direction),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier,
  foreign key (jurisdiction, list_id) references dossiers.postal_list,
  check (direction = 'in' or (recipient is not null and phone is not null and address is not null)),
  check ((moved_at is null) = (tracking_number is null)),
  check ((moved_at is null) = (moved_by is null)),
  check (list_id is null or (direction = 'out' and moved_at is not null))
);
create index postal_item_awaited on dossiers.postal_item (jurisdiction, unit_id, direction, chosen_at, dossier_id)
  where moved_at is null;
create index postal_item_by_list on dossiers.postal_item (jurisdiction, list_id) where list_id is not null;

select platform.wall('dossiers.postal_list');
select platform.wall('dossiers.postal_item');
grant select, insert on dossiers.postal_list to motcua_app;
grant select, insert, update on dossiers.postal_item to motcua_app;
