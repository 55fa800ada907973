import { describe, expect, it } from 'vitest'
import { wallSlideOf, withWallSlide } from '#app/places/brief/wall-link.ts'

describe('the address of the wall', () => {
  it('opens the first slide, or the one that it names, and nothing without a mode', () => {
    expect(wallSlideOf('?mode=wall')).toBe(0)
    expect(wallSlideOf('?mode=wall&slide=3')).toBe(2)
    expect(['?mode=wall&slide=x', '?mode=wall&slide=-1'].map(wallSlideOf)).toEqual([0, 0])
    expect(['', '?mode=map', '?slide=3'].map(wallSlideOf)).toEqual([null, null, null])
  })

  it('comes back to the slide after a reload, and keeps what else stands in it', () => {
    const address = withWallSlide('?a=b', 4)
    expect(wallSlideOf(address)).toBe(4)
    expect(withWallSlide(address, null)).toBe('?a=b')
    expect(withWallSlide('?mode=wall', null)).toBe('')
  })
})
