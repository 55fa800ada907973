/** What has others below it, each of which is below it alone. Trees may be of any depth. */
type TreeNode<N> = { readonly children: readonly N[] }

/** Every node of some trees, each before what is below it. */
export function allNodes<N extends TreeNode<N>>(roots: readonly N[]): N[] {
  const found: N[] = []
  const waiting = [...roots].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node)
    for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i]!)
  }
  return found
}

/** Trees made anew from below: of a node and of what became of its children; null leaves it out. */
export function remadeTrees<N extends TreeNode<N>, R extends object>(
  roots: readonly N[],
  make: (node: N, children: readonly R[]) => R | null,
): R[] {
  const made = new Map<N, R | null>()
  const madeOf = (nodes: readonly N[]) =>
    nodes.map((node) => made.get(node) ?? null).filter((each): each is R => each !== null)
  for (const node of allNodes(roots).reverse()) made.set(node, make(node, madeOf(node.children)))
  return madeOf(roots)
}
