import {useState} from 'react';
import {Button} from 'react-aria-components';
import {Problem} from '../api/problem.ts';
import {t} from '../i18n/text.ts';

interface Props {
  readonly positions: readonly number[];
  /** The heading of the file: of what it is, and by which filter. */
  readonly title: string;
  readonly name: string;
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type: 'text/plain;charset=utf-8'}));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Exports the events in sight as a file that anybody can check without network; it may take a while and says how far it is. */
export function ExportButton({positions, title, name}: Props) {
  const [said, setSaid] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const make = async () => {
    setSaid('');
    setDone(0);
    try {
      const {bundleOf, kBundleMax} = await import('../proof/bundle.ts');
      const made = await bundleOf(positions, title, setDone);
      save(name, made.text);
      const left = positions.length - made.count;
      setSaid(left > 0 ? t('export_done_part', {count: made.count, left, most: kBundleMax}) : t('export_done', {count: made.count}));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setSaid(error.message);
    } finally {
      setDone(null);
    }
  };
  return (
    <span className="row export no-print">
      <Button className="button small" data-export isDisabled={done !== null || positions.length === 0} onPress={() => void make()}>{t('export')}</Button>
      {done !== null ? <progress aria-label={t('export')} max={positions.length} value={done} /> : null}
      <span role="status" className="meta">{done !== null ? t('export_progress', {done, all: positions.length}) : said}</span>
    </span>
  );
}
