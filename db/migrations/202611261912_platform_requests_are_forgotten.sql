-- The first outcome of a request is kept for whoever sends it again, not for ever. Rows come in the order of time.
create index request_log_by_age on platform.request_log using brin (recorded_at);
grant delete on platform.request_log to motcua_app;
