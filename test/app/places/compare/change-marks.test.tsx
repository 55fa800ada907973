// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { changedCounties } from '#analysis/compare/words/change-sentences.ts'
import { changeMarksOf } from '#app/places/compare/change-marks.ts'
import { CHANGE_NUMBERS } from '#map/layers/change-numbers/index.ts'
import { WhatChanges } from '#panels/compare/words/what-changes.tsx'
import { aScene } from '../../../map/a-scene.ts'
import { RESULTS } from '../../../panels/compare-stand.tsx'
import { GROUND } from '../../../panels/picture.ts'
import { stand } from '../../../panels/stand.tsx'

const { now, 'coa-1': first } = RESULTS.courseSides
const TWO = { course: first!, against: now!, againstName: 'Current posture', isAgainstNow: true }

describe('numbers of what changes on the map', () => {
  const marks = changeMarksOf(TWO)

  it('are those of the list beside it, and lie among the people who gain or lose', () => {
    stand(<WhatChanges two={TWO} />)
    const listed = [...document.querySelectorAll('.change-list button.change-ring')].map((ring) =>
      ring.getAttribute('aria-label'),
    )
    expect(marks.length).toBeGreaterThan(1)
    expect(marks.map(({ number, name }) => `${number}: show ${name} on the map`)).toEqual(listed)
    for (const { areaId, position } of marks) {
      const areaIndex = GROUND.areaIds.indexOf(areaId)
      const county = changedCounties(TWO).find((each) => each.areaIndex === areaIndex)!
      const cells = [...county.gainedCells, ...county.lostCells]
      const { lonDegrees, latDegrees } = GROUND.grid
      expect(cells.map((cell) => [lonDegrees[cell], latDegrees[cell]])).toContainEqual(position)
    }
  })

  it('are drawn and in the legend where a scene has them, and nowhere else', () => {
    const scene = aScene({ changes: marks })
    expect(CHANGE_NUMBERS.draw(aScene(), 1)).toEqual([])
    expect(CHANGE_NUMBERS.legend(aScene(), null)).toBeNull()
    expect(CHANGE_NUMBERS.legend(scene, null)?.counts?.all).toBe(marks.length)
    const picked = { index: 0, deckLayerId: 'change-numbers', position: marks[0]!.position }
    expect(CHANGE_NUMBERS.facts(scene, picked)).toMatchObject({
      title: `1 ${marks[0]!.name}`,
      selection: { type: 'row', table: 'areas', id: marks[0]!.areaId },
    })
  })
})
