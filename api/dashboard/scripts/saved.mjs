// The page for verifying that is saved and runs from a file: its script and its words within, asking nobody for anything.
import path from 'node:path';
import {build} from 'vite';

const here = (file) => path.resolve(import.meta.dirname, '..', file);

export async function savedPage() {
  const made = await build({
    configFile: false, logLevel: 'warn', publicDir: false, root: here('src/proof/saved'),
    build: {write: false, target: ['chrome109', 'firefox115', 'safari16.4'],
      lib: {entry: here('src/proof/saved/saved.ts'), formats: ['iife'], name: 'saved'}},
  });
  const [{output: [{code}]}] = [made].flat();
  // A script that stands in a page ends at this, wherever it comes from.
  const script = code.replaceAll('</script', '<\\/script');
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>Kiểm chứng – Lắng Nghe</title>
<style>
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 'Noto Sans', 'Liberation Sans', sans-serif; color: #17202b; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
textarea { box-sizing: border-box; width: 100%; font: .875rem/1.4 monospace; }
button { margin: 1rem 0; padding: .5rem 1rem; font: inherit; }
li { margin: .25rem 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.bad { color: #9f1d14; font-weight: 600; }
</style>
<body>
<main></main>
<script>${script}</script>
</body>
</html>
`;
}
