import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { Customer, FormDefinitionInput } from 'help-ticket-widget';
import 'help-ticket-widget/define.js';
import formJson from '../form.json';

const query = new URLSearchParams(location.search);

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <button (click)="signIn()">Sign in</button>
      <output>{{ ticket() }}</output>
      <help-ticket-widget
        fallback-url="mailto:help@example.com"
        [endpoint]="endpoint"
        [form]="form"
        [customer]="customer()"
        (help-ticket-submitted)="ticket.set($event.detail.id)"
      />
    </main>
  `,
})
export class App {
  readonly endpoint = query.get('endpoint');
  readonly form = formJson as FormDefinitionInput;
  readonly customer = signal<Customer | undefined>(undefined);
  readonly ticket = signal('');

  signIn(): void {
    this.customer.set({ email: query.get('email')!, name: 'Maria da Silva' });
  }
}
