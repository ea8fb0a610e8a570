import type {IconName} from '../components/Icon.tsx';
import type {Key} from '../i18n/text.ts';
import type {Role} from '../api/shapes.ts';

export interface Place {
  readonly to: string;
  readonly label: Key;
  readonly icon: IconName;
  /** Work lists whose entries wait behind it. */
  readonly lists?: readonly string[];
  /** The letter after `g` that goes there. */
  readonly letter?: string;
}

const home = (label: Key, icon: IconName, lists: readonly string[]): Place =>
  ({to: '/', label, icon, lists, letter: 'h'});
const issues: Place = {to: '/noi-dung', label: 'place_issues', icon: 'issues', letter: 'n'};
const dialogues: Place = {to: '/doi-thoai', label: 'place_dialogues', icon: 'dialogue', letter: 'd'};
const plan: Place = {to: '/ke-hoach', label: 'place_plan', icon: 'plan', letter: 'k'};
const promises: Place = {to: '/loi-hua', label: 'place_promises', icon: 'promise', letter: 'l'};
const reports: Place = {to: '/bao-cao', label: 'place_reports', icon: 'report', letter: 'r'};
const board: Place = {to: '/bang', label: 'place_board', icon: 'board', letter: 'b'};
const register: Place = {to: '/so-van-ban', label: 'place_register', icon: 'register', letter: 'v'};
const supervision: Place = {to: '/giam-sat', label: 'place_supervision', icon: 'watch', letter: 'i',
  lists: ['recommendation_to_answer']};
const ledger: Place = {to: '/so-cai', label: 'place_ledger', icon: 'ledger', letter: 's'};
const wards: Place = {to: '/cac-phuong', label: 'place_wards', icon: 'board', letter: 'p'};
const server: Place = {to: '/may-chu', label: 'place_server', icon: 'server', letter: 'm'};
const proof: Place = {to: '/xac-minh', label: 'place_proof', icon: 'proof', letter: 'x'};
const settings: Place = {to: '/cai-dat', label: 'place_settings', icon: 'settings', letter: 'c'};
const accounts: Place = {to: '/cai-dat/tai-khoan', label: 'place_accounts', icon: 'accounts'};
const approvals: Place = {to: '/duyet', label: 'place_approvals', icon: 'approve', letter: 'a',
  lists: ['to_approve', 'extension_to_decide', 'reopen_to_decide', 'plan_to_approve', 'report_to_sign']};

/** The lists in which something waits for the reader; the others only tell of it once more. */
export const kWaiting: readonly string[] = ['to_classify', 'to_assign', 'to_accept', 'to_answer',
  'draft_sent_back', 'to_approve', 'extension_to_decide', 'to_issue', 'to_deliver', 'to_tell', 'to_close',
  'reopen_to_decide', 'deliveries_owed', 'feedback_to_ask', 'plan_to_approve', 'plan_to_publish',
  'dialogue_to_schedule', 'dialogue_to_announce', 'dialogue_to_open', 'presentation_to_prepare',
  'minutes_to_sign', 'conclusion_to_publish', 'report_to_freeze', 'report_to_sign', 'report_to_submit',
  'report_to_acknowledge', 'recommendation_to_answer', 'promise_to_verify'];

const kPlaces: Record<Role, readonly Place[]> = {
  chair: [home('place_board', 'board', []), approvals, issues, dialogues, promises, reports, plan,
    supervision, settings],
  cchc_officer: [home('place_today', 'today', kWaiting), issues, dialogues, plan, reports, promises, board,
    ledger, settings],
  officer: [home('place_my_work', 'today', kWaiting), issues, promises, dialogues],
  khom_head: [home('place_my_khom', 'today', kWaiting), issues, dialogues, promises],
  clerk: [home('place_today', 'today', kWaiting), register, issues, dialogues, plan],
  supervisor: [home('place_board', 'board', []), issues, promises, reports, plan, supervision, ledger,
    proof],
  home_affairs: [home('place_wards', 'board', []), {...reports, label: 'place_reports_received'}, proof],
  admin: [home('place_accounts', 'accounts', []), settings, server, supervision],
  case_holder: [],
  system: [],
};

/** What the rail shows to who has these roles: the first role's places, then what the others add. */
export function placesFor(roles: readonly Role[]): readonly Place[] {
  const places: Place[] = [];
  for (const role of roles) {
    for (const place of kPlaces[role]) {
      if (!places.some((each) => each.to === place.to)) places.push(place);
    }
  }
  return places.concat(places.length > 0 && !places.includes(proof) ? [proof] : []);
}

export const kAllPlaces: readonly Place[] = [board, approvals, issues, dialogues, plan, promises, reports,
  register, supervision, ledger, proof, wards, server, settings, accounts];

/** The page that a page belongs to: of an issue the list, of its history the issue. Nothing above a list. */
export function above(path: string): string | null {
  const parts = path.split('/').filter(Boolean);
  if (parts.length < 2) return null;
  if (parts[0] === 'bao-cao') return '/bao-cao';
  if (parts[0] === 'nguoi-dan') return '/noi-dung';
  return `/${parts.slice(0, -1).join('/')}`;
}
