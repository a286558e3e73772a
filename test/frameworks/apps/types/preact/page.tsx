import type { HelpTicketWidget } from 'help-ticket-widget';
import 'help-ticket-widget/define.js';

const form = { topics: [{ id: 'cards', label: 'A card' }] };
let widget: HelpTicketWidget | null = null;

export const right = (
  <help-ticket-widget
    ref={(element) => {
      widget = element;
      if (widget) widget.form = form;
    }}
    id="help"
    lang="pt-BR"
    endpoint="https://support.example/tickets"
    fallback-url="mailto:help@example.com"
    theme="dark"
    draft={undefined}
    duplicateWindow={24}
    withoutLauncher={false}
    customer={{ email: 'maria@example.com', token: async () => 'secret' }}
    onhelp-ticket-submitted={({ detail }) => detail.topic.join(detail.id)}
    onhelp-ticket-open={() => widget?.show({ topic: 'cards' })}
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
    customer={{ mail: 'maria@example.com' }}
    onhelp-ticket-submitted={({ detail }) => detail.number}
  />
);
export const unknown = <help-ticket-widget colour="red" />;
export const attribute = <help-ticket-widget form={form} />;
