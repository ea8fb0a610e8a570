import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/states.css';
import './styles/table.css';
import './styles/forms.css';
import './styles/frame.css';
import './styles/pages.css';
import './styles/print.css';
import {App} from './app/App.tsx';
import {preferences} from './app/preferences.ts';
import {setLanguage} from './i18n/text.ts';

const page = document.getElementById('page');
if (!page) throw new Error('there is no page to show anything in');
await setLanguage(preferences().language);
createRoot(page).render(<StrictMode><App /></StrictMode>);
