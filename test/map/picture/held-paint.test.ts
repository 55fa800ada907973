import { describe, expect, it } from 'vitest'
import { holdPaint } from '#map/picture/held-paint.ts'

/** As MapLibre has it: painting is a method of its painter's class, and one step of a frame. */
class Painter {
  count = 0
  render() {
    this.count += 1
  }
}

describe('painting that is held', () => {
  it('lets frames pass without painting, and paints one when told to', () => {
    const painter = new Painter()
    const redraw = () => painter.render()
    const map = { painter, redraw } as unknown as Parameters<typeof holdPaint>[0]
    const held = holdPaint(map)
    redraw()
    redraw()
    expect(painter.count).toBe(0)
    held.paint()
    expect(painter.count).toBe(1)
    redraw()
    expect(painter.count).toBe(1)
  })
})
