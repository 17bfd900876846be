import type { FlakeInput, ParsedFlake } from "../flake/parsed-flake.ts";
import { stripIndentation } from "../language/indentation.ts";
import { type MergedAttribute, type MergedAttributes, mergeBindings } from "../language/merge-bindings.ts";
import type {
  AttributeName,
  BinaryOperation,
  Expression,
  HasAttribute,
  IfExpression,
  Lambda,
  PathLiteral,
  Selection,
  StringPart,
} from "../language/syntax-tree.ts";
import { builtInFunction, globalValues, hasAttribute } from "./builtin-functions.ts";
import type { Evaluator } from "./evaluator.ts";
import { parentFolder, resolvePath } from "./file-paths.ts";
import { libraryMember } from "./libraries.ts";
import { libFunction } from "./nixpkgs-lib.ts";
import {
  anyMember,
  areEqual,
  boundedString,
  isWithout,
  logical,
  not,
  pathValue,
  stringLengthMax,
} from "./operators.ts";
import { type FlakeRepository, type NixSource, RepositoryFiles } from "./repository-files.ts";
import { Scope } from "./scope.ts";
import { unite, updateSets } from "./set-operations.ts";
import {
  type Attribute,
  booleanValue,
  functionValue,
  Lazy,
  listValue,
  memberOf,
  never,
  opaque,
  type Place,
  scalar,
  stringValue,
  type Value,
} from "./value.ts";

// A flake that is made of many files takes some thousand steps; the bound keeps a hostile one below a tenth of a second.
const stepsMax = 100_000;
// Levels of evaluation within evaluation. Real flakes stay below 150; a level takes up to 1 kB of the stack's 984.
const depthMax = 300;

/**
 * Interpreter works out the shape of Nix values: which names sets have, where they are written. It fetches and builds nothing,
 * reads only files of the repository, and ends after a bounded number of steps; what it could not see is opaque.
 */
export class Interpreter implements Evaluator {
  readonly directory: string;
  readonly inputs: ReadonlyMap<string, FlakeInput>;
  /** The value that `self` stands for, once the outputs are known. */
  outputs: Lazy = Lazy.of(opaque);
  readonly systems = new Set<string>();
  readonly flakePartsOptions = new Set<string>();
  areInputsHandedOn = false;
  readonly #files: RepositoryFiles;
  readonly #imported = new Map<string, Lazy>();
  #steps = 0;
  #depth = 0;

  constructor(repository: FlakeRepository, inputs: ReadonlyMap<string, FlakeInput>) {
    this.#files = new RepositoryFiles(repository);
    this.directory = repository.directory;
    this.inputs = inputs;
  }

  spend(steps: number): boolean {
    this.#steps += steps;
    return this.#steps < stepsMax;
  }

  nested(run: () => Value): Value {
    if (this.#depth >= depthMax || !this.spend(1)) return opaque;
    this.#depth++;
    try {
      return run();
    } finally {
      this.#depth--;
    }
  }

  noteSystems(systems: readonly string[]): void {
    if (systems.every((system) => systemPattern.test(system))) for (const system of systems) this.systems.add(system);
  }

  noteFlakePartsOption(name: string): void {
    this.flakePartsOptions.add(name);
  }

  noteInputsHandedOn(): void {
    this.areInputsHandedOn = true;
  }

  /** Each file that was read, by path. */
  get sources(): ReadonlyMap<string, NixSource> {
    return this.#files.sources;
  }

  filesBelow(folder: string): readonly string[] | null {
    const count = this.#files.list()?.length ?? 0;
    return this.spend(count >> 6) ? this.#files.below(folder) : null;
  }

  fileExists(path: string): boolean | null {
    return this.#files.has(path);
  }

  importFile(path: string): Value {
    const known = this.#imported.get(path);
    if (known) return known.force();
    const lazy = new Lazy(() =>
      this.nested(() => {
        const [file, source] = this.#files.readNix(path) ?? [];
        return file && source ? this.evaluate(source.expression, new Scope(file, new Map(), null)) : opaque;
      }),
    );
    this.#imported.set(path, lazy);
    return lazy.force();
  }

  /** runFlake calls the `outputs` of a flake with its inputs. */
  runFlake({ outputs, expression, text, inputs }: ParsedFlake): Value {
    const file = resolvePath(this.directory, "flake.nix");
    this.#files.sources.set(file, { expression, text });
    if (!outputs) return opaque;
    const given = Lazy.of(inputsValue(inputs.map(({ name }) => name)));
    this.outputs = new Lazy(() => this.call(this.evaluate(outputs, new Scope(file, new Map(), null)), given));
    return this.outputs.force();
  }

  call(fn: Value, ...given: readonly Lazy[]): Value {
    let result = fn;
    for (const argument of given) {
      const callee = result;
      result = this.nested(() => this.#callOne(callee, argument));
    }
    return result;
  }

  #callOne(fn: Value, argument: Lazy): Value {
    if (fn.kind === "function") return fn.call(argument);
    if (fn.kind === "never") return never;
    const functor = fn.kind === "set" ? fn.attributes.get("__functor") : undefined;
    if (functor) return this.call(functor.value.force(), Lazy.of(fn), argument);
    if (fn.kind !== "opaque") return opaque;
    const member = libraryMember(this, { ...fn, path: [...fn.path, "__functor"] });
    if (member) return this.call(member, argument);
    // `lib.extend overlay` is still a `lib`.
    return fn.path.at(-1) === "extend" ? { ...fn, path: fn.path.slice(0, -1) } : opaque;
  }

  select(target: Value, name: string): Value {
    return this.nested(() => this.#select(target, name));
  }

  #select(target: Value, name: string): Value {
    if (target.kind === "set") {
      return target.attributes.get(name)?.value.force() ?? target.fallback?.(name) ?? opaque;
    }
    if (target.kind === "never") return never;
    if (target.kind !== "opaque") return opaque;
    if (target.input === "self" && target.path.length === 0) return this.#selectSelf(name);
    return this.#known(memberOf(target, name));
  }

  #selectSelf(name: string): Value {
    if (name === "outPath") return { kind: "path", path: this.directory };
    if (name === "inputs") return inputsValue([...this.inputs.keys()]);
    const outputs = this.outputs.force();
    const value = outputs.kind === "set" ? outputs.attributes.get(name)?.value.force() : undefined;
    return value ?? { kind: "opaque", input: "self", path: [name] };
  }

  /** What we know of a member of something opaque: a function of `builtins`, of Nixpkgs' `lib` or of a helper library. */
  #known(value: Value & { readonly kind: "opaque" }): Value {
    const name = value.path.at(-1) ?? "";
    if (value.path[0] === "builtins") return builtInFunction(this, name) ?? value;
    const member = libraryMember(this, value);
    if (member) return member;
    const isLib = value.path.slice(0, -1).some((part) => libNames.has(part)) || looseNames.has(name);
    return (isLib ? libFunction(this, name) : undefined) ?? value;
  }

  evaluate(expression: Expression, scope: Scope): Value {
    return this.nested(() => this.#evaluate(expression, scope));
  }

  #lazy(expression: Expression, scope: Scope): Lazy {
    return new Lazy(() => this.evaluate(expression, scope));
  }

  #evaluate(expression: Expression, scope: Scope): Value {
    switch (expression.kind) {
      case "identifier":
        return this.#variable(expression.name, scope);
      case "integer":
      case "float":
        return scalar;
      case "string":
        return this.#string(expression.parts, scope);
      case "indented-string":
        return this.#string(stripIndentation(expression), scope);
      case "uri":
        return stringValue(expression.value);
      case "path":
        return this.#path(expression, scope);
      case "list":
        if (!this.spend(expression.elements.length)) return opaque;
        return listValue(expression.elements.map((element) => this.#lazy(element, scope)));
      case "attribute-set":
        return this.#set(mergeBindings(expression.bindings, expression.isRecursive), scope).value;
      case "let": {
        const { inner } = this.#set(mergeBindings(expression.bindings, true), scope);
        return this.evaluate(expression.body, inner);
      }
      case "legacy-let":
        return this.select(this.#set(mergeBindings(expression.bindings, true), scope).value, "body");
      case "with":
        return this.evaluate(expression.body, scope.insideWith(this.#lazy(expression.scope, scope)));
      case "assert":
        return this.evaluate(expression.body, scope);
      case "if":
        return this.#if(expression, scope);
      case "lambda":
        return functionValue((argument) => this.nested(() => this.#callLambda(expression, scope, argument)));
      case "application":
        return this.call(
          this.evaluate(expression.callee, scope),
          ...expression.arguments.map((argument) => this.#lazy(argument, scope)),
        );
      case "selection":
        return this.#selection(expression, scope);
      case "has-attribute":
        return this.#hasAttribute(expression, scope);
      case "unary": {
        const operand = this.evaluate(expression.operand, scope);
        return expression.operator === "!" ? not(operand) : scalar;
      }
      case "binary":
        return this.#binary(expression, scope);
      case "search-path":
      case "error":
        return opaque;
    }
  }

  #variable(name: string, scope: Scope): Value {
    const found = scope.lookUp(name);
    if (found) return found.force();
    return globalValues.get(name) ?? builtInFunction(this, name) ?? this.#fromWith(name, scope);
  }

  #fromWith(name: string, scope: Scope): Value {
    const value = scope.lookUpWith(name);
    return value?.kind === "opaque" ? this.#known(value) : (value ?? opaque);
  }

  /** A string that starts with a path of the repository, such as `"${self}/x"`, is such a path. */
  #string(parts: readonly StringPart[], scope: Scope): Value {
    let text = "";
    let folder: string | null = null;
    for (const [index, part] of parts.entries()) {
      if (part.kind === "text") {
        text += part.value;
        continue;
      }
      const value = this.evaluate(part.expression, scope);
      const path = this.#asPath(value);
      if (index === 0 && path !== null) folder = path;
      else if (value.kind === "string" && text.length < stringLengthMax) text += value.value;
      else return opaque;
    }
    return folder === null ? boundedString(text) : pathValue(folder, text);
  }

  /** The folder that `self` stands for in a path, or the path itself. */
  #asPath(value: Value): string | null {
    if (value.kind === "path") return value.path;
    return value.kind === "opaque" && value.input === "self" && value.path.length === 0 ? this.directory : null;
  }

  #path(path: PathLiteral, scope: Scope): Value {
    const text = path.anchor === "file" ? this.#string(path.parts, scope) : opaque;
    return text.kind === "string" ? pathValue(parentFolder(scope.file), text.value) : opaque;
  }

  #if({ condition, consequence, alternative }: IfExpression, scope: Scope): Value {
    const holds = this.evaluate(condition, scope);
    if (holds.kind === "boolean") return this.evaluate(holds.value ? consequence : alternative, scope);
    return unite(this, this.evaluate(consequence, scope), this.evaluate(alternative, scope));
  }

  #set(merged: MergedAttributes, scope: Scope): { readonly value: Value; readonly inner: Scope } {
    this.spend(merged.attributes.size + merged.dynamic.length);
    const attributes = new Map<string, Attribute>();
    const names = new Map<string, Lazy>();
    const inner = merged.isRecursive ? scope.inside(names) : scope;
    const sources = merged.inheritSources.map((source) => this.#lazy(source, inner));
    for (const [name, attribute] of merged.attributes) {
      const value = this.#attribute(name, attribute, scope, inner, sources);
      names.set(name, value);
      attributes.set(name, { value, place: placeOf(attribute.name, scope), isPossible: false });
    }
    let fallback: ((name: string) => Value) | null = null;
    for (const { name, value } of merged.dynamic) {
      const lazy = new Lazy(() => ("kind" in value ? this.evaluate(value, inner) : this.#set(value, inner).value));
      const known = this.evaluate(name, inner);
      if (known.kind === "string") {
        attributes.set(known.value, { value: lazy, place: placeOf(name, scope), isPossible: false });
      } else if (known.kind !== "scalar") fallback = () => lazy.force();
    }
    return { value: { kind: "set", attributes, fallback }, inner };
  }

  #attribute(name: string, attribute: MergedAttribute, scope: Scope, inner: Scope, sources: readonly Lazy[]): Lazy {
    switch (attribute.kind) {
      case "value":
        return this.#lazy(attribute.value, inner);
      case "attributes":
        return new Lazy(() => this.nested(() => this.#set(attribute.attributes, inner).value));
      case "inherited":
        return new Lazy(() => this.#variable(name, scope));
      case "inherited-from":
        return new Lazy(() => this.select(sources[attribute.sourceIndex]?.force() ?? opaque, name));
    }
  }

  #callLambda({ parameter, body }: Lambda, scope: Scope, argument: Lazy): Value {
    const names = new Map<string, Lazy>();
    const inner = scope.inside(names);
    if (parameter.kind === "identifier-parameter") {
      names.set(parameter.name, argument);
      return this.evaluate(body, inner);
    }
    for (const { name, defaultValue } of parameter.formals) {
      names.set(name, new Lazy(() => this.#argument(argument.force(), name, defaultValue, inner)));
    }
    if (parameter.alias) names.set(parameter.alias.name, argument);
    return this.evaluate(body, inner);
  }

  #argument(argument: Value, name: string, defaultValue: Expression | null, scope: Scope): Value {
    const isMissing = argument.kind === "set" && !argument.attributes.has(name) && argument.fallback === null;
    if (isMissing && defaultValue) return this.evaluate(defaultValue, scope);
    return this.select(argument, name);
  }

  #name(name: AttributeName, scope: Scope): string | null {
    if (name.kind === "static-name") return name.name;
    const value = this.evaluate(name.expression, scope);
    return value.kind === "string" ? value.value : null;
  }

  #selection({ target, path, defaultValue }: Selection, scope: Scope): Value {
    let value = this.evaluate(target, scope);
    for (const part of path) {
      const name = this.#name(part, scope);
      if (name === null) value = anyMember(value);
      else if (defaultValue && isWithout(value, name)) return this.evaluate(defaultValue, scope);
      else value = this.select(value, name);
    }
    return value;
  }

  #hasAttribute({ target, path }: HasAttribute, scope: Scope): Value {
    let value = this.evaluate(target, scope);
    let result: Value = booleanValue(true);
    for (const part of path) {
      const name = this.#name(part, scope);
      const has = hasAttribute(value, name === null ? opaque : stringValue(name));
      if (has.kind === "boolean" && !has.value) return has;
      if (has.kind !== "boolean") result = opaque;
      value = name === null ? opaque : this.select(value, name);
    }
    return result;
  }

  #append(left: Value, right: Value): Value {
    const a = left.kind === "list" ? left : listValue([], false);
    const b = right.kind === "list" ? right : listValue([], false);
    if (!this.spend(a.elements.length + b.elements.length)) return listValue([], false);
    return listValue([...a.elements, ...b.elements], a.isComplete && b.isComplete);
  }

  #add(left: Value, right: Value): Value {
    const path = this.#asPath(left);
    const text = right.kind === "string" ? right.value : this.#asPath(right);
    if (path !== null && text !== null) return pathValue(path, text);
    return left.kind === "string" && right.kind === "string" ? boundedString(left.value + right.value) : opaque;
  }

  #binary({ operator, left, right }: BinaryOperation, scope: Scope): Value {
    switch (operator) {
      case "//":
        return updateSets(this, this.evaluate(left, scope), this.evaluate(right, scope));
      case "++":
        return this.#append(this.evaluate(left, scope), this.evaluate(right, scope));
      case "+":
        return this.#add(this.evaluate(left, scope), this.evaluate(right, scope));
      case "==":
      case "!=": {
        const equal = areEqual(this.evaluate(left, scope), this.evaluate(right, scope));
        return operator === "==" ? equal : not(equal);
      }
      case "&&":
      case "||":
      case "->":
        return logical(operator, this.evaluate(left, scope), this.evaluate(right, scope));
      case "|>":
        return this.call(this.evaluate(right, scope), this.#lazy(left, scope));
      case "<|":
        return this.call(this.evaluate(left, scope), this.#lazy(right, scope));
      default:
        return scalar;
    }
  }
}

/** systemPattern matches the name of a system: `x86_64-linux`, `aarch64-darwin`. */
export const systemPattern = /^[a-z0-9_]+-[a-z0-9]+$/;

// Where Nixpkgs' `lib` is found: `nixpkgs.lib`, `pkgs.lib`, a `lib` that a file is given, and its parts by themselves.
const libNames = new Set(["lib", "l", "attrsets", "lists", "trivial", "flake-parts-lib"]);
const looseNames = new Set(["callPackage", "callPackages"]);

/** inputsValue is the set of inputs that `outputs` is called with. */
export function inputsValue(names: readonly string[]): Value {
  const attributes = new Map<string, Attribute>();
  for (const name of ["self", ...names]) {
    attributes.set(name, { value: Lazy.of({ kind: "opaque", input: name, path: [] }), place: null, isPossible: false });
  }
  return { kind: "set", attributes, fallback: null };
}

function placeOf(node: { readonly start: number }, scope: Scope): Place {
  return { file: scope.file, start: node.start };
}
