// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { operationOf } from '#core/document.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { doubtsOf, effectText, validText } from '#core/restriction-text.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { RESTRICTIONS } from '#map/layers/restrictions/index.ts'
import { restrictionParts } from '#map/layers/restrictions/restriction-parts.ts'
import {
  isInForceWithin,
  lookOf,
  shownRestrictions,
} from '#map/layers/restrictions/shown-restrictions.ts'
import { ageIn } from '#map/layers/scene-age.ts'
import type { Scene } from '#map/scene.ts'
import { aBox, anOperation, aRestriction, aScenario, aShock, PLANNING_AT } from '#support/build.ts'
import { anEmptyScene, aScene, NOW_MINUTES } from './small-scene.ts'

const DAY = 1440
const CLOSED = aRestriction({
  id: 'closed',
  name: 'Northern hills',
  kind: 'closedArea',
  geometry: { type: 'area', polygon: aBox([-9.5, 6.5]) },
  effect: { type: 'closed' },
  severity: 3,
  confidenceShare: 0.9,
  lastVerifiedAt: '2026-11-20T12:00:00Z',
})
const PAST = aRestriction({
  id: 'past',
  geometry: { type: 'area', polygon: aBox([-9.2, 6.5]) },
  kind: 'closedArea',
  effect: { type: 'closed' },
  validFrom: '2026-10-01T00:00:00Z',
  validTo: '2026-11-10T00:00:00Z',
})
const ESCORT = aRestriction({
  id: 'escort',
  kind: 'escortRoad',
  geometry: {
    type: 'segment',
    line: [
      [-9.5, 6.5],
      [-9.4, 6.6],
    ],
  },
  effect: { type: 'escortOnly', delayMinutes: 45 },
})
const BRIDGE = aRestriction({ id: 'bridge' })
const FACT = { shockId: null }
const SUPPOSED = aRestriction({ id: 'supposed', name: 'Crossing out', shockId: 'shock-1' })

function aSceneOf(restrictions: readonly Restriction[], parts: Partial<Scene> = {}): Scene {
  return aScene({ document: anOperation({ restrictions: [...restrictions] }), ...parts })
}

const OPERATION = operationOf(anOperation())
const tableOf = (...rows: readonly Restriction[]) => new Map(rows.map((row) => [row.id, row]))

describe('restrictions that are shown', () => {
  it('are those in force now, and those of the window', () => {
    const shown = (from: number | null, to: number | null) =>
      shownRestrictions(tableOf(CLOSED, PAST), OPERATION, from, to).map(
        ({ restriction, isInForce }) => [restriction.id, isInForce],
      )
    expect(shown(NOW_MINUTES - 7 * DAY, NOW_MINUTES)).toEqual([['closed', true]])
    expect(shown(NOW_MINUTES - 30 * DAY, NOW_MINUTES)).toEqual([
      ['closed', true],
      ['past', false],
    ])
    expect(shown(null, null)).toHaveLength(2)
  })

  it('of a window hold from their start up to, not at, their end', () => {
    const from = epochMinutesOf('2026-10-01T00:00:00Z')
    const to = epochMinutesOf('2026-11-10T00:00:00Z')
    expect(isInForceWithin(PAST, from - DAY, from)).toBe(false)
    expect(isInForceWithin(PAST, from - DAY, from + 1)).toBe(true)
    expect(isInForceWithin(PAST, to - 1, to + DAY)).toBe(true)
    expect(isInForceWithin(PAST, to, to + DAY)).toBe(false)
  })

  it('by month hold where the window touches one of their months', () => {
    const wet = { validFrom: null, validTo: null, months: [5, 6, 7, 8, 9, 10] }
    const november = epochMinutesOf('2026-11-01T00:00:00Z')
    expect(isInForceWithin(wet, november, november + 20 * DAY)).toBe(false)
    expect(isInForceWithin(wet, november - 1, november + 20 * DAY)).toBe(true)
    expect(isInForceWithin(wet, november, november + 400 * DAY)).toBe(true)
    const newYear = { validFrom: null, validTo: null, months: [1] }
    expect(isInForceWithin(newYear, november, november + 65 * DAY)).toBe(true)
  })

  it('look by what they are and what they do', () => {
    expect(lookOf(CLOSED)).toBe('closed')
    expect(lookOf(ESCORT)).toBe('escort')
    expect(lookOf(BRIDGE)).toBe('bridge')
    expect(lookOf({ ...FACT, kind: 'hazard', effect: { type: 'closed' } })).toBe('hazard')
    expect(lookOf({ ...FACT, kind: 'seasonalTrack', effect: { type: 'closed' } })).toBe('seasonal')
    expect(
      lookOf({ ...FACT, kind: 'checkpoint', effect: { type: 'delay', delayMinutes: 5 } }),
    ).toBe('limited')
  })
})

describe('restrictions on the map', () => {
  it('are hatched where closed now, and only tinted and outlined where not', () => {
    const shown = shownRestrictions(tableOf(CLOSED, PAST, ESCORT, BRIDGE), OPERATION, null, null)
    const parts = restrictionParts(shown)
    const ids = (list: readonly { restriction: Restriction }[]) =>
      list.map(({ restriction }) => restriction.id)
    expect(ids(parts.fills.hatched)).toEqual(['closed'])
    expect(ids(parts.fills.tinted)).toEqual(['past'])
    expect(parts.lines.map(({ shown: { restriction } }) => restriction.id)).toEqual([
      'closed',
      'past',
      'escort',
    ])
    expect(ids(parts.signs)).toEqual(['closed', 'past', 'escort', 'bridge'])
  })

  it('draw a layer for each part that there is, its id begun with the type’s', () => {
    const ids = RESTRICTIONS.draw(aSceneOf([CLOSED, ESCORT, BRIDGE]), 1).map(({ id }) => id)
    expect(ids).toEqual([
      'restrictions/hatched',
      'restrictions/casing',
      'restrictions/lines',
      'restrictions/signs',
    ])
    expect(RESTRICTIONS.draw(anEmptyScene(), 1)).toEqual([])
  })

  it('are the same layers while nothing changes', () => {
    const scene = aSceneOf([CLOSED, ESCORT])
    expect(RESTRICTIONS.draw({ ...scene }, 1)).toBe(RESTRICTIONS.draw(scene, 1))
  })

  it('are hit inside their area, which lets what lies in it be hit first', () => {
    const scene = aSceneOf([ESCORT, CLOSED])
    const inside = RESTRICTIONS.at?.(scene, [-9.45, 6.55])
    expect(inside).toEqual({ index: 1, deckLayerId: 'restrictions/area', position: [-9.45, 6.55] })
    expect(inside && RESTRICTIONS.facts(scene, inside)?.title).toBe('Northern hills')
    expect(RESTRICTIONS.at?.(scene, [0, 0])).toBeNull()
  })
})

describe('the legend of restrictions', () => {
  it('counts by effect what is in force, and apart what is not', () => {
    const scene = aSceneOf([CLOSED, PAST, ESCORT, BRIDGE])
    const legend = RESTRICTIONS.legend(scene, [-9.6, 6.4, -9.3, 7])
    expect(legend?.lines.map(({ label, count }) => [label, count])).toEqual([
      ['Closed', 1],
      ['Escort only', 1],
      ['In the window, not now', 1],
      ['closed area', 2],
      ['escort only', 1],
      ['bridge', 1],
      ['some pass', 2],
      ['nobody passes', 1],
    ])
    expect(legend?.counts).toEqual({ inView: 3, all: 4 })
    expect(ageIn(scene, RESTRICTIONS.restsOn).asOf).toBe('2026-11-20T12:00:00Z')
  })

  it('is none without restrictions', () => {
    expect(RESTRICTIONS.legend(anEmptyScene(), null)).toBeNull()
  })
})

describe('facts of a restriction', () => {
  const factsOf = (restriction: Restriction) => {
    const scene = aSceneOf([restriction])
    const found = RESTRICTIONS.find?.(scene, {
      type: 'row',
      table: 'restrictions',
      id: restriction.id,
    })
    return found ? RESTRICTIONS.facts(scene, found) : null
  }

  it('say the effect, how long, how bad, how sure, how old and from whom', () => {
    const facts = factsOf(CLOSED)
    expect(facts?.title).toBe('Northern hills')
    expect(facts?.about).toMatch(/^Closed area · 29N/)
    expect(facts?.rows).toEqual([
      { label: 'Effect', value: 'Nobody passes' },
      { label: 'Valid', value: 'until further notice' },
      { label: 'Severity', value: 'extreme (3 of 3)' },
      { label: 'Confidence', value: '90 %' },
      { label: 'Verified', value: '2 d ago' },
      { label: 'Source', value: 'patrol' },
    ])
    expect(facts?.warning).toBeNull()
    expect(facts?.selection).toEqual({ type: 'row', table: 'restrictions', id: 'closed' })
  })

  it('say that it does not hold now, and in which months it does', () => {
    expect(factsOf(PAST)?.about).toContain('not in force now')
    const months = factsOf({ ...ESCORT, months: [1, 5, 6, 7, 12] })?.rows[2]
    expect(months).toEqual({ label: 'Months', value: 'MAY–JUL, DEC–JAN' })
  })

  it('warn of what was never verified, long ago, or hardly believed', () => {
    const sure = { confidenceShare: 0.9, lastVerifiedAt: '2026-11-20T12:00:00Z' }
    expect(doubtsOf(sure, PLANNING_AT)).toEqual([])
    expect(doubtsOf({ ...sure, lastVerifiedAt: null }, PLANNING_AT)).toEqual(['Never verified.'])
    expect(doubtsOf({ ...sure, lastVerifiedAt: '2026-10-01T12:00:00Z' }, PLANNING_AT)).toEqual([
      'Last verified 52 d ago.',
    ])
    expect(doubtsOf({ ...sure, confidenceShare: 0.5 }, PLANNING_AT)).toEqual(['Hardly confirmed.'])
    expect(factsOf(BRIDGE)?.warning).toBe('Never verified. Ask before relying on it.')
  })

  it('put every effect and span into words', () => {
    expect(effectText({ type: 'escortOnly', delayMinutes: 90 })).toBe(
      'With escort only; 1 h 30 to assemble it',
    )
    expect(effectText({ type: 'escortOnly', delayMinutes: 0 })).toBe('With escort only')
    expect(effectText({ type: 'speedFactor', factor: 0.4 })).toBe('At 40 % of the usual speed')
    expect(effectText({ type: 'delay', delayMinutes: 15 })).toBe('Takes 15 min longer')
    expect(effectText({ type: 'massLimit', maxTonnes: 7 })).toBe('Vehicles above 7 t do not pass')
    expect(effectText({ type: 'massLimit', maxTonnes: 0 })).toBe(
      'No vehicle passes; people on foot do',
    )
    expect(effectText({ type: 'footOnly' })).toBe('On foot only')
    expect(validText(PAST)).toBe('from 010000Z OCT 26 to 100000Z NOV 26')
    expect(validText({ validFrom: null, validTo: PAST.validTo })).toBe('to 100000Z NOV 26')
  })
})

describe('what shocks suppose', () => {
  const document = (shockIds: readonly string[]) =>
    anOperation({
      restrictions: [BRIDGE, SUPPOSED, { ...SUPPOSED, id: 'other', shockId: 'shock-2' }],
      shocks: [aShock({ id: 'shock-1' }), aShock({ id: 'shock-2', name: 'Other' })],
      scenarios: [aScenario({ id: 'coa-1', shockIds: [...shockIds] })],
    })
  const scene = (shockIds: readonly string[]) =>
    aScene({ document: document(shockIds), scenarioId: 'coa-1' })

  it('is drawn apart from the facts, and only that of the shown scenario', () => {
    const idsUnder = (shockIds: readonly string[]) =>
      RESTRICTIONS.draw(scene(shockIds), 1).map(({ id }) => id)
    expect(idsUnder([])).toEqual(['restrictions/signs'])
    expect(idsUnder(['shock-1'])).toEqual(['restrictions/supposed', 'restrictions/signs'])
    const counts = RESTRICTIONS.legend(scene(['shock-1']), null)?.lines
    expect(counts?.map(({ label, count }) => [label, count])).toEqual([
      ['Supposed by a shock', 1],
      ['bridge', 2],
      ['some pass', 2],
    ])
  })

  it('says that it is no fact when it is pointed at', () => {
    const picked = { index: 0, deckLayerId: 'restrictions/supposed', position: [0, 0] } as const
    const facts = RESTRICTIONS.facts(scene(['shock-1']), picked)
    expect(facts?.warning).toBe('Supposed by the shock "Crossing out": no fact.')
  })
})
