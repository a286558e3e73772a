import { mount, type MountOptions, type StepName, type WidgetDriver } from './widget-driver.js';

export const STEPS = ['country', 'contact', 'topic', 'details', 'review'] as const satisfies StepName[];

/** One customer on the way from the first step to review; `check` sees each step before it is filled in. She may be there already. */
export async function throughSteps(
  check: (customer: WidgetDriver, step: StepName) => unknown,
  options: MountOptions = {},
  customer = mount(options),
): Promise<WidgetDriver> {
  await customer.open();
  for (const step of STEPS) {
    await customer.writeUpTo(step);
    await check(customer, step);
  }
  return customer;
}

/** What Tab stops at, in order, as far as it can be told without pressing it. */
export function tabStops(customer: WidgetDriver): HTMLElement[] {
  const stops = customer.panel!.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex]');
  return [...stops].filter((each) => each.tabIndex >= 0 && each.checkVisibility({ checkVisibilityCSS: true }));
}
