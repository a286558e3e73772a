import { expect } from '@open-wc/testing';
import { press, type } from '../support/keyboard.js';
import { until } from '../support/until.js';
import { row } from './row.js';
import { visit } from './visit.js';

/** Shortcuts of a page, as mail programs and video players have them: whatever is pressed is theirs. */
const shortcuts = (target: string) => `<script>
  window.pressed = [];
  for (const type of ['keydown', 'keypress', 'keyup'])
    ${target}.addEventListener(type, (event) => { pressed.push(event.key); event.preventDefault(); event.stopPropagation(); }, true);
</script>`;

describe('hostile pages: handlers', () => {
  for (const target of ['document', 'document.documentElement']) {
    it(`page 9: every key belongs to the page (${target}): it gets none that is meant for the form, which can be written in`, async () => {
      const { customer, window, frame } = await visit({ head: shortcuts(target) });
      frame.focus();
      window.focus();
      await customer.writeUpTo('details');
      const field = await customer.find<HTMLTextAreaElement>('textbox', 'Describe the problem');
      field.focus();
      await type('a b');
      await press('Enter');
      await type('c');
      expect(field.value).to.equal('a b\nc');
      customer.query('button', 'Back')!.focus();
      await press('Enter');
      await until(() => customer.step() === 'topic', 'the step before');
      await press('Escape');
      await customer.closed();
      const { pressed } = window as unknown as { pressed: string[] };
      expect(pressed.filter((key) => key !== 'Escape')).to.deep.equal([]);
    });
  }

  row(10, 'clicks, presses and touches are looked at and prevented everywhere', {
    head: `<script>
      for (const type of ['click', 'submit', 'mousedown', 'pointerdown', 'touchstart', 'touchmove', 'wheel', 'dragstart', 'selectstart', 'contextmenu', 'input', 'change', 'reset', 'invalid', 'focusin', 'paste'])
        document.addEventListener(type, (event) => { event.preventDefault(); event.stopPropagation(); }, { passive: false });
    </script>`,
  });

  row(10, 'a page that follows every link and submits every form itself', {
    head: `<script>
      document.addEventListener('click', (event) => {
        const target = event.target.closest('a, button, input, label, [type=submit]');
        if (target) event.preventDefault();
      }, true);
      document.addEventListener('submit', (event) => event.preventDefault(), true);
      document.addEventListener('focusin', (event) => { if (!event.target.closest('main, help-ticket-widget')) event.target.blur(); });
    </script>`,
  });
});
