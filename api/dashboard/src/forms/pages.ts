import {acts, type Act, type Subject} from '../api/acts.ts';

/** The pages on which something can be done, and what. The pages themselves read it; docs/dashboard-acts.md and its
 * test are made of it. */
interface ActPage {
  readonly id: string;
  readonly address: string;
  readonly subject: Subject;
  readonly only?: readonly string[];
  readonly except?: readonly string[];
}

const kDesk = ['record-opinion', 'confirm-opinion', 'decline-confirmation', 'redirect-denunciation'];

export const kActPages = [
  {id: 'issues', address: '/noi-dung', subject: 'issue', only: ['record']},
  {id: 'issue', address: '/noi-dung/{id}', subject: 'issue', except: ['record']},
  {id: 'dialogues', address: '/doi-thoai', subject: 'dialogue', only: ['schedule']},
  {id: 'dialogue', address: '/doi-thoai/{id}', subject: 'dialogue', except: ['schedule', ...kDesk]},
  {id: 'desk', address: '/doi-thoai/{id}/ban-ghi', subject: 'dialogue', only: kDesk},
  {id: 'plan', address: '/ke-hoach/{year}', subject: 'plan'},
  {id: 'report', address: '/bao-cao/{family}/{period}', subject: 'report'},
  {id: 'register', address: '/so-van-ban/{year}', subject: 'register'},
  {id: 'supervision', address: '/giam-sat', subject: 'supervision'},
  {id: 'resident', address: '/nguoi-dan/{id}', subject: 'resident'},
  {id: 'accounts', address: '/cai-dat/tai-khoan', subject: 'user', except: ['set-password', 'turn-on-second-factor']},
  {id: 'account', address: '/tai-khoan', subject: 'user', only: ['set-password', 'turn-on-second-factor', 'turn-off-second-factor']},
  {id: 'ward', address: '/cai-dat/phuong', subject: 'ward', only: ['establish', 'adopt-report-route', 'adopt-numbering', 'confirm-time']},
  {id: 'khoms', address: '/cai-dat/khom', subject: 'ward', only: ['add-khom', 'rename-khom', 'merge-khoms', 'close-khom']},
  {id: 'officials', address: '/cai-dat/can-bo', subject: 'ward', only: ['appoint-official', 'record-official-left', 'delegate-signing', 'revoke-delegation']},
  {id: 'templates', address: '/cai-dat/mau-van-ban', subject: 'ward', only: ['adopt-template', 'adopt-recipients']},
  {id: 'import', address: '/cai-dat/nhap-danh-sach', subject: 'ward', only: ['import-issues']},
  {id: 'calendar', address: '/cai-dat/lich-nghi', subject: 'calendar'},
  {id: 'policy', address: '/cai-dat/thoi-han', subject: 'policy'},
] as const satisfies readonly ActPage[];

export type PageId = (typeof kActPages)[number]['id'];

function isOn(page: ActPage, act: Act): boolean {
  return act.subject === page.subject && (page.only?.includes(act.act) ?? true) && !(page.except?.includes(act.act) ?? false);
}

export function actsOn(id: PageId): readonly Act[] {
  const page = kActPages.find((each) => each.id === id);
  return page ? acts.filter((act) => isOn(page, act)) : [];
}

export function pagesOf(act: Act): readonly ActPage[] {
  return kActPages.filter((page) => isOn(page, act));
}
