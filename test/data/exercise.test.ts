import { beforeAll, describe, expect, it } from 'vitest'
import { unitsInPlace } from '#analysis/compare/posture.ts'
import { hashOfText } from '#core/canonical-json.ts'
import { type Columns, numbersOf, textsOf } from '#core/columns/columns.ts'
import { hashOfColumns } from '#core/columns/hash-columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { voiceFault } from '#core/commands/voice-fault.ts'
import { decksInOrder, slidesOf } from '#core/decks-of.ts'
import { operationOf, TABLE_NAMES, TABLES, type Tables } from '#core/document.ts'
import { gridOver } from '#core/geo/grid.ts'
import {
  type OperationContents,
  readOperationFile,
  writeOperationFile,
} from '#core/operation-file.ts'
import { isWithin } from '#core/time/instant.ts'
import { LIBERIA_GEOGRAPHY, sampleOperation } from '#data/liberia-exercise/index.ts'
import { theSample } from '#support/sample.ts'
import { PLANNED_EPOCH_MINUTES, sum } from './reading.ts'

/** Final census of 2008, persons. */
const CENSUS: Readonly<Record<string, number>> = {
  Bomi: 84_119,
  Bong: 333_481,
  Gbarpolu: 83_388,
  'Grand Bassa': 221_693,
  'Grand Cape Mount': 127_076,
  'Grand Gedeh': 125_258,
  'Grand Kru': 57_913,
  Lofa: 276_863,
  Margibi: 209_923,
  Maryland: 135_938,
  Montserrado: 1_118_241,
  Nimba: 462_026,
  Rivercess: 71_509,
  'River Gee': 66_789,
  Sinoe: 102_391,
}

let contents: OperationContents
let tables: Tables

beforeAll(() => {
  contents = theSample()
  tables = contents.document.tables
})

const columnsOf = (id: string): Columns => contents.columns.get(id)!

describe('the built-in operation as a document', () => {
  it('has rows that fit their schemas, columns that fit their kinds, and opens again the same', () => {
    for (const name of TABLE_NAMES) {
      for (const row of tables[name].values()) {
        const parsed = TABLES[name].safeParse(row)
        expect(parsed.success, `${name}/${row.id}: ${parsed.error?.message}`).toBe(true)
        expect(parsed.data).toEqual(row)
      }
    }
    expect([...tables.datasets.keys()].sort()).toEqual([...contents.columns.keys()].sort())
    for (const { id, kind, rowCount, columnsHash } of tables.datasets.values()) {
      expect(columnsFault(kind, columnsOf(id))).toBeNull()
      expect([rowCount, columnsHash]).toEqual([
        columnsOf(id).rowCount,
        hashOfColumns(columnsOf(id)),
      ])
    }
    const text = writeOperationFile(contents)
    const again = readOperationFile(text, 'sample.json')
    expect(again.ok && writeOperationFile(again.value) === text).toBe(true)
  })

  it('is the same from the same seed and another from another', () => {
    const hash = (operation: OperationContents) => hashOfText(writeOperationFile(operation))
    const own = hash(contents)
    expect(hash(sampleOperation(7))).toBe(own)
    const other = sampleOperation(8)
    expect(hash(other)).not.toBe(own)
    expect(other.document.tables.areas).toEqual(tables.areas)
  })

  it('says of everything that it is exercise', () => {
    const operation = operationOf(contents.document)
    expect(operation.isExercise).toBe(true)
    expect(operation.marking).toBe('UNCLASSIFIED // EXERCISE')
    for (const dataset of tables.datasets.values()) {
      expect([dataset.isExercise, dataset.source]).toEqual([true, 'Exercise generator'])
    }
    for (const title of textsOf(columnsOf('incidents'), 'title')) {
      expect(title.startsWith('Exercise: ')).toBe(true)
    }
    for (const { id, summary } of [...tables.engagements.values(), ...tables.grievances.values()]) {
      expect(summary.startsWith('Exercise: '), id).toBe(true)
    }
    for (const { name, source } of tables.restrictions.values()) {
      expect(source, name).toContain('xercise')
    }
    expect(operation.sources.map(({ licence }) => licence)).toContain('ODbL 1.0')
  })

  it('names nothing that is not there', () => {
    const places = new Set([...tables.bases.keys(), ...tables.communities.keys()])
    for (const { areaId } of tables.communities.values()) {
      expect(areaId !== null && tables.areas.has(areaId)).toBe(true)
    }
    const told = [...tables.engagements.values(), ...tables.grievances.values()]
    for (const row of told) expect(voiceFault(contents.document, row), row.id).toBeNull()
    expect([tables.engagements.size, tables.grievances.size]).toEqual([60, 80])
    for (const unit of tables.units.values()) {
      expect(tables.bases.has(unit.baseId), unit.id).toBe(true)
      for (const { typeId } of unit.elements) expect(tables.resourceTypes.has(typeId)).toBe(true)
    }
    for (const posting of tables.postings.values()) {
      expect(tables.scenarios.has(posting.scenarioId)).toBe(true)
      expect(tables.resourceTypes.has(posting.typeId)).toBe(true)
      expect(posting.fromBaseId !== null && places.has(posting.fromBaseId)).toBe(true)
      expect(places.has(posting.placeId)).toBe(true)
    }
  })
})

describe('people of the exercise', () => {
  it('sum over the cells of each county to its census figure, to the person', () => {
    const areas = [...tables.areas.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    const grid = gridOver(
      areas.map(({ outline }) => outline),
      operationOf(contents.document).gridResolution,
    )
    const columns = columnsOf('population')
    const people = new Map(
      textsOf(columns, 'cell').map((cell, i) => [cell, numbersOf(columns, 'peopleCount')[i]!]),
    )
    expect(people.size).toBe(grid.cells.length)
    const byName: Record<string, number> = {}
    grid.cells.forEach((cell, i) => {
      const { name } = areas[grid.areaIndex[i]!]!
      byName[name] = (byName[name] ?? 0) + people.get(cell)!
    })
    expect(byName).toEqual(CENSUS)
    expect([...people.values()].every((count) => Number.isInteger(count) && count >= 0)).toBe(true)
    const counts = areas.map(({ name, populationCount }) => [name, populationCount])
    expect(Object.fromEntries(counts)).toEqual(CENSUS)
  })

  it('live in some 600 settlements with names of their own, never more than their county has', () => {
    const communities = [...tables.communities.values()]
    const towns = new Set(LIBERIA_GEOGRAPHY.towns.map(({ id }) => id))
    const villages = communities.filter(({ id }) => !towns.has(id))
    expect(villages.length).toBeGreaterThanOrEqual(590)
    expect(villages.length).toBeLessThanOrEqual(610)
    expect(communities.length - villages.length).toBe(26)
    expect(new Set(communities.map(({ name }) => name)).size).toBe(communities.length)
    const real = new Set(
      [...LIBERIA_GEOGRAPHY.towns, ...LIBERIA_GEOGRAPHY.areas].flatMap((place) => [
        place.name,
        ...place.aliases,
      ]),
    )
    for (const { name } of villages) expect(real.has(name), name).toBe(false)
    for (const { id, name } of tables.areas.values()) {
      const own = communities.filter(({ areaId }) => areaId === id)
      expect(own.length, name).toBeGreaterThan(5)
      expect(sum(own.map(({ populationCount }) => populationCount ?? 0))).toBeLessThan(
        CENSUS[name]!,
      )
    }
  })
})

describe('the force of the exercise', () => {
  it('is a brigade by the usual numbers: battalions, police, engineers, hospital, aviation', () => {
    const now = unitsInPlace({
      operation: operationOf(contents.document),
      bases: [...tables.bases.values()],
      units: [...tables.units.values()],
    })
    const strength = (units: typeof now) =>
      sum(units.map(({ strengthCount }) => strengthCount ?? 0))
    expect(strength(now)).toBeGreaterThan(3_500)
    expect(strength(now)).toBeLessThan(5_500)
    for (const battalion of ['bn-1', 'bn-2', 'bn-3', 'bn-4']) {
      const own = now.filter(({ id }) => id.startsWith(battalion))
      expect(strength(own), battalion).toBeGreaterThanOrEqual(750)
      expect(strength(own), battalion).toBeLessThanOrEqual(850)
      const companies = own.filter(({ echelon }) => echelon === 'company')
      expect(companies.length).toBe(4)
      for (const { strengthCount } of companies) {
        expect(strengthCount! >= 90 && strengthCount! <= 150).toBe(true)
      }
    }
    const range = (kind: string, low: number, high: number) => {
      const units = now.filter((unit) => unit.kind === kind && unit.strengthCount !== null)
      expect(units.length, kind).toBeGreaterThan(0)
      for (const { name, strengthCount } of units) {
        expect(strengthCount! >= low && strengthCount! <= high, name).toBe(true)
      }
    }
    range('fpu', 120, 140)
    range('engineer', 150, 250)
    range('medical', 60, 70)
    range('transport', 100, 150)
    range('signals', 50, 90)
    range('aviation', 140, 140)
    range('observers', 8, 16)
    expect(now.filter(({ role }) => role === 'qrf').length).toBe(1)
    expect(now.filter(({ role }) => role === 'reserve').length).toBe(1)
    const platoon = tables.resourceTypes.get('platoon')!
    expect(platoon.strengthCount >= 30 && platoon.strengthCount <= 35).toBe(true)
    for (const unit of now) {
      const posted = sum(
        unit.elements.map(
          ({ typeId, count }) => count * tables.resourceTypes.get(typeId)!.strengthCount,
        ),
      )
      if (unit.strengthCount !== null)
        expect(posted, unit.name).toBeLessThanOrEqual(unit.strengthCount)
    }
  })

  it('fits into its bases, some of which are closed or still to open', () => {
    const bases = [...tables.bases.values()]
    const open = bases.filter(({ validFrom, validTo }) =>
      isWithin(PLANNED_EPOCH_MINUTES, validFrom, validTo),
    )
    expect([bases.length, open.length]).toEqual([20, 18])
    const now = unitsInPlace({
      operation: operationOf(contents.document),
      bases,
      units: [...tables.units.values()],
    })
    for (const { id, name, capacityUnits } of open) {
      const room = now
        .filter(({ baseId }) => baseId === id)
        .flatMap(({ elements }) => elements)
        .map(({ typeId, count }) => count * tables.resourceTypes.get(typeId)!.sizeUnits)
      expect(sum(room), name).toBeLessThanOrEqual(capacityUnits!)
    }
  })

  it('has the current posture without a move, and three COAs within budget and moves', () => {
    const scenarios = [...tables.scenarios.values()].sort((a, b) => a.number - b.number)
    expect(scenarios.map(({ name, isBaseline }) => [name, isBaseline])).toEqual([
      ['Current posture', true],
      ['COA 1', false],
      ['COA 2', false],
      ['COA 3', false],
    ])
    const { maxMoveCount, budgetUsd } = operationOf(contents.document)
    for (const { id, isBaseline, parentId } of scenarios) {
      const own = [...tables.postings.values()].filter(({ scenarioId }) => scenarioId === id)
      expect(own.length > 0).toBe(!isBaseline)
      expect(parentId).toBe(isBaseline ? undefined : 'current-posture')
      expect(sum(own.map(({ count }) => count))).toBeLessThanOrEqual(maxMoveCount!)
      const cost = sum(
        own.map(({ typeId, count }) => count * tables.resourceTypes.get(typeId)!.costUsd),
      )
      expect(cost).toBeLessThanOrEqual(budgetUsd!)
    }
    expect(tables.zones.size).toBe(3)
    const kinds = decksInOrder(contents.document).map((deck) =>
      slidesOf(contents.document, deck).map(({ kind }) => kind),
    )
    expect(kinds[0]).toEqual(['text', 'map', 'map', 'comparison'])
    expect(kinds.slice(1).map((of) => of.includes('topic') && of.includes('chart'))).toEqual([
      true,
      true,
    ])
  })
})
