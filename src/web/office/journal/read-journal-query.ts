/** What the search form asked for, as typed; empty where nothing was. */
export interface JournalQuery {
  readonly source: string;
  readonly login: string;
  readonly subject: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Reads the address of the page: the question, the page of it, and the address of its first page. */
export function readJournalQuery(url: string): {
  readonly asked: JournalQuery;
  readonly cursor: string | undefined;
  readonly address: string;
} {
  const { pathname, searchParams } = new URL(url);
  const value = (name: keyof JournalQuery) => (searchParams.get(name) ?? '').trim();
  const asked: JournalQuery = {
    source: value('source'),
    login: value('login'),
    subject: value('subject'),
    name: value('name'),
    from: value('from'),
    to: value('to'),
  };
  const cursor = searchParams.get('trang') ?? undefined;
  searchParams.delete('trang');
  return { asked, cursor, address: `${pathname}?${searchParams}` };
}
