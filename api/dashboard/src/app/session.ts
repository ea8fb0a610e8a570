import {createContext, useContext} from 'react';
import {callAs, postJson, read, send} from '../api/client.ts';
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

export async function currentSession(ward: string): Promise<Session> {
  callAs({ward});
  const session = await read('session', {}, {});
  callAs({csrf: session.csrf_token});
  return session;
}

export async function signIn(ward: string, user: string, password: string): Promise<Session> {
  callAs({ward, csrf: null});
  const session = await postJson<Session>('session', {user, password});
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

export const SessionContext = createContext<SignedIn | null>(null);

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (!signedIn) throw new Error('nobody is signed in');
  return signedIn;
}
