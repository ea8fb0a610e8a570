import {Button} from 'react-aria-components';
import {Overlay} from '../components/Overlay.tsx';
import {t} from '../i18n/text.ts';
import {useWaiting} from '../offline/queue.ts';
import type {Vault} from '../offline/vault.ts';

interface Props {
  readonly vault: Vault;
  readonly onStay: () => void;
  readonly onLeave: (how: 'seal' | 'drop') => void;
}

/** Somebody signs out with acts unsent: what shall become of them is asked, and nothing is thrown away unasked. */
export function Leaving({vault, onStay, onLeave}: Props) {
  const waiting = useWaiting();
  return (
    <Overlay label={t('leaving')} open onClose={onStay}>
      <div className="overlay-form stack leaving">
        <h2>{t('leaving')}</h2>
        <p>{t('leaving_count', {count: waiting.length})}</p>
        <ul className="lines">{waiting.map((each) => <li key={each.id}>{each.title}</li>)}</ul>
        <p className="meta">{t(vault.staysSealed ? 'leaving_sealed_help' : 'leaving_drop_help')}</p>
        <div className="row">
          <Button className="button main" autoFocus onPress={onStay}>{t('leaving_stay')}</Button>
          {vault.staysSealed ? <Button className="button" onPress={() => onLeave('seal')}>{t('leaving_sealed')}</Button> : null}
          <Button className="button" onPress={() => onLeave('drop')}>{t('leaving_drop')}</Button>
        </div>
      </div>
    </Overlay>
  );
}
