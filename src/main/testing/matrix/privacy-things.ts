import { sql } from 'kysely';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import { aBirthDraft } from '../birth-draft.ts';
import { aCertainRule, privacyUnder } from '../certain-retention.ts';
import { birthPapers } from '../dossier-samples.ts';
import { later } from '../ended-dossiers.ts';
import type { Asked, Made, Making, Thing } from './things.ts';

const reason = 'Bản án đã có hiệu lực';
const ward = 'phuong-tan-ninh';
const due = later(6);
const keeps = ({ holds }: Asked) => holds('privacy.keep', ward);
/** Whoever keeps records elsewhere may ask, and there is nothing of theirs. */
const keepsSomewhere = ({ holdsSomewhere }: Asked) => holdsSomewhere('privacy.keep');

/** A birth that ended long enough ago, and privacy under a rule that lets it go. */
async function anEnded({ world, test, people, at }: Making) {
  const { owner } = people;
  if (owner.kind !== 'citizen') throw new Error('the owner is a citizen');
  const { commands } = world.product.modules.dossiers;
  const draftId = await aBirthDraft(world, test, owner);
  const { dossierId, code } = must(
    await commands.submitDraft(world.as(owner), { draftId, expectedVersion: 3 }),
  );
  const counter = world.as(await world.officer('tiepnhan.tanninh'));
  must(await commands.acceptDossier(counter, { dossierId, expectedVersion: 1, components: birthPapers }));
  const end = '2026-11-24T08:00:00+07:00';
  await sql`update dossiers.dossier set phase = 'returned', completed_at = ${end}, returned_at = ${end}
    where jurisdiction = 1 and dossier_id = ${dossierId}`.execute(world.product.db);
  await sql`update dossiers.task set closed_at = ${end}, outcome = 'forward'
    where jurisdiction = 1 and dossier_id = ${dossierId}`.execute(world.product.db);
  const under = (now: Date) => privacyUnder(world.product, [aCertainRule({ years: 5 })], () => now);
  for (const night of [later(6, -91), due]) await (await under(night)).tasks['privacy.find-due']?.({});
  return { code, keeping: await under(due), as: at };
}

const decision = { decisionNumber: '05/QĐ-UBND', decidedOn: '2032-11-20' };
const erasureTold = {
  due: 'privacy.erasure-not-found',
  dropped: 'privacy.erasure-settled',
  confirmed: 'privacy.erasure-settled',
  done: 'privacy.erasure-settled',
};
/** Whoever keeps records elsewhere hears that there is none. */
const notKept = (what: 'erasure' | 'hold') => (asked: Asked) =>
  keepsSomewhere(asked) ? `privacy.${what}-not-found` : 'privacy.not-allowed';
const listed = ({ erasureId }: Made) => ({ erasureId });

const erasure: Thing = {
  of: 'privacy.retention',
  states: ['due', 'fixed', 'dropped', 'confirmed', 'done'],
  now: due,
  async make(state, making) {
    const { keeping, as } = await anEnded(making);
    const { retention, tasks } = keeping;
    if (state === 'due') return { erasureId: newUuidV7() };
    const { erasureId } = must(await retention.fixErasure(as('clerk'), {}));
    if (state === 'dropped') must(await retention.dropErasure(as('administrator'), { erasureId }));
    if (state === 'confirmed' || state === 'done')
      must(await retention.confirmErasure(as('administrator'), { erasureId, ...decision }));
    if (state === 'done') await tasks['privacy.erase-list']?.({ jurisdiction: 1, erasureId });
    return { erasureId };
  },
  no: 'privacy.not-allowed',
  acts: {
    fixErasure: {
      by: keepsSomewhere,
      in: ({ who, state }) => who !== 'otherClerk' && (state === 'due' || state === 'dropped'),
      not: 'privacy.nothing-due',
      run: ({ privacy }, ctx) => privacy.retention.fixErasure(ctx, {}),
    },
    // Two people: whoever fixed the list does not confirm it.
    confirmErasure: {
      by: (asked) => keeps(asked) && !(asked.who === 'clerk' && asked.state === 'fixed'),
      in: ['fixed'],
      not: erasureTold,
      no: (asked) => (asked.who === 'clerk' ? 'privacy.erasure-other-person' : notKept('erasure')(asked)),
      run: ({ privacy }, ctx, made) =>
        privacy.retention.confirmErasure(ctx, { ...listed(made), ...decision }),
    },
    dropErasure: {
      by: keeps,
      in: ['fixed'],
      not: erasureTold,
      no: notKept('erasure'),
      run: ({ privacy }, ctx, made) => privacy.retention.dropErasure(ctx, listed(made)),
    },
  },
};

const held = { ground: 'court', reason: 'Tòa án đang giải quyết', decisionNumber: '12/TB-TA' };

const hold: Thing = {
  of: 'privacy.retention',
  states: ['put', 'lifted'],
  now: due,
  async make(state, making) {
    const { code, keeping, as } = await anEnded(making);
    const { holdId } = must(await keeping.retention.putHold(as('clerk'), { code, ...held }));
    if (state === 'lifted') must(await keeping.retention.liftHold(as('administrator'), { holdId, reason }));
    return { code, holdId };
  },
  no: 'privacy.not-allowed',
  acts: {
    // A second ground is written down beside the first.
    putHold: {
      by: keepsSomewhere,
      in: ({ who }) => who !== 'otherClerk',
      not: 'privacy.dossier-not-found',
      run: ({ privacy }, ctx, { code }) => privacy.retention.putHold(ctx, { code, ...held }),
    },
    // What is due and held is on no list.
    fixErasure: {
      by: keepsSomewhere,
      in: ({ who, state }) => who !== 'otherClerk' && state === 'lifted',
      not: 'privacy.nothing-due',
      run: ({ privacy }, ctx) => privacy.retention.fixErasure(ctx, {}),
    },
    liftHold: {
      by: keeps,
      in: ['put'],
      not: 'privacy.hold-lifted',
      no: notKept('hold'),
      run: ({ privacy }, ctx, { holdId }) => privacy.retention.liftHold(ctx, { holdId, reason }),
    },
  },
};

const notTheirExport = ({ who }: Asked) =>
  who === 'otherCitizen' ? 'privacy.export-not-found' : 'privacy.sign-in-first';
const copy = ({ exportId }: Made) => exportId;

const dataExport: Thing = {
  of: 'privacy.commands',
  states: ['asked', 'made', 'halfTaken', 'taken', 'over'],
  async make(state, { world, at }) {
    const { commands } = world.product.modules.privacy;
    const { exportId } = must(await commands.askExport(at('owner')));
    if (state !== 'asked') await world.product.tasks['privacy.make-export']?.({ jurisdiction: 1, exportId });
    if (state === 'halfTaken' || state === 'taken')
      must(await commands.takeExport(at('owner'), { exportId, form: 'json' }));
    if (state === 'taken') must(await commands.takeExport(at('owner'), { exportId, form: 'page' }));
    if (state === 'over')
      await sql`update privacy.data_export set expires_at = '2026-11-22' where export_id = ${exportId}`.execute(
        world.product.db,
      );
    return { exportId };
  },
  no: notTheirExport,
  acts: {
    // One at a time, each their own.
    askExport: {
      by: ({ who }) => who === 'owner' || who === 'otherCitizen',
      in: ({ who, state }) => who === 'otherCitizen' || state === 'taken' || state === 'over',
      not: 'privacy.export-open',
      run: ({ privacy }, ctx) => privacy.commands.askExport(ctx),
    },
    'takeExport (json)': {
      by: ({ who }) => who === 'owner',
      in: ['made'],
      not: {
        asked: 'privacy.export-not-made',
        halfTaken: 'privacy.export-taken',
        taken: 'privacy.export-taken',
        over: 'privacy.export-over',
      },
      run: ({ privacy }, ctx, made) =>
        privacy.commands.takeExport(ctx, { exportId: copy(made), form: 'json' }),
    },
    'takeExport (page)': {
      by: ({ who }) => who === 'owner',
      in: ['made', 'halfTaken'],
      not: {
        asked: 'privacy.export-not-made',
        taken: 'privacy.export-taken',
        over: 'privacy.export-over',
      },
      run: ({ privacy }, ctx, made) =>
        privacy.commands.takeExport(ctx, { exportId: copy(made), form: 'page' }),
    },
  },
};

/** What is kept for a time, held back and erased, and copies people ask of their data. */
export const privacyThings = { erasure, hold, dataExport } as const satisfies Readonly<Record<string, Thing>>;
