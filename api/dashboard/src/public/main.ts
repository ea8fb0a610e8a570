import '../styles/tokens.css';
import '../styles/root.css';
import './public.css';
import './paper.css';
import {showKhom} from './khom.ts';
import {showLookUp} from './look_up.ts';

function show(): void {
  const [place, ward, khom, paper] = location.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (place === 'khom') showKhom(ward ?? '', khom ?? '', paper === 'ap-phich');
  else showLookUp();
}

window.addEventListener('hashchange', show);
show();
