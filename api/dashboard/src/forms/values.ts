// The values that somebody has typed so far (a draft), and the body that is made of them.
import type {Act, Form, Member} from '../api/acts.ts';
import {readDay, readTime} from '../i18n/dates.ts';
import {t} from '../i18n/text.ts';
import {isAsked, widgetOf} from './widgets.ts';

export type Draft = string | boolean | readonly Draft[] | {readonly [name: string]: Draft};
export type GroupDraft = {readonly [name: string]: Draft};
export type Faults = ReadonlyMap<string, string>;

export function emptyOf(form: Form): Draft {
  switch (form.kind) {
    case 'flag':
      return form.default === true;
    case 'number':
      return form.default === undefined ? '' : String(form.default);
    case 'group':
      return emptyGroup(form.members ?? []);
    case 'list':
      if (form.item?.kind === 'number') return Array.from({length: form.minItems ?? 1}, () => '1');
      if (form.item?.kind === 'group' && form.item.of !== 'AttachmentInput') {
        return Array.from({length: Math.max(1, form.minItems ?? 0)}, () => emptyOf(form.item!));
      }
      return [];
    default:
      return '';
  }
}

export function emptyGroup(members: readonly Member[]): GroupDraft {
  return Object.fromEntries(members.map((member) => [member.name, emptyOf(member)]));
}

/** A draft of what the server has: numbers become text, what is not there stays empty. */
export function draftOf(form: Form, value: unknown): Draft {
  if (value === null || value === undefined) return emptyOf(form);
  if (form.kind === 'group') return draftOfGroup(form.members ?? [], value as Record<string, unknown>);
  if (form.kind === 'list') return (value as unknown[]).map((each) => form.item ? draftOf(form.item, each) : String(each));
  return form.kind === 'flag' ? value === true : String(value);
}

export function draftOfGroup(members: readonly Member[], value: Readonly<Record<string, unknown>>): GroupDraft {
  return Object.fromEntries(members.map((member) => [member.name, draftOf(member, value[member.name])]));
}

/** Nothing was typed there. A flag that is off is nothing. */
export function isBlank(draft: Draft | undefined): boolean {
  if (draft === undefined) return true;
  if (typeof draft === 'string') return draft.trim() === '';
  if (typeof draft === 'boolean') return !draft;
  if (Array.isArray(draft)) return draft.every(isBlank);
  return Object.values(draft as GroupDraft).every(isBlank);
}

interface Reading {
  readonly act: Act;
  readonly faults: Map<string, string>;
}

export interface Body {
  readonly body: Record<string, unknown>;
  /** By JSON Pointer into the body, as the server's own faults are. */
  readonly faults: Faults;
}

export function bodyOf(act: Act, draft: GroupDraft): Body {
  const reading = {act, faults: new Map<string, string>()};
  return {body: groupOf(reading, act.members, draft, '', ''), faults: reading.faults};
}

function groupOf(reading: Reading, members: readonly Member[], draft: GroupDraft, path: string,
                 pointer: string): Record<string, unknown> {
  const group: Record<string, unknown> = {};
  for (const member of members) {
    const at = path === '' ? member.name : `${path}.${member.name}`;
    const where = `${pointer}/${member.name}`;
    const mine = draft[member.name];
    const widget = widgetOf(reading.act, at, member, draft);
    if (widget.as === 'hidden' || !isAsked(at, member, draft)) continue;
    if (isBlank(mine) && !(member.kind === 'flag' && member.required)) {
      if (!member.required) continue;
      if (member.kind === 'list' && (member.minItems ?? 0) === 0) {
        group[member.name] = [];
      } else {
        reading.faults.set(where, t('fault_required'));
      }
      continue;
    }
    group[member.name] = valueOf(reading, member, mine!, at, where, draft);
  }
  return group;
}

function valueOf(reading: Reading, form: Form, draft: Draft, path: string, pointer: string, beside: GroupDraft): unknown {
  const widget = widgetOf(reading.act, path, form, beside);
  switch (form.kind) {
    case 'flag':
      return draft === true;
    case 'number':
      return numberOf(reading, form, String(draft), pointer);
    case 'group':
      return groupOf(reading, form.members ?? [], draft as GroupDraft, path, pointer);
    case 'list':
      return listOf(reading, form, draft, path, pointer);
    default:
      if (widget.as === 'day') return checked(reading, readDay(String(draft)), pointer, t('day_wrong'));
      if (widget.as === 'time') return checked(reading, readTime(String(draft)), pointer, t('time_wrong'));
      return String(draft).normalize('NFC').trim();
  }
}

function checked<Value>(reading: Reading, value: Value | null, pointer: string, fault: string): Value | null {
  if (value === null) reading.faults.set(pointer, fault);
  return value;
}

function numberOf(reading: Reading, form: Form, typed: string, pointer: string): number | null {
  const digits = typed.replaceAll('.', '').trim();
  const value = /^-?\d+$/.test(digits) ? Number(digits) : null;
  if (value === null) return checked(reading, null, pointer, t('fault_number'));
  const {minimum = -Infinity, maximum = Infinity} = form;
  if (value < minimum || value > maximum) {
    reading.faults.set(pointer, t('fault_range', {minimum, maximum}));
  }
  return value;
}

function listOf(reading: Reading, form: Form, draft: Draft, path: string, pointer: string): unknown[] {
  const item = form.item!;
  if (typeof draft === 'string') {
    const lines = draft.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    return lines.map((line, index) => item.of === 'Day'
      ? checked(reading, readDay(line), pointer, t('day_wrong_in_line', {line: index + 1})) : line.normalize('NFC'));
  }
  return (draft as readonly Draft[])
    .filter((each) => item.kind !== 'group' || !isBlank(each))
    .map((each, index) => item.kind === 'group'
      ? groupOf(reading, item.members ?? [], each as GroupDraft, path, `${pointer}/${index}`)
      : valueOf(reading, item, each, path, `${pointer}/${index}`, {}));
}

/** `Tân Mỹ 2` as an id: `tan-my-2`. */
export function idOf(name: string): string {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
}
