-- Who had which power, when and from whom is proof: it ends, it is not erased.
revoke delete on identity.permission_grant, identity.delegation, identity.person_merge, identity.helper_consent,
  identity.factor_reset from motcua_app;
