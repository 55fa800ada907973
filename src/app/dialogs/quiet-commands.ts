import { STUDIES } from '#analysis/studies/registry.ts'
import { openScenarios } from '#core/document.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { viewOf } from '#map/layers/shown-layers.ts'
import { NOTHING_IN_HAND } from '#panels/studies/study-pick.tsx'
import { openTable } from '#panels/tables/open-table.ts'
import { TABLE_KINDS } from '#panels/tables/registry.ts'
import type { Room } from '#ui/room.tsx'
import type { RoomCommand } from './commands.ts'

/** Commands of which there are many alike: each table, study and layer. */
export function quietCommands({ screen, documents }: Room): readonly RoomCommand[] {
  const quiet = (id: string, title: string, act: () => void): RoomCommand => ({
    id,
    title,
    keys: null,
    keyText: '',
    act,
    isQuiet: true,
  })
  return [
    ...TABLE_KINDS.map(({ id, title }) =>
      quiet(`table.${id}`, `Table of ${title.toLowerCase()}`, () => openTable(screen, id)),
    ),
    ...STUDIES.map(({ id, title }) =>
      quiet(`study.${id}`, `Study: ${title}`, () =>
        screen.setState({
          place: 'situation',
          studyId: id,
          isAccessOpen: false,
          isRightOpen: true,
          ...NOTHING_IN_HAND,
        }),
      ),
    ),
    ...LAYER_TYPES.map((type) =>
      quiet(`layer.${type.id}`, `Show or hide the layer ${type.title}`, () => {
        const { layers, layerOrder, place } = screen.getState()
        const view = viewOf(type, { layers, layerOrder }, place)
        const turned = { ...view, isVisible: !view.isVisible }
        screen.setState({ layers: { ...layers, [type.id]: turned } })
      }),
    ),
    quiet('coa.next', 'Show the next COA', () => {
      const scenarios = openScenarios(documents.getState().document)
      const now = scenarios.findIndex(({ id }) => id === screen.getState().scenarioId)
      const next = scenarios[(now + 1) % Math.max(1, scenarios.length)]
      if (next) screen.setState({ scenarioId: next.id })
    }),
  ]
}
