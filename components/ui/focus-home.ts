/**
 * focusHome puts the focus where whoever works by keyboard goes on after `control` has done its work. What it changed may
 * take the control itself away, so that is the line that it stood in; without one, the control; at last the page's heading.
 */
export function focusHome(control: HTMLElement | null): void {
  const line = control?.closest("details")?.querySelector("summary") ?? control?.closest("tr")?.querySelector("a");
  const heading = document.querySelector<HTMLElement>("h1");
  const home = [line, control, heading].find((place) => place?.isConnected);
  if (home === heading) heading?.setAttribute("tabindex", "-1");
  home?.focus();
}
