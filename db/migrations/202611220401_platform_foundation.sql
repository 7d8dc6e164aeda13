-- Roles are made here when the owner may; `motcua doctor` prints the same for a DBA.
do $$
begin
  if not exists (select from pg_roles where rolname = 'motcua_app') then create role motcua_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'motcua_queue') then create role motcua_queue nologin; end if;
exception when duplicate_object or unique_violation then null; -- another database of this server was faster
end $$;

create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists btree_gist;
create extension if not exists unaccent;

create schema if not exists platform;

-- Twin of kernel/search-text.ts.
create function platform.search_text(value text) returns text
language sql immutable strict parallel safe
return btrim(regexp_replace(
  lower(translate(regexp_replace(normalize(value, nfd), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')),
  '[^[:alnum:]]+', ' ', 'g'));

-- The tenant whose rows this session sees; set when the connection is made.
create function platform.current_jurisdiction() returns smallint
language sql stable parallel safe
return nullif(current_setting('motcua.jurisdiction', true), '')::smallint;

-- Second wall behind the queries' own scope: jurisdiction only, so that plans stay those of the queries.
create function platform.wall(target regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create policy jurisdiction_wall on %s to motcua_app
       using (jurisdiction = platform.current_jurisdiction())
       with check (jurisdiction = platform.current_jurisdiction())', target);
end $$;

-- What the application may do in a module's schema; called at the end of each migration that adds tables.
create function platform.grant_app(target_schema text) returns void
language plpgsql as $$
begin
  execute format('grant usage on schema %I to motcua_app', target_schema);
  execute format('grant select, insert, update, delete on all tables in schema %I to motcua_app', target_schema);
  execute format('grant usage on all sequences in schema %I to motcua_app', target_schema);
  execute format('grant execute on all functions in schema %I to motcua_app', target_schema);
end $$;

create table platform.event (
  jurisdiction smallint not null,
  stream_id uuid not null,
  seq integer not null check (seq > 0),
  event_id uuid not null,
  type text not null,
  version smallint not null,
  recorded_at timestamptz not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  request_id uuid not null,
  actor_kind text not null check (actor_kind in ('citizen', 'officer', 'system', 'anonymous')),
  actor_id text,
  payload jsonb not null,
  primary key (jurisdiction, stream_id, seq)
);
-- Feeds page by it below pg_snapshot_xmin, so that a late commit is never skipped.
create unique index event_feed on platform.event (jurisdiction, transaction_id, event_id);

create table platform.action (
  jurisdiction smallint not null,
  action_id uuid not null,
  recorded_at timestamptz not null,
  command text not null,
  subject_id uuid not null,
  request_id uuid not null,
  actor_kind text not null,
  actor_id text,
  origin_ip inet,
  user_agent text,
  facts jsonb not null,
  primary key (jurisdiction, action_id)
);
create index action_by_subject on platform.action (jurisdiction, subject_id, action_id);

create table platform.read (
  jurisdiction smallint not null,
  read_id uuid not null,
  recorded_at timestamptz not null,
  query text not null,
  subject_ids uuid[] not null,
  actor_kind text not null,
  actor_id text,
  origin_ip inet,
  primary key (jurisdiction, read_id)
);

create table platform.request_log (
  jurisdiction smallint not null,
  actor_key text not null,
  request_id uuid not null,
  command text not null,
  body_hash text not null,
  recorded_at timestamptz not null,
  outcome jsonb,
  -- One intention may run several commands, each once.
  primary key (jurisdiction, actor_key, request_id, command)
);

-- The queue's tables are closed to the application; this is its only way in, inside the caller's transaction.
create function platform.enqueue(
  task text, payload jsonb, job_key text, queue text, run_at timestamptz, max_attempts integer
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => enqueue.task, payload => enqueue.payload::json, queue_name => enqueue.queue,
    run_at => enqueue.run_at, max_attempts => enqueue.max_attempts, job_key => enqueue.job_key);
end $$;

select platform.wall('platform.event');
select platform.wall('platform.action');
select platform.wall('platform.read');
select platform.wall('platform.request_log');

grant usage on schema platform to motcua_app, motcua_queue;
grant select on platform.migration to motcua_app;
-- The journal is append-only for the application.
grant select, insert on platform.event, platform.action, platform.read to motcua_app;
grant select, insert, update on platform.request_log to motcua_app;
revoke execute on function platform.wall(regclass), platform.grant_app(text) from public;
revoke execute on function platform.enqueue(text, jsonb, text, text, timestamptz, integer) from public;
grant execute on function platform.enqueue(text, jsonb, text, text, timestamptz, integer) to motcua_app;
grant create on schema platform to motcua_queue;
alter function platform.enqueue(text, jsonb, text, text, timestamptz, integer) owner to motcua_queue;
revoke create on schema platform from motcua_queue;
do $$ begin execute format('grant create on database %I to motcua_queue', current_database()); end $$;
