import { CopyButton } from "./copy-button.tsx";

export interface RevisionProps {
  /** The whole revision; seven characters of it are shown. */
  readonly revision: string;
  readonly href?: string | null;
}

/** Revision is a commit as seven characters in mono, the whole of it on hover and on the clipboard. */
export function Revision({ revision, href }: RevisionProps) {
  const short = revision.slice(0, 7);
  return (
    <span className="inline-flex items-center whitespace-nowrap">
      {href ? (
        <a href={href} rel="noopener noreferrer" data-hint={revision} className="font-mono text-small hover:underline">
          {short}
        </a>
      ) : (
        <span data-hint={revision} className="font-mono text-small">
          {short}
        </span>
      )}
      <CopyButton text={revision} what="revision" />
    </span>
  );
}
