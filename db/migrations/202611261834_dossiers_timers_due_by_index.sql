-- A `case`, for under the wall no condition on a `coalesce` becomes one of the index: each sweep tested every armed timer.
drop index dossiers.timer_to_fire;
create index timer_to_fire on dossiers.timer
  (jurisdiction, (case when retry_at is not null then retry_at else fire_at end), timer_id) where fired_at is null;
