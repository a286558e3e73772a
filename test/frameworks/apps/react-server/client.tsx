import { hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';

const query = new URLSearchParams(location.search);

hydrateRoot(document.querySelector('#app')!, <App endpoint={query.get('endpoint')!} email={query.get('email')!} />, {
  onRecoverableError: console.error,
});
