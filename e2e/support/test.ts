import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** Playwright's `test` in which every test comes from a network address of its own. */
export const test = base.extend({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use, info) => {
    const [first = 0, second = 0] = Buffer.from(info.testId.slice(0, 4), 'hex');
    await use({ ...extraHTTPHeaders, 'x-forwarded-for': `10.${info.workerIndex % 250}.${first}.${second}` });
  },
});

export { expect };

/** A phone of 390 and a desk of 1440 pixels: every page must be right on both. */
const widths = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/**
 * Holds the page as it stands against axe (WCAG 2.2 AA and good practice) at both widths, and against sideways
 * scrolling. Leaves the viewport as it was.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const viewport of widths) {
    await page.setViewportSize(viewport);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(told, `axe at ${viewport.width} px on ${page.url()}`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `sideways scrolling at ${viewport.width} px on ${page.url()}`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}

/** Opens the page again until the worker has done its part and shows it: what happens after an answer has no signal. */
export async function untilShown(page: Page, what: Locator): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(what).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
}
