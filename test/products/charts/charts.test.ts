import { describe, expect, it } from 'vitest'
import { type Columns, categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { countiesAmong } from '#core/county-level.ts'
import { CHARTS, chartNamed } from '#products/charts/registry.ts'
import { aDataset, anOperation, PLANNING_AT } from '../../support/build.ts'
import { theSample } from '../../support/sample.ts'
import { factsOf, incidentsAgo } from '../a-report.ts'

const at = Date.parse(PLANNING_AT) / 60_000
const ASKED = { scenarioId: 'current-posture', againstScenarioId: null }

function sumOf(block: { series: readonly { values: readonly (number | null)[] }[] }): number {
  return block.series
    .flatMap(({ values }) => values)
    .reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

describe('charts of what was observed', () => {
  const batch = incidentsAgo(at, [
    [0.5, 'theft'],
    [3, 'theft'],
    [8, 'violence'],
    [20, 'protest'],
    [85, 'theft'],
  ])
  const document = anOperation({
    datasets: [aDataset(batch, { id: 'i', asOf: PLANNING_AT, sensitivity: 'high' })],
  })
  const columns = new Map([['i', batch]])

  it('counts incidents by week and type, and all of them once', () => {
    const block = chartNamed('incidentsByWeek')!.draw(factsOf(document, columns), ASKED)!
    expect(block.categories).toHaveLength(12)
    const theft = block.series.find(({ name }) => name === 'Theft')!
    expect(theft.values.at(-1)).toBe(2)
    expect(sumOf(block)).toBe(4)
    expect(block.series.find(({ name }) => name === 'Violence')!.values.at(-2)).toBe(1)
  })

  it('does not tell the public of types, nor a week before records begin as none', () => {
    const deck = { level: 'public' as const }
    const block = chartNamed('incidentsByWeek')!.draw(factsOf(document, columns, { deck }), ASKED)!
    expect(block.series.map(({ name }) => name)).toEqual(['Incidents'])
    const short = new Map([['i', incidentsAgo(at, [[9, 'theft']])]])
    const young = chartNamed('incidentsByWeek')!.draw(factsOf(document, short), ASKED)!
    expect(young.series[0]!.values.slice(0, 10)).toEqual(Array(10).fill(null))
    expect(young.series[0]!.values.at(-1)).toBe(0)
  })

  it('tells nobody outside the staff a week of 1 to 4, or of a type', () => {
    const rows = [...Array(7)].map(() => [8, 'theft'] as const)
    const more = incidentsAgo(at, [...rows, [15, 'violence'], [16, 'protest'], [200, 'theft']])
    for (const level of ['partners', 'public'] as const) {
      const facts = factsOf(document, new Map([['i', more]]), { deck: { level } })
      const block = chartNamed('incidentsByWeek')!.draw(facts, ASKED)!
      const [line, ...others] = block.series
      expect(others).toEqual([])
      expect(new Set(line!.values)).toEqual(new Set([0, 5, null]))
      expect(block.note).toContain('To the nearest 5')
    }
  })

  it('waits for columns that are not at hand', () => {
    expect(chartNamed('incidentsByWeek')!.draw(factsOf(document, new Map()), ASKED)).toBeNull()
  })
})

describe('charts of an operation', () => {
  const { document, columns } = theSample()
  const facts = factsOf(document, columns)

  it('count every project once', () => {
    expect(sumOf(chartNamed('projectsByStatus')!.draw(facts, ASKED)!)).toBe(120)
  })

  it('put every person into one time to help', () => {
    expect(sumOf(chartNamed('peopleByTime')!.draw(facts, ASKED)!)).toBe(120_000)
  })

  it('leave a county of unknown need without a bar, and say so', () => {
    const block = chartNamed('needMetByCounty')!.draw(facts, ASKED)!
    expect(block.categories).toHaveLength(15)
    expect(block.series[0]!.values.filter((value) => value === null)).toHaveLength(1)
    expect(block.note).toBe('Need is not known in 1 of 15 counties.')
    expect(block.mark).not.toBeNull()
  })

  it('say in a sentence what they show', () => {
    for (const chart of CHARTS) {
      const block = chart.draw(facts, ASKED)
      if (block) expect(chart.headline(block), chart.id).toMatch(/^[A-Z0-9].*[^.]$/)
    }
  })
})

describe('how safe people feel', () => {
  const { document } = theSample()
  const counties = countiesAmong(document.tables.areas.values())
  /** Asked in three counties: 9, 20 and 400 people. */
  const asked: Columns = {
    rowCount: 3,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(counties.slice(0, 3).map(({ id }) => id)),
      heldEpochMinutes: numberColumn([at - 9000, at - 9000, at - 9000]),
      sampleCount: numberColumn([9, 20, 400]),
      designEffect: numberColumn([1, 1, 1]),
      feelSafeShare: numberColumn([0.5, 0.5, 0.6]),
      trustMissionShare: numberColumn([0.5, 0.5, 0.6]),
    },
  }
  const datasets = new Map([
    ['s', aDataset(asked, { id: 's', kind: 'surveys', sensitivity: 'moderate' })],
  ])
  const whole = { ...document, tables: { ...document.tables, datasets } }

  it('is shown by the rule of surveys alone', () => {
    const facts = factsOf(whole, new Map([['s', asked]]))
    const { series, note } = chartNamed('perceptionByCounty')!.draw(facts, ASKED)!
    expect(series[0]!.values.filter((value) => value !== null)).toEqual([60])
    expect(note).toContain('Too few were asked in 2 counties')
    expect(note).toContain('Nobody was asked in 12 counties')
  })

  it('is not told to those for whom the survey is labelled too high', () => {
    const facts = factsOf(whole, new Map([['s', asked]]), { deck: { level: 'public' } })
    expect(chartNamed('perceptionByCounty')!.fault(facts.document)).toContain('No survey')
  })
})
