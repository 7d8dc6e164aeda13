import { data } from 'react-router';
import { addDays, type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { VersionBrief } from '../../../modules/catalogue/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
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
  return data({ code: params.code, versions: versions.value, today: plainDateOf(app.caller.now) });
}

export default function Versions({ loaderData }: Route.ComponentProps) {
  const { t, locale } = useTexts();
  if ('missing' in loaderData) return <Missing missing={loaderData.missing} />;
  const { code, versions, today } = loaderData;
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
            <Version key={version.versionId} code={code} version={version} today={today} />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface VersionProps {
  readonly code: string;
  readonly version: VersionBrief;
  readonly today: PlainDate;
}

function Version({ code, version, today }: VersionProps) {
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
    </li>
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
