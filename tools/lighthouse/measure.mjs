// Lighthouse, mobile preset, median of five, of the board, the list and the look-up, with the demonstration. To be run on a machine that does
// nothing else: on a busy one the same page gave a third of its speed. tools/lighthouse/measure
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {loadavg, tmpdir} from 'node:os';
import path from 'node:path';
import {demonstration} from '../../tests/dashboard/server.mjs';

const kRuns = 5;
const kWard = 'sa-dec-hom-nay';
const kWanted = {performance: 90, accessibility: 95};
const kCalmLoad = 0.5;
const kPort = 9377;
const lighthouse = createRequire(import.meta.url).resolve('lighthouse/cli/index.js');
const {chromium} = createRequire(path.resolve(import.meta.dirname, '../../api/dashboard/package.json'))('playwright-core');

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** One run in the window of who has signed in: its scores out of 100. */
function run(address, folder) {
  const report = path.join(folder, 'report.json');
  execFileSync(process.execPath, [lighthouse, address, '--quiet', '--output=json', `--output-path=${report}`, `--port=${kPort}`, '--disable-storage-reset',
    '--only-categories=performance,accessibility', '--form-factor=mobile'], {stdio: ['ignore', 'ignore', 'inherit'], timeout: 180_000});
  const {categories} = JSON.parse(readFileSync(report, 'utf8'));
  return Object.fromEntries(Object.entries(categories).map(([name, each]) => [name, Math.round(each.score * 100)]));
}

const [load] = loadavg();
console.log(`load before: ${load.toFixed(2)}${load > kCalmLoad ? ': NOT CALM, the figures say little' : ''}`);
const {server, passwords} = await demonstration();
const folder = mkdtempSync(path.join(tmpdir(), 'langnghe-lighthouse-'));
const browser = await chromium.launchPersistentContext(path.join(folder, 'profile'), {executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', `--remote-debugging-port=${kPort}`]});
let isShort = false;
try {
  const page = await browser.newPage();
  await page.goto(server.address);
  await page.fill('input[name=ward]', kWard);
  await page.fill('input[name=user]', 'chair');
  await page.fill('input[name=password]', passwords.get(`${kWard} chair`));
  await page.click('.sign-in-form button[type=submit]');
  await page.waitForSelector('.frame');
  for (const [name, place] of [['board', '/'], ['list', '/noi-dung?xem=all'], ['look-up', '/tra-cuu']]) {
    const runs = Array.from({length: kRuns}, () => run(server.address + place, folder));
    for (const [category, wanted] of Object.entries(kWanted)) {
      const scores = runs.map((each) => each[category]);
      isShort ||= median(scores) < wanted;
      console.log(`${name} ${category}: ${median(scores)} (${scores.join(' ')}), wanted ${wanted}`);
    }
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, {recursive: true, force: true});
}
process.exitCode = isShort ? 1 : 0;
