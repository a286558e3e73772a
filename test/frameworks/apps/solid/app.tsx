import type { Customer, FormDefinitionInput } from 'help-ticket-widget';
import 'help-ticket-widget/define.js';
import { createSignal } from 'solid-js';
import formJson from '../form.json';

const form = formJson as FormDefinitionInput;
const query = new URLSearchParams(location.search);

export function App() {
  const [customer, setCustomer] = createSignal<Customer>();
  const [ticket, setTicket] = createSignal('');
  return (
    <main>
      <button onClick={() => setCustomer({ email: query.get('email')!, name: 'Maria da Silva' })}>Sign in</button>
      <output>{ticket()}</output>
      <help-ticket-widget
        endpoint={query.get('endpoint')!}
        fallback-url="mailto:help@example.com"
        form={form}
        customer={customer()}
        on:help-ticket-submitted={(event) => setTicket(event.detail.id)}
      />
    </main>
  );
}
