-- Keys of the steps whose performer may not do this one (who appraised does not sign): what the process said as it opened.
alter table dossiers.task add column not_by text[] not null default '{}';
