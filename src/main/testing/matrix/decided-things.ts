import { sql } from 'kysely';
import type { OfficerActor } from '../../../kernel/actor.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { must } from '../../../platform/testing/must.ts';
import { anUploadedFile } from '../birth-draft.ts';
import { aReorganisation } from '../reorganise.ts';
import { morning } from '../test-config.ts';
import type { Made, Making, Thing, Who } from './things.ts';

const reason = 'Nghị quyết hoãn thi hành';
const today = '2026-11-23';
const laterDay = '2026-12-01';

const officer = ({ people }: Making, who: Who): OfficerActor => {
  const actor = people[who];
  if (actor.kind !== 'officer') throw new Error(`${who} is no officer`);
  return actor;
};

/** Its day comes by itself. */
const onceBegun = (state: string) => (state === 'begun' ? new Date('2026-12-02T09:00:00+07:00') : undefined);

const said = {
  kind: 'post',
  number: '4999/QĐ-UBND',
  decidedOn: '2026-11-20',
  agency: 'Chủ tịch UBND tỉnh',
};

const seen = ({ decisionId, version }: Made) => ({ decisionId, version });

const untilCarriedOut = (run: Thing['acts'][string]['run']): Thing['acts'][string] => ({
  by: ({ holds }) => holds('catalogue.publish'),
  in: ['unapproved', 'recorded', 'takenBack'],
  not: 'catalogue.decision-carried-out',
  run,
});

/** A line whose text nobody has found right yet. */
async function aDraftedLine({ world, at }: Making) {
  const { commands, queries } = world.product.modules.catalogue;
  const [current] = must(await queries.listVersions(at('author'), '1.001193'));
  const from = { from: 'version', versionId: current?.versionId };
  const { draftId } = must(await commands.createDraft(at('author'), from));
  return { code: '1.001193', change: 'amended', draftId };
}

const decision: Thing = {
  of: 'catalogue.commands',
  askedAt: onceBegun,
  states: ['unapproved', 'recorded', 'published', 'inForce', 'begun', 'takenBack'],
  async make(state, making) {
    const { world, test, at } = making;
    const { commands, queries } = world.product.modules.catalogue;
    const lines = state === 'unapproved' ? [await aDraftedLine(making)] : [];
    const recorded = must(await commands.recordDecision(at('author'), { ...said, lines }));
    const { decisionId } = recorded;
    const facts = { list: 'post', intake: true, return: true };
    const lists = [{ change: 'add', code: '1.001193', facts }];
    let { version } = must(await commands.changeDecisionLists(at('author'), { ...recorded, lists }));
    const from = state === 'inForce' ? today : laterDay;
    const effectOn = async () => must(await queries.effectOf(at('author'), { decisionId, from })).effect;
    let effect = await effectOn();
    if (state !== 'recorded' && state !== 'unapproved') {
      must(await commands.publishDecision(at('author'), { decisionId, version, from, effect }));
      version += 1;
    }
    if (state === 'takenBack') {
      ({ version } = must(await commands.undoDecision(at('second'), { decisionId, version, reason })));
      effect = await effectOn();
    }
    const files: Record<string, string> = {};
    for (const who of ['author', 'second'] as const) {
      const writer = officer(making, who);
      files[writer.accountId] = await anUploadedFile(test, writer);
    }
    return { decisionId, version, effect, ...files };
  },
  no: 'catalogue.not-allowed',
  acts: {
    changeDecision: untilCarriedOut(({ catalogue }, ctx, made) =>
      catalogue.commands.changeDecision(ctx, { ...seen(made), ...said, title: 'Danh mục đã sửa' }),
    ),
    changeDecisionLines: untilCarriedOut(({ catalogue }, ctx, made) =>
      catalogue.commands.changeDecisionLines(ctx, { ...seen(made), lines: [] }),
    ),
    changeDecisionLists: untilCarriedOut(({ catalogue }, ctx, made) =>
      catalogue.commands.changeDecisionLists(ctx, { ...seen(made), lists: [] }),
    ),
    abolishProcedure: untilCarriedOut(({ catalogue }, ctx, made) =>
      catalogue.commands.abolishProcedure(ctx, { ...seen(made), code: '1.001193' }),
    ),
    attachDecisionFile: untilCarriedOut(({ catalogue }, ctx, made) => {
      const fileId = 'accountId' in ctx.actor ? made[ctx.actor.accountId] : undefined;
      return catalogue.commands.attachDecisionFile(ctx, { ...seen(made), fileId });
    }),
    publishDecision: {
      by: ({ holds }) => holds('catalogue.publish'),
      in: ['recorded', 'takenBack'],
      not: {
        unapproved: 'catalogue.decision-impossible',
        published: 'catalogue.decision-carried-out',
        inForce: 'catalogue.decision-carried-out',
        begun: 'catalogue.from-in-the-past',
      },
      run: ({ catalogue }, ctx, { effect, ...made }) =>
        catalogue.commands.publishDecision(ctx, { ...seen(made), from: laterDay, effect }),
    },
    // When it was made known is written down afterwards too.
    recordPublicity: {
      by: ({ holds }) => holds('catalogue.publish'),
      in: ['unapproved', 'recorded', 'published', 'inForce', 'begun', 'takenBack'],
      run: ({ catalogue }, ctx, made) =>
        catalogue.commands.recordPublicity(ctx, { ...seen(made), postedOn: '2026-11-22' }),
    },
    undoDecision: {
      by: ({ holds }) => holds('catalogue.publish'),
      in: ['published'],
      not: {
        unapproved: 'catalogue.decision-not-carried-out',
        recorded: 'catalogue.decision-not-carried-out',
        inForce: 'catalogue.decision-in-force',
        begun: 'catalogue.decision-in-force',
        takenBack: 'catalogue.decision-not-carried-out',
      },
      run: ({ catalogue }, ctx, made) => catalogue.commands.undoDecision(ctx, { ...seen(made), reason }),
    },
  },
};

const whileDraft = (
  run: Thing['acts'][string]['run'],
  states: readonly string[] = ['empty', 'prepared', 'undone'],
): Thing['acts'][string] => ({
  by: ({ holds }) => holds('identity.manage'),
  in: states,
  not: {
    empty: 'identity.reorganisation-faulty',
    carriedOut: 'identity.reorganisation-carried-out',
    begun: 'identity.reorganisation-carried-out',
    discarded: 'identity.reorganisation-unknown',
  },
  run,
});

const planned = ({ reorganisationId, expectedVersion }: Made) => ({ reorganisationId, expectedVersion });

const reorganisation: Thing = {
  of: 'identity.reorganisation',
  askedAt: onceBegun,
  states: ['empty', 'prepared', 'carriedOut', 'begun', 'undone', 'discarded'],
  refresh: ({ identity }) => identity.refreshUnits(),
  async make(state, { world, at }) {
    const { identity } = world.product.modules;
    const plan = aReorganisation(identity, () => at('administrator'));
    await plan.begin(laterDay);
    const ward = identity.units.byKey('phuong-tan-ninh');
    if (!ward) throw new Error('no ward');
    const names = { name: 'Ủy ban nhân dân phường Thử', shortName: 'Phường Thử', gsoCode: '99993' };
    if (state !== 'empty') await plan.addLike(ward.id, names, '2026-11-30');
    const correcting = { wardId: ward.id, wardFrom: ward.validFrom };
    const draft = { ...(await plan.draft()), ...correcting };
    if (state === 'discarded')
      must(await identity.reorganisation.discard(at('administrator'), planned(draft)));
    if (state === 'empty' || state === 'prepared' || state === 'discarded') return draft;
    must(await plan.carryOut());
    if (state === 'undone') must(await plan.undo());
    return { ...(await plan.draft()), ...correcting };
  },
  no: 'identity.units-not-allowed',
  acts: {
    saveHead: whileDraft(({ identity }, ctx, made) =>
      identity.reorganisation.saveHead(ctx, { ...planned(made), title: 'Tên khác', effectiveOn: laterDay }),
    ),
    edit: whileDraft(({ identity }, ctx, made) =>
      identity.reorganisation.edit(ctx, {
        ...planned(made),
        change: { edit: 'leave', unitId: identity.units.byKey('xa-tan-bien')?.id },
      }),
    ),
    discard: whileDraft(({ identity }, ctx, made) => identity.reorganisation.discard(ctx, planned(made))),
    carryOut: whileDraft(
      ({ identity }, ctx, made) => identity.reorganisation.carryOut(ctx, planned(made)),
      ['prepared', 'undone'],
    ),
    // A slip in a name is put right beside whatever is being prepared.
    correctUnit: whileDraft(
      ({ identity }, ctx, { wardId, wardFrom }) =>
        identity.reorganisation.correctUnit(ctx, {
          unitId: wardId,
          validFrom: wardFrom,
          facts: { name: 'Ủy ban nhân dân phường Tân Ninh' },
          reason,
        }),
      ['empty', 'prepared', 'carriedOut', 'begun', 'undone', 'discarded'],
    ),
    undo: {
      by: ({ holds }) => holds('identity.manage'),
      in: ['carriedOut'],
      not: {
        empty: 'identity.reorganisation-not-carried-out',
        prepared: 'identity.reorganisation-not-carried-out',
        begun: 'identity.reorganisation-begun',
        undone: 'identity.reorganisation-not-carried-out',
        discarded: 'identity.reorganisation-unknown',
      },
      run: ({ identity }, ctx, made) => identity.reorganisation.undo(ctx, { ...planned(made), reason }),
    },
  },
};

const published = { validFrom: '2027-01-01', decision: { number: '12/QĐ-UBND', on: '2026-11-20' } };

const settled = { discarded: 'process.draft-discarded', published: 'process.draft-published' };

const text = ({ draftId, expectedVersion }: Made) => ({ draftId, expectedVersion });

const processDraft: Thing = {
  of: 'process.editing',
  states: ['draft', 'discarded', 'published', 'overtaken'],
  async make(state, { world, at }) {
    const { editing, getProcessInForce } = world.product.modules.process;
    const running = must(await getProcessInForce(world.product.db, '1.001193', plainDateOf(morning)));
    const from = { from: 'version', versionId: running.id };
    const { draftId } = must(await editing.createDraft(at('author'), from));
    const made = { draftId, expectedVersion: 1 };
    const xml = must(await editing.drawDraft(at('author'), draftId));
    if (state === 'discarded') must(await editing.discardDraft(at('author'), made));
    if (state === 'published') must(await editing.publishDraft(at('second'), { ...made, ...published }));
    // Another text of it was loaded since.
    if (state === 'overtaken')
      await sql`update process.process_draft set base_version_id = null where draft_id = ${draftId}`.execute(
        world.product.db,
      );
    return { ...made, xml };
  },
  no: 'process.not-allowed',
  acts: {
    saveDraft: {
      by: ({ holds }) => holds('process.edit'),
      in: ['draft', 'overtaken'],
      not: settled,
      run: ({ process }, ctx, made) =>
        process.editing.saveDraft(ctx, {
          ...text(made),
          content: { name: 'Quy trình đổi tên', procedures: [], rows: [] },
        }),
    },
    discardDraft: {
      by: ({ holds }) => holds('process.edit'),
      in: ['draft', 'overtaken'],
      not: settled,
      run: ({ process }, ctx, made) => process.editing.discardDraft(ctx, text(made)),
    },
    saveDiagram: {
      by: ({ holds }) => holds('process.edit'),
      in: ['draft', 'overtaken'],
      not: settled,
      run: ({ process }, ctx, made) => process.editing.saveDiagram(ctx, made),
    },
    dropDiagram: {
      by: ({ holds }) => holds('process.edit'),
      in: ['draft', 'overtaken'],
      not: settled,
      run: ({ process }, ctx, made) => process.editing.dropDiagram(ctx, text(made)),
    },
    publishDraft: {
      by: ({ holds }) => holds('process.publish'),
      in: ['draft'],
      not: { ...settled, overtaken: 'process.newer-version' },
      run: ({ process }, ctx, made) => process.editing.publishDraft(ctx, { ...text(made), ...published }),
    },
  },
};

/** What is decided first and holds from a day on. */
export const decidedThings = { decision, reorganisation, processDraft } as const satisfies Readonly<
  Record<string, Thing>
>;
