import { beforeEach, describe, expect, it } from 'vitest'
import { finderOf } from '#app/search/finder.ts'
import { incidentHits } from '#app/search/incident-hits.ts'
import { editZone } from '#core/commands/zones/edit-zone.ts'
import type { OperationDocument } from '#core/document.ts'
import { INCIDENTS } from '#panels/tables/kinds/incidents.ts'
import { createDocumentStore, runCommand } from '#state/document-store.ts'
import {
  aBase,
  aCommunity,
  aDataset,
  anOperation,
  aRestriction,
  aScenario,
  aShock,
  aSlide,
  aUnit,
  aZone,
  someContents,
} from '#support/build.ts'
import { protectedColumns } from '#support/protected.ts'
import type { Sliced } from '#ui/slices.ts'

const OPERATION = anOperation({
  communities: [
    aCommunity({ id: 'gbarnga', name: 'Gbarnga', aliases: ['Gbanga'] }),
    aCommunity({ id: 'saint', name: 'São Pedro', class: 'village' }),
    aCommunity({ id: 'old', name: 'Old Ferry Landing', class: 'village' }),
    aCommunity({ id: 'ferry', name: 'Ferry Town' }),
    aCommunity({ id: 'school', name: 'المدينة الجديدة', class: 'village' }),
    aCommunity({ id: 'far', name: 'Tappita', position: [30, 50] }),
    aCommunity({ id: 'near', name: 'Tappita', class: 'village' }),
  ],
  bases: [aBase({ id: 'base-1', name: 'COB Gbarnga' })],
  units: [aUnit({ id: 'unit-1', name: 'Ferry Guard' })],
  zones: [aZone({ name: 'Sector North' })],
  scenarios: [aScenario({ id: 'coa-1', name: 'COA 1', title: 'Forward and east' })],
  shocks: [aShock({ name: 'Crossing out' })],
  slides: [aSlide({ headline: 'Where need is worst' })],
  restrictions: [
    aRestriction({ id: 'washout', name: 'Washout at Kelly Creek', kind: 'flood' }),
    aRestriction({ id: 'supposed', name: 'Washout supposed', shockId: 'shock-1' }),
  ],
})

function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value as T
  }
}

function readyFinder(document: OperationDocument) {
  const finder = finderOf(document)
  finish(finder.prepare())
  return finder
}

describe('finding by name', () => {
  let found: (text: string) => string[]
  beforeEach(() => {
    const { find } = readyFinder(OPERATION)
    found = (text) => find(text).map(({ rowId }) => rowId)
  })

  it('forgives typing errors, missing accents, other spellings and half a word', () => {
    expect(found('gbarnag')).toContain('gbarnga')
    expect(found('gbanga')).toContain('gbarnga')
    expect(found('sao ped')).toEqual(['saint'])
    expect(found('SECTOR')).toEqual(['zone-1'])
    expect(found('مدينه')).toEqual(['school'])
    expect(found('الجديده')).toEqual(['school'])
  })

  it('finds restrictions of fact, not those that a shock supposes', () => {
    expect(found('washout')).toEqual(['washout'])
  })

  it('finds courses of action by name and title, shocks and slides', () => {
    expect(found('coa 1')[0]).toBe('coa-1')
    expect(found('forward')).toEqual(['coa-1'])
    expect(found('crossing')).toEqual(['shock-1'])
    expect(found('need is worst')).toEqual(['slide-1'])
  })

  it('puts an exact name in the area of operations first, then units, then the others', () => {
    expect(found('ferry town')[0]).toBe('ferry')
    expect(found('ferry')).toEqual(['unit-1', 'ferry', 'old'])
    expect(found('gbarnga').slice(0, 2)).toEqual(['gbarnga', 'base-1'])
    expect(found('tappita')).toEqual(['near', 'far'])
  })

  it('wants every word', () => {
    expect(found('ferry landing')).toEqual(['old'])
    expect(found('nowhere at all')).toEqual([])
  })

  it('finds by what a thing is and where it lies, closer names before', () => {
    expect(found('village alpha')).toContain('saint')
    expect(found('flood')).toEqual(['washout'])
  })
})

describe('the index', () => {
  it('is read in slices, finds meanwhile what is read, and is kept while its tables stay', () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      aCommunity({ id: `c${i}`, name: `Village ${i}` }),
    )
    const store = createDocumentStore(someContents({ communities: many, zones: [aZone()] }))
    const finder = finderOf(store.getState().document)
    expect(finder.isReady()).toBe(false)
    const work = finder.prepare()
    let slices = 0
    while (!work.next().done) slices += 1
    expect(slices).toBeGreaterThan(10)
    expect(finder.isReady()).toBe(true)
    expect(finder.find('village 17')[0]?.rowId).toBe('c17')

    runCommand(store, editZone, { id: 'zone-1', fields: { name: 'Sector Renamed' } })
    const later = finderOf(store.getState().document)
    expect(later.find('village 17')[0]?.rowId).toBe('c17')
    expect(later.find('renamed')).toEqual([])
    finish(later.prepare())
    expect(later.find('renamed')[0]?.rowId).toBe('zone-1')
    expect(later.find('sector north')).toEqual([])
  })
})

describe('incidents', () => {
  const protectedRows = protectedColumns([['area-1', 2026 * 12, 4]])
  const contents = someContents()
  const { datasets } = contents.document.tables
  const hidden = aDataset(protectedRows, { id: 'hidden', kind: 'protectedIncidents' })
  const document = anOperation({ datasets: [...datasets.values(), hidden] })
  const columns = new Map([...contents.columns, ['hidden', protectedRows]])
  const facts = { document, columns, scenarioId: 'coa-1' }
  const hits = (text: string) => finish(incidentHits(facts, text))

  it('are found by their words, kind and date, from three letters on', () => {
    const all = hits('incident')
    expect(all.length).toBeGreaterThan(0)
    expect(all[0]!.selection.type).toBe('observation')
    expect(hits('theft').length).toBe(2)
    expect(hits('violence nov 26')[0]?.note).toContain('Violence')
    expect(hits('in')).toEqual([])
    expect(hits('nothing like this')).toEqual([])
  })

  it('are never protected ones', () => {
    expect(hits('hidden')).toEqual([])
    expect(INCIDENTS.rowsOf(facts).count).toBe(3)
  })
})
