/** Hands a file to the browser to keep. */
export function saveFile(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has begun with the click; a minute is generous for reading from memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
