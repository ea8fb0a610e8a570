import {useEffect, useState} from 'react';
import {Button} from 'react-aria-components';
import type {Act, Form, Member} from '../api/acts.ts';
import {kMediaTypes, storeFile} from '../api/files.ts';
import {Problem} from '../api/problem.ts';
import {Choice, Flag, LongText, Text, type Option} from '../components/fields.tsx';
import {FileButton} from '../components/FileButton.tsx';
import {DayField} from '../components/DayField.tsx';
import {Icon} from '../components/Icon.tsx';
import {day, isDay, readDay} from '../i18n/dates.ts';
import {t} from '../i18n/text.ts';
import {useFormContext} from './context.ts';
import {Pick, Picks} from './Pick.tsx';
import {kHooks} from './sources.ts';
import {emptyOf, idOf, type Draft, type Faults, type GroupDraft} from './values.ts';
import {isAsked, widgetOf, type Source} from './widgets.ts';
import {helpOf, labelOf, wordOfValue} from './words.ts';

interface Common {
  readonly act: Act;
  readonly path: string;
  readonly pointer: string;
  readonly faults: Faults;
}

interface Props extends Common {
  readonly member: Member;
  readonly draft: Draft;
  readonly beside: GroupDraft;
  readonly onChange: (draft: Draft) => void;
}

const text = (draft: Draft | undefined): string => (typeof draft === 'string' ? draft : '');
const list = (draft: Draft | undefined): readonly Draft[] => (Array.isArray(draft) ? draft : []);
const group = (draft: Draft | undefined): GroupDraft =>
  (typeof draft === 'object' && !Array.isArray(draft) ? draft as GroupDraft : {});

/** One member of a body by the field that suits it. */
export function MemberField(props: Props) {
  const {act, path, pointer, member, draft, beside, faults, onChange} = props;
  const widget = widgetOf(act, path, member, beside);
  const label = labelOf(act, path);
  const field = {label, name: path, help: helpOf(act, path), fault: faults.get(pointer), optional: !member.required};
  switch (widget.as) {
    case 'hidden':
    case 'happened':
      return null;
    case 'line':
      return <Text {...field} value={text(draft)} onChange={onChange} />;
    case 'password':
      return <Text {...field} type="password" autoComplete="new-password" value={text(draft)} onChange={onChange} />;
    case 'area':
      return <LongText {...field} value={text(draft)} onChange={onChange} rows={member.name === 'narrative' ? 14 : 3} />;
    case 'number':
      return <Text {...field} short inputMode="numeric" value={text(draft)} onChange={onChange} />;
    case 'time':
      return <Text {...field} short inputMode="numeric" help={field.help ?? t('time_form')} value={text(draft)} onChange={onChange} />;
    case 'instant':
      return <InstantField {...field} value={text(draft)} onChange={onChange} />;
    case 'flag':
      return <Flag label={label} name={path} help={field.help} value={draft === true} onChange={onChange} />;
    case 'day':
      return <DayField {...field} value={readDay(text(draft))} onChange={(value) => onChange(value ?? '')} />;
    case 'choice':
      return <Choose {...field} values={widget.values} path={path} value={text(draft)} onChange={onChange} />;
    case 'choices':
      return <Picks {...field} options={widget.values.map((value) => ({value, label: wordOfValue(path, value)}))}
                    values={list(draft).map(String)} onChange={onChange} />;
    case 'lines':
    case 'dayLines':
      return <LongText {...field} help={field.help ?? t(widget.as === 'lines' ? 'lines_help' : 'day_lines_help')} rows={3}
                       value={typeof draft === 'string' ? draft : linesOf(list(draft))} onChange={onChange} />;
    case 'pick':
      return <SourcePick {...field} source={widget.source} value={text(draft)} onChange={onChange} />;
    case 'picks':
      return <SourcePicks {...field} source={widget.source} values={list(draft).map(String)} onChange={onChange} />;
    case 'newId':
      return <NewId {...field} value={text(draft)} onChange={onChange} name={text(beside['name']) || text(beside['document'])} />;
    case 'quarters':
      return <Quarters {...field} values={list(draft).map(String)} onChange={onChange} />;
    case 'term':
      return <Term act={act} path={path} pointer={pointer} faults={faults} label={label} help={field.help}
                   optional={field.optional} form={member} draft={group(draft)} onChange={onChange} />;
    case 'group':
      return (
        <fieldset className="field-group">
          <legend>{label}{field.optional ? <span className="field-optional"> {t('optional')}</span> : null}</legend>
          {field.help ? <span className="field-help">{field.help}</span> : null}
          <Members act={act} path={path} pointer={pointer} faults={faults} members={member.members ?? []} draft={group(draft)} onChange={onChange} />
          {field.fault ? <span className="field-fault">{field.fault}</span> : null}
        </fieldset>
      );
    case 'rows':
      return <Rows {...props} label={label} help={field.help} rows={list(draft)} />;
    case 'files':
      return <Files {...field} stored={list(draft).map(group)} onChange={onChange} />;
  }
}

function linesOf(values: readonly Draft[]): string {
  return values.map((each) => (isDay(each) ? day(String(each)) : String(each))).join('\n');
}

interface MembersProps extends Common {
  readonly members: readonly Member[];
  readonly draft: GroupDraft;
  readonly onChange: (draft: GroupDraft) => void;
}

export function Members({act, path, pointer, faults, members, draft, onChange}: MembersProps) {
  return members.map((member) => {
    const at = path === '' ? member.name : `${path}.${member.name}`;
    if (!isAsked(at, member, draft)) return null;
    return (
      <MemberField key={member.name} act={act} path={at} pointer={`${pointer}/${member.name}`} faults={faults} member={member}
                   draft={draft[member.name] ?? emptyOf(member)} beside={draft}
                   onChange={(value) => onChange({...draft, [member.name]: value})} />
    );
  });
}

interface Labelled {
  readonly label: string;
  readonly name?: string;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  readonly optional?: boolean;
}

function Choose({values, path, value, onChange, ...field}: Labelled & {readonly values: readonly string[]; readonly path: string;
                readonly value: string; readonly onChange: (value: string) => void}) {
  const options: Option[] = values.map((each) => ({value: each, label: wordOfValue(path, each)}));
  return options.length <= 7 ? <Choice {...field} options={options} value={value} onChange={onChange} />
    : <Pick {...field} options={options} value={value} onChange={onChange} />;
}

function SourcePick({source, ...rest}: Labelled & {readonly source: Source; readonly value: string;
                    readonly onChange: (value: string) => void}) {
  const options = kHooks[source]();
  return <Pick {...rest} options={options} />;
}

function SourcePicks({source, ...rest}: Labelled & {readonly source: Source; readonly values: readonly string[];
                     readonly onChange: (values: readonly string[]) => void}) {
  const options = kHooks[source]();
  return <Picks {...rest} options={options} />;
}

/** A short name for the program, made of the name for people until somebody types another. */
function NewId({value, name, onChange, ...field}: Labelled & {readonly value: string; readonly name: string;
               readonly onChange: (value: string) => void}) {
  const [own, setOwn] = useState(value !== '');
  const made = idOf(name);
  useEffect(() => {
    if (!own && value !== made) onChange(made);
  });
  return (
    <Text {...field} help={t('new_id_help')} value={own ? value : made} onChange={(typed) => {
      setOwn(typed !== '');
      onChange(typed);
    }} />
  );
}

function InstantField({value, onChange, ...field}: Labelled & {readonly value: string; readonly onChange: (value: string) => void}) {
  return <Text {...field} value={value} onChange={onChange} help={field.help ?? t('instant_help')} />;
}

function Quarters({values, onChange, label, fault}: Labelled & {readonly values: readonly string[];
                  readonly onChange: (values: readonly string[]) => void}) {
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="quarters">
        {[0, 1, 2, 3].map((at) => (
          <label key={at} className="quarter">
            <span className="meta">{t('quarter', {n: at + 1})}</span>
            <input className="input" inputMode="numeric" value={values[at] ?? ''}
                   onChange={(event) => onChange([0, 1, 2, 3].map((each) => (each === at ? event.target.value : values[each] ?? '')))} />
          </label>
        ))}
      </div>
      {fault ? <span className="field-fault">{fault}</span> : null}
    </fieldset>
  );
}

function Term({act, path, pointer, faults, label, help, optional, form, draft, onChange}: Common & {
  readonly label: string; readonly help: string | undefined; readonly optional: boolean; readonly form: Form;
  readonly draft: GroupDraft; readonly onChange: (draft: Draft) => void}) {
  const units = form.members?.find((each) => each.name === 'unit')?.values ?? [];
  return (
    <fieldset className="field">
      <legend>{label}{optional ? <span className="field-optional"> {t('optional')}</span> : null}</legend>
      {help ? <span className="field-help">{help}</span> : null}
      <div className="row">
        <input className="input term-days" inputMode="numeric" aria-label={labelOf(act, `${path}.days`)} value={text(draft['days'])}
               aria-invalid={faults.has(`${pointer}/days`) || undefined}
               onChange={(event) => onChange({...draft, days: event.target.value})} />
        <select className="input term-unit" aria-label={t('term_unit')} value={text(draft['unit'])} onChange={(event) => onChange({...draft, unit: event.target.value})}>
          <option value="">{t('pick')}</option>
          {units.map((unit) => <option key={unit} value={unit}>{wordOfValue('unit', unit)}</option>)}
        </select>
      </div>
      {['', '/days', '/unit'].map((each) => faults.get(pointer + each)).filter(Boolean).map((fault) => (
        <span key={fault} className="field-fault">{fault}</span>
      ))}
    </fieldset>
  );
}

function Rows({act, path, pointer, faults, member, rows, label, help, onChange}: Props & {readonly rows: readonly Draft[];
              readonly label: string; readonly help: string | undefined}) {
  const item = member.item!;
  const least = Math.max(1, member.minItems ?? 0);
  return (
    <fieldset className="field-group">
      <legend>{label}</legend>
      {help ? <span className="field-help">{help}</span> : null}
      {faults.get(pointer) ? <span className="field-fault">{faults.get(pointer)}</span> : null}
      <ol className="form-rows">
        {rows.map((row, index) => (
          <li key={index} className="form-row">
            <div className="form-row-fields">
              <Members act={act} path={path} pointer={`${pointer}/${index}`} faults={faults} members={item.members ?? []}
                       draft={group(row)} onChange={(value) => onChange(rows.map((each, at) => (at === index ? value : each)))} />
            </div>
            {rows.length > least ? (
              <Button className="button plain small" aria-label={t('row_remove', {n: index + 1})}
                      onPress={() => onChange(rows.filter((_, at) => at !== index))}><Icon name="close" size={16} /></Button>
            ) : null}
          </li>
        ))}
      </ol>
      <Button className="button small" onPress={() => onChange([...rows, emptyOf(item)])}><Icon name="plus" size={16} />{t('row_add')}</Button>
    </fieldset>
  );
}

function Files({label, help, fault, stored, onChange}: Labelled & {readonly stored: readonly GroupDraft[];
               readonly onChange: (stored: readonly GroupDraft[]) => void}) {
  const {issue, dialogue} = useFormContext();
  const [said, setSaid] = useState('');
  const resident = issue?.opinion?.resident?.id ?? dialogue?.opinions.find((each) => each.resident)?.resident?.id ?? null;
  const [sealed, setSealed] = useState(true);
  const take = async (files: readonly File[]) => {
    setSaid(t('files_storing'));
    const kept: GroupDraft[] = [...stored];
    try {
      for (const file of files) {
        const {hash, media_type, bytes} = await storeFile(file, sealed ? resident : null);
        kept.push({hash, media_type, bytes: String(bytes), name: file.name});
      }
      setSaid('');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setSaid(error.message);
    }
    onChange(kept);
  };
  return (
    <fieldset className="field">
      <legend>{label} <span className="field-optional">{t('optional')}</span></legend>
      <span className="field-help">{help ?? t('files_help')}</span>
      {resident ? <Flag label={t('files_sealed')} value={sealed} onChange={setSealed} /> : null}
      <FileButton label={t('choose_files')} accept={kMediaTypes.join(',')} multiple onFiles={(files) => void take(files)} />
      <ul>
        {stored.map((file) => (
          <li key={text(file['hash'])} className="row">
            <span>{text(file['name']) || text(file['media_type'])}</span>
            <span className="meta">{t('files_size', {kb: Math.ceil(Number(file['bytes']) / 1024)})}</span>
            <Button className="button plain small" onPress={() => onChange(stored.filter((each) => each !== file))}>{t('files_remove')}</Button>
          </li>
        ))}
      </ul>
      <span role="status" className="meta">{said}</span>
      {fault ? <span className="field-fault">{fault}</span> : null}
    </fieldset>
  );
}
