import { feedbackScreenshotIntegration } from '@sentry/feedback';

Object.assign(window.Sentry, { feedbackScreenshotIntegration });
