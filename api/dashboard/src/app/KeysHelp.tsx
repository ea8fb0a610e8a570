import {Overlay} from '../components/Overlay.tsx';
import {t} from '../i18n/text.ts';
import {placesFor} from './rail.ts';
import {useSignedIn} from './session.ts';

export function KeysHelp({open, onClose}: {readonly open: boolean; readonly onClose: () => void}) {
  const {roles} = useSignedIn();
  const rows: [string, string][] = [
    ['Ctrl K', t('keys_palette')], ['/', t('keys_search')], ['j k ↑ ↓', t('keys_row')],
    ['Enter', t('keys_open')], ['Esc', t('keys_back')], ['t', t('keys_as_of')],
    ['p', t('keys_print')], ['?', t('keys_help')],
    ...placesFor(roles).flatMap((each): [string, string][] =>
      each.letter ? [[`g ${each.letter}`, t('keys_go', {place: t(each.label)})]] : []),
  ];
  return (
    <Overlay label={t('keys')} open={open} onClose={onClose}>
      <div className="keys-help">
        <h2>{t('keys')}</h2>
        <dl className="facts">
          {rows.map(([key, what]) => (
            <div key={key} className="keys-row">
              <dt>{key.split(' ').map((each) => <kbd key={each}>{each}</kbd>)}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p className="meta">{t('keys_note')}</p>
      </div>
    </Overlay>
  );
}
