import type { ProcedureVersion } from './procedure-version.ts';

/** Whether a dossier can be submitted here online, and if not why. */
export type OnlineSubmission =
  | { readonly state: 'open' }
  | { readonly state: 'elsewhere'; readonly system?: string }
  | { readonly state: 'not-online' | 'no-form' | 'no-process' };

/** Submission opens only where the procedure allows it and both the form and the process stand ready. */
export function onlineSubmission(
  version: Pick<ProcedureVersion, 'routing' | 'serviceLevel' | 'content'>,
  ready: { readonly form: boolean; readonly process: boolean },
): OnlineSubmission {
  const { routing, serviceLevel, content } = version;
  if (routing.kind !== 'here')
    return { state: 'elsewhere', ...(routing.system === undefined ? {} : { system: routing.system }) };
  if (serviceLevel === 'information' || !content.channels.includes('online')) return { state: 'not-online' };
  if (!ready.form) return { state: 'no-form' };
  return ready.process ? { state: 'open' } : { state: 'no-process' };
}
