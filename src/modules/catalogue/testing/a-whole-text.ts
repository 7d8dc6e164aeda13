import { type ProcedureText, procedureText } from '../core/procedure-text.ts';
import { aProcedure } from './a-procedure.ts';

type More = NonNullable<Parameters<typeof aProcedure>[0]>;
const verified = { certainty: 'verified' as const };

/** A text with a paper, a time limit and a fee, in which nothing is wrong; anything may be set otherwise. */
export function aWholeText(content: More['content'] = {}, header: Omit<More, 'content'> = {}): ProcedureText {
  const {
    validFrom: _from,
    validTo: _to,
    prominence: _place,
    ...said
  } = aProcedure({
    ...header,
    content: {
      components: [{ key: 'to-khai', name: 'Tờ khai', mode: 'submit', originals: 1, ...verified }],
      timeLimits: [{ rule: { unit: 'working-days', amount: 2 }, ...verified }],
      fees: [{ key: 'le-phi', name: 'Lệ phí', type: 'charge', rule: { kind: 'free' }, ...verified }],
      ...content,
    },
  });
  return procedureText.parse(said);
}
