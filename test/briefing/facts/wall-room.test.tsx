// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { roomAt, wallDocument, wallRoom } from '#briefing/facts/wall-room.ts'
import { WallSlide } from '#briefing/slides/wall-slide.tsx'
import type { Room } from '#ui/room.tsx'
import {
  aDataset,
  aGrievance,
  anEngagement,
  aSlide,
  PLANNING_AT,
  someIncidents,
} from '../../support/build.ts'
import { protectedColumns } from '../../support/protected.ts'
import { aDeck, answersOf, aRoom, inRoom } from '../a-briefing.tsx'

afterEach(cleanup)

const apart = protectedColumns([['area-1', 2026 * 12, 40]])
const slide = aSlide({
  kind: 'map',
  layers: ['towns', 'study-grievances', 'study-protectedIncidents', 'need'],
})
const contents = aDeck({
  slides: [slide],
  engagements: [anEngagement()],
  grievances: [aGrievance()],
  datasets: [
    aDataset(someIncidents([[-9.4, 6.6]])),
    aDataset(apart, { id: 'apart', kind: 'protectedIncidents', title: 'Protected incidents' }),
  ],
})

async function aFullRoom() {
  const { results } = await answersOf(contents)
  const answer = { values: null, blocks: [], method: {} as never }
  const work = { status: 'ready', value: answer, progressShare: 1, error: null } as const
  results.setState({ studies: { grievances: work, protectedIncidents: work } })
  return aRoom(contents, results)
}

function expectNothingPrivate({ documents, results }: Room): void {
  const { tables } = documents.getState().document
  expect([tables.engagements.size, tables.grievances.size]).toEqual([0, 0])
  expect([...tables.datasets.keys()]).toEqual(['incidents-1'])
  expect(results.getState().studies).toEqual({})
}

describe('a wall', () => {
  it('gives its maps neither voice nor protected incidents, whatever a slide asks for', async () => {
    const room = await aFullRoom()
    const seen: Room[] = []
    const spied = {
      ...room,
      renderMap: (map: (typeof room.maps)[number], own: Room) => {
        seen.push(own)
        room.maps.push(map)
        return null
      },
    }
    const run = { index: 0, count: 1, countdown: null, isPaused: false, frozenAt: null }
    const frame = { widthPixels: 1916, heightPixels: 1076, rootPixels: 32.3 }
    const { container } = render(
      inRoom(spied, <WallSlide slide={slide} frame={frame} nowAt={PLANNING_AT} run={run} />),
    )
    expect(room.maps.at(-1)?.layers).toEqual(['towns', 'need'])
    expect(seen.length).toBeGreaterThan(0)
    for (const own of seen) expectNothingPrivate(own)
    expect(container.innerHTML).not.toMatch(/protected|grievance/i)
  })

  it('follows the room, and changes nothing in it', async () => {
    const room = await aFullRoom()
    const wall = wallRoom(room)
    const seen: number[] = []
    wall.documents.subscribe(({ document }) => seen.push(document.tables.grievances.size))
    const { document } = room.documents.getState()
    const tables = { ...document.tables, grievances: new Map([['g', aGrievance()]]) }
    room.documents.setState({ document: { ...document, tables } })
    expect(seen).toEqual([0])
    expectNothingPrivate(wall)
    expect(() => wall.documents.setState({})).toThrow('nothing is changed from a wall')
  })

  it('knows one document by one object', () => {
    const { document } = contents
    expect(wallDocument(document)).toBe(wallDocument(document))
    expect(wallDocument(wallDocument(document))).toBe(wallDocument(document))
    const renamed = { ...document, tables: { ...document.tables, slides: new Map() } }
    expect(wallDocument(renamed).tables.datasets).toBe(wallDocument(document).tables.datasets)
  })

  it('draws for others than the staff what their document has, and nothing else', async () => {
    const room = wallRoom(await aFullRoom())
    expect(roomAt(room, 'internal')).toBe(room)
    const { tables } = roomAt(room, 'public').documents.getState().document
    expect(room.documents.getState().document.tables.units.size).toBeGreaterThan(0)
    expect(tables.units.size).toBe(0)
    expect(tables.communities.size).toBeGreaterThan(0)
  })
})
