import type { SwatchSpec } from '#ui/widgets/swatch.tsx'
import { INKS } from '../palette.ts'
import type { Theme } from '../scene.ts'
import type { Pictogram } from './pictogram-paths.ts'
import type { AccessState, SignLook } from './sign-painters.ts'

/** A sign as the legend shows it. */
export function signSwatch(
  { sizeUnits, path }: Pictogram,
  { ink, plate, fill }: Pick<SignLook, 'ink' | 'plate' | 'fill'>,
): SwatchSpec {
  return { shape: 'sign', color: ink, sizeUnits, path, plate, fill }
}

type StateLabels = Readonly<Record<Exclude<AccessState, 'open'>, string>>

const OF_PLACES: StateLabels = { restricted: 'restricted', closed: 'closed' }

/** Lines of a legend for the marks at the corner of a plate; none for a state that nothing is in. */
export function stateLines(
  states: readonly AccessState[],
  theme: Theme,
  labels: StateLabels = OF_PLACES,
) {
  return (['restricted', 'closed'] as const)
    .map((state) => ({
      label: labels[state],
      swatch: {
        shape: state === 'closed' ? 'noEntry' : 'up',
        color: state === 'closed' ? INKS[theme].closed : INKS[theme].escort,
      } as const,
      count: states.filter((each) => each === state).length,
      peopleCount: null,
    }))
    .filter(({ count }) => count > 0)
}
