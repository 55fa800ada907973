import { FileTrigger } from 'react-aria-components'
import type { Storage } from '#storage/open-storage.ts'
import { Button } from '#ui/widgets/button.tsx'
import type { Opener } from '../app.tsx'
import { openFile } from './operations.ts'

/** Chooses an operation file and opens it. */
export function OpenFileButton(props: { readonly storage: Storage; readonly openWith: Opener }) {
  return (
    <FileTrigger
      acceptedFileTypes={['.json', '.gz', '.cgpack']}
      onSelect={(list) => {
        const file = list?.[0]
        if (file) void props.openWith(() => openFile(props.storage, file, false))
      }}
    >
      <Button onPress={() => {}}>Open a file</Button>
    </FileTrigger>
  )
}
