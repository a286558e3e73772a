import { Component, CUSTOM_ELEMENTS_SCHEMA, type ElementRef, viewChild } from '@angular/core';
import type { HelpTicketWidget } from 'help-ticket-widget';
import 'help-ticket-widget/define.js';

@Component({
  selector: 'app-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <help-ticket-widget
      #widget
      endpoint="https://support.example/tickets"
      [form]="form"
      (help-ticket-submitted)="say($event.detail.id)"
    />
    <!-- From here on, each line with an attribute is wrong. -->
    <help-ticket-widget (help-ticket-submitted)="say($event.detail.number)" />
    <help-ticket-widget (help-ticket-submitted)="say($event.detail.topic)" />
  `,
})
export class Page {
  readonly form: HelpTicketWidget['form'] = { topics: [{ id: 'cards', label: 'A card' }] };
  readonly widget = viewChild<ElementRef<HelpTicketWidget>>('widget');

  say(text: string): void {
    console.log(text);
    this.widget()?.nativeElement.show({ topic: 'cards' });
  }
}
