/** The part of yauzl that is used here; the package brings no types. */
declare module 'yauzl' {
  interface Entry {
    readonly fileName: string
    /** The upper 16 bits are the Unix mode. */
    readonly externalFileAttributes: number
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<NodeJS.ReadableStream>
    close(): void
  }
  const yauzl: { openPromise(path: string): Promise<ZipFile> }
  export default yauzl
}
