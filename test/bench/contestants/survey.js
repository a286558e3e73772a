import { Model } from 'survey-core';
import { renderPopupSurvey } from 'survey-js-ui';
import { countryNames } from './country-names.js';

const choices = countryNames('en').map(([value, text]) => ({ value, text }));
const topics = ['Account', 'Payments', 'Technical problem', 'Something else'];

const survey = new Model({
  title: 'Help',
  showPreviewBeforeComplete: true,
  focusFirstQuestionAutomatic: true,
  pages: [
    { elements: [{ type: 'dropdown', name: 'country', title: 'Country of residence', isRequired: true, choices }] },
    {
      elements: [
        { type: 'text', inputType: 'email', name: 'email', title: 'Email', isRequired: true },
        { type: 'text', name: 'name', title: 'Full name', isRequired: true },
        { type: 'text', inputType: 'tel', name: 'phone', title: 'Phone (optional)' },
      ],
    },
    {
      elements: [
        { type: 'radiogroup', name: 'topic', title: 'What is your ticket about?', isRequired: true, choices: topics },
      ],
    },
    {
      elements: [
        { type: 'comment', name: 'description', title: 'Describe the problem', isRequired: true, maxLength: 5000 },
        { type: 'file', name: 'files', title: 'Files', allowMultiple: true, acceptedTypes: 'image/*,.pdf,.txt' },
      ],
    },
  ],
});

renderPopupSurvey(survey, document.body.appendChild(document.createElement('div')));
