-- Money taken is written once; a mistake is corrected by another receipt.
revoke update, delete on payments.counter_receipt from motcua_app;
