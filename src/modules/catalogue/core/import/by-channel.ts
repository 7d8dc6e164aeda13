import type { Channel } from '../content.ts';
import type { SourceChannel } from './source-record.ts';

const channels: Readonly<Record<SourceChannel['channel'], Channel>> = {
  'Trực tuyến': 'online',
  'Trực tiếp': 'counter',
  'Dịch vụ bưu chính': 'post',
};

/** The channels named, each once, in a fixed order. */
export function channelsOf(entries: readonly SourceChannel[]): Channel[] {
  const named = new Set(entries.map((entry) => channels[entry.channel]));
  return (['online', 'counter', 'post'] as const).filter((channel) => named.has(channel));
}

/**
 * Reads each channel's entries into one fact and joins channels whose facts are equal; a fact that holds for
 * all of them loses its channels.
 */
export function byChannel<Fact extends object>(
  entries: readonly SourceChannel[],
  read: (entries: readonly SourceChannel[]) => Fact,
): (Fact & { channels?: Channel[] })[] {
  const facts = new Map<string, { fact: Fact; channels: Channel[] }>();
  const all = channelsOf(entries);
  for (const channel of all) {
    const fact = read(entries.filter((entry) => channels[entry.channel] === channel));
    const same = facts.get(JSON.stringify(fact));
    if (same) same.channels.push(channel);
    else facts.set(JSON.stringify(fact), { fact, channels: [channel] });
  }
  return [...facts.values()].map(({ fact, channels: for_ }) =>
    for_.length === all.length ? fact : { ...fact, channels: for_ },
  );
}
