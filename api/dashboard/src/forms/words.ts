import type {Act} from '../api/acts.ts';
import {wordOf} from '../i18n/text.ts';

/** `Giao việc`: what stands on the button and over the form. */
export function wordOfAct(subject: string, act: string): string {
  return wordOf(`act_${subject}_${act}`) ?? act;
}

/** A line on what the act means, where its name does not say it. */
export function meaningOfAct(subject: string, act: string): string | undefined {
  return wordOf(`means_${subject}_${act}`);
}

/** The most exact word there is: of this act's member, else of the member wherever it stands. */
function exact(prefix: string, act: Act, path: string): string | undefined {
  const parts = path.split('.');
  const name = parts.at(-1)!;
  return wordOf(`${prefix}_${act.subject}_${act.act}_${parts.join('_')}`)
    ?? (parts.length > 1 ? wordOf(`${prefix}_${parts.slice(-2).join('_')}`) : undefined)
    ?? wordOf(`${prefix}_${act.act}_${name}`) ?? wordOf(`${prefix}_${name}`);
}

export function labelOf(act: Act, path: string): string {
  return exact('field', act, path) ?? path;
}

export function helpOf(act: Act, path: string): string | undefined {
  return exact('help', act, path);
}

/** `phức tạp` for `complex` of `complexity`. */
export function wordOfValue(path: string, value: string): string {
  const name = path.split('.').at(-1)!;
  const parent = path.split('.').at(-2);
  return (parent ? wordOf(`value_${parent}_${name}_${value}`) : undefined) ?? wordOf(`value_${name}_${value}`)
    ?? wordOf(`role_${value}`) ?? value;
}
