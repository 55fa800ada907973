import { useDocument, useScreen } from '#ui/room.tsx'
import { BaseSheet } from './base-sheet.tsx'
import { ForceOverview } from './force-overview.tsx'
import { UnitSheet } from './unit-sheet.tsx'
import './forces.css'

/** The right paper of Forces: the selected unit or base, or the force in short. */
export function ForcesPanel() {
  const { units, bases } = useDocument((state) => state.document.tables)
  const selection = useScreen((state) => state.selection)
  if (selection?.type !== 'row') return <ForceOverview />
  const unit = selection.table === 'units' ? units.get(selection.id) : undefined
  if (unit) return <UnitSheet key={unit.id} unit={unit} />
  const base = selection.table === 'bases' ? bases.get(selection.id) : undefined
  return base ? <BaseSheet key={base.id} base={base} /> : <ForceOverview />
}
