import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { FileLink } from './file-link.tsx';

export interface RepresentationProps {
  readonly view: OfficeDossierView;
}

/** By what right the submitter acts for the owner, with the paper to look at. */
export function Representation({ view }: RepresentationProps) {
  const { representation, files } = view;
  const { t, locale } = useTexts();
  if (representation === undefined) return null;
  const { capacity, document, number, issuedOn, issuedBy, checkedAt, fileIds } = representation;
  const scans = files.filter(({ fileId }) => fileIds.includes(fileId));
  const paper = [document, number, issuedOn?.split('-').toReversed().join('/'), issuedBy].filter(Boolean);
  return (
    <DefinitionList
      items={[
        { term: t('represent.capacity'), value: t(`represent.capacity.${capacity}`) },
        {
          term: t('represent.document'),
          value: document === undefined ? t('represent.by-account') : paper.join(', '),
        },
        ...(scans.length === 0
          ? []
          : [
              {
                term: t('represent.files'),
                value: scans.map((file) => <FileLink key={file.fileId} file={file} view={view} />),
              },
            ]),
        ...(document === undefined
          ? []
          : [
              {
                term: t('represent.checking'),
                value:
                  checkedAt === undefined
                    ? t('represent.unchecked')
                    : t('represent.checked', { at: formatDateTime(new Date(checkedAt), locale) }),
              },
            ]),
      ]}
    />
  );
}
