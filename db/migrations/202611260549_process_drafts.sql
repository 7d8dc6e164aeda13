-- The working copy of a process's next version. Published, it becomes a row of process_version and stays as evidence.
create table process.process_draft (
  jurisdiction smallint not null,
  draft_id uuid not null,
  process text not null,
  base_version_id uuid,
  content jsonb not null,
  bpmn text,
  state text not null check (state in ('draft', 'published', 'discarded')),
  version integer not null check (version > 0),
  created_at timestamptz not null,
  created_by uuid not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  published_version_id uuid,
  primary key (jurisdiction, draft_id),
  foreign key (jurisdiction, base_version_id) references process.process_version,
  foreign key (jurisdiction, published_version_id) references process.process_version,
  check ((state = 'published') = (published_version_id is not null))
);
-- One working copy of a process at a time: two would overwrite each other at publication.
create unique index process_draft_open on process.process_draft (jurisdiction, process) where state = 'draft';

-- A version refined in the diagram runs as the diagram says; the decision that approved it; who published it.
alter table process.process_version
  add column bpmn text,
  add column decision_number text,
  add column decision_on date,
  add column decision_file text,
  add column published_by uuid,
  add check ((decision_number is null) = (decision_on is null));

select platform.wall('process.process_draft');
-- A draft is never deleted: discarding is a state.
grant select, insert, update on process.process_draft to motcua_app;
