import {createRootRoute, createRoute, createRouter, lazyRouteComponent, Link, retainSearchParams} from '@tanstack/react-router';
import {t} from '../i18n/text.ts';
import {kCompare} from './as_of.ts';
import {Frame} from './Frame.tsx';

type Search = Readonly<Record<string, string>>;

/** Addresses are plain: `?khom=tan-my&luc=2021-06-30`, every value a text. */
function parseSearch(search: string): Search {
  return Object.fromEntries(new URLSearchParams(search));
}

function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function NotFound() {
  return (
    <div className="stack">
      <h1>{t('not_found')}</h1>
      <p>{t('not_found_help')}</p>
      <p><Link to="/">{t('go_home')}</Link></p>
    </div>
  );
}

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>) => search as Partial<Record<string, string>>,
  // The moment that is shown goes with the reader from page to page.
  search: {middlewares: [retainSearchParams(['luc', kCompare])]},
});

const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({getParentRoute: () => root, path, component});

const routes = [
  page('/', lazyRouteComponent(() => import('../pages/home/Home.tsx'), 'Home')),
  page('/bang', lazyRouteComponent(() => import('../pages/home/Board.tsx'), 'Board')),
  page('/hom-nay', lazyRouteComponent(() => import('../pages/home/Work.tsx'), 'Work')),
  page('/duyet', lazyRouteComponent(() => import('../pages/home/Approvals.tsx'), 'Approvals')),
  page('/noi-dung', lazyRouteComponent(() => import('../pages/issue/Issues.tsx'), 'Issues')),
  page('/noi-dung/$id', lazyRouteComponent(() => import('../pages/issue/IssuePage.tsx'), 'IssuePage')),
  page('/noi-dung/$id/lich-su', lazyRouteComponent(() => import('../pages/issue/IssueHistory.tsx'), 'IssueHistory')),
  page('/doi-thoai', lazyRouteComponent(() => import('../pages/dialogue/Dialogues.tsx'), 'Dialogues')),
  page('/doi-thoai/$id', lazyRouteComponent(() => import('../pages/dialogue/DialoguePage.tsx'), 'DialoguePage')),
  page('/doi-thoai/$id/chuan-bi', lazyRouteComponent(() => import('../pages/dialogue/Brief.tsx'), 'Brief')),
  page('/doi-thoai/$id/ban-ghi', lazyRouteComponent(() => import('../pages/dialogue/Desk.tsx'), 'Desk')),
  page('/ke-hoach', lazyRouteComponent(() => import('../pages/plan/PlanPage.tsx'), 'PlanPage')),
  page('/ke-hoach/$year', lazyRouteComponent(() => import('../pages/plan/PlanPage.tsx'), 'PlanPage')),
  page('/loi-hua', lazyRouteComponent(() => import('../pages/promise/Promises.tsx'), 'Promises')),
  page('/bao-cao', lazyRouteComponent(() => import('../pages/report/Reports.tsx'), 'Reports')),
  page('/bao-cao/$family/$period', lazyRouteComponent(() => import('../pages/report/ReportPage.tsx'), 'ReportPage')),
  page('/cac-phuong', lazyRouteComponent(() => import('../pages/wards/Wards.tsx'), 'Wards')),
  page('/may-chu', lazyRouteComponent(() => import('../pages/server/ServerPage.tsx'), 'ServerPage')),
  page('/so-van-ban', lazyRouteComponent(() => import('../pages/register/RegisterPage.tsx'), 'RegisterPage')),
  page('/so-van-ban/$year', lazyRouteComponent(() => import('../pages/register/RegisterPage.tsx'), 'RegisterPage')),
  page('/giam-sat', lazyRouteComponent(() => import('../pages/supervision/SupervisionPage.tsx'), 'SupervisionPage')),
  page('/so-cai', lazyRouteComponent(() => import('../pages/ledger/Ledger.tsx'), 'Ledger')),
  page('/xac-minh', lazyRouteComponent(() => import('../pages/ledger/Proof.tsx'), 'Proof')),
  page('/cai-dat', lazyRouteComponent(() => import('../pages/settings/SettingsPage.tsx'), 'SettingsPage')),
  page('/cai-dat/$section', lazyRouteComponent(() => import('../pages/settings/SettingsPage.tsx'), 'SettingsPage')),
  page('/tai-khoan', lazyRouteComponent(() => import('../pages/settings/AccountPage.tsx'), 'AccountPage')),
  page('/nguoi-dan/$id', lazyRouteComponent(() => import('../pages/issue/ResidentPage.tsx'), 'ResidentPage')),
];

export function makeRouter() {
  return createRouter({routeTree: root.addChildren(routes), parseSearch, stringifySearch, defaultPreload: 'intent',
    scrollRestoration: true});
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
