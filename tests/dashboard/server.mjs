// The real program with a data directory of its own, for the tests of the dashboard.
import {execFileSync, spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';

const kBinary = process.env.LANGNGHE_BINARY ?? path.resolve(import.meta.dirname, '../../build/release/langnghe');
const kStartMs = 60_000;

export function langnghe(...options) {
  return execFileSync(kBinary, options, {encoding: 'utf8', env: {...process.env, LANGNGHE_LANG: 'en'}});
}

/** A directory that is gone with the process. */
export function freshDirectory() {
  const folder = mkdtempSync(path.join(tmpdir(), 'langnghe-dashboard-'));
  process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
  return path.join(folder, 'data');
}

export class Server {
  constructor(process_, address) {
    this.process = process_;
    this.address = address;
  }

  static async start(data, ...options) {
    const child = spawn(kBinary, ['serve', '--data', data, '--listen', '127.0.0.1:0', ...options],
      {stdio: ['ignore', 'pipe', 'inherit'], env: {...process.env, LANGNGHE_LANG: 'en'}});
    const guard = setTimeout(() => child.kill('SIGKILL'), kStartMs);
    for await (const line of createInterface({input: child.stdout})) {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (address) {
        clearTimeout(guard);
        child.stdout.resume();
        return new Server(child, address);
      }
    }
    throw new Error('the server did not start');
  }

  async stop() {
    const ended = new Promise((resolve) => { this.process.once('exit', resolve); });
    this.process.kill('SIGINT');
    await ended;
  }
}

/** The demonstration with a ward whose clock begins on one day for every run: `{server, passwords}`, passwords by
 * `ward user`. */
export async function demonstration() {
  const data = freshDirectory();
  langnghe('init', '--example', '--today', '2026-11-30', '--data', data);
  const lines = readFileSync(path.join(data, 'demonstration-sign-ins.txt'), 'utf8').trim().split('\n');
  const passwords = new Map(lines.map((line) => line.split(/\s+/)).map(([ward, user, password]) => [`${ward} ${user}`, password]));
  return {server: await Server.start(data), passwords};
}

/** A ward as `init` founds it, with nothing in it yet: `{server, links}`, a link for everybody to choose a password. */
export async function foundedWard() {
  const data = freshDirectory();
  const said = langnghe('init', '--yes', '--data', data, '--ward', 'Sa Đéc', '--khom', 'Tân Mỹ', '--khom', 'Sa Nhiên', '--chair', 'Trần Thị Ngọc Ánh',
    '--cchc-officer', 'Nguyễn Thị Hoa', '--clerk', 'Phạm Thị Lan', '--khom-head', 'Võ Văn Tư', '--official', 'Nguyễn Văn Hải, Công chức Địa chính, officer',
    '--official', 'Hồ Thị Thu, Chủ tịch Mặt trận, supervisor');
  return {server: await Server.start(data), links: [...said.matchAll(/#\/sign-in-link\?\S+/g)].map(([link]) => link)};
}

/** A password set by a link without a page, for who is only needed. */
export async function choosePassword(server, link, password) {
  const [, ward, user, code] = /ward=([^&]+)&user=([^&]+)&code=(.+)$/.exec(link);
  const answer = await fetch(`${server.address}/api/v1/wards/${ward}/session/sign-in-link`, {method: 'POST',
    headers: {'Content-Type': 'application/json'}, body: JSON.stringify({user, code, password})});
  if (!answer.ok) throw new Error(`${user}: ${answer.status} ${await answer.text()}`);
}
