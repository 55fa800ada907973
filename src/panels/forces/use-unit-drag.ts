import { useDragAndDrop } from 'react-aria-components'
import { allNodes } from '#core/trees.ts'
import { type ForceRow, idIn } from './force-rows.ts'

/** Units are taken up and let go on another row, never between two: their order follows from what they are. */
export function useUnitDrag(
  rows: readonly ForceRow[],
  onMove: (unitIds: readonly string[], toKey: string) => void,
) {
  return useDragAndDrop<ForceRow>({
    getItems: (keys) => {
      const units = allNodes(rows).filter(({ key, unit }) => unit !== null && keys.has(key))
      return units.map(({ name }) => ({ 'text/plain': name }))
    },
    getAllowedDropOperations: () => ['move'],
    getDropOperation: (target) =>
      target.type === 'item' && target.dropPosition === 'on' ? 'move' : 'cancel',
    onMove: ({ keys, target }) => {
      const unitIds = [...keys].flatMap((key) => idIn(String(key), 'unit') ?? [])
      if (unitIds.length > 0) onMove(unitIds, String(target.key))
    },
  })
}
