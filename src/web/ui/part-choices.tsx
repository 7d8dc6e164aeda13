import type { OfferedGroup } from '../../modules/dossiers/contract.ts';
import { Tick } from './fields.tsx';
import { useTexts } from './use-texts.ts';

export interface PartChoicesProps {
  readonly group: OfferedGroup;
  /** Codes chosen before; without them all are. */
  readonly chosen?: readonly string[] | undefined;
  /** A form that came back: its ticks are what was sent. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** The other procedures that go with this one: each with its agency, ticked until somebody does not want it. */
export function PartChoices({ group, chosen, typed = {} }: PartChoicesProps) {
  const { t } = useTexts();
  const isSent = Object.keys(typed).length > 0;
  const isTicked = (code: string) =>
    isSent ? typed[`part.${code}`] !== undefined : chosen === undefined || chosen.includes(code);
  return (
    <fieldset className="ds-fieldset mc-field" id="parts" tabIndex={-1}>
      <legend className="ds-label">{t('parts.legend')}</legend>
      <p className="mc-subtle mc-small">
        {t(group.isWhole ? 'parts.whole' : 'parts.hint')}
        {group.source === undefined ? null : <> {t('parts.source', { source: group.source })}.</>}
      </p>
      {group.isWhole ? (
        <ul>
          {group.procedures.map((procedure) => (
            <li key={procedure.code}>
              <PartName part={procedure} />
            </li>
          ))}
        </ul>
      ) : (
        group.procedures.map((procedure) => (
          <Tick
            key={procedure.code}
            name={`part.${procedure.code}`}
            label={<PartName part={procedure} />}
            value={procedure.code}
            checked={isTicked(procedure.code)}
          />
        ))
      )}
    </fieldset>
  );
}

/** A procedure with who takes part for it. */
export function PartName({ part }: { readonly part: OfferedGroup['procedures'][number] }) {
  const { t } = useTexts();
  return (
    <>
      {part.name} ({part.code})
      {part.agency === undefined ? null : (
        <>
          <br />
          <span className="mc-subtle mc-small">{t('parts.by', { agency: part.agency })}</span>
        </>
      )}
    </>
  );
}

/** Codes ticked in a sent form. */
export function partsIn(form: FormData): readonly string[] {
  return [...form].flatMap(([name, value]) =>
    name.startsWith('part.') && typeof value === 'string' ? [value] : [],
  );
}
