-- Organisations as the identity provider names them; one account or several act for each.
create table identity.organisation (
  jurisdiction smallint not null,
  id uuid not null,
  name text not null check (name = normalize(name, nfc)),
  tax_code text not null,
  phone text,
  email text,
  address text,
  created_at timestamptz not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, tax_code)
);

alter table identity.account
  add column organisation_id uuid,
  add foreign key (jurisdiction, organisation_id) references identity.organisation (jurisdiction, id);
create index account_by_organisation on identity.account (jurisdiction, organisation_id) where organisation_id is not null;

-- Two records of one person: the accounts of the merged one belong to the kept one, until that is undone.
create table identity.person_merge (
  jurisdiction smallint not null,
  id uuid not null,
  kept_person_id uuid not null,
  merged_person_id uuid not null check (merged_person_id <> kept_person_id),
  account_ids uuid[] not null,
  proof text not null check (proof in ('bothSignIns', 'administrator')),
  reason text,
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  undo_reason text,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, kept_person_id) references identity.person (jurisdiction, id),
  foreign key (jurisdiction, merged_person_id) references identity.person (jurisdiction, id),
  check ((proof = 'administrator') = (reason is not null)),
  check ((undone_at is null) = (undone_by is null))
);
create unique index person_merge_standing on identity.person_merge (jurisdiction, merged_person_id) where undone_at is null;
create index person_merge_by_kept on identity.person_merge (jurisdiction, kept_person_id);
create index person_merge_by_day on identity.person_merge (jurisdiction, merged_at desc, id desc);

-- A sign-in asked for by somebody signed in already, to prove that the other account is theirs too.
alter table identity.sign_in_flow
  add column merge_account_id uuid,
  drop constraint sign_in_flow_stage_check,
  add constraint sign_in_flow_stage_check check (stage in ('started', 'confirm', 'merge'));

select platform.wall('identity.organisation');
select platform.wall('identity.person_merge');
select platform.grant_app('identity');
