import { editZone } from '#core/commands/zones/edit-zone.ts'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import { grouped } from '#core/figures.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import { choicesOf, ZONE_KIND_NAMES } from '#core/record-names.ts'
import type { Zone } from '#core/records/zone.ts'
import { choiceColumn, nameColumn, yesNoColumn } from '../columns.ts'
import { recordRows } from '../record-rows.ts'
import { byCommand, type TableKind } from '../table-kind.ts'

const areas = new WeakMap<Zone['outline'], number>()

function areaOf({ outline }: Zone): number {
  const known = areas.get(outline) ?? areaSquareKilometres([outline])
  areas.set(outline, known)
  return known
}

/** Deployment zones of the COA on screen. A locked one is only unlocked. */
export const ZONES: TableKind = {
  id: 'zones',
  title: 'Zones',
  noun: ['zone', 'zones'],
  ifNone: 'This COA has no zones yet. Draw one with P.',
  isCopied: true,
  from: ({ document: { tables }, scenarioId }) => [
    tables.zones,
    tables.bases,
    tables.units,
    scenarioId,
  ],
  rowsOf: ({ document, scenarioId }) => {
    const { zones, bases, units } = document.tables
    const own = [...zones.values()].filter((zone) => zone.scenarioId === scenarioId)
    return recordRows(document, 'zones', own, [
      nameColumn(({ id, name, isLocked }) =>
        isLocked
          ? null
          : {
              type: 'text',
              value: name,
              settle: byCommand(editZone, (next) => ({ id, fields: { name: next } })),
            },
      ),
      choiceColumn(
        { id: 'kind', title: 'Kind', widthPixels: 164 },
        ZONE_KIND_NAMES,
        ({ kind }) => kind,
        ({ id, kind, isLocked }) =>
          isLocked
            ? null
            : {
                type: 'choice',
                value: kind,
                choices: choicesOf(ZONE_KIND_NAMES),
                settle: byCommand(editZone, (next) => ({
                  id,
                  fields: { kind: next as Zone['kind'] },
                })),
              },
      ),
      {
        id: 'within',
        title: 'Lies in',
        widthPixels: 140,
        text: ({ parentId }) => zones.get(parentId ?? '')?.name ?? '',
      },
      {
        id: 'base',
        title: 'Base',
        widthPixels: 160,
        text: ({ baseId }) => bases.get(baseId ?? '')?.name ?? '',
      },
      {
        id: 'units',
        title: 'Units',
        widthPixels: 180,
        text: ({ unitIds }) => unitIds.flatMap((id) => units.get(id)?.name ?? []).join(', '),
      },
      {
        id: 'area',
        title: 'km²',
        widthPixels: 84,
        isFigure: true,
        number: areaOf,
        text: (zone) => grouped(areaOf(zone)),
      },
      yesNoColumn(
        { id: 'locked', title: 'Locked', yes: 'Locked' },
        ({ isLocked }) => isLocked,
        ({ id }) => byCommand(lockZone, (isLocked) => ({ id, isLocked })),
      ),
    ])
  },
}
