import { feedbackSyncIntegration, init } from '@sentry/browser';

init({ dsn: `${location.protocol}//key@${location.host}/1`, integrations: [feedbackSyncIntegration()] });
