-- Staff of the public post who take in at a counter, and the helpers of a commune's digital team.
alter table identity.post drop constraint post_role_check;
alter table identity.post add constraint post_role_check check (role in (
  'oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk', 'procedureControl', 'administrator',
  'postOfficeOfficer', 'helper'));
