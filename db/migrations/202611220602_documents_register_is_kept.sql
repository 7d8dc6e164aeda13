-- What has left an agency with a number stays in its register, and the numbers stay given.
revoke update, delete on documents.result from motcua_app;
revoke delete on documents.number_counter from motcua_app;
