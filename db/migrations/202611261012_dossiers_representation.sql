-- For whom a draft is made when not for oneself; the identity number inside is sealed.
alter table dossiers.draft add column represented jsonb;

-- An organisation among the people of a dossier.
alter table dossiers.party add column tax_code text;

-- By what right the submitter acts for the owner, and who has looked at the paper that says so.
create table dossiers.representation (
  jurisdiction smallint not null,
  dossier_id uuid not null,
  capacity text not null check (capacity in ('authorised', 'guardian', 'organisation')),
  -- Null where the identity provider vouches for it: the organisation's own account.
  document text,
  document_number text,
  issued_on date,
  issued_by text,
  checked_by uuid,
  checked_at timestamptz,
  primary key (jurisdiction, dossier_id),
  foreign key (jurisdiction, dossier_id) references dossiers.dossier,
  check ((checked_by is null) = (checked_at is null)),
  check (document is not null or capacity = 'organisation')
);
select platform.wall('dossiers.representation');
select platform.grant_app('dossiers');
