import { growTree } from '#analysis/reach/shortest-tree.ts'
import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { sizeFault } from './case-limits.ts'
import type { LocationCase } from './location-problem.ts'

const WHOLE = /^\d{1,9}$/
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/

/**
 * A p-median file of OR-Library: vertices, edges and p in the first line, then `i j cost` an edge,
 * from 1, both ways. Of lines for one edge the last wins. Every vertex is a site and a point of
 * weight 1; distances are shortest ways. 900 vertices take some 0.5 s.
 *
 * @source J. E. Beasley, "A note on solving large p-median problems", European Journal of Operational
 *   Research 21 (1985).
 */
export function readPmed(text: string, file: string): Result<LocationCase> {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, words: line.trim().split(/\s+/) }))
    .filter(({ words }) => words[0] !== '')
  const [head, ...edges] = lines
  if (!head) return refuse(fault(file, null, 'the file is empty.'))
  const [vertexCount, edgeCount, openCount] = head.words.map(Number) as [number, number, number]
  if (head.words.length !== 3 || !head.words.every((word) => WHOLE.test(word))) {
    const wanted = 'three whole numbers are wanted here: vertices, edges and sites to open.'
    return refuse(fault(file, head.number, wanted))
  }
  if (vertexCount < 1) return refuse(fault(file, head.number, 'there has to be a vertex.'))
  const tooLarge = sizeFault(file, vertexCount, vertexCount)
  if (tooLarge) return refuse(tooLarge)
  const costs = new Map<number, number>()
  for (const { number, words } of edges) {
    const reason = edgeFault(words, vertexCount)
    if (reason) return refuse(fault(file, number, reason))
    const [i, j, cost] = words.map(Number) as [number, number, number]
    costs.set((Math.min(i, j) - 1) * vertexCount + Math.max(i, j) - 1, cost)
  }
  if (edges.length !== edgeCount) {
    const counted = `the first line states ${edgeCount} edges, and ${edges.length} follow.`
    return refuse(fault(file, head.number, counted))
  }
  const distances = shortestWays(vertexCount, costs)
  const apart = distances.subarray(0, vertexCount).indexOf(Infinity)
  if (apart >= 0) {
    const message = `no way leads from vertex 1 to vertex ${apart + 1}; every vertex has to be joined to the others.`
    return refuse(fault(file, null, message))
  }
  return ok({
    siteIds: Array.from({ length: vertexCount }, (_, vertex) => String(vertex + 1)),
    weights: new Float64Array(vertexCount).fill(1),
    distances,
    openCount,
  })
}

function edgeFault(words: readonly string[], vertexCount: number): string | null {
  const [i = '', j = '', cost = ''] = words
  if (words.length !== 3) return 'an edge is three numbers: from, to and cost.'
  const vertex = [i, j].find((word) => !WHOLE.test(word) || !(+word >= 1 && +word <= vertexCount))
  if (vertex !== undefined) return `"${vertex}" is no vertex; they go from 1 to ${vertexCount}.`
  if (!NUMBER.test(cost) || !(Number(cost) >= 0 && Number.isFinite(Number(cost)))) {
    return `the cost "${cost}" is no number of at least 0.`
  }
  return null
}

/** @param costs of edges, by the lower end × count + the higher end. */
function shortestWays(vertexCount: number, costs: ReadonlyMap<number, number>): Float64Array {
  const ends = [...costs].map(([key, cost]) => {
    return { from: Math.floor(key / vertexCount), to: key % vertexCount, cost }
  })
  const edgeOffsets = new Uint32Array(vertexCount + 1)
  for (const { from, to } of ends) {
    edgeOffsets[from + 1]! += 1
    edgeOffsets[to + 1]! += 1
  }
  for (let v = 0; v < vertexCount; v++) edgeOffsets[v + 1]! += edgeOffsets[v]!
  const next = edgeOffsets.slice()
  const edgeTarget = new Uint32Array(2 * ends.length)
  const edgeMinutes = new Float64Array(2 * ends.length)
  const link = (from: number, to: number, cost: number) => {
    const edge = next[from]!++
    edgeTarget[edge] = to
    edgeMinutes[edge] = cost
  }
  for (const { from, to, cost } of ends) {
    link(from, to, cost)
    link(to, from, cost)
  }
  const graph = { nodeCount: vertexCount, edgeOffsets, edgeTarget, edgeMinutes }
  const distances = new Float64Array(vertexCount * vertexCount)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const { minutes } = growTree(graph, [{ node: vertex, minutes: 0 }])
    distances.set(minutes, vertex * vertexCount)
  }
  return distances
}

function fault(file: string, line: number | null, message: string): Issue {
  const place = line === null ? file : `${file}, line ${line}`
  return issue('error', 'bad-graph', `${place}: ${message}`, { file, line })
}
