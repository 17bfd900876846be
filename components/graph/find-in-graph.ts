import type { GraphPicture } from "#lib/views/graph-picture.ts";

/** GraphFound is what a search finds: nodes by id, null when nothing is searched, and how many more are folded away. */
export interface GraphFound {
  readonly ids: ReadonlySet<string> | null;
  readonly hidden: number;
}

/** findInGraph looks for a text in titles and subtitles; a node that hides what is looked for is found in its place. */
export function findInGraph({ nodes, hidden }: GraphPicture, text: string): GraphFound {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return { ids: null, hidden: 0 };
  const holds = (words: string) => words.toLowerCase().includes(wanted);
  const folded = hidden.filter(({ title }) => holds(title));
  const matching = nodes.filter(({ title, subtitle }) => holds(`${title} ${subtitle}`)).map(({ id }) => id);
  return { ids: new Set([...matching, ...folded.map(({ id }) => id)]), hidden: folded.length };
}
