import {lazy} from 'react';
import {useSignedIn} from '../../app/session.ts';

const Board = lazy(async () => ({default: (await import('./Board.tsx')).Board}));
const Work = lazy(async () => ({default: (await import('./Work.tsx')).Work}));
const Wards = lazy(async () => ({default: (await import('../wards/Wards.tsx')).Wards}));
const SettingsPage = lazy(async () => ({default: (await import('../settings/SettingsPage.tsx')).SettingsPage}));

/** What somebody sees first is what their role asks first. */
export function Home() {
  const {role} = useSignedIn();
  if (role === 'chair' || role === 'supervisor') return <Board />;
  if (role === 'home_affairs') return <Wards />;
  if (role === 'admin') return <SettingsPage />;
  return <Work />;
}
