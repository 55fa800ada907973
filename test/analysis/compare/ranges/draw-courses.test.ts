import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  drawnCourse,
  drawnCourses,
  drawnNeedScore,
  drawsOf,
} from '#analysis/compare/ranges/draw-courses.ts'
import { underservedOf } from '#analysis/underserved.ts'
import { twoCounties } from '../../small-ground.ts'
import { asOnRecord, courseOn } from './some-courses.ts'

const ground = twoCounties()
const { areaIndex } = ground.grid
const course = courseOn(ground, 's1', (cell) => (cell % 11 === 0 ? Number.NaN : 30 + 3 * cell))
const { need } = course.situation
const settings = { seed: 7, drawCount: 50, areaCount: 2 }

describe('draws of what is not known', () => {
  it('follow from the seed alone, and more of them begin with the same', () => {
    expect(drawsOf(settings)).toEqual(drawsOf(settings))
    expect(drawsOf({ ...settings, drawCount: 60 }).slice(0, 50)).toEqual(drawsOf(settings))
    expect(drawsOf({ ...settings, seed: 8 })).not.toEqual(drawsOf(settings))
    const speeds = drawsOf({ ...settings, drawCount: 2000 }).map(({ speedFactor }) => speedFactor)
    expect(Math.min(...speeds)).toBeGreaterThan(0.8)
    expect(Math.max(...speeds)).toBeLessThan(1.2)
    const near = speeds.filter((speed) => Math.abs(speed - 1) < 0.1).length / speeds.length
    expect(near).toBeCloseTo(0.75, 1)
  })

  it('keep need between its best and worst case, and where everything is known as it is', () => {
    expect([...need.score].filter(Number.isNaN).length).toBeGreaterThan(3)
    for (const draw of drawsOf(settings)) {
      const drawn = drawnNeedScore(need, areaIndex, draw)
      const isSound = (score: number, cell: number) => {
        const known = need.score[cell]!
        if (Number.isNaN(score) || Number.isNaN(known)) return Object.is(score, known)
        if (need.evidenceShare[cell] === 1) return Math.abs(score - known) < 1e-9
        return score >= need.lowest[cell]! - 1e-9 && score <= need.highest[cell]! + 1e-9
      }
      expect([...drawn.keys()].filter((cell) => !isSound(drawn[cell]!, cell))).toEqual([])
    }
  })

  it('are worse at a higher level, everywhere in an area, and half of them below what is known', () => {
    const level = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(level, level, (one, other) => {
        const scoresAt = (east: number) =>
          drawnNeedScore(need, areaIndex, {
            areaLevels: Float64Array.of(0.5, 0.5, east),
            speedFactor: 1,
          })
        const [low, high] = [scoresAt(Math.min(one, other)), scoresAt(Math.max(one, other))]
        const isSound = (score: number, cell: number) => {
          const known = need.score[cell]!
          if (Number.isNaN(known)) return Number.isNaN(score)
          if (areaIndex[cell] === 0 && score !== high[cell]) return false
          const isBelow = Math.max(one, other) > 0.5 || high[cell]! <= known + 1e-12
          return score <= high[cell]! + 1e-12 && isBelow
        }
        expect([...low.keys()].filter((cell) => !isSound(low[cell]!, cell))).toEqual([])
      }),
    )
  })

  it('change nothing of a course where everything is as on record', () => {
    expect(drawnCourse(course, asOnRecord(ground))).toEqual(course)
  })

  it('make a course whole: who is served and underserved follows from minutes and need as drawn', () => {
    const [draw] = drawsOf(settings)
    const { situation, careMinutes } = drawnCourse(course, draw!)
    const { responseMinutes } = situation
    const { underservedCommunities, unknownCommunities, ...served } = underservedOf(
      course.input,
      situation,
    )
    expect(situation).toMatchObject(served)
    const ranked = { underservedCommunities, unknownCommunities }
    const inOrder = (communities: Uint32Array) => [...communities].sort((a, b) => a - b)
    for (const list of ['underservedCommunities', 'unknownCommunities'] as const) {
      expect(inOrder(situation[list])).toEqual(inOrder(ranked[list]))
    }
    expect(responseMinutes[1]).toBe(33 / draw!.speedFactor)
    expect(responseMinutes[0]).toBeNaN()
    expect(careMinutes[1]![1]).toBe((1.5 * 33) / draw!.speedFactor)
    expect(careMinutes[2]).toBeNull()
  })

  it('draw need that courses share once', () => {
    const sibling = { ...course, scenarioId: 's2' }
    const [a, b] = drawnCourses([course, sibling], drawsOf(settings)[0]!)
    expect(a!.situation.need.score).toBe(b!.situation.need.score)
  })
})
