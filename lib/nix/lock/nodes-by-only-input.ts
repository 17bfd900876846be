import type { LockFile } from "./lock-file.ts";

/**
 * nodesByOnlyInput gives for each direct input the labels that it alone brings in: without it they would be gone.
 *
 * Its own node is among them, unless another input brings that one too. A direct input that only follows brings
 * nothing. `follows` elsewhere do not count as bringing: they borrow what another input brought.
 *
 * @returns all direct input names, each with its labels, possibly none.
 */
export function nodesByOnlyInput(lock: LockFile): ReadonlyMap<string, readonly string[]> {
  const direct = lock.nodes.get(lock.root)?.inputs ?? new Map<string, never>();
  const byInput = new Map<string, string[]>([...direct.keys()].map((name) => [name, []]));
  for (const [label, input] of bringers(lock)) if (input !== null) byInput.get(input)?.push(label);
  return byInput;
}

// For each label the one direct input that brings it, or null for several. A label can change twice only (to one, to
// null), so the walk takes time linear in the edges, however tangled they are.
function bringers(lock: LockFile): ReadonlyMap<string, string | null> {
  const bringer = new Map<string, string | null>();
  const pending: { readonly label: string; readonly input: string | null }[] = [];
  for (const [input, edge] of lock.nodes.get(lock.root)?.inputs ?? []) {
    if (edge.kind === "node") pending.push({ label: edge.label, input });
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const known = bringer.get(next.label);
    if (known === null || (known !== undefined && known === next.input)) continue;
    const input = known === undefined ? next.input : null;
    bringer.set(next.label, input);
    for (const edge of lock.nodes.get(next.label)?.inputs.values() ?? []) {
      if (edge.kind === "node") pending.push({ label: edge.label, input });
    }
  }
  return bringer;
}
