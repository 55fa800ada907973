import type { MapMouseEvent } from 'maplibre-gl'
import { useCallback, useEffect, useState } from 'react'
import { LAYER_TYPES } from '../layers/registry.ts'
import type { MapViewProps } from '../map-props.ts'
import type { MapPort, Pixel } from '../port/map-port.ts'
import { createHover } from './hover.ts'
import { areasAt, type Held, heldAmong, isArea } from './picking.ts'
import { useKept } from './use-kept.ts'
import { useLatest } from './use-latest.ts'

export type Picking = {
  /** Under the pointer. */
  readonly hovered: Held | null
  /** Selected; its card stays. */
  readonly kept: Held | null
  /** Lets go of what is kept. */
  readonly dismiss: () => void
}

/** What lies under the pointer, and what was clicked or selected elsewhere. */
export function usePicking(port: MapPort | null, props: MapViewProps): Picking {
  const [hovered, setHovered] = useState<Held | null>(null)
  const [kept, setKept] = useKept(props.scene)
  const latest = useLatest(props)
  const canPick = props.isInteractive && props.tool === 'select'
  const heldAt = useCallback(
    (from: MapPort, pixel: Pixel) => {
      const { lng, lat } = from.map.unproject([pixel.x, pixel.y])
      const hits = from.pick(pixel)
      const { scene, shown } = latest.current
      const seen = LAYER_TYPES.filter(({ id }) => shown.some((each) => each.id === id))
      return heldAmong(scene, [...hits, ...areasAt(scene, [lng, lat], seen)], seen)
    },
    [latest],
  )
  const choose = useCallback(
    (from: MapPort, pixel: Pixel) => {
      const held = heldAt(from, pixel)
      setHovered(null)
      setKept(held)
      latest.current.actions.onSelect?.(held?.facts.selection ?? null)
    },
    [latest, setKept, heldAt],
  )
  useEffect(() => {
    if (!port || !canPick) return
    const look = (pixel: Pixel) => heldAt(port, pixel)
    const stopHover = watchHover(port, look, setHovered)
    const stopChoice = watchChoice(port, (pixel) => choose(port, pixel))
    return () => {
      stopHover()
      stopChoice()
    }
  }, [port, canPick, choose, heldAt])
  const dismiss = useCallback(() => {
    setKept(null)
    latest.current.actions.onSelect?.(null)
  }, [setKept, latest])
  return { hovered, kept, dismiss }
}

function watchHover(
  { map }: MapPort,
  look: (pixel: Pixel) => Held | null,
  show: (held: Held | null) => void,
): () => void {
  const canvas = map.getCanvas()
  const hover = createHover((pixel) => {
    const held = look(pixel)
    show(held && !isArea(held) ? held : null)
    canvas.style.cursor = held?.facts.selection ? 'pointer' : ''
  })
  const left = () => {
    hover.leave()
    show(null)
    canvas.style.cursor = ''
  }
  const moved = ({ point, originalEvent }: MapMouseEvent) => {
    if (map.isMoving() || originalEvent.buttons > 0) left()
    else hover.over(point)
  }
  map.on('mousemove', moved)
  map.on('mouseout', left)
  map.on('movestart', left)
  return () => {
    left()
    map.off('mousemove', moved)
    map.off('mouseout', left)
    map.off('movestart', left)
  }
}

/** A click, or Enter at the crosshair in the middle. */
function watchChoice({ map }: MapPort, choose: (pixel: Pixel) => void): () => void {
  const canvas = map.getCanvas()
  const clicked = ({ point }: MapMouseEvent) => choose(point)
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    choose({ x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 })
  }
  map.on('click', clicked)
  canvas.addEventListener('keydown', keyed)
  return () => {
    map.off('click', clicked)
    canvas.removeEventListener('keydown', keyed)
  }
}
