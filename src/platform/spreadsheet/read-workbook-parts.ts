import { posix } from 'node:path';
import { UnreadableFile } from './unreadable-file.ts';
import { walkXml } from './walk-xml.ts';
import type { ZipArchive } from './zip-archive.ts';

/** A sheet by its name and the part that holds it. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

const workbook = 'xl/workbook.xml';

/** The sheets in the order of their tabs, hidden ones among them, and whether days count from 1904. */
export async function readSheetList(zip: ZipArchive) {
  const targets = new Map<string, string>();
  await walkXml(zip.text('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      // Some programs write it from the root of the archive.
      if (name === 'Relationship' && Id && Target) targets.set(Id, posix.resolve('/xl', Target).slice(1));
    },
  });
  const sheets: SheetPart[] = [];
  let since1904 = false;
  await walkXml(zip.text(workbook), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = targets.get(id ?? '');
      if (part === undefined || !zip.has(part)) throw new UnreadableFile('torn');
      sheets.push({ name: attributes.name ?? '', part });
    },
  });
  return { sheets, since1904 };
}

/** The texts that cells share, each cut just above `longest`. */
export async function readSharedTexts(zip: ZipArchive, longest: number): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return texts;
  let current = '';
  let inText = false;
  let phonetic = false;
  await walkXml(zip.text('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text: (text) => {
      if (inText && current.length <= longest) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') texts.push(current.slice(0, longest + 1));
    },
  });
  return texts;
}

/** For each cell style whether it shows its number as a day. */
export async function readDateStyles(zip: ZipArchive): Promise<readonly boolean[]> {
  const own = new Map<string, string>();
  const styles: boolean[] = [];
  if (!zip.has('xl/styles.xml')) return styles;
  let inCells = false;
  await walkXml(zip.text('xl/styles.xml'), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && numFmtId) own.set(numFmtId, formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(isDateFormat(numFmtId ?? '0', own));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function isDateFormat(id: string, own: ReadonlyMap<string, string>): boolean {
  const code = own.get(id);
  if (code === undefined)
    return (Number(id) >= 14 && Number(id) <= 22) || (Number(id) >= 27 && Number(id) <= 36);
  return /[dy]/i.test(code.replaceAll(/\[[^\]]*\]|"[^"]*"|\\./g, ''));
}
