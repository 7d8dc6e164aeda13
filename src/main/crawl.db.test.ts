import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { many } from '../platform/database.ts';
import { once } from '../platform/journal.ts';
import { inTransaction } from '../platform/transaction.ts';
import { anOperation, casesOf, operationsOf } from './testing/crawl/api-cases.ts';
import { closedPatterns } from './testing/crawl/closed-patterns.ts';
import { type Crawl, crawlPages, inTurns } from './testing/crawl/crawl.ts';
import { unrecordedRoute, useCrawledProduct, type Visitor } from './testing/crawl/crawled-product.ts';
import { filledIn, formType, mutantsOf, strangeBodies } from './testing/crawl/fill-form.ts';
import { hostileParts, hostileTexts, randomId, takingTurns } from './testing/crawl/hostile-texts.ts';
import { silentCommands, unrecordedReadings } from './testing/crawl/journal-gaps.ts';
import { addressOf, pagePatterns } from './testing/crawl/page-patterns.ts';
import { valuesOfParameter } from './testing/crawl/parameter-values.ts';
import { secondCanaries } from './testing/crawl/second-owner.ts';
import { actsOf, endsSession, formBody, mayKnow, sendForm, thinned } from './testing/crawl/sent-forms.ts';

/**
 * Every page and resource of `routes.ts`, as it stands there, asked by everybody with everything: what exists, what belongs
 * to others, what does not exist, and nonsense. No 500, no line in the log of errors, nothing leaked. New pages are covered
 * by being listed there.
 */
describe('what answers over HTTP', () => {
  const product = useCrawledProduct();
  const patterns = pagePatterns();
  const turns = takingTurns(hostileTexts);
  const methodTurns = takingTurns(['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const);
  const partTurns = takingTurns(hostileParts);
  let crawl: Crawl;

  /** Looks around, sends every form found as a person might who fills in everything, and looks around again. */
  beforeAll(async () => {
    const insiders = product.visitors.filter(({ isOutsider, token }) => !isOutsider || token === undefined);
    const before = await crawlPages(product, patterns, insiders, { ofOneShape: 1, ofOneParameter: 3 });
    for (const seen of before.forms.values())
      if (!endsSession(seen)) await sendForm(product, seen, seen.visitor, filledIn(seen.form));
    await product.world.runJobs();
    await product.signInAgain();
    crawl = await crawlPages(product, patterns, product.visitors, { ofOneShape: 1, ofOneParameter: 4 });
    // No link leads there: officers type a part of a name.
    const search = `/can-bo/tim?${new URLSearchParams({ q: product.canaries[0]?.slice(0, -6) ?? '' })}`;
    for (const visitor of product.visitors) await product.ask(visitor, { url: search });
  }, 400_000);

  /** Faults since the last look, each kind once. */
  let looked = 0;
  function newFaults(): readonly string[] {
    const all = product.faults;
    const fresh = all.slice(looked);
    looked = all.length;
    return [...new Set(fresh)].slice(0, 40);
  }

  const mostKnown = (pattern: string): Visitor =>
    crawl.opened.get(pattern)?.at(-1)?.visitor ?? (product.visitors[1] as Visitor);

  it('pages open for somebody, and show to nobody what is another’s', () => {
    const closed = patterns.map(({ pattern }) => pattern).filter((pattern) => !crawl.opened.has(pattern));
    expect(newFaults()).toEqual([]);
    expect(patterns.length).toBeGreaterThan(100);
    expect(closed.toSorted()).toEqual(Object.keys(closedPatterns).toSorted());
    expect(crawl.forms.size).toBeGreaterThan(50);
    // Those who may do see it, or hiding it would prove nothing.
    expect(product.shown.size).toBeGreaterThan(1);
    expect(secondCanaries.some((each) => product.shown.has(each))).toBe(true);
    expect(product.visitors.length).toBeGreaterThan(12);
  });

  it('pages answer to ids of nothing and to nonsense in their address', async () => {
    const asked = patterns
      .filter(({ params }) => params.length > 0)
      .flatMap(({ pattern, params }) => {
        const known = params.map((name) => encodeURIComponent(crawl.values.get(name)?.[0] ?? '1'));
        return params.flatMap((_name, at) =>
          [randomId(), ...partTurns(6)].flatMap((part) => {
            const url = addressOf(
              pattern,
              known.map((value, place) => (place === at ? part : value)),
            );
            return [{ visitor: mostKnown(pattern), url }];
          }),
        );
      });
    await inTurns(asked, ({ visitor, url }) => product.ask(visitor, { url }));
    expect(asked.length).toBeGreaterThan(250);
    expect(newFaults()).toEqual([]);
  }, 300_000);

  it('pages answer to nonsense in their query', async () => {
    const asked = patterns.flatMap(({ pattern, queryNames }) => {
      const [seen] = crawl.opened.get(pattern) ?? [];
      const address = (seen?.url ?? addressOf(pattern, ['1', '1'])).split('?', 1)[0] ?? '/';
      const names = new Set([...queryNames, ...(crawl.queryNames.get(pattern) ?? []), '__proto__']);
      return [...names].flatMap((name) =>
        ['0000-01-01', ...turns(1)].map((value) => ({
          visitor: seen?.visitor ?? (product.visitors[0] as Visitor),
          url: `${address}?${new URLSearchParams([[name, value], ...(value === '[]' ? [[name, '1']] : [])])}`,
        })),
      );
    });
    await inTurns(asked, ({ visitor, url }) => product.ask(visitor, { url }));
    expect(asked.length).toBeGreaterThan(300);
    expect(newFaults()).toEqual([]);
  }, 300_000);

  it('pages give their data alone to nobody who may not see them', async () => {
    const asked = patterns.flatMap(({ pattern }) => {
      const urls = (crawl.opened.get(pattern) ?? []).slice(-1).map(({ url }) => url);
      return urls.flatMap((url) => {
        const [path = '/', query] = url.split('?');
        const data = `${path === '/' ? '/_root' : path}.data${query === undefined ? '' : `?${query}`}`;
        return product.visitors
          .filter(({ isOutsider }) => isOutsider)
          .map((visitor) => ({ visitor, url: data }));
      });
    });
    await inTurns(asked, ({ visitor, url }) => product.ask(visitor, { url }));
    expect(asked.length).toBeGreaterThan(300);
    expect(newFaults()).toEqual([]);
  }, 300_000);

  it('a form is taken from nobody who may not see the page it stands on', async () => {
    const outsiders = product.visitors.filter(({ isOutsider }) => isOutsider);
    const before = await actsOf(product.test.owner, outsiders);
    const taken: string[] = [];
    let tried = 0;
    const outsiderTurns = takingTurns(outsiders);
    await inTurns([...crawl.forms.values()], async (seen) => {
      for (const visitor of outsiderTurns(3)) {
        const page = await product.ask(visitor, { url: seen.page });
        if (page.statusCode < 300) continue;
        tried += 1;
        const answer = await sendForm(product, seen, visitor, filledIn(seen.form));
        if (answer.statusCode < 300 && !mayKnow(seen)) taken.push(`${visitor.name} ${seen.form.address}`);
      }
    });
    expect(tried).toBeGreaterThan(100);
    expect(taken).toEqual([]);
    expect(await actsOf(product.test.owner, outsiders)).toBe(before);
    expect(await actsOf(product.test.owner, product.visitors)).toBeGreaterThan(before);
    expect(newFaults()).toEqual([]);
  }, 300_000);

  it('pages answer to any method and to bodies no form sends', async () => {
    const asked = patterns.flatMap(({ pattern, hasAction }) => {
      const [seen] = crawl.opened.get(pattern) ?? [];
      const visitor = seen?.visitor ?? mostKnown(pattern);
      const url = seen?.url ?? addressOf(pattern, [randomId(), '1']);
      const names = [...crawl.forms.values()].find(({ form }) => form.address === url)?.form.fields ?? [];
      const bodies = strangeBodies(names.map(({ name }) => name)).map((each) => ({
        method: 'POST' as const,
        ...each,
      }));
      const methods = methodTurns(2).map((method) => ({ method }));
      return [...methods, ...(hasAction ? bodies : bodies.slice(0, 1))].map((each) => ({
        visitor,
        url,
        ...each,
      }));
    });
    await inTurns(asked, ({ visitor, ...each }) => product.ask(visitor, each));
    expect(asked.length).toBeGreaterThan(300);
    expect(newFaults()).toEqual([]);
  }, 300_000);

  it('pages answer to each of their forms with any field wrong', async () => {
    const ids = [...crawl.values.values()].flat();
    let sent = 0;
    await inTurns([...crawl.forms.values()], async (seen) => {
      if (endsSession(seen)) return;
      for (const pairs of thinned(mutantsOf(seen.form, ids, turns), 6)) {
        sent += 1;
        await sendForm(product, seen, seen.visitor, pairs);
      }
    });
    expect(sent).toBeGreaterThan(300);
    expect(newFaults()).toEqual([]);
  }, 300_000);

  it('every operation of the OpenAPI document and every route of a module answers to all of it', async () => {
    const documented = operationsOf((await product.ask(nobody(), { url: '/api/docs/json' })).json());
    const patternsOfApi = new Set(documented.map(({ pattern }) => pattern));
    const undocumented = product.ownRoutes.filter(
      ({ url }) => url.startsWith('/api/') && !patternsOfApi.has(url),
    );
    expect(undocumented).toEqual([]);
    const others = product.ownRoutes
      .filter(({ url }) => !patternsOfApi.has(url) && !url.endsWith('*'))
      .map(({ method, url }) => anOperation(method, url));
    const names = [...documented, ...others].flatMap(({ pathNames }) => pathNames);
    const values = new Map(crawl.values);
    for (const name of names) values.set(name, await valuesOfParameter(product.test.owner, name));
    const cases = [...documented, ...others].map((each) => ({ ...each, ...casesOf(each, values) }));
    const answered = new Set<string>();
    for (const { pattern, method, proper } of cases)
      for (const visitor of product.visitors)
        await inTurns(proper, async (asked) => {
          const { statusCode } = await product.ask(visitor, asked);
          if (statusCode < 400) answered.add(`${method} ${pattern}`);
        });
    const signedIn = product.visitors[1] ?? nobody();
    await inTurns(
      cases.flatMap(({ wrong }) => wrong),
      (asked) => product.ask(asked.url.length % 3 === 0 ? nobody() : signedIn, asked),
    );
    const readable = documented
      .filter(({ method }) => method === 'GET')
      .map(({ pattern }) => `GET ${pattern}`);
    expect(readable.length).toBeGreaterThan(5);
    expect(readable.filter((each) => !answered.has(each))).toEqual([]);
    expect(newFaults()).toEqual([]);
  }, 300_000);

  it('whatever shows personal data is a reading in the journal, and what is none is found', async () => {
    const { disclosures } = product;
    await product.ask(counter(), { url: unrecordedRoute });
    const unrecorded = await unrecordedReadings(product.test.owner, disclosures);
    const told = new Set(unrecorded.map(({ visitor, url }) => `${visitor} ${url}`));
    expect([...told].slice(0, 60)).toEqual([`${counter().name} ${unrecordedRoute}`]);
    const ofOffices = disclosures.filter(({ url }) => url.startsWith('/can-bo/'));
    const pages = new Set(ofOffices.map(({ pattern }) => pattern));
    const officers = new Set(ofOffices.map(({ visitor }) => visitor));
    expect(disclosures.length).toBeGreaterThan(100);
    const lists = ['/can-bo/tim', '/can-bo/hang-doi/:queue', '/can-bo/hang-doi/:queue/xuat.csv'];
    expect([...pages]).toEqual(expect.arrayContaining([...lists, '/can-bo/ho-so/:dossierId']));
    expect(officers.size, [...officers].join(', ')).toBeGreaterThan(3);
  });

  it('whatever was carried out is an act in the journal, and what is none is found', async () => {
    const { test, world } = product;
    const ctx = world.as({ kind: 'anonymous' });
    await inTransaction(test.db, (tx) =>
      once(tx, ctx, 'test.silent', {}, async () => ({ ok: true, value: {} })),
    );
    expect(await silentCommands(test.owner)).toEqual(['test.silent']);
    const carriedOut = await many(test.owner, sql`select distinct command from platform.action`);
    expect(carriedOut.length).toBeGreaterThan(30);
  });

  it('nobody outside reads a file of a dossier', async () => {
    const files = await valuesOfParameter(product.test.owner, 'fileId');
    const outsiders = product.visitors.filter(({ isOutsider }) => isOutsider);
    const answers = await Promise.all(
      outsiders.flatMap((visitor) =>
        files.flatMap((fileId) =>
          [`/tep/${fileId}`, `/api/v1/files/${fileId}/content`].map((url) => product.ask(visitor, { url })),
        ),
      ),
    );
    expect(answers.length).toBeGreaterThan(20);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([404]));
  });

  it('leaves nothing of anybody in the log, the measurements, the journal, the requests or the jobs', async () => {
    const [name = '', number = ''] = product.canaries;
    await product.ask(counter(), { url: `/can-bo/tim?q=${encodeURIComponent(name)}` });
    await product.ask(nobody(), { url: `/${encodeURIComponent(name)}/${number}?so=${number}` });
    const body = formBody([
      ['ma', 'H53.80.25459-261123-0001'],
      ['code', number],
      ['secondFact', number],
    ]);
    await product.ask(nobody(), { method: 'POST', url: '/tra-cuu', headers: formType, body });
    await product.world.runJobs();

    // What was typed into the forms besides: texts and passwords.
    const typed = ['do người thử điền', 'mật khẩu thử nghiệm'];
    const isPersonal = (text: string) => [...product.canaries, ...typed].some((each) => text.includes(each));
    const { body: measured } = await product.ask(nobody(), { url: '/metrics' });
    expect(measured).toContain('motcua_http_request_seconds');
    expect(product.logged.length).toBeGreaterThan(1_000);
    expect([...product.logged, ...measured.split('\n')].filter(isPersonal)).toEqual([]);
    const tables = ['platform.event', 'platform.action', 'platform.read', 'platform.request_log'];
    const kept = await Promise.all(
      [...tables, 'graphile_worker._private_jobs'].map((table) =>
        many(
          product.test.owner,
          sql<{ text: string }>`select row_to_json(t)::text as text from ${sql.raw(table)} t`,
        ),
      ),
    );
    expect(kept.flat().length).toBeGreaterThan(200);
    // What a draft of a process said before and after is its history: the text of a decision, nobody's data.
    const isHistory = (text: string) => text.includes('"command":"process.save-draft"');
    const isLeak = (text: string) =>
      isHistory(text) ? product.canaries.some((each) => text.includes(each)) : isPersonal(text);
    expect(kept.flat().filter(({ text }) => isLeak(text))).toEqual([]);
  }, 60_000);

  const nobody = (): Visitor => product.visitors[0] as Visitor;
  const counter = (): Visitor =>
    product.visitors.find(({ name }) => name.startsWith('oneStopOfficer')) ?? nobody();
});
