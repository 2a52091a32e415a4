/**
 * Stands in for packages that only Node can use (`sharp`, `onnxruntime-node`) when a library that also runs in Node is
 * bundled for the browser.
 */
// biome-ignore lint/style/noDefaultExport: the packages it stands in for are imported by their default export.
export default {};
