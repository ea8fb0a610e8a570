import {useState} from 'react';
import {Button} from 'react-aria-components';
import {useRead, useRefresh} from '../api/hooks.ts';
import {send} from '../api/client.ts';
import {Problem} from '../api/problem.ts';
import {newKey} from '../api/random.ts';
import {useAddress} from '../app/address.ts';
import {t} from '../i18n/text.ts';
import {Text} from './fields.tsx';
import {Overlay} from './Overlay.tsx';
import {isShown, queryOfView, valuesOfView} from './saved_views.ts';

interface Props {
  readonly page: 'issues' | 'dialogues' | 'events';
}

function SaveView({page, query, onClose}: Props & {readonly query: string; readonly onClose: () => void}) {
  const refresh = useRefresh();
  const [name, setName] = useState('');
  const [fault, setFault] = useState('');
  const save = async () => {
    try {
      await send({method: 'PUT', path: `saved-views/v-${newKey().slice(0, 12)}`, headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({name: name.trim(), page, query})});
      await refresh();
      onClose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFault(error.faults[0]?.detail ?? error.message);
    }
  };
  return (
    <form className="stack overlay-form" onSubmit={(event) => {
      event.preventDefault();
      void save();
    }}>
      <h3>{t('view_save')}</h3>
      <Text name="view-name" label={t('view_name')} value={name} onChange={setName} required fault={fault || undefined} />
      <div className="row">
        <Button type="submit" className="button main">{t('view_save')}</Button>
        <Button className="button plain" onPress={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** One's own named filters of this list: chosen with a press, saved as the list is shown now. */
export function SavedViews({page}: Props) {
  const views = useRead('saved-views', {now: true});
  const refresh = useRefresh();
  const [search, change] = useAddress();
  const [saving, setSaving] = useState(false);
  const own = (views.data?.items ?? []).filter((each) => each.page === page);
  const query = queryOfView(search);
  const chosen = own.find((each) => isShown(each.query, search));
  return (
    <div className="row saved-views no-print" role="group" aria-label={t('views_own')}>
      {own.map((each) => (
        <button key={each.id} type="button" className="chip" aria-pressed={each === chosen} onClick={() => change(valuesOfView(each.query, search))}>{each.name}</button>
      ))}
      {chosen ? (
        <Button className="button plain small" onPress={() => {
          void send({method: 'DELETE', path: `saved-views/${encodeURIComponent(chosen.id)}`}).then(refresh);
        }}>{t('view_delete', {name: chosen.name})}</Button>
      ) : query !== '' ? <Button className="button plain small" data-save-view onPress={() => setSaving(true)}>{t('view_save')}</Button> : null}
      <Overlay label={t('view_save')} open={saving} onClose={() => setSaving(false)}>
        {saving ? <SaveView page={page} query={query} onClose={() => setSaving(false)} /> : null}
      </Overlay>
    </div>
  );
}
