import { newUuidV7 } from '../../platform/ids.ts';
import type { GuardedFunction } from './guarded-function.ts';

const id = newUuidV7();
const nobody = { accountId: id, reason: 'Thử' };
const noPost = { ...nobody, postId: id, title: 'Chuyên viên', lastOn: '2027-12-31' };
const somePost = { unit: 'phuong-tan-ninh', role: 'specialist', title: 'Chuyên viên', from: '2027-01-01' };

/** Accounts and posts of officers; every change wants a fresh proof besides (`people.db.test.ts`). */
export const peopleRules: Readonly<Record<string, GuardedFunction>> = {
  'identity.people.commands.openAccount': manage((m, ctx) =>
    m.identity.people.commands.openAccount(ctx, {
      name: 'Lê Thử',
      login: `thu.${newUuidV7().slice(-12)}`,
      post: { ...somePost, unit: 'không có đơn vị này' },
    }),
  ),
  'identity.people.commands.changePerson': manage((m, ctx) =>
    m.identity.people.commands.changePerson(ctx, { accountId: id, name: 'Lê Thử' }),
  ),
  'identity.people.commands.closeAccount': manage((m, ctx) =>
    m.identity.people.commands.closeAccount(ctx, nobody),
  ),
  'identity.people.commands.reopenAccount': manage((m, ctx) =>
    m.identity.people.commands.reopenAccount(ctx, { accountId: id }),
  ),
  'identity.people.commands.givePost': manage((m, ctx) =>
    m.identity.people.commands.givePost(ctx, { accountId: id, ...somePost }),
  ),
  'identity.people.commands.changePost': manage((m, ctx) =>
    m.identity.people.commands.changePost(ctx, noPost),
  ),
  'identity.people.commands.endPost': manage((m, ctx) =>
    m.identity.people.commands.endPost(ctx, { ...nobody, postId: id, lastOn: '2027-12-31' }),
  ),
  'identity.people.commands.transfer': manage((m, ctx) =>
    m.identity.people.commands.transfer(ctx, { ...nobody, postId: id, ...somePost }),
  ),
  'identity.people.commands.issueCodes': manage((m, ctx) =>
    m.identity.people.commands.issueCodes(ctx, { accountIds: [id] }),
  ),
  // A file that is not there is thrown, past the door.
  'identity.people.commands.stagePeople': manage((m, ctx) =>
    m.identity.people.commands.stagePeople(ctx, { path: '/no/such.xlsx', name: 'thu.xlsx' }).catch(String),
  ),
  'identity.people.commands.settlePeople': manage((m, ctx) =>
    m.identity.people.commands.settlePeople(ctx, { importId: id, choice: 'nothing' }),
  ),
  'identity.people.commands.endSessionsOf': manage((m, ctx) =>
    m.identity.people.commands.endSessionsOf(ctx, nobody),
  ),
  'identity.people.commands.liftSlowdown': manage((m, ctx) =>
    m.identity.people.commands.liftSlowdown(ctx, { accountId: id }),
  ),
  'identity.people.commands.unlinkProvinceOf': manage((m, ctx) =>
    m.identity.people.commands.unlinkProvinceOf(ctx, nobody),
  ),
  'identity.people.commands.askFactorReset': manage((m, ctx) =>
    m.identity.people.commands.askFactorReset(ctx, nobody),
  ),
  'identity.people.commands.decideFactorReset': {
    needs: ['identity.confirm-reset'],
    ask: (m, ctx) => m.identity.people.commands.decideFactorReset(ctx, { resetId: id, decision: 'confirm' }),
  },
  'identity.people.queries.list': manage((m, ctx) => m.identity.people.queries.list(ctx, {})),
  'identity.people.queries.person': manage((m, ctx) => m.identity.people.queries.person(ctx, id)),
  'identity.people.queries.listImports': manage((m, ctx) => m.identity.people.queries.listImports(ctx)),
  'identity.people.queries.getImport': manage((m, ctx) => m.identity.people.queries.getImport(ctx, id)),
  'identity.people.queries.openResets': {
    needs: ['identity.confirm-reset'],
    ask: (m, ctx) => m.identity.people.queries.openResets(ctx),
  },
};

function manage(ask: GuardedFunction['ask']): GuardedFunction {
  return { needs: ['identity.manage'], ask };
}
