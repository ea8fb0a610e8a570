import type {components} from '../../generated/contract.ts';

export type ProblemDocument = components['schemas']['Problem'];
export type Fault = components['schemas']['ProblemFault'];
export type Change = components['schemas']['ProblemChange'];

/** What the server refuses, in its own words; status 0 where it could not be reached. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly faults: readonly Fault[];
  readonly changes: readonly Change[];
  readonly currentVersion: number | null;

  constructor(status: number, document: Partial<ProblemDocument>) {
    super(document.detail || document.title || `HTTP ${status}`);
    this.status = status;
    this.code = document.code ?? '';
    this.title = document.title ?? '';
    this.faults = document.errors ?? [];
    this.changes = document.changes ?? [];
    this.currentVersion = document.current_version ?? null;
  }

  /** Somebody else acted in between. */
  get isStale(): boolean {
    return this.status === 412 && this.currentVersion !== null;
  }

  get isSignedOut(): boolean {
    return this.status === 401;
  }
}
