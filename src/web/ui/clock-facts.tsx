import type { ClockView, PromiseView, SuspensionView } from '../../modules/dossiers/contract.ts';
import { formatDateTime, formatWorkingTime } from '../../texts/format.ts';
import type { Translate } from '../../texts/translate.ts';
import { type Definition, DefinitionList } from './definition-list.tsx';
import { Disclosure } from './disclosure.tsx';
import { Icon } from './icon.tsx';
import { DateTime, TimeLeft } from './moments.tsx';
import { StatusTag } from './status-tag.tsx';
import { useTexts } from './use-texts.ts';

/** The time of a dossier: how it stands now, every date promised with its reason, what the law left out. */
export function ClockFacts({ clock }: { readonly clock: ClockView }) {
  const { t } = useTexts();
  const { suspendedSince, leftMinutes, promises } = clock;
  return (
    <>
      {leftMinutes === undefined ? null : (
        <p className="mc-clock">
          <Icon name="clock" /> <TimeLeft minutes={leftMinutes} />
        </p>
      )}
      {suspendedSince === undefined ? null : (
        <p>
          <StatusTag tone="warning">
            {t('clock.suspended-since', { at: formatDateTime(new Date(suspendedSince)) })}
          </StatusTag>
        </p>
      )}
      <DefinitionList items={[...standing(clock, t), ...promises.map((promise) => promised(promise, t))]} />
      {clock.forecast ? <StatusTag tone="warning">{t('clock.promise.undecided')}</StatusTag> : null}
      {promises.some(({ kind }) => kind === 'apology') ? (
        <p className="mc-small mc-subtle">{t('clock.promise.stays')}</p>
      ) : null}
      <Lines summary={t('clock.promise.why')} lines={clock.explanation} />
      {isMoved(clock) ? <Lines summary={t('clock.forecast.why')} lines={clock.forecastExplanation} /> : null}
      <Log log={clock.suspensions} />
    </>
  );
}

/** Whether the forecast says something else than the promise. */
function isMoved({ forecastAt, promisedAt }: ClockView): boolean {
  return forecastAt !== undefined && forecastAt !== promisedAt;
}

function standing(clock: ClockView, t: Translate): readonly Definition[] {
  const { remaining, forecastAt } = clock;
  if (remaining !== undefined) {
    const { unit, amount } = remaining;
    const value = t(`clock.remaining.${unit}`, { amount, time: formatWorkingTime(amount) });
    return [{ term: t('clock.left'), value }];
  }
  if (forecastAt === undefined || !isMoved(clock)) return [];
  return [{ term: t('clock.forecast'), value: <DateTime at={new Date(forecastAt)} /> }];
}

function promised(promise: PromiseView, t: Translate): Definition {
  return {
    term: t(`clock.promise.${promise.kind}`),
    value: (
      <>
        <DateTime at={new Date(promise.dueAt)} />
        {promise.reason === undefined ? null : (
          <p className="mc-small">{t('clock.promise.reason', { reason: promise.reason })}</p>
        )}
        {promise.late ? <StatusTag tone="danger">{t('clock.promise.late')}</StatusTag> : null}
      </>
    ),
  };
}

function Lines({ summary, lines }: { readonly summary: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={summary}>
      <ol className="mc-why">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </Disclosure>
  );
}

function Log({ log }: { readonly log: readonly SuspensionView[] }) {
  const { t } = useTexts();
  if (log.length === 0) return null;
  return (
    <Disclosure summary={t('clock.log')} open={log.some(({ to }) => to === undefined)}>
      <ul className="mc-why">
        {log.map((line) => (
          <li key={line.suspensionId}>
            <strong>{line.groundName}</strong>: {spanOf(line, t)}
            {line.document === undefined ? null : (
              <div className="mc-small">{t('clock.log.document', { document: line.document })}</div>
            )}
            {line.effect === 'continue' ? null : (
              <div className="mc-small">{t(`clock.log.${line.effect}`)}</div>
            )}
            <div className="mc-small mc-subtle">{line.source}</div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function spanOf({ from, to }: SuspensionView, t: Translate): string {
  const start = formatDateTime(new Date(from));
  return to === undefined
    ? t('clock.log.from', { from: start })
    : t('clock.log.from-to', { from: start, to: formatDateTime(new Date(to)) });
}
