import react from '@vitejs/plugin-react';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {defineConfig, type Plugin} from 'vite';

/**
 * React Aria carries its own words in 34 languages, none of them Vietnamese. Of them English stays, and
 * src/i18n/aria.ts gives the Vietnamese ones.
 */
function ourTwoLanguages(): Plugin {
  const ours = path.resolve(import.meta.dirname, 'src/i18n/aria.ts');
  return {
    name: 'our-two-languages',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]private[\\/](?:.*[\\/])?intlStrings\.m?js$/.test(id)) return null;
      const english = /from "([^"]*intl\/(?:([\w-]+)\/)?en-US\.m?js)"/.exec(code);
      if (!english) throw new Error(`${id} has no English`);
      return `import english from ${JSON.stringify(english[1])};
import {aria} from ${JSON.stringify(ours)};
export default {'en-US': english, 'vi-VN': {...english, ...aria[${JSON.stringify(english[2] ?? 'components')}]}};`;
    },
  };
}

const here = (file: string) => path.resolve(import.meta.dirname, file);

/** The manifest by which the page is installed, and the service worker, which knows the files of its build. */
function installable(): Plugin {
  return {
    name: 'installable',
    // After Vite has taken out the chunks that were styles alone: a file that is not there would keep the worker from being installed.
    generateBundle: {order: 'post', handler(_, bundle) {
      const icons = [192, 512].map((size) => {
        const file = this.emitFile({type: 'asset', name: `icon-${size}.png`, source: readFileSync(here(`src/icon-${size}.png`))});
        return {src: `/${this.getFileName(file)}`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable'};
      });
      const manifest = {name: 'Lắng Nghe', short_name: 'Lắng Nghe', description: 'Đối thoại với người dân của phường', lang: 'vi', id: '/',
        start_url: '/', scope: '/', display: 'standalone', theme_color: '#7A1C1C', background_color: '#F6F7F9', icons};
      this.emitFile({type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(manifest)});
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/')).map((name) => `/${name}`).sort();
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
      const {'index.html': places} = JSON.parse(readFileSync(here('src/app/places.json'), 'utf8')) as Record<string, readonly string[]>;
      const worker = readFileSync(here('worker/sw.js'), 'utf8').replace('__BUILD__', JSON.stringify({version, files, places}));
      this.emitFile({type: 'asset', fileName: 'sw.js', source: worker});
    }},
  };
}

export default defineConfig({
  plugins: [ourTwoLanguages(), react(), installable()],
  // The server serves the page at `/` and its files below `/assets/`.
  base: '/',
  build: {
    // The last Chrome on Windows 7, which stands in many a ward's office.
    target: ['chrome109', 'firefox115', 'safari16.4'],
    outDir: process.env['LANGNGHE_DASHBOARD_OUT'] ?? 'dist',
    emptyOutDir: true,
    // `data:` is not allowed for scripts, styles and fonts by the page's policy.
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    manifest: 'manifest.json',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // The officials' page, and the residents': nothing of the one is loaded with the other.
      input: ['index.html', 'tra-cuu.html'],
      output: {
        // What does not change with our own lines is kept by the browser when they do.
        codeSplitting: {
          groups: [{name: 'libraries', test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack[\\/](?:query|react-query|router|react-router|history|store|react-store))[\\/-]/}],
        },
      },
    },
  },
  server: {proxy: {'/api': process.env['LANGNGHE_SERVER'] ?? 'http://127.0.0.1:8080'}},
});
