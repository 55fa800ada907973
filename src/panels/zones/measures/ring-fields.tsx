import { X } from 'lucide-react'
import { editControlMeasure } from '#core/commands/control-measures/edit-control-measure.ts'
import { distanceText, listed } from '#core/figures.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'

const KM = 1000
const MOST_RINGS = 12

/** Radii of rings in kilometres, one field each; shown to 10 m, and kept as they are until changed. */
export function RingFields({ measure }: { readonly measure: ControlMeasure }) {
  const run = useRun()
  const { id, geometry, isLocked } = measure
  if (geometry.type !== 'rings') return null
  const radii = geometry.radiiMetres
  const set = (radiiMetres: readonly number[]) =>
    run(editControlMeasure, { id, fields: { geometry: { ...geometry, radiiMetres } } })
  if (isLocked) {
    return <Section title="Rings">{listed(radii.map(distanceText))}</Section>
  }
  return (
    <Section title="Rings" aside="radius, km">
      <ul className="ring-fields">
        {radii.map((metres, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a ring has nothing of its own but its place
          <li key={i}>
            <span>Ring {i + 1}</span>
            <Stepper
              label={`Radius of ring ${i + 1}, km`}
              value={Math.round(metres / 10) / 100}
              min={0.01}
              max={2000}
              onChange={(km) => set(radii.with(i, km * KM))}
            />
            <Button
              look="icon"
              label={`Take out ring ${i + 1}`}
              isDisabled={radii.length === 1}
              onPress={() => set(radii.toSpliced(i, 1))}
            >
              <X size={14} />
            </Button>
          </li>
        ))}
      </ul>
      <Button
        isDisabled={radii.length >= MOST_RINGS}
        onPress={() => set([...radii, nextRadius(radii)])}
      >
        Add a ring
      </Button>
    </Section>
  )
}

/** As far beyond the outermost as that is beyond the one within it. */
export function nextRadius(radiiMetres: readonly number[]): number {
  const [last = KM, before = 0] = radiiMetres.toSorted((a, b) => b - a)
  return last === before ? 2 * last : 2 * last - before
}
