import type { OfficeDossierView, PartyView } from '../../../modules/dossiers/contract.ts';
import type { DescribedLine, DescribedPage } from '../../../modules/forms/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Definition, DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { postalFacts } from '../../ui/postal-facts.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { Representation } from './representation.tsx';

export interface GivenProps {
  readonly view: OfficeDossierView;
  readonly given: readonly DescribedPage[];
}

/** What the citizen gave: who they are, how and when they submitted, and what they declared. */
export function Given({ view, given }: GivenProps) {
  const { t } = useTexts();
  const [owner, ...others] = view.parties;
  const submitter = others.find((party) => party.role === 'submitter');
  const differing = others.filter(
    (party) => !isSamePerson(party, owner) && (party === submitter || !isSamePerson(party, submitter)),
  );
  return (
    <div className="mc-stack mc-stack--snug">
      <h2 id="nguoi-nop">{t('office.given.title')}</h2>
      {[...(owner === undefined ? [] : [owner]), ...differing].map((party) => (
        <div key={party.role} className="mc-party">
          <h3>{t(`office.party.${party.role}`)}</h3>
          <DefinitionList items={partyFacts(party, t)} />
          {party.role === 'submitter' ? <Representation view={view} /> : null}
        </div>
      ))}
      {differing.length === 0 ? <p className="mc-small mc-subtle">{t('office.given.in-person')}</p> : null}
      {view.partyChanges.map((change) => (
        <p key={`${change.at} ${change.role}`} className="mc-small mc-subtle">
          {t('office.given.corrected', {
            role: t(`office.party.${change.role}`),
            field: t(`privacy.field.${change.field}`),
            before: change.before ?? '–',
            at: formatDateTime(new Date(change.at)),
          })}
        </p>
      ))}
      <DefinitionList items={submissionFacts(view, t)} />
      {given.map((page) => (
        <Disclosure key={page.key} summary={page.label} open>
          <Answers lines={page.lines} />
        </Disclosure>
      ))}
      {view.answerNotes.map(({ at, text }) => {
        const when = formatDateTime(new Date(at));
        return (
          <p key={at} className="mc-strong">
            {text === undefined
              ? t('office.given.note.masked', { at: when })
              : t('office.given.note', { at: when, text })}
          </p>
        );
      })}
      {view.formVersionId === undefined ? (
        <p className="mc-small mc-subtle">{t('office.given.on-paper')}</p>
      ) : null}
    </div>
  );
}

function Answers({ lines }: { readonly lines: readonly DescribedLine[] }) {
  const { t } = useTexts();
  const single = lines.filter((line) => line.rows === undefined);
  return (
    <>
      <DefinitionList
        items={single.map((line) => ({
          term: line.label,
          value: line.text === '' ? <span className="mc-subtle">{t('office.given.empty')}</span> : line.text,
        }))}
      />
      {lines.flatMap((line) =>
        (line.rows ?? []).map((row) => (
          <div key={`${line.pointer} ${row.label}`} className="mc-party">
            <h3>{row.label}</h3>
            <Answers lines={row.lines} />
          </div>
        )),
      )}
    </>
  );
}

function isSamePerson(party: PartyView, owner: PartyView | undefined): boolean {
  return owner !== undefined && party.name === owner.name && party.identityNumber === owner.identityNumber;
}

function partyFacts(party: PartyView, t: Translate): readonly Definition[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('office.party.name'), party.name],
    [t('office.party.identity'), party.identityNumber],
    [t('represent.tax-code'), party.taxCode],
    [t('office.party.birth'), party.birthDate && dateText(party.birthDate)],
    [t('office.party.phone'), party.phone],
    [t('office.party.email'), party.email],
    [t('office.party.address'), party.address],
  ];
  return facts.flatMap(([term, value]) => (value ? [{ term, value }] : []));
}

/** A birth date may be a year alone. */
function dateText(text: string): string {
  return text.split('-').reverse().join('/');
}

function submissionFacts(view: OfficeDossierView, t: Translate): readonly Definition[] {
  return [
    { term: t('office.given.channel'), value: t(`dossiers.channel.${view.channel}`) },
    { term: t('office.given.submitted'), value: <DateTime at={new Date(view.submittedAt)} /> },
    { term: t('office.given.case'), value: view.caseName },
    ...(view.foreignCode === undefined
      ? []
      : [{ term: t('office.given.foreign-code'), value: view.foreignCode }]),
    ...postalFacts(view.post, t),
  ];
}
