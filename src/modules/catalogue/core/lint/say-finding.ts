import { hasText, translate } from '../../../../texts/translate.ts';
import type { Finding } from './finding.ts';

/** A finding with its Vietnamese sentence. */
export interface SaidFinding extends Finding {
  readonly sentence: string;
}

export function sayFinding(finding: Finding): SaidFinding {
  const key = `catalogue.lint.${finding.type}`;
  const channel = finding.params?.channel;
  const channelKey = `difference.channel.${channel}`;
  const params = {
    ...finding.params,
    ...(channel === undefined ? {} : { channel: hasText(channelKey) ? translate('vi', channelKey) : '' }),
  };
  return { ...finding, sentence: hasText(key) ? translate('vi', key, params) : finding.type };
}
