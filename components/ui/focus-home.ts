/**
 * homeOf is where whoever works by keyboard goes on after `control` has done its work. What it changes may take the control
 * itself away, so that is the line that it stands in; without one, the control. Ask before the work begins.
 */
export function homeOf(control: HTMLElement | null): HTMLElement | null {
  return control?.closest("details")?.querySelector("summary") ?? control?.closest("tr")?.querySelector("a") ?? control;
}
