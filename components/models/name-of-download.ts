import { type OwnModel, ownModelId } from '@/lib/engine/catalogue/own-models';
import type { DownloadRecord } from '@/lib/engine/download/record';

/**
 * What a downloaded model is called now: a person's own model as it was last named, which may have been after it was
 * downloaded; any other as it was called then.
 */
export function nameOfDownload(
  { model, name }: Pick<DownloadRecord, 'model' | 'name'>,
  own: readonly OwnModel[],
): string {
  return own.find((mine) => ownModelId(mine) === model)?.name ?? name;
}
