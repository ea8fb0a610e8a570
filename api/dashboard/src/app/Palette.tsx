import {useMemo, useState} from 'react';
import {Autocomplete, Input, Menu, MenuItem, SearchField} from 'react-aria-components';
import {useNavigate} from '@tanstack/react-router';
import {useWholeList} from '../api/hooks.ts';
import {Overlay} from '../components/Overlay.tsx';
import {finds} from '../i18n/fold.ts';
import {t} from '../i18n/text.ts';
import {useOffered} from './offers.ts';
import {kAllPlaces, placesFor} from './rail.ts';
import {useSignedIn} from './session.ts';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly run: () => void;
}

const kShown = 12;

/** Go somewhere, find a matter by its number or words, act on what is open. */
export function Palette({open, onClose}: {readonly open: boolean; readonly onClose: () => void}) {
  return (
    <Overlay label={t('palette')} open={open} onClose={onClose}>
      <PaletteBody onClose={onClose} />
    </Overlay>
  );
}

function useEntries(typed: string): readonly Entry[] {
  const {roles} = useSignedIn();
  const navigate = useNavigate();
  const offers = useOffered();
  const issues = useWholeList('issues', {}, roles.some((each) => each !== 'home_affairs'));
  return useMemo(() => {
    const go = (to: string) => () => void navigate({to: to as '/'});
    const mine = placesFor(roles);
    const places: Entry[] = [...mine, ...kAllPlaces.filter((each) => mine.some((one) => one.to === each.to))]
      .filter((each, at, all) => all.findIndex((one) => one.to === each.to) === at)
      .map((each) => ({id: `go ${each.to}`, label: t(each.label), kind: t('palette_go'), run: go(each.to)}));
    const acts: Entry[] = offers.map((each) => ({...each, id: `act ${each.id}`, kind: t('palette_act')}));
    const account: Entry = {id: 'go account', label: t('place_account'), kind: t('palette_go'),
      run: go('/tai-khoan')};
    const commands = [...acts, ...places, account].filter((each) => finds(each.label, typed));
    const found: Entry[] = typed.trim().length < 2 ? [] : (issues.data?.items ?? [])
      .filter((each) => finds(`${each.id} ${each.subject}`, typed)).slice(0, kShown)
      .map((each) => ({id: `issue ${each.id}`, label: each.subject || each.id, kind: each.id,
        run: go(`/noi-dung/${each.id}`)}));
    return [...commands, ...found].slice(0, 2 * kShown);
  }, [typed, roles, navigate, offers, issues.data]);
}

function PaletteBody({onClose}: {readonly onClose: () => void}) {
  const [typed, setTyped] = useState('');
  const entries = useEntries(typed);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={t('palette')} autoFocus className="palette-field">
        <Input className="input" placeholder={t('palette_hint')} />
      </SearchField>
      <div className="palette-scroll" tabIndex={0} role="group" aria-label={t('palette')}>
      <Menu aria-label={t('palette')} items={entries} className="palette-list"
            renderEmptyState={() => <p className="meta palette-none">{t('palette_none')}</p>}
            onAction={(id) => {
              onClose();
              entries.find((each) => each.id === id)?.run();
            }}>
        {(entry) => (
          <MenuItem id={entry.id} textValue={entry.label} className="palette-entry">
            <span>{entry.label}</span>
            <span className="meta">{entry.kind}</span>
          </MenuItem>
        )}
      </Menu>
      </div>
    </Autocomplete>
  );
}
