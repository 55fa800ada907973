// @vitest-environment happy-dom
import { fireEvent, screen as page, render } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Autosave, SaveState } from '#app/autosave.ts'
import { LockCover } from '#app/device/lock-cover.tsx'
import type { Storage } from '#storage/open-storage.ts'

const PASSPHRASE = 'four words and a river'

const reload = vi.fn()

beforeEach(() => {
  reload.mockClear()
  vi.spyOn(location, 'reload').mockImplementation(reload)
})

/** A tab that is told to lock, with or without changes that cannot be saved. */
function covered(unsavedCount: number) {
  let waiting = unsavedCount
  const flush = vi.fn(async () => {})
  const store = createStore<SaveState>()(() => ({
    status: waiting > 0 ? 'failed' : 'saved',
    savedAt: null,
    message: waiting > 0 ? 'The browser has no room left.' : null,
  }))
  const autosave: Autosave = { store, flush, hasUnsaved: () => waiting > 0, dispose: () => {} }
  const sealing = {
    state: () => 'open',
    lookAgain: async () => {},
    unlock: async (passphrase: string) => passphrase === PASSPHRASE,
  }
  const storage = { sealing, subscribe: () => () => {} } as unknown as Storage
  const onSaveToFile = vi.fn(async () => 'The operation was saved to a file.')
  const onBack = vi.fn()
  const props = { storage, autosave, onSaveToFile, onBack }
  render(<LockCover why="locked" {...props} />)
  const saveAfterAll = () => {
    waiting = 0
    store.setState({ status: 'saved', message: null })
  }
  return { flush, onSaveToFile, onBack, saveAfterAll }
}

async function give(passphrase: string) {
  fireEvent.change(await page.findByLabelText('Passphrase of this device'), {
    target: { value: passphrase },
  })
  fireEvent.click(page.getByRole('button', { name: 'Get at these changes' }))
}

describe('a tab that is told to lock', () => {
  it('saves, and starts anew', async () => {
    const { flush } = covered(0)
    await vi.waitFor(() => expect(reload).toHaveBeenCalled())
    expect(flush).toHaveBeenCalledOnce()
  })

  it('does not start anew over changes that are not on the device, and says so', async () => {
    covered(2)
    expect(await page.findByText(/are not on this device/)).toBeTruthy()
    expect(page.getByText(/no room left/)).toBeTruthy()
    expect(page.getByText(/Save the operation to a file, then lock/)).toBeTruthy()
    expect(reload).not.toHaveBeenCalled()
  })

  it('gives what it holds for the passphrase alone: saved to a file, then locked', async () => {
    const { onSaveToFile } = covered(2)
    await give('four words and a rivet')
    expect(await page.findByText(/not the passphrase of this device/)).toBeTruthy()
    expect(page.queryByRole('button', { name: 'Save to a file' })).toBeNull()
    expect(page.queryByRole('button', { name: 'Go back to this tab' })).toBeNull()
    await give(PASSPHRASE)
    fireEvent.click(await page.findByRole('button', { name: 'Save to a file' }))
    expect(await page.findByText(/See that it is there/)).toBeTruthy()
    expect(onSaveToFile).toHaveBeenCalledOnce()
    expect(reload).not.toHaveBeenCalled()
    fireEvent.click(page.getByRole('button', { name: 'Lock this tab' }))
    expect(reload).toHaveBeenCalled()
  })

  it('locks without the passphrase where somebody means to lose them, asked once more', async () => {
    covered(2)
    fireEvent.click(await page.findByRole('button', { name: 'Lock without them' }))
    expect(reload).not.toHaveBeenCalled()
    const sheet = await page.findByRole('dialog')
    const [doIt] = [...sheet.querySelectorAll('button')].filter(
      ({ textContent }) => textContent === 'Lock without them',
    )
    fireEvent.click(doIt!)
    expect(reload).toHaveBeenCalled()
  })

  it('starts anew by itself as soon as they are saved after all', async () => {
    const { saveAfterAll } = covered(2)
    await page.findByText(/are not on this device/)
    saveAfterAll()
    expect(reload).toHaveBeenCalled()
  })
})
