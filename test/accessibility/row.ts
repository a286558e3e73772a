import { expect } from '@open-wc/testing';
import { isChromium } from '../support/keyboard.js';
import { setPatience } from '../support/until.js';
import { breakWidgets } from '../support/widget-driver.js';
import type { Sabotage } from './sabotage.js';

/** How a widget is broken, and what the test says then. */
type Broken = readonly [how: Sabotage, complaint: RegExp];

/**
 * A test of a row of the acceptance list; and the same test, in one engine, on a widget that is broken: there it has to fail, and to say
 * what is wrong.
 */
export function row(
  title: string,
  test: (this: Mocha.Context) => Promise<unknown>,
  ...broken: readonly Broken[]
): void {
  it(title, test);
  if (!isChromium) return;
  broken.forEach(([how, complaint], index) => {
    it(`${title}; broken${index ? ` in another way (${index + 1})` : ''}, it is seen`, async function () {
      setPatience(400);
      breakWidgets(how);
      let said = 'nothing: it is green';
      try {
        await test.call(this);
      } catch (error) {
        said = (error as Error).message;
      } finally {
        breakWidgets();
        setPatience();
      }
      expect(said, 'what the test says').to.match(complaint);
    });
  });
}
