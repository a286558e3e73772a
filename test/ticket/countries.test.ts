import { expect } from '@open-wc/testing';
import { callingCodeOf, COUNTRIES } from '../../src/ticket/countries.js';

describe('countries', () => {
  it('are those of ISO 3166-1 and Kosovo, alphabetical, each once', () => {
    expect(COUNTRIES).to.have.length(250);
    expect(new Set(COUNTRIES).size).to.equal(250);
    expect([...COUNTRIES].sort()).to.deep.equal(COUNTRIES);
    expect(COUNTRIES).to.include.members(['BR', 'MX', 'AR', 'US', 'XK', 'AX', 'SS', 'CW']);
    for (const none of ['AN', 'UK', 'EU', 'XX', 'ZZ', 'SU', 'CS', 'YU']) expect(COUNTRIES).not.to.include(none);
  });

  it('have a name in the languages of the widget', () => {
    for (const locale of ['en', 'pt-BR', 'es']) {
      const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
      expect(COUNTRIES.filter((code) => !names.of(code))).to.be.empty;
    }
  });

  it('have a calling code', () => {
    for (const country of COUNTRIES) expect(callingCodeOf(country), country).to.match(/^[1-9]\d{0,2}$/);
    const some = {
      BR: '55',
      MX: '52',
      AR: '54',
      CO: '57',
      CL: '56',
      PT: '351',
      ES: '34',
      US: '1',
      JM: '1',
      GB: '44',
      DE: '49',
    };
    for (const [country, code] of Object.entries(some)) expect(callingCodeOf(country)).to.equal(code);
  });

  it('have none for what is no country', () => {
    for (const text of ['', 'XX', 'br', 'constructor']) expect(callingCodeOf(text)).to.be.undefined;
  });
});
