// A client that signs in without a page, for acts that a test needs before a page is opened.
export class Client {
  constructor(address, ward, cookie, csrf) {
    this.base = `${address}/api/v1/wards/${ward}/`;
    this.headers = {cookie, 'X-CSRF-Token': csrf, 'Content-Type': 'application/json'};
  }

  static async signIn(address, ward, user, password) {
    const answer = await fetch(`${address}/api/v1/wards/${ward}/session`, {method: 'POST', headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({user, password})});
    if (!answer.ok) throw new Error(`${user}: ${answer.status} ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    return new Client(address, ward, cookie, (await answer.json()).csrf_token);
  }

  async get(path) {
    const answer = await fetch(this.base + path, {headers: this.headers});
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** An act, at the version that its subject has now, or that is given. */
  async act(path, body = {}, version = undefined) {
    const at = version ?? (await this.get(path.slice(0, path.lastIndexOf('/')))).version;
    const answer = await fetch(this.base + path, {method: 'POST', body: JSON.stringify(body),
      headers: {...this.headers, 'If-Match': `"${at}"`, 'Idempotency-Key': crypto.randomUUID()}});
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
