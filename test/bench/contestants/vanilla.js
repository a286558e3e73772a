import { countryNames } from './country-names.js';
import form from './form.html';
import { walk } from './walk.js';

const template = document.createElement('template');
template.innerHTML = form;

class TicketForm extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.append(template.content.cloneNode(true));
    walk(root);
    // 250 names are for those who open it.
    root.querySelector('.launcher').addEventListener('click', () => fill(root.querySelector('select')), { once: true });
  }
}

function fill(select) {
  select.append(...countryNames('en').map(([code, name]) => new Option(name, code)));
}

customElements.define('ticket-form', TicketForm);
