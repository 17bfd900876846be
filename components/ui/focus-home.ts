/**
 * focusHome puts the focus where whoever works by keyboard goes on after `control` has done its work: on the control, or
 * where the work took it away, on the line that it stood in, and at last on the page's heading.
 */
export function focusHome(control: HTMLElement | null): void {
  const line = control?.closest("details")?.querySelector("summary") ?? control?.closest("tr")?.querySelector("a");
  // What was changed arrives with the next frame, and takes the control with it.
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>("h1");
    const home = [control, line, heading].find((place) => place?.isConnected);
    if (home === heading) heading?.setAttribute("tabindex", "-1");
    home?.focus();
  });
}
