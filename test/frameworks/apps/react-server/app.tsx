import type { Customer, FormDefinitionInput, HelpTicketWidget } from 'help-ticket-widget';
import 'help-ticket-widget/define.js';
import { useCallback, useState } from 'react';
import formJson from '../form.json';

const form = formJson as FormDefinitionInput;

type HelpTicketSubmitted = HTMLElementEventMap['help-ticket-submitted'];

export interface Settings {
  endpoint: string;
  email: string;
}

export function App({ endpoint, email }: Settings) {
  const [customer, setCustomer] = useState<Customer>();
  const [ticket, setTicket] = useState('');
  // When React hydrates a custom element it sets no properties and hears no events; a ref is there in time.
  const prepare = useCallback((widget: HelpTicketWidget) => {
    const handleSubmitted = ({ detail }: HelpTicketSubmitted) => setTicket(detail.id);
    widget.form = form;
    widget.addEventListener('help-ticket-submitted', handleSubmitted);
    return () => widget.removeEventListener('help-ticket-submitted', handleSubmitted);
  }, []);
  return (
    <main>
      <button onClick={() => setCustomer({ email, name: 'Maria da Silva' })}>Sign in</button>
      <output>{ticket}</output>
      <help-ticket-widget
        endpoint={endpoint}
        fallback-url="mailto:help@example.com"
        accent="#0a6b4b"
        placement="bottom-start"
        ref={prepare}
        customer={customer}
      >
        <a href="mailto:help@example.com">Contact us</a>
      </help-ticket-widget>
    </main>
  );
}
