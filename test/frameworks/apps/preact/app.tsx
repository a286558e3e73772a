import type { Customer, FormDefinitionInput, HelpTicketWidget } from 'help-ticket-widget';
import 'help-ticket-widget/define.js';
import { useState } from 'preact/hooks';
import formJson from '../form.json';

const form = formJson as FormDefinitionInput;
const query = new URLSearchParams(location.search);

/** As a property of the same name, Preact would make an attribute of it. */
function setForm(widget: HelpTicketWidget | null) {
  if (widget) widget.form = form;
}

export function App() {
  const [customer, setCustomer] = useState<Customer>();
  const [ticket, setTicket] = useState('');
  return (
    <main>
      <button onClick={() => setCustomer({ email: query.get('email')!, name: 'Maria da Silva' })}>Sign in</button>
      <output>{ticket}</output>
      <help-ticket-widget
        endpoint={query.get('endpoint')!}
        fallback-url="mailto:help@example.com"
        ref={setForm}
        customer={customer}
        onhelp-ticket-submitted={(event) => setTicket(event.detail.id)}
      />
    </main>
  );
}
