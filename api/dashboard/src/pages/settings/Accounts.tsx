import {useMemo, useState} from 'react';
import {Button} from 'react-aria-components';
import {actOf, type Done} from '../../api/acts.ts';
import {postJson} from '../../api/client.ts';
import {useRead, useRefresh} from '../../api/hooks.ts';
import type {UserRow} from '../../api/shapes.ts';
import {useNames} from '../../api/names.ts';
import {useSignedIn} from '../../app/session.ts';
import {Overlay} from '../../components/Overlay.tsx';
import {Text} from '../../components/fields.tsx';
import {Icon} from '../../components/Icon.tsx';
import {ShownWhenRead} from '../../components/Shown.tsx';
import {Tag} from '../../components/Tag.tsx';
import {ActForm} from '../../forms/ActForm.tsx';
import {ActPanel} from '../../forms/ActPanel.tsx';
import {idOf} from '../../forms/values.ts';
import {t, wordFor} from '../../i18n/text.ts';
import {wardTime} from '../../i18n/dates.ts';

/** Made on its own, one's own alone, or with a button of its own. */
const kElsewhere = new Set(['register', 'turn-on-second-factor', 'turn-off-second-factor']);

function rolesText(user: UserRow, khom: (id: string) => string): string {
  return user.roles.map((each) => wordFor('role', each.role) + (each.khoms.length > 0 ? ` (${each.khoms.map((id) => khom(id)).join(', ')})` : '')).join('; ');
}

/** A link is shown once and by nobody else: it is given to its person by hand. */
function LinkNote({link}: {readonly link: {readonly path: string; readonly expires: string}}) {
  return (
    <div className="notice good" role="status">
      <p>{t('link_made', {until: wardTime(link.expires)})}</p>
      <input className="input" readOnly aria-label={t('link')} value={location.origin + link.path} onFocus={(event) => event.target.select()} />
    </div>
  );
}

/** For who lost the device: the administrator needs no code, and it is recorded who did it. */
function ResetSecondFactor({user}: {readonly user: UserRow}) {
  const refresh = useRefresh();
  const [asked, setAsked] = useState(false);
  return (
    <section className="card stack">
      <h3>{t('second_factor')}</h3>
      <p className="meta">{t('second_factor_reset_help')}</p>
      {asked ? (
        <div className="row">
          <Button className="button main" onPress={() => {
            void postJson(`users/${encodeURIComponent(user.id)}/turn-off-second-factor`, {}).then(refresh);
          }}>{t('second_factor_reset_yes')}</Button>
          <Button className="button plain" onPress={() => setAsked(false)}>{t('cancel')}</Button>
        </div>
      ) : <Button className="button" data-act="turn-off-second-factor" onPress={() => setAsked(true)}>{t('act_user_turn-off-second-factor')}</Button>}
    </section>
  );
}

function NewAccount({onClose}: {readonly onClose: () => void}) {
  const act = actOf('user', 'register')!;
  const [id, setId] = useState('');
  const [taken, setTaken] = useState<string | null>(null);
  if (taken === null) {
    return (
      <form className="stack" onSubmit={(event) => {
        event.preventDefault();
        if (idOf(id) !== '') setTaken(idOf(id));
      }}>
        <h3>{t('act_user_register')}</h3>
        <Text label={t('user')} help={t('new_account_help')} value={id} onChange={setId} required />
        <div className="row"><Button type="submit" className="button main">{t('go_on')}</Button><Button className="button plain" onPress={onClose}>{t('cancel')}</Button></div>
      </form>
    );
  }
  return <ActForm act={act} parts={{id: taken}} version={null} context={{}} onDone={onClose} onCancel={onClose} />;
}

export function Accounts() {
  const users = useRead('users', {now: true});
  const names = useNames();
  const {session} = useSignedIn();
  const [chosen, setChosen] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const [link, setLink] = useState<{path: string; expires: string} | null>(null);
  const user = users.data?.items.find((each) => each.id === chosen);
  const context = useMemo(() => (user ? {user} : {}), [user]);
  return (
    <ShownWhenRead of={users}>
      {(data) => (
        <div className="two-columns">
          <div className="column-acts stack">
            <Button className="button main" data-act="register" onPress={() => setMaking(true)}><Icon name="plus" size={18} />{t('act_user_register')}</Button>
            {link ? <LinkNote link={link} /> : null}
            {user ? (
              <ActPanel key={user.id} page="accounts" title={user.display_name || user.id} parts={{id: user.id}} version={user.version} context={context} next={['make-sign-in-link', 'grant-role']}
                        allowed={user.allowed_commands.filter((each) => !kElsewhere.has(each.command))}
                        onDone={(act, done: Done) => setLink(act.act === 'make-sign-in-link' ? done as unknown as {path: string; expires: string} : null)} />
            ) : <p className="meta">{t('account_choose')}</p>}
            {user?.second_factor && user.id !== session.user ? <ResetSecondFactor key={user.id} user={user} /> : null}
          </div>
          <ul className="column-main pick-rows card">
            {data.items.map((each) => (
              <li key={each.id}>
                <button type="button" className="pick-row-button" aria-current={chosen === each.id ? 'true' : undefined} onClick={() => {
                  setChosen(each.id);
                  setLink(null);
                }}>
                  <span><strong>{each.display_name || each.id}</strong> <span className="meta account-name">{each.id}</span><br /><span className="meta">{rolesText(each, names.khom)}</span></span>
                  <span className="row">{each.enabled ? null : <Tag shape="none">{t('account_disabled')}</Tag>}{each.has_password ? null : <Tag shape="wait">{t('account_no_password')}</Tag>}</span>
                </button>
              </li>
            ))}
          </ul>
          <Overlay label={t('act_user_register')} open={making} onClose={() => setMaking(false)}><div className="overlay-form">{making ? <NewAccount onClose={() => setMaking(false)} /> : null}</div></Overlay>
        </div>
      )}
    </ShownWhenRead>
  );
}
