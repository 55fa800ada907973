import { categoryBuilder, numberBuilder, numbersBuilder, textBuilder } from '#core/columns/build.ts'
import type { Columns } from '#core/columns/columns.ts'
import { reorderedColumn, reorderedPositions } from '#core/columns/reordered.ts'
import { timeOrder } from '#core/columns/time-order.ts'
import type { Located } from '../locate.ts'

/** An incident as it was read, before it becomes a row of columns. */
export type Incident = {
  readonly place: Located
  readonly occurredEpochMinutes: number
  readonly occurredErrorDays: number
  readonly category: string
  readonly severityShare: number | null
  readonly confidenceShare: number | null
  readonly affectedPeopleCount: number | null
  readonly detection: string | null
  readonly source: string | null
  readonly positionErrorMetres: number | null
  readonly title: string
}

/**
 * Columns that grow by one incident after the other, and come out in order of time, whatever order they
 * came in: a time window is then a range of rows, and the map need not sort millions on the page.
 */
export function incidentColumns() {
  const positions = numbersBuilder()
  const occurred = numbersBuilder()
  const builders = {
    occurredErrorDays: numberBuilder(),
    category: categoryBuilder(),
    severityShare: numberBuilder(),
    confidenceShare: numberBuilder(),
    affectedPeopleCount: numberBuilder(),
    detection: categoryBuilder(),
    source: categoryBuilder(),
    positionErrorMetres: numberBuilder(),
    title: textBuilder(),
  }
  let rowCount = 0
  let lastEpochMinutes = -Infinity
  return {
    add: (incident: Incident): void => {
      const [lon, lat] = incident.place.position
      positions.add(lon)
      positions.add(lat)
      occurred.add(incident.occurredEpochMinutes)
      builders.occurredErrorDays.add(incident.occurredErrorDays)
      builders.category.add(incident.category)
      builders.severityShare.add(incident.severityShare)
      builders.confidenceShare.add(incident.confidenceShare)
      builders.affectedPeopleCount.add(incident.affectedPeopleCount)
      builders.detection.add(incident.detection)
      builders.source.add(incident.source)
      builders.positionErrorMetres.add(incident.positionErrorMetres)
      builders.title.add(incident.title)
      rowCount++
      lastEpochMinutes = Math.max(lastEpochMinutes, incident.occurredEpochMinutes)
    },
    build: (): { readonly built: Columns; readonly lastEpochMinutes: number } => {
      const { rows, epochMinutes, isAsGiven: isAsRead } = timeOrder(occurred.build())
      const places = positions.build()
      const fields = Object.entries(builders).map(([name, builder]) => {
        const column = builder.build()
        return [name, isAsRead ? column : reorderedColumn(column, rows)]
      })
      const built: Columns = {
        rowCount,
        geometry: {
          type: 'points',
          positions: isAsRead ? places : reorderedPositions(places, rows),
        },
        fields: {
          occurredEpochMinutes: { type: 'number', values: epochMinutes },
          ...Object.fromEntries(fields),
        },
      }
      return { built, lastEpochMinutes }
    },
  }
}
