export { BROWSER_MODELS, CATALOGUE, catalogueEntry } from './catalogue';
export { MODELS, modelById } from './embedded';
export type {
  BrowserModel,
  CatalogueEntry,
  Conversation,
  Dtype,
  EmbeddedModel,
  EndpointModel,
  Family,
  FileFigures,
  GpuFeature,
  GraphLayout,
  Known,
  Licence,
  ModelCard,
  ModelEntry,
  ModelForm,
  Revision,
  StartsIn,
  ThinkingControl,
} from './entry';
export { ENDPOINT_MODELS } from './models/endpoints';
export {
  type OwnModel,
  ownModelEntry,
  ownModelId,
  ownModelSchema,
  parseOwnModel,
  readOwnModels,
  writeOwnModels,
  wrongFields,
} from './own-models';
