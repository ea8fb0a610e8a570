import {describe, expect, it} from 'vitest';
import type {Doing} from '../../api/acts.ts';
import {Problem} from '../../api/problem.ts';
import {actsOf, sendWaiting, waitingAt, keepWaiting, wrapped, type Opinion, type Waiting} from './outbox.ts';

const opinion = (id: string, changes: Partial<Opinion> = {}): Opinion => ({opinion: id, anonymous: false, name: 'Người Thử',
  phone: '', address: '', words: 'Mưa là ngập', issues: [{issue: `${id}-1`, subject: 'Cống nhỏ', field: 'DRAINAGE', pressing: false,
    outcome: 'taken', said: '', answeredBy: ''}], ...changes});

/** A server that takes each key once, and that can be away. */
class Server {
  readonly taken: string[] = [];
  away = false;
  refuses: string | null = null;
  send = async (doing: Doing) => {
    if (this.away) throw new Problem(0, {detail: 'không tới được'});
    if (this.refuses === doing.key) throw new Problem(422, {detail: 'sai', errors: [{code: 'x', detail: 'thiếu lĩnh vực'}]});
    if (!this.taken.includes(doing.key)) this.taken.push(doing.key);
    return Promise.resolve();
  };
}

class Store implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

describe('an opinion', () => {
  it('is one act, and one more for each thing that was settled at once', () => {
    const acts = actsOf(wrapped(opinion('o-1', {issues: [
      {issue: 'i-1', subject: 'a', field: 'ROADS', pressing: true, outcome: 'answered', said: 'Mai sửa', answeredBy: 'of-1'},
      {issue: 'i-2', subject: 'b', field: 'OTHER', pressing: false, outcome: 'noted', said: 'lời khen', answeredBy: ''},
      {issue: 'i-3', subject: 'c', field: 'WATER', pressing: false, outcome: 'taken', said: '', answeredBy: ''}]})), 'd-1');
    expect(acts.map((each) => each.act.act)).toEqual(['record-opinion', 'answer-on-the-spot', 'note']);
    expect(acts[1]?.body).toEqual({answer: 'Mai sửa', answered_by: 'of-1'});
    expect(new Set(acts.map((each) => each.key)).size).toBe(3);
  });
  it('of nobody is anonymous', () => {
    expect(actsOf(wrapped(opinion('o-1', {name: ''})), 'd-1')[0]?.body).toMatchObject({anonymous: true});
    expect(actsOf(wrapped(opinion('o-1')), 'd-1')[0]?.body).toMatchObject({speaker: {name: 'Người Thử'}});
  });
});

describe('what waits', () => {
  it('is sent in order when the network is back, each once', async () => {
    const server = new Server();
    const waiting = [1, 2, 3, 4, 5, 6].map((n) => wrapped(opinion(`o-${n}`)));
    server.away = true;
    let kept: readonly Waiting[] = waiting;
    kept = await sendWaiting(kept, 'd-1', (left) => { kept = left; }, server.send);
    expect(kept.length).toBe(6);
    server.away = false;
    kept = await sendWaiting(kept, 'd-1', (left) => { kept = left; }, server.send);
    await sendWaiting(waiting, 'd-1', () => undefined, server.send);
    expect(kept).toEqual([]);
    expect(server.taken).toEqual(waiting.map((each) => each.key));
  });
  it('goes on where it was cut off', async () => {
    const server = new Server();
    const one = wrapped(opinion('o-1', {issues: [{issue: 'i-1', subject: 'a', field: 'ROADS', pressing: false, outcome: 'answered', said: 'x', answeredBy: 'of'}]}));
    let kept: readonly Waiting[] = [one];
    const cut = async (doing: Doing) => {
      if (doing.act.act !== 'record-opinion') throw new Problem(0, {});
      return server.send(doing);
    };
    kept = await sendWaiting(kept, 'd-1', (left) => { kept = left; }, cut);
    expect(kept[0]?.done).toBe(1);
    kept = await sendWaiting(kept, 'd-1', (left) => { kept = left; }, server.send);
    expect([kept, server.taken.length]).toEqual([[], 2]);
  });
  it('that is refused stays with the reason, and the next goes on', async () => {
    const server = new Server();
    const waiting = [wrapped(opinion('o-1')), wrapped(opinion('o-2'))];
    server.refuses = waiting[0]!.key;
    const left = await sendWaiting(waiting, 'd-1', () => undefined, server.send);
    expect(left.map((each) => each.refused)).toEqual(['sai thiếu lĩnh vực']);
    expect(server.taken).toEqual([waiting[1]!.key]);
  });
  it('is kept for its person and its dialogue alone', () => {
    const store = new Store() as unknown as Storage;
    const mine = {ward: 'w', user: 'a', dialogue: 'd-1'};
    keepWaiting(mine, [wrapped(opinion('o-1'))], store);
    expect(waitingAt(mine, store).length).toBe(1);
    expect(waitingAt({...mine, user: 'b'}, store)).toEqual([]);
    keepWaiting(mine, [], store);
    expect(waitingAt(mine, store)).toEqual([]);
  });
});
