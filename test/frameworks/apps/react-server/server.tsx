import { renderToString } from 'react-dom/server';
import { App, type Settings } from './app.tsx';

export function render(settings: Settings): string {
  return renderToString(<App {...settings} />);
}
