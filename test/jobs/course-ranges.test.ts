import { describe, expect, it } from 'vitest'
import { courseRanges } from '#jobs/course-ranges.ts'
import { courseOn } from '../analysis/compare/ranges/some-courses.ts'
import { twoCounties } from '../analysis/small-ground.ts'

const ground = twoCounties(0.3)
const courses = [
  courseOn(ground, 'today', (cell) => 90 + 4 * cell),
  courseOn(ground, 'other', (cell) => 60 + 4 * cell),
].map((course) => {
  const { ground: _, ...input } = course.input
  return { ...course, input }
})
const asked = { ground, courses, baselineId: 'today', seed: 5, drawCount: 8 }
const context = { progress: () => {}, interim: () => {}, isStopped: async () => false }

describe('ranges of courses, off the page', () => {
  it('cross to a worker and back as plain data', async () => {
    const found = await courseRanges(structuredClone(asked), context)
    expect(structuredClone(found)).toEqual(found)
    expect(found).toMatchObject({ drawCount: 8, seed: 5, scenarioIds: ['today', 'other'] })
    expect(found.pairs['worstTenthMinutes']![1]!.betterShare).toBe(1)
  })

  it('are refused in a sentence without the current posture', async () => {
    await expect(courseRanges({ ...asked, baselineId: 'gone' }, context)).rejects.toThrow(
      'The current posture is not among the COAs that are compared. Add it.',
    )
  })
})
