import { roles } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { SelectField, TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';
import type { Typed } from '../typed.ts';

/** The list of units offered while typing; once on a page. */
export const unitList = 'cac-don-vi';

export interface PostFieldsProps {
  /** Stands before the ids, where several such forms are on a page. */
  readonly prefix: string;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
  /** Where the post lies in what is sent. */
  readonly pointer?: string;
}

/** Unit, role, title, signature and days of a post. */
export function PostFields({ prefix, typed, refusal, pointer = '' }: PostFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const at = (name: string) => ({ name, id: `${prefix}.${name}`, problem: problem(`${pointer}/${name}`) });
  return (
    <>
      <TextField
        {...at('unit')}
        label={t('people.post.unit')}
        hint={t('people.post.unit.hint')}
        value={typed.unit}
        list={unitList}
      />
      <SelectField
        {...at('role')}
        label={t('people.post.role')}
        value={typed.role}
        empty={t('people.choose')}
        options={roles.map((role) => ({ value: role, label: t(roleText(role)) }))}
      />
      <TitleFields {...{ prefix, typed, refusal, pointer }} />
      <div className="mc-filters">
        <TextField {...at('from')} label={t('people.post.from')} type="date" value={typed.from} />
        <TextField
          {...at('lastOn')}
          label={t('people.post.last')}
          hint={t('people.post.last.hint')}
          type="date"
          value={typed.lastOn}
          isOptional
        />
      </div>
    </>
  );
}

/** What stands above and below a signature. */
export function TitleFields({ prefix, typed, refusal, pointer = '' }: PostFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  return (
    <>
      <TextField
        name="title"
        id={`${prefix}.title`}
        label={t('people.post.title')}
        value={typed.title}
        problem={problem(`${pointer}/title`)}
      />
      <TextArea
        name="signatureLines"
        id={`${prefix}.signatureLines`}
        label={t('people.post.lines')}
        hint={t('people.post.lines.hint')}
        value={typed.signatureLines}
        rows={2}
        problem={problem(`${pointer}/signatureLines`)}
        isOptional
      />
    </>
  );
}

/** What the fields of a post say, as the command takes it. */
export function postIn(typed: Typed) {
  const { unit = '', role = '', from = '', lastOn } = typed;
  return { unit, role, from, lastOn, ...titleIn(typed) };
}

/** Title and signature alone; one line of the signature a line. */
export function titleIn({ title = '', signatureLines = '' }: Typed) {
  const lines = signatureLines.split(/\r?\n/).map((line) => line.trim());
  return { title, signatureLines: lines.filter(Boolean) };
}

/** Units offered while typing. */
export function UnitList({ labels }: { readonly labels: readonly string[] }) {
  return (
    <datalist id={unitList}>
      {labels.map((label) => (
        <option key={label} value={label} />
      ))}
    </datalist>
  );
}
