import enApiDocs from './en/api-docs.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enLookUp from './en/look-up.json' with { type: 'json' };
import enPortal from './en/portal.json' with { type: 'json' };
import enProcedures from './en/procedures.json' with { type: 'json' };
import enRefusalsCatalogue from './en/refusals-catalogue.json' with { type: 'json' };
import viAccount from './vi/account.json' with { type: 'json' };
import viApiDocs from './vi/api-docs.json' with { type: 'json' };
import viApply from './vi/apply.json' with { type: 'json' };
import viAudit from './vi/audit.json' with { type: 'json' };
import viAuditDeeds from './vi/audit-deeds.json' with { type: 'json' };
import viCalendars from './vi/calendars.json' with { type: 'json' };
import viCatalogueBulk from './vi/catalogue-bulk.json' with { type: 'json' };
import viCatalogueDecisions from './vi/catalogue-decisions.json' with { type: 'json' };
import viCatalogueDifference from './vi/catalogue-difference.json' with { type: 'json' };
import viCatalogueEdit from './vi/catalogue-edit.json' with { type: 'json' };
import viCatalogueImpact from './vi/catalogue-impact.json' with { type: 'json' };
import viCatalogueImport from './vi/catalogue-import.json' with { type: 'json' };
import viCatalogueLint from './vi/catalogue-lint.json' with { type: 'json' };
import viCatalogueLists from './vi/catalogue-lists.json' with { type: 'json' };
import viCatalogueOffice from './vi/catalogue-office.json' with { type: 'json' };
import viCatalogueStanding from './vi/catalogue-standing.json' with { type: 'json' };
import viClock from './vi/clock.json' with { type: 'json' };
import viCommon from './vi/common.json' with { type: 'json' };
import viConsent from './vi/consent.json' with { type: 'json' };
import viDelegation from './vi/delegation.json' with { type: 'json' };
import viDiagram from './vi/diagram.json' with { type: 'json' };
import viDossierParts from './vi/dossier-parts.json' with { type: 'json' };
import viDossiers from './vi/dossiers.json' with { type: 'json' };
import viDraft from './vi/draft.json' with { type: 'json' };
import viErrors from './vi/errors.json' with { type: 'json' };
import viForm from './vi/form.json' with { type: 'json' };
import viInbox from './vi/inbox.json' with { type: 'json' };
import viLookUp from './vi/look-up.json' with { type: 'json' };
import viMyDossiers from './vi/my-dossiers.json' with { type: 'json' };
import viNotifications from './vi/notifications.json' with { type: 'json' };
import viOffice from './vi/office.json' with { type: 'json' };
import viOfficeActs from './vi/office-acts.json' with { type: 'json' };
import viOfficeDossier from './vi/office-dossier.json' with { type: 'json' };
import viOfficeLate from './vi/office-late.json' with { type: 'json' };
import viOfficeQueue from './vi/office-queue.json' with { type: 'json' };
import viOfficeTeam from './vi/office-team.json' with { type: 'json' };
import viOfficeWalkIn from './vi/office-walk-in.json' with { type: 'json' };
import viPeople from './vi/people.json' with { type: 'json' };
import viPeopleImport from './vi/people-import.json' with { type: 'json' };
import viPermissions from './vi/permissions.json' with { type: 'json' };
import viPortal from './vi/portal.json' with { type: 'json' };
import viPrivacy from './vi/privacy.json' with { type: 'json' };
import viProcedures from './vi/procedures.json' with { type: 'json' };
import viProcess from './vi/process.json' with { type: 'json' };
import viProcessEditing from './vi/process-editing.json' with { type: 'json' };
import viProvince from './vi/province.json' with { type: 'json' };
import viPublicPost from './vi/public-post.json' with { type: 'json' };
import viRefusalsCatalogue from './vi/refusals-catalogue.json' with { type: 'json' };
import viRefusalsDocuments from './vi/refusals-documents.json' with { type: 'json' };
import viRefusalsDossiers from './vi/refusals-dossiers.json' with { type: 'json' };
import viRefusalsForms from './vi/refusals-forms.json' with { type: 'json' };
import viRefusalsHttp from './vi/refusals-http.json' with { type: 'json' };
import viRefusalsIdentity from './vi/refusals-identity.json' with { type: 'json' };
import viRefusalsPeople from './vi/refusals-people.json' with { type: 'json' };
import viRefusalsPlatform from './vi/refusals-platform.json' with { type: 'json' };
import viRefusalsProcess from './vi/refusals-process.json' with { type: 'json' };
import viRepresentation from './vi/representation.json' with { type: 'json' };
import viRetention from './vi/retention.json' with { type: 'json' };
import viSecurity from './vi/security.json' with { type: 'json' };
import viSignIn from './vi/sign-in.json' with { type: 'json' };
import viUnits from './vi/units.json' with { type: 'json' };
import viWrongList from './vi/wrong-list.json' with { type: 'json' };

/**
 * Every sentence people read, one flat JSON file per area, key to ICU message. A new area is one import and
 * one line here. Keys are unique over all files (tested).
 */
export const viAreas = {
  consent: viConsent,
  delegation: viDelegation,
  representation: viRepresentation,
  account: viAccount,
  province: viProvince,
  apiDocs: viApiDocs,
  units: viUnits,
  wrongList: viWrongList,
  audit: viAudit,
  auditDeeds: viAuditDeeds,
  catalogueBulk: viCatalogueBulk,
  catalogueDecisions: viCatalogueDecisions,
  catalogueEdit: viCatalogueEdit,
  catalogueImpact: viCatalogueImpact,
  catalogueImport: viCatalogueImport,
  catalogueLists: viCatalogueLists,
  catalogueOffice: viCatalogueOffice,
  catalogueDifference: viCatalogueDifference,
  calendars: viCalendars,
  clock: viClock,
  catalogueLint: viCatalogueLint,
  catalogueStanding: viCatalogueStanding,
  common: viCommon,
  dossierParts: viDossierParts,
  dossiers: viDossiers,
  errors: viErrors,
  notifications: viNotifications,
  lookUp: viLookUp,
  office: viOffice,
  officeLate: viOfficeLate,
  officeQueue: viOfficeQueue,
  officeActs: viOfficeActs,
  officeDossier: viOfficeDossier,
  officeTeam: viOfficeTeam,
  officeWalkIn: viOfficeWalkIn,
  permissions: viPermissions,
  portal: viPortal,
  privacy: viPrivacy,
  retention: viRetention,
  procedures: viProcedures,
  publicPost: viPublicPost,
  refusalsCatalogue: viRefusalsCatalogue,
  refusalsHttp: viRefusalsHttp,
  people: viPeople,
  peopleImport: viPeopleImport,
  refusalsPeople: viRefusalsPeople,
  refusalsPlatform: viRefusalsPlatform,
  refusalsDocuments: viRefusalsDocuments,
  refusalsDossiers: viRefusalsDossiers,
  refusalsForms: viRefusalsForms,
  process: viProcess,
  processEditing: viProcessEditing,
  diagram: viDiagram,
  refusalsProcess: viRefusalsProcess,
  refusalsIdentity: viRefusalsIdentity,
  security: viSecurity,
  signIn: viSignIn,
  form: viForm,
  draft: viDraft,
  apply: viApply,
  myDossiers: viMyDossiers,
  inbox: viInbox,
};

/** English of the public read-only pages; a key absent here is shown in Vietnamese. */
export const enAreas = {
  apiDocs: enApiDocs,
  common: enCommon,
  errors: enErrors,
  lookUp: enLookUp,
  portal: enPortal,
  procedures: enProcedures,
  refusalsCatalogue: enRefusalsCatalogue,
};

export const vi = {
  ...viConsent,
  ...viUnits,
  ...viRepresentation,
  ...viAccount,
  ...viProvince,
  ...viApiDocs,
  ...viAudit,
  ...viAuditDeeds,
  ...viCatalogueBulk,
  ...viCatalogueDecisions,
  ...viCatalogueEdit,
  ...viCatalogueImpact,
  ...viCatalogueImport,
  ...viCatalogueLists,
  ...viCatalogueOffice,
  ...viCatalogueDifference,
  ...viCalendars,
  ...viClock,
  ...viCatalogueLint,
  ...viCatalogueStanding,
  ...viCommon,
  ...viDossierParts,
  ...viDossiers,
  ...viErrors,
  ...viNotifications,
  ...viLookUp,
  ...viOffice,
  ...viOfficeLate,
  ...viOfficeQueue,
  ...viOfficeActs,
  ...viOfficeDossier,
  ...viOfficeTeam,
  ...viOfficeWalkIn,
  ...viPermissions,
  ...viPortal,
  ...viPrivacy,
  ...viRetention,
  ...viProcedures,
  ...viPublicPost,
  ...viRefusalsCatalogue,
  ...viRefusalsHttp,
  ...viPeople,
  ...viPeopleImport,
  ...viRefusalsPeople,
  ...viRefusalsPlatform,
  ...viRefusalsDocuments,
  ...viRefusalsDossiers,
  ...viRefusalsForms,
  ...viProcess,
  ...viProcessEditing,
  ...viDelegation,
  ...viDiagram,
  ...viRefusalsProcess,
  ...viRefusalsIdentity,
  ...viSecurity,
  ...viSignIn,
  ...viUnits,
  ...viWrongList,
  ...viForm,
  ...viDraft,
  ...viApply,
  ...viMyDossiers,
  ...viInbox,
};

/** A key of the Vietnamese catalogue. */
export type TextKey = keyof typeof vi;
