import { feedbackAsyncIntegration, init } from '@sentry/browser';

init({
  dsn: `${location.protocol}//key@${location.host}/1`,
  cdnBaseUrl: location.origin,
  integrations: [feedbackAsyncIntegration()],
});
