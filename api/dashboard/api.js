// Calls the public API and nothing else. Every failure is an Error whose message is the server's
// own words in the reader's language.

import {t} from './text.js';

const state = {ward: null, csrf: null, language: 'vi'};

export function configure(changes) {
  Object.assign(state, changes);
}

export function ward() {
  return state.ward;
}

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** The answer and its whole text. A browser's own words for a server that is away are in its language. */
async function reach(address, request) {
  try {
    const answer = await fetch(address, request);
    return [answer, await answer.text()];
  } catch {
    throw new ApiError(0, {detail: t('server_away')});
  }
}

async function call(method, path, body) {
  const headers = {'Accept-Language': state.language};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && state.csrf) headers['X-CSRF-Token'] = state.csrf;
  const [answer, text] = await reach(`/api/v1/wards/${encodeURIComponent(state.ward)}/${path}`, {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  let json = {};
  try {
    json = text ? JSON.parse(text) : {};
  } catch {
    json = {title: text.slice(0, 200)};
  }
  if (!answer.ok) throw new ApiError(answer.status, json);
  return json;
}

export const get = (path) => call('GET', path);
export const signIn = (user, password) => call('POST', 'session', {user, password});
export const useLink = (user, code, password) => call('POST', 'session/sign-in-link', {user, code, password});
export const signOut = () => call('DELETE', 'session');

/** `a=1&b=2` from an object, leaving out what is empty. */
export function query(values) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, value);
  }
  return parameters.toString();
}
