import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { stageImport } from '../../../modules/catalogue/commands/stage-import.ts';
import { procedureRows, saveWorkbook } from '../../../modules/catalogue/testing/a-workbook.ts';
import { aPeopleRow, savePeopleFile } from '../../../modules/identity/testing/a-people-file.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { must } from '../../../platform/testing/must.ts';
import { translate } from '../../../texts/translate.ts';
import { morning } from '../test-config.ts';
import type { Making, Thing, Told } from './things.ts';

/** A file written, read and thrown away. */
async function withFile<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-matrix-'));
  try {
    return await work(join(folder, 'tep.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const name = 'danh sách.xlsx';
const choices = { applied: 'rest', discarded: 'nothing' } as const;
const choiceOf = (state: string) =>
  state === 'applied' || state === 'discarded' ? choices[state] : undefined;

const settleList = (choice: string, done: readonly string[], not: Told): Thing['acts'][string] => ({
  by: ({ holds }) => holds('catalogue.manage'),
  in: done,
  not,
  run: ({ catalogue }, ctx, { importId }) =>
    catalogue.imports.settle(ctx, { importId: `${importId}`, choice: choice as 'rest' }),
});

const listSettled = 'catalogue.import-settled';

const listImport: Thing = {
  of: 'catalogue.imports',
  states: ['waiting', 'faulty', 'applied', 'discarded'],
  async make(state, { world, at }) {
    const rows = procedureRows(2);
    if (state === 'faulty') rows[1] = { ...rows[1], levels: '' };
    const { db, modules } = world.product;
    const { importId } = await withFile(async (path) => {
      await saveWorkbook(path, { procedures: rows });
      return must(await stageImport({ db, newId: newUuidV7 }, at('author'), { path, name }));
    });
    const choice = choiceOf(state);
    if (choice) must(await modules.catalogue.imports.settle(at('second'), { importId, choice }));
    return { importId };
  },
  no: 'catalogue.manage-forbidden',
  acts: {
    'settle (the rest)': settleList('rest', ['waiting', 'faulty'], listSettled),
    'settle (the whole)': settleList('whole', ['waiting'], {
      faulty: 'catalogue.import-wrong-places',
      applied: listSettled,
      discarded: listSettled,
    }),
    'settle (nothing)': settleList('nothing', ['waiting', 'faulty'], listSettled),
  },
};

const specialist = translate('vi', 'office.role.specialist');

const peopleSettled = {
  applied: 'identity.people-import-settled',
  discarded: 'identity.people-import-settled',
  forgotten: 'identity.people-import-settled',
  ofAnother: 'identity.people-import-unknown',
};

const settlePeople = (
  choice: string,
  done: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Thing['acts'][string] => ({
  by: ({ holds }) => holds('identity.manage'),
  in: done,
  not: { ...peopleSettled, ...more },
  run: ({ identity }, ctx, { importId }) => identity.people.commands.settlePeople(ctx, { importId, choice }),
});

/** A file of people and posts: its sender's alone. */
const peopleImport: Thing = {
  of: 'identity.people.commands',
  states: ['waiting', 'faulty', 'applied', 'discarded', 'forgotten', 'ofAnother'],
  async make(state, making) {
    const { world, at, people } = making;
    const { importId } = await staged(making, state === 'faulty' ? 'Thủ kho' : specialist);
    const choice = choiceOf(state);
    const { commands } = world.product.modules.identity.people;
    if (choice) must(await commands.settlePeople(at('administrator'), { importId, choice }));
    if (state === 'forgotten') await staged(making, specialist, new Date(morning.getTime() + 8 * 86_400_000));
    const { chair } = people;
    if (state === 'ofAnother' && chair.kind === 'officer')
      await sql`update identity.people_import set staged_by = ${chair.accountId}
        where jurisdiction = 1 and import_id = ${importId}`.execute(world.product.db);
    return { importId };
  },
  no: 'identity.not-administrator',
  acts: {
    'settlePeople (the rest)': settlePeople('rest', ['waiting', 'faulty']),
    'settlePeople (the whole)': settlePeople('whole', ['waiting'], {
      faulty: 'identity.people-import-wrong-rows',
    }),
    'settlePeople (nothing)': settlePeople('nothing', ['waiting', 'faulty']),
  },
};

function staged({ world, people }: Making, role: string, now = morning) {
  const { commands } = world.product.modules.identity.people;
  const unit = 'phuong-tan-ninh/economy';
  const rows = [aPeopleRow(1, { unit, role: specialist }), aPeopleRow(2, { unit, role })];
  return withFile(async (path) => {
    await savePeopleFile(path, rows);
    return must(await commands.stagePeople(world.as(people.administrator, now), { path, name }));
  });
}

/** Files that were read and wait for a word. */
export const importThings = { listImport, peopleImport } as const satisfies Readonly<Record<string, Thing>>;
