import { sql } from 'kysely';
import { sealClaims } from '../../../modules/identity/commands/province/link-province.ts';
import { addFlow } from '../../../modules/identity/store/sign-in-flow-store.ts';
import type { Database } from '../../../platform/database.ts';
import { createSeal } from '../../../platform/sealed-text.ts';
import { morning, testSealKeys } from '../test-config.ts';
import { everybodySignedIn, requestOf } from './own-sign-ins.ts';
import { freshly } from './sign-in-things.ts';
import type { Asked, Making, Thing } from './things.ts';

const issuer = 'https://tinh.example';
const flowToken = 'came-back-from-there';
const minutes = (count: number) => new Date(morning.getTime() + count * 60_000);

/** Whoever is signed in, linked to somebody of the province's issuer. */
const linkAll = ({ world, people }: Making) => {
  const accounts = Object.values(people).flatMap((actor) =>
    actor.kind === 'officer' ? [actor.accountId] : [],
  );
  return sql`
    insert into identity.province_link (jurisdiction, account_id, issuer, subject, linked_at)
    select 1, account, ${issuer}, account::text, ${morning} from unnest(${accounts}::uuid[]) as account`.execute(
    world.product.db,
  );
};

const linkSomebodyElse = (db: Database) =>
  sql`insert into identity.province_link (jurisdiction, account_id, issuer, subject, linked_at)
    select 1, id, ${issuer}, 'came', ${morning} from identity.account where login = 'kinhte.tanninh'`.execute(
    db,
  );

const notLinked = ({ state }: Asked) =>
  state === 'linked' || state === 'onlyWay' ? undefined : 'identity.province-not-linked';

/** Somebody has come back from the province's issuer; everybody is asked whether they link themselves to it. */
const provinceLink: Thing = {
  of: 'identity.province',
  states: ['unlinked', 'linked', 'onlyWay', 'ofSomebodyElse', 'tooLate', 'halfway', 'stale', 'ended'],
  askedAt: (state) => ({ tooLate: minutes(16), stale: minutes(31) })[state],
  async make(state, making) {
    const { world, test } = making;
    const { db } = world.product;
    const isWhole = !['halfway', 'stale', 'ended'].includes(state);
    const made = await everybodySignedIn(making, isWhole ? 'whole' : state);
    const seal = createSeal(testSealKeys);
    const claims = { subject: 'came', name: 'Lê Thị Thử', login: 'thu' };
    const claimsSealed = sealClaims({ seal }, issuer, { ...claims, authenticatedAt: 0, methods: [] });
    const flow = { stage: 'officeLink', claimsSealed, returnPath: '/can-bo' } as const;
    await addFlow(db, test.jurisdiction, flowToken, flow, morning, minutes(15));
    if (state === 'linked' || state === 'onlyWay') await linkAll(making);
    if (state === 'ofSomebodyElse') await linkSomebodyElse(db);
    if (state === 'onlyWay')
      await sql`update identity.account set password_hash = null where kind = 'officer'`.execute(db);
    return made;
  },
  acts: {
    link: freshly(
      ({ identity }, ctx, made) => identity.province.link(requestOf(ctx, made), flowToken),
      ({ state }) =>
        ({
          linked: 'identity.province-linked-already',
          onlyWay: 'identity.province-linked-already',
          ofSomebodyElse: 'identity.province-linked-elsewhere',
          tooLate: 'identity.province-expired',
        })[state],
    ),
    unlink: freshly(
      ({ identity }, ctx, made) => identity.province.unlink(requestOf(ctx, made)),
      (asked) => (asked.state === 'onlyWay' ? 'identity.province-only-way' : notLinked(asked)),
    ),
    // With the issuer down somebody must get in who administers.
    dropPassword: freshly(
      ({ identity }, ctx, made) => identity.province.dropPassword(requestOf(ctx, made)),
      (asked) =>
        notLinked(asked) ?? (asked.role === 'administrator' ? 'identity.last-administrator' : undefined),
    ),
  },
};

/** Accounts here and at the province's issuer. */
export const provinceThings = { provinceLink } as const satisfies Readonly<Record<string, Thing>>;
