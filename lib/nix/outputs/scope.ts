import { type Lazy, memberOf, type Value } from "./value.ts";

/** Scope is the names that an expression can use: those of its own level, then those of the levels around it. */
export class Scope {
  /** The file that the names are used in, from the root of the repository. */
  readonly file: string;
  readonly #names: ReadonlyMap<string, Lazy>;
  readonly #outer: Scope | null;
  readonly #with: Lazy | null;

  constructor(file: string, names: ReadonlyMap<string, Lazy>, outer: Scope | null, withSet: Lazy | null = null) {
    this.file = file;
    this.#names = names;
    this.#outer = outer;
    this.#with = withSet;
  }

  /** inside is a level with further names. */
  inside(names: ReadonlyMap<string, Lazy>): Scope {
    return new Scope(this.file, names, this);
  }

  /** insideWith is the body of `with set;`. */
  insideWith(set: Lazy): Scope {
    return new Scope(this.file, new Map(), this, set);
  }

  /** lookUp finds a name that a `let`, `rec` or function argument binds. */
  lookUp(name: string): Lazy | undefined {
    let scope: Scope | null = this;
    while (scope) {
      const found = scope.#names.get(name);
      if (found) return found;
      scope = scope.#outer;
    }
    return undefined;
  }

  /**
   * lookUpWith finds a name in the sets that `with` opened, innermost first. Of a set that is not visible it is taken to have the
   * name, unless one further out certainly has it.
   */
  lookUpWith(name: string): Value | undefined {
    let guess: Value | undefined;
    let scope: Scope | null = this;
    while (scope) {
      const set = scope.#with?.force();
      const attribute = set?.kind === "set" ? set.attributes.get(name) : undefined;
      if (attribute) return attribute.value.force();
      if (set?.kind === "set" && set.fallback) guess ??= set.fallback(name);
      if (set?.kind === "opaque") guess ??= memberOf(set, name);
      scope = scope.#outer;
    }
    return guess;
  }
}
