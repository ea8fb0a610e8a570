import {Link} from '@tanstack/react-router';
import {useMemo, type ReactNode} from 'react';
import type {Reads} from '../../api/client.ts';
import {useRead} from '../../api/hooks.ts';
import {useNames, type Names} from '../../api/names.ts';
import {usePart} from '../../app/address.ts';
import {DataTable} from '../../components/DataTable.tsx';
import {Due} from '../../components/Due.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {day} from '../../i18n/dates.ts';
import {t} from '../../i18n/text.ts';
import {addressOfIssue, issueColumns} from './issueColumns.tsx';

type BriefData = Reads['dialogues/{id}/brief'];
type Listed = BriefData['open'];

function Part({title, count, shown, children}: {readonly title: string; readonly count: number; readonly shown: number; readonly children: ReactNode}) {
  return (
    <section>
      <h2>{title}</h2>
      {count === 0 ? <p className="soft">{t('brief_none')}</p> : children}
      {shown < count ? <p className="meta">{t('list_more', {shown, count})}</p> : null}
    </section>
  );
}

function Issues({title, listed, names}: {readonly title: string; readonly listed: Listed; readonly names: Names}) {
  const columns = useMemo(() => issueColumns(names), [names]);
  return (
    <Part title={title} count={listed.total} shown={listed.items.length}>
      <DataTable label={title} rows={listed.items} keyOf={(each) => each.id} columns={columns} addressOf={addressOfIssue} />
    </Part>
  );
}

function Promises({promises: {total, items}, names}: {readonly promises: BriefData['promises']; readonly names: Names}) {
  return (
    <Part title={t('brief_promises', {count: total})} count={total} shown={items.length}>
      <ul className="lines">
        {items.map((each) => (
          <li key={`${each.issue} ${each.id}`}><Link to={addressOfIssue({id: each.issue}) as '/'}>{each.what}</Link> <span className="meta">{names.official(each.owner)}</span> <Due due={each.due} /></li>
        ))}
      </ul>
    </Part>
  );
}

function Recurring({recurrences, names}: {readonly recurrences: BriefData['recurrences']; readonly names: Names}) {
  return (
    <Part title={t('board_recurrences')} count={recurrences.length} shown={recurrences.length}>
      <ul className="lines">
        {recurrences.map((each) => (
          <li key={each.field}><Link to={`/noi-dung?xem=all&khom=${encodeURIComponent(each.khom)}&linh-vuc=${encodeURIComponent(each.field)}` as '/'}>{names.field(each.field)}</Link>
            <span className="meta"> {t('brief_times', {count: each.issues})}</span></li>
        ))}
      </ul>
    </Part>
  );
}

function Body({brief}: {readonly brief: BriefData}) {
  const names = useNames();
  const {dialogue, last} = brief;
  const khom = names.khom(dialogue.khom);
  return (
    <>
      <p className="meta crumbs no-print"><Link to="/doi-thoai">{t('place_dialogues')}</Link> › <Link to={`/doi-thoai/${encodeURIComponent(dialogue.id)}` as '/'}>{khom}, {day(dialogue.date)}</Link></p>
      <PageHead title={t('brief_of', {khom, day: day(dialogue.date)})} />
      <div className="stack">
        {dialogue.topics ? <p>{t('topics')}: {dialogue.topics}</p> : null}
        {last ? <Issues title={t('brief_last', {day: day(last.dialogue.date), count: last.issues.total})} listed={last.issues} names={names} />
          : <p className="soft">{t('brief_first')}</p>}
        <Issues title={t('brief_open', {count: brief.open.total})} listed={brief.open} names={names} />
        <Promises promises={brief.promises} names={names} />
        <Recurring recurrences={brief.recurrences} names={names} />
        <Issues title={t('brief_ended', {day: day(brief.since), count: brief.ended.total})} listed={brief.ended} names={names} />
      </div>
    </>
  );
}

/** What to know before a dialogue: the khóm's last one and what became of it, what is open, what was promised. */
export function Brief() {
  const id = usePart('id') ?? '';
  const brief = useRead('dialogues/{id}/brief', {parts: {id}});
  return <ShownWhenRead of={brief}>{(data) => <Body brief={data} />}</ShownWhenRead>;
}
