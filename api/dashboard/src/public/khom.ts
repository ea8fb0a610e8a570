import {capital} from '../i18n/fold.ts';
import {khomPage, Refused, type PublicKhom} from './api.ts';
import {el} from './el.ts';
import {goToTop, showPage} from './frame.ts';
import {showPoster} from './poster.ts';
import {promiseList} from './promises.ts';
import {newsPlace, say} from './trouble.ts';
import {day, fullDay, khomTitle, number, t, type Key} from './words.ts';

export function nextDialogue(page: PublicKhom): HTMLElement {
  const next = page.next_dialogue;
  if (!next) return el('p', {class: 'nothing'}, t('no_dialogue'));
  return el('div', {class: 'meeting'}, el('p', {class: 'meeting-day'}, fullDay(next.date), ' ', t('at_time', {time: next.start})),
    el('p', {}, next.place ?? t('at_household')), next.topics === '' ? null : el('p', {}, el('strong', {}, t('topics')), ' ', next.topics));
}

function numbersOf({numbers}: PublicKhom): HTMLElement {
  const cell = (key: Key, value: number | null) => el('div', {}, el('dt', {}, t(key)), el('dd', {}, value === null ? t('number_small') : number(value)));
  return el('dl', {class: 'numbers'}, cell('number_received', numbers.received), cell('number_answered', numbers.answered), cell('number_late', numbers.late));
}

export function howAnswered(answer: PublicKhom['answers'][number]['answer']): string {
  return answer.notice ? t('answer_notice', {notice: answer.notice, day: day(answer.on)}) : t('answer_spot', {day: day(answer.on)});
}

function answersOf(page: PublicKhom): HTMLElement {
  if (!page.publishes_answers) return el('p', {class: 'nothing'}, t('answers_not'));
  if (page.answers.length === 0) return el('p', {class: 'nothing'}, t('answers_none'));
  return el('ul', {class: 'answers'}, ...page.answers.map((each) => el('li', {}, el('h3', {}, each.subject),
    el('p', {class: 'help'}, t('answer_meta', {field: each.field_name, received: day(each.received), how: howAnswered(each.answer)})),
    el('blockquote', {}, each.answer.text))));
}

function show(page: PublicKhom, again: () => void): void {
  showPage(t('title_khom', {khom: khomTitle(page.khom_name), ward: page.ward_name}), again,
    el('p', {class: 'above'}, capital(page.ward_name)),
    el('h1', {tabindex: '-1'}, khomTitle(page.khom_name)),
    el('section', {}, el('h2', {}, t('next_dialogue')), nextDialogue(page)),
    el('section', {}, el('h2', {}, t('numbers')), numbersOf(page), el('p', {class: 'help'}, t('numbers_help'))),
    el('section', {}, el('h2', {}, t('promises')), page.promises.length > 0 ? promiseList(page.promises, page.today) : el('p', {class: 'nothing'}, t('promises_none'))),
    el('section', {}, el('h2', {}, t('answers')), answersOf(page)),
    el('nav', {class: 'ways'}, el('a', {href: '/tra-cuu', class: 'button'}, t('to_look_up')),
      el('a', {href: `/khom/${page.ward}/${page.khom}/ap-phich`}, t('print_poster'))));
}

/** `/khom/tan-quy-dong/tan-my`, and `…/ap-phich` for the poster. */
export function showKhom(ward: string, khom: string, isPoster: boolean): void {
  const again = () => showKhom(ward, khom, isPoster);
  const news = newsPlace();
  showPage(t('khom_page'), again, el('h1', {tabindex: '-1'}, t('khom_page')), el('p', {class: 'help', role: 'status'}, t('loading')), news);
  khomPage(ward, khom).then((page) => {
    if (isPoster) showPoster(page, again);
    else show(page, again);
    goToTop();
  }, (error: unknown) => {
    document.querySelector('[role=status]')?.remove();
    if (error instanceof Refused && error.trouble.is === 'unknown') news.replaceChildren(el('p', {class: 'trouble'}, t('khom_unknown')));
    else say(news, error);
  });
}
