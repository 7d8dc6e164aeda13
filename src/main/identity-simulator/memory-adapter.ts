import type { Adapter, AdapterPayload } from 'oidc-provider';

const mostKept = 2000;

/** State of the simulator: in memory, gone with the process, oldest thrown out first. */
export function createMemoryAdapter(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    const payloads = () =>
      [...kept].filter(([key]) => key.startsWith(`${model}:`)).map(([, payload]) => payload);
    return {
      async upsert(id, payload) {
        kept.set(keyOf(id), payload);
        const [oldest] = kept.keys();
        if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      },
      find: async (id) => kept.get(keyOf(id)),
      findByUid: async (uid) => payloads().find((payload) => payload.uid === uid),
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = kept.get(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
