-- Officers are listed by what stands here, so that no list walks through the citizens.
alter table identity.account
  add column name_order text collate "C",
  add column search_text text;
update identity.account set name_order = person.name_order,
  search_text = platform.search_text(person.name || ' ' || account.login)
from identity.person
where account.kind = 'officer' and person.jurisdiction = account.jurisdiction and person.id = account.person_id;

-- An officer's account has no password until its owner has set one with a code.
alter table identity.account drop constraint account_check;
alter table identity.account add constraint account_check check (case kind
  when 'citizen' then issuer is not null and subject is not null and login is null
  else login is not null and issuer is null and name_order is not null and search_text is not null end);
create index account_of_officers on identity.account (jurisdiction, name_order, id) where kind = 'officer';

-- The code with which an officer sets the first password, or a new one; only its hash is kept.
create table identity.activation (
  jurisdiction smallint not null,
  account_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (jurisdiction, account_id),
  unique (jurisdiction, code_hash),
  foreign key (jurisdiction, account_id) references identity.account (jurisdiction, id)
);

-- Taking an officer's second factor away needs two people: who asks and who confirms.
create table identity.factor_reset (
  jurisdiction smallint not null,
  id uuid not null,
  account_id uuid not null,
  reason text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('asked', 'done', 'declined', 'lapsed')),
  decided_by uuid check (decided_by <> asked_by and decided_by <> account_id),
  decided_at timestamptz,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, account_id) references identity.account (jurisdiction, id),
  foreign key (jurisdiction, asked_by) references identity.account (jurisdiction, id),
  foreign key (jurisdiction, decided_by) references identity.account (jurisdiction, id),
  check (asked_by <> account_id),
  check ((state in ('done', 'declined')) = (decided_by is not null and decided_at is not null))
);
create unique index factor_reset_open on identity.factor_reset (jurisdiction, account_id) where state = 'asked';

-- Which login the wrong passwords were for, so that its owner can be told and helped; by hash, addresses never.
alter table identity.sign_in_failure add column login_hash bytea;
create index sign_in_failure_by_login on identity.sign_in_failure (jurisdiction, login_hash);

select platform.wall('identity.activation');
select platform.wall('identity.factor_reset');
select platform.grant_app('identity');
