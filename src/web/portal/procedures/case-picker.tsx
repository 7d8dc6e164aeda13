import type { Channel } from '../../../modules/catalogue/contract.ts';
import type { ProcedurePage } from '../../../modules/catalogue/public.ts';
import { useTexts } from '../../ui/use-texts.ts';
import {
  channelWord,
  dayOf,
  matterParameters,
  procedureAddress,
  questionPrefix,
  withParameter,
} from './addresses.ts';
import { nameIn, textIn } from './names.ts';

export interface CasePickerProps {
  readonly page: ProcedurePage;
  readonly search: string;
  readonly channel: Channel | undefined;
}

/** How a citizen says which matter is theirs: questions where there are some, else the cases by name. */
export function CasePicker({ page, search, channel }: CasePickerProps) {
  const { t, locale } = useTexts();
  const { version, guide } = page;
  const { questions, cases, channels } = version.content;
  if (questions.length === 0 && cases.length < 2 && channels.length < 2) return null;
  return (
    <section className="mc-panel mc-panel--gold mc-stack" aria-labelledby="truong-hop">
      <div className="mc-stack mc-stack--tight">
        <h2 id="truong-hop">{t('procedure.case.title')}</h2>
        <p>{t('procedure.case.lead')}</p>
      </div>
      {questions.length > 0 ? (
        <Questions page={page} search={search} />
      ) : cases.length > 1 ? (
        <CaseLinks page={page} search={search} />
      ) : null}
      <ChannelLinks page={page} search={search} channel={channel} />
      {cases.length < 2 ? null : (
        <p className="mc-small" role="status">
          {guide.chosenCase
            ? t('procedure.case.chosen', { name: nameIn(locale, guide.chosenCase) })
            : t('procedure.case.open')}{' '}
          {guide.chosenCase ? (
            <a href={procedureAddress(locale, version.code, dayOf(search))}>{t('procedure.case.reset')}</a>
          ) : null}
        </p>
      )}
    </section>
  );
}

function Questions({ page, search }: Omit<CasePickerProps, 'channel'>) {
  const { t, locale } = useTexts();
  const given = new URLSearchParams(search);
  const kept = [...given].filter(([name]) => !name.startsWith(questionPrefix));
  return (
    <form className="mc-stack" action={procedureAddress(locale, page.version.code)}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {page.version.content.questions.map((question) => (
        <fieldset key={question.key} className="mc-question">
          <legend>{textIn(locale, question)}</legend>
          {question.options.map((option) => (
            <label key={option.key} className="mc-question__option">
              <input
                type="radio"
                className="ds-input"
                name={questionPrefix + question.key}
                value={option.key}
                defaultChecked={given.get(questionPrefix + question.key) === option.key}
              />
              <span>{textIn(locale, option)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <div>
        <button type="submit" className="ds-button" data-variant="primary">
          {t('procedure.case.show')}
        </button>
      </div>
    </form>
  );
}

function CaseLinks({ page, search }: Omit<CasePickerProps, 'channel'>) {
  const { locale } = useTexts();
  const { version, guide } = page;
  return (
    <ul className="mc-choices">
      {version.content.cases.map((one) => (
        <li key={one.key}>
          <a
            href={procedureAddress(
              locale,
              version.code,
              withParameter(search, matterParameters.case, one.key),
            )}
            aria-current={guide.chosenCase?.key === one.key ? 'true' : undefined}
          >
            {nameIn(locale, one)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function ChannelLinks({ page, search, channel }: CasePickerProps) {
  const { t, locale } = useTexts();
  const { code, content } = page.version;
  if (content.channels.length < 2) return null;
  const links = [undefined, ...content.channels].map((one) => ({
    key: one ?? 'any',
    text: t(`procedure.channel.${one ?? 'any'}`),
    href: procedureAddress(
      locale,
      code,
      withParameter(search, matterParameters.channel, one && channelWord(one)),
    ),
    isCurrent: one === channel,
  }));
  return (
    <div className="mc-stack mc-stack--tight">
      <p className="mc-small mc-strong" id="cach-nop">
        {t('procedure.channel.title')}
      </p>
      <ul className="mc-choices mc-choices--inline" aria-labelledby="cach-nop">
        {links.map((link) => (
          <li key={link.key}>
            <a href={link.href} aria-current={link.isCurrent ? 'true' : undefined}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
