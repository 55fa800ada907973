import type { ExportAbout } from '#formats/export/export-table.ts'
import { NOW } from './random-operation.ts'

/** What every file of these tests says of itself; its marking looks like a formula. */
export const ABOUT: ExportAbout = {
  operation: 'Op',
  theatre: 'T',
  marking: '=MARK',
  madeAt: NOW,
  dateTimeGroup: '260140Z NOV 26',
  audience: 'low',
  withheld: [],
  changed: [],
  notInFormat: [],
}
