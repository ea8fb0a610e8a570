import {afterEach, expect, it, vi} from 'vitest';
import {postJson} from '../api/client.ts';
import {sessionStillOf, takeSession} from './session.ts';
import type {Session} from '../api/shapes.ts';

const sessionOf = (user: string, csrf: string) => ({user, csrf_token: csrf, roles: []}) as unknown as Session;

/** Answers with the session and keeps the tokens that acts were sent with. */
function serverWith(answer: () => Response): string[] {
  const sent: string[] = [];
  vi.stubGlobal('fetch', (_: string, {method, headers}: {method: string; headers: Record<string, string>}) => {
    if (method === 'GET') return Promise.resolve(answer());
    sent.push(headers['X-CSRF-Token'] ?? '');
    return Promise.resolve(Response.json({}));
  });
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

it('another person’s sign-in is told, and no act of the first goes out with it', async () => {
  takeSession('sa-dec', sessionOf('hoa', 'of hoa'));
  const sent = serverWith(() => Response.json(sessionOf('lan', 'of lan')));
  expect(await sessionStillOf('hoa')).toBe('other');
  await postJson('issues/i-1/note', {});
  expect(sent).toEqual(['of hoa']);
});

it('one’s own newer sign-in is gone on with', async () => {
  takeSession('sa-dec', sessionOf('hoa', 'of hoa'));
  const sent = serverWith(() => Response.json(sessionOf('hoa', 'newer')));
  expect(await sessionStillOf('hoa')).toMatchObject({user: 'hoa'});
  await postJson('issues/i-1/note', {});
  expect(sent).toEqual(['newer']);
});

it('nobody’s is another’s; a server that cannot be asked says nothing', async () => {
  serverWith(() => Response.json({}, {status: 401}));
  expect(await sessionStillOf('hoa')).toBe('other');
  serverWith(() => Response.json({}, {status: 503}));
  expect(await sessionStillOf('hoa')).toBe('unknown');
});
