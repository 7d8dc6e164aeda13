import { sql } from 'kysely';
import type { QueryContext } from '../../../kernel/context.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { many } from '../../../platform/database.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { translate } from '../../../texts/translate.ts';
import { type DescribedLine, describeAnswers, evaluateForm } from '../../forms/public.ts';
import type { DataItem, DataSection, DataSubject, PersonalDataSource } from '../../privacy/public.ts';
import type { PartyView } from '../contract.ts';
import { type DossierDeps, identitySeal } from '../store/deps.ts';
import { type DossierRow, findDossier } from '../store/dossier-row.ts';
import { ownsDossier } from '../store/own-dossiers.ts';
import { partiesOf } from '../store/parties.ts';
import { openAnswers } from '../store/sealed-answers.ts';

/** What dossiers keep of people, for them: copies of it, and where questions about it go. */
export interface DossierPersonalData extends PersonalDataSource {
  /** Code and competent agency of a dossier of the caller's; anybody else's is not found. */
  placeOf(
    ctx: QueryContext,
    dossierId: string,
  ): Promise<Result<{ readonly code: string; readonly unitId: Id<'unit'> }>>;
}

export function createPersonalData(deps: DossierDeps): DossierPersonalData {
  return {
    async collect(subject) {
      const given = await givenBy(deps, subject);
      const about = await aboutPerson(deps, subject, given);
      return [
        {
          key: 'dossiers',
          title: translate('vi', 'privacy.section.dossiers'),
          items: given.map(({ item }) => item),
        },
        { key: 'party', title: translate('vi', 'privacy.section.party'), items: about },
      ].filter(({ items }): boolean => items.length > 0) satisfies readonly DataSection[];
    },
    async placeOf(ctx, dossierId) {
      const { actor } = ctx;
      const dossier = isUuid(dossierId) ? await findDossier(deps.db, ctx.jurisdiction, dossierId) : undefined;
      if (actor.kind !== 'citizen' || !dossier || !ownsDossier(actor, dossier))
        return refuse('not-found', 'dossiers.not-found');
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
    const parties = await partiesOf(deps.db, deps.seal, subject.jurisdiction, id);
    const facts = [...dossierFacts(dossier), ...parties.flatMap(partyFacts)];
    given.push({
      id,
      item: { title: dossier.code, facts: [...facts, ...(await declared(deps, subject, dossier))] },
    });
  }
  return given;
}

/** Dossiers somebody else handed in, or taken in at a counter, in which the person is named: their own facts, nobody else's. */
async function aboutPerson(
  deps: DossierDeps,
  subject: DataSubject,
  given: readonly Given[],
): Promise<readonly DataItem[]> {
  const number = subject.identityNumber;
  const indexes = number === undefined ? [] : deps.seal.blindIndexes(number, identitySeal);
  const rows = await many(
    deps.db,
    sql<{ id: string; roles: readonly string[] }>`
      select p.dossier_id as id, array_agg(p.role order by p.role) as roles from dossiers.party p
      where p.jurisdiction = ${subject.jurisdiction}
        and (p.person_id = ${subject.personId} or p.identity_index = any(${[...indexes]}::text[]))
        and p.dossier_id <> all(${given.map(({ id }) => id)}::uuid[])
      group by p.dossier_id order by p.dossier_id desc`,
  );
  const items: DataItem[] = [];
  for (const { id, roles } of rows) {
    const dossier = await findDossier(deps.db, subject.jurisdiction, id);
    if (!dossier) continue;
    const parties = await partiesOf(deps.db, deps.seal, subject.jurisdiction, id);
    const own = parties.filter(({ role }) => roles.includes(role));
    items.push({ title: dossier.code, facts: [...dossierFacts(dossier), ...own.flatMap(partyFacts)] });
  }
  return items;
}

function dossierFacts(dossier: DossierRow): DataItem['facts'] {
  return [
    { label: translate('vi', 'privacy.fact.procedure'), value: dossier.procedure_name },
    { label: translate('vi', 'privacy.fact.submitted'), value: formatDateTime(dossier.submitted_at) },
  ];
}

function partyFacts(party: PartyView): DataItem['facts'] {
  const role = translate('vi', `office.party.${party.role}`);
  const facts = [
    ['privacy.fact.name', party.name],
    ['privacy.fact.identity-number', party.identityNumber],
    ['privacy.fact.birth-date', party.birthDate],
    ['privacy.fact.phone', party.phone],
    ['privacy.fact.email', party.email],
    ['privacy.fact.address', party.address],
  ] as const;
  return facts.flatMap(([label, value]) =>
    value === undefined ? [] : [{ label: `${role}: ${translate('vi', label)}`, value }],
  );
}

/** What was declared, in the words of the form it was declared on. */
async function declared(
  deps: DossierDeps,
  subject: DataSubject,
  dossier: DossierRow,
): Promise<DataItem['facts']> {
  if (dossier.form_version_id === null) return [];
  const form = await deps.forms.getFormVersion(deps.db, subject.jurisdiction, dossier.form_version_id);
  if (!form.ok) throw new Error(`dossier ${dossier.dossier_id} is pinned to a missing form`);
  const { definition } = form.value;
  const { addressBook } = deps.forms;
  const answers = openAnswers(deps.seal, definition, dossier.answers);
  const evaluation = evaluateForm(definition, answers, {
    today: plainDateOf(dossier.submitted_at),
    caseKey: dossier.case_key,
    caseAnswers: dossier.case_answers,
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
