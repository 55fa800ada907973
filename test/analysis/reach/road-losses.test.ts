import { describe, expect, it } from 'vitest'
import { addZone, freeEdges } from '#analysis/reach/edge-rules.ts'
import { roadLosses } from '#analysis/reach/road-losses.ts'
import { growTree } from '#analysis/reach/shortest-tree.ts'
import { travelGraph } from '#analysis/reach/travel-graph.ts'
import { hasReferences } from '../reference-values.ts'
import { edgesNamed, FERRIES, networkOf, referenceRoads, VEHICLE } from './test-network.ts'

describe.skipIf(!hasReferences)('the loss of roads (networkx 3.6.1)', () => {
  const { inputs, expected } = referenceRoads()
  const names = Object.keys(inputs.nodes_km)
  const { network, edgeOf } = networkOf(
    names.length,
    inputs.edges.map((edge) => ({
      ...edge,
      surface: edge.surface === 'track' ? ('earth' as const) : edge.surface,
      a: names.indexOf(edge.a),
      b: names.indexOf(edge.b),
    })),
  )
  const closures = expected.filter(({ params }) => params.closed && params.season === 'dry')

  it('has closures to compare with', () => {
    expect(closures.length).toBeGreaterThanOrEqual(4)
  })

  it.each(closures)('$name: from the open network by its loss alone', ({ params, minutes }) => {
    const rules = freeEdges(network.edgeTarget.length)
    edgeOf.forEach((id, edge) => {
      const { max_mass_t: maxTonnes, escort_only: isEscort } = inputs.edges[id]!
      rules.maxTonnes[edge] = maxTonnes
      if (isEscort && !params.escort) rules.isClosed[edge] = 1
    })
    const escorted = inputs.edges.filter((edge) => edge.escort_only).map(({ id }) => id)
    const delayMinutes = inputs.escort_delay_min
    addZone(rules, edgesNamed(edgeOf, escorted), { key: 'escort', delayMinutes })
    const graph = travelGraph(network, rules, {
      vehicle: { ...VEHICLE, massTonnes: params.mass },
      isWet: false,
      ferries: FERRIES,
    })
    const entries = [{ node: names.indexOf('HQ'), minutes: 0 }]
    const tree = growTree(graph, entries)
    const losses = roadLosses(network, {
      graph,
      entries,
      tree,
      minutes: tree.minutes.slice(0, names.length),
      arrivalAt: (cell, nodeMinutes) => ({ minutes: nodeMinutes[cell]!, node: cell }),
    })
    const { cells, minutes: found } = losses.without(edgesNamed(edgeOf, params.closed ?? []))
    for (const [name, value] of Object.entries(minutes)) {
      const cell = names.indexOf(name)
      const changed = cells.indexOf(cell)
      const after = changed < 0 ? losses.minutes[cell]! : found[changed]!
      if (value === null) expect(after).toBeNaN()
      else expect(after).toBeCloseTo(value, 6)
    }
    expect(losses.without([]).cells).toEqual([])
  })
})
