import {Link} from '@tanstack/react-router';
import {useCallback, useMemo, useState} from 'react';
import {read} from '../../api/client.ts';
import {useRead} from '../../api/hooks.ts';
import {useNames, useSubjects} from '../../api/names.ts';
import type {Resident} from '../../api/shapes.ts';
import {usePart} from '../../app/address.ts';
import {PageHead} from '../../components/PageHead.tsx';
import {Opening, Personal} from '../../components/Sealed.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {t, wordFor} from '../../i18n/text.ts';

function Body({resident}: {readonly resident: Resident}) {
  const names = useNames();
  const subjectOf = useSubjects(resident.issues.length > 0);
  const [opened, setOpened] = useState<Resident | null>(null);
  const open = useCallback(async (purpose: string) => {
    setOpened(await read('residents/{id}', {id: resident.id}, {purpose}));
  }, [resident.id]);
  const close = useCallback(() => setOpened(null), []);
  const shown = opened ?? resident;
  const parts = useMemo(() => ({id: resident.id}), [resident.id]);
  const context = useMemo(() => ({resident}), [resident]);
  return (
    <div className="two-columns">
      <div className="column-acts">
        <ActPanel page="resident" parts={parts} version={resident.version} allowed={resident.allowed_commands} context={context} />
      </div>
      <div className="column-main stack">
        <section className="card">
          <dl className="facts">
            <dt>{t('identity')}</dt><dd>{wordFor('identity', resident.phase)}</dd>
            <dt>{t('name_of_person')}</dt><dd><Personal value={shown.name} /></dd>
            <dt>{t('phone')}</dt><dd><Personal value={shown.phone} /></dd>
            <dt>{t('address')}</dt><dd><Personal value={shown.address} /></dd>
            <dt>{t('khom')}</dt><dd>{names.khom(resident.khom)}</dd>
          </dl>
          <Opening parts={[resident.name, resident.phone, resident.address]} isOpen={opened !== null} onOpen={open} onClose={close} />
        </section>
        <section className="card">
          <h2>{t('place_issues')}</h2>
          <ul className="lines">
            {resident.issues.map((id) => <li key={id}><Link to={`/noi-dung/${encodeURIComponent(id)}` as '/'}>{subjectOf(id)}</Link></li>)}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** One person and their data: who they are, as far as the reader may know, and what becomes of the data. */
export function ResidentPage() {
  const id = usePart('id') ?? '';
  const resident = useRead('residents/{id}', {parts: {id}});
  return (
    <>
      <PageHead title={t('resident')} />
      <ShownWhenRead of={resident}>{(data) => <Body resident={data} />}</ShownWhenRead>
    </>
  );
}
