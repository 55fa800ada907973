import { addCommand } from '../edit-fields.ts'
import { measureFault } from './control-measure-guard.ts'

/** Puts a line, an arrow or rings that were drawn. */
export const addControlMeasure = addCommand({
  table: 'controlMeasures',
  id: 'controlMeasure.add',
  title: 'Add control measure',
  noun: 'control measure',
  nameOf: ({ name }) => name,
  guard: measureFault,
})
