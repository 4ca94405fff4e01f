export { changeAlts, insertPictures, removePictures, storePicture } from "./keep-picture.ts";
export type { Alt, NewPicture, StoredPicture } from "./keep-picture.ts";
export { mediaFile, storageKey } from "./media-file.ts";
export { pictureJson, pictureViewOf } from "./picture-view.ts";
export type { PictureJson } from "./picture-view.ts";
