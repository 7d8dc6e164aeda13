import { Disclosure } from '../../ui/disclosure.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** How anybody checks a stamp with a tool that is none of ours. */
export function HowToCheck({ address, day }: { readonly address: string; readonly day: string }) {
  const { t } = useTexts();
  return (
    <Disclosure summary={t('audit.heads.check')}>
      <p>{t('audit.heads.check.why')}</p>
      <ol>
        <li>{t('audit.heads.check.files')}</li>
        <li>
          <a href={`${address}/chung-thu-goc.pem`}>{t('audit.heads.check.anchors')}</a>{' '}
          {t('audit.heads.check.compare')}
        </li>
        <li>
          {t('audit.heads.check.run')}
          <br />
          <code className="mc-code mc-break">
            openssl ts -verify -in {day}.tsr -data {day}.txt -CAfile chung-thu-goc.pem
          </code>
        </li>
      </ol>
      <p>{t('audit.heads.check.then')}</p>
    </Disclosure>
  );
}
