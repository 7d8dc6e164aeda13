import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitizenActor, OfficerActor } from '../kernel/actor.ts';
import { many } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { compose, type Product } from './compose.ts';
import { systemContext } from './system-context.ts';
import { aBirthDraft, birthAnswers } from './testing/birth-draft.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { aTestConfig, testSealKeys } from './testing/test-config.ts';

const oldKey = ['test', Buffer.alloc(32, 7)] as const;
const newKey = ['new', Buffer.alloc(32, 17)] as const;
const newIndexKey = Buffer.alloc(32, 18);

/** Both keys known, the new one in use: how every process runs while the keys change. */
const changing = {
  keys: new Map([newKey, oldKey]),
  currentKeyId: 'new',
  blindKey: newIndexKey,
  oldBlindKeys: [testSealKeys.blindKey],
};
/** Before: the old one still in use, the new one known already. */
const knowing = {
  keys: new Map([oldKey, newKey]),
  currentKeyId: 'test',
  blindKey: testSealKeys.blindKey,
  oldBlindKeys: [newIndexKey],
};
/** The old keys gone. */
const changed = { keys: new Map([newKey]), currentKeyId: 'new', blindKey: newIndexKey, oldBlindKeys: [] };

const numbers = ['072195999001', '072195999002', '072195999003', '072195999004'];

describe('changing the keys', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const opened: Product[] = [];
  let citizens: readonly CitizenActor[];
  let drafts: readonly string[];
  let counter: OfficerActor;
  let administrator: OfficerActor;

  async function productWith(sealKeys: Product['config']['sealKeys']): Promise<Product> {
    const product = await compose({ ...aTestConfig(test.url, world.product.config.dataFolder), sealKeys });
    opened.push(product);
    return product;
  }

  beforeAll(async () => {
    citizens = await Promise.all(
      numbers.map((number, index) => world.citizen('Phan Thị Mỹ Duyên', number, `053000005${index}`)),
    );
    counter = await world.officer('tiepnhan.tanninh');
    administrator = await world.officer('quantri');
    drafts = await Promise.all(citizens.map((citizen) => aBirthDraft(world, test, citizen)));
  }, 60_000);
  afterAll(() => Promise.all(opened.map((product) => product.close())));

  const submit = async ({ modules }: Product, index: number, expectedVersion = 3) => {
    const citizen = citizens[index];
    if (!citizen) throw new Error('no such citizen');
    const input = { draftId: drafts[index], expectedVersion };
    return must(await modules.dossiers.commands.submitDraft(world.as(citizen), input));
  };

  it('goes on while people write, begins anew where it was stopped, and then needs no old key', async () => {
    const early = await submit(world.product, 0);
    const yet = await productWith(knowing);
    const between = await productWith(changing);
    const rotate = (told?: () => void) =>
      between.modules.privacy.commands.rotateKeys(systemContext(between, 'keys.rotate'), told);

    let batches = 0;
    const stopped = rotate(() => {
      batches += 1;
      if (batches === 2) throw new Error('the machine went down');
    });
    await expect(stopped).rejects.toThrow('went down');
    expect(await keyIds()).toEqual(['new', 'test']);

    // While it runs: drafts saved and handed in through processes that write under either key.
    const saved = { draftId: drafts[2], expectedVersion: 3, answers: birthAnswers };
    const [, duringOld, duringNew] = await Promise.all([
      rotate(),
      submit(yet, 1),
      (async () => {
        must(await between.modules.dossiers.commands.saveDraft(world.as(citizens[2] ?? never()), saved));
        return submit(between, 2, 4);
      })(),
    ]);
    const tables = must(await rotate());
    expect(tables.every(({ left }) => left === 0)).toBe(true);
    expect(must(await rotate()).filter(({ changed }) => changed > 0)).toEqual([]);
    expect(await keyIds()).toEqual(['new']);

    const after = await productWith(changed);
    for (const [index, { dossierId, code }] of [early, duringOld, duringNew].entries()) {
      const view = must(await after.modules.dossiers.queries.getOfficeDossier(world.as(counter), dossierId));
      expect(view.parties[0]?.identityNumber).toBe(numbers[index]);
      expect(view.answers).toMatchObject({ motherIdentityNumber: '072195999001' });
      for (const secondFact of [numbers[index], `053000005${index}`]) {
        const looked = await after.modules.dossiers.queries.lookUp(world.as({ kind: 'anonymous' }), {
          code,
          secondFact,
        });
        expect(looked.ok).toBe(true);
      }
    }
    const draft = must(
      await after.modules.dossiers.queries.getDraft(world.as(citizens[3] ?? never()), drafts[3] ?? ''),
    );
    expect(draft.answers).toMatchObject({ requesterIdentityNumber: '072195999001' });
    expect(await after.modules.identity.demoCode('vanthu.tanninh', world.as(counter).now)).toBeDefined();
  }, 60_000);

  it('says what stays behind: a text sealed under a key that nobody has', async () => {
    const lost = `v1.lost.${'A'.repeat(16)}.${'B'.repeat(40)}`;
    await sql`update dossiers.party set identity_sealed = ${lost} where role = 'owner'
      and dossier_id = (select min(dossier_id::text)::uuid from dossiers.dossier)`.execute(test.owner);
    const between = await productWith(changing);
    const tables = must(
      await between.modules.privacy.commands.rotateKeys(systemContext(between, 'keys.rotate')),
    );
    expect(tables.find(({ table }) => table === 'dossiers.dossier')?.left).toBe(1);
  });

  it('is done by nobody but the installation, and leaves its row in the journal', async () => {
    expect(await world.product.modules.privacy.commands.rotateKeys(world.as(administrator))).toMatchObject({
      refusal: { type: 'privacy.not-allowed' },
    });
    const actions = await many(
      test.owner,
      sql<{ facts: unknown }>`select facts from platform.action where command = 'privacy.rotate-keys'`,
    );
    expect(JSON.stringify(actions)).toContain('dossiers.dossier');
    expect(JSON.stringify(actions)).not.toMatch(/0721959/);
  });

  it('leaves no table out: every column that holds a sealed text belongs to one that is renewed', async () => {
    const columns = await many(
      test.owner,
      sql<{ name: string }>`
        select table_schema || '.' || table_name as name from information_schema.columns
        where column_name ~ '_sealed$|identity_index$'`,
    );
    const rotated = await renewedTables();
    const renewed = ['dossiers.party', ...rotated];
    /** Lives ten minutes. */
    const passing = ['identity.sign_in_flow'];
    const names = [...new Set(columns.map(({ name }) => name))];
    expect(names.filter((name) => ![...renewed, ...passing].includes(name))).toEqual([]);
  });

  async function renewedTables(): Promise<readonly string[]> {
    const between = await productWith(changing);
    const { rotateKeys } = between.modules.privacy.commands;
    return must(await rotateKeys(systemContext(between, 'keys.rotate'))).map(({ table }) => table);
  }

  /** Under which keys anything in the database is sealed. */
  async function keyIds(): Promise<readonly string[]> {
    const rows = await many(
      test.owner,
      sql<{ key: string }>`
        select distinct (regexp_matches(t.text, 'v1[.]([A-Za-z0-9-]+)[.][A-Za-z0-9_-]{16}[.]', 'g'))[1] as key
        from (
          select identity_sealed as text from identity.person
          union all select secret_sealed from identity.second_factor
          union all select identity_sealed from dossiers.party
          union all select answers::text from dossiers.draft
          union all select answers::text from dossiers.dossier
        ) t order by 1`,
    );
    return rows.map(({ key }) => key);
  }

  function never(): never {
    throw new Error('missing');
  }
});
