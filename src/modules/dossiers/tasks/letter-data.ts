import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { timeLimitFor } from '../../catalogue/public.ts';
import type { LetterData } from '../../documents/public.ts';
import type { DueRule } from '../../process/public.ts';
import { catalogueChannel } from '../core/catalogue-channel.ts';
import { papersHandedIn, papersSentOnline } from '../core/printed-papers.ts';
import { representedWords } from '../core/represented-words.ts';
import { componentsOf } from '../store/components.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { partiesOf } from '../store/parties.ts';
import { partsOf } from '../store/parts.ts';
import { postalItemsOf } from '../store/postal-items.ts';
import { findRepresentation } from '../store/representations.ts';
import { standingUnit } from '../store/standing-unit.ts';
import { tasksOf } from '../store/tasks.ts';
import { partNotes, postNotes, returnWords, sentByPost } from './list-words.ts';

/** Who writes a letter, from where, and the code it is about. */
export function agencyBlock(deps: DossierDeps, dossier: DossierRow, agencyId: Id<'unit'>, today: PlainDate) {
  const { units } = deps.identity;
  const agency = units.unitOn(agencyId, today) ?? units.latest(agencyId);
  const above = agency ? units.ancestorsOn(agency.id, today) : [];
  const territory = agency && [agency, ...above].find((unit) => unit.gsoCode !== undefined);
  return {
    agency: { name: agency?.name ?? '', parent: above[0]?.name },
    place: placeName(territory?.shortName ?? territory?.name ?? agency?.name ?? ''),
    dossierCode: dossier.code,
    qrText: deps.lookUpAddress(dossier.code),
  };
}

/** What every letter of the receiving counter says. */
function commonData(deps: DossierDeps, dossier: DossierRow, on: Date) {
  const today = plainDateOf(on);
  const counterId = standingUnit(deps.identity.units, dossier.received_unit_id, today);
  const block = agencyBlock(deps, dossier, counterId, today);
  return {
    ...block,
    receivingUnit: block.agency.name,
    procedure: `${dossier.procedure_name} (${dossier.procedure_code})`,
  };
}

/** "Phường Tân Ninh" is written "Tân Ninh" before the date (NĐ 30/2020). */
function placeName(territory: string): string {
  return territory.replace(/^(Tỉnh|Thành phố|Thị xã|Huyện|Phường|Xã|Thị trấn|Đặc khu)\s+/i, '');
}

/** Data of "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (TT 03/2025, form 01). */
export async function receiptData(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
): Promise<LetterData<'receipt'>> {
  const parties = await partiesOf(deps.db, deps.seal, ctx.jurisdiction, dossier.dossier_id);
  const representation = await findRepresentation(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const owner = parties.find((party) => party.role === 'owner');
  const submitter = parties.find((party) => party.role === 'submitter');
  const version = await deps.catalogue.getVersion(
    deps.db,
    ctx.jurisdiction,
    dossier.procedure_version_id,
    plainDateOf(dossier.submitted_at),
  );
  if (!version.ok || !owner || !dossier.accepted_at)
    throw new Error(`dossier ${dossier.code} has no receipt`);
  const limit = timeLimitFor(version.value, dossier.case_key, catalogueChannel(dossier.channel));
  const post = await postalItemsOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const parts = await partsOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const listed = await componentsOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const { units } = deps.identity;
  const on = plainDateOf(dossier.accepted_at);
  const returnId = standingUnit(units, dossier.return_unit_id, on);
  const returnUnit = (units.unitOn(returnId, on) ?? units.latest(returnId))?.name ?? '';
  return {
    ...commonData(deps, dossier, dossier.accepted_at),
    issuedOn: dossier.accepted_at,
    copies: ['kept', 'given'],
    applicant: owner.name,
    address: owner.address,
    phone: owner.phone,
    email: owner.email,
    components: papersHandedIn(listed, dossier.form_version_id !== null),
    timeLimit: limit?.rule ? inWords(limit.rule) : (limit?.asPublished ?? 'chưa đối chiếu'),
    receivedAt: dossier.accepted_at,
    dueAt: dossier.promised_at,
    returnMethod: returnWords(post, returnUnit),
    notes: [...representedWords(parties, representation), ...partNotes(parts), ...postNotes(post)],
    book: { volume: String(dossier.register_year), serial: String(dossier.register_serial).padStart(4, '0') },
    submitterName: submitter?.name,
    receiverName: await receiverName(deps, ctx, dossier),
  };
}

/** Data of "Xác nhận đã nộp hồ sơ": the receipt of an online submission. */
export async function confirmationData(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
): Promise<LetterData<'submission-confirmation'>> {
  if (!dossier.answer_due_at) throw new Error(`dossier ${dossier.code} was not submitted online`);
  const parties = await partiesOf(deps.db, deps.seal, ctx.jurisdiction, dossier.dossier_id);
  const representation = await findRepresentation(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const post = await postalItemsOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const parts = await partsOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const listed = await componentsOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  return {
    ...commonData(deps, dossier, dossier.submitted_at),
    submittedAt: dossier.submitted_at,
    applicant: dossier.owner_name,
    components: papersSentOnline(listed, dossier.form_version_id !== null),
    answerBefore: dossier.answer_due_at,
    lookUpAddress: deps.lookUpAddress(dossier.code),
    notes: [
      ...representedWords(parties, representation),
      ...partNotes(parts),
      ...sentByPost(post),
      ...postNotes(post),
    ],
  };
}

async function receiverName(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
): Promise<string | undefined> {
  const tasks = await tasksOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  const personId: Id<'person'> | null | undefined = tasks.find(
    (task) => task.kind === 'intake',
  )?.closed_by_person;
  if (!personId) return undefined;
  const people = await deps.identity.describePeople(deps.db, [personId], plainDateOf(ctx.now));
  return people.get(personId)?.name;
}

const unitWords: Readonly<Record<DueRule['unit'], string>> = {
  'working-days': 'ngày làm việc',
  'working-hours': 'giờ làm việc',
  'same-day': 'trong ngày làm việc',
  'calendar-days': 'ngày',
  'calendar-weeks': 'tuần',
  'calendar-months': 'tháng',
};

/** As receipts print it: "03 ngày làm việc". */
function inWords(rule: DueRule): string {
  if (rule.unit === 'same-day') return unitWords['same-day'];
  return `${String(rule.amount).padStart(2, '0')} ${unitWords[rule.unit]}`;
}
