-- Papers besides the identity number by which the national provider names somebody: the old card of nine digits, a passport. Two
-- states may give one number: it finds a record, it does not prove one.
create table identity.person_paper (
  jurisdiction smallint not null,
  paper_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('formerCard', 'passport')),
  number_sealed text not null,
  number_index text not null,
  noted_at timestamptz not null,
  primary key (jurisdiction, paper_id),
  unique (jurisdiction, person_id, kind, number_index),
  foreign key (jurisdiction, person_id) references identity.person (jurisdiction, id)
);
create index person_paper_by_number on identity.person_paper (jurisdiction, number_index);

select platform.wall('identity.person_paper');
select platform.grant_app('identity');
