import {Link, Outlet, useLocation, useNavigate, useSearch} from '@tanstack/react-router';
import {lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore} from 'react';
import {Button, Menu, MenuItem, MenuTrigger, Popover} from 'react-aria-components';
import {currentDemonstrationClock, onDemonstrationClock} from '../api/client.ts';
import {useRead} from '../api/hooks.ts';
import {Icon} from '../components/Icon.tsx';
import {PageBoundary} from '../components/PageBoundary.tsx';
import {setLanguage, t, useLanguage, wordFor, wordOf} from '../i18n/text.ts';
import {day as dayText, wardTime} from '../i18n/dates.ts';
import {AsOfContext, kCompare, readAsOf, useAsOf} from './as_of.ts';
import {isWriting, letterOf, useKeydown} from './keys.ts';
import {prefer, usePreferences} from './preferences.ts';
import {above, placesFor, type Place} from './rail.ts';
import {OfflineStrip} from './OfflineStrip.tsx';
import {useSignedIn} from './session.ts';

const AsOfBar = lazy(async () => ({default: (await import('./AsOfBar.tsx')).AsOfBar}));
const Compare = lazy(async () => ({default: (await import('./Compare.tsx')).Compare}));
const Palette = lazy(async () => ({default: (await import('./Palette.tsx')).Palette}));
const KeysHelp = lazy(async () => ({default: (await import('./KeysHelp.tsx')).KeysHelp}));

export function useWardName(): string {
  const {ward} = useSignedIn();
  const settings = useRead('settings', {now: true});
  return settings.data?.ward?.name ?? ward;
}

/** How much waits behind each place; nothing for who has no work lists. */
function useCounts(places: readonly Place[]): ReadonlyMap<string, number> {
  const {roles} = useSignedIn();
  // The body above the ward is sent reports; what waits in the ward is not for it to read.
  const counts = useRead('work/counts', {now: true, enabled: roles.some((each) => each !== 'home_affairs')});
  return useMemo(() => {
    const known = new Map((counts.data?.lists ?? []).map((each) => [each.list as string, each.count]));
    return new Map(places.flatMap((place): [string, number][] => {
      const lists = (place.lists ?? []).filter((each) => known.has(each));
      return lists.length === 0 ? []
        : [[place.to, lists.reduce((sum, each) => sum + (known.get(each) ?? 0), 0)]];
    }));
  }, [counts.data, places]);
}

function isAt(place: Place, path: string): boolean {
  if (place.to === '/') return path === '/';
  return path === place.to || path.startsWith(`${place.to}/`);
}

/** Of the places whose address begins this one, the nearest. */
function placeAt(places: readonly Place[], path: string): Place | undefined {
  return places.filter((each) => isAt(each, path)).sort((a, b) => b.to.length - a.to.length)[0];
}

function RailLink({place, here, count}: {readonly place: Place; readonly here: boolean;
                                         readonly count: number | undefined}) {
  return (
    <Link to={place.to as '/'} className="rail-link" title={t(place.label)} aria-current={here ? 'page' : undefined}
          activeProps={{}}>
      <Icon name={place.icon} />
      <span className="rail-word">{t(place.label)}</span>
      {count === undefined ? null : <span className="count">{count}<span className="hidden-from-sight"> {t('place_waiting')}</span></span>}
    </Link>
  );
}

function AccountMenu() {
  const {session, role, signOut} = useSignedIn();
  const language = useLanguage();
  const navigate = useNavigate();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <MenuTrigger>
      <Button className="button plain account-button">
        <Icon name="person" />
        <span className="wide">{session.display_name || session.user}</span>
        <span className="hidden-from-sight">– {t('account_menu')}</span>
        <Icon name="down" size={14} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <p className="menu-head">
          <strong>{session.display_name || session.user}</strong>
          <span className="meta">{wordFor('role', role)}</span>
        </p>
        <Menu aria-label={t('account_menu')} className="menu" onAction={(id) => {
          if (id === 'account') void navigate({to: '/tai-khoan'});
          if (id === 'language') {
            prefer({language: other});
            void setLanguage(other);
          }
          if (id === 'out') void signOut();
        }}>
          <MenuItem id="account" className="menu-item">{t('place_account')}</MenuItem>
          <MenuItem id="language" className="menu-item" textValue={t('other_language')}>
            <span lang={other}>{t('other_language')}</span>
          </MenuItem>
          <MenuItem id="out" className="menu-item">{t('sign_out')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function BottomBar({places, path}: {readonly places: readonly Place[]; readonly path: string}) {
  const shown = places.slice(0, 4);
  const navigate = useNavigate();
  const here = placeAt(places, path);
  return (
    <nav className="bottom-bar no-print" aria-label={t('nav')}>
      {shown.map((place) => (
        <Link key={place.to} to={place.to as '/'} activeProps={{}}
              aria-current={here === place ? 'page' : undefined}>
          <Icon name={place.icon} />{wordOf(`${place.label}_short`) ?? t(place.label)}
        </Link>
      ))}
      <MenuTrigger>
        <Button><Icon name="more" />{t('place_more')}</Button>
        <Popover className="popover" placement="top end">
          <Menu aria-label={t('place_more')} className="menu"
                onAction={(to) => void navigate({to: String(to) as '/'})}>
            {[...places.slice(4).map((each) => [each.to, t(each.label)] as const),
              ['/tai-khoan', t('place_account')] as const].map(([to, label]) => (
              <MenuItem key={to} id={to} className="menu-item">{label}</MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </nav>
  );
}

/** The rail stands under a top whose height is not known: bands come and go, and names wrap. */
function useHeightOf(property: string): React.RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const measured = element.current;
    const put = () => document.documentElement.style.setProperty(property, `${measured.offsetHeight}px`);
    const observer = new ResizeObserver(put);
    observer.observe(measured);
    put();
    return () => observer.disconnect();
  }, [property]);
  return element;
}

/** A page that comes takes the focus that went with the one before, so that keys and screen readers begin there. */
function useFocusOfPage(path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    if (document.activeElement === null || document.activeElement === document.body) {
      document.getElementById('content')?.focus({preventScroll: true});
    }
  }, [path]);
}

interface FrameKeys {
  readonly openPalette: () => void;
  readonly openHelp: () => void;
  readonly toggleAsOf: () => void;
  /** One level: out of the past, then from a thing to its list. */
  readonly goBack: () => void;
  readonly places: readonly Place[];
}

function useFrameKeys({openPalette, openHelp, toggleAsOf, goBack, places}: FrameKeys): void {
  const navigate = useNavigate();
  const going = useRef(false);
  useKeydown(useCallback((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.key === 'Escape' && !event.defaultPrevented && !isWriting(event.target) && !document.querySelector('[role=dialog]')) {
      goBack();
      return;
    }
    const letter = letterOf(event);
    if (letter === null) return;
    if (going.current) {
      going.current = false;
      const place = places.find((each) => each.letter === letter);
      if (place) void navigate({to: place.to as '/'});
      return;
    }
    if (letter === 'g') {
      going.current = true;
      window.setTimeout(() => { going.current = false; }, 1500);
    } else if (letter === '?') {
      openHelp();
    } else if (letter === 't') {
      toggleAsOf();
    } else if (letter === 'p') {
      window.print();
    } else if (letter === '/') {
      const field = document.querySelector<HTMLElement>('[data-search]');
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
  }, [navigate, openPalette, openHelp, toggleAsOf, goBack, places]));
}

/** Data of a demonstration goes by a clock of its own, which nobody shall take for the time. */
function DemonstrationNote() {
  const day = useSyncExternalStore(onDemonstrationClock, currentDemonstrationClock);
  return day ? <p className="demonstration">{t('demonstration_clock', {day: dayText(day)})}</p> : null;
}

/** What is printed says what it is of. */
function PrintFoot() {
  const {ward} = useSignedIn();
  const name = useWardName();
  const settings = useRead('settings');
  const asOf = useAsOf();
  return (
    <p className="print-foot">
      {asOf ? `${t('print_as_of', {moment: asOf.label})} · ` : ''}{t('print_foot', {ward: name || ward, position: settings.data?.position ?? 0,
        at: wardTime(new Date().toISOString()), address: decodeURI(location.pathname + location.search)})}
    </p>
  );
}

export function Frame() {
  const {roles} = useSignedIn();
  const {luc, [kCompare]: compared} = useSearch({strict: false}) as Readonly<Record<string, string | undefined>>;
  const path = useLocation({select: (at) => at.pathname});
  const navigate = useNavigate();
  const asOf = useMemo(() => readAsOf(luc), [luc]);
  const places = useMemo(() => placesFor(roles), [roles]);
  const counts = useCounts(places);
  const wardName = useWardName();
  const today = useRead('settings', {now: true}).data?.today ?? null;
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const {railFolded} = usePreferences();
  const here = placeAt(places, path);
  const toggleAsOf = useCallback(() => {
    void navigate({to: '.', search: ((before: {luc?: string}) =>
      ({...before, luc: before.luc ? undefined : today ?? undefined, [kCompare]: undefined})) as never});
  }, [navigate, today]);
  useFrameKeys({openPalette: useCallback(() => setPalette(true), []),
    openHelp: useCallback(() => setHelp(true), []), toggleAsOf, places,
    goBack: useCallback(() => {
      if (asOf) toggleAsOf();
      else if (above(path)) void navigate({to: above(path) as '/'});
    }, [asOf, toggleAsOf, path, navigate])});
  useFocusOfPage(path);
  const top = useHeightOf('--top-height');
  return (
    <AsOfContext.Provider value={asOf}>
      <a className="skip" href="#content">{t('skip')}</a>
      <div className="frame" data-folded={railFolded}>
        <header ref={top} className="top">
          <div className="top-line">
            <Link to="/" className="top-name" activeProps={{}}>
              <strong>{t('name')}</strong><span className="meta">{wardName}</span>
            </Link>
            <Button className="button top-search" onPress={() => setPalette(true)}>
              <Icon name="search" size={18} />
              <span className="wide">{t('palette_button')}</span>
              <kbd className="wide" aria-hidden="true">Ctrl K</kbd>
            </Button>
            {asOf ? null : (
              <Button className="button plain" onPress={toggleAsOf}>
                <Icon name="clock" /><span className="wide">{t('as_of_present')}</span>
                <span className="hidden-from-sight">– {t('as_of_open')}</span>
              </Button>
            )}
            <AccountMenu />
          </div>
          <DemonstrationNote />
          <OfflineStrip />
          {asOf ? <Suspense><AsOfBar asOf={asOf} today={today} compares={compared !== undefined} /></Suspense> : null}
        </header>
        <nav className="rail" aria-label={t('nav')}>
          {places.map((place) => (
            <RailLink key={place.to} place={place} here={here === place} count={counts.get(place.to)} />
          ))}
          <div className="rail-foot">
            <Button className="button plain small" onPress={() => prefer({railFolded: !railFolded})}>
              <Icon name={railFolded ? 'next' : 'back'} size={16} />
              <span className={railFolded ? 'hidden-from-sight' : undefined}>{t(railFolded ? 'rail_unfold' : 'rail_fold')}</span>
            </Button>
          </div>
        </nav>
        <main id="content" className="content" tabIndex={-1}>
          {asOf && compared !== undefined ? <PageBoundary key={`compare ${path}`}><Suspense><Compare asOf={asOf} other={compared === '1' ? null : readAsOf(compared)} path={path} /></Suspense></PageBoundary> : null}
          <PageBoundary key={path}><Outlet /></PageBoundary>
          <PrintFoot />
        </main>
        <BottomBar places={places} path={path} />
      </div>
      <Suspense>
        {palette ? <Palette open onClose={() => setPalette(false)} /> : null}
        {help ? <KeysHelp open onClose={() => setHelp(false)} /> : null}
      </Suspense>
    </AsOfContext.Provider>
  );
}
