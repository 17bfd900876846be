import { LineMark } from "#components/ui/line-mark.tsx";
import { bookLine } from "#components/ui/lines.ts";
import type { ResourceLink } from "#lib/views/resource-links.ts";

// One element that stands in many places is sent once.
const book = <LineMark line={bookLine} className="mt-0.5 size-3.5 text-muted-foreground" />;

/** ResourceList links what one may read to mend something. */
export function ResourceList({ resources }: { readonly resources: readonly ResourceLink[] }) {
  if (resources.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {resources.map((resource) => (
        <li key={resource.url} className="flex items-start gap-2">
          {book}
          <a
            href={resource.url}
            rel="noopener noreferrer"
            className="text-primary underline decoration-transparent underline-offset-4 hover:decoration-current"
          >
            {resource.title}
          </a>
        </li>
      ))}
    </ul>
  );
}
