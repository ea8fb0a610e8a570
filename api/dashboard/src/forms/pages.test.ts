import {readFileSync, writeFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {acts, type Subject} from '../api/acts.ts';
import places from '../app/places.json';
import {setLanguage} from '../i18n/text.ts';
import {kActPages, pagesOf} from './pages.ts';
import {wordOfAct} from './words.ts';

const kDocument = new URL('../../../../docs/dashboard-acts.md', import.meta.url);
const kCommands = new URL('../../../../docs/commands.md', import.meta.url);

/** The acts of docs/commands.md that somebody may do, as `issue assign`. */
function actsOfPeople(): string[] {
  let subject = '';
  return readFileSync(kCommands, 'utf8').split('\n').flatMap((line) => {
    subject = /^## (\w+)/.exec(line)?.[1] ?? subject;
    const [, act, who] = /^\| `([\w-]+)` \| ([^|]+) \|/.exec(line) ?? [];
    return act && who && who.trim() !== '*clock*' ? [`${subject} ${act}`] : [];
  });
}

it('every act that somebody may do is done on a page, and nothing else is', () => {
  const onPages = acts.filter((act) => pagesOf(act).length > 0).map((act) => `${act.subject} ${act.act}`);
  expect(onPages.sort()).toEqual(actsOfPeople().sort());
});

it('every page with acts has an address that the server answers', () => {
  for (const page of kActPages) expect(places['index.html']).toContain(page.address.split('/')[1]);
});

it('docs/dashboard-acts.md says from which page each act is done', async () => {
  await setLanguage('vi');
  const lines = ['# Where each act is done', '',
    'The page of the dashboard on which every act that a person may do has its form. Made of `api/dashboard/src/forms/pages.ts`; write it anew with',
    '`LANGNGHE_WRITE_DOCS=1 npx vitest run pages` in `api/dashboard`.', ''];
  for (const subject of new Set(acts.map((each) => each.subject))) {
    lines.push(`## ${subject}`, '', '| Act | On the page | Address |', '|---|---|---|');
    for (const act of acts.filter((each) => each.subject === (subject as Subject))) {
      lines.push(`| \`${act.act}\` | ${wordOfAct(act.subject, act.act)} | ${pagesOf(act).map((page) => `\`${page.address}\``).join(', ')} |`);
    }
    lines.push('');
  }
  const text = lines.join('\n');
  if (process.env['LANGNGHE_WRITE_DOCS']) writeFileSync(kDocument, text);
  expect(readFileSync(kDocument, 'utf8')).toBe(text);
});
