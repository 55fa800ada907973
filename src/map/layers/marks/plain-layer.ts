import { Layer, type UpdateParameters } from '@deck.gl/core'
import { Model } from '@luma.gl/engine'

/**
 * A layer of one model that draws flat arrays without instances, which a machine without a GPU pays
 * dearly for (platform.md §4). Its arrays are sent as they are; it has no bounds of its own.
 */
export abstract class PlainLayer<Props extends object> extends Layer<Props> {
  declare state: { model?: Model }
  protected abstract readonly topology: 'triangle-list' | 'point-list'

  /** Its vertex and fragment shader, and their modules. */
  protected abstract shaders(): object

  override getShaders() {
    return super.getShaders(this.shaders())
  }

  override getBounds(): null {
    return null
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params)
    if (!params.changeFlags.extensionsChanged) return
    this.state.model?.destroy()
    this.state.model = new Model(this.context.device, {
      ...this.getShaders(),
      id: this.props.id,
      topology: this.topology,
      isInstanced: false,
      bufferLayout: this.getAttributeManager()?.getBufferLayouts({ isInstanced: false }) ?? [],
    })
    this.getAttributeManager()?.invalidateAll()
  }
}
