import {useEffect, useState, type FormEvent} from 'react';
import {Button} from 'react-aria-components';
import type {Shown, ShownResident} from '../api/shapes.ts';
import {Problem} from '../api/problem.ts';
import {day} from '../i18n/dates.ts';
import {t} from '../i18n/text.ts';
import {Text} from './fields.tsx';
import {ShapeMark} from './shapes.tsx';

const kOpenSeconds = 300;

export function isSealed(value: Shown | null | undefined): boolean {
  return typeof value === 'object' && value !== null && 'sealed' in value;
}

function canBeOpened(value: Shown | null | undefined): boolean {
  return typeof value === 'object' && value !== null && 'purpose_required' in value && value.purpose_required === true;
}

/** Personal data as the reader may see it: the words, or why they are not there. */
export function Personal({value}: {readonly value: Shown | null | undefined}) {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return <>{value}</>;
  const why = 'erased' in value ? t('erased') : 'unreadable' in value ? t('unreadable') : t('sealed');
  return <span className="sealed-part"><ShapeMark shape="sealed" /> {why}</span>;
}

export function Speaker({resident, anonymous}: {readonly resident: ShownResident | null | undefined; readonly anonymous: boolean}) {
  if (resident?.erasure) {
    return <>{t('erasure', {ground: t(`erasure_${resident.erasure.ground}`), decision: resident.erasure.decision,
      day: day(resident.erasure.decided_on)})}</>;
  }
  if (anonymous || !resident) return <>{t('anonymous')}</>;
  return <Personal value={resident.name} />;
}

interface OpeningProps {
  /** What is shown sealed now; where none of it can be opened, nothing is asked. */
  readonly parts: readonly (Shown | null | undefined)[];
  readonly onOpen: (purpose: string) => Promise<void>;
  readonly onClose: () => void;
  readonly isOpen: boolean;
}

/** Asks what sealed words are read for; the ledger keeps the answer with the reader's name. What was opened closes
 * itself, since people walk away from their screens. */
export function Opening({parts, onOpen, onClose, isOpen}: OpeningProps) {
  const [asked, setAsked] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [fault, setFault] = useState('');
  const [left, setLeft] = useState(kOpenSeconds);
  useEffect(() => {
    if (!isOpen) return undefined;
    setLeft(kOpenSeconds);
    const timer = window.setInterval(() => setLeft((seconds) => {
      if (seconds <= 1) onClose();
      return seconds - 1;
    }), 1000);
    return () => window.clearInterval(timer);
  }, [isOpen, onClose]);
  if (isOpen) {
    return (
      <p className="sealed-bar no-print">
        <span>{t('opened_recorded', {minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, '0')})}</span>
        <Button className="button small" onPress={onClose}>{t('close_sealed')}</Button>
      </p>
    );
  }
  if (!parts.some(canBeOpened)) return null;
  if (!asked) {
    return <p className="no-print"><Button className="button small" onPress={() => setAsked(true)}>{t('open_sealed')}</Button></p>;
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (purpose.trim() === '') {
      setFault(t('fault_required'));
      return;
    }
    try {
      await onOpen(purpose);
      setAsked(false);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFault(error.message);
    }
  };
  return (
    <form className="opening" onSubmit={(event) => void submit(event)}>
      <Text label={t('purpose')} name="purpose" help={t('purpose_help')} value={purpose} onChange={setPurpose} fault={fault || undefined} />
      <div className="row">
        <Button type="submit" className="button small main">{t('open_sealed')}</Button>
        <Button className="button plain small" onPress={() => setAsked(false)}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
