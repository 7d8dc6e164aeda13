create schema if not exists identity;

-- A unit as such; what it is called and under whom it stands changes by date in unit_span.
create table identity.unit (
  jurisdiction smallint not null,
  id uuid not null,
  key text not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, key)
);

-- source_hash is the hash of the row as the reference data last gave it; edited_at is set by the office, and
-- from then on the loader lists differences instead of writing.
create table identity.unit_span (
  jurisdiction smallint not null,
  unit_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name text not null check (name = normalize(name, nfc)),
  name_en text,
  short_name text,
  tier text not null check (tier in ('province', 'district', 'commune')),
  kind text not null check (kind in (
    'province', 'district', 'commune', 'department', 'board', 'agency', 'branch', 'section', 'oneStop', 'recordsOffice')),
  parent_id uuid,
  gso_code text,
  agency_code text,
  section_code text,
  office_hours text,
  source text not null,
  certainty text not null check (certainty in ('official', 'reported', 'unchecked')),
  source_hash text not null,
  edited_at timestamptz,
  primary key (jurisdiction, unit_id, valid_from),
  foreign key (jurisdiction, unit_id) references identity.unit (jurisdiction, id),
  foreign key (jurisdiction, parent_id) references identity.unit (jurisdiction, id),
  exclude using gist (jurisdiction with =, unit_id with =, daterange(valid_from, valid_to) with &&)
    deferrable initially deferred
);

create table identity.unit_succession (
  jurisdiction smallint not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  effective_on date not null,
  kind text not null check (kind in ('oneToOne', 'merge', 'split')),
  part text,
  source text not null,
  source_hash text not null,
  edited_at timestamptz,
  primary key (jurisdiction, from_id, to_id, effective_on),
  foreign key (jurisdiction, from_id) references identity.unit (jurisdiction, id),
  foreign key (jurisdiction, to_id) references identity.unit (jurisdiction, id)
);

-- Rows the office edited and the reference data now states otherwise: for somebody to decide.
create table identity.reference_difference (
  jurisdiction smallint not null,
  record_kind text not null check (record_kind in ('unit', 'succession')),
  natural_key text not null,
  offered jsonb not null,
  offered_hash text not null,
  noticed_at timestamptz not null,
  primary key (jurisdiction, record_kind, natural_key)
);

-- name_order sorts bytewise as Vietnamese sort people: given name first.
create table identity.person (
  jurisdiction smallint not null,
  id uuid not null,
  name text not null check (name = normalize(name, nfc)),
  name_order text collate "C" not null,
  birth_date date,
  gender text check (gender in ('male', 'female')),
  phone text,
  email text,
  address text,
  identity_sealed text,
  identity_index text,
  created_at timestamptz not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, identity_index),
  check ((identity_sealed is null) = (identity_index is null))
);

create table identity.account (
  jurisdiction smallint not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('citizen', 'officer')),
  issuer text,
  subject text,
  login text check (login = lower(login)),
  password_hash text,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, person_id) references identity.person (jurisdiction, id),
  unique (jurisdiction, issuer, subject),
  unique (jurisdiction, login),
  check (case kind
    when 'citizen' then issuer is not null and subject is not null and login is null
    else login is not null and password_hash is not null and issuer is null end)
);
create index account_by_person on identity.account (jurisdiction, person_id);

create table identity.post (
  jurisdiction smallint not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in (
    'oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk', 'procedureControl', 'administrator')),
  title text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (jurisdiction, id),
  foreign key (jurisdiction, person_id) references identity.person (jurisdiction, id),
  foreign key (jurisdiction, unit_id) references identity.unit (jurisdiction, id)
);
create index post_by_person on identity.post (jurisdiction, person_id);
create index post_by_unit on identity.post (jurisdiction, unit_id, role);

-- The token itself is only in the person's cookie.
create table identity.session (
  jurisdiction smallint not null,
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  idle_until timestamptz not null,
  absolute_until timestamptz not null,
  revoked_at timestamptz,
  origin_ip inet,
  user_agent text,
  primary key (jurisdiction, id),
  unique (jurisdiction, token_hash),
  foreign key (jurisdiction, account_id) references identity.account (jurisdiction, id)
);
create index session_by_account on identity.session (jurisdiction, account_id);
create index session_by_end on identity.session (jurisdiction, absolute_until);

-- A sign-in under way at the identity provider, tied to one browser by the hash of its cookie; used once.
create table identity.sign_in_flow (
  jurisdiction smallint not null,
  key_hash bytea not null,
  stage text not null check (stage in ('started', 'confirm')),
  state text,
  nonce text,
  code_verifier text,
  claims_sealed text,
  person_id uuid,
  return_path text not null,
  expires_at timestamptz not null,
  primary key (jurisdiction, key_hash)
);
create index sign_in_flow_by_end on identity.sign_in_flow (jurisdiction, expires_at);

-- Wrong passwords per login and source address; the key is a hash of both.
create table identity.sign_in_failure (
  jurisdiction smallint not null,
  pair_hash bytea not null,
  failures integer not null,
  last_failure_at timestamptz not null,
  primary key (jurisdiction, pair_hash)
);

select platform.wall('identity.unit');
select platform.wall('identity.unit_span');
select platform.wall('identity.unit_succession');
select platform.wall('identity.reference_difference');
select platform.wall('identity.person');
select platform.wall('identity.account');
select platform.wall('identity.post');
select platform.wall('identity.session');
select platform.wall('identity.sign_in_flow');
select platform.wall('identity.sign_in_failure');
select platform.grant_app('identity');
