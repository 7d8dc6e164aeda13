import { describe, expect, it } from 'vitest';
import { ok } from '../../../kernel/result.ts';
import { checkIntake, type ListedComponent, missingUploads } from './intake.ts';

const paper = (more: Partial<ListedComponent>): ListedComponent => ({
  key: 'giay-chung-sinh',
  name: 'Giấy chứng sinh',
  mode: 'submit',
  need: 'required',
  byForm: false,
  originals: 1,
  copies: 0,
  certifiedCopies: null,
  paperless: false,
  ...more,
});

const check = (key: string, more = {}) => ({
  key,
  receivedOriginals: 1,
  receivedCopies: 0,
  comparedWithOriginal: false,
  ...more,
});

/** No file; the e-form filled in. */
const nothing = { uploaded: new Set<string>(), hasForm: true };

describe('intake against the published list', () => {
  const shown = paper({ key: 'giay-to-tuy-than', name: 'Giấy tờ tùy thân', mode: 'present' });

  it('refuses a paper outside the list by its key', () => {
    const outcome = checkIntake([paper({})], [check('giay-chung-sinh'), check('so-ho-khau')], nothing);
    expect(outcome).toMatchObject({
      refusal: { type: 'dossiers.component-not-listed', params: { component: 'so-ho-khau' } },
    });
  });

  it('names every required paper that is missing and every shown one not compared', () => {
    const outcome = checkIntake(
      [paper({}), shown],
      [check('giay-chung-sinh', { receivedOriginals: 0 })],
      nothing,
    );
    expect(outcome).toMatchObject({
      refusal: {
        type: 'dossiers.intake-incomplete',
        fields: [
          { pointer: '/components/giay-chung-sinh', type: 'dossiers.component-missing' },
          { pointer: '/components/giay-to-tuy-than', type: 'dossiers.original-not-compared' },
        ],
      },
    });
  });

  it('wants the declaration signed where no e-form holds it, and takes no sheet of it', () => {
    const declaration = paper({ key: 'to-khai', name: 'Tờ khai', byForm: true, paperless: true });
    const atCounter = { ...nothing, hasForm: false };
    const looked = (more: object) => [check('to-khai', { receivedOriginals: 0, ...more })];
    const unsigned = { refusal: { fields: [{ type: 'dossiers.declaration-unsigned' }] } };
    expect(checkIntake([declaration], [], atCounter)).toMatchObject(unsigned);
    expect(checkIntake([declaration], looked({}), atCounter)).toMatchObject(unsigned);
    expect(checkIntake([declaration], looked({ comparedWithOriginal: true }), atCounter)).toEqual(ok(null));
    expect(checkIntake([declaration], [], nothing)).toEqual(ok(null));
  });

  it('takes an uploaded file for a paper handed in', () => {
    expect(checkIntake([paper({})], [], { ...nothing, uploaded: new Set(['giay-chung-sinh']) })).toEqual(
      ok(null),
    );
  });

  it.each([
    ['unverified', paper({ need: 'unverified' })],
    ['conditional', paper({ need: 'conditional' })],
    ['replaced by the e-form', paper({ byForm: true })],
  ])('never demands what is %s', (_, component) => {
    expect(checkIntake([component], [], nothing)).toEqual(ok(null));
    expect(missingUploads([component], new Set())).toEqual([]);
  });

  it('does not ask for an upload of what is only shown', () => {
    expect(missingUploads([shown], new Set())).toEqual([]);
    expect(missingUploads([paper({})], new Set())).toMatchObject([
      { pointer: '/components/giay-chung-sinh' },
    ]);
  });

  it('asks for a conditional paper when the answers of the form do, never for an unverified one', () => {
    const asked = new Set(['giay-chung-sinh']);
    const conditional = paper({ need: 'conditional' });
    expect(missingUploads([conditional], new Set())).toEqual([]);
    expect(missingUploads([conditional], new Set(), asked)).toHaveLength(1);
    expect(missingUploads([conditional], asked, asked)).toEqual([]);
    expect(missingUploads([paper({ need: 'unverified' })], new Set(), asked)).toEqual([]);
  });
});
