import { type ComponentProps, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Popover } from "./popover.tsx";

const trigger = createElement<ComponentProps<"button">>("button", { type: "button" }, "Choose");
const popover = (props: Pick<ComponentProps<typeof Popover>, "trigger">) =>
  // biome-ignore lint/correctness/noChildrenProp: its type asks for them among the props
  renderToStaticMarkup(createElement(Popover, { ...props, label: "Choices", children: "All of them" }));

test("a popover has its button when the server hands it over as a reference", () => {
  const reference = { $$typeof: Symbol.for("react.lazy"), _payload: null, _init: () => trigger };
  // @ts-expect-error React's types do not know a reference in place of an element.
  const handedOver = popover({ trigger: reference });
  expect(handedOver).toBe(popover({ trigger }));
  expect(handedOver).toContain('popoverTarget="');
});
