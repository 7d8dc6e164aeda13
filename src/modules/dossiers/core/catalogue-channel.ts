import type { Channel } from '../../catalogue/public.ts';
import type { SubmissionChannel } from '../contract.ts';

/** The channel of the published text that a way of submitting belongs to: help at a counter is still online. */
export function catalogueChannel(channel: SubmissionChannel): Channel {
  return channel === 'assistedOnline' ? 'online' : channel;
}
