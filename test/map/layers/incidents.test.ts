import { describe, expect, it } from 'vitest'
import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { incidentMarks } from '#map/layers/incidents/incident-marks.ts'
import { INCIDENTS } from '#map/layers/incidents/index.ts'
import { POINT_SHAPES } from '#map/layers/marks/points-shaders.ts'
import type { Scene } from '#map/scene.ts'
import { aDataset, anOperation, PLANNING_AT, someIncidents } from '#support/build.ts'
import { anEmptyScene, aScene, NOW_MINUTES } from './small-scene.ts'

const DAY = 1440

/** Three incidents, not in the order of time: reported a day ago, found 9 d ago, media 3 d ago. */
function threeIncidents(): Columns {
  const base = someIncidents([
    [-9.41, 6.61],
    [-9.2, 6.8],
    [-9.35, 6.5],
  ])
  return {
    ...base,
    fields: {
      ...base.fields,
      occurredEpochMinutes: numberColumn([1, 9, 3].map((days) => NOW_MINUTES - days * DAY)),
      severityShare: numberColumn([0.9, 0.5, null]),
      affectedPeopleCount: numberColumn([40, null, null]),
      category: categoryColumn(['landDispute', 'theft', null]),
      detection: categoryColumn(['reported', 'discovered', 'remote']),
      positionErrorMetres: numberColumn([0, 250, 15_000]),
    },
  }
}

function aSceneOf(columns: Columns, parts: Partial<Scene> = {}): Scene {
  const dataset = aDataset(columns, {
    asOf: PLANNING_AT,
    expectedEveryHours: 24,
    sensitivity: 'high',
  })
  return aScene({
    document: anOperation({ datasets: [dataset] }),
    columns: new Map([['incidents-1', columns]]),
    ...parts,
  })
}

describe('incidents on the map', () => {
  it('are filled where reported, hollow where found, a broken ring where known roughly', () => {
    const { data, order } = incidentMarks(threeIncidents())
    expect([...order.rows]).toEqual([1, 2, 0])
    const looks = [0, 1, 2].map((place) => [
      ...data.attributes.looks.value.subarray(4 * place, 4 * place + 2),
    ])
    expect(looks).toEqual([
      [31, POINT_SHAPES.ring],
      [40, POINT_SHAPES.looseRing],
      [42, POINT_SHAPES.dot],
    ])
    expect([...data.attributes.places.value.subarray(4)]).toEqual([-9.41, 6.61])
  })

  it('draw the range that the window lets through, from the same arrays', () => {
    const columns = threeIncidents()
    const propsOf = (scene: Scene) => INCIDENTS.draw(scene, 1)[0]?.props as Record<string, unknown>
    const all = propsOf(aSceneOf(columns))
    const week = propsOf(
      aSceneOf(columns, { windowEpochMinutes: [NOW_MINUTES - 7 * DAY, NOW_MINUTES] }),
    )
    expect([all['firstPoint'], all['lastPoint']]).toEqual([0, 3])
    expect([week['firstPoint'], week['lastPoint']]).toEqual([1, 3])
    expect(week['data']).toBe(all['data'])
  })

  it('show all the ground that a roughly known one may lie on, once it is selected', () => {
    const layersFor = (row: number) => {
      const selection = { type: 'observation', datasetId: 'incidents-1', row } as const
      return INCIDENTS.draw(aSceneOf(threeIncidents(), { selection }), 1)
    }
    expect(layersFor(1).map(({ id }) => id)).toEqual(['incidents/incidents-1'])
    const [circle, marks] = layersFor(2)
    expect([circle?.id, marks?.id]).toEqual(['incidents-error', 'incidents/incidents-1'])
    expect(circle?.props).toMatchObject({
      getRadius: 15_000,
      radiusUnits: 'meters',
      data: [[-9.35, 6.5]],
    })
  })

  it('are the same layer for the same scene', () => {
    const scene = aSceneOf(threeIncidents())
    expect(INCIDENTS.draw(scene, 1)[0]).toBe(INCIDENTS.draw({ ...scene }, 1)[0])
  })
})

describe('the legend of incidents', () => {
  it('counts what the window lets through, by how it came to be known', () => {
    const scene = aSceneOf(threeIncidents(), {
      windowEpochMinutes: [NOW_MINUTES - 7 * DAY, NOW_MINUTES],
    })
    const legend = INCIDENTS.legend(scene, [-9.42, 6.6, -9.4, 6.7])
    expect(legend?.counts).toEqual({ inView: 1, all: 2 })
    expect(legend?.lines.map(({ label, count }) => [label, count])).toEqual([
      ['Reported', 1],
      ['Found by patrol', 0],
      ['From media', 1],
      ['Known to over 1 km', 1],
      ['Larger: graver', null],
    ])
  })

  it('does not count in view where no view is known, and is none without incidents', () => {
    expect(INCIDENTS.legend(aSceneOf(threeIncidents()), null)?.counts).toEqual({
      inView: null,
      all: 3,
    })
    expect(INCIDENTS.legend(anEmptyScene(), null)).toBeNull()
    expect(INCIDENTS.legend(aSceneOf(someIncidents([])), null)).toBeNull()
  })
})

describe('facts of an incident', () => {
  const at = (index: number) =>
    ({ index, deckLayerId: 'incidents/incidents-1', position: [0, 0] }) as const

  it('say what, when, how it is known, how exact and how sensitive', () => {
    const facts = INCIDENTS.facts(aSceneOf(threeIncidents()), at(2))
    expect(facts?.title).toBe('Incident 0 – “é”')
    expect(facts?.about).toMatch(/^Land dispute · 29N/)
    expect(facts?.rows).toEqual([
      { label: 'When', value: '211200Z NOV 26' },
      { label: 'Known', value: 'reported by people' },
      { label: 'Severity', value: 'grave (9.0 of 10)' },
      { label: 'People affected', value: '40' },
      { label: 'Place', value: 'surveyed' },
      { label: 'Confidence', value: 'not given' },
      { label: 'Source', value: 'Not given' },
      { label: 'Sensitivity', value: 'high' },
    ])
    expect(facts?.warning).toBeNull()
    expect(facts?.selection).toEqual({ type: 'observation', datasetId: 'incidents-1', row: 0 })
  })

  it('warn where the ring may be far from where it happened', () => {
    const facts = INCIDENTS.facts(aSceneOf(threeIncidents()), at(1))
    expect(facts?.warning).toBe('The ring stands for anywhere within 15 km.')
  })

  it('are none for another layer, another dataset or a place that is not there', () => {
    const scene = aSceneOf(threeIncidents())
    expect(INCIDENTS.facts(scene, { ...at(0), deckLayerId: 'incidents/other' })).toBeNull()
    expect(INCIDENTS.facts(scene, at(3))).toBeNull()
  })

  it('are found from a selection made elsewhere, also outside the window', () => {
    const scene = aSceneOf(threeIncidents(), { windowEpochMinutes: [0, 1] })
    const found = INCIDENTS.find?.(scene, {
      type: 'observation',
      datasetId: 'incidents-1',
      row: 1,
    })
    expect(found).toEqual({
      index: 0,
      deckLayerId: 'incidents/incidents-1',
      position: [-9.2, 6.8],
    })
  })
})
