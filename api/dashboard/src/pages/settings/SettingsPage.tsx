import {Link} from '@tanstack/react-router';
import {useMemo, type ReactNode} from 'react';
import {useRead} from '../../api/hooks.ts';
import {useNames} from '../../api/names.ts';
import type {Settings} from '../../api/shapes.ts';
import {useAddress, usePart} from '../../app/address.ts';
import {useSignedIn} from '../../app/session.ts';
import {DataTable, type Column} from '../../components/DataTable.tsx';
import {Empty} from '../../components/Empty.tsx';
import {PageHead} from '../../components/PageHead.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {Tag} from '../../components/Tag.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import type {PageId} from '../../forms/pages.ts';
import {day} from '../../i18n/dates.ts';
import {byGivenName} from '../../i18n/fold.ts';
import {currentLanguage, t, wordFor} from '../../i18n/text.ts';
import {Accounts} from './Accounts.tsx';

/** Sections by their addresses, the page of acts that belongs to each, and whose version its acts follow. */
const kSections: readonly (readonly [string, PageId, 'ward' | 'calendar' | 'policy'])[] = [
  ['phuong', 'ward', 'ward'], ['khom', 'khoms', 'ward'], ['can-bo', 'officials', 'ward'], ['thoi-han', 'policy', 'policy'],
  ['lich-nghi', 'calendar', 'calendar'], ['mau-van-ban', 'templates', 'ward'], ['nhap-danh-sach', 'import', 'ward'], ['tai-khoan', 'accounts', 'ward'],
];

type Term = {readonly days: number; readonly unit: 'working_days' | 'calendar_days'};
const term = (each: Term) => `${each.days} ${t(each.unit)}`;

function Facts({rows}: {readonly rows: readonly (readonly [string, ReactNode])[]}) {
  return <dl className="facts card">{rows.map(([label, value]) => <div key={label} className="keys-row"><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}

function Ward({settings}: {readonly settings: Settings}) {
  const {ward, report_route: route} = settings;
  return (
    <div className="stack">
      {ward ? <Facts rows={[[t('field_name'), ward.name], [t('field_issuer'), ward.issuer], [t('field_issuer_symbol'), ward.issuer_symbol],
        [t('field_province'), [ward.city, ward.province].filter(Boolean).join(', ')], [t('field_mode'), wordFor('value_mode', settings.numbering)]]} /> : <p className="notice">{t('ward_absent')}</p>}
      {route ? <Facts rows={[[t('field_addressee'), route.addressee], [t('field_through'), route.through], [t('field_valid_from'), day(route.valid_from)],
        ...(route.due_within ? [[t('field_due_within'), term(route.due_within)] as const] : [])]} /> : <p className="notice">{t('route_absent')}</p>}
    </div>
  );
}

type KhomRow = Settings['khoms'][number];
type OfficialRow = Settings['officials'][number];

function Khoms({settings}: {readonly settings: Settings}) {
  const columns = useMemo((): readonly Column<KhomRow>[] => [
    {id: 'name', head: t('khom'), main: true, cell: (each) => <>{each.name}{each.sample ? <span className="meta"> ({t('sample')})</span> : null}</>},
    {id: 'from', head: t('field_valid_from'), cell: (each) => day(each.valid_from)},
    {id: 'to', head: t('field_last_day'), cell: (each) => (each.last_day ? day(each.last_day) : '')},
    {id: 'state', head: t('phase'), cell: (each) => (each.valid ? <Tag shape="done">{t('in_force')}</Tag> : <Tag shape="none">{t('ended')}</Tag>)},
    {id: 'was', head: t('khom_before'), phone: 'no', cell: (each) => each.names.slice(0, -1).map((one) => one.name).join(', ')},
  ], []);
  return <DataTable label={t('section_khom')} rows={settings.khoms} keyOf={(each) => each.id} columns={columns} />;
}

function Officials({settings}: {readonly settings: Settings}) {
  const names = useNames();
  const columns = useMemo((): readonly Column<OfficialRow>[] => [
    {id: 'name', head: t('field_display_name'), main: true, cell: (each) => each.name},
    {id: 'position', head: t('field_position'), cell: (each) => each.position},
    {id: 'unit', head: t('field_unit'), phone: 'no', cell: (each) => each.unit},
    {id: 'from', head: t('field_valid_from'), phone: 'no', cell: (each) => day(each.valid_from)},
    {id: 'state', head: t('phase'), cell: (each) => (each.in_office ? <Tag shape="done">{t('in_office')}</Tag> : <Tag shape="none">{t('left_on', {day: each.last_day ? day(each.last_day) : ''})}</Tag>)},
  ], []);
  const rows = useMemo(() => [...settings.officials].sort((a, b) => byGivenName(a.name, b.name)), [settings.officials]);
  return (
    <div className="stack">
      <DataTable label={t('section_can-bo')} rows={rows} keyOf={(each) => each.id} columns={columns} />
      {settings.delegations.length > 0 ? (
        <section className="card"><h2>{t('delegations')}</h2><ul className="lines">{settings.delegations.map((each) => (
          <li key={each.delegation}>{t('delegation_line', {document: each.document, by: names.official(each.by), to: names.official(each.to), capacity: wordFor('value_capacity', each.capacity), from: day(each.valid_from), until: day(each.last_day)})} {each.in_force ? <Tag shape="done">{t('in_force')}</Tag> : <Tag shape="none">{t('ended')}</Tag>}</li>
        ))}</ul></section>
      ) : null}
    </div>
  );
}

function Policy({settings}: {readonly settings: Settings}) {
  const {policy} = settings;
  if (!policy) return <p className="notice">{t('policy_absent')}</p>;
  const terms = ['first_reply', 'assign', 'forward', 'settle_simple', 'settle_complex', 'notice_after_settlement', 'publish_result', 'recommendation_answer', 'refusal_notice'] as const;
  const numbers = ['extensions_max', 'extension_days_max', 'announce_days_before', 'dialogues_per_quarter', 'late_entry_days', 'approaching_days', 'pause_days_max', 'missed_grace_hours', 'retention_years'] as const;
  return (
    <div className="stack">
      <p>{t('version_from', {version: policy.version, day: day(policy.valid_from)})}</p>
      <p className="meta">{t('basis')}: {policy.basis}</p>
      <Facts rows={[...terms.map((each) => [wordFor('field', `adopt-policy_${each}`), term(policy[each])] as const), ...numbers.map((each) => [wordFor('field', each), String(policy[each])] as const)]} />
      <section className="card"><h2>{t('fields')}</h2><ul className="columns-list">{policy.fields.map((each) => <li key={each.code}>{currentLanguage() === 'vi' ? each.name_vi : each.name_en}</li>)}</ul></section>
    </div>
  );
}

function WorkCalendar({settings}: {readonly settings: Settings}) {
  const {calendar} = settings;
  if (!calendar) return <p className="notice">{t('calendar_absent')}</p>;
  const years = [...new Set([...calendar.days_off, ...calendar.worked_days].map((each) => each.slice(0, 4)))].sort().reverse();
  return (
    <div className="stack">
      <p>{t('calendar_version', {version: calendar.version, year: calendar.confirmed_through})}</p>
      <p className="meta">{t('basis')}: {calendar.basis}</p>
      {years.map((year) => (
        <section key={year} className="card"><h2>{year}</h2>
          <p>{t('days_off')}: {calendar.days_off.filter((each) => each.startsWith(year)).map((each) => day(each).slice(0, 5)).join(', ') || '–'}</p>
          <p>{t('worked_days')}: {calendar.worked_days.filter((each) => each.startsWith(year)).map((each) => day(each).slice(0, 5)).join(', ') || '–'}</p>
        </section>
      ))}
    </div>
  );
}

function Templates({settings}: {readonly settings: Settings}) {
  if (settings.templates.length === 0) return <Empty kind="none"><p>{t('templates_none')}</p></Empty>;
  return <div className="stack">{settings.templates.map((each) => (
    <section key={each.type} className="card"><h2>{wordFor('value_type', each.type)}</h2><p className="meta">{t('version_from', {version: each.version, day: day(each.valid_from)})}</p><pre className="raw" tabIndex={0}>{each.text}</pre></section>
  ))}</div>;
}

function Section({name, settings}: {readonly name: string; readonly settings: Settings}) {
  switch (name) {
    case 'khom':
      return <Khoms settings={settings} />;
    case 'can-bo':
      return <Officials settings={settings} />;
    case 'thoi-han':
      return <Policy settings={settings} />;
    case 'lich-nghi':
      return <WorkCalendar settings={settings} />;
    case 'mau-van-ban':
      return <Templates settings={settings} />;
    case 'nhap-danh-sach':
      return <p className="notice">{t('import_help')}</p>;
    default:
      return <Ward settings={settings} />;
  }
}

/** The ward's own data: nothing is edited in place, each change is an act with a day and a basis. */
export function SettingsPage() {
  const {role, roles} = useSignedIn();
  const [search, change] = useAddress();
  const asked = usePart('section') ?? (role === 'admin' ? 'tai-khoan' : 'phuong');
  const sections = kSections.filter(([name]) => name !== 'tai-khoan' || roles.includes('admin'));
  const section = sections.find(([name]) => name === asked) ?? sections[0]!;
  const [name, page, stream] = section;
  const settings = useRead('settings');
  const context = useMemo(() => (settings.data ? {settings: settings.data} : {}), [settings.data]);
  return (
    <>
      <PageHead title={t('place_settings')} />
      <nav className="row views no-print" aria-label={t('place_settings')}>
        {sections.map(([each]) => <Link key={each} className="chip" to={`/cai-dat/${each}` as '/'} activeProps={{}} aria-current={each === name ? 'page' : undefined}>{wordFor('section', each)}</Link>)}
      </nav>
      {name === 'tai-khoan' ? <Accounts /> : (
        <ShownWhenRead of={settings}>
          {(data) => (
            <div className="two-columns">
              <div className="column-acts">
                <ActPanel key={name} page={page} parts={{}} version={data.versions[stream]} allowed={data.allowed_commands} context={context} open={search['viec']} onDone={() => change({viec: undefined})} />
              </div>
              <div className="column-main"><Section name={name} settings={data} /></div>
            </div>
          )}
        </ShownWhenRead>
      )}
    </>
  );
}
