/** PathText is a path, an address or a reference that breaks after its slashes and colons before it breaks a word. */
export function PathText({ text }: { readonly text: string }) {
  const [first, ...others] = text.split(/(?<=[/:])/);
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their place
  return [first, ...others.flatMap((part, place) => [<wbr key={place} />, part])];
}
