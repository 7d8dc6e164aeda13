-- The level of an online service has four values over time: what the department registered, how it was appraised, what
-- the province published, what the national portal accepted. Each is a row with its days; none is ever rewritten.
create table catalogue.service_standing (
  jurisdiction smallint not null,
  standing_id uuid not null,
  code text not null check (code ~ '^[0-9]\.[0-9]{6}$'),
  stage text not null check (stage in ('registered', 'appraised', 'published', 'accepted')),
  -- `refused`: not offered at that stage, for the reason given.
  level text not null check (level in ('full', 'part', 'information', 'level2', 'level3', 'level4', 'refused')),
  valid daterange not null check (not isempty(valid) and lower(valid) is not null and lower_inc(valid)),
  -- The department that answers for the procedure.
  department text not null,
  reason text,
  -- Of an appraisal: what the technical and the legal side answered.
  technical_answer text,
  legal_answer text,
  -- Of a publication.
  decision_id uuid,
  review_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (jurisdiction, standing_id),
  foreign key (jurisdiction, decision_id) references catalogue.decision,
  constraint one_standing_a_day exclude using gist (jurisdiction with =, code with =, stage with =, valid with &&),
  check (level <> 'refused' or reason is not null),
  check (stage <> 'appraised' or technical_answer is not null and legal_answer is not null)
);

create function catalogue.keep_standing() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' or to_jsonb(new) - 'valid' <> to_jsonb(old) - 'valid' or lower(new.valid) <> lower(old.valid)
    or upper(old.valid) is not null
  then
    raise exception 'a standing of % only ends, once', old.code using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_standing before update or delete on catalogue.service_standing
  for each row execute function catalogue.keep_standing();

select platform.wall('catalogue.service_standing');
grant select, insert, update on catalogue.service_standing to motcua_app;
