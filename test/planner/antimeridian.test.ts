import { describe, expect, it } from 'vitest'
import { groundOfOperation, pictureOf } from '#cli/pictures.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat } from '#core/place.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { candidateFactsOf } from '#state/desk/plan-inputs.ts'
import { aCommunity } from '#support/build.ts'
import { smallTheatre } from '../state/small-theatre.ts'

/** Degrees that the small theatre is moved east by: its middle, at −9.0°, comes to lie on ±180°. */
const EAST = 189

function wrapped(lon: number): number {
  const moved = lon + EAST
  return moved > 180 ? moved - 360 : moved
}

/** The small theatre, moved along its parallel; where it was 15° west nothing else changes. */
function movedTheatre(): OperationContents {
  const { document, columns } = smallTheatre()
  const at = ([lon, lat]: LonLat): LonLat => [wrapped(lon), lat]
  const { tables } = document
  const map = <T>(rows: ReadonlyMap<string, T>, change: (row: T) => T) =>
    new Map([...rows].map(([id, row]) => [id, change(row)]))
  const moved = new Map(
    [...columns].map(([id, table]) => {
      const { geometry } = table
      if (geometry === null || !('positions' in geometry)) return [id, table]
      const positions = geometry.positions.map((value, i) => (i % 2 === 0 ? wrapped(value) : value))
      return [id, { ...table, geometry: { ...geometry, positions } }]
    }),
  )
  return {
    document: {
      ...document,
      tables: {
        ...tables,
        areas: map(tables.areas, (area) => ({
          ...area,
          outline: area.outline.map((polygon) => polygon.map((ring) => ring.map(at))),
        })),
        communities: map(tables.communities, (row) => ({ ...row, position: at(row.position) })),
        bases: map(tables.bases, (row) => ({ ...row, position: at(row.position) })),
      },
    },
    columns: moved as OperationContents['columns'],
  }
}

async function placesAndMinutes(contents: OperationContents) {
  const ground = await groundOfOperation(contents)
  const picture = await pictureOf(contents, ground, 'coa-1')
  const found = await runJobInline('candidates', candidateFactsOf(contents, 'coa-1', picture))
  return { ground, ...found }
}

type Found = Awaited<ReturnType<typeof placesAndMinutes>>

function minutesBetween({ places, minutes, ground }: Found, from: string, to: string): number {
  const cellCount = ground.grid.cells.length
  const site = places.findIndex(({ name }) => name === from)
  const { cell } = places.find(({ name }) => name === to)!
  return minutes['vehicle-4x4']![site * cellCount + cell]!
}

describe('a theatre on both sides of the antimeridian', () => {
  it('has cells, places and minutes as anywhere else, across the line too', async () => {
    const here = await placesAndMinutes(smallTheatre())
    const there = await placesAndMinutes(movedTheatre())
    const { grid } = there.ground
    const isEast = (cell: number) => grid.lonDegrees[cell]! < 0
    const eastCount = [...grid.cells.keys()].filter(isEast).length
    expect(eastCount / grid.cells.length).toBeGreaterThan(0.4)
    expect(eastCount / grid.cells.length).toBeLessThan(0.6)
    const crossing = [...grid.cells.keys()].flatMap((cell) =>
      [...grid.neighbours.subarray(grid.neighbourOffsets[cell]!, grid.neighbourOffsets[cell + 1]!)]
        .filter((near) => isEast(near) !== isEast(cell))
        .map((near) => [cell, near] as const),
    )
    expect(crossing.length).toBeGreaterThan(10)
    for (const [a, b] of crossing) {
      const at = (cell: number): LonLat => [grid.lonDegrees[cell]!, grid.latDegrees[cell]!]
      expect(metresBetween(at(a), at(b))).toBeLessThan(9_000)
    }
    expect(metresBetween([179.9, 6], [-179.9, 6])).toBeCloseTo(metresBetween([0, 6], [0.2, 6]), 3)
    const names = ({ places }: Found) => places.map(({ name }) => name).sort()
    expect(names(there)).toEqual(names(here))
    for (const from of names(here)) {
      for (const to of names(here)) {
        const [was, is] = [minutesBetween(here, from, to), minutesBetween(there, from, to)]
        expect(Math.abs(is - was), `${from} to ${to}`).toBeLessThan(6)
      }
    }
    expect(minutesBetween(there, 'Camp Alpha', 'East Town')).toBeGreaterThan(60)
  })

  it('keeps candidate places apart across the line', async () => {
    const village = (id: string, lon: number, populationCount: number) =>
      aCommunity({ id, name: id, position: [lon, 6.8], class: 'village', populationCount })
    const near = [village('before', 179.98, 900), village('beyond', -179.98, 800)]
    const contents = movedTheatre()
    const { tables } = contents.document
    const communities = new Map([
      ...tables.communities,
      ...near.map((row) => [row.id, row] as const),
    ])
    const document = { ...contents.document, tables: { ...tables, communities } }
    const { places } = await placesAndMinutes({ ...contents, document })
    const found = places.map(({ placeId }) => placeId).filter((id) => near.some((n) => n.id === id))
    expect(found).toHaveLength(1)
  })
})
