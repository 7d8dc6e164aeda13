import type { FieldRefusal } from '../../../kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { NeededComponent } from '../../catalogue/public.ts';
import type { ComponentCheck } from '../contract.ts';

/** One paper of the published list as the dossier keeps it. */
export interface ListedComponent {
  readonly key: string;
  readonly name: string;
  readonly mode: 'submit' | 'present';
  readonly need: 'required' | 'conditional' | 'unverified';
  /** The e-form stands in for it: nothing to hand in. At a counter nobody fills one in: there it is signed, and looked at. */
  readonly byForm: boolean;
  readonly originals: number | null;
  readonly copies: number | null;
  readonly certifiedCopies: number | null;
  /** On a day without paper: neither taken nor asked for on paper. */
  readonly paperless: boolean;
}

/** The published list of a case, as pinned onto a dossier of this channel; `isPaperless`: on a day without paper. */
export function listComponents(
  needed: readonly NeededComponent[],
  online: boolean,
  isPaperless = false,
): readonly ListedComponent[] {
  return needed.map(({ component, need }) => ({
    key: component.key,
    name: component.name,
    mode: component.mode,
    need,
    byForm: (online || isPaperless) && component.form?.electronic === true,
    paperless: isPaperless && component.mode === 'submit',
    originals: component.originals ?? null,
    copies: component.copies ?? null,
    certifiedCopies: component.certifiedCopies ?? null,
  }));
}

/**
 * Papers that an online submission still lacks: required, or conditional and `asked` for by the answers of the
 * form; handed in (not shown at the counter), and without a file. What is unverified is never demanded (practice 21).
 */
export function missingUploads(
  listed: readonly ListedComponent[],
  uploaded: ReadonlySet<string>,
  asked: ReadonlySet<string> = new Set(),
): readonly FieldRefusal[] {
  const isNeeded = ({ need, key }: ListedComponent) =>
    need === 'required' || (need === 'conditional' && asked.has(key));
  return listed
    .filter((component) => isNeeded(component) && component.mode === 'submit' && !component.byForm)
    .filter((component) => !uploaded.has(component.key))
    .map((component) => ({
      pointer: `/components/${component.key}`,
      type: 'dossiers.component-missing',
      params: { name: component.name },
    }));
}

/** What came without an officer's hand: files by the papers they are for, and whether the e-form was filled in. */
export interface GivenOnline {
  readonly uploaded: ReadonlySet<string>;
  readonly hasForm: boolean;
}

/**
 * Holds an officer's checks against the published list: a paper outside the list cannot be asked for
 * (`dossiers.component-not-listed`), a required one must be there, one of a day without paper is not taken on paper: its
 * original is looked at, on the spot or on a telephone, and a picture of it is enough. Papers shown need the tick "đã đối chiếu bản chính".
 * A declaration that no e-form holds must be one that the person signed before the officer: nobody declares for them.
 */
export function checkIntake(
  listed: readonly ListedComponent[],
  checks: readonly ComponentCheck[],
  given: GivenOnline,
): Result<null> {
  const keys = new Set(listed.map((component) => component.key));
  const outside = checks.find((check) => !keys.has(check.key));
  if (outside) {
    return refuse('invalid', 'dossiers.component-not-listed', { params: { component: outside.key } });
  }
  const twice = checks.find((check, at) => checks.findIndex((other) => other.key === check.key) !== at);
  if (twice) return refuse('invalid', 'dossiers.component-twice', { params: { component: twice.key } });
  const fields = listed.flatMap((component) => [
    ...paperTaken(component, checks),
    ...faultOf(component, checks, given),
  ]);
  return fields.length === 0 ? ok(null) : refuse('invalid', 'dossiers.intake-incomplete', { fields });
}

function faultOf(
  component: ListedComponent,
  checks: readonly ComponentCheck[],
  { uploaded, hasForm }: GivenOnline,
): readonly FieldRefusal[] {
  if (component.need !== 'required' || (component.byForm && hasForm)) return [];
  const check = checks.find((candidate) => candidate.key === component.key);
  const fault = (type: string) => [
    { pointer: `/components/${component.key}`, type, params: { name: component.name } },
  ];
  if (component.mode === 'present') {
    return check?.comparedWithOriginal === true ? [] : fault('dossiers.original-not-compared');
  }
  const isSeen = component.paperless ? check?.comparedWithOriginal === true : sheetsOf(check) > 0;
  if (isSeen || uploaded.has(component.key)) return [];
  if (component.byForm) return fault('dossiers.declaration-unsigned');
  return fault(component.paperless ? 'dossiers.electronic-missing' : 'dossiers.component-missing');
}

/** Paper that an officer took where none may be taken that day. */
export function paperTaken(
  component: Pick<ListedComponent, 'key' | 'name' | 'paperless'>,
  checks: readonly ComponentCheck[],
): readonly FieldRefusal[] {
  const check = checks.find((candidate) => candidate.key === component.key);
  if (!component.paperless || sheetsOf(check) === 0) return [];
  const params = { name: component.name };
  return [{ pointer: `/components/${component.key}`, type: 'dossiers.paper-not-taken', params }];
}

function sheetsOf(check: ComponentCheck | undefined): number {
  return (check?.receivedOriginals ?? 0) + (check?.receivedCopies ?? 0);
}
