import { Children, isValidElement, type ReactElement } from "react";

/**
 * plainElement is the element itself, to be cloned: where a page is large, React hands an element from the server over
 * as a reference to be read later, which has no props yet.
 */
export function plainElement<Props>(element: ReactElement<Props>): ReactElement<Props> {
  const [plain] = Children.toArray(element);
  return isValidElement<Props>(plain) ? plain : element;
}
