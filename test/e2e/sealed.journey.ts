import { expect, type Page, test } from '@playwright/test'
import { fromMenu, keepPicture, untilNeed, watched } from './room.ts'

const PASSPHRASE = 'four words and a river'
const OPERATION = /STEADY LANTERN/
const TELLING = ['STEADY LANTERN', 'Liberia', 'Gbarnga', 'Zwedru']

/** Every byte that this origin keeps, as text: databases, private files and local storage. */
function rawText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const letters = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)
    const asText = (_key: string, value: unknown) =>
      ArrayBuffer.isView(value) ? letters(value as Uint8Array) : value
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.title]
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name!))
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName)
        const found = [await settled(store.getAllKeys()), await settled(store.getAll())]
        texts.push(name!, JSON.stringify(found, asText))
      }
      database.close()
    }
    const folders = [await navigator.storage.getDirectory()]
    for (let folder = folders.pop(); folder; folder = folders.pop()) {
      for await (const [name, handle] of folder.entries()) {
        texts.push(name)
        if (handle.kind === 'directory') folders.push(handle as FileSystemDirectoryHandle)
        else {
          const file = await (handle as FileSystemFileHandle).getFile()
          texts.push(letters(new Uint8Array(await file.arrayBuffer())))
        }
      }
    }
    return texts.join('\n')
  })
}

async function expectTold(page: Page, isTold: boolean): Promise<void> {
  const raw = await rawText(page)
  for (const name of TELLING) expect(raw.includes(name), name).toBe(isTold)
}

function operationButton(page: Page) {
  return page.getByRole('button', { name: /^Operation / })
}

test('a device is sealed, opened with the passphrase alone, and erased', async ({ page }) => {
  const faults = await watched(page)
  await page.goto('./')
  await expect(operationButton(page)).toHaveAccessibleName(OPERATION)
  await expectTold(page, true)

  await fromMenu(page, 'Passphrase and locking …')
  await page.getByLabel('New passphrase').fill(PASSPHRASE)
  await page.getByLabel('The same again').fill('four words and a rivet')
  await page.getByRole('button', { name: 'Seal this device' }).click()
  await expect(page.getByText('The two are not the same.')).toBeVisible()
  await keepPicture(page, 'sealed-set')
  await page.getByLabel('The same again').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Seal this device' }).click()
  await expect(page.getByText('Sealed by a passphrase')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expectTold(page, false)

  await page.reload()
  const field = page.getByLabel('Passphrase of this device')
  await expect(field).toBeFocused()
  await expect(operationButton(page)).toBeHidden()
  await expectTold(page, false)
  await field.fill('four words and a rivet')
  await field.press('Enter')
  await expect(page.getByText('That is not the passphrase of this device.')).toBeVisible()
  await keepPicture(page, 'sealed-locked')
  await field.fill(PASSPHRASE)
  await field.press('Enter')
  await expect(operationButton(page)).toHaveAccessibleName(OPERATION)
  await expectTold(page, false)

  await page.keyboard.press('Control+Shift+L')
  await expect(field).toBeFocused()
  await field.fill(PASSPHRASE)
  await field.press('Enter')
  await expect(operationButton(page)).toBeVisible()
  await page.keyboard.press('Control+Shift+Backspace')
  await expect(page.getByRole('button', { name: 'Erase everything' })).toBeDisabled()
  await keepPicture(page, 'sealed-erase')
  await page.getByLabel('Type ERASE and press Enter').fill('erase')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Everything that Commonground kept')).toBeVisible()
  await expect(operationButton(page)).toBeHidden()
  await expectTold(page, false)
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  expect(faults).toEqual([])
})

test('what one tab seals, locks and erases is so in every tab', async ({ page, context }) => {
  await page.goto('./')
  await expect(operationButton(page)).toBeVisible()
  const other = await context.newPage()
  await other.goto('./')
  await expect(operationButton(other)).toBeVisible()
  await fromMenu(page, 'Passphrase and locking …')
  await page.getByLabel('New passphrase').fill(PASSPHRASE)
  await page.getByLabel('The same again').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(other.getByLabel('Passphrase of this device')).toBeVisible()
  await other.getByText('The passphrase is lost').click()
  await other.getByRole('button', { name: 'Erase everything on this device …' }).click()
  await other.getByLabel('Type ERASE and press Enter').fill('ERASE')
  await other.keyboard.press('Enter')
  for (const tab of [page, other]) {
    await expect(tab.getByText('Everything that Commonground kept')).toBeVisible()
  }
  await expectTold(other, false)
})

test('a tab whose changes could not be saved is covered when another one locks', async ({
  page,
  context,
}) => {
  await page.goto('./')
  await expect(operationButton(page)).toBeVisible()
  await fromMenu(page, 'Passphrase and locking …')
  await page.getByLabel('New passphrase').fill(PASSPHRASE)
  await page.getByLabel('The same again').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sealed by a passphrase')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  const other = await context.newPage()
  await other.goto('./')
  const field = other.getByLabel('Passphrase of this device')
  await field.fill(PASSPHRASE)
  await field.press('Enter')
  await expect(operationButton(other)).toBeVisible()
  for (const tab of [other, page]) {
    await untilNeed(tab)
    await tab.getByRole('slider', { name: 'Weight of Displaced people' }).focus()
    await tab.keyboard.press('ArrowRight')
  }
  await expect(page.getByText(/Saved \d{4}Z/)).toBeVisible()
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByLabel('Passphrase of this device')).toBeFocused()
  await expect(other.getByText('Changes of this tab are not on this device.')).toBeVisible()
  await expect(operationButton(other)).toBeHidden()
  expect(await other.title()).toBe('Commonground')
  await keepPicture(other, 'sealed-cover')
  await field.fill(PASSPHRASE)
  await field.press('Enter')
  const download = other.waitForEvent('download')
  await other.getByRole('button', { name: 'Save to a file' }).click()
  expect((await download).suggestedFilename()).toContain('.operation.json.gz')
  await keepPicture(other, 'sealed-cover-saved')
  await other.getByRole('button', { name: 'Lock this tab' }).click()
  await expect(other.getByText('Changes of this tab')).toBeHidden()
  await expect(field).toBeFocused()
})

test('an erasing that another page holds up says what remains, and ends when it may', async ({
  page,
  context,
}) => {
  const holding = await context.newPage()
  await holding.goto('./icon.svg')
  await holding.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('commonground-handovers').onsuccess = resolve
      }),
  )
  await page.goto('./icon.svg')
  await page.evaluate(() => localStorage.setItem('commonground-erasing', '1'))
  await page.goto('./')
  await expect(page.getByText('Not everything was erased.')).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveText(['the list of files handed out'])
  await keepPicture(page, 'sealed-remains')
  await page.emulateMedia({ colorScheme: 'dark' })
  await keepPicture(page, 'sealed-remains-dark')
  await holding.close()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Everything that Commonground kept')).toBeVisible()
  await expect(operationButton(page)).toBeHidden()
})
