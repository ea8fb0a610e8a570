import {el} from './el.ts';
import {howRead, readAs, t, type Key, type Size} from './words.ts';

const kSizes: readonly Size[] = ['normal', 'large', 'largest'];

/** Sets what stands around every page, and the page's own part into its middle. */
export function showPage(title: string, again: () => void, ...middle: readonly HTMLElement[]): void {
  const {language, size} = howRead();
  document.documentElement.lang = language;
  document.documentElement.dataset['size'] = size;
  document.title = title;
  const sizes = kSizes.map((each) => el('button', {
    type: 'button', class: `size size-${each}`, 'aria-pressed': String(each === size), 'aria-label': t(`size_${each}` satisfies Key), click: () => {
      readAs({size: each});
      document.documentElement.dataset['size'] = each;
      for (const button of sizes) button.setAttribute('aria-pressed', String(button === sizes[kSizes.indexOf(each)]));
    },
  }, 'A'));
  const change = el('button', {type: 'button', class: 'language', lang: language === 'vi' ? 'en' : 'vi', click: () => {
    readAs({language: language === 'vi' ? 'en' : 'vi'});
    again();
  }}, t('language'));
  const page = document.getElementById('page');
  page?.replaceChildren(
    el('header', {class: 'top'}, el('a', {href: '/tra-cuu', class: 'name'}, t('app')),
      el('div', {class: 'reading'}, el('span', {class: 'sizes', role: 'group', 'aria-label': t('size')}, ...sizes), change)),
    el('main', {tabindex: '-1'}, ...middle));
}

/** New content is read out and seen first. */
export function goToTop(): void {
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('main h1')?.focus();
}
