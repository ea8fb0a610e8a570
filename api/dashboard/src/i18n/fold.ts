/** For searching and comparing: without accents and case, đ as d, y as i (quý is written quí too). */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replaceAll('đ', 'd')
    .replaceAll('y', 'i');
}

/** Every word of what is looked for begins a word of the text: "5" finds "hẻm 5", and not an id with a 5 in it. */
export function finds(text: string, wanted: string): boolean {
  const words = fold(text).split(/[\s(),;:"]+/);
  return fold(wanted).trim().split(/\s+/).every((each) => words.some((word) => word.startsWith(each)));
}

/** Given name, then middle, then family name: how lists of people are kept in Vietnam. */
export function byGivenName(a: string, b: string): number {
  const collator = new Intl.Collator('vi');
  const parts = (name: string) => name.trim().split(/\s+/).reverse();
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); ++i) {
    const order = collator.compare(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Names of wards begin with a small letter inside a sentence, and with a capital at its head. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
