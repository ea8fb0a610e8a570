import {Link} from '@tanstack/react-router';
import {useMemo, useState} from 'react';
import {Button} from 'react-aria-components';
import {actOf, newKey} from '../../api/acts.ts';
import {useRead} from '../../api/hooks.ts';
import {useNames, type Names} from '../../api/names.ts';
import type {DialogueSummary} from '../../api/shapes.ts';
import {useAddress} from '../../app/address.ts';
import {useAsOf} from '../../app/as_of.ts';
import {useSignedIn} from '../../app/session.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {Empty} from '../../components/Empty.tsx';
import {Icon} from '../../components/Icon.tsx';
import {Overlay} from '../../components/Overlay.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {SavedViews} from '../../components/SavedViews.tsx';
import {Personal} from '../../components/Sealed.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {shapeOfPhase, wordOfPhase} from '../../components/states.ts';
import {Tag} from '../../components/Tag.tsx';
import {YearChoice} from '../../components/YearChoice.tsx';
import {ActForm} from '../../forms/ActForm.tsx';
import {addDays, day, fullDay, weekday, weekdayIndex} from '../../i18n/dates.ts';
import {t, wordFor} from '../../i18n/text.ts';

function columnsFor(names: Names): readonly Column<DialogueSummary>[] {
  return [
    {id: 'date', head: t('date'), main: true, cell: (each) => <>{fullDay(each.date)} <span className="number">{each.start}</span></>},
    {id: 'khom', head: t('khom'), cell: (each) => names.khom(each.khom)},
    {id: 'phase', head: t('phase'), cell: (each) => <Tag shape={shapeOfPhase(each.phase)}>{wordOfPhase(each.phase, 'dialogue')}</Tag>},
    {id: 'place', head: t('place'), phone: 'no', cell: (each) => (each.venue.kind === 'household'
      ? <>{t('household')} <Personal value={each.venue.host_address} /></> : each.venue.place || wordFor('value_kind', each.venue.kind))},
    {id: 'residents', head: t('residents'), numeric: true, phone: 'no', cell: (each) => each.residents ?? '–'},
    {id: 'opinions', head: t('opinions'), numeric: true, phone: 'no', cell: (each) => each.opinions},
    {id: 'issues', head: t('issue_count'), numeric: true, cell: (each) => <>{each.issues}<span className="phone-only"> {t('issue_count')}</span></>},
    {id: 'minutes', head: t('minutes'), phone: 'no', cell: (each) => each.minutes ?? ''},
  ];
}

/** A month at a glance; each day holds its dialogues. */
function Month({rows, month, onMonth}: {readonly rows: readonly DialogueSummary[]; readonly month: string; readonly onMonth: (month: string) => void}) {
  const names = useNames();
  const first = `${month}-01`;
  const start = addDays(first, -weekdayIndex(first));
  const weeks = Array.from({length: 6}, (_, week) => Array.from({length: 7}, (_unused, at) => addDays(start, week * 7 + at)))
    .filter((week) => week.some((each) => each.startsWith(month)));
  const title = t('month_of', {month: Number(month.slice(5)), year: month.slice(0, 4)});
  return (
    <section className="card">
      <header className="row card-head">
        <Button className="button small" aria-label={t('month_before')} onPress={() => onMonth(addDays(first, -1).slice(0, 7))}><Icon name="back" size={16} /></Button>
        <h2>{title}</h2>
        <Button className="button small" aria-label={t('month_after')} onPress={() => onMonth(addDays(first, 31).slice(0, 7))}><Icon name="next" size={16} /></Button>
      </header>
      <div className="scroll-across" tabIndex={0} role="region" aria-label={title}>
        <table className="month">
          <thead><tr>{weeks[0]?.map((each) => <th key={each} scope="col">{weekday(each, 'short')}</th>)}</tr></thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((each) => (
                  <td key={each} className={each.startsWith(month) ? (each === names.today ? 'month-today' : undefined) : 'month-other'}>
                    <time dateTime={each}>{Number(each.slice(8))}</time>
                    {rows.filter((row) => row.date === each).map((row) => (
                      <Link key={row.id} to={`/doi-thoai/${encodeURIComponent(row.id)}` as '/'} className="month-entry">
                        <span className="number">{row.start}</span> {names.khom(row.khom)}
                        <span className="hidden-from-sight">, {wordOfPhase(row.phase, 'dialogue')}</span>
                      </Link>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Scheduling() {
  const act = actOf('dialogue', 'schedule')!;
  const {roles} = useSignedIn();
  const [search, change] = useAddress();
  const open = search['viec'] === 'schedule';
  const [key, setKey] = useState(newKey);
  const given = useMemo(() => ({khom: search['khom'], date: search['ngay']}), [search]);
  if (useAsOf() || !roles.some((each) => act.roles.includes(each))) return null;
  const close = () => change({viec: undefined, khom: undefined, ngay: undefined});
  return (
    <>
      <Button className="button main no-print" data-act="schedule" onPress={() => {
        setKey(newKey());
        change({viec: 'schedule'});
      }}><Icon name="plus" size={18} />{t('act_dialogue_schedule')}</Button>
      <Overlay label={t('act_dialogue_schedule')} open={open} onClose={close}>
        <div className="overlay-form">
          {open ? <ActForm key={key} act={act} parts={{}} version={null} context={{given}} onDone={close} onCancel={close} /> : null}
        </div>
      </Overlay>
    </>
  );
}

const kForms = ['list', 'month'] as const;

export function Dialogues() {
  const names = useNames();
  const [search, change] = useAddress();
  const year = search['nam'] ?? names.today?.slice(0, 4) ?? '';
  const form = search['kieu'] === 'month' ? 'month' : 'list';
  const month = search['thang'] ?? (year === names.today?.slice(0, 4) ? names.today.slice(0, 7) : `${year}-01`);
  const dialogues = useRead('dialogues', {query: {from: `${year}-01-01`, to: `${year}-12-31`}, enabled: year !== ''});
  const columns = useMemo(() => columnsFor(names), [names]);
  return (
    <>
      <PageHead title={t('place_dialogues')}><Scheduling /></PageHead>
      <div className="row views no-print">
        <YearChoice year={year} onChange={(nam) => change({nam, thang: undefined})} />
        <div className="row" role="group" aria-label={t('list_form')}>
          {kForms.map((each) => (
            <button key={each} type="button" className="chip" aria-pressed={form === each} onClick={() => change({kieu: each === 'list' ? undefined : each})}>{wordFor('list_form', each)}</button>
          ))}
        </div>
      </div>
      <SavedViews page="dialogues" />
      <ShownWhenRead of={dialogues}>
        {(data) => (form === 'month' ? <Month rows={data.items} month={month} onMonth={(thang) => change({thang, nam: thang.slice(0, 4)})} />
          : data.items.length === 0 ? <Empty kind="none"><p>{t('dialogues_none', {year})}</p></Empty>
          : (
            <>
              <p className="meta list-count">{t('dialogues_count', {count: data.items.length, from: day(data.from), to: day(data.to)})}</p>
              <DataTable label={t('place_dialogues')} rows={data.items} keyOf={(each) => each.id} columns={columns}
                         addressOf={(each) => `/doi-thoai/${encodeURIComponent(each.id)}`} />
            </>
          ))}
      </ShownWhenRead>
    </>
  );
}
