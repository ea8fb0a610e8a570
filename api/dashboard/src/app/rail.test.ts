import {expect, it} from 'vitest';
import {above, kAllPlaces, placesFor} from './rail.ts';
import places from './places.json';

it('everybody begins at their own home', () => {
  for (const role of ['chair', 'cchc_officer', 'officer', 'khom_head', 'clerk', 'supervisor', 'home_affairs',
    'admin'] as const) {
    expect(placesFor([role])[0]?.to, role).toBe('/');
  }
});

it('who has two roles has the places of both, each once', () => {
  const both = placesFor(['cchc_officer', 'clerk']).map((each) => each.to);
  expect(both).toContain('/so-van-ban');
  expect(new Set(both).size).toBe(both.length);
});

it('the server answers every place with the page', () => {
  for (const place of kAllPlaces) expect(places['index.html']).toContain(place.to.split('/')[1]);
});

it('no two places share a letter', () => {
  const letters = kAllPlaces.flatMap((each) => each.letter ?? []);
  expect(new Set(letters).size).toBe(letters.length);
});

it('a page belongs to the one above it', () => {
  expect(['/noi-dung', '/noi-dung/i-1', '/noi-dung/i-1/lich-su', '/bao-cao/cchc/2026-Q1', '/nguoi-dan/r-1', '/'].map(above)).toEqual(
    [null, '/noi-dung', '/noi-dung/i-1', '/bao-cao', '/noi-dung', null]);
});
