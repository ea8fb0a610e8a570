import {capital} from '../i18n/fold.ts';
import {qrPicture} from '../qr.ts';
import type {PublicKhom} from './api.ts';
import {el} from './el.ts';
import {showPage} from './frame.ts';
import {howAnswered, nextDialogue} from './khom.ts';
import {promiseList} from './promises.ts';
import {fullDay, khomTitle, t} from './words.ts';

/** As many as an A3 sheet holds in letters that are read from two metres. */
const kAnswers = 4;
const kPromises = 3;

/** A sheet for the khóm's notice board, A3, as it is seen before it is printed. */
export function showPoster(page: PublicKhom, again: () => void): void {
  const address = `${location.origin}/khom/${page.ward}/${page.khom}`;
  const promises = page.promises.slice(0, kPromises);
  const answers = page.answers.slice(0, kAnswers);
  showPage(t('title_khom', {khom: khomTitle(page.khom_name), ward: page.ward_name}), again,
    el('div', {class: 'paper-tools'}, el('button', {type: 'button', class: 'main', click: () => window.print()}, t('print')),
      el('a', {href: `/khom/${page.ward}/${page.khom}`}, t('back'))),
    el('article', {class: 'poster'},
      el('header', {}, el('div', {}, el('p', {class: 'poster-ward'}, capital(page.ward_name)), el('h1', {tabindex: '-1'}, khomTitle(page.khom_name)), el('p', {class: 'poster-title'}, t('poster_title'))),
        el('figure', {}, qrPicture(address, t('qr_of_khom')), el('figcaption', {}, t('poster_scan')))),
      el('section', {class: 'poster-next'}, el('h2', {}, t('next_dialogue')), nextDialogue(page)),
      promises.length > 0 ? el('section', {}, el('h2', {}, t('promises')), promiseList(promises, page.today)) : null,
      answers.length > 0 ? el('section', {}, el('h2', {}, t('poster_answers')), el('ul', {class: 'answers'}, ...answers.map((each) =>
        el('li', {}, el('h3', {}, each.subject), el('p', {class: 'help'}, howAnswered(each.answer)), el('blockquote', {}, each.answer.text))))) : null,
      el('footer', {}, el('p', {}, t('poster_look_up', {address: `${location.host}/tra-cuu`})), el('p', {class: 'help'}, t('poster_on', {day: fullDay(page.today)})))));
}
