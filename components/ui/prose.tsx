/** Prose writes plain text with `code` between backticks as code. Nothing else in the text is markup. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, index) => {
    const key = `${index} ${part}`;
    // A split by a pattern with one group gives text and code in turn.
    if (index % 2 === 0) return <span key={key}>{part}</span>;
    return (
      <code key={key} className="rounded-md bg-muted px-1 font-mono text-[0.92em]">
        {part}
      </code>
    );
  });
}
