/*
 * When a block was sealed is part of its hash: blocks of format 2 hash one line of text that says everything of them but their rows,
 * which stand behind the root. Blocks of format 1 stay as they are; none may follow one of format 2.
 */
alter table platform.journal_block add column format smallint not null default 1 check (format in (1, 2));
alter table platform.journal_block alter column format drop default;

-- Microseconds, as in the texts of rows.
create function platform.block_text(b platform.journal_block) returns text
language sql stable parallel safe
return 'motcua-journal-block 2 ' || b.jurisdiction || ' ' || b.block || ' ' || b.first_position || ' ' || b.last_position
  || ' ' || (extract(epoch from b.sealed_at) * 1000000)::bigint
  || ' ' || coalesce(nullif(encode(b.previous, 'hex'), ''), '-') || ' ' || encode(b.root, 'hex');
create function platform.block_hash(b platform.journal_block) returns bytea
language sql stable parallel safe
return case b.format
  when 1 then platform.block_hash(b.previous, b.first_position, b.root)
  when 2 then sha256(convert_to(platform.block_text(b), 'UTF8'))
end;

-- As before, but for the blocks it writes.
create or replace function platform.seal_journal(most integer, sealed_at timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant constant smallint := platform.current_jurisdiction();
  made platform.journal_block;
begin
  if not pg_try_advisory_xact_lock(hashtext('platform.seal_journal'), tenant) then return 0; end if;
  select b.block, b.last_position, b.hash into made.block, made.last_position, made.previous from platform.journal_block b
  where b.jurisdiction = tenant order by b.block desc limit 1;
  if not found then made.block := 0; made.last_position := 0; made.previous := ''::bytea; end if;
  made.jurisdiction := tenant;
  made.block := made.block + 1;
  made.first_position := made.last_position + 1;
  made.sealed_at := seal_journal.sealed_at;
  made.format := 2;

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
    select tenant, made.last_position + row_number() over (order by d.row_id, d.source), d.source, d.row_id, d.digest
    from digests d
    returning position, digest
  )
  select max(p.position), sha256(string_agg(p.digest, ''::bytea order by p.position)) into made.last_position, made.root
  from placed p;
  if made.root is null then return 0; end if;
  made.hash := platform.block_hash(made);
  insert into platform.journal_block
    (jurisdiction, block, first_position, last_position, sealed_at, previous, root, hash, format)
  select made.jurisdiction, made.block, made.first_position, made.last_position, made.sealed_at, made.previous, made.root,
    made.hash, made.format;
  return made.last_position - made.first_position + 1;
end $$;

-- As before, and never what is younger than a year by the moments under the heads, whoever asks.
create or replace function platform.prune_reads(pruning_id uuid, before timestamptz, pruned_at timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant constant smallint := platform.current_jurisdiction();
  until bigint;
  allowed timestamptz;
  gone integer;
begin
  select b.sealed_at - interval '365 days' into allowed from platform.journal_block b
  where b.jurisdiction = tenant order by b.block desc limit 1;
  allowed := least(allowed, prune_reads.before);
  select max(h.position) into until from platform.journal_head h
  join platform.journal_block b on b.jurisdiction = h.jurisdiction and b.block = h.block
  where h.jurisdiction = tenant and b.sealed_at < allowed;
  if until is null then return 0; end if;
  delete from platform.read r using platform.journal_entry e
  where e.jurisdiction = tenant and e.source = 'read' and e.position <= until
    and r.jurisdiction = tenant and r.read_id = e.row_id and r.recorded_at < allowed;
  get diagnostics gone = row_count;
  if gone > 0 then
    insert into platform.journal_pruning (jurisdiction, pruning_id, up_to_position, pruned, pruned_at)
    values (tenant, prune_reads.pruning_id, until, gone, prune_reads.pruned_at);
  end if;
  return gone;
end $$;
