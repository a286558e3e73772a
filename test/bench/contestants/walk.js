/** Leads through the steps of the form in `root`, and sends it. */
export function walk(root) {
  const find = (selector) => root.querySelector(selector);
  const [dialog, form, back, next] = ['dialog', 'form', '.back', '.next'].map(find);
  const steps = [...form.querySelectorAll('section')];
  let at = 0;

  function go(step) {
    steps[at].hidden = true;
    at = step;
    steps[at].hidden = false;
    back.hidden = at === 0;
    const isReview = at === steps.length - 1;
    next.textContent = isReview ? 'Send ticket' : 'Continue';
    if (isReview) find('dl').replaceChildren(...[...new FormData(form)].flatMap(row));
    steps[at].querySelector('input, select, textarea')?.focus();
  }

  find('.launcher').addEventListener('click', () => dialog.showModal());
  find('.close').addEventListener('click', () => dialog.close());
  back.addEventListener('click', () => go(at - 1));
  next.addEventListener('click', (event) => {
    event.preventDefault();
    const wrong = steps[at].querySelector(':invalid');
    if (wrong) wrong.reportValidity();
    else if (at < steps.length - 1) go(at + 1);
    else void send(form, find('[role=status]'));
  });
}

function row([name, value]) {
  const [term, detail] = [document.createElement('dt'), document.createElement('dd')];
  term.textContent = name;
  detail.textContent = value.name ?? value;
  return [term, detail];
}

async function send(form, status) {
  const { ok } = await fetch('/tickets', { method: 'POST', body: new FormData(form) });
  status.textContent = ok ? 'Ticket created' : 'Your ticket was not sent';
}
