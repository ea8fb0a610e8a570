import {useCallback, useMemo, useState} from 'react';
import {read} from '../../api/client.ts';
import type {Dialogue, DialogueOpinion} from '../../api/shapes.ts';
import {Overlay} from '../../components/Overlay.tsx';
import {Opening, Personal, Speaker} from '../../components/Sealed.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {t} from '../../i18n/text.ts';

interface Props {
  readonly dialogue: Dialogue;
  readonly opinion: string;
  readonly onNext: (opinion: string | null) => void;
  readonly onClose: () => void;
}

/** One opinion, large enough to be read to an old person across a table, and what they say to it. */
export function ReadBack({dialogue, opinion: id, onNext, onClose}: Props) {
  const [opened, setOpened] = useState<readonly DialogueOpinion[] | null>(null);
  const open = useCallback(async (purpose: string) => {
    setOpened((await read('dialogues/{id}', {id: dialogue.id}, {purpose})).opinions);
  }, [dialogue.id]);
  const close = useCallback(() => setOpened(null), []);
  const find = (list: readonly DialogueOpinion[]) => list.find((each) => each.id === id);
  const shown = (opened && find(opened)) ?? find(dialogue.opinions);
  const context = useMemo(() => ({dialogue, given: {opinion: id, method: 'spoken'}}), [dialogue, id]);
  const parts = useMemo(() => ({id: dialogue.id}), [dialogue.id]);
  if (!shown) return null;
  const waiting = dialogue.opinions.filter((each) => each.id !== id && each.confirmation === null && each.confirmation_declined === null);
  return (
    <Overlay label={t('read_back')} open onClose={onClose}>
      <div className="overlay-form read-back">
        <h2>{t('opinion_nth', {n: shown.order, what: ''})}</h2>
        <p className="meta"><Speaker resident={shown.resident} anonymous={shown.anonymous} /></p>
        <blockquote className="read-back-words"><Personal value={shown.words} /></blockquote>
        <Opening parts={[shown.words, shown.resident?.name]} isOpen={opened !== null} onOpen={open} onClose={close} />
        <ActPanel key={id} page="desk" open="confirm-opinion" title={t('read_back_question')} parts={parts} version={dialogue.version} context={context} next={['confirm-opinion', 'decline-confirmation']}
                  allowed={dialogue.allowed_commands.filter((each) => each.command === 'confirm-opinion' || each.command === 'decline-confirmation')}
                  onDone={() => onNext(waiting[0]?.id ?? null)} />
      </div>
    </Overlay>
  );
}
