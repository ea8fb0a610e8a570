import {createContext, useContext} from 'react';
import type {Dialogue, Issue, Plan, Report, Resident, Settings, Supervision, UserRow} from '../api/shapes.ts';

/** What the act is about, as it was read: pickers offer its parts and drafts begin with its values. */
export interface Context {
  readonly issue?: Issue;
  readonly dialogue?: Dialogue;
  readonly plan?: Plan;
  readonly report?: Report;
  readonly settings?: Settings;
  readonly supervision?: Supervision;
  readonly resident?: Resident;
  readonly user?: UserRow;
  /** The person whom a matter of this kind was given to last. */
  readonly usualAssignee?: string;
  /** What is known before anything is typed, from where the form was opened. */
  readonly given?: Readonly<Record<string, unknown>>;
}

export const FormContext = createContext<Context>({});

export function useFormContext(): Context {
  return useContext(FormContext);
}
