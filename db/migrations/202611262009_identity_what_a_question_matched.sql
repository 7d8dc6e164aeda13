-- By which of their numbers the older record was found that somebody is asked about.
alter table identity.sign_in_flow
  add column matched text check (matched in ('identityNumber', 'formerCard', 'passport'));
