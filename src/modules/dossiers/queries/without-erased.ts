import type { CitizenDossierView, LetterView, OfficeDossierView, ResultView } from '../contract.ts';
import type { DossierRow } from '../store/dossier-row.ts';

type Erased = Pick<DossierRow, 'erased_at' | 'erased_kinds'>;

/** What is left to show of a dossier to an officer: no empty words where facts about people stood, no way to files that are gone. */
export function officeViewLeft(dossier: Erased, view: OfficeDossierView): OfficeDossierView {
  const { erased_kinds: kinds } = dossier;
  if (kinds.length === 0) return view;
  const files = {
    letters: lettersLeft(dossier, view.letters),
    results: resultsLeft(dossier, view.results),
    resultFileIds: kinds.includes('results') ? [] : view.resultFileIds,
    components: view.components.map((each) => (kinds.includes('papers') ? { ...each, fileIds: [] } : each)),
  };
  if (dossier.erased_at === null) return { ...view, ...files };
  const { refusalReason: _, representation: __, withdrawal: ___, stopped: ____, ...rest } = view;
  return {
    ...rest,
    ...files,
    parties: [],
    partyChanges: [],
    answerNotes: [],
    answers: {},
    caseAnswers: {},
    post: [],
    supplements: [],
    opinions: [],
  };
}

/** The same for its own people. */
export function citizenViewLeft(dossier: Erased, view: CitizenDossierView): CitizenDossierView {
  if (dossier.erased_kinds.length === 0) return view;
  const files = { letters: lettersLeft(dossier, view.letters), results: resultsLeft(dossier, view.results) };
  if (dossier.erased_at === null) return { ...view, ...files };
  const { refusalReason: _, withdrawal: __, stopped: ___, supplement: ____, ...rest } = view;
  return { ...rest, ...files, files: [], post: [], people: [] };
}

function lettersLeft({ erased_kinds: kinds }: Erased, letters: readonly LetterView[]): readonly LetterView[] {
  return kinds.includes('letters') ? [] : letters;
}

/** Number, book and day of a result stay; its picture may be gone. */
function resultsLeft({ erased_kinds: kinds }: Erased, results: readonly ResultView[]): readonly ResultView[] {
  return kinds.includes('results') ? results.map(({ fileId: _, ...result }) => result) : results;
}
