/**
 * What a worker may open on a file of the origin private file system (WHATWG File System Standard, 2.6). TypeScript has it in
 * its library for workers only, which cannot stand beside the one for pages.
 */
interface FileSystemSyncAccessHandle {
  getSize(): number;
  write(data: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(bytes: number): void;
  flush(): void;
  close(): void;
}

interface FileSystemFileHandle {
  createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
}
