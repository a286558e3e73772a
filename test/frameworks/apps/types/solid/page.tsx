import type { HelpTicketWidget } from 'help-ticket-widget';
import 'help-ticket-widget/define.js';

const form = { topics: [{ id: 'cards', label: 'A card' }] };
let widget: HelpTicketWidget | null = null;

export const right = (
  <help-ticket-widget
    ref={(element) => void (widget = element)}
    id="help"
    lang="pt-BR"
    endpoint="https://support.example/tickets"
    fallback-url="mailto:help@example.com"
    theme="dark"
    draft={undefined}
    duplicateWindow={24}
    withoutLauncher={false}
    form={form}
    customer={{ email: 'maria@example.com', token: async () => 'secret' }}
    on:help-ticket-submitted={({ detail }) => detail.topic.join(detail.id)}
    on:help-ticket-open={() => widget?.show({ topic: 'cards' })}
  >
    <a href="mailto:help@example.com">Contact us</a>
  </help-ticket-widget>
);

// From here on, each line with an attribute is wrong.
export const wrong = (
  <help-ticket-widget
    theme="blue"
    placement={1}
    inline="no"
    form={{ topics: 'cards' }}
    customer={{ mail: 'maria@example.com' }}
    on:help-ticket-submitted={({ detail }) => detail.number}
  />
);
export const unknown = <help-ticket-widget colour="red" />;
