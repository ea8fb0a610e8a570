import type {WorkItem, WorkTask} from '../../api/shapes.ts';

export type Waiting = WorkItem | WorkTask;

/** Where an entry of a work list is dealt with; with the act that takes it off the list, its form is open there. */
export function addressOf(entry: Waiting, act: string | null): string {
  const id = encodeURIComponent(entry.id);
  const query = act ? `?viec=${act}` : '';
  switch (entry.kind) {
    case 'issue':
      return `/noi-dung/${id}${query}`;
    case 'dialogue':
      return `/doi-thoai/${id}${query}`;
    case 'plan':
      return `/ke-hoach/${id}${query}`;
    case 'khom':
      return `/doi-thoai?viec=schedule&khom=${encodeURIComponent(entry.khom ?? entry.id)}`;
    case 'report':
      return `/bao-cao/${entry.id.split('/').map(encodeURIComponent).join('/')}${query}`;
    case 'recommendation':
      return `/giam-sat${query}`;
    case 'promise':
      return `/noi-dung/${encodeURIComponent(entry.issue ?? '')}${query}`;
    default:
      return '/';
  }
}
