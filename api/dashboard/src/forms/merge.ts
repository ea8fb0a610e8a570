// Two people changed one thing: what follows field by field.
import {isBlank, type Draft, type GroupDraft} from './values.ts';

export interface Merging {
  /** The values that the form began with. */
  readonly base: GroupDraft;
  readonly mine: GroupDraft;
  /** The values it would begin with now. */
  readonly theirs: GroupDraft;
}

export interface Merged {
  /** Both changed it, each to something else. */
  readonly both: readonly string[];
  /** Only the others did: theirs is taken. */
  readonly taken: readonly string[];
}

/** Blank is blank, whatever holds it. */
export function isSame(one: Draft | undefined, other: Draft | undefined): boolean {
  return (isBlank(one) && isBlank(other)) || JSON.stringify(one) === JSON.stringify(other);
}

export function compared({base, mine, theirs}: Merging): Merged {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const moved = names.filter((name) => !isSame(theirs[name], base[name]) && !isSame(theirs[name], mine[name]));
  return {both: moved.filter((name) => !isSame(mine[name], base[name])), taken: moved.filter((name) => isSame(mine[name], base[name]))};
}

/** Mine, but theirs where I changed nothing or chose it. */
export function mergedOf(merging: Merging, chosen: ReadonlySet<string>): GroupDraft {
  const {both, taken} = compared(merging);
  const theirs = [...taken, ...both.filter((name) => chosen.has(name))];
  return {...merging.mine, ...Object.fromEntries(theirs.flatMap((name) => {
    const value = merging.theirs[name];
    return value === undefined ? [] : [[name, value] as const];
  }))};
}
