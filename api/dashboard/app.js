// Signs a person in and shows the page the address asks for.
import * as api from './api.js';
import {h} from './dom.js';
import {showIssue} from './issue.js';
import {showIssues} from './issues.js';
import {showSchedule} from './schedule.js';
import {language, load, t} from './text.js';

const main = document.getElementById('main');
const notice = document.getElementById('notice');
const remembered = (name) => localStorage.getItem(`langnghe.${name}`);
const remember = (name, value) => localStorage.setItem(`langnghe.${name}`, value);

let person = null;
let names = {khoms: new Map(), fields: new Map()};

function tell(text) {
  notice.textContent = text;
}

async function loadNames() {
  const settings = await api.get('settings');
  const inLanguage = language() === 'vi' ? 'name_vi' : 'name_en';
  document.getElementById('ward-name').textContent = settings.ward?.name ?? '';
  names = {
    khoms: new Map((settings.khoms ?? []).map((one) => [one.id, one.name])),
    fields: new Map((settings.policy?.fields ?? []).map((one) => [one.code, one[inLanguage]])),
  };
}

function showPerson() {
  document.getElementById('nav').hidden = !person;
  document.getElementById('sign-out').hidden = !person;
  document.getElementById('who').textContent = person ? person.user : '';
  document.getElementById('language').textContent = t('other_language');
}

function showSignIn() {
  person = null;
  showPerson();
  const ward = h('input', {name: 'ward', value: remembered('ward') ?? 'tan-quy-dong', required: true, autocomplete: 'organization'});
  const user = h('input', {name: 'user', required: true, autocomplete: 'username', autocapitalize: 'none'});
  const password = h('input', {name: 'password', type: 'password', required: true, autocomplete: 'current-password'});
  main.replaceChildren(h('form', {
    class: 'sign-in',
    onsubmit: async (event) => {
      event.preventDefault();
      tell('');
      api.configure({ward: ward.value.trim()});
      try {
        const session = await api.signIn(user.value.trim(), password.value);
        remember('ward', ward.value.trim());
        await begin(session);
        const news = newsOf(session);
        if (news) tell(news);
      } catch (error) {
        tell(error.message);
        password.value = '';
        password.focus();
      }
    },
  },
  h('h1', {}, t('sign_in')),
  h('label', {}, t('ward'), ward),
  h('label', {}, t('user'), user),
  h('label', {}, t('password'), password),
  h('button', {}, t('sign_in'))));
}

/** Behind a one-time link: the person sets a password that nobody else knows. */
function showLink() {
  const link = new URLSearchParams(location.hash.split('?')[1] ?? '');
  const password = h('input', {name: 'password', type: 'password', required: true, minlength: '10', autocomplete: 'new-password'});
  main.replaceChildren(h('form', {
    class: 'sign-in',
    onsubmit: async (event) => {
      event.preventDefault();
      tell('');
      api.configure({ward: link.get('ward'), csrf: null});
      try {
        await api.useLink(link.get('user'), link.get('code'), password.value);
        remember('ward', link.get('ward'));
        location.hash = '';
        showSignIn();
        tell(t('password_is_set'));
      } catch (error) {
        tell(error.message);
      }
    },
  },
  h('h1', {}, t('choose_password')),
  h('p', {}, `${t('user')}: ${link.get('user') ?? ''}`),
  h('label', {}, t('new_password'), password),
  h('button', {}, t('choose_password'))));
}

/** What was done to the account while its owner was away. */
function newsOf(session) {
  const news = session.since_last_sign_in;
  const waysIn = ['user.password_set', 'user.sign_in_link_made', 'user.token_made'];
  const lines = (news?.account_acts ?? [])
    .filter((act) => act.by !== session.user && (news.last_sign_in || waysIn.includes(act.act)))
    .map((act) => t('account_act', {act: t(act.act), by: act.by, when: act.happened}));
  const failed = (news?.failed_sign_ins ?? []).reduce((sum, row) => sum + row.times, 0);
  if (failed > 0) lines.push(t('failed_sign_ins', {count: failed}));
  return lines.join(' ');
}

function failed(error) {
  if (error.status === 401) {
    showSignIn();
    tell(t('session_over'));
  } else {
    tell(error.message);
  }
}

async function begin(session) {
  person = session;
  api.configure({csrf: session.csrf_token});
  await loadNames();
  showPerson();
  await show();
}

async function route() {
  const [path, search] = location.hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(search ?? '');
  const issue = /^\/issues\/(.+)$/.exec(path);
  for (const link of document.querySelectorAll('nav a')) {
    const here = path.startsWith(link.getAttribute('href').slice(1)) || (path === '' && link.hash === '#/schedule');
    link.toggleAttribute('aria-current', here);
    if (here) link.setAttribute('aria-current', 'page');
  }
  if (issue) return showIssue(main, decodeURIComponent(issue[1]), names);
  if (path === '/issues') {
    if (search === undefined) parameters.set('open', 'true');
    return showIssues(main, parameters, names);
  }
  return showSchedule(main, parameters);
}

async function show() {
  if (location.hash.startsWith('#/sign-in-link')) return showLink();
  if (!person) return;
  tell('');
  main.setAttribute('aria-busy', 'true');
  try {
    await route();
    document.title = `${main.querySelector('h1')?.textContent ?? ''} – Lắng Nghe`;
  } catch (error) {
    failed(error);
  } finally {
    main.removeAttribute('aria-busy');
  }
}

async function setLanguage(next) {
  remember('language', next);
  await load(next);
  api.configure({language: next});
  showPerson();
  if (person) {
    await loadNames();
    await show();
  } else {
    showSignedOut();
  }
}

function showSignedOut() {
  showSignIn();
  if (location.hash.startsWith('#/sign-in-link')) showLink();
}

document.getElementById('language').addEventListener('click',
  () => setLanguage(language() === 'vi' ? 'en' : 'vi'));
document.getElementById('sign-out').addEventListener('click', async () => {
  try {
    await api.signOut();
  } catch (error) {
    if (error.status !== 401) {
      tell(error.message);
      return;
    }
  }
  showSignIn();
  tell(t('signed_out'));
});
window.addEventListener('hashchange', show);
// Buttons within a page ask the server too: what they meet is told as everywhere else.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof api.ApiError) {
    event.preventDefault();
    failed(event.reason);
  }
});

await load(remembered('language') ?? 'vi');
api.configure({language: language(), ward: remembered('ward') ?? 'tan-quy-dong'});
showPerson();
try {
  await begin(await api.get('session'));
} catch (error) {
  showSignedOut();
  if (error.status === 0) tell(error.message);
}
