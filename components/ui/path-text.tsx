import { Fragment } from "react";

/** PathText is a path, an address or a reference that breaks after its slashes and colons before it breaks a word. */
export function PathText({ text }: { readonly text: string }) {
  return text.split(/(?<=[/:])/).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their place
    <Fragment key={place}>
      {place === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}
