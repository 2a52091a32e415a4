/** What is used of the package, which comes without types. */
declare module '@lhncbc/ucum-lhc' {
  interface Conversion {
    /** "succeeded", "failed" (no such unit) or "error" (the units do not go together). */
    readonly status: string;
    readonly toVal: number | null;
  }
  interface Utilities {
    convertUnitTo(
      fromUnit: string,
      value: number,
      toUnit: string,
      options?: { readonly molecularWeight?: number; readonly charge?: number },
    ): Conversion;
  }
  export const UcumLhcUtils: { getInstance(): Utilities };
}
