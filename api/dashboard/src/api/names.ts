import {useMemo} from 'react';
import {currentLanguage, wordFor} from '../i18n/text.ts';
import {useSignedIn} from '../app/session.ts';
import type {WorkingCalendar} from '../i18n/dates.ts';
import {useRead, useWholeList} from './hooks.ts';
import type {Settings} from './shapes.ts';

/** What people call the things that the API names by ids. */
export interface Names {
  readonly today: string | null;
  readonly calendar: WorkingCalendar | null;
  readonly settings: Settings | undefined;
  khom(id: string | null | undefined): string;
  field(code: string | null | undefined): string;
  official(id: string | null | undefined): string;
  /**
   * Of an account: the person's name. Who may not read the names of accounts is told the unit where it is known,
   * else the role.
   */
  user(id: string | null | undefined, unit?: string | null): string;
  /** Of whom work can be given to. */
  unitOf(user: string): string;
}

/** Who may read to whom work can be given, and so the names of those accounts. */
const kNameReaders = new Set(['chair', 'cchc_officer']);

const kRoleAccounts = new Set(['chair', 'cchc_officer', 'clerk', 'supervisor', 'home_affairs', 'admin', 'system']);

export function useNames(): Names {
  const settings = useRead('settings').data;
  const {session, roles} = useSignedIn();
  const assignees = useRead('assignees', {now: true, enabled: roles.some((each) => kNameReaders.has(each))}).data;
  return useMemo(() => {
    const khoms = new Map(settings?.khoms.map((each) => [each.id as string, each.name]));
    const fields = new Map(settings?.policy?.fields.map((each) =>
      [each.code as string, currentLanguage() === 'vi' ? each.name_vi : each.name_en]));
    const officials = new Map(settings?.officials.map((each) => [each.id as string, each.name]));
    const users = new Map(assignees?.items.map((each) => [each.user as string, each.display_name]));
    const units = new Map(assignees?.items.map((each) => [each.user as string, each.official?.unit ?? '']));
    return {
      settings,
      unitOf: (user) => units.get(user) ?? '',
      today: settings?.today ?? null,
      calendar: settings?.calendar ?? null,
      khom: (id) => khoms.get(id ?? '') ?? id ?? '',
      field: (code) => fields.get(code ?? '') ?? code ?? '',
      official: (id) => officials.get(id ?? '') ?? id ?? '',
      user: (id, unit) => {
        if (!id) return '';
        if (id === session.user) return session.display_name || id;
        const known = users.get(id) ?? (kRoleAccounts.has(id) ? wordFor('role', id) : undefined);
        return known ?? (assignees ? id : unit || wordFor('role', 'officer'));
      },
    };
  }, [settings, assignees, session]);
}

/** The subjects of matters by their ids; an id where it is not known. Asked for only where there is something to name. */
export function useSubjects(asked: boolean): (id: string) => string {
  const issues = useWholeList('issues', {}, asked).data;
  return useMemo(() => {
    const subjects = new Map(issues?.items.map((each) => [each.id as string, each.subject]));
    return (id) => subjects.get(id) || id;
  }, [issues]);
}
