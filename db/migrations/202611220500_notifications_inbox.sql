create schema notifications;

-- What the portal's inbox tells an account. Texts are made when shown, from the key and facts: no personal data here.
create table notifications.message (
  jurisdiction smallint not null,
  message_id uuid not null,
  account_id uuid not null,
  dossier_id uuid not null,
  event_id uuid not null,
  text_key text not null,
  facts jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (jurisdiction, message_id)
);
-- A listener that runs twice for an event tells once.
create unique index message_once on notifications.message (jurisdiction, account_id, event_id);
create index message_inbox on notifications.message (jurisdiction, account_id, created_at desc, message_id desc);
create index message_unread on notifications.message (jurisdiction, account_id) where read_at is null;

select platform.wall('notifications.message');
select platform.grant_app('notifications');
