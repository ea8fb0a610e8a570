import {Button} from 'react-aria-components';
import {useAddress} from '../../app/address.ts';
import {DayField} from '../../components/DayField.tsx';
import {isDay} from '../../i18n/dates.ts';
import {t} from '../../i18n/text.ts';

/** By what events are sought; what stands in the address shows the same to whoever is sent it. */
export interface HistoryFilter {
  readonly type: string;
  readonly who: string;
  readonly khom: string;
  readonly from: string;
  readonly to: string;
}

const kNames = {type: 'loai', who: 'ai', khom: 'khom', from: 'tu', to: 'den-ngay'} as const;

export function useHistoryFilter(): [HistoryFilter, () => void, boolean] {
  const [search, change] = useAddress();
  const filter = {type: search[kNames.type] ?? '', who: search[kNames.who] ?? '', khom: search[kNames.khom] ?? '', from: search[kNames.from] ?? '', to: search[kNames.to] ?? ''};
  const clear = () => change(Object.fromEntries(Object.values(kNames).map((name) => [name, undefined])));
  return [filter, clear, Object.values(filter).some((each) => each !== '')];
}

type Choices = readonly (readonly [string, string])[];

interface Props {
  readonly types: Choices;
  readonly people: Choices;
  /** Left out where all is of one khóm. */
  readonly khoms?: Choices;
  readonly today: string | null;
}

export function HistoryFilters({types, people, khoms, today}: Props) {
  const [, change] = useAddress();
  const [filter, clear, isOn] = useHistoryFilter();
  const select = (name: 'type' | 'who' | 'khom', label: string, options: Choices) => (
    <label className="filter">
      <span className="meta">{label}</span>
      <select className="input" name={kNames[name]} value={filter[name]} onChange={(event) => change({[kNames[name]]: event.target.value || undefined, den: undefined})}>
        <option value="">{t('all')}</option>
        {filter[name] !== '' && !options.some(([value]) => value === filter[name]) ? <option value={filter[name]}>{filter[name]}</option> : null}
        {options.map(([value, word]) => <option key={value} value={value}>{word}</option>)}
      </select>
    </label>
  );
  const dayOf = (name: 'from' | 'to', label: string) => (
    <DayField label={label} value={isDay(filter[name]) ? filter[name] : null} max={today} onChange={(day) => change({[kNames[name]]: day ?? undefined, den: undefined})} />
  );
  return (
    <div className="filters no-print">
      {select('type', t('history_what'), types)}
      {select('who', t('history_who'), people)}
      {khoms ? select('khom', t('khom'), khoms) : null}
      {dayOf('from', t('history_from'))}
      {dayOf('to', t('history_to'))}
      {isOn ? <Button className="button plain small" onPress={clear}>{t('filter_clear')}</Button> : null}
    </div>
  );
}
