import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { ProcedureDecision, VersionBrief } from '../../../../modules/catalogue/contract.ts';
import { formatDate, formatDateTime } from '../../../../texts/format.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { type Definition, DefinitionList } from '../../../ui/definition-list.tsx';
import { StatusTag, type Tone } from '../../../ui/status-tag.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { decisionAddress } from '../addresses.ts';
import { plainDate } from '../plain-date.ts';
import { type VersionState, versionState } from './version-state.ts';

export interface DecisionsProps {
  readonly versions: readonly VersionBrief[];
  readonly decisions: readonly ProcedureDecision[];
  readonly today: PlainDate;
}

const tones: Readonly<Record<VersionState, Tone>> = {
  inForce: 'success',
  coming: 'info',
  ended: 'neutral',
  withdrawn: 'neutral',
};

/** What each version rests on: its decisions with number, days, signer and file, the newest version first. */
export function Decisions({ versions, decisions, today }: DecisionsProps) {
  const { t } = useTexts();
  const waiting = decisions.filter(({ versionIds }) => versionIds.length === 0);
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="quyet-dinh">
      <h2 id="quyet-dinh">{t('catalogue.procedure.decisions')}</h2>
      {versions.map((version) => {
        const own = decisions.filter(({ versionIds }) => versionIds.includes(version.versionId));
        const state = versionState(version, today);
        return (
          <section
            key={version.versionId}
            className="mc-stack mc-stack--tight"
            aria-labelledby={`qd-${version.number}`}
          >
            <div className="mc-row">
              <h3 id={`qd-${version.number}`}>
                {t('catalogue.procedure.version', { number: version.number })}
              </h3>
              <StatusTag tone={tones[state]}>{t(`catalogue.procedure.state.${state}`)}</StatusTag>
            </div>
            {own.length === 0 ? (
              <p className="mc-subtle">{t(`catalogue.procedure.decisions.none.${version.origin}`)}</p>
            ) : (
              own.map((decision) => <Decision key={decision.decisionId} decision={decision} />)
            )}
          </section>
        );
      })}
      {waiting.length === 0 ? null : (
        <section className="mc-stack mc-stack--tight" aria-labelledby="qd-cho">
          <h3 id="qd-cho">{t('catalogue.procedure.decisions.waiting')}</h3>
          {waiting.map((decision) => (
            <Decision key={decision.decisionId} decision={decision} />
          ))}
        </section>
      )}
    </section>
  );
}

function Decision({ decision }: { readonly decision: ProcedureDecision }) {
  const { t } = useTexts();
  const { decisionId, number, fileId } = decision;
  return (
    <div className="mc-panel mc-stack mc-stack--tight">
      <div className="mc-row mc-row--apart">
        <a href={decisionAddress(decisionId)}>
          <strong>{number}</strong>
        </a>
        {fileId === undefined ? null : (
          <a href={`/tep/${fileId}?tai-ve=1`}>
            {t('catalogue.decision.file.save')}
            <span className="mc-visually-hidden"> {number}</span>
          </a>
        )}
      </div>
      <DefinitionList items={factsOf(decision, t)} />
    </div>
  );
}

function factsOf(decision: ProcedureDecision, t: Translate): readonly Definition[] {
  const { kind, change, decidedOn, agency, signer } = decision;
  const kindName = t(`catalogue.decision.kind.${kind}`);
  const does = change === undefined ? kindName : `${kindName} · ${t(`catalogue.decision.change.${change}`)}`;
  return [
    { term: t('catalogue.decision.kind'), value: does },
    { term: t('catalogue.decision.decidedOn'), value: formatDate(plainDate(decidedOn)) },
    { term: t('catalogue.decision.agency'), value: agency },
    { term: t('catalogue.decision.signer'), value: signer ?? t('catalogue.procedure.unknown') },
    ...(['announcedOn', 'publishedOn', 'postedOn'] as const).map((name) => {
      const day = decision[name];
      return {
        term: t(`catalogue.decision.${name}`),
        value: day === undefined ? t('catalogue.procedure.unknown') : formatDate(plainDate(day)),
      };
    }),
    ...(decision.change === undefined
      ? []
      : [{ term: t('catalogue.decision.checks'), value: checksText(decision, t) }]),
  ];
}

/** Against this decision, by whom and when; nobody, where no fact was marked anew. */
function checksText({ checks }: ProcedureDecision, t: Translate): string {
  if (checks.length === 0) return t('catalogue.decision.checks.none');
  return checks
    .map(({ facts, last }) =>
      t('catalogue.decision.check', {
        facts,
        by: last.by ?? t('catalogue.procedure.unknown'),
        at: formatDateTime(new Date(last.at)),
      }),
    )
    .join('; ');
}
