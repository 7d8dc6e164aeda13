import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { searchText } from '../../../kernel/search-text.ts';
import { many } from '../../../platform/database.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { translate } from '../../../texts/translate.ts';
import { type DescribedLine, describeAnswers, evaluateForm } from '../../forms/public.ts';
import type { DataItem, DataSection, DataSubject, PersonalDataSource } from '../../privacy/public.ts';
import type { PartyView, PostalItemView } from '../contract.ts';
import { answerNotesOf } from '../store/answer-notes.ts';
import type { DossierDeps } from '../store/deps.ts';
import { type DossierRow, findDossier } from '../store/dossier-row.ts';
import { openDraftsOf } from '../store/drafts.ts';
import { ownsDossier } from '../store/own-dossiers.ts';
import { partiesOf } from '../store/parties.ts';
import { partsOf, partView } from '../store/parts.ts';
import { partyChangesOf } from '../store/party-changes.ts';
import { postalItemsOf, postalItemView } from '../store/postal-items.ts';
import { findRepresentation } from '../store/representations.ts';
import { openRepresented } from '../store/represented.ts';
import { openAnswers } from '../store/sealed-answers.ts';
import { type DossierAbout, dossiersAbout } from './dossiers-about.ts';
import { partiesNaming } from './parties-naming.ts';
import {
  changeFacts,
  noteFacts,
  partsFacts,
  partyFacts,
  postFacts,
  receiptFacts,
  representationFacts,
} from './personal-facts.ts';

/** What dossiers keep of people, for them: copies of it, and where questions about it go. */
export interface DossierPersonalData extends PersonalDataSource {
  /** Code and competent agency of a dossier of the caller's; anybody else's is not found. */
  placeOf(
    ctx: QueryContext,
    dossierId: string,
  ): Promise<Result<{ readonly code: string; readonly unitId: Id<'unit'> }>>;
  /** The latest dossiers the subject handed in or is named in, for telling them who read these. */
  about(subject: DataSubject, most: number): Promise<readonly DossierAbout[]>;
}

export function createPersonalData(deps: DossierDeps): DossierPersonalData {
  return {
    async collect(subject) {
      const given = await givenBy(deps, subject);
      const about = await aboutPerson(deps, subject, given);
      const drafts = await draftedBy(deps, subject);
      return [
        {
          key: 'dossiers',
          title: translate('vi', 'privacy.section.dossiers'),
          items: given.map(({ item }) => item),
        },
        { key: 'drafts', title: translate('vi', 'privacy.section.drafts'), items: drafts },
        { key: 'party', title: translate('vi', 'privacy.section.party'), items: about },
      ].filter(({ items }): boolean => items.length > 0) satisfies readonly DataSection[];
    },
    about: (subject, most) => dossiersAbout(deps, subject, most),
    async placeOf(ctx, dossierId) {
      const { actor } = ctx;
      const dossier = isUuid(dossierId) ? await findDossier(deps.db, ctx.jurisdiction, dossierId) : undefined;
      if (actor.kind !== 'citizen' || !dossier || !ownsDossier(actor, dossier))
        return refuse('not-found', 'dossiers.not-found');
      if (dossier.erased_at !== null) return refuse('conflict', 'dossiers.erased');
      return ok({ code: dossier.code, unitId: dossier.competent_unit_id });
    },
  };
}

interface Given {
  readonly id: string;
  readonly item: DataItem;
}

/** Every dossier handed in with one of the accounts, with its people and what was declared. */
async function givenBy(deps: DossierDeps, subject: DataSubject): Promise<readonly Given[]> {
  const rows = await many(
    deps.db,
    sql<{ id: string }>`
      select dossier_id as id from dossiers.dossier
      where jurisdiction = ${subject.jurisdiction} and submitter_account_id = any(${[...subject.accountIds]}::uuid[])
      order by submitted_at desc, dossier_id desc`,
  );
  const given: Given[] = [];
  for (const { id } of rows) {
    const dossier = await findDossier(deps.db, subject.jurisdiction, id);
    if (!dossier) continue;
    const { jurisdiction } = subject;
    if (dossier.erased_at !== null) {
      const erased = {
        label: translate('vi', 'privacy.fact.erased'),
        value: formatDateTime(dossier.erased_at),
      };
      given.push({ id, item: { title: dossier.code, facts: [...dossierFacts(dossier), erased] } });
      continue;
    }
    const parties = await partiesOf(deps.db, deps.seal, jurisdiction, id);
    const facts = [
      ...dossierFacts(dossier),
      ...parties.flatMap(partyFacts),
      ...representationFacts(await findRepresentation(deps.db, jurisdiction, id)),
      ...postFacts((await postalItemsOf(deps.db, jurisdiction, id)).map(postalItemView)),
      ...partsFacts((await partsOf(deps.db, jurisdiction, id)).map(partView)),
      ...changeFacts(await partyChangesOf(deps.db, deps.seal, jurisdiction, id)),
      ...receiptFacts(await deps.payments.receiptsOf(deps.db, jurisdiction, dossier.dossier_id)),
      ...(await declared(deps, subject, dossier, dossier.submitted_at)),
      ...noteFacts(await answerNotesOf(deps.db, deps.seal, jurisdiction, id)),
    ];
    given.push({ id, item: { title: dossier.code, facts } });
  }
  return given;
}

/** What is being filled in for oneself; a helper's draft is about whom they help. */
async function draftedBy(deps: DossierDeps, subject: DataSubject): Promise<readonly DataItem[]> {
  const items: DataItem[] = [];
  for (const draft of await openDraftsOf(deps.db, subject.jurisdiction, subject.accountIds)) {
    const represented = openRepresented(deps.seal, draft.represented);
    const { returnTo } = draft.choices.post ?? {};
    const facts = [
      { label: translate('vi', 'privacy.fact.saved'), value: formatDateTime(draft.saved_at) },
      ...partyFacts({ role: 'submitter', ...draft.contact }),
      ...(represented ? partyFacts({ role: 'owner', ...represented.owner }) : []),
      ...representationFacts(represented && { ...represented.representation, fileIds: [] }),
      ...postFacts(returnTo ? [{ direction: 'out', ...returnTo }] : []),
      ...(await declared(deps, subject, draft, draft.saved_at)),
    ];
    items.push({ title: draft.procedure_name, facts });
  }
  return items;
}

/** Dossiers somebody else handed in, or taken in at a counter, in which the person is named: their own facts, nobody else's. */
async function aboutPerson(
  deps: DossierDeps,
  subject: DataSubject,
  given: readonly Given[],
): Promise<readonly DataItem[]> {
  const shown = new Set(given.map(({ id }) => id));
  const naming = (await partiesNaming(deps, subject)).filter(({ dossierId }) => !shown.has(dossierId));
  const ids = [...new Set(naming.map(({ dossierId }) => dossierId))].sort().reverse();
  const items: DataItem[] = [];
  for (const id of ids) {
    const roles = naming.flatMap(({ dossierId, role }) => (dossierId === id ? [role] : []));
    const dossier = await findDossier(deps.db, subject.jurisdiction, id);
    if (!dossier) continue;
    const parties = await partiesOf(deps.db, deps.seal, subject.jurisdiction, id);
    const own = parties.filter(({ role }) => roles.includes(role));
    const post = (await postalItemsOf(deps.db, subject.jurisdiction, id)).map(postalItemView);
    const sent = post.filter((item) => own.some((party) => isSentTo(party, item)));
    const facts = [...dossierFacts(dossier), ...own.flatMap(partyFacts), ...postFacts(sent)];
    items.push({ title: dossier.code, facts });
  }
  return items;
}

/** Whether the post brings it to this person: by their telephone, else their name. */
function isSentTo({ phone, name }: PartyView, item: PostalItemView): boolean {
  if (phone !== undefined && item.phone === phone) return true;
  return item.recipient !== undefined && searchText(item.recipient) === searchText(name);
}

function dossierFacts(dossier: DossierRow): DataItem['facts'] {
  return [
    { label: translate('vi', 'privacy.fact.procedure'), value: dossier.procedure_name },
    { label: translate('vi', 'privacy.fact.submitted'), value: formatDateTime(dossier.submitted_at) },
  ];
}

/** What was declared, in the words of the form it was declared on. */
async function declared(
  deps: DossierDeps,
  subject: DataSubject,
  filledIn: Pick<DossierRow, 'form_version_id' | 'answers' | 'case_key' | 'case_answers'>,
  at: Date,
): Promise<DataItem['facts']> {
  const { form_version_id: formId } = filledIn;
  if (formId === null) return [];
  const form = await deps.forms.getFormVersion(deps.db, subject.jurisdiction, formId);
  if (!form.ok) throw new Error(`answers are pinned to the missing form ${formId}`);
  const { definition } = form.value;
  const { addressBook } = deps.forms;
  const answers = openAnswers(deps.seal, definition, filledIn.answers);
  const evaluation = evaluateForm(definition, answers, {
    today: plainDateOf(at),
    caseKey: filledIn.case_key,
    caseAnswers: filledIn.case_answers,
    addressBook,
  });
  const words = { yes: translate('vi', 'form.yes'), no: translate('vi', 'form.no') };
  const pages = describeAnswers(definition, evaluation, words, addressBook);
  return pages.flatMap(({ lines }) => lines.flatMap((line) => factsOf(line)));
}

function factsOf({ label, text, rows }: DescribedLine, within = ''): DataItem['facts'] {
  const own = text === '' ? [] : [{ label: within + label, value: text }];
  const below = (rows ?? []).flatMap((row) => row.lines.flatMap((line) => factsOf(line, `${row.label}: `)));
  return [...own, ...below];
}
