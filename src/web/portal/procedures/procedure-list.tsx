import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { ProcedureBrief } from '../../../modules/catalogue/public.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { parameters, procedureAddress } from './addresses.ts';
import { sectorIn, shortNameIn } from './names.ts';

export interface ProcedureListProps {
  readonly items: readonly ProcedureBrief[];
  /** The day the list is of, when it is not today: its links answer as on that day too. */
  readonly day?: PlainDate | undefined;
}

/** Procedures as a list of links, each with what tells it from its neighbours. */
export function ProcedureList({ items, day }: ProcedureListProps) {
  const { t, locale } = useTexts();
  const query = day === undefined ? '' : new URLSearchParams({ [parameters.day]: day }).toString();
  return (
    <ul className="mc-procedures">
      {items.map((item) => (
        <li key={item.code} className="mc-procedure">
          <a className="mc-procedure__name" href={procedureAddress(locale, item.code, query)}>
            {shortNameIn(locale, item)}
          </a>
          <p className="mc-procedure__facts">
            <span className="mc-number">{item.code}</span>
            <span>{sectorIn(locale, item)}</span>
            <span>{item.levels.map((level) => t(`procedures.level.${level}`)).join(', ')}</span>
          </p>
          <p className="mc-row">
            {item.serviceLevel === 'unknown' ? null : (
              <StatusTag tone={item.serviceLevel === 'information' ? 'neutral' : 'success'} icon="globe">
                {t(`procedures.service.${item.serviceLevel}`)}
              </StatusTag>
            )}
            {item.origin === 'imported' ? (
              <StatusTag tone="warning" icon="info">
                {t('procedures.list.imported')}
              </StatusTag>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
