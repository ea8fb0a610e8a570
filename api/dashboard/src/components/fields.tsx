import {useId, type ReactNode} from 'react';
import {t} from '../i18n/text.ts';

export interface FieldProps {
  readonly label: string;
  readonly name?: string;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  readonly optional?: boolean;
}

interface Described {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: true | undefined;
}

/** Label above, help under it, what is wrong with it below: the same for every field. */
export function Field({label, help, fault, optional = false, children}: FieldProps & {
  readonly children: (described: Described) => ReactNode}) {
  const id = useId();
  const describedBy = [help ? `${id}-help` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}{optional ? <span className="field-optional"> {t('optional')}</span> : null}
      </label>
      {help ? <span id={`${id}-help`} className="field-help">{help}</span> : null}
      {children({id, describedBy: describedBy || undefined, invalid: fault ? true : undefined})}
      {fault ? <span id={`${id}-fault`} className="field-fault">{fault}</span> : null}
    </div>
  );
}

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly type?: 'text' | 'password' | 'search';
  readonly autoComplete?: string;
  readonly minLength?: number;
  readonly inputMode?: 'numeric' | 'tel' | 'text';
  readonly short?: boolean;
  /** It came because of what was just done, and is what is typed next. */
  readonly autoFocus?: boolean;
}

export function Text({value, onChange, required = false, type = 'text', autoComplete = 'off', minLength,
                      inputMode, short = false, autoFocus = false, name, ...field}: TextProps) {
  return (
    <Field {...field}>
      {({id, describedBy, invalid}) => (
        <input id={id} name={name} type={type} className={short ? 'input short' : 'input'} value={value}
               required={required} autoComplete={autoComplete} minLength={minLength} inputMode={inputMode} autoFocus={autoFocus}
               aria-describedby={describedBy} aria-invalid={invalid}
               onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface LongTextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
}

export function LongText({value, onChange, rows = 4, name, ...field}: LongTextProps) {
  return (
    <Field {...field}>
      {({id, describedBy, invalid}) => (
        <textarea id={id} name={name} className="input" rows={rows} value={value} aria-describedby={describedBy}
                  aria-invalid={invalid} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface FlagProps {
  readonly label: string;
  readonly name?: string;
  readonly help?: string | undefined;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function Flag({label, name, help, value, onChange}: FlagProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="check">
        <input type="checkbox" name={name} checked={value} aria-describedby={help ? id : undefined}
               onChange={(event) => onChange(event.target.checked)} />
        <span>{label}</span>
      </label>
      {help ? <span id={id} className="field-help">{help}</span> : null}
    </div>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A few things to choose one of, all in sight. */
export function Choice({label, name, help, fault, optional = false, options, value, onChange}: ChoiceProps) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={[help ? `${id}-help` : '', fault ? `${id}-fault` : '']
      .filter(Boolean).join(' ') || undefined}>
      <legend>
        {label}{optional ? <span className="field-optional"> {t('optional')}</span> : null}
      </legend>
      {help ? <span id={`${id}-help`} className="field-help">{help}</span> : null}
      <div className="choice-row">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="radio" name={`${id}-${name ?? ''}`} value={option.value} checked={value === option.value}
                   onChange={() => onChange(option.value)}
                   onClick={() => { if (optional && value === option.value) onChange(''); }} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {fault ? <span id={`${id}-fault`} className="field-fault">{fault}</span> : null}
    </fieldset>
  );
}
