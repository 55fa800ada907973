import { isWetSeason } from '#analysis/reach/conditions.ts'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { underText } from '#core/shocks-of.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { movementOf } from '#state/desk/document-inputs.ts'

/** Against what a sheet compares, and of when its figures are. */
export function aboutZones(
  document: OperationDocument,
  {
    scenarioId,
    isInHand,
    otherCount,
  }: { readonly scenarioId: string; readonly isInHand: boolean; readonly otherCount: number },
): string {
  const { operation } = movementOf({ document }, scenarioId)
  const against = isInHand
    ? 'The border in hand against the saved one.'
    : otherCount === 0
      ? 'The only zone of its kind.'
      : `Beside ${counted(otherCount, 'other zone')} of its kind.`
  const under = underText(document, scenarioId)
  const season = isWetSeason(operation) ? 'wet' : 'dry'
  return `${against} Need of ${dateTimeGroup(operationOf(document).planningAt)}; ${season}-season travel with restrictions${under ? `, under ${under}` : ''}. Cells count in 25ths.`
}
