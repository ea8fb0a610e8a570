import {createContext, useContext} from 'react';
import {callAs, postJson, read, send} from '../api/client.ts';
import {Problem} from '../api/problem.ts';
import type {Role, Session} from '../api/shapes.ts';
import type {Key} from '../i18n/text.ts';

export interface SignedIn {
  readonly session: Session;
  readonly ward: string;
  readonly roles: readonly Role[];
  /** The one whose work comes first on the screen. */
  readonly role: Role;
  /** With what is said at the door; that one signed out where nothing else is said. */
  readonly signOut: (news?: Key) => Promise<void>;
}

/** Who has several roles is shown the home of the first of these. */
const kOrder: readonly Role[] = ['cchc_officer', 'chair', 'officer', 'clerk', 'khom_head', 'supervisor',
  'home_affairs', 'admin'];

export function rolesOf(session: Session): readonly Role[] {
  const held = new Set(session.roles.map((each) => each.role));
  return kOrder.filter((role) => held.has(role));
}

/** Sets the ward and the person for all requests from now on. */
export function takeSession(ward: string, session: Session): void {
  callAs({ward, csrf: session.csrf_token});
}

export async function currentSession(ward: string): Promise<Session> {
  callAs({ward});
  const session = await read('session', {}, {});
  takeSession(ward, session);
  return session;
}

/**
 * The sign-in of this browser, where it is still this person's. Another person's is told and not taken: an act that is under
 * way here would go out in that person's name.
 */
export async function sessionStillOf(user: string): Promise<Session | 'other' | 'unknown'> {
  try {
    const session = await read('session', {}, {});
    if (session.user !== user) return 'other';
    callAs({csrf: session.csrf_token});
    return session;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.isSignedOut ? 'other' : 'unknown';
  }
}

export interface NamedWard {
  readonly ward: string;
  readonly name: string;
}

/** The wards that this server names: its only one, or all where its operator says so. None where it keeps
 * them to itself or cannot be reached: then the ward's code is typed. */
export async function namedWards(): Promise<readonly NamedWard[]> {
  const kPatienceMs = 3000;
  try {
    const answer = await fetch('/api/v1/public/wards', {credentials: 'same-origin', signal: AbortSignal.timeout(kPatienceMs)});
    return answer.ok ? ((await answer.json()) as {items: NamedWard[]}).items : [];
  } catch {
    return [];
  }
}

/** `code` is of the second factor, where the account has one. */
export async function signIn(ward: string, user: string, password: string, code = ''): Promise<Session> {
  callAs({ward, csrf: null});
  const session = await postJson<Session>('session', {user, password, ...(code === '' ? {} : {code})});
  forgetOwed();
  callAs({csrf: session.csrf_token});
  return session;
}

export async function takeSignInLink(ward: string, user: string, code: string,
                                     password: string): Promise<void> {
  callAs({ward, csrf: null});
  await postJson('session/sign-in-link', {user, code, password});
}

export async function endSession(): Promise<void> {
  await send({method: 'DELETE', path: 'session'});
  callAs({csrf: null});
}

const kOwed = 'langnghe sign-out owed';

/** Somebody signed out where the server could not be told: it is told before anything else is asked. */
export function oweEnd(ward: string): void {
  try {
    localStorage.setItem(kOwed, ward);
  } catch {
    // Then the session ends as one does that nobody uses.
  }
}

function forgetOwed(): void {
  try {
    localStorage.removeItem(kOwed);
  } catch {
    // Nothing was kept then.
  }
}

function owes(ward: string): boolean {
  try {
    return localStorage.getItem(kOwed) === ward;
  } catch {
    return false;
  }
}

export async function endOwed(ward: string): Promise<void> {
  if (!owes(ward)) return;
  try {
    await currentSession(ward);
    await endSession();
  } catch (error) {
    if (!(error instanceof Problem) || !error.isSignedOut) throw error;
  }
  forgetOwed();
}

export const SessionContext = createContext<SignedIn | null>(null);

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (!signedIn) throw new Error('nobody is signed in');
  return signedIn;
}
