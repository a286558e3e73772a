import { feedbackModalIntegration } from '@sentry/feedback';

Object.assign(window.Sentry, { feedbackModalIntegration });
