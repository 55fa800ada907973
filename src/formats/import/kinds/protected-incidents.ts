import { countyOf } from '#core/county-level.ts'
import { monthOf } from '#core/time/months.ts'
import { areaFinder } from '../gazetteer/area-finder.ts'
import type { ImportKind } from '../kind.ts'
import { AREA_FIELDS } from './areas.ts'
import { unlikely } from './common.ts'
import { protectedAgain } from './protected-again.ts'
import { protectedTally } from './protected-columns.ts'

/**
 * Counts of sexual violence and of violence against children by county and month, as those who look
 * after such cases hand them on. Single ones come in with other incidents, and are taken out there.
 */
export const protectedIncidentsKind: ImportKind = {
  id: 'protectedIncidents',
  title: 'protected incidents',
  fields: [
    ...AREA_FIELDS,
    { field: 'county', aliases: ['county', 'area', 'region', 'province'] },
    { field: 'countyId', aliases: ['area_id', 'pcode'] },
    { field: 'date', holds: 'date', aliases: ['month', 'date', 'period'] },
    {
      field: 'protectedCount',
      holds: 'count',
      aliases: [
        'protected_incidents',
        'protected',
        'gbv_incidents',
        'gbv_cases',
        'sgbv_incidents',
        'sgbv_cases',
        'crsv_incidents',
        'crsv_cases',
        'caac_incidents',
      ],
    },
  ],
  needs: ['date', 'protectedCount'],
  identity: ['county', 'countyId', 'code1', 'name1', 'date'],
  fit: (sheet) => {
    const isJoined = ['county', 'countyId', 'name1', 'code1'].some(sheet.has)
    const isCounted = /incident|case|cas\b|casos?/i.test(sheet.mapping.get('protectedCount') ?? '')
    return isJoined && isCounted && sheet.has('date') ? 0.97 : 0
  },
  read(sheet, ledger, context) {
    const { areas } = context.document.tables
    const find = areaFinder([...areas.values()])
    const tally = protectedTally()
    const again = protectedAgain(sheet.table.file, ledger, context)
    let acceptedCount = 0
    for (const record of sheet.table.records) {
      const code = sheet.line(record, 'countyId') || sheet.line(record, 'code1')
      const name = sheet.line(record, 'county') || sheet.line(record, 'name1')
      const isUntold = code === '' && name === ''
      const county = countyOf(areas, find(code, name)?.area.id ?? null)
      const date = sheet.date(record, 'date')
      const incidentCount = sheet.count(record, 'protectedCount')
      if (!county && !isUntold) {
        ledger.refuse(record, 'area-unknown', `no area is called "${name || code}"`)
      } else if ('code' in date) ledger.refuse(record, date.code, date.why)
      else if (incidentCount === null) {
        ledger.refuse(record, 'number-unreadable', 'it does not say how many incidents there were')
      } else if (again.admits(record)) {
        if (date.isUnlikely) {
          ledger.warn(record, 'date-unlikely', unlikely(sheet.text(record, 'date')))
        }
        tally.add(county, monthOf(date.epochMinutes), incidentCount)
        acceptedCount++
      }
    }
    const { batch, replacedDatasetIds } = again.placed(tally.batch(sheet, context, true))
    const question = again.question()
    return {
      acceptedCount,
      rows: {},
      batches: batch ? [batch] : [],
      questions: question ? [question] : [],
      replacedDatasetIds,
    }
  },
}
