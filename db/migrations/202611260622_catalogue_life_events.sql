-- By which occasion people look for procedures. Not part of a version: the same law is found under new headings.
create table catalogue.life_event (
  jurisdiction smallint not null,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position smallint not null,
  name text not null,
  name_en text not null,
  primary key (jurisdiction, key)
);

create table catalogue.life_event_procedure (
  jurisdiction smallint not null,
  event_key text not null,
  code text not null,
  primary key (jurisdiction, event_key, code),
  foreign key (jurisdiction, event_key) references catalogue.life_event on delete cascade,
  foreign key (jurisdiction, code) references catalogue.procedure
);

select platform.wall('catalogue.life_event');
select platform.wall('catalogue.life_event_procedure');
grant select, insert, update, delete on catalogue.life_event, catalogue.life_event_procedure to motcua_app;
