import { pictureSrcset, pictureUrl } from "@shopwright/server/contracts/media";
import type { PictureView } from "@shopwright/server/contracts/media";

interface PictureProps {
  readonly picture: PictureView;
  /** How wide it is shown, as the `sizes` attribute says it. */
  readonly sizes: string;
  /** Shown without scrolling: loaded at once and before others. */
  readonly first?: boolean;
  /** Replaces the picture's own description; "" where the text beside it says the same. */
  readonly alt?: string;
  readonly class?: string;
}

/** A picture in all its sizes, with its proportions known before it arrives. */
export function Picture({ picture, sizes, first, alt, class: name }: PictureProps) {
  return (
    <img
      class={name}
      src={pictureUrl(picture, 640)}
      srcset={pictureSrcset(picture)}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={alt ?? picture.alt}
      loading={first ? undefined : "lazy"}
      fetchpriority={first ? "high" : undefined}
      decoding={first ? undefined : "async"}
    />
  );
}

interface HeroPictureProps {
  readonly picture: PictureView;
  /** Shown instead on narrow screens. */
  readonly portrait: PictureView | null;
}

/** The picture across the top of the home page: upright where the screen is. Said by the words beside it. */
export function HeroPicture({ picture, portrait }: HeroPictureProps) {
  return (
    <picture>
      {portrait && (
        <source
          media="(max-width: 39.99rem)"
          srcset={pictureSrcset(portrait)}
          sizes="100vw"
          width={portrait.width}
          height={portrait.height}
        />
      )}
      <Picture picture={picture} sizes="(min-width: 60rem) 62vw, 100vw" first alt="" />
    </picture>
  );
}

/** The small picture of an order's or basket's line; lines carry only the key of the files. */
export function LinePicture({ pictureKey }: { readonly pictureKey: string | null }) {
  if (pictureKey === null) return <span class="tile" />;
  return (
    <img
      class="tile"
      src={`/media/${pictureKey}-320.webp`}
      width="320"
      height="320"
      alt=""
      loading="lazy"
      decoding="async"
    />
  );
}
