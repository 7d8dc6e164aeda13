-- One row per worker process that lives; `/readyz` asks whether anybody takes jobs. Machine time, not business time.
create table platform.worker_heartbeat (
  worker_id uuid primary key,
  beat_at timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on platform.worker_heartbeat to motcua_app;
