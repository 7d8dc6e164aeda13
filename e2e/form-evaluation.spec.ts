import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import cases from '../src/modules/forms/core/evaluate.cases.json' with { type: 'json' };
import { startBirthRegistration } from './support/birth-registration.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';

/** The evaluation as the browser gets it, with its corpus runner, as one script. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./support/run-form-cases.ts', import.meta.url));
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'formCases', fileName: 'form-cases' } },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const [chunk] = (first as Rollup.RollupOutput).output;
  return chunk.code;
}

test('the browser evaluates the corpus as the server does, under the strict policy', async ({ page }) => {
  const script = await bundle();
  await page.route('**/form-cases.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await signInAsCitizen(page, 'Phan Thị Mỹ Duyên');
  await startBirthRegistration({ page, scripted: true });
  await page.addScriptTag({ url: '/form-cases.js' });
  const outcomes = await page.evaluate((given) => window.formCases.run(given), cases);
  for (const [index, each] of cases.entries()) {
    expect(outcomes[index], each.name).toEqual({ answers: each.expect, refused: each.refused });
  }
});

test('what is chosen before the script runs brings its communes when it does', async ({ page }) => {
  await signInAsCitizen(page, 'Phan Thị Mỹ Duyên');
  await startBirthRegistration({ page, scripted: true });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  const home = page.getByRole('group', { name: 'Nơi cư trú', exact: true });
  await home.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Tây Ninh' });
  await home.getByLabel('Số nhà').fill('Số 12');
  const commune = home.getByRole('option', { name: 'Phường Tân Ninh' });
  await expect(commune).not.toBeAttached();
  release();
  await expect(commune).toBeAttached();
  await expect(home.getByLabel('Số nhà')).toHaveValue('Số 12');
});
