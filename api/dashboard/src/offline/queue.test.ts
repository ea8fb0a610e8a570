import {describe, expect, it} from 'vitest';
import type {Waiting} from './outbox.ts';
import {Queue} from './queue.ts';
import type {Kept, Vault} from './vault.ts';

/** A disk that does each thing when it is told to go on. */
class SlowDisk {
  readonly rows = new Map<string, unknown>();
  readonly held: (() => void)[] = [];
  full = false;

  private async later<Answer>(work: () => Answer): Promise<Answer> {
    await new Promise<void>((resolve) => this.held.push(resolve));
    return work();
  }

  readonly vault = {
    owner: {ward: 'sa-dec', user: 'hoa'}, signIn: 's', lasting: false, staysSealed: false,
    put: (_: string, id: string, value: unknown) => this.later(() => {
      if (this.full) throw new Error('full');
      this.rows.set(id, value);
    }),
    all: (): Promise<readonly Kept[]> => {
      const rows = [...this.rows].map(([id, value]) => ({id, value}));
      return this.later(() => rows);
    },
    drop: (_: string, id: string) => this.later(() => { this.rows.delete(id); }),
  } as unknown as Vault;

  async goOn(): Promise<void> {
    for (let n = 0; n < 20; ++n) {
      for (const each of this.held.splice(0).reverse()) each();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

function queueOn(disk: SlowDisk): Queue {
  const queue = new Queue(disk.vault, {onSent: () => undefined, onOtherPerson: () => undefined});
  // Nothing is sent in these tests.
  queue.send = () => Promise.resolve();
  return queue;
}

const opinion = (title: string) => ({title, group: 'd-1', steps: []});
const titles = (queue: Queue) => queue.list().map((each) => each.title);

describe('what waits', () => {
  it('stays in sight where another tab’s news comes while it is written', async () => {
    const disk = new SlowDisk();
    const queue = queueOn(disk);
    const [added, loaded] = [queue.add(opinion('first')), queue.load()];
    await disk.goOn();
    await Promise.all([added, loaded]);
    const [again, second] = [queue.load(), queue.add(opinion('second'))];
    await disk.goOn();
    await Promise.all([again, second]);
    expect(titles(queue)).toEqual(['first', 'second']);
  });
  it('is not brought back by a change to it once its person has dropped it', async () => {
    const disk = new SlowDisk();
    const queue = queueOn(disk);
    const added = queue.add(opinion('first'));
    await disk.goOn();
    await added;
    const [row] = queue.list() as [Waiting];
    const all = [queue.load(), queue.drop(row), queue.save({...row, tried: true})];
    await disk.goOn();
    await Promise.all(all);
    expect([titles(queue), disk.rows.size]).toEqual([[], 0]);
  });
  it('is not taken out of its form where the disk does not keep it', async () => {
    const disk = new SlowDisk();
    const queue = queueOn(disk);
    disk.full = true;
    const added = queue.add(opinion('first')).catch((error: Error) => error.message);
    await disk.goOn();
    expect([await added, titles(queue)]).toEqual(['full', []]);
  });
});
