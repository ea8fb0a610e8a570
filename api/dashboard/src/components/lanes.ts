// Events by who acted, and what brought about what.

/** The parts of an event that lanes need, from a thing's history or from the ledger. */
export interface LaneEvent {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly user: string;
  readonly role: string;
  readonly happened: string;
  readonly causation: string | null;
  readonly correlation: string | null;
}

export interface Lane {
  readonly key: string;
  readonly first: LaneEvent;
  readonly events: ReadonlySet<number>;
}

/** One lane for each person in each role, in the order in which they first acted; the clock's is the last. */
export function lanesOf(events: readonly LaneEvent[]): readonly Lane[] {
  const lanes = new Map<string, {key: string; first: LaneEvent; events: Set<number>}>();
  for (const each of events) {
    const key = each.role === 'system' ? 'system' : `${each.role} ${each.user}`;
    const lane = lanes.get(key) ?? {key, first: each, events: new Set<number>()};
    lane.events.add(each.position);
    lanes.set(key, lane);
  }
  return [...lanes.values()].sort((a, b) => Number(a.key === 'system') - Number(b.key === 'system') || a.first.position - b.first.position);
}

export interface Bonds<Event> {
  readonly cause: Event | null;
  readonly effects: readonly Event[];
  /** Recorded by the same request. */
  readonly together: readonly Event[];
}

export function bondsOf<Event extends LaneEvent>(event: Event, events: readonly Event[]): Bonds<Event> {
  const others = events.filter((each) => each.position !== event.position);
  const cause = others.find((each) => event.causation !== null && each.id === event.causation) ?? null;
  const effects = others.filter((each) => each.causation !== null && each.causation === event.id);
  return {cause, effects, together: others.filter((each) => each.correlation !== null && each.correlation === event.correlation
    && each !== cause && !effects.includes(each))};
}
