import type { AttachedFile, ClosedFiles, OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { fileSize } from '../../portal/drafts/file-size.ts';
import { FileHold } from '../../ui/file-hold.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { fileAddress } from './file-address.ts';

/** Name of the frame beside the list in which files are shown. */
export const viewerName = 'xem-giay-to';

/** Whether a browser shows it by itself. */
export function isViewable({ mediaType }: AttachedFile): boolean {
  return mediaType === 'application/pdf' || mediaType.startsWith('image/');
}

/** Opens a file in the viewer beside the list, or offers it for saving; a second link opens it in a window of its own. */
export function FileLink({
  file,
  view,
  kind = 'papers',
}: {
  readonly file: AttachedFile | undefined;
  readonly view: Pick<OfficeDossierView, 'closed' | 'fileKey'>;
  readonly kind?: keyof ClosedFiles;
}) {
  const { t } = useTexts();
  if (file === undefined) return null;
  const name = `${file.name} (${fileSize(file.size)})`;
  if (file.hold?.isShut)
    return (
      <span className="mc-file mc-subtle">
        <Icon name="paper" /> {name} <FileHold hold={file.hold} />
      </span>
    );
  const address = fileAddress(view, kind, file.fileId);
  if (address === undefined)
    return (
      <span className="mc-file mc-file--closed mc-subtle">
        <Icon name="paper" /> <span>{t('office.papers.masked', { name })}</span>
      </span>
    );
  if (!isViewable(file))
    return (
      <a className="mc-file" href={`${address}${address.includes('?') ? '&' : '?'}tai-ve=1`}>
        <Icon name="paper" /> {t('office.papers.save', { name })} <FileHold hold={file.hold} />
      </a>
    );
  return (
    <span className="mc-file">
      <Icon name="paper" />
      <a href={address} target={viewerName}>
        {name}
      </a>
      <a href={address} target="_blank" rel="noreferrer" className="mc-file__apart">
        {t('office.papers.apart')}
        <span className="mc-visually-hidden"> {file.name}</span>
      </a>
      <FileHold hold={file.hold} />
    </span>
  );
}
