import { sql } from 'kysely';

/**
 * Who decides, of the version `v`, as one text: `commune`, `unit:` with the key of the unit, or `named:` with the name
 * where only words are known; null where not even those are.
 */
export const agencyOf = sql<string | null>`
  case v.content #>> '{competentAgency,rule,kind}'
    when 'commune' then 'commune'
    when 'unit' then 'unit:' || (v.content #>> '{competentAgency,rule,unitKey}')
    else 'named:' || nullif(v.content #>> '{competentAgency,name}', '')
  end`;
