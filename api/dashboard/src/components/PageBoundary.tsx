import {Component, Suspense, type ReactNode} from 'react';
import {t} from '../i18n/text.ts';
import {Loading} from './Loading.tsx';

/** A page that breaks says so, and the frame stays. */
export class PageBoundary extends Component<{readonly children: ReactNode}, {readonly error: Error | null}> {
  override state: {readonly error: Error | null} = {error: null};

  static getDerivedStateFromError(error: Error) {
    return {error};
  }

  override render() {
    if (this.state.error) {
      return (
        <div className="notice bad" role="alert">
          <h2>{t('page_broke')}</h2>
          <p>{t('page_broke_help')}</p>
          <p className="meta">{this.state.error.message}</p>
        </div>
      );
    }
    return <Suspense fallback={<Loading />}>{this.props.children}</Suspense>;
  }
}
