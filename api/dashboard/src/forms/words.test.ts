import {expect, it} from 'vitest';
import {acts, type Form, type Member} from '../api/acts.ts';
import english from '../i18n/en.json';
import vietnamese from '../i18n/vi.json';
import {setLanguage, wordOf} from '../i18n/text.ts';
import {labelOf, wordOfValue} from './words.ts';
import {widgetOf} from './widgets.ts';

const kLanguages = ['vi', 'en'] as const;

function* membersOf(members: readonly Member[], above = ''): Generator<[string, Form]> {
  for (const member of members) {
    const path = above === '' ? member.name : `${above}.${member.name}`;
    yield [path, member];
    if (member.of === 'AttachmentInput' || member.item?.of === 'AttachmentInput') continue;
    yield* membersOf(member.members ?? member.item?.members ?? [], path);
  }
}

it('both languages have the same words', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(vietnamese).sort());
});

it('every act has a name for people in both languages', async () => {
  for (const language of kLanguages) {
    await setLanguage(language);
    const missing = acts.filter((act) => !wordOf(`act_${act.subject}_${act.act}`)).map((act) => `act_${act.subject}_${act.act}`);
    expect(missing, language).toEqual([]);
  }
});

it('every field of every form has a name, and every value to choose', async () => {
  for (const language of kLanguages) {
    await setLanguage(language);
    const missing = new Set<string>();
    for (const act of acts) {
      for (const [path, form] of membersOf(act.members)) {
        const widget = widgetOf(act, path, form, {});
        if (widget.as === 'hidden') continue;
        if (labelOf(act, path) === path) missing.add(`field ${act.act} ${path}`);
        const values = widget.as === 'choice' || widget.as === 'choices' ? widget.values : [];
        for (const value of values) {
          // An English word may be the code itself; that both languages have the same keys is held above.
          if (language === 'vi' && wordOfValue(path, value) === value) missing.add(`value ${path} ${value}`);
        }
      }
    }
    expect([...missing], language).toEqual([]);
  }
});
