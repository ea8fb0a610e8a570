/**
 * A key that no other act ever has. `crypto.randomUUID` is not there on plain http, which is what many a
 * ward's own network has; random values are.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (each) => each.toString(16).padStart(2, '0')).join('');
}
