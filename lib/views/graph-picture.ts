/** GraphNode is a box of a picture, with the words that open when it is asked. */
export interface GraphNode {
  readonly id: string;
  /** Of its upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly subtitle: string;
  /** What stands at the right of the title: an age, a count. */
  readonly figure: string;
  /** `first` is where one starts, `near` what it names itself, `far` all that comes through others. */
  readonly rank: "first" | "near" | "far";
  /** Beyond a limit, or in a circle: an outline with a warning sign. */
  readonly isWarned: boolean;
  /** One of several of its kind where one would do: a second outline behind it. */
  readonly isRepeated: boolean;
  /** Not a flake, or not known: a dotted outline. */
  readonly isLoose: boolean;
  /** What it hides, and where it is shown; null when it hides nothing. */
  readonly folded: { readonly count: number; readonly href: string } | null;
  /** What is known of it, line by line. */
  readonly details: readonly { readonly label: string; readonly value: string }[];
  readonly href: string | null;
  /** Where the arrow keys lead; null where they lead nowhere. */
  readonly keys: {
    readonly left: string | null;
    readonly right: string | null;
    readonly up: string | null;
    readonly down: string | null;
  };
}

/** GraphEdge is a line of a picture. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** `frame` lines hold the picture together; `solid` and `dashed` ones cross it, and speak up for the node in question. */
  readonly kind: "frame" | "solid" | "dashed";
  /** As the `d` of an SVG path. */
  readonly path: string;
}

/** GraphPicture is a picture of nodes and edges, laid out. */
export interface GraphPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Titles that are folded away, each with the node that hides it, for the search. */
  readonly hidden: readonly { readonly title: string; readonly id: string }[];
}

/** Every box has this size. */
export const boxWidth = 208;
export const boxHeight = 40;
export const columnGap = 40;
export const rowGap = 10;
/** Around the whole. */
export const pictureMargin = 16;
