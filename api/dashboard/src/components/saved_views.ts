type Search = Readonly<Record<string, string | undefined>>;

/** Parameters that belong to the moment and not to the list: a saved view shows the list as it is then. */
const kNotOfTheView = new Set(['luc', 'viec']);

/** The filters of an address as they are saved, in an order that does not depend on the way they were set. */
export function queryOfView(search: Search): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(search).sort()) {
    const value = search[name];
    if (value !== undefined && value !== '' && !kNotOfTheView.has(name)) query.set(name, value);
  }
  return query.toString();
}

/** The changes to an address so that it shows the view: filters it does not name are taken away. */
export function valuesOfView(query: string, search: Search): Search {
  const changes: Record<string, string | undefined> = {};
  for (const name of Object.keys(search)) {
    if (!kNotOfTheView.has(name)) changes[name] = undefined;
  }
  for (const [name, value] of new URLSearchParams(query)) changes[name] = value;
  return changes;
}

export function isShown(query: string, search: Search): boolean {
  return queryOfView(Object.fromEntries(new URLSearchParams(query))) === queryOfView(search);
}
