import { css, html, LitElement, nothing } from 'lit';
import { countryNames } from './country-names.js';

const COUNTRIES = countryNames('en');
const TOPICS = { account: 'Account', payments: 'Payments', technical: 'Technical problem', other: 'Something else' };

class TicketForm extends LitElement {
  static properties = { step: { state: true }, answers: { state: true }, status: { state: true } };

  static styles = css`
    .launcher {
      position: fixed;
      inset: auto 20px 20px auto;
      padding: 14px 20px;
      border: 0;
      border-radius: 32px;
      background: #1f4fd8;
      color: #fff;
      font: 600 16px system-ui;
    }
    dialog {
      width: min(400px, 100%);
      font: 16px system-ui;
    }
    label,
    input:not([type='radio']),
    select,
    textarea {
      display: block;
      margin-block: 8px;
    }
  `;

  #steps = [this.#country, this.#contact, this.#topic, this.#details, this.#review];

  constructor() {
    super();
    this.step = 0;
    this.answers = {};
    this.status = '';
  }

  get #isReview() {
    return this.step === this.#steps.length - 1;
  }

  render() {
    return html`<button type="button" class="launcher" aria-haspopup="dialog" @click=${this.#open}>Help</button>
      <dialog aria-labelledby="title">
        <header>
          <span id="title">Create a support ticket</span>
          <button type="button" aria-label="Close" @click=${this.#close}>×</button>
        </header>
        <form @submit=${this.#next} @input=${this.#answer}>
          ${this.#steps[this.step].call(this)}
          <footer>
            ${this.step ? html`<button type="button" @click=${this.#back}>Back</button>` : nothing}
            <button>${this.#isReview ? 'Send ticket' : 'Continue'}</button>
          </footer>
        </form>
        <p role="status">${this.status}</p>
      </dialog>`;
  }

  updated(changed) {
    if (changed.get('step') !== undefined) this.renderRoot.querySelector('form :is(input, select, textarea)')?.focus();
  }

  #country() {
    return html`<h2>Where do you live?</h2>
      <p>We answer by email, not chat.</p>
      <p>One ticket for each problem: a second one about the same thing makes you wait longer.</p>
      <label for="country">Country of residence</label>
      <p id="country-hint">The country in your account’s registration.</p>
      <select id="country" name="country" autocomplete="country" aria-describedby="country-hint" required autofocus>
        <option value="">Choose one</option>
        ${COUNTRIES.map(
          ([code, name]) => html`<option value=${code} .selected=${code === this.answers.country}>${name}</option>`,
        )}
      </select>`;
  }

  #contact() {
    const { email = '', name = '', phone = '' } = this.answers;
    return html`<h2>How can we reach you?</h2>
      <p>Use the email and name of your account: otherwise we cannot find it or help you.</p>
      <label for="email">Email</label>
      <input id="email" name="email" type="email" autocomplete="email" .value=${email} required />
      <label for="name">Full name</label>
      <input id="name" name="name" autocomplete="name" .value=${name} required />
      <label for="phone">Phone (optional)</label>
      <p id="phone-hint">Only if we cannot reach you by email.</p>
      <input id="phone" name="phone" type="tel" autocomplete="tel" aria-describedby="phone-hint" .value=${phone} />`;
  }

  #topic() {
    return html`<h2>What is your ticket about?</h2>
      ${Object.entries(TOPICS).map(
        ([id, label]) => html`<label>
          <input type="radio" name="topic" value=${id} .checked=${id === this.answers.topic} required /> ${label}
        </label>`,
      )}`;
  }

  #details() {
    const { description = '' } = this.answers;
    return html`<h2>Tell us what happened</h2>
      <label for="description">Describe the problem</label>
      <p id="description-hint">Never send passwords, codes, seed phrases or private keys.</p>
      <textarea
        id="description"
        name="description"
        rows="5"
        maxlength="5000"
        aria-describedby="description-hint"
        .value=${description}
        required
      ></textarea>
      <label for="files">Files</label>
      <p id="files-hint">Up to 5 files, 10 MB each: images, .pdf, .txt.</p>
      <input id="files" name="files" type="file" accept="image/*,.pdf,.txt" aria-describedby="files-hint" multiple />`;
  }

  #review() {
    return html`<h2>Check your answers</h2>
      <dl>${Object.entries(this.answers).map(([name, value]) => html`<dt>${name}</dt><dd>${value.name ?? value}</dd>`)}</dl>`;
  }

  #open() {
    this.renderRoot.querySelector('dialog').showModal();
  }

  #close() {
    this.renderRoot.querySelector('dialog').close();
  }

  #answer({ target }) {
    this.answers = { ...this.answers, [target.name]: target.files?.[0] ?? target.value };
  }

  #back() {
    this.step -= 1;
  }

  #next(event) {
    event.preventDefault();
    if (this.#isReview) void this.#send();
    else this.step += 1;
  }

  async #send() {
    const body = new FormData();
    for (const [name, value] of Object.entries(this.answers)) body.append(name, value);
    const { ok } = await fetch('/tickets', { method: 'POST', body });
    this.status = ok ? 'Ticket created' : 'Your ticket was not sent';
  }
}

customElements.define('ticket-form', TicketForm);
