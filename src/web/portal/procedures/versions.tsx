import { data } from 'react-router';
import { addDays, type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { VersionBrief } from '../../../modules/catalogue/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { appContext, type RequestApp } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/versions.ts';
import { parameters, procedureAddress, versionAddress } from './addresses.ts';
import { loadMissing } from './load-procedure.ts';
import { Missing } from './missing.tsx';

export const handle: PageHandle = { english: true };

export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const versions = await app.modules.catalogue.queries.listVersions(app.caller, params.code);
  if (!versions.ok) return loadMissing(app, params.code);
  const lived = versions.value.filter(({ withdrawn }) => !withdrawn);
  return data({
    code: params.code,
    versions: versions.value,
    changes: Object.fromEntries(
      await Promise.all(
        lived.slice(0, compared).map((version, at) => changesOf(app, version, lived[at + 1])),
      ),
    ),
    today: plainDateOf(app.caller.now),
  });
}

/** The newest versions are told with what they changed; older ones are read by opening them. */
const compared = 12;

/** The changes a version made to the one before, by its id; undefined for the first. */
async function changesOf(
  { modules, caller }: RequestApp,
  after: VersionBrief,
  before: VersionBrief | undefined,
): Promise<[string, readonly string[] | undefined]> {
  if (!before) return [after.versionId, undefined];
  const sides = { before: { versionId: before.versionId }, after: { versionId: after.versionId } };
  const { sentences } = orErrorPage(await modules.catalogue.queries.compareTexts(caller, sides));
  return [after.versionId, sentences];
}

export default function Versions({ loaderData }: Route.ComponentProps) {
  const { t, locale } = useTexts();
  if ('missing' in loaderData) return <Missing missing={loaderData.missing} />;
  const { code, versions, changes, today } = loaderData;
  return (
    <div className="mc-stack">
      <PageTitle
        title={t('versions.title', { name: versions[0]?.name ?? code })}
        lead={t('versions.lead')}
        back={{ href: procedureAddress(locale, code), text: t('versions.back') }}
      />
      <form className="mc-find" action={procedureAddress(locale, code)} aria-label={t('versions.day.title')}>
        <div>
          <label htmlFor="ngay">{t('versions.day.label')}</label>
          <input
            id="ngay"
            name={parameters.day}
            type="date"
            className="ds-input"
            defaultValue={today}
            required
          />
        </div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('versions.day.show')}
        </button>
      </form>
      <section className="mc-stack mc-stack--tight" aria-labelledby="phien-ban">
        <h2 id="phien-ban">{t('versions.list')}</h2>
        <ul className="mc-procedures">
          {versions.map((version) => (
            <Version
              key={version.versionId}
              code={code}
              version={version}
              changes={changes[version.versionId]}
              today={today}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface VersionProps {
  readonly code: string;
  readonly version: VersionBrief;
  readonly changes: readonly string[] | undefined;
  readonly today: PlainDate;
}

function Version({ code, version, changes, today }: VersionProps) {
  const { t, locale } = useTexts();
  const { number, validFrom, validTo, ended, withdrawn } = version;
  const state = stateOf(version, today);
  const from = formatDate(validFrom as PlainDate);
  const days =
    validTo === undefined || withdrawn
      ? t('versions.days', { from })
      : t('versions.days.until', { from, until: formatDate(addDays(validTo as PlainDate, -1)) });
  return (
    <li className="mc-procedure">
      <h3 className="mc-procedure__name">
        {withdrawn ? (
          t('versions.number', { number })
        ) : (
          <a href={versionAddress(locale, code, number)}>{t('versions.number', { number })}</a>
        )}
      </h3>
      <p className="mc-procedure__facts">
        <span>{days}</span>
        <span>{t('versions.published', { date: formatDate(new Date(version.publishedAt)) })}</span>
      </p>
      {ended === undefined || validTo === undefined ? null : (
        <p>{t(`versions.ended.${ended}`, { date: formatDate(validTo as PlainDate) })}</p>
      )}
      <p className="mc-row">
        <StatusTag tone={tones[state]}>{t(`versions.state.${state}`)}</StatusTag>
      </p>
      <Changes changes={changes} />
    </li>
  );
}

/** In Vietnamese in either language: the words of the law. */
function Changes({ changes }: Pick<VersionProps, 'changes'>) {
  const { t } = useTexts();
  if (changes === undefined) return null;
  if (changes.length === 0) return <p className="mc-subtle">{t('versions.changes.none')}</p>;
  return (
    <>
      <p className="mc-strong">{t('versions.changes')}</p>
      <ul lang="vi">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </>
  );
}

type State = 'current' | 'future' | 'past' | 'withdrawn';
const tones: Readonly<Record<State, Tone>> = {
  current: 'success',
  future: 'info',
  past: 'neutral',
  withdrawn: 'neutral',
};

function stateOf({ withdrawn, validFrom, validTo }: VersionBrief, today: PlainDate): State {
  if (withdrawn) return 'withdrawn';
  if (validFrom > today) return 'future';
  return validTo === undefined || validTo > today ? 'current' : 'past';
}
