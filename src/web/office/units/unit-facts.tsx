import type { UnitView } from '../../../modules/identity/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { hasText, type Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';
import { peopleFilters, peopleHome } from '../people/addresses.ts';
import { reorganisationAddress, unitAddress } from './addresses.ts';

/** What a unit was when, whom it came after, who works there and who changed it. */
export function UnitFacts({ unit }: { readonly unit: UnitView }) {
  const { t } = useTexts();
  return (
    <>
      <Titled id="thoi-ky" title={t('units.spans')}>
        <DataTable
          caption={t('units.spans')}
          columns={spanColumns(t)}
          rows={unit.spans}
          keyOf={({ validFrom }) => validFrom}
        />
      </Titled>
      {(['predecessors', 'successors'] as const).map((side) =>
        unit[side].length === 0 ? null : (
          <Titled key={side} id={side} title={t(`units.${side}`)}>
            <ul className="mc-plain-list">
              {unit[side].map((arrow) => (
                <li key={`${arrow.unitId} ${arrow.on}`}>
                  <a href={unitAddress(arrow.unitId)}>{arrow.name}</a>{' '}
                  <span className="mc-subtle">
                    {t(`units.succession.${arrow.kind}`)}, {t('units.from-day', { on: formatDate(arrow.on) })}
                    {arrow.part === undefined ? null : ` – ${arrow.part}`}
                  </span>
                </li>
              ))}
            </ul>
          </Titled>
        ),
      )}
      {unit.parts.length === 0 ? null : (
        <Titled id="truc-thuoc" title={t('units.parts.title')}>
          <ul className="mc-plain-list">
            {unit.parts.map((part) => (
              <li key={part.unitId}>
                <a href={unitAddress(part.unitId)}>{part.name}</a>
              </li>
            ))}
          </ul>
        </Titled>
      )}
      <Titled id="nguoi" title={t('units.posts')}>
        {unit.posts.length === 0 ? (
          <p className="mc-subtle">{t('units.posts.none')}</p>
        ) : (
          <ul className="mc-plain-list">
            {unit.posts.map((post) => (
              <li key={post.postId}>
                {post.name}{' '}
                <span className="mc-subtle">
                  {post.title} · {t(roleText(post.role))}
                </span>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a
            href={`${peopleHome}?${new URLSearchParams({ [peopleFilters.unit]: `${unit.name} [${unit.key}]` })}`}
          >
            {t('units.posts.manage')}
          </a>
        </p>
      </Titled>
      <Titled id="dau-vet" title={t('units.trail')}>
        {unit.trail.length === 0 ? (
          <p className="mc-subtle">{t('units.trail.none')}</p>
        ) : (
          <ul className="mc-plain-list">
            {unit.trail.map((line) => (
              <li key={`${line.at.toISOString()} ${line.command}`}>
                <DateTime at={line.at} />: {told(t, line.command)}, {line.by}
                {line.reason === undefined ? null : ` (${line.reason})`}
              </li>
            ))}
          </ul>
        )}
      </Titled>
    </>
  );
}

function Titled({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function told(t: Translate, command: string): string {
  const key = `units.command.${command.replace('identity.', '')}`;
  return hasText(key) ? t(key) : command;
}

function spanColumns(t: Translate): readonly Column<UnitView['spans'][number]>[] {
  return [
    { key: 'name', header: t('units.name'), isName: true, cell: ({ facts }) => facts.name },
    {
      key: 'days',
      header: t('units.days'),
      cell: ({ validFrom, validTo }) =>
        validTo === undefined
          ? t('units.from-day', { on: formatDate(validFrom) })
          : `${formatDate(validFrom)} – ${formatDate(validTo)}`,
    },
    { key: 'kind', header: t('units.kind'), cell: ({ facts }) => t(`units.kind.${facts.kind}`) },
    { key: 'parent', header: t('units.parent'), cell: ({ parent }) => parent?.name ?? '' },
    {
      key: 'codes',
      header: t('units.codes'),
      cell: ({ facts }) => [facts.gsoCode, facts.agencyCode].filter(Boolean).join(' · '),
    },
    {
      key: 'source',
      header: t('units.source'),
      cell: ({ source, reorganisationId, isEdited }) =>
        reorganisationId === undefined ? (
          `${source}${isEdited ? ` (${t('units.edited')})` : ''}`
        ) : (
          <a href={reorganisationAddress(reorganisationId)}>{source}</a>
        ),
    },
  ];
}
