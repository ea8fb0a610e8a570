import {describe, expect, it} from 'vitest';
import type {Doing, Done} from '../api/acts.ts';
import {Problem} from '../api/problem.ts';
import {stepsOf, type Opinion} from '../pages/dialogue/opinion.ts';
import {goneOn, waitingOf, type Step, type Waiting} from './outbox.ts';
import {doingOf, sendWaiting, withItsTime} from './sending.ts';

const opinion = (id: string, changes: Partial<Opinion> = {}): Opinion => ({opinion: id, anonymous: false, name: 'Người Thử',
  phone: '', address: '', words: 'Mưa là ngập', issues: [{issue: `${id}-1`, subject: 'Cống nhỏ', field: 'DRAINAGE', pressing: false,
    outcome: 'taken', said: '', answeredBy: ''}], ...changes});
const waits = (steps: readonly Step[], changes: Partial<Waiting> = {}) => waitingOf({signIn: 's', title: '', group: 'd-1', steps, ...changes});
const answered = {issue: 'i-1', subject: 'a', field: 'ROADS', pressing: true, outcome: 'answered', said: 'Mai sửa', answeredBy: 'of-1'} as const;
const onIssue = (act: string, version: number, key: string): Step => ({subject: 'issue', act, parts: {id: 'i-9'}, body: {text: act}, version, key});

/** A server that takes each key once, and that can be away. */
class Server {
  readonly taken: Doing[] = [];
  away = false;
  refuses: string | null = null;
  /** Of every thing alike; null where it is not looked at. */
  version: number | null = null;
  send = async (doing: Doing): Promise<Done> => {
    if (this.away) throw new Problem(0, {detail: 'không tới được'});
    if (this.refuses === doing.key) throw new Problem(422, {detail: 'sai', errors: [{code: 'x', detail: 'thiếu lĩnh vực'}]});
    if (this.version !== null && doing.version !== null && doing.version !== this.version) {
      throw new Problem(412, {detail: 'đã có việc mới', current_version: this.version, changes: []});
    }
    if (!this.taken.some((each) => each.key === doing.key)) {
      this.taken.push(doing);
      if (this.version !== null) this.version += 1;
    }
    return Promise.resolve({id: 'x', version: this.version ?? 1, ledger_size: 1});
  };
  get keys(): readonly string[] {
    return this.taken.map((each) => each.key);
  }
}

/** The person's own disk. */
class Disk {
  kept: readonly Waiting[];
  constructor(kept: readonly Waiting[]) {
    this.kept = kept;
  }
  save = async (waiting: Waiting) => {
    this.kept = this.kept.map((each) => (each.id === waiting.id ? waiting : each));
    return Promise.resolve();
  };
  drop = async (waiting: Waiting) => {
    this.kept = this.kept.filter((each) => each.id !== waiting.id);
    return Promise.resolve();
  };
  send(server: Server, send = server.send, now: number | null = null) {
    return sendWaiting({next: () => this.kept.filter((each) => each.refused === ''), save: this.save, drop: this.drop, send, now: () => now});
  }
}

describe('an opinion', () => {
  it('is one act, and one more for each thing that was settled at once', () => {
    const steps = stepsOf(opinion('o-1', {issues: [answered,
      {issue: 'i-2', subject: 'b', field: 'OTHER', pressing: false, outcome: 'noted', said: 'lời khen', answeredBy: ''},
      {issue: 'i-3', subject: 'c', field: 'WATER', pressing: false, outcome: 'taken', said: '', answeredBy: ''}]}), 'd-1');
    expect(steps.map((each) => each.act)).toEqual(['record-opinion', 'answer-on-the-spot', 'note']);
    expect(steps[1]?.body).toEqual({answer: 'Mai sửa', answered_by: 'of-1'});
    expect(new Set(steps.map((each) => each.key)).size).toBe(3);
    expect(doingOf(steps[0]!).act.path).toBe('dialogues/{id}/record-opinion');
  });
  it('of nobody is anonymous', () => {
    expect(stepsOf(opinion('o-1', {name: ''}), 'd-1')[0]?.body).toMatchObject({anonymous: true});
    expect(stepsOf(opinion('o-1'), 'd-1')[0]?.body).toMatchObject({speaker: {name: 'Người Thử'}});
  });
});

describe('what waits', () => {
  it('is sent in order when the network is back, each once', async () => {
    const server = new Server();
    const waiting = [1, 2, 3, 4, 5, 6].map((n) => waits(stepsOf(opinion(`o-${n}`), 'd-1')));
    const disk = new Disk(waiting);
    server.away = true;
    await disk.send(server);
    expect(disk.kept.length).toBe(6);
    server.away = false;
    await disk.send(server);
    await new Disk(waiting).send(server);
    expect(disk.kept).toEqual([]);
    expect(server.keys).toEqual(waiting.map((each) => each.steps[0]!.key));
  });
  it('goes on where it was cut off', async () => {
    const server = new Server();
    const disk = new Disk([waits(stepsOf(opinion('o-1', {issues: [answered]}), 'd-1'))]);
    await disk.send(server, async (doing) => {
      if (doing.act.act !== 'record-opinion') throw new Problem(0, {});
      return server.send(doing);
    });
    expect(disk.kept[0]?.done).toBe(1);
    await disk.send(server);
    expect([disk.kept, server.taken.length]).toEqual([[], 2]);
  });
  it('that is refused stays with the reason, and the next goes on', async () => {
    const server = new Server();
    const disk = new Disk([waits(stepsOf(opinion('o-1'), 'd-1')), waits(stepsOf(opinion('o-2'), 'd-1'))]);
    const [first, second] = disk.kept.map((each) => each.steps[0]!.key);
    server.refuses = first!;
    await disk.send(server);
    expect(disk.kept.map((each) => each.refused)).toEqual(['sai thiếu lĩnh vực']);
    expect(server.keys).toEqual([second]);
  });
  it('follows from one’s own act before it, and not from another’s', async () => {
    const server = new Server();
    server.version = 3;
    const disk = new Disk([waits([onIssue('note-progress', 3, 'a')]), waits([onIssue('instruct', 3, 'b')])]);
    await disk.send(server);
    expect([disk.kept, server.taken.map((each) => each.version)]).toEqual([[], [3, 4]]);
    const late = new Disk([waits([onIssue('instruct', 4, 'c')])]);
    await late.send(server);
    expect(late.kept[0]?.overtaken?.version).toBe(5);
    expect(server.taken.length).toBe(2);
    late.kept = late.kept.map(goneOn);
    await late.send(server);
    expect([late.kept, server.taken[2]?.version]).toEqual([[], 5]);
  });
  it('is not sent once its person has dropped it', async () => {
    const server = new Server();
    const disk = new Disk([waits(stepsOf(opinion('o-1'), 'd-1'))]);
    disk.save = (waiting) => disk.drop(waiting);
    expect([await disk.send(server), server.taken]).toEqual([0, []]);
  });
  it('says when by the server’s clock, where the machine’s is a day behind', () => {
    const done = Date.now() - 3_600_000;
    const kDayMs = 86_400_000;
    const happened = withItsTime(waits(stepsOf(opinion('o-1'), 'd-1'), {at: done}), Date.now() + kDayMs).steps[0]?.body['happened'] as string;
    expect(Math.abs(Date.parse(happened) - (done + kDayMs))).toBeLessThan(5000);
  });
  it('says when it was done, where that was long before; sent again it is the same', () => {
    const done = Date.parse('2026-11-30T19:04:05+07:00');
    const late = waits(stepsOf(opinion('o-1'), 'd-1'), {at: done});
    expect(withItsTime(late, Date.now()).steps[0]?.body['happened']).toBe('2026-11-30T19:04:05+07:00');
    expect(withItsTime({...late, tried: true}, Date.now())).toEqual({...late, tried: true});
    expect(withItsTime(late, null)).toBe(late);
    expect(withItsTime({...late, at: Date.now()}, Date.now()).steps[0]?.body['happened']).toBeUndefined();
  });
});
