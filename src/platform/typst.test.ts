import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTypst, type Typst } from './typst.ts';

const fonts = path.resolve(import.meta.dirname, '../../assets/fonts/liberation-serif');
const at = new Date('2026-11-20T02:00:00Z');
let workspace: string;
let typst: Typst;

beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'motcua-typst-'));
  const template = (name: string, text: string) => writeFile(path.join(workspace, name), text);
  await template('good.typ', '#set text(font: "Liberation Serif")\n#sys.inputs.name');
  await template('font.typ', '#set text(font: "No Such Font")\nx');
  await template('outside.typ', '#read("../../etc/passwd")');
  await template('endless.typ', '#let f(x) = f(x + 1)\n#f(0)');
  typst = createTypst({ workspace, fonts });
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

describe('typst', () => {
  it('makes equal bytes of equal input, also over a change of process', async () => {
    const first = await typst.render('good.typ', { name: 'Nguyễn' }, at);
    const names = Array.from({ length: 250 }, (_, index) => `Nguyễn ${index}`);
    const many = await Promise.all(names.map((name) => typst.render('good.typ', { name }, at)));
    const last = await typst.render('good.typ', { name: 'Nguyễn' }, at);
    expect(many).toHaveLength(250);
    expect(Buffer.from(last.pdf).equals(first.pdf)).toBe(true);
    expect(last.pages).toBe(1);
  });

  it.each([
    ['font.typ', /unknown font family/],
    ['outside.typ', /could not render outside/],
    ['endless.typ', /recursion|depth/],
    ['missing.typ', /could not render missing/],
  ])('says why %s cannot be printed, and goes on', async (template, reason) => {
    await expect(typst.render(template, {}, at)).rejects.toThrow(reason);
    await expect(typst.render('good.typ', { name: 'x' }, at)).resolves.toMatchObject({ pages: 1 });
  });
});
