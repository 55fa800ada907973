import type { MapFurniture } from '../../furniture/map-furniture.ts'
import { type Box, type Item, run, textItem } from '../item.ts'
import { INK, LINE, PANEL, SIZE } from '../look.ts'
import { safeLine } from '../safe-text.ts'
import { textWidth } from '../text-size.ts'

const GRID_INK = '4A5560'
const MOST_LABELS = 40

/** Scale bar, north arrow, grid and locator as native shapes; all lines of the grid are one object. */
export function furnitureItems(furniture: MapFurniture, map: Box): Item[] {
  return [
    ...gridItems(furniture.grid, map),
    ...northItems(furniture.northDegrees, map),
    ...scaleItems(furniture.scaleBar, map),
    ...locatorItems(furniture.locator, map),
  ]
}

function gridItems({ lines, labels }: MapFurniture['grid'], map: Box): Item[] {
  const drawn = lines.filter((line) => line.length > 1)
  if (drawn.length === 0) return []
  return [
    {
      type: 'path',
      name: 'MGRS grid',
      box: map,
      lines: drawn,
      color: GRID_INK,
      points: 0.5,
      transparency: 45,
    },
    ...labels.slice(0, MOST_LABELS).map(({ at: [right, down], text }): Item => {
      const said = safeLine(text)
      const width = Math.ceil(textWidth(said, 8) + 6)
      const x = clamp(map.x + right * map.width + 2, map.x, map.x + map.width - width)
      const y = clamp(map.y + down * map.height + 1, map.y, map.y + map.height - 14)
      return textItem(`Grid ${said}`, { x, y, width, height: 14 }, [run(said, 8, GRID_INK)], {
        anchor: 'middle',
      })
    }),
  ]
}

function northItems(degrees: number, map: Box): Item[] {
  const box = { x: map.x + map.width - 40, y: map.y + 12, width: 28, height: 44 }
  const turn = (degrees * Math.PI) / 180
  const tip = [0.5 + 0.42 * Math.sin(turn), 0.6 - 0.3 * Math.cos(turn)] as const
  const tail = [0.5 - 0.42 * Math.sin(turn), 0.6 + 0.3 * Math.cos(turn)] as const
  const plate: Item = {
    type: 'shape',
    name: 'North plate',
    box,
    shape: 'rect',
    fill: PANEL,
    line: { color: LINE, points: 0.5 },
  }
  const letter = textItem('North', { ...box, height: 16 }, [run('N', 9, INK, true)], {
    align: 'center',
    anchor: 'middle',
  })
  if (degrees === 0) {
    const arrow = { x: box.x + 8, y: box.y + 17, width: 12, height: 22 }
    return [
      plate,
      letter,
      { type: 'shape', name: 'North arrow (true)', box: arrow, shape: 'triangle', fill: INK },
    ]
  }
  return [
    plate,
    letter,
    {
      type: 'path',
      name: 'North arrow (true)',
      box,
      lines: [[tail, tip]],
      color: INK,
      points: 1.5,
    },
  ]
}

function scaleItems({ text, widthShare }: MapFurniture['scaleBar'], map: Box): Item[] {
  const length = Math.round(widthShare * map.width)
  if (!(length > 4) || length > map.width) return []
  const said = safeLine(text)
  const width = length + Math.ceil(textWidth(said, SIZE.least)) + 28
  const plate = { x: map.x + 12, y: map.y + map.height - 36, width, height: 24 }
  const bar = { x: plate.x + 8, y: plate.y + 10, width: length, height: 4 }
  const half = Math.round(length / 2)
  return [
    {
      type: 'shape',
      name: 'Scale plate',
      box: plate,
      shape: 'rect',
      fill: PANEL,
      line: { color: LINE, points: 0.5 },
    },
    {
      type: 'shape',
      name: 'Scale bar, first half',
      box: { ...bar, width: half },
      shape: 'rect',
      fill: INK,
      line: { color: INK, points: 0.75 },
    },
    {
      type: 'shape',
      name: 'Scale bar, second half',
      box: { ...bar, x: bar.x + half, width: length - half },
      shape: 'rect',
      fill: PANEL,
      line: { color: INK, points: 0.75 },
    },
    textItem(
      `Scale: ${said}`,
      { x: bar.x + length + 8, y: plate.y, width: width - length - 16, height: 24 },
      [run(said, SIZE.least, INK)],
      { anchor: 'middle' },
    ),
  ]
}

function locatorItems(locator: MapFurniture['locator'], map: Box): Item[] {
  if (!locator) return []
  const box = { x: map.x + map.width - 108, y: map.y + map.height - 108, width: 96, height: 96 }
  const [[left, top], [right, bottom]] = locator.view
  const view = {
    x: box.x + clamp(left, 0, 1) * box.width,
    y: box.y + clamp(top, 0, 1) * box.height,
    width: Math.max(4, (clamp(right, 0, 1) - clamp(left, 0, 1)) * box.width),
    height: Math.max(4, (clamp(bottom, 0, 1) - clamp(top, 0, 1)) * box.height),
  }
  return [
    {
      type: 'shape',
      name: 'Locator',
      box,
      shape: 'rect',
      fill: PANEL,
      line: { color: LINE, points: 0.5 },
    },
    {
      type: 'path',
      name: 'Theatre',
      box,
      lines: locator.outline.filter((ring) => ring.length > 1),
      color: INK,
      points: 0.75,
    },
    {
      type: 'shape',
      name: 'What the map shows',
      box: view,
      shape: 'rect',
      fill: null,
      line: { color: '0B62A6', points: 1.25 },
    },
  ]
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
