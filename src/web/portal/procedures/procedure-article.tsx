import type { ReactNode } from 'react';
import type { ProcedurePage } from '../../../modules/catalogue/public.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import {
  channelOf,
  listAddress,
  matterParameters,
  reportWrongAddress,
  versionsAddress,
} from './addresses.ts';
import { Agency } from './agency.tsx';
import { CasePicker } from './case-picker.tsx';
import { Fees } from './fees.tsx';
import { LegalBases } from './legal-bases.tsx';
import { ListedFor } from './listed.tsx';
import { sectorIn, shortNameIn } from './names.ts';
import { Papers } from './papers.tsx';
import { ResultList } from './result-list.tsx';
import { StepList } from './step-list.tsx';
import { governmentService, StructuredData } from './structured-data.tsx';
import { SummaryPanel } from './summary-panel.tsx';
import { TimeLimits } from './time-limits.tsx';
import { VersionLine } from './version-line.tsx';
import { VersionNotice } from './version-notice.tsx';

export interface ProcedureArticleProps {
  readonly page: ProcedurePage;
  readonly search: string;
  /** The one address of the page. */
  readonly address: string;
}

/** A procedure as it answers on one day for one matter: what to bring, how long, how much, where, by which steps. */
export function ProcedureArticle({ page, search, address }: ProcedureArticleProps) {
  return (
    <article itemScope itemType={governmentService}>
      <StructuredData version={page.version} address={address} />
      <Title page={page} />
      <div className="mc-columns mc-columns--aside-first">
        <SummaryPanel page={page} search={search} />
        <div className="mc-stack mc-stack--loose">
          <Warnings page={page} />
          <CasePicker
            page={page}
            search={search}
            channel={channelOf(new URLSearchParams(search).get(matterParameters.channel))}
          />
          <Sections page={page} search={search} />
        </div>
      </div>
    </article>
  );
}

function Title({ page: { version } }: { readonly page: ProcedurePage }) {
  const { t, locale } = useTexts();
  const title = shortNameIn(locale, version);
  return (
    <>
      <PageTitle
        title={title}
        lead={
          locale === 'en' ? (version.content.summaryEn ?? version.content.summary) : version.content.summary
        }
        back={{ href: listAddress(locale), text: t('procedure.back') }}
      />
      <p className="mc-procedure__facts">
        <span>
          {t('procedure.code')} <strong className="mc-number">{version.code}</strong>
        </span>
        <span>{sectorIn(locale, version)}</span>
        <span>{version.levels.map((level) => t(`procedures.level.${level}`)).join(', ')}</span>
        <span>{t(`procedures.service.${version.serviceLevel}`)}</span>
        {version.lists?.some(({ facts }) => facts.list === 'essential') ? (
          <span>
            <StatusTag tone="info">{t('procedure.essential')}</StatusTag>
          </span>
        ) : null}
      </p>
      {title === version.name ? null : (
        <p className="mc-subtle mc-small" lang="vi">
          {t('procedure.legal-name', { name: version.name })}
        </p>
      )}
    </>
  );
}

function Warnings({ page }: { readonly page: ProcedurePage }) {
  const { t } = useTexts();
  const { version } = page;
  return (
    <>
      <VersionNotice page={page} />
      {version.origin === 'imported' ? (
        <Notice tone="warning" title={t('procedure.imported.title')}>
          <p>{t('procedure.imported.body')}</p>
        </Notice>
      ) : null}
    </>
  );
}

function Sections({ page, search }: { readonly page: ProcedurePage; readonly search: string }) {
  const { t, locale } = useTexts();
  const { guide, version } = page;
  const { content } = version;
  return (
    <>
      <Section id="giay-to" title={t('procedure.papers.title')}>
        <Papers guide={guide} cases={content.cases} sets={content.dossierSets} />
      </Section>
      <Section id="thoi-han" title={t('procedure.time.title')}>
        <TimeLimits times={guide.times} />
        <p className="mc-subtle mc-small">{t('procedure.time.from')}</p>
      </Section>
      <Section id="phi" title={t('procedure.fee.title')}>
        <Fees guide={guide} cases={content.cases} search={search} />
      </Section>
      <Section id="co-quan" title={t('procedure.agency.title')}>
        <Agency version={version} />
      </Section>
      <Section id="cac-buoc" title={t('procedure.steps.title')}>
        <StepList told={page.steps} />
      </Section>
      <Section id="ket-qua" title={t('procedure.results.title')}>
        <ResultList results={content.results} />
      </Section>
      <ListedFor version={version} />
      {content.requirements.length === 0 ? null : (
        <Section id="dieu-kien" title={t('procedure.requirements.title')}>
          <ul>
            {content.requirements.map((requirement) => (
              <li key={requirement}>{requirement}</li>
            ))}
          </ul>
        </Section>
      )}
      <div className="mc-stack mc-stack--tight">
        <Disclosure summary={t('procedure.law.title')}>
          <LegalBases content={content} />
        </Disclosure>
        <Disclosure summary={t('procedure.doubt.what')}>
          <p>{t('procedure.doubt.what.body')}</p>
        </Disclosure>
        <p className="mc-subtle mc-small">
          <VersionLine version={version} />{' '}
          <a href={versionsAddress(locale, version.code)}>
            {t(version.number === 1 ? 'procedure.version.all' : 'procedure.version.changes')}
          </a>
        </p>
        <p className="mc-small">
          <a href={reportWrongAddress(version)} rel="nofollow">
            {t('procedure.report-wrong')}
          </a>
        </p>
      </div>
    </>
  );
}

function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="mc-stack mc-stack--tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
