import type { Component, ProcedureCase } from '../../../modules/catalogue/contract.ts';
import type { ComponentNeed, Guide } from '../../../modules/catalogue/public.ts';
import { Checklist, type ChecklistItem } from '../../ui/checklist.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { DoubtMark } from './doubt-mark.tsx';
import { nameIn, textIn } from './names.ts';
import { ScopeLine } from './scope-line.tsx';

export interface PapersProps {
  readonly guide: Guide;
  readonly cases: readonly ProcedureCase[];
  readonly sets: number | undefined;
}

/** A longer list of papers nobody has checked is folded away: it must not bury what is needed. */
const mostUnfolded = 5;

/** The checklist of one matter: what is needed, what only sometimes, and what is only listed by a source. */
export function Papers({ guide, cases, sets }: PapersProps) {
  const { t } = useTexts();
  if (guide.papers.length === 0) return <p>{t('procedure.papers.none')}</p>;
  const items = (need: ComponentNeed) =>
    guide.papers
      .filter((paper) => paper.need === need)
      .map(({ component }) => asItem(component, need, guide.chosenCase ? [] : cases));
  const unverified = items('unverified');
  return (
    <div className="mc-stack">
      <PaperGroup need="required" items={items('required')} />
      <PaperGroup need="conditional" items={items('conditional')} />
      {unverified.length === 0 ? null : (
        <Disclosure
          summary={`${t('procedure.papers.unverified')} (${unverified.length})`}
          open={unverified.length <= mostUnfolded}
        >
          <div className="mc-stack mc-stack--tight">
            <p>{t('procedure.papers.unverified.lead')}</p>
            <Checklist items={unverified} />
          </div>
        </Disclosure>
      )}
      {sets === undefined ? null : <p className="mc-subtle">{t('procedure.papers.sets', { count: sets })}</p>}
    </div>
  );
}

interface PaperGroupProps {
  readonly need: 'required' | 'conditional';
  readonly items: readonly ChecklistItem[];
}

function PaperGroup({ need, items }: PaperGroupProps) {
  const { t } = useTexts();
  if (items.length === 0) return null;
  return (
    <div className="mc-stack mc-stack--tight">
      <h3>{t(`procedure.papers.${need}`)}</h3>
      <Checklist items={items} />
    </div>
  );
}

function asItem(component: Component, need: ComponentNeed, cases: readonly ProcedureCase[]): ChecklistItem {
  return {
    key: component.key,
    state: need === 'required' ? 'todo' : 'maybe',
    title: <PaperName component={component} />,
    note: <PaperNotes component={component} cases={cases} />,
  };
}

function PaperName({ component }: { readonly component: Component }) {
  const { locale } = useTexts();
  return <>{nameIn(locale, component)}</>;
}

function PaperNotes({
  component,
  cases,
}: {
  readonly component: Component;
  readonly cases: readonly ProcedureCase[];
}) {
  const { t, locale } = useTexts();
  const scoped = component.cases && cases.filter((one) => component.cases?.includes(one.key));
  return (
    <div className="mc-paper-note">
      <ScopeLine cases={scoped?.length ? scoped : undefined} channels={component.channels} />
      <p>{amountOf(component, t)}</p>
      {component.condition === undefined ? null : (
        <p className="mc-paper__condition">{textIn(locale, component.condition)}</p>
      )}
      {component.alternatives === undefined ? null : (
        <p>
          {t('procedure.papers.alternatives')} {component.alternatives.join('; ')}
        </p>
      )}
      {component.heldIn === undefined ? null : (
        <p>{t('procedure.papers.held-in', { register: component.heldIn })}</p>
      )}
      {component.form === undefined ? null : (
        <p>{t(component.form.electronic ? 'procedure.papers.form-electronic' : 'procedure.papers.form')}</p>
      )}
      {component.note === undefined ? null : <PaperNote component={component} note={component.note} />}
      <DoubtMark fact={component} />
    </div>
  );
}

function PaperNote({ component, note }: { readonly component: Component; readonly note: string }) {
  const { t } = useTexts();
  const isHeading = component.doubts.includes('heading-as-case');
  return <p>{isHeading ? t('procedure.papers.heading', { heading: note }) : note}</p>;
}

/** `Nộp · 1 bản chính, 2 bản sao`; unknown counts are not mentioned. */
function amountOf(component: Component, t: ReturnType<typeof useTexts>['t']): string {
  const counts = [
    component.originals ? t('procedure.papers.originals', { count: component.originals }) : '',
    component.copies ? t('procedure.papers.copies', { count: component.copies }) : '',
    component.certifiedCopies ? t('procedure.papers.certified', { count: component.certifiedCopies }) : '',
  ].filter((count) => count !== '');
  return [t(`procedure.papers.${component.mode}`), counts.join(', ')]
    .filter((part) => part !== '')
    .join(' · ');
}
