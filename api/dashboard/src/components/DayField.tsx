import {useId, useState} from 'react';
import {Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader,
  CalendarHeaderCell, Dialog, DialogTrigger, Heading, Popover} from 'react-aria-components';
import {parseDate} from '@internationalized/date';
import {day, fullDay, readDay, type Day} from '../i18n/dates.ts';
import {t} from '../i18n/text.ts';
import {Icon} from './Icon.tsx';

interface Props {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: Day | null;
  readonly onChange: (value: Day | null) => void;
  readonly max?: Day | null;
  readonly optional?: boolean;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  readonly name?: string;
}

/**
 * A day that is typed, as everybody types it: 22/4/2021, 22042021. The calendar beside it is a help. The
 * browser's own field is not used, since it follows the browser's language and not the page's.
 */
export function DayField({label, labelHidden = false, value, onChange, max = null, optional = false, help,
                          fault, name}: Props) {
  const id = useId();
  const [typed, setTyped] = useState(value ? day(value) : '');
  const [wrong, setWrong] = useState(false);
  const take = (text: string) => {
    const read = readDay(text);
    setWrong(text.trim() !== '' && read === null);
    if (read) setTyped(day(read));
    if (read !== value) onChange(read);
  };
  const said = fault ?? (wrong ? t('day_wrong') : undefined);
  return (
    <div className="field day-field">
      <label htmlFor={id} className={labelHidden ? 'hidden-from-sight' : undefined}>
        {label}{optional ? <span className="field-optional"> {t('optional')}</span> : null}
      </label>
      {help ? <span id={`${id}-help`} className="field-help">{help}</span> : null}
      <div className="day-row">
        <input id={id} name={name} className="input" inputMode="numeric" autoComplete="off"
               placeholder={t('day_form')} value={typed} aria-invalid={said ? true : undefined}
               aria-describedby={[help ? `${id}-help` : '', said ? `${id}-fault` : ''].join(' ').trim() || undefined}
               onChange={(event) => {
                 setTyped(event.target.value);
                 const read = readDay(event.target.value);
                 if (read && event.target.value.trim().length >= 8) onChange(read);
               }}
               onBlur={(event) => take(event.target.value)}
               onKeyDown={(event) => {
                 if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(event.currentTarget.value);
               }} />
        <DialogTrigger>
          <Button className="button day-button" aria-label={t('day_calendar', {label})}><Icon name="plan" /></Button>
          <Popover className="popover">
            <Dialog className="popover-box" aria-label={t('day_calendar', {label})}>
              {({close}) => (
                <Calendar aria-label={label} value={value ? parseDate(value) : null}
                          {...(max ? {maxValue: parseDate(max)} : {})}
                          onChange={(chosen) => {
                            take(chosen.toString());
                            close();
                          }}>
                  <header className="calendar-head">
                    <Button slot="previous" className="button small"><Icon name="back" size={16} /></Button>
                    <Heading className="calendar-title" />
                    <Button slot="next" className="button small"><Icon name="next" size={16} /></Button>
                  </header>
                  <CalendarGrid weekdayStyle="short" className="calendar">
                    <CalendarGridHeader>
                      {(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}
                    </CalendarGridHeader>
                    <CalendarGridBody>
                      {(date) => <CalendarCell date={date} className="calendar-day" />}
                    </CalendarGridBody>
                  </CalendarGrid>
                </Calendar>
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
        {value && !wrong ? <span className="meta day-name wide">{fullDay(value).split(' ').slice(0, -1).join(' ')}</span> : null}
      </div>
      {said ? <span id={`${id}-fault`} className="field-fault">{said}</span> : null}
    </div>
  );
}
