/** LoggedRequest is one request as it was answered. */
export interface LoggedRequest {
  readonly kind: "graphql" | "rest";
  /** Name of the GraphQL operation, or `trees`, `blobs`. */
  readonly operation: string;
  /** 0 when the connection was cut or nothing was answered. */
  readonly status: number;
  /** Points of a GraphQL query, as far as it was executed. */
  readonly cost: number;
  /** File contents given out, by GraphQL or REST. */
  readonly texts: number;
}

/** RequestCounts adds them up. */
export interface RequestCounts {
  readonly graphql: number;
  readonly rest: number;
  readonly trees: number;
  readonly texts: number;
  readonly points: number;
}

/** RequestLog keeps every request since the start, or since `clear`. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
  }

  clear(): void {
    this.#entries = [];
  }

  counts(): RequestCounts {
    const sum = (amount: (entry: LoggedRequest) => number) =>
      this.#entries.reduce((total, entry) => total + amount(entry), 0);
    return {
      graphql: sum(({ kind }) => Number(kind === "graphql")),
      rest: sum(({ kind }) => Number(kind === "rest")),
      trees: sum(({ operation }) => Number(operation === "trees")),
      texts: sum(({ texts }) => texts),
      points: sum(({ cost }) => cost),
    };
  }
}
