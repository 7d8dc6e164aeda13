import { componentsFor, type NeededComponent } from '../../../modules/catalogue/contract.ts';
import type { FileHoldView } from '../../../modules/documents/contract.ts';
import { representationPaper } from '../../../modules/dossiers/contract.ts';
import { translate } from '../../../texts/translate.ts';
import type { RequestApp } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import type { OpenDraft } from './open-draft.ts';

/** A file the citizen gave for a paper. */
export interface GivenFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
  readonly hold?: FileHoldView;
}

/** One paper of the published list in this draft's case. */
export interface DraftPaper {
  readonly key: string;
  readonly name: string;
  /** `upload`: asked for here. `maybe`: only if its condition holds. `present`: shown at the counter. `form`: filled in. `unverified`: listed, never demanded. */
  readonly kind: 'upload' | 'maybe' | 'present' | 'form' | 'unverified';
  readonly condition?: string;
  readonly alternatives: readonly string[];
  readonly note?: string;
  readonly files: readonly GivenFile[];
}

/** The papers of the draft's case in published order, with the files given for each. */
export async function draftPapers(
  app: RequestApp,
  { draft, evaluation }: OpenDraft,
): Promise<readonly DraftPaper[]> {
  const version = orErrorPage(await app.modules.catalogue.readVersion(app.caller, draft.procedureVersionId));
  const asked = new Set(evaluation.papers.filter((paper) => paper.required).map((paper) => paper.component));
  const files = await describeFiles(
    app,
    draft.files.map((file) => file.fileId),
  );
  const filesOf = (key: string) =>
    draft.files.filter((file) => file.componentKey === key).flatMap((file) => files.get(file.fileId) ?? []);
  const listed = componentsFor(version, draft.caseKey, draft.caseAnswers, 'online').map(
    ({ component, need }): DraftPaper => ({
      key: component.key,
      name: component.name,
      kind: kindOf({ component, need }, asked),
      alternatives: component.alternatives ?? [],
      ...(component.condition && { condition: component.condition.text }),
      ...(component.note && { note: component.note }),
      files: filesOf(component.key),
    }),
  );
  const { represented } = draft;
  if (represented === undefined) return listed;
  const proof: DraftPaper = {
    key: representationPaper,
    name: represented.representation.document,
    kind: 'upload',
    alternatives: [],
    note: translate(app.locale, 'represent.proof.note'),
    files: filesOf(representationPaper),
  };
  return [proof, ...listed];
}

function kindOf({ component, need }: NeededComponent, asked: ReadonlySet<string>): DraftPaper['kind'] {
  if (component.form?.electronic === true) return 'form';
  if (component.mode === 'present') return 'present';
  if (need === 'unverified') return 'unverified';
  return need === 'required' || asked.has(component.key) ? 'upload' : 'maybe';
}

async function describeFiles(
  app: RequestApp,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, GivenFile>> {
  const described = await app.modules.documents.queries.readFiles(app.caller, fileIds);
  return new Map(
    described.map(({ fileId, name, size, hold }) => [fileId, { fileId, name, size, ...(hold && { hold }) }]),
  );
}
