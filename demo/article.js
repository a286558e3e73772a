import { texts } from './article-texts.js';

const { documentElement } = document;
const text = texts[documentElement.lang];
const query = new URLSearchParams(location.search);

/** The widget, once the script tag has put it on the page. */
const widgetReady = customElements
  .whenDefined('help-ticket-widget')
  .then(
    () =>
      new Promise((resolve) => (document.readyState === 'complete' ? resolve() : addEventListener('load', resolve))),
  )
  .then(() => document.querySelector('help-ticket-widget'));

write();
linkLanguages();
askForFeedback();
offerThemes();
offerCustomer();

/** Puts the words into the page. */
function write() {
  document.title = text.pageTitle;
  document.querySelector('meta[name=description]').content = text.pageDescription;
  for (const element of document.querySelectorAll('[data-text]')) element.append(rich(text[element.dataset.text]));
  for (const element of document.querySelectorAll('[data-label]')) element.ariaLabel = text[element.dataset.label];
  for (const list of document.querySelectorAll('[data-list]')) {
    list.append(...text[list.dataset.list].map((entry) => itemFrom(entry)));
  }
}

function itemFrom(entry) {
  const item = document.createElement('li');
  if (typeof entry === 'string') item.append(paragraph(entry));
  else if (entry.when) item.append(paragraph(`**${entry.when}**`), paragraph(entry.what));
  else {
    const link = document.createElement('a');
    link.href = entry.href;
    const [name, hint] = [document.createElement('strong'), document.createElement('span')];
    name.textContent = entry.name;
    hint.textContent = entry.hint;
    link.append(name, ' ', hint);
    item.append(link);
  }
  return item;
}

function paragraph(content) {
  const element = document.createElement('p');
  element.append(rich(content));
  return element;
}

/** `**bold**` and `[link](address)`, without a string of HTML. */
function rich(content) {
  const fragment = new DocumentFragment();
  for (const part of content.split(/(\*\*.+?\*\*|\[.+?\]\(.+?\))/)) {
    const [, bold, label, href] = /^(?:\*\*(.+)\*\*|\[(.+)\]\((.+)\))$/.exec(part) ?? [];
    const element = bold ? document.createElement('strong') : label ? document.createElement('a') : undefined;
    if (element) element.textContent = bold ?? label;
    if (href) element.href = href;
    fragment.append(element ?? part);
  }
  return fragment;
}

/** The same page in another language, with the same theme and customer. */
function linkLanguages() {
  for (const link of document.querySelectorAll('[data-languages] a')) {
    if (link.lang === documentElement.lang) link.ariaCurrent = 'true';
    link.addEventListener('click', () => (link.search = addressWith({ lang: link.lang }).search));
  }
}

function askForFeedback() {
  const answer = document.querySelector('[data-feedback-answer]');
  const reply = (content) => answer.replaceChildren(rich(content));
  document.querySelector('[data-feedback=yes]').addEventListener('click', () => reply(text.thanks));
  document.querySelector('[data-feedback=no]').addEventListener('click', async () => {
    reply(text.sorry);
    const widget = await widgetReady;
    widget.show({ page: { url: location.href, title: text.title } });
  });
}

function offerThemes() {
  const choice = document.querySelector('[data-themes]');
  for (const [value, label] of Object.entries(text.themes)) choice.append(new Option(label, value));
  choice.value = documentElement.dataset.theme;
  choice.addEventListener('change', () => {
    documentElement.dataset.theme = choice.value;
    remember({ theme: choice.value === 'auto' ? '' : choice.value });
  });
}

/** What a page does that knows its customer: one property. */
function offerCustomer() {
  const { customer } = text;
  const choice = document.querySelector('[data-signed-in]');
  const badge = document.querySelector('[data-customer]');
  document
    .querySelector('[data-signed-in-hint]')
    .append(text.signedInHint.replace('{name}', customer.name.split(' ')[0]));
  badge.append(customer.name);
  const apply = async () => {
    badge.hidden = !choice.checked;
    const widget = await widgetReady;
    widget.customer = choice.checked ? customer : undefined;
  };
  choice.checked = query.get('customer') === 'yes';
  void apply();
  choice.addEventListener('change', () => {
    void apply();
    remember({ customer: choice.checked ? 'yes' : '' });
  });
}

function addressWith(changes) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url;
}

/** In the address, so that a reload keeps it. */
function remember(changes) {
  history.replaceState(history.state, '', addressWith(changes));
}
