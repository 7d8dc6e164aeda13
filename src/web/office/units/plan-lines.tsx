import type { ReorganisationView } from '../../../modules/identity/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface PlanLinesProps {
  readonly plan: ReorganisationView;
  /** Units that begin or end only because the unit above them does. */
  readonly partIds: readonly string[];
}

/** The decision and the lines of a plan, in words; what goes with the unit above it is folded. */
export function PlanLines({ plan, partIds }: PlanLinesProps) {
  const { t } = useTexts();
  const isEmpty = plan.begins.length + plan.changes.length + plan.ends.length === 0;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="cac-dong">
      <h2 id="cac-dong">{t('units.lines')}</h2>
      <DefinitionList
        items={[
          { term: t('units.head.decision'), value: plan.decisionNumber ?? '–' },
          { term: t('units.head.decided-on'), value: plan.decidedOn ? formatDate(plan.decidedOn) : '–' },
          {
            term: t('units.head.effective-on'),
            value: plan.effectiveOn ? formatDate(plan.effectiveOn) : '–',
          },
          ...(plan.carriedOutAt === undefined
            ? []
            : [
                {
                  term: t('units.carried-out'),
                  value: (
                    <>
                      <DateTime at={plan.carriedOutAt} />, {plan.carriedOutBy}
                    </>
                  ),
                },
              ]),
          ...(plan.note === undefined ? [] : [{ term: t('units.head.note'), value: plan.note }]),
        ]}
      />
      {isEmpty ? <p className="mc-subtle">{t('units.lines.none')}</p> : null}
      <Lines plan={plan} isShown={(unitId) => !partIds.includes(unitId)} />
      {partIds.length === 0 ? null : (
        <Disclosure summary={t('units.lines.parts', { count: partIds.length })}>
          <Lines plan={plan} isShown={(unitId) => partIds.includes(unitId)} />
        </Disclosure>
      )}
    </section>
  );
}

interface LinesProps {
  readonly plan: ReorganisationView;
  readonly isShown: (unitId: string) => boolean;
}

function Lines({ plan, isShown }: LinesProps) {
  const { t } = useTexts();
  const shown = <Row extends { readonly unitId: string }>(rows: readonly Row[]) =>
    rows.filter(({ unitId }) => isShown(unitId));
  return (
    <ul className="mc-lines">
      {shown(plan.begins).map((line) => (
        <Line key={line.unitId} plan={plan} unitId={line.unitId} what="begin">
          <strong>{line.name}</strong>{' '}
          <span className="mc-subtle">
            {t(`units.kind.${line.facts.kind}`)}
            {line.parent === undefined ? null : ` · ${t('units.under', { unit: line.parent })}`}
            {line.facts.gsoCode === undefined ? null : ` · ${line.facts.gsoCode}`}
          </span>
        </Line>
      ))}
      {shown(plan.changes).map((line) => (
        <Line key={line.unitId} plan={plan} unitId={line.unitId} what="change">
          {line.before} → <strong>{line.name}</strong>{' '}
          <span className="mc-subtle">
            {[
              line.parent && t('units.under', { unit: line.parent }),
              line.facts.gsoCode,
              line.facts.agencyCode,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </Line>
      ))}
      {shown(plan.ends).map((line) => (
        <Line key={line.unitId} plan={plan} unitId={line.unitId} what={endKind(line.successors.length)}>
          {line.name}
          {line.successors.length === 0 ? null : ' → '}
          {line.successors.map((successor, at) => (
            <span key={successor.unitId}>
              {at === 0 ? null : '; '}
              <strong>{successor.name}</strong>
              {successor.part === undefined ? null : ` (${successor.part})`}
            </span>
          ))}
        </Line>
      ))}
    </ul>
  );
}

/** Units of the plan whose unit above begins or ends in it too. */
export function partsOf(
  plan: Pick<ReorganisationView, 'begins' | 'ends'>,
  parentOf: (unitId: ReorganisationView['ends'][number]['unitId']) => string | undefined,
): readonly string[] {
  const [begun, ended] = [plan.begins, plan.ends].map(
    (rows) => new Set<string>(rows.map(({ unitId }) => unitId)),
  );
  return [
    ...plan.begins.filter(({ facts }) => begun?.has(facts.parentId ?? '')),
    ...plan.ends.filter(({ unitId }) => ended?.has(parentOf(unitId) ?? '')),
  ].map(({ unitId }) => unitId);
}

type What = 'begin' | 'change' | 'end' | 'succeed' | 'split';

function endKind(successors: number): What {
  if (successors === 0) return 'end';
  return successors === 1 ? 'succeed' : 'split';
}

interface LineProps {
  readonly plan: ReorganisationView;
  readonly unitId: string;
  readonly what: What;
  readonly children: React.ReactNode;
}

function Line({ plan, unitId, what, children }: LineProps) {
  const { t } = useTexts();
  return (
    <li>
      <span className="mc-lines__what">{t(`units.line.${what}`)}</span>
      <span className="mc-lines__text">{children}</span>
      {plan.state === 'draft' ? (
        <form method="post">
          <RequestId form={`leave ${unitId} ${what}`} />
          <input type="hidden" name="intent" value="leave" />
          <input type="hidden" name="version" value={plan.version} />
          <input type="hidden" name="unitId" value={unitId} />
          <button type="submit" className="ds-button" data-variant="tertiary" data-size="sm">
            {t('units.line.leave')}
          </button>
        </form>
      ) : null}
    </li>
  );
}
