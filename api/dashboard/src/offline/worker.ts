/** Only what the page's policy names may become a script's address; the service worker alone is named. */
interface Policies {
  createPolicy(name: string, rules: {createScriptURL: (address: string) => string}): {createScriptURL(address: string): unknown};
}

const kWorker = '/sw.js';

let isInstalled = false;

/** The page without network. Not on plain http, and not while the page is worked on. Once for the page: its policy takes
    a name once, and people sign in and out without a reload. */
export function installWorker(): void {
  if (isInstalled || !('serviceWorker' in navigator) || import.meta.env.DEV) return;
  isInstalled = true;
  const policies = (window as {trustedTypes?: Policies}).trustedTypes;
  const address = policies?.createPolicy('langnghe-worker', {createScriptURL: () => kWorker}).createScriptURL('') ?? kWorker;
  navigator.serviceWorker.register(address as string).catch(() => {
    // The page works as before, with the network.
  });
}
