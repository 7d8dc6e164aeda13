import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../../../../kernel/actor.ts';
import { zipFile } from '../../../../platform/testing/a-zip-file.ts';
import { must } from '../../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../../platform/testing/test-database.ts';
import { hasText } from '../../../../texts/translate.ts';
import { wrongCellReasons } from '../../core/people/import/wrong-cell.ts';
import { peopleTemplate } from '../../queries/people/people-template.ts';
import { aPeopleRow, savePeopleFile, told } from '../../testing/a-people-file.ts';
import { anAdministration } from '../../testing/an-administration.ts';

const now = new Date('2026-11-26T08:00:00+07:00');

describe('files of people as they may come', () => {
  const test = useTestDatabase();
  let house: Awaited<ReturnType<typeof anAdministration>>;
  let admin: OfficerActor;
  let folder: string;
  let file: string;
  const commands = () => house.identity.people.commands;
  const queries = () => house.identity.people.queries;
  const send = () => commands().stagePeople(house.as(admin), { path: file, name: 'cán bộ.xlsx' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-people-'));
    file = join(folder, 'tep.xlsx');
    house = await anAdministration(test, now);
    admin = await house.signIn('quantri');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('refuses hostile files with what to do about it', async () => {
    const refused = async (content: Buffer | string) => {
      await writeFile(file, content);
      const outcome = await send();
      if (outcome.ok) return 'read';
      expect(hasText(outcome.refusal.type)).toBe(true);
      return outcome.refusal.type;
    };
    const book = '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>';
    const bomb = zipFile([
      { name: 'xl/workbook.xml', content: Buffer.from(book) },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: Buffer.from('<R><Relationship Id="1" Target="s.xml"/></R>'),
      },
      { name: 'xl/s.xml', content: Buffer.alloc(300_000_000, ' ') },
    ]);
    expect(bomb.length).toBeLessThan(5_000_000);
    expect(await refused(bomb)).toBe('identity.people-import-unpacks-too-large');
    expect(await refused('login,họ tên\na,b')).toBe('identity.people-import-torn');
    expect(await refused('')).toBe('identity.people-import-torn');
    expect(await refused(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2_000)]))).toBe(
      'identity.people-import-torn',
    );
    expect(await refused(zipFile([{ name: 'a.txt', content: Buffer.from('a') }]))).toBe(
      'identity.people-import-torn',
    );
    expect(await refused(Buffer.alloc(5_000_001))).toBe('identity.people-import-too-large');
  });

  it('believes nothing of a file whose table is not as it should be', async () => {
    const shape = async (change: (book: exceljs.Workbook) => void) => {
      await savePeopleFile(file, [aPeopleRow(1)], change);
      const { importId } = must(await send());
      const seen = must(await queries().getImport(house.as(admin), importId));
      expect(seen.effect.posts).toBe(0);
      return told(seen.wrong);
    };
    const head = (book: exceljs.Workbook, cell: string, text: string) => {
      const sheet = book.getWorksheet('Danh sách');
      if (sheet) sheet.getCell(cell).value = text;
    };
    expect(await shape((book) => head(book, 'K1', 'Lương'))).toEqual(['K1 unknown-column']);
    expect(await shape((book) => head(book, 'J1', 'Điện thoại'))).toEqual(['J1 repeated-column']);
    expect(await shape((book) => head(book, 'C1', 'STT'))).toEqual(['1 missing-column']);
    expect(await shape((book) => head(book, 'A1', 'Mã'))).toEqual(['1 no-table']);
    const second = (book: exceljs.Workbook) =>
      book.addWorksheet('Nữa').addRow(['Tên đăng nhập', 'Họ và tên']);
    expect(await shape(second)).toEqual(['1 repeated-table']);
    for (const reason of wrongCellReasons) expect(hasText(`people.import.reason.${reason}`)).toBe(true);
  });

  it('reads its own template, filled in', async () => {
    const template = must(await peopleTemplate(house.identity, house.as(admin)));
    await pipeline(template, createWriteStream(file));
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    const sheet = book.getWorksheet('Người dùng');
    const unit = String(book.getWorksheet('Đơn vị')?.getCell('A2').value);
    expect(sheet?.getCell('C2').dataValidation.formulae).toEqual([expect.stringContaining('Đơn vị')]);
    sheet?.addRow(['tu.mau', 'Phạm Thị Mẫu', unit, 'Văn thư', 'Văn thư', '', '01/01/2027']);
    await book.xlsx.writeFile(file);
    const { importId } = must(await send());
    const seen = must(await queries().getImport(house.as(admin), importId));
    expect(told(seen.wrong)).toEqual([]);
    expect(seen.effect).toEqual({ accounts: 1, known: 0, posts: 1 });
  });
});
