import type { Facility } from '#core/records/facility.ts'
import { INKS } from '../../palette.ts'
import type { Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { PICTOGRAMS, type Pictogram } from '../../symbols/pictogram-paths.ts'
import { type AccessState, signPainter } from '../../symbols/sign-painters.ts'

export const FACILITY_PICTOGRAMS: Readonly<Record<Facility['class'], Pictogram>> = {
  health: PICTOGRAMS.health,
  education: PICTOGRAMS.education,
  water: PICTOGRAMS.water,
  market: PICTOGRAMS.market,
  police: PICTOGRAMS.police,
  court: PICTOGRAMS.court,
  security: PICTOGRAMS.security,
  landingSite: PICTOGRAMS.landingSite,
  administration: PICTOGRAMS.administration,
  other: PICTOGRAMS.building,
}

/** Closed by its own record or by the ground that it lies in; restricted so, or damaged. */
export function facilityState(
  { status }: Pick<Facility, 'status'>,
  ground: AccessState,
): AccessState {
  if (status === 'closed' || ground === 'closed') return 'closed'
  return status === 'damaged' ? 'restricted' : ground
}

/** The pictogram of its class; hollow where nobody has told whether it is open. */
export function facilityPainter(
  { class: kind, status }: Pick<Facility, 'class' | 'status'>,
  state: AccessState,
  theme: Theme,
): Painter {
  return signPainter(FACILITY_PICTOGRAMS[kind], {
    theme,
    ink: INKS[theme].ink2,
    plate: 'rounded',
    fill: status === 'unknown' ? 'hollow' : 'full',
    state,
  })
}
