import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { DecisionEffect, LineEffect, ListEffect } from '../../../../modules/catalogue/contract.ts';
import { formatDate } from '../../../../texts/format.ts';
import { translateRefusal } from '../../../../texts/translate.ts';
import { Checklist, type ChecklistItem } from '../../../ui/checklist.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { draftAddress } from '../addresses.ts';
import { idOf } from '../editor/field-id.ts';
import { placeWords } from '../editor/place-words.ts';
import { plainDate } from '../plain-date.ts';
import { obstructedFirst, type Part } from './part-of.ts';

export interface EffectProps {
  readonly effect: DecisionEffect | undefined;
  readonly from: PlainDate;
  readonly version: number;
  /** The lines and lists this page shows; what is in the way is told of all. */
  readonly lines: Part<Pick<LineEffect, 'code'>>;
  readonly lists: Part<Pick<ListEffect, 'list' | 'code'>>;
}

/** Everything the decision changes from the day, before it does: versions that begin, end and never come, what stands in the way. */
export function Effect({ effect, from, version, lines, lists }: EffectProps) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="tac-dong">
      <h2 id="tac-dong">{t('catalogue.decision.effect')}</h2>
      <form className="mc-choose">
        <TextField name="tu" type="date" value={from} label={t('catalogue.decision.effect.from')} />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('catalogue.decision.effect.show')}
        </button>
      </form>
      {effect === undefined || effect.lines.length + effect.lists.length === 0 ? null : (
        <>
          {effect.lines.length === 0 ? null : <p>{t('catalogue.decision.effect.counts', counts(effect))}</p>}
          <Notice tone={effect.possible ? 'success' : 'warning'}>
            <p>
              {t(
                effect.possible
                  ? 'catalogue.decision.effect.possible'
                  : 'catalogue.decision.effect.impossible',
              )}
            </p>
          </Notice>
          {obstructedFirst(effect.lines, ({ code }) => lines.rows.some((row) => row.code === code)).map(
            (line) => (
              <Line key={line.code} line={line} from={effect.from} />
            ),
          )}
          <ListEffects
            lists={obstructedFirst(effect.lists, ({ list, code }) =>
              lists.rows.some((row) => row.list === list && row.code === code),
            )}
          />
          {effect.possible ? <Publish effect={effect} version={version} /> : null}
        </>
      )}
    </section>
  );
}

function counts({ lines }: DecisionEffect) {
  const of = (change: LineEffect['change']) => lines.filter((line) => line.change === change).length;
  return {
    created: of('new'),
    amended: of('amended'),
    replaced: of('replaced'),
    abolished: of('abolished'),
    closing: lines.filter(({ ends }) => ends !== undefined).length,
  };
}

function Line({ line, from }: { readonly line: LineEffect; readonly from: string }) {
  const { t, locale } = useTexts();
  const { code, name, change, draftId, ends, withdraws, obstacles, warnings } = line;
  const date = formatDate(plainDate(from));
  const place = (pointer: string | undefined) =>
    draftId === undefined || pointer === undefined ? undefined : (
      <a href={draftAddress(draftId, idOf(pointer))}>
        {placeWords(pointer.split('/').slice(1), {}, t) || t('catalogue.decision.fix')}
      </a>
    );
  const items: ChecklistItem[] = [
    ...(draftId === undefined
      ? []
      : [{ key: 'begins', state: 'done' as const, title: t('catalogue.decision.effect.begins', { date }) }]),
    ...(ends === undefined
      ? []
      : [
          {
            key: 'ends',
            state: 'done' as const,
            title: t('catalogue.decision.effect.ends', { number: ends.number }),
          },
        ]),
    ...withdraws.map(({ versionId, number, from: begins }) => ({
      key: versionId,
      state: 'maybe' as const,
      title: t('catalogue.decision.effect.withdraws', { number, date: formatDate(plainDate(begins)) }),
    })),
    ...obstacles.map(({ type, pointer, detail }) => ({
      key: `${type} ${pointer ?? ''} ${detail ?? ''}`,
      state: 'missing' as const,
      title: detail ?? translateRefusal(locale, { type }),
      note: place(pointer),
    })),
    ...warnings.map(({ type, pointer, sentence }) => ({
      key: `${type} ${pointer}`,
      state: 'maybe' as const,
      title: sentence,
      note: place(pointer),
    })),
  ];
  return (
    <section className="mc-panel mc-stack mc-stack--tight" aria-label={name}>
      <h3>
        {name} <span className="mc-subtle mc-number">{code}</span>
      </h3>
      <p className="mc-subtle">{t(`catalogue.decision.change.${change}`)}</p>
      <Checklist items={items} />
    </section>
  );
}

/** Who is put on a list and taken off, and what stands in the way. */
function ListEffects({ lists }: Pick<DecisionEffect, 'lists'>) {
  const { t, locale } = useTexts();
  if (lists.length === 0) return null;
  const items = lists.map(
    ({ list, code, name, change, obstacles }): ChecklistItem => ({
      key: `${list} ${code}`,
      state: obstacles.length === 0 ? 'done' : 'missing',
      title: `${name ?? ''} ${code}: ${t(`catalogue.lists.${change}`)} – ${t(`catalogue.lists.name.${list}`)}`,
      note: obstacles.map(({ type }) => translateRefusal(locale, { type })).join(' '),
    }),
  );
  return (
    <section className="mc-panel mc-stack mc-stack--tight" aria-labelledby="tac-dong-danh-muc">
      <h3 id="tac-dong-danh-muc">{t('catalogue.lists.effect')}</h3>
      <Checklist items={items} />
    </section>
  );
}

function Publish({ effect, version }: { readonly effect: DecisionEffect; readonly version: number }) {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-panel mc-panel--gold mc-stack mc-stack--snug">
      <RequestId form="cong-bo" />
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="from" value={effect.from} />
      <input type="hidden" name="effect" value={effect.effect} />
      <p>{t('catalogue.decision.publish.body')}</p>
      <button type="submit" className="ds-button mc-fit" data-variant="primary">
        {t('catalogue.decision.publish', { date: formatDate(plainDate(effect.from)) })}
      </button>
    </form>
  );
}
