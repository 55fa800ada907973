import { isWaterBarrier, WATER_CLASSES } from '../records/waterway.ts'
import { type Columns, categoriesOf, labelAt, numbersOf } from './columns.ts'

/**
 * Whether nobody walks across each row of a dataset of waterways. Of what is not known: a river.
 *
 * @param barrierMetres the width from which on water is not waded, whatever it is called.
 */
export function waterBarriersOf(columns: Columns, barrierMetres: number): (row: number) => boolean {
  const classes = categoriesOf(columns, 'waterClass')
  const widths = numbersOf(columns, 'widthMetres')
  return (row) => {
    const label = labelAt(classes, row)
    const waterClass = WATER_CLASSES.find((each) => each === label) ?? 'river'
    return isWaterBarrier(waterClass, widths[row]!, barrierMetres)
  }
}
