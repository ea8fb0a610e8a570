// Debian's Chromium, driven as people use it. What breaks the page's policy, a script's error, and a page that
// scrolls sideways are faults of whatever test is running.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve(import.meta.dirname, '../../api/dashboard/package.json'));
const {chromium} = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The longest wait for anything awaited; a busy machine may be given more. */
const kPatienceMs = Number(process.env.LANGNGHE_PATIENCE_MS ?? 30_000);

const kRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const kDesktop = {width: 1366, height: 768};
export const kScaled = {width: 1093, height: 614};
export const kPhone = {width: 360, height: 740};

export class Browser {
  static async launch() {
    const browser = new Browser();
    browser.chromium = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic',
      '--disable-background-networking', '--disable-component-update', '--disable-sync']});
    return browser;
  }

  /** A reader's own window. `judged`: axe is put in, for which the page's policy has to stand back. */
  async open(address, {viewport = kDesktop, judged = false} = {}) {
    const context = await this.chromium.newContext({viewport, bypassCSP: judged, locale: 'en-GB', reducedMotion: 'reduce'});
    context.setDefaultTimeout(kPatienceMs);
    const page = await context.newPage();
    const reader = new Reader(page, address);
    page.on('pageerror', (error) => reader.faults.push(String(error)));
    page.on('console', (message) => {
      // Whether somebody is signed in is asked once; that nobody is, is no fault.
      // That there is no plan yet is an answer, too.
      const asked = /status of 401/.test(message.text()) || /\/plans\/\d+/.test(message.location().url);
      if (message.type() === 'error' && !asked) reader.faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) reader.faults.push(`another host: ${request.url()}`);
    });
    return reader;
  }

  async close() {
    await this.chromium.close();
  }
}

/** Nothing was on its way for this long: the page shows what it shows. */
const kQuietMs = 500;

export class Reader {
  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.faults = [];
    this.asking = new Set();
    this.quietSince = Date.now();
    // The live stream is always on its way, and nothing waits for it.
    page.on('request', (request) => { if (!/\/live(\?|$)/.test(request.url())) this.asking.add(request); });
    for (const end of ['requestfinished', 'requestfailed']) {
      page.on(end, (request) => {
        this.asking.delete(request);
        this.quietSince = Date.now();
      });
    }
  }

  async signIn(ward, user, password) {
    await this.page.goto(this.address);
    await this.page.waitForSelector('input[name=user]');
    // A server of one ward asks for none.
    const asked = this.page.locator('input[name=ward]');
    if (await asked.count() > 0) await asked.fill(ward);
    await this.page.fill('input[name=user]', user);
    await this.page.fill('input[name=password]', password);
    await this.page.click('.sign-in-form button[type=submit]');
    // A password is digested slowly on purpose, and more so where much else runs.
    await this.page.waitForSelector('.frame', {timeout: 60_000});
  }

  async goTo(place) {
    await this.page.goto(this.address + place);
    await this.settle();
  }

  /** Nothing is on its way any more. */
  async settle() {
    const begun = Date.now();
    while (this.asking.size > 0 || Date.now() - Math.max(begun, this.quietSince) < kQuietMs) {
      assert.ok(Date.now() < begun + kPatienceMs, `still on its way: ${[...this.asking].map((each) => each.url())}`);
      await new Promise((resolve) => { setTimeout(resolve, 25); });
    }
    await this.page.waitForFunction(() => !document.querySelector('.loading'));
  }

  /** Opens an act's form where it stands: as a button, in the list, or behind the list's summary. */
  async openAct(act) {
    const shown = await this.page.evaluate(() => document.querySelector('form.act-form')?.dataset.act);
    if (shown?.endsWith(`/${act}`)) return;
    // What as a rule follows is open already; another act is chosen instead.
    if (shown) await this.form.locator('.row > .button.plain').last().click();
    const button = this.page.locator(`[data-act="${act}"]`).first();
    await button.waitFor({state: 'attached'});
    if (!await button.isVisible()) await this.page.locator('.act-rest > summary').click();
    await button.click();
    await this.page.waitForSelector(`form[data-act$="/${act}"]`);
  }

  get form() {
    return this.page.locator('form.act-form').first();
  }

  /** Fills fields by the names of the contract's members: texts, `true`, or one of a choice by its label. */
  async fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const field = this.form.locator(`[name="${name}"]`).first();
      if (value === true) await field.check();
      else await field.fill(value);
    }
  }

  async choose(label) {
    await this.form.getByLabel(label, {exact: true}).first().check();
  }

  /** One of many, found by typing. */
  async pick(label, typed) {
    await this.form.locator('.field', {hasText: label}).locator('.pick-button').first().click();
    await this.page.locator('.pick-popover input').fill(typed);
    await this.page.locator('.pick-popover .option').first().click();
  }

  async submit() {
    const answered = this.page.waitForResponse((answer) => answer.request().method() === 'POST');
    const sent = await this.form.elementHandle();
    await this.form.locator('button[type=submit]').click();
    const answer = await answered;
    assert.ok(answer.ok(), `${answer.url()} ${answer.status()} ${await answer.text()}`);
    // The form goes when the page shows what was recorded.
    await this.page.waitForFunction((form) => !form.isConnected, sent);
    await this.settle();
    return answer.status() === 204 ? null : answer.json();
  }

  /** An act from its button to the ledger. */
  async act(name, values = {}, choices = []) {
    await this.openAct(name);
    await this.fill(values);
    for (const label of choices) await this.choose(label);
    return this.submit();
  }

  async violations() {
    await this.page.evaluate(axe);
    const found = await this.page.evaluate((rules) => globalThis.axe.run(document, {runOnly: rules}), kRules);
    return found.violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`));
  }

  async sidewaysBy() {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  /** Kept where LANGNGHE_SCREENSHOTS names a folder. */
  async picture(name) {
    const folder = process.env.LANGNGHE_SCREENSHOTS;
    if (!folder) return;
    mkdirSync(folder, {recursive: true});
    // A window as high as the page: what stands at its edges stands at the picture's.
    const before = this.page.viewportSize();
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({width: before.width, height: Math.max(before.height, height)});
    await this.page.screenshot({path: path.join(folder, `${name}.png`)});
    await this.page.setViewportSize(before);
  }

  /** The same on paper, as a browser prints it. */
  async print(name) {
    const folder = process.env.LANGNGHE_SCREENSHOTS;
    if (!folder) return;
    mkdirSync(folder, {recursive: true});
    await this.page.pdf({path: path.join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: true});
  }

  /** Forgets the browser's own messages about a network that was taken away. */
  forgetNetworkFaults() {
    this.faults = this.faults.filter((each) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/.test(each));
  }

  assertNoFaults() {
    assert.deepEqual(this.faults, []);
  }

  async close() {
    await this.page.context().close();
  }
}
