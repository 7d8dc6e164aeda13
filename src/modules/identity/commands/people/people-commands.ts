import type { CommandContext } from '../../../../kernel/context.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { PeopleImportState } from '../../core/people/import/import-view.ts';
import type { ActivationSlip } from '../../core/people/people-views.ts';
import type { PeopleDeps } from '../../store/people/people-deps.ts';
import { activate, checkCode, type Stranger } from './activate.ts';
import { askFactorReset, decideFactorReset } from './factor-reset.ts';
import { endSessionsOf, liftSlowdown, unlinkProvinceOf } from './help-to-sign-in.ts';
import { issueCodes } from './issue-codes.ts';
import { changePerson, closeAccount, openAccount, reopenAccount } from './officer-account.ts';
import { changePost, endPost, givePost, transfer } from './posts.ts';
import { settlePeople } from './settle-people.ts';
import { type SentPeople, stagePeople } from './stage-people.ts';

type Command<T = null> = (ctx: CommandContext, input: unknown) => Promise<Result<T>>;

/** What administrators do about people, and what somebody does who holds a code. Inputs: `core/people/inputs.ts`. */
export interface PeopleCommands {
  readonly openAccount: Command<{ readonly accountId: Id<'account'> }>;
  readonly changePerson: Command;
  readonly closeAccount: Command;
  readonly reopenAccount: Command;
  readonly givePost: Command<{ readonly postId: Id<'post'> }>;
  readonly changePost: Command;
  readonly endPost: Command;
  readonly transfer: Command<{ readonly postId: Id<'post'> }>;
  /** `{ accountIds }`. The codes are shown this once. */
  readonly issueCodes: Command<readonly ActivationSlip[]>;
  readonly endSessionsOf: Command;
  /** Reads an Excel file of people and posts; nobody gets one yet. */
  stagePeople(ctx: CommandContext, file: SentPeople): Promise<Result<{ readonly importId: string }>>;
  /** `{ importId, choice }`: takes a staged file in or lays it aside. */
  readonly settlePeople: Command<{ readonly state: PeopleImportState }>;
  readonly liftSlowdown: Command;
  readonly unlinkProvinceOf: Command;
  readonly askFactorReset: Command<{ readonly resetId: Id<'factorReset'> }>;
  readonly decideFactorReset: Command;
}

/** Setting a password with a code, without being signed in. */
export interface Activation {
  /** Whose code it is. */
  check(from: Stranger, code: unknown): Promise<Result<{ readonly login: string; readonly name: string }>>;
  /** `{ code, password, again }`. */
  activate(from: Stranger, input: unknown): Promise<Result<{ readonly login: string }>>;
}

/** Builds them. */
export function createPeopleCommands(deps: PeopleDeps): PeopleCommands {
  return {
    openAccount: (ctx, input) => openAccount(deps, ctx, input),
    changePerson: (ctx, input) => changePerson(deps, ctx, input),
    closeAccount: (ctx, input) => closeAccount(deps, ctx, input),
    reopenAccount: (ctx, input) => reopenAccount(deps, ctx, input),
    givePost: (ctx, input) => givePost(deps, ctx, input),
    changePost: (ctx, input) => changePost(deps, ctx, input),
    endPost: (ctx, input) => endPost(deps, ctx, input),
    transfer: (ctx, input) => transfer(deps, ctx, input),
    issueCodes: (ctx, input) => issueCodes(deps, ctx, input),
    stagePeople: (ctx, file) => stagePeople(deps, ctx, file),
    settlePeople: (ctx, input) => settlePeople(deps, ctx, input),
    endSessionsOf: (ctx, input) => endSessionsOf(deps, ctx, input),
    liftSlowdown: (ctx, input) => liftSlowdown(deps, ctx, input),
    unlinkProvinceOf: (ctx, input) => unlinkProvinceOf(deps, ctx, input),
    askFactorReset: (ctx, input) => askFactorReset(deps, ctx, input),
    decideFactorReset: (ctx, input) => decideFactorReset(deps, ctx, input),
  };
}

/** Builds it. */
export function createActivation(deps: PeopleDeps): Activation {
  return {
    check: (from, code) => checkCode(deps, from, code),
    activate: (from, input) => activate(deps, from, input),
  };
}
