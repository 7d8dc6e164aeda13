/*
 * The journal sealed after the fact: commands write their rows and one line each into `journal_pending`; a sealer of its own
 * takes the committed lines, gives them positions and chains them in blocks. No command ever waits for a head.
 * `platform.event`, `action` and `read` are the rows; an entry is the digest of one row; a block chains a run of entries; a head
 * is the last block of a day, stamped by somebody outside this database.
 */
create unique index event_by_id on platform.event (jurisdiction, event_id);
-- Who read about this thing: asked by the person it is about.
create index read_by_subject on platform.read using gin (jurisdiction, subject_ids);
-- The journal is searched newest first, whole or for one person.
create index action_by_time on platform.action (jurisdiction, recorded_at, action_id);
create index read_by_time on platform.read (jurisdiction, recorded_at, read_id);
create index action_by_actor on platform.action (jurisdiction, actor_id, recorded_at, action_id);
create index read_by_actor on platform.read (jurisdiction, actor_id, recorded_at, read_id);

create table platform.journal_pending (
  jurisdiction smallint not null,
  source text not null,
  row_id uuid not null
);

create table platform.journal_entry (
  jurisdiction smallint not null,
  position bigint not null,
  source text not null check (source in ('event', 'action', 'read')),
  row_id uuid not null,
  digest bytea not null,
  primary key (jurisdiction, position)
);
create unique index journal_entry_by_row on platform.journal_entry (jurisdiction, row_id, source);

create table platform.journal_block (
  jurisdiction smallint not null,
  block bigint not null,
  first_position bigint not null,
  last_position bigint not null check (last_position >= first_position),
  sealed_at timestamptz not null,
  previous bytea not null,
  root bytea not null,
  hash bytea not null,
  primary key (jurisdiction, block)
);
create unique index journal_block_by_position on platform.journal_block (jurisdiction, first_position);

create table platform.journal_head (
  jurisdiction smallint not null,
  day date not null,
  block bigint not null,
  position bigint not null,
  hash bytea not null,
  authority text not null,
  stamp text not null,
  stamped_at timestamptz not null,
  primary key (jurisdiction, day)
);

-- Reads whose time of keeping is over are deleted; their entries stay, and this says that they were.
create table platform.journal_pruning (
  jurisdiction smallint not null,
  pruning_id uuid not null,
  up_to_position bigint not null,
  pruned integer not null,
  pruned_at timestamptz not null,
  primary key (jurisdiction, pruning_id)
);

create function platform.note_pending() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  case tg_table_name
    when 'event' then
      insert into platform.journal_pending (jurisdiction, source, row_id) select jurisdiction, 'event', event_id from written;
    when 'action' then
      insert into platform.journal_pending (jurisdiction, source, row_id) select jurisdiction, 'action', action_id from written;
    else
      insert into platform.journal_pending (jurisdiction, source, row_id) select jurisdiction, 'read', read_id from written;
  end case;
  return null;
end $$;
create trigger note_pending after insert on platform.event
  referencing new table as written for each statement execute function platform.note_pending();
create trigger note_pending after insert on platform.action
  referencing new table as written for each statement execute function platform.note_pending();
create trigger note_pending after insert on platform.read
  referencing new table as written for each statement execute function platform.note_pending();

-- What was written before the seal existed is sealed first.
insert into platform.journal_pending (jurisdiction, source, row_id)
select jurisdiction, 'event', event_id from platform.event
union all select jurisdiction, 'action', action_id from platform.action
union all select jurisdiction, 'read', read_id from platform.read;

-- What a row says, as the text that is sealed. A JSON array keeps its parts apart; moments are microseconds, whatever the
-- session's time zone.
create function platform.event_text(r platform.event) returns text
language sql stable parallel safe
return jsonb_build_array('event', r.jurisdiction, r.stream_id, r.seq, r.event_id, r.type, r.version,
  (extract(epoch from r.recorded_at) * 1000000)::bigint, r.request_id, r.actor_kind, r.actor_id, r.payload)::text;
create function platform.action_text(r platform.action) returns text
language sql stable parallel safe
return jsonb_build_array('action', r.jurisdiction, r.action_id, (extract(epoch from r.recorded_at) * 1000000)::bigint,
  r.command, r.subject_id, r.request_id, r.actor_kind, r.actor_id, r.origin_ip, r.user_agent, r.facts)::text;
create function platform.read_text(r platform.read) returns text
language sql stable parallel safe
return jsonb_build_array('read', r.jurisdiction, r.read_id, (extract(epoch from r.recorded_at) * 1000000)::bigint, r.query,
  r.subject_ids, r.actor_kind, r.actor_id, r.origin_ip)::text;
create function platform.journal_digest(row_text text) returns bytea
language sql immutable parallel safe
return sha256(convert_to(row_text, 'UTF8'));
-- `root` stands for the digests of a block's rows, so that a proof along the chain needs one line a block.
create function platform.block_hash(previous bytea, first_position bigint, root bytea) returns bytea
language sql immutable parallel safe
return sha256(previous || int8send(first_position) || root);

/*
 * Chains up to `most` committed rows, in the order of their ids, behind the last block; answers how many. Two sealers at once
 * are harmless: the second finds nothing to do. Runs as the owner: the application may write no entry and no block itself.
 */
create function platform.seal_journal(most integer, sealed_at timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant constant smallint := platform.current_jurisdiction();
  end_block bigint;
  end_position bigint;
  end_hash bytea;
  sealed integer;
begin
  if not pg_try_advisory_xact_lock(hashtext('platform.seal_journal'), tenant) then return 0; end if;
  select b.block, b.last_position, b.hash into end_block, end_position, end_hash from platform.journal_block b
  where b.jurisdiction = tenant order by b.block desc limit 1;
  if not found then end_block := 0; end_position := 0; end_hash := ''::bytea; end if;

  with taken as (
    delete from platform.journal_pending p
    where p.ctid = any (array(
      select q.ctid from platform.journal_pending q
      where q.jurisdiction = tenant order by q.row_id, q.source limit most))
    returning p.source, p.row_id
  ),
  digests as (
    select t.source, t.row_id, platform.journal_digest(platform.event_text(e)) as digest
    from taken t join platform.event e on e.jurisdiction = tenant and e.event_id = t.row_id where t.source = 'event'
    union all
    select t.source, t.row_id, platform.journal_digest(platform.action_text(a))
    from taken t join platform.action a on a.jurisdiction = tenant and a.action_id = t.row_id where t.source = 'action'
    union all
    select t.source, t.row_id, platform.journal_digest(platform.read_text(r))
    from taken t join platform.read r on r.jurisdiction = tenant and r.read_id = t.row_id where t.source = 'read'
  ),
  placed as (
    insert into platform.journal_entry (jurisdiction, position, source, row_id, digest)
    select tenant, end_position + row_number() over (order by d.row_id, d.source), d.source,
      d.row_id, d.digest
    from digests d
    returning position, digest
  )
  insert into platform.journal_block
    (jurisdiction, block, first_position, last_position, sealed_at, previous, root, hash)
  select tenant, end_block + 1, r.first_position, r.last_position, seal_journal.sealed_at, r.previous, r.root,
    platform.block_hash(r.previous, r.first_position, r.root)
  from (
    select min(p.position) as first_position, max(p.position) as last_position, end_hash as previous,
      sha256(string_agg(p.digest, ''::bytea order by p.position)) as root
    from placed p
    having count(*) > 0
  ) r;

  select b.last_position - b.first_position + 1 into sealed from platform.journal_block b
  where b.jurisdiction = tenant and b.block = end_block + 1;
  return coalesce(sealed, 0);
end $$;

-- Writes down what the authority stamped; the head must be a block that stands.
create function platform.record_head(
  day date, block bigint, authority text, stamp text, stamped_at timestamptz
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare written integer;
begin
  insert into platform.journal_head (jurisdiction, day, block, position, hash, authority, stamp, stamped_at)
  select b.jurisdiction, record_head.day, b.block, b.last_position, b.hash, record_head.authority, record_head.stamp,
    record_head.stamped_at
  from platform.journal_block b
  where b.jurisdiction = platform.current_jurisdiction() and b.block = record_head.block
  on conflict (jurisdiction, day) do nothing;
  get diagnostics written = row_count;
  return written = 1;
end $$;

-- Deletes reads recorded before a moment, as far as a stamped head proves that they were. Answers how many.
create function platform.prune_reads(pruning_id uuid, before timestamptz, pruned_at timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant constant smallint := platform.current_jurisdiction();
  until bigint;
  gone integer;
begin
  select max(h.position) into until from platform.journal_head h
  join platform.journal_block b on b.jurisdiction = h.jurisdiction and b.block = h.block
  where h.jurisdiction = tenant and b.sealed_at < prune_reads.before;
  if until is null then return 0; end if;
  delete from platform.read r using platform.journal_entry e
  where e.jurisdiction = tenant and e.source = 'read' and e.position <= until
    and r.jurisdiction = tenant and r.read_id = e.row_id and r.recorded_at < prune_reads.before;
  get diagnostics gone = row_count;
  if gone > 0 then
    insert into platform.journal_pruning (jurisdiction, pruning_id, up_to_position, pruned, pruned_at)
    values (tenant, prune_reads.pruning_id, until, gone, prune_reads.pruned_at);
  end if;
  return gone;
end $$;

select platform.wall('platform.journal_pending');
select platform.wall('platform.journal_entry');
select platform.wall('platform.journal_block');
select platform.wall('platform.journal_head');
select platform.wall('platform.journal_pruning');
grant select on platform.journal_pending, platform.journal_entry, platform.journal_block, platform.journal_head,
  platform.journal_pruning to motcua_app;
revoke execute on function platform.seal_journal(integer, timestamptz), platform.note_pending(),
  platform.record_head(date, bigint, text, text, timestamptz), platform.prune_reads(uuid, timestamptz, timestamptz) from public;
grant execute on function platform.seal_journal(integer, timestamptz),
  platform.record_head(date, bigint, text, text, timestamptz), platform.prune_reads(uuid, timestamptz, timestamptz) to motcua_app;
