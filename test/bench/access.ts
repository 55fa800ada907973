import { existsSync } from 'node:fs'
import createGraph from 'ngraph.graph'
import { aStar } from 'ngraph.path'
import type { Ground } from '#analysis/ground.ts'
import { groundOf } from '#analysis/ground-of.ts'
import { restrictionsActing } from '#analysis/reach/conditions.ts'
import { edgeRules } from '#analysis/reach/edge-rules.ts'
import { edgeFinder } from '#analysis/reach/edges-under.ts'
import { createRouter, type ReachTerms, type Router } from '#analysis/reach/router.ts'
import { type TravelGraph, travelGraph } from '#analysis/reach/travel-graph.ts'
import { operationOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { vehicleNamed } from '#core/records/vehicle.ts'
import { groundInputOf } from '#state/desk/document-inputs.ts'
import { accessOnPage } from './access-page.ts'
import { type BenchRow, median, timed } from './bench-row.ts'
import { LIBERIA_FOLDER, liberiaImported } from './liberia.ts'

const CELLS_RESOLUTION = 7
const SITE_COUNT = 60
const MATRIX_SITE_COUNT = 200
const EDIT_COUNT = 15
const WAY_COUNT = 12

/** A restriction drawn, moved and lifted on real roads at 20,000 cells, live and from nothing. */
export async function access(): Promise<BenchRow[]> {
  if (!existsSync(LIBERIA_FOLDER)) return []
  const contents = withCells(await liberiaImported(), CELLS_RESOLUTION)
  const ground = groundOf(groundInputOf(contents))
  const terms = termsOf(contents)
  const sites = sitesOn(ground, SITE_COUNT)
  const router = createRouter(ground)
  const first = timed(() => answer(router, terms, sites))
  const edits = editsOn(ground).map((restriction) => {
    const under = { ...terms, restrictions: restriction ? [restriction] : [] }
    const live = timed(() => answer(router, under, sites))
    const fresh = timed(() => answer(createRouter(ground), under, sites))
    return { live, fresh, isEqual: isEqual(live.result, fresh.result) }
  })
  const live = median(edits.map((edit) => edit.live.milliseconds))
  const slowest = Math.max(...edits.map((edit) => edit.live.milliseconds))
  const fresh = median(edits.map((edit) => edit.fresh.milliseconds))
  const many = sitesOn(ground, MATRIX_SITE_COUNT)
  const matrix = timed(() => answer(createRouter(ground), terms, many))
  return [
    {
      name: 'Liberia, LISGIS roads',
      figures: {
        cells: ground.grid.cells.length,
        'road nodes': ground.network.nodeLonDegrees.length,
        sites: SITE_COUNT,
        'first answer ms': first.milliseconds,
        'an edit, median ms (target 500)': live,
        'slowest of them ms': slowest,
        'all anew ms': fresh,
        'anew / repaired': fresh / live,
        'equal bit for bit': edits.every((edit) => edit.isEqual) ? 'yes' : 'NO',
        '200 sites × all cells, one thread, ms (target 6,000)': matrix.milliseconds,
        ...besideNgraph(ground, terms),
      },
    },
    ...(await accessOnPage(contents)),
  ]
}

function withCells(contents: OperationContents, gridResolution: number): OperationContents {
  const { document } = contents
  const operation = { ...operationOf(document), gridResolution }
  const operations = new Map([[operation.id, operation]])
  return {
    ...contents,
    document: { ...document, tables: { ...document.tables, operation: operations } },
  }
}

function answer(router: Router, terms: ReachTerms, sites: readonly LonLat[]): Float64Array[] {
  const travel = router.under(terms)
  return sites.map((site) => travel.toCells([site]))
}

function isEqual(a: readonly Float64Array[], b: readonly Float64Array[]): boolean {
  return a.every((minutes, site) =>
    minutes.every((value, cell) => Object.is(value, b[site]![cell]!)),
  )
}

function termsOf({ document }: OperationContents): ReachTerms {
  const operation = operationOf(document)
  const vehicle = vehicleNamed([...document.tables.vehicles.values()], operation.vehicleId)
  return { operation, vehicle, restrictions: [], landingSites: [] }
}

function sitesOn({ grid }: Ground, count: number): LonLat[] {
  return Array.from({ length: count }, (_, i) => {
    const cell = Math.floor((i * grid.cells.length) / count)
    return [grid.lonDegrees[cell]!, grid.latDegrees[cell]!]
  })
}

/** Areas of 10 to 60 km² drawn, moved and lifted, a bridge closed, a road slowed. */
function editsOn(ground: Ground): (Restriction | null)[] {
  const centres = sitesOn(ground, EDIT_COUNT)
  return centres.map(([lon, lat], i) => {
    if (i % 5 === 4) return null
    const side = 0.03 + 0.01 * (i % 4)
    const ring: LonLat[] = [
      [lon, lat],
      [lon + side, lat],
      [lon + side, lat + side],
      [lon, lat + side],
      [lon, lat],
    ]
    return {
      id: `edit-${i % 3}`,
      name: 'Edit',
      kind: 'closedArea',
      geometry:
        i % 5 === 3
          ? { type: 'point', position: [lon, lat], radiusMetres: 3_000 }
          : { type: 'area', polygon: [ring] },
      effect: i % 5 === 2 ? { type: 'delay', delayMinutes: 45 } : { type: 'closed' },
      severity: 2,
      validFrom: null,
      validTo: null,
      months: null,
      hours: null,
      shockId: null,
      confidenceShare: 1,
      source: '',
      lastVerifiedAt: null,
    }
  })
}

/** The same ways between nodes by a well-known library, on the same graph: one question at a time. */
function besideNgraph(ground: Ground, terms: ReachTerms): BenchRow['figures'] {
  const { network } = ground
  const rules = edgeRules(network, restrictionsActing(terms), edgeFinder(network))
  const graph = travelGraph(network, rules, {
    vehicle: terms.vehicle,
    isWet: false,
    ferries: terms.operation,
  })
  const theirs = ngraphOf(graph)
  const finder = aStar(theirs, { oriented: true, distance: (_a, _b, link) => link.data })
  const nodes = Array.from({ length: WAY_COUNT + 1 }, (_, i) =>
    Math.floor((i * (graph.nodeCount - 1)) / WAY_COUNT),
  )
  const oneWay = nodes.slice(1).map((to) => timed(() => finder.find(nodes[0]!, to)).milliseconds)
  const travel = createRouter(ground).under(terms)
  const places = nodes.map(
    (node): LonLat => [network.nodeLonDegrees[node]!, network.nodeLatDegrees[node]!],
  )
  travel.toCells([places[0]!])
  const all = places.slice(1).map((place) => timed(() => travel.toCells([place])).milliseconds)
  return {
    'ngraph.path: one way between two nodes ms': median(oneWay),
    'ours: one site to every cell ms': median(all),
  }
}

function ngraphOf({ nodeCount, edgeOffsets, edgeTarget, edgeMinutes }: TravelGraph) {
  const graph = createGraph<undefined, number>()
  for (let node = 0; node < nodeCount; node++) {
    graph.addNode(node)
    for (let edge = edgeOffsets[node]!; edge < edgeOffsets[node + 1]!; edge++) {
      graph.addLink(node, edgeTarget[edge]!, edgeMinutes[edge]!)
    }
  }
  return graph
}
