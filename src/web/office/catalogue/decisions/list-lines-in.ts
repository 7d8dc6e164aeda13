import type { Refusal } from '../../../../kernel/refusal.ts';
import type { ListLineView } from '../../../../modules/catalogue/contract.ts';
import { given, numberIn, textIn } from '../../typed.ts';

/** A line of a list as the command takes it. */
type Line =
  | { readonly change: 'add'; readonly code: string; readonly facts: object }
  | { readonly change: 'remove'; readonly code: string; readonly list: string };

/** A line that stands, as it is sent again. */
export function standingLine({ change, code, list, facts }: ListLineView): Line {
  return change === 'add' && facts ? { change, code, facts } : { change: 'remove', code, list };
}

/** The lines a form adds: one for each code, all with the same facts. */
export function listLinesIn(form: FormData): readonly Line[] {
  const list = textIn(form, 'list') ?? '';
  const codes = new Set((textIn(form, 'codes') ?? '').split(/[\s,;]+/).filter((code) => code !== ''));
  const removes = form.get('does') === 'remove';
  return [...codes].map((code) =>
    removes ? { change: 'remove', code, list } : { change: 'add', code, facts: factsIn(form, list) },
  );
}

const fieldOf: readonly (readonly [RegExp, string])[] = [
  [/^\/lists\/\d+\/facts\/.*percent$/, '/percent'],
  [/^\/lists\/\d+\/facts\/name$/, '/name'],
  [/^\/lists\/\d+\/facts\/procedures/, '/members'],
  [/^\/lists\/\d+\/code$/, '/codes'],
];

/** A refusal of lines, told of the form's own fields: one form makes many lines. Each is said once. */
export function ofTheForm(refusal: Refusal): Refusal {
  const fields = (refusal.fields ?? []).map((field) => ({
    ...field,
    pointer: fieldOf.find(([line]) => line.test(field.pointer))?.[1] ?? field.pointer,
  }));
  const said = new Map(fields.map((field) => [`${field.pointer} ${field.type}`, field]));
  return said.size === 0 ? refusal : { ...refusal, fields: [...said.values()] };
}

/** What follows from being on the list; the command parses it. */
function factsIn(form: FormData, list: string): object {
  switch (list) {
    case 'post':
      return { list, intake: form.get('intake') !== null, return: form.get('return') !== null };
    case 'interconnected':
      return {
        list,
        kind: textIn(form, 'kind'),
        ...given({ name: textIn(form, 'name'), procedures: members(form) }),
      };
    case 'paperless': {
      const weekdays = form.getAll('weekday').map(Number);
      return { list, ...(weekdays.length > 0 && { weekdays }) };
    }
    case 'onlineTime':
      return { list, percent: numberIn(form, 'percent') };
    case 'onlineFee':
      return { list, rule: { kind: 'percent', percent: numberIn(form, 'percent') } };
    default:
      return { list };
  }
}

/** `1.004222 | Đăng ký thường trú | Công an cấp xã`, one a line. */
function members(form: FormData) {
  const lines = (textIn(form, 'members') ?? '').split('\n').map((line) => line.trim());
  const procedures = lines
    .filter((line) => line !== '')
    .map((line) => {
      const [code = '', name, agency] = line.split('|').map((part) => part.trim());
      return { code, ...given({ name: name || undefined, agency: agency || undefined }) };
    });
  return procedures.length === 0 ? undefined : procedures;
}
