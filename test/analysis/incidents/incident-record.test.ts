import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AreaMonths, monthSeries } from '#analysis/incidents/area-months.ts'
import { placeIncidents } from '#analysis/incidents/incident-cells.ts'
import {
  incidentPieces,
  incidentRecordOf,
  joinRecords,
} from '#analysis/incidents/incident-record.ts'
import type { LonLat } from '#core/place.ts'
import { incidentColumns, NOW, NOW_MINUTES, twoCounties } from '../small-ground.ts'

const { grid } = twoCounties()
const operation = { planningAt: NOW, incidentWindowDays: 30 }

const incident = fc.record({
  at: fc.tuple(
    fc.double({ min: -9.7, max: -8.9, noNaN: true }),
    fc.double({ min: 6.3, max: 7.1, noNaN: true }),
  ),
  ageDays: fc.integer({ min: -20, max: 800 }),
  category: fc.constantFrom('violence', 'theft', 'rumour'),
  detection: fc.constantFrom('reported', 'discovered', 'remote'),
  positionErrorMetres: fc.constantFrom(0, 500, 30_000),
})
const datasets = fc.array(fc.array(incident, { maxLength: 12 }), { maxLength: 3 })

const recordOf = (incidents: Parameters<typeof incidentRecordOf>[0]['incidents']) =>
  incidentRecordOf({ grid, operation, incidents })

function* entriesOf({ counts, categories, firstMonth, monthCount }: AreaMonths) {
  for (const [at, count] of counts.entries()) {
    const row = Math.floor(at / monthCount)
    const area = Math.floor(row / categories.length)
    const month = firstMonth + (at % monthCount)
    if (count > 0) yield [area, categories[row % categories.length], month, count].join(' ')
  }
}

describe('the record of incidents', () => {
  it('keeps the last year one by one, and of all when each cell last reported', () => {
    fc.assert(
      fc.property(datasets, (sets) => {
        const record = recordOf(sets.map(incidentColumns))
        const all = sets.flat()
        const kept = all.filter(({ ageDays }) => ageDays >= 0 && ageDays <= 365)
        expect(record.rowCount).toBe(all.length)
        expect([...record.recent.occurredEpochMinutes]).toEqual(
          kept.map(({ ageDays }) => NOW_MINUTES - ageDays * 1440),
        )
        const placed = placeIncidents(grid, [incidentColumns(all)])
        const reports = all
          .map((row, i) => ({ ...row, cell: placed.cell[i]! }))
          .filter(({ ageDays, detection, positionErrorMetres, cell }) =>
            [ageDays >= 0, detection !== 'discovered', positionErrorMetres < 3000, cell >= 0].every(
              Boolean,
            ),
          )
        record.lastReportEpochMinutes.forEach((reported, cell) => {
          const ages = reports.filter((row) => row.cell === cell).map(({ ageDays }) => ageDays)
          const expected = ages.length > 0 ? NOW_MINUTES - Math.min(...ages) * 1440 : Number.NaN
          expect(reported).toBe(expected)
        })
      }),
    )
  })

  it('counts what people reported by area, category and month', () => {
    fc.assert(
      fc.property(datasets, (sets) => {
        const { months } = recordOf(sets.map(incidentColumns))
        const all = sets.flat()
        const placed = placeIncidents(grid, [incidentColumns(all)])
        const counted = all
          .map((row, i) => ({ ...row, area: grid.areaIndex[placed.cell[i]!] ?? -1 }))
          .filter((row) => row.area >= 0 && row.ageDays >= 0 && row.detection !== 'discovered')
        const tally = new Map<string, number>()
        for (const { area, category, ageDays } of counted) {
          const date = new Date((NOW_MINUTES - ageDays * 1440) * 60_000)
          const month = date.getUTCFullYear() * 12 + date.getUTCMonth()
          const key = [area, category, month].join(' ')
          tally.set(key, (tally.get(key) ?? 0) + 1)
        }
        expect([...entriesOf(months)].sort()).toEqual(
          [...tally].map(([key, count]) => `${key} ${count}`).sort(),
        )
        const thefts = monthSeries(months, 0, (category) => category === 'theft')
        expect(thefts.reduce((sum, count) => sum + count, 0)).toBe(
          counted.filter(({ area, category }) => area === 0 && category === 'theft').length,
        )
      }),
    )
  })

  it('of pieces is that of the whole, whatever their size', () => {
    fc.assert(
      fc.property(datasets, fc.integer({ min: 1, max: 7 }), (sets, rowsPerPiece) => {
        const batches = sets.map(incidentColumns)
        const whole = recordOf(batches)
        const pieces = [...incidentPieces(batches, rowsPerPiece)]
        const joined = joinRecords(
          pieces.map((piece) => recordOf([piece])),
          grid.cells.length,
        )
        const named = ({ recent, months, ...rest }: typeof whole) => {
          const { categoryCode, categoryLabels, ...others } = recent
          const categories = [...categoryCode].map((code) => categoryLabels[code])
          return {
            ...rest,
            months: [...entriesOf(months)].sort(),
            recent: { ...others, categories },
          }
        }
        expect(named(joined)).toEqual(named(whole))
      }),
    )
  })

  it('hands over neither texts nor more of a buffer than its rows', () => {
    const columns = incidentColumns(
      Array.from({ length: 10 }, (_, i) => ({ at: [-9.4, 6.6] as LonLat, ageDays: i })),
    )
    for (const { rowCount, geometry, fields } of incidentPieces([columns], 4)) {
      expect(fields['title']).toBeUndefined()
      const { occurredEpochMinutes } = fields
      if (occurredEpochMinutes?.type !== 'number' || geometry.type !== 'points') throw new Error()
      expect(occurredEpochMinutes.values.buffer.byteLength).toBe(8 * rowCount)
      expect(geometry.positions.buffer.byteLength).toBe(16 * rowCount)
    }
  })
})
