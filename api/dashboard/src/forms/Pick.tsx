import {useMemo, useState} from 'react';
import {Autocomplete, Button, Input, Label, ListBox, ListBoxItem, Popover, SearchField, Select, SelectValue} from 'react-aria-components';
import {Choice, type FieldProps, type Option} from '../components/fields.tsx';
import {Icon} from '../components/Icon.tsx';
import {finds} from '../i18n/fold.ts';
import {t} from '../i18n/text.ts';

interface Props extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const kInSightMax = 5;

/** One of many: few are all in sight, of more one is found by typing, without accents too. */
export function Pick(props: Props) {
  const {label, help, fault, optional = false, options, value, onChange} = props;
  if (options.length <= kInSightMax && options.every((each) => each.label.length < 40)) return <Choice {...props} />;
  return (
    <Select className="field" selectedKey={value === '' ? null : value} isInvalid={Boolean(fault)}
            onSelectionChange={(key) => onChange(key === null ? '' : String(key))}>
      <Label className="field-label">{label}{optional ? <span className="field-optional"> {t('optional')}</span> : null}</Label>
      {help ? <span slot="description" className="field-help">{help}</span> : null}
      <div className="pick-row">
        <Button className="input pick-button" data-invalid={fault ? true : undefined}>
          <SelectValue className="pick-value">{({selectedText}) => selectedText || <span className="soft">{t('pick')}</span>}</SelectValue>
          <Icon name="down" size={16} />
        </Button>
        {optional && value !== '' ? (
          <Button slot={null} className="button plain small" onPress={() => onChange('')}>{t('pick_none')}</Button>
        ) : null}
      </div>
      {fault ? <span className="field-fault">{fault}</span> : null}
      <Popover className="popover pick-popover">
        <Autocomplete filter={(text, typed) => finds(text, typed)}>
          <SearchField aria-label={t('pick_search')} autoFocus className="palette-field">
            <Input className="input" placeholder={t('pick_search')} />
          </SearchField>
          {/* The list itself is walked from the field; what scrolls can also be reached on its own. */}
          <div className="pick-scroll" tabIndex={0} role="group" aria-label={label}>
          <ListBox items={options.map((each) => ({...each, id: each.value}))} className="pick-list"
                   renderEmptyState={() => <p className="meta palette-none">{t('palette_none')}</p>}>
            {(option) => <ListBoxItem id={option.value} textValue={option.label} className="option">{option.label}</ListBoxItem>}
          </ListBox>
          </div>
        </Autocomplete>
      </Popover>
    </Select>
  );
}

interface PicksProps extends FieldProps {
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Several of many: boxes to tick, those that are ticked first in sight. */
export function Picks({label, help, fault, optional = false, options, values, onChange}: PicksProps) {
  const [typed, setTyped] = useState('');
  const shown = useMemo(() => options.filter((each) => values.includes(each.value) || finds(each.label, typed)), [options, values, typed]);
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  return (
    <fieldset className="field">
      <legend>{label}{optional ? <span className="field-optional"> {t('optional')}</span> : null}</legend>
      {help ? <span className="field-help">{help}</span> : null}
      {options.length > 8 ? (
        <input className="input" type="search" aria-label={t('pick_search')} placeholder={t('pick_search')} value={typed}
               onChange={(event) => setTyped(event.target.value)} />
      ) : null}
      <div className="picks">
        {options.length === 0 ? <span className="meta">{t('pick_nothing')}</span> : null}
        {shown.map((option) => (
          <label key={option.value} className="check">
            <input type="checkbox" checked={values.includes(option.value)} onChange={() => toggle(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {fault ? <span className="field-fault">{fault}</span> : null}
    </fieldset>
  );
}
