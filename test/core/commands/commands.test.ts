import { describe, expect, it } from 'vitest'
import { applyChange, invertChange } from '#core/change.ts'
import { removeBase } from '#core/commands/bases/remove-base.ts'
import type { Command } from '#core/commands/command.ts'
import { weighIndicators } from '#core/commands/indicators/weigh-indicators.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { acceptPlan, type Suggestion } from '#core/commands/postings/accept-plan.ts'
import { editPosting } from '#core/commands/postings/edit-posting.ts'
import { editResourceType } from '#core/commands/resource-types/edit-resource-type.ts'
import { addRestriction } from '#core/commands/restrictions/add-restriction.ts'
import { editRestriction } from '#core/commands/restrictions/edit-restriction.ts'
import { removeRestriction } from '#core/commands/restrictions/remove-restriction.ts'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { deleteScenario } from '#core/commands/scenarios/delete-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { ruleSite } from '#core/commands/sites/rule-site.ts'
import { addSlide } from '#core/commands/slides/add-slide.ts'
import { moveSlide } from '#core/commands/slides/move-slide.ts'
import { editUnit } from '#core/commands/units/edit-unit.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { deleteZone } from '#core/commands/zones/delete-zone.ts'
import { editZone } from '#core/commands/zones/edit-zone.ts'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import { reshapeZone } from '#core/commands/zones/reshape-zone.ts'
import { FIRST_DECK, slidesOf } from '#core/decks-of.ts'
import type { OperationDocument } from '#core/document.ts'
import type { LonLat } from '#core/place.ts'
import type { Restriction } from '#core/records/restriction.ts'
import {
  aBase,
  aBox,
  aCommunity,
  anOperation,
  aPosting,
  aRestriction,
  aScenario,
  aSlide,
  aZone,
} from '#support/build.ts'

function done<A>(document: OperationDocument, command: Command<A>, args: A): OperationDocument {
  const reason = command.blocked(document, args)
  if (reason !== null) throw new Error(reason)
  return applyChange(document, command.change(document, args))
}

describe('zones', () => {
  const document = anOperation({ zones: [aZone()] })

  it('change only the field that is meant', () => {
    const fields = { name: 'Sector East', tint: 3 }
    const after = done(document, editZone, { id: 'zone-1', fields })
    expect(after.tables.zones.get('zone-1')).toEqual({ ...aZone(), ...fields })
    const change = editZone.change(document, { id: 'zone-1', fields })
    expect(change.note).toBe('Edit zone Sector North: name, tint')
    const renamed = editZone.change(document, { id: 'zone-1', fields: { name: 'Sector East' } })
    expect(renamed.note).toBe('Rename zone Sector North to Sector East')
    expect(editZone.change(document, { id: 'zone-1', fields: { tint: 0 } }).rows).toEqual([])
  })

  it('are kept from crossing themselves, from nothing, and from COAs that are gone', () => {
    const bow = [[aBox([0, 0])[0]![0]!, [1, 1], [1, 0], [0, 1], aBox([0, 0])[0]![0]!]] as const
    const blocked = reshapeZone.blocked(document, { id: 'zone-1', outline: bow })
    expect(blocked).toContain('crosses itself')
    const flat = [[aBox([0, 0])[0]![0]!, [1, 1], [1, 1], [0, 0]]] as const
    expect(reshapeZone.blocked(document, { id: 'zone-1', outline: flat })).toContain(
      'three corners',
    )
    const row = aZone({ id: 'zone-2', scenarioId: 'coa-9' })
    expect(addZone.blocked(document, { row })).toContain('no longer there')
    expect(addZone.blocked(document, { row: aZone() })).toContain('already')
  })

  it('that are locked change in no way but by unlocking', () => {
    const locked = done(document, lockZone, { id: 'zone-1', isLocked: true })
    const sentence = 'Sector North is locked. Unlock it first.'
    const id = 'zone-1'
    expect(reshapeZone.blocked(locked, { id, outline: aBox([0, 0]) })).toBe(sentence)
    expect(editZone.blocked(locked, { id, fields: { name: 'X' } })).toBe(sentence)
    expect(deleteZone.blocked(locked, { id })).toBe(sentence)
    const free = done(locked, lockZone, { id, isLocked: false })
    expect(done(free, deleteZone, { id }).tables.zones.size).toBe(0)
  })
})

describe('accepting a plan', () => {
  const suggestion = (parts: Partial<Suggestion> = {}): Suggestion => ({
    typeId: 'platoon',
    count: 2,
    fromPlaceId: 'base-1',
    placeId: 'town-1',
    reason: 'Covers 12,000 people.',
    ...parts,
  })
  const two = [aCommunity(), aCommunity({ id: 'town-2', name: 'River Town' })]
  const accept = (
    document: OperationDocument,
    suggestions: readonly Suggestion[],
    ids: readonly string[] = suggestions.map((_, i) => `new-${i}`),
  ) => done(document, acceptPlan, { scenarioId: 'coa-1', planHash: 'hash', suggestions, ids })

  it('makes one posting a suggestion, in one change', () => {
    const document = anOperation({ communities: two })
    const after = accept(document, [suggestion(), suggestion({ placeId: 'town-2', count: 1 })])
    expect(
      [...after.tables.postings.values()].map(({ count, placeId }) => [count, placeId]),
    ).toEqual([
      [2, 'town-1'],
      [1, 'town-2'],
    ])
    expect(after.tables.postings.get('new-0')).toMatchObject({
      scenarioId: 'coa-1',
      planHash: 'hash',
      fromBaseId: 'base-1',
      reason: 'Covers 12,000 people.',
    })
  })

  it('redirects units that an earlier posting brought to the place they leave', () => {
    const document = anOperation({ communities: two, postings: [aPosting({ count: 3 })] })
    const after = accept(document, [suggestion({ fromPlaceId: 'town-1', placeId: 'town-2' })])
    expect(after.tables.postings.get('posting-1')?.count).toBe(1)
    expect(after.tables.postings.get('new-0')).toMatchObject({
      fromBaseId: 'base-1',
      placeId: 'town-2',
      count: 2,
    })
  })

  it('cancels an earlier posting whose units go home', () => {
    const document = anOperation({ postings: [aPosting({ count: 2 })] })
    const after = accept(document, [suggestion({ fromPlaceId: 'town-1', placeId: 'base-1' })])
    expect(after.tables.postings.size).toBe(0)
  })

  it('takes the rest from the place itself when the postings there do not suffice', () => {
    const bases = [aBase(), aBase({ id: 'base-2', name: 'Camp Bravo' })]
    const document = anOperation({
      bases,
      postings: [aPosting({ count: 1, placeId: 'base-2' })],
    })
    const after = accept(document, [suggestion({ fromPlaceId: 'base-2', count: 3 })])
    const parts = [...after.tables.postings.values()].map(({ fromBaseId, count }) => ({
      fromBaseId,
      count,
    }))
    expect(parts).toEqual([
      { fromBaseId: 'base-1', count: 1 },
      { fromBaseId: 'base-2', count: 2 },
    ])
  })

  it('is refused for the current posture, unknown places and types, and the second time', () => {
    const document = anOperation()
    const why = (suggestions: readonly Suggestion[], scenarioId = 'coa-1') =>
      acceptPlan.blocked(document, { scenarioId, planHash: null, suggestions, ids: ['new-0'] })
    expect(why([suggestion()], 'current-posture')).toContain('Make a COA first')
    expect(why([suggestion({ placeId: 'nowhere' })])).toContain('nowhere')
    expect(why([suggestion({ typeId: 'dragon' })])).toContain('dragon')
    expect(why([])).toContain('no suggestion')
    expect(why([suggestion()])).toBeNull()
    const after = accept(document, [suggestion()])
    const again = { scenarioId: 'coa-1', planHash: null, ids: ['new-0'] }
    expect(acceptPlan.blocked(after, { ...again, suggestions: [suggestion()] })).toContain(
      'already',
    )
  })
})

describe('postings', () => {
  it('keep their dates in order and their count above nought', () => {
    const document = anOperation({ postings: [aPosting()] })
    const id = 'posting-1'
    expect(
      done(document, editPosting, { id, fields: { count: 4 } }).tables.postings.get(id),
    ).toEqual(aPosting({ count: 4 }))
    expect(editPosting.blocked(document, { id, fields: { count: 0 } })).toContain('at least one')
    const fields = { startsAt: '2026-12-01T00:00:00Z', endsAt: '2026-11-01T00:00:00Z' }
    expect(editPosting.blocked(document, { id, fields })).toContain('ends before it starts')
  })
})

describe('scenarios', () => {
  const document = anOperation({
    zones: [aZone()],
    postings: [aPosting()],
    sites: [{ id: 'site-1', scenarioId: 'coa-1', placeId: 'town-1', rule: 'forced' }],
    slides: [
      aSlide(),
      aSlide({ id: 'slide-2', scenarioId: 'current-posture', againstScenarioId: 'coa-1' }),
      aSlide({ id: 'slide-3', scenarioId: 'current-posture' }),
    ],
  })

  it('copy the decisions of another as rows of their own', () => {
    const start = { id: 'coa-2', name: 'COA 2', title: 'Light', copyOfId: 'coa-1' }
    const after = done(document, addScenario, start)
    expect(after.tables.scenarios.get('coa-2')).toMatchObject({ number: 2, isBaseline: false })
    const { zones, postings, sites } = after.tables
    for (const table of [zones, postings, sites]) expect(table.size).toBe(2)
    expect(zones.get('zone-1')).toEqual(aZone())
    expect(zones.get('coa-2-zone-1')).toEqual(aZone({ id: 'coa-2-zone-1', scenarioId: 'coa-2' }))
    const key = after.tables.scenarios.get('coa-2')!.orderKey
    expect(key > aScenario().orderKey).toBe(true)
  })

  it('go with their decisions and the slides that show them, and nothing else', () => {
    const { tables } = done(document, deleteScenario, { id: 'coa-1' })
    expect([tables.zones.size, tables.postings.size, tables.sites.size]).toEqual([0, 0, 0])
    expect([...tables.slides.keys()]).toEqual(['slide-3'])
    expect([...tables.scenarios.keys()]).toEqual(['current-posture'])
  })

  it('keep the current posture', () => {
    expect(deleteScenario.blocked(document, { id: 'current-posture' })).toContain('cannot')
    const fields = { isBaseline: true }
    expect(editScenario.blocked(document, { id: 'coa-1', fields })).toContain('cannot be changed')
  })
})

describe('sites', () => {
  it('have one rule a place and COA, and none when it is left to the planner', () => {
    const rule = (document: OperationDocument, to: 'forced' | 'forbidden' | null, id: string) =>
      done(document, ruleSite, { scenarioId: 'coa-1', placeId: 'town-1', rule: to, id })
    const forced = rule(anOperation(), 'forced', 'a')
    expect([...forced.tables.sites.values()]).toEqual([
      { id: 'a', scenarioId: 'coa-1', placeId: 'town-1', rule: 'forced' },
    ])
    const forbidden = rule(forced, 'forbidden', 'b')
    expect([...forbidden.tables.sites.values()].map(({ id, rule }) => [id, rule])).toEqual([
      ['a', 'forbidden'],
    ])
    expect(rule(forbidden, null, 'c').tables.sites.size).toBe(0)
  })
})

describe('indicators and settings', () => {
  it('take several weights at once, but not nothing at all', () => {
    const document = anOperation()
    const weights = { 'violence-rate': 5, displacement: 0 }
    const after = done(document, weighIndicators, { weights })
    expect(after.tables.indicators.get('violence-rate')?.weight).toBe(5)
    expect(after.tables.indicators.get('displacement')?.weight).toBe(0)
    const none = Object.fromEntries([...document.tables.indicators.keys()].map((id) => [id, 0]))
    expect(weighIndicators.blocked(document, { weights: none })).toContain('At least one')
    expect(weighIndicators.blocked(document, { weights: { displacement: -1 } })).toContain('weight')
  })

  it('refuse what a setting cannot be, by name', () => {
    const document = anOperation()
    expect(editOperation.blocked(document, { fields: { floorShare: 1.2 } })).toContain('floorShare')
    const after = done(document, editOperation, { fields: { floorShare: 0.5 } })
    expect(after.tables.operation.get('operation')).toEqual({
      ...document.tables.operation.get('operation'),
      floorShare: 0.5,
    })
  })
})

describe('registers', () => {
  it('keep dates of restrictions in order', () => {
    const document = anOperation({ restrictions: [aRestriction()] })
    const id = 'restriction-1'
    const validFrom = '2026-11-22T00:00:00Z'
    expect(
      editRestriction.blocked(document, { id, fields: { validFrom, validTo: validFrom } }),
    ).toContain('ends before')
    const ended = done(document, editRestriction, { id, fields: { validTo: validFrom } })
    expect(ended.tables.restrictions.get(id)).toEqual(aRestriction({ validTo: validFrom }))
  })

  it('refuse a restriction that cannot be, each with one sentence', () => {
    const document = anOperation({ restrictions: [aRestriction()] })
    const whyNot = (fields: Partial<Restriction>) =>
      addRestriction.blocked(document, { row: aRestriction({ id: 'new', ...fields }) })
    const corner: LonLat = [-9.4, 6.6]
    const crossed = [[corner, [-9.2, 6.8], [-9.2, 6.6], [-9.4, 6.8], corner]] as const
    expect(whyNot({})).toBeNull()
    expect(whyNot({ geometry: { type: 'area', polygon: aBox(corner) } })).toBeNull()
    expect(whyNot({ geometry: { type: 'area', polygon: crossed } })).toContain('crosses itself')
    expect(
      whyNot({ geometry: { type: 'area', polygon: [[corner, [-9, 6], corner, corner]] } }),
    ).toBe('An area needs at least three corners.')
    expect(whyNot({ geometry: { type: 'segment', line: [corner, [-9.2, 6.6]] } })).toBeNull()
    expect(whyNot({ geometry: { type: 'segment', line: [corner, corner] } })).toContain('no length')
    expect(whyNot({ hours: { fromMinute: 300, toMinute: 1200 } })).toBeNull()
    expect(whyNot({ hours: { fromMinute: 300, toMinute: 300 } })).toContain('same time')
    expect(whyNot({ months: [] })).toContain('at least one month')
  })

  it('let an old fault of a restriction stay while something else is edited, and no new one in', () => {
    const line = [
      [-9.4, 6.6],
      [-9.4, 6.6],
    ] as const
    const broken = aRestriction({ geometry: { type: 'segment', line } })
    const document = anOperation({ restrictions: [broken] })
    const edit = (fields: Partial<Restriction>) =>
      editRestriction.blocked(document, { id: broken.id, fields })
    expect(edit({ name: 'Old ford' })).toBeNull()
    expect(edit({ hours: { fromMinute: 0, toMinute: 0 } })).toContain('same time')
  })

  it('take a restriction out and give it back', () => {
    const document = anOperation({ restrictions: [aRestriction()] })
    const change = removeRestriction.change(document, { id: 'restriction-1' })
    const without = applyChange(document, change)
    expect(without.tables.restrictions.size).toBe(0)
    expect(removeRestriction.blocked(without, { id: 'restriction-1' })).toContain('no longer there')
    const back = applyChange(without, invertChange(change))
    expect(back.tables.restrictions.get('restriction-1')).toEqual(aRestriction())
  })

  it('keep a base that somebody needs', () => {
    const free = aBase({ id: 'base-2', name: 'Camp Bravo' })
    const document = anOperation({ bases: [aBase(), free] })
    expect(removeBase.blocked(document, { id: 'base-1' })).toContain('A Company is based at')
    expect(done(document, removeBase, { id: 'base-2' }).tables.bases.size).toBe(1)
    const posted = anOperation({
      bases: [aBase(), free],
      postings: [aPosting({ placeId: 'base-2' })],
    })
    expect(removeBase.blocked(posted, { id: 'base-2' })).toContain('posting')
  })

  it('know the bases and types that they name', () => {
    const document = anOperation()
    const fields = { baseId: 'base-9' }
    expect(editUnit.blocked(document, { id: 'unit-1', fields })).toContain('base')
    const needs = { typeId: 'platoon', ratio: 1 }
    expect(editResourceType.blocked(document, { id: 'platoon', fields: { needs } })).toContain(
      'cannot need itself',
    )
  })
})

describe('slides', () => {
  const three = ['a', 'b', 'c'].reduce((document, id) => {
    const { orderKey: _, ...slide } = aSlide({ id })
    return done(document, addSlide, { slide })
  }, anOperation())
  const order = (document: OperationDocument) => slidesOf(document, FIRST_DECK).map(({ id }) => id)

  it('come at the end and move by one row', () => {
    expect(order(three)).toEqual(['a', 'b', 'c'])
    expect(moveSlide.change(three, { id: 'c', toIndex: 0 }).rows).toHaveLength(1)
    expect(order(done(three, moveSlide, { id: 'c', toIndex: 0 }))).toEqual(['c', 'a', 'b'])
    expect(order(done(three, moveSlide, { id: 'a', toIndex: 1 }))).toEqual(['b', 'a', 'c'])
    expect(order(done(three, moveSlide, { id: 'a', toIndex: 2 }))).toEqual(['b', 'c', 'a'])
    expect(moveSlide.change(three, { id: 'b', toIndex: 1 }).rows).toEqual([])
    expect(moveSlide.blocked(three, { id: 'b', toIndex: 3 })).toContain('no such place')
  })

  it('are numbered anew where two share a key', () => {
    const tied = anOperation({ slides: ['a', 'b', 'c'].map((id) => aSlide({ id, orderKey: 'k' })) })
    expect(order(done(tied, moveSlide, { id: 'c', toIndex: 1 }))).toEqual(['a', 'c', 'b'])
  })
})
