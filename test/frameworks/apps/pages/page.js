/** What every page here does besides: signs the customer in, and says what it hears. */
addEventListener('help-ticket-submitted', ({ detail }) => {
  document.querySelector('output').textContent = detail.id;
});
document.querySelector('button').addEventListener('click', () => {
  const { email } = document.body.dataset;
  document.querySelector('help-ticket-widget').customer = { email, name: 'Maria da Silva' };
});
