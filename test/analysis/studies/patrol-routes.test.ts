import { describe, expect, it } from 'vitest'
import { roadNetwork } from '#analysis/reach/road-network.ts'
import { PATROL_ROUTES } from '#analysis/studies/patrol-routes/index.ts'
import type { StudyFacts } from '#analysis/studies/study.ts'
import type { LonLat } from '#core/place.ts'
import { aRestriction } from '#support/build.ts'
import { roadColumns } from '../reach/small-roads.ts'
import { box } from '../small-ground.ts'
import { blockOf, parameterOf, sentencesOf } from './answers.ts'
import { plain, someStudyFacts } from './study-facts.ts'

const line = (north: number) =>
  Array.from({ length: 25 }, (_, i): LonLat => [-9.6 + i * 0.025, north])
const bare = someStudyFacts()
const { need } = bare.situation
const facts: StudyFacts = {
  ...bare,
  situation: {
    ...bare.situation,
    need: { ...need, score: need.score.map((_, cell) => 2 + (cell % 7)) },
  },
  ground: {
    ...bare.ground,
    network: roadNetwork([
      roadColumns([
        { line: line(6.7) },
        { line: line(6.55) },
        {
          line: [
            [-9.5, 6.45],
            [-9.5, 6.95],
          ],
        },
        {
          line: [
            [-9.2, 6.45],
            [-9.2, 6.95],
          ],
        },
      ]),
    ]),
  },
}
const ask = (choices = {}, given = facts) => PATROL_ROUTES.ask(given, { hours: 4, ...choices })

describe('patrol routes', () => {
  it('lead from the post along the roads and back to it, each stop once and in its table', () => {
    const { paths = [], values, ...answer } = ask()
    expect(paths).toHaveLength(2)
    for (const { positions } of paths) {
      for (const end of [positions.subarray(0, 2), positions.subarray(-2)]) {
        expect([...end]).toEqual([-9.5, 6.7])
      }
    }
    const stops = paths.flatMap((path) => path.stops)
    expect(new Set(stops.map(({ place }) => place.name)).size).toBe(stops.length)
    const rows = ['Team A', 'Team B'].flatMap(
      (title) => blockOf({ values, ...answer }, 'table', title).rows,
    )
    for (const { label, place } of stops) {
      expect(rows.map(({ cells }) => cells[0])).toContain(`${label} ${place.name}`)
    }
    expect([...(values ?? [])].filter((value) => value > 1).length).toBeGreaterThanOrEqual(
      stops.length,
    )
  })

  it('say what no routes could gather more than, and that a patrol must not be foretold', () => {
    const sentences = sentencesOf(ask()).map(plain)
    const found = sentences[0]!.match(
      /They gather ([\d.]+) of .*(?:more than ([\d.]+)|gather more)/,
    )
    expect(Number(found?.[2] ?? Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(
      Number(found?.[1]),
    )
    expect(sentences.join(' ')).toContain('by lot')
    expect(sentences.join(' ')).toContain('Label high')
  })

  it('tell elapsed time and never an hour of the day', () => {
    const text = JSON.stringify(ask().blocks)
    expect(text).not.toMatch(/\d{1,2}:\d{2}/)
    expect(text).not.toMatch(/\d{6}Z/)
    expect(PATROL_ROUTES.label).toBe('high')
  })

  it('never gather more in less time, and go less far on foot', () => {
    const gathered = (choices: object) => {
      const { blocks } = ask(choices)
      const table = blocks.find((block) => block.type === 'table' && block.title === 'Proposals')
      return table?.type === 'table' ? Number(table.rows[0]!.cells[2]) : 0
    }
    expect(gathered({ hours: 2 })).toBeLessThan(gathered({ hours: 6 }))
    expect(gathered({ dwell: 120 })).toBeLessThan(gathered({ dwell: 10 }))
    expect(gathered({ travel: 'foot' })).toBeLessThan(gathered({}))
  })

  it('heed what is closed at the planning instant', () => {
    const closure = aRestriction({
      geometry: { type: 'area', polygon: [box(-9.48, 6.3, -9.4, 7.1)] },
      effect: { type: 'closed' },
    })
    const { paths = [] } = ask({}, { ...facts, restrictions: [closure] })
    expect(paths.length).toBeGreaterThan(0)
    for (const { stops } of paths) {
      for (const { place } of stops) expect(place.position[0]).toBeLessThan(-9.48)
    }
  })

  it('start where a person says, by id or by name, and offer what there is', () => {
    const posts = [
      ...facts.posts,
      { id: 'base-east', name: 'East Base', position: [-9.1, 6.7] as const },
    ]
    const from = (choice: string) => parameterOf(ask({ from: choice }, { ...facts, posts }), 'From')
    expect(from('base-east')).toBe('East Base')
    expect(from('west base')).toBe('West Base')
    expect(ask({}, { ...facts, posts }).offers?.['from']?.map(({ id }) => id)).toEqual([
      'base-west',
      'base-east',
    ])
  })

  it('say why there are none: nobody stands anywhere, or no need is known', () => {
    expect(sentencesOf(ask({}, { ...facts, posts: [] }))).toEqual([
      expect.stringContaining('No unit stands anywhere'),
    ])
    const score = need.score.map(() => Number.NaN)
    const unknown = { ...facts, situation: { ...facts.situation, need: { ...need, score } } }
    expect(sentencesOf(ask({}, unknown))).toEqual([expect.stringContaining('No community')])
  })
})
