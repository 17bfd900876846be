/** Prose writes plain text with `code` between backticks as code. Nothing else in the text is markup. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, index) => {
    // A split by a pattern with one group gives text and code in turn.
    if (index % 2 === 0) return part;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their place
      <code key={index} className="rounded-md bg-muted px-1 font-mono text-[0.92em]">
        {part}
      </code>
    );
  });
}
